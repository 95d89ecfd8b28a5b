// A response written of any answers reads back the same answers, and none to a question that was hidden.
#include "formats/fhir_response.hpp"

#include "random_answers.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using needlewise::test::random_seed;

TEST_CASE("10000 random sets of answers come back from their responses, without what was hidden") {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    auto const today = Date::from_calendar(2026, 3, 2).value();
    auto const& form = builtin().questionnaire;
    std::size_t hidden = 0;
    for (int round = 0; round < 10000; ++round) {
        INFO("round " << round);
        auto const sheet = random_sheet(random, today);
        EffectiveAnswers const answers{form, sheet, today};
        auto const status = status_of(form, answers);
        auto const layout = random.one_in(2) ? JsonLayout::Compact : JsonLayout::Pretty;
        auto const back = read_response(write_response(form, sheet, answers, status, layout), form);
        REQUIRE(back);
        auto expected = sheet.answers;
        for (ItemIndex item = 0; item < form.items.size(); ++item) {
            if (!answers.enabled(item)) {
                hidden += expected[item].size();
                expected[item].clear();
            }
        }
        REQUIRE(back->answers == expected);
        REQUIRE(back->malformed == AnswerSheet{form}.malformed);
        REQUIRE(back->unknown_link_ids.empty());
        REQUIRE(status_of(form, EffectiveAnswers{form, *back, today}) == status);
    }
    CHECK(hidden > 10000);
}
