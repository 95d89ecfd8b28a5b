// Any bytes as a questionnaire with words in two languages, or as those words: what can be read is written so that it
// asks the same, and writing what was written adds nothing.
#include "formats/questionnaire_writer.hpp"

#include "fuzz/content.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

using Files = std::vector<formats::SourceFile>;

constexpr std::string_view a_questionnaire =
    R"({"resourceType":"Questionnaire","language":"en","item":[{"linkId":"g","type":"group","text":"You","item":[
{"linkId":"q","type":"choice","text":"Well?","_text":{"id":"x"},"answerOption":[{"valueCoding":{"code":"y","display":"Yes"}},{"valueString":"no"}],"item":[
{"linkId":"h1","type":"display","text":"One","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"help"}]}}]},
{"linkId":"h2","type":"display","text":"Two","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]}]}]})";
constexpr std::string_view some_words =
    R"({"section/g/text":"Usted","question/q/text":"¿Bien?","question/q/help":"Uno\nDos","option/q/y":"Sí"})";

void require_same(core::Questionnaire const& a, core::Questionnaire const& b) {
    require(a.url == b.url && a.version == b.version && a.title == b.title && a.language == b.language);
    require(a.items.size() == b.items.size() && a.enabling_order == b.enabling_order);
    for (core::ItemIndex index = 0; index < a.items.size(); ++index) {
        auto const& one = a.items[index];
        auto const& other = b.items[index];
        require(one.link_id == other.link_id && one.type == other.type && one.parent == other.parent);
        require(one.text == other.text && one.help == other.help && one.help_link_ids == other.help_link_ids);
        require(one.required == other.required && one.repeats == other.repeats && one.initial == other.initial);
        require(one.enable_when.size() == other.enable_when.size() && one.options.size() == other.options.size());
        for (std::size_t option = 0; option < one.options.size(); ++option) {
            require(one.options[option].value == other.options[option].value);
            require(one.options[option].label == other.options[option].label);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    bool const asks = text.find("\"resourceType\"") != std::string_view::npos;
    Files files{{"questionnaire.json", asks ? text : a_questionnaire},
                {"words/es.json", asks ? some_words : text},
                {"words/pt-BR.json", some_words}};
    auto const written = formats::write_questionnaire(files, formats::JsonLayout::Compact);
    auto const read = formats::load_protocol(files, "");
    require(static_cast<bool>(written) == read.usable());
    if (!written) {
        require(!written.error().code.empty() && !written.error().message.empty());
        return 0;
    }
    files[0].text = *written;
    auto const read_again = formats::load_protocol(files, "");
    require(read_again.usable());
    require_same(read.protocol.questionnaire, read_again.protocol.questionnaire);
    auto const written_again = formats::write_questionnaire(files, formats::JsonLayout::Compact);
    require(written_again && *written_again == *written);
    return 0;
}
