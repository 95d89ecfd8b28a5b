// Any bytes as the content of a code whose frame is right, for the built-in form and one with every type of question:
// refused as nonsense, or a visit without an answer to a hidden question that is written and read again the same.
#include "formats/answer_code.hpp"

#include "fuzz/content.hpp"
#include "support/every_type.hpp"
#include "support/sealed_code.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

core::Questionnaire const& every_type() {
    static auto const loaded = [] {
        std::vector<formats::SourceFile> const files{{"questionnaire.json", formats::test::every_type}};
        auto read = formats::load_protocol(files, "en");
        require(read.usable());
        return read;
    }();
    return loaded.protocol.questionnaire;
}

void open(core::Questionnaire const& questionnaire, std::string const& content) {
    auto const read = formats::read_answer_code(questionnaire, formats::test::sealed_content(questionnaire, content));
    if (!read) {
        require(read.error().code == "code-nonsense" || read.error().code == "code-too-long");
        return;
    }
    require(read->plan.moves.size() <= formats::most_moves);
    core::EffectiveAnswers const answers{questionnaire, read->sheet, fuzz::a_day()};
    for (core::ItemIndex item = 0; item < questionnaire.items.size(); ++item) {
        require(answers.enabled(item) || read->sheet.answers[item].empty());
        require(answers.standing(item) != core::AnswerStanding::Malformed);
    }
    auto const code = formats::write_answer_code(questionnaire, *read);
    auto const again = formats::read_answer_code(questionnaire, code);
    require(again && again->sheet.answers == read->sheet.answers && again->plan_id == read->plan_id);
    require(again->plan.date == read->plan.date && again->plan.moves == read->plan.moves);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size > formats::longest_answer_code * 5 / 8) {
        return -1;
    }
    std::string const content{reinterpret_cast<char const*>(data), size};
    open(fuzz::built_in().questionnaire, content);
    open(every_type(), content);
    return 0;
}
