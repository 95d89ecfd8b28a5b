// Any bytes as a code or as a saved file: refused with a reason, or a visit that can be judged, planned and written again
// to the same code.
#include "formats/answer_code.hpp"
#include "formats/visit_file.hpp"

#include "fuzz/content.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

void use(formats::Visit const& visit) {
    auto const& protocol = fuzz::built_in();
    static auto const parameters = protocol.initial_parameters();
    require(visit.plan.moves.size() <= formats::most_moves);
    core::EffectiveAnswers const answers{protocol.questionnaire, visit.sheet, fuzz::a_day()};
    for (core::ItemIndex item = 0; item < protocol.questionnaire.items.size(); ++item) {
        require(answers.enabled(item) || visit.sheet.answers[item].empty());
    }
    fuzz::use(protocol, parameters, visit.sheet);
    core::plan(protocol, parameters, visit.sheet, fuzz::a_day(), visit.plan);
    auto const code = formats::write_answer_code(protocol.questionnaire, visit);
    auto const again = formats::read_answer_code(protocol.questionnaire, code);
    require(static_cast<bool>(again));
    require(formats::write_answer_code(protocol.questionnaire, *again) == code);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const& questionnaire = fuzz::built_in().questionnaire;
    auto const code = formats::read_answer_code(questionnaire, text);
    if (code) {
        use(*code);
    } else {
        require(!code.error().code.empty() && !code.error().message.empty());
    }
    auto const file = formats::read_visit_file(questionnaire, text);
    if (file) {
        use(file->visit);
    } else {
        require(!file.error().code.empty() && !file.error().message.empty());
    }
    return 0;
}
