// Any bytes as a QuestionnaireResponse: refused, or judged; and the answers that count read back the same.
#include "formats/fhir_response.hpp"

#include "fuzz/content.hpp"

using namespace needlewise;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const& protocol = fuzz::built_in();
    static auto const parameters = protocol.initial_parameters();
    auto const sheet =
        formats::read_response(std::string_view{reinterpret_cast<char const*>(data), size}, protocol.questionnaire);
    if (!sheet) {
        require(!sheet.error().message.empty() && sheet.error().where.line > 0 && sheet.error().where.column > 0);
        return 0;
    }
    fuzz::use(protocol, parameters, *sheet);
    core::EffectiveAnswers const answers{protocol.questionnaire, *sheet, fuzz::a_day()};
    auto const written = formats::write_response(protocol.questionnaire, *sheet, answers,
                                                 formats::ResponseStatus::Completed, formats::JsonLayout::Compact);
    auto const again = formats::read_response(written, protocol.questionnaire);
    require(static_cast<bool>(again));
    core::EffectiveAnswers const same{protocol.questionnaire, *again, fuzz::a_day()};
    for (core::ItemIndex item = 0; item < protocol.questionnaire.items.size(); ++item) {
        require(answers.enabled(item) == same.enabled(item));
        require(!answers.enabled(item) || sheet->answers[item] == again->answers[item]);
    }
    return 0;
}
