// A saved visit comes back the same; what is broken in a file is named and the rest is kept.
#include "formats/visit_file.hpp"

#include "built_in_plan.hpp"
#include "random_answers.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using needlewise::test::random_seed;

namespace {

Date today() { return Date::from_calendar(2026, 3, 2).value(); }
Questionnaire const& form() { return builtin().questionnaire; }

std::string file_of(Visit const& visit) {
    return write_visit_file(form(), visit, today(), "2026-03-02T10:00:00+01:00", "en");
}

std::string response(std::string const& more) {
    return R"({"resourceType":"QuestionnaireResponse","status":"completed",)" + more + "}";
}

LoadedVisit loaded(std::string const& text) {
    auto read = read_visit_file(form(), text);
    REQUIRE(read);
    return *read;
}

}  // namespace

TEST_CASE("10000 random visits come back from their files, without what was hidden") {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    for (int round = 0; round < 10000; ++round) {
        INFO("round " << round);
        Visit visit{random_sheet(random, today()), {}, random.below(1000)};
        if (random.one_in(2)) {
            visit.plan.date = today().plus_days(random.between(-400, 400));
            visit.plan.moves[random.between(1, 6)] = today().plus_days(random.between(0, 400));
        }
        auto const back = loaded(file_of(visit));
        REQUIRE(back.left_out.empty());
        REQUIRE(back.visit.plan_id == visit.plan_id);
        REQUIRE(back.visit.plan.date == visit.plan.date);
        REQUIRE(back.visit.plan.moves == visit.plan.moves);
        EffectiveAnswers const effective{form(), visit.sheet, today()};
        for (ItemIndex item = 0; item < form().items.size(); ++item) {
            REQUIRE(back.visit.sheet.answers[item] == (effective.enabled(item) ? visit.sheet.answers[item] : Answer{}));
        }
    }
}

TEST_CASE("a file is a response as FHIR has it") {
    auto const text = file_of({healthy().sheet, {}, 0x123456789ABC});
    auto const document = parse_json(text);
    REQUIRE(document);
    auto const root = document->root();
    CHECK(root.member("status").text() == "completed");
    CHECK(root.member("language").text() == "en");
    CHECK(root.member("authored").text() == "2026-03-02T10:00:00+01:00");
    CHECK(root.member("questionnaire").text() == form().url + "|" + form().version);
    CHECK(text.find("\"valueString\": \"123456789abc\"") != std::string::npos);
    AnswerSheet open = healthy().sheet;
    for (ItemIndex item = 0; item < form().items.size(); ++item) {
        if (form().items[item].required && !open.answers[item].empty()) {
            open.answers[item].clear();
            break;
        }
    }
    CHECK(file_of({open, {}, 0}).find("\"in-progress\"") != std::string::npos);
}

TEST_CASE("what is broken or unknown is listed with its question, and the rest is kept") {
    auto const read = loaded(response(R"("item":[
        {"linkId":"nobody-asked","answer":[{"valueBoolean":true}]},
        {"linkId":"age-band","answer":[{"valueCoding":{"code":"22-plus"}}]},
        {"linkId":"pregnancy","answer":[{"valueCoding":{"code":"no-such-code"}}]},
        {"linkId":"planned-date","answer":[{"valueDate":"2026-02-30"}]},
        {"linkId":"isotretinoin-last-date","answer":[{"valueDate":"2026-01-30"}]},
        {"linkId":"area","answer":7},
        "what?",
        {"answer":[]}])"));
    CHECK(read.visit.sheet.answers[item_named("age-band")].size() == 1);
    CHECK(read.visit.sheet.answers[item_named("isotretinoin-last-date")].empty());
    std::vector<LeftOut> const expected{
        {"area", LeftOutReason::Broken},
        {"", LeftOutReason::Broken},
        {"", LeftOutReason::Broken},
        {"nobody-asked", LeftOutReason::UnknownQuestion},
        {"planned-date", LeftOutReason::NotReadable},
        {"pregnancy", LeftOutReason::NotOffered},
        {"isotretinoin-last-date", LeftOutReason::NotAsked},
    };
    CHECK(read.left_out.size() == expected.size());
    for (auto const& one : expected) {
        INFO(one.link_id);
        CHECK(std::count(read.left_out.begin(), read.left_out.end(), one) ==
              std::count(expected.begin(), expected.end(), one));
    }
}

TEST_CASE("a plan that cannot be is left out and said") {
    auto const with = [](std::string const& parts) {
        return loaded(response(R"("extension":[{"url":"urn:needlewise:visit","extension":[)" + parts + "]}]"));
    };
    auto const move = [](std::string const& session, std::string const& date) {
        return R"({"url":"move","extension":[{"url":"session","valuePositiveInt":)" + session +
               R"(},{"url":"date","valueDate":")" + date + R"("}]})";
    };
    CHECK(with(move("2", "2026-05-05")).visit.plan.moves.size() == 1);
    for (auto const& bad :
         {move("0", "2026-05-05"), move("99", "2026-05-05"), move("2", "2026-02-30"), move("2", "1600-01-01"),
          std::string{R"({"url":"move"})"}, std::string{R"({"url":"first-session","valueDate":"soon"})"},
          std::string{R"({"url":"plan-id","valueString":"../.."})"}}) {
        INFO(bad);
        auto const read = with(bad);
        CHECK(read.visit.plan.moves.empty());
        CHECK(read.left_out == std::vector<LeftOut>{{"", LeftOutReason::BadPlan}});
    }
}

TEST_CASE("what is no response to this form is refused whole") {
    auto const refused = [](std::string const& text) {
        auto const read = read_visit_file(form(), text);
        return read ? std::string{"read"} : read.error().code;
    };
    CHECK(refused("") == "json-empty");
    CHECK(refused("{") == "json-syntax");
    CHECK(refused("{}") == "wrong-resource");
    CHECK(refused(response(R"("questionnaire":"urn:example:other")")) == "wrong-questionnaire");
    CHECK(refused(response(R"("modifierExtension":[{"url":"urn:not"}])")) == "unknown-modifier");
}
