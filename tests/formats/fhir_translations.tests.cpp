#include "formats/fhir_translations.hpp"
#include "formats/protocol_checks.hpp"
#include "formats/questionnaire_writer.hpp"
#include "reading.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using needlewise::formats::test::Problems;
using needlewise::formats::test::summaries;

namespace {

std::string in(std::string const& language, std::string const& text) {
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":")" +
           language + R"("},{"url":"content","valueString":")" + text + R"("}]})";
}

std::string extended(std::string const& name, std::string const& extensions) {
    return "\"" + name + R"(":{"extension":[)" + extensions + "]}";
}

std::string const help_control =
    R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"help"}]}}])";

std::string const spanish_and_more =
    R"({"resourceType":"Questionnaire","language":"en","title":"Skin",)" + extended("_title", in("es", "Piel")) +
    R"(,"item":[{"linkId":"g","type":"group","text":"You",)" +
    extended("_text", in("es", "Usted") + "," + in("es-MX", "Usted (MX)")) +
    R"(,"item":[{"linkId":"q","type":"open-choice","text":"Well?",)" + extended("_text", in("es", "¿Bien?")) +
    R"(,"answerOption":[{"valueCoding":{"code":"y","display":"Yes",)" + extended("_display", in("ES", "Sí")) +
    R"(}},{"valueString":"no",)" + extended("_valueString", in("es", "no (es)")) +
    R"(}],"item":[{"linkId":"h1","type":"display","text":"One",)" + help_control + "," +
    extended("_text", in("es", "Uno")) + R"(},{"linkId":"h2","type":"display","text":"Two",)" + help_control +
    "}]}]}]}";

LoadedProtocol load(std::string const& text, std::string_view language) {
    std::vector<SourceFile> const files{{"questionnaire.json", text}};
    return check_protocol(files, language);
}

}  // namespace

TEST_CASE("A questionnaire is shown in a language that it carries translations of") {
    auto const loaded = load(spanish_and_more, "es");
    CHECK(summaries(loaded.diagnostics).empty());
    auto const& questionnaire = loaded.protocol.questionnaire;
    CHECK(questionnaire.title == "Piel");
    REQUIRE(questionnaire.items.size() == 2);
    CHECK(questionnaire.items[0].text == "Usted");
    CHECK(questionnaire.items[1].text == "¿Bien?");
    REQUIRE(questionnaire.items[1].options.size() == 2);
    CHECK(questionnaire.items[1].options[0].label == "Sí");
    CHECK(questionnaire.items[1].options[1].label == "no (es)");
    CHECK(questionnaire.items[1].options[1].value == Value{std::string{"no"}});
    CHECK(questionnaire.items[1].help == "Uno\nTwo");
}

TEST_CASE("A regional language takes its own translation, else that of its language") {
    auto const loaded = load(spanish_and_more, "es-mx");
    CHECK(loaded.protocol.questionnaire.items[0].text == "Usted (MX)");
    CHECK(loaded.protocol.questionnaire.items[1].text == "¿Bien?");
}

TEST_CASE("Without translations of a language its own texts stay") {
    for (auto const* language : {"", "en", "de"}) {
        auto const loaded = load(spanish_and_more, language);
        CHECK(loaded.protocol.questionnaire.title == "Skin");
        CHECK(loaded.protocol.questionnaire.items[1].options[0].label == "Yes");
        CHECK(loaded.protocol.questionnaire.items[1].help == "One\nTwo");
    }
}

TEST_CASE("A translation that cannot be used is reported and ignored") {
    auto const* const url = R"({"url":"http://hl7.org/fhir/StructureDefinition/translation")";
    auto const bad = GENERATE_COPY(
        std::string{url} + "}", std::string{url} + R"(,"extension":[{"url":"lang","valueCode":"es"}]})",
        std::string{url} + R"(,"extension":[{"url":"content","valueString":"x"}]})",
        std::string{url} + R"(,"extension":[{"url":"lang","valueCode":"es"},{"url":"content","valueString":7}]})",
        std::string{url} + R"(,"extension":[{"url":"lang","valueString":"es"},{"url":"content","valueString":"x"}]})");
    auto const text = R"({"resourceType":"Questionnaire","item":[{"linkId":"q","type":"string","text":"Q",)" +
                      extended("_text", bad) + "}]}";
    auto const loaded = load(text, "es");
    CHECK(loaded.usable());
    CHECK(loaded.protocol.questionnaire.items[0].text == "Q");
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "bad-translation");
    CHECK(loaded.diagnostics[0].pointer == "/item/0/_text/extension/0");
}

TEST_CASE("A words file comes over the questionnaire's own translations") {
    std::vector<SourceFile> const files{{"questionnaire.json", spanish_and_more},
                                        {"words/es.json", R"({"question/q/text":"¿Qué tal?"})"}};
    auto const loaded = check_protocol(files, "es");
    CHECK(loaded.protocol.questionnaire.items[1].text == "¿Qué tal?");
    CHECK(loaded.protocol.questionnaire.items[1].options[0].label == "Sí");
}

TEST_CASE("An exported questionnaire says all it said, and each language's words as translations") {
    std::string const help = R"({"linkId":"h","type":"display","text":"Why",)" + help_control + "}";
    std::string const questionnaire =
        R"({"resourceType":"Questionnaire","language":"en","status":"draft","item":[{"linkId":"g","type":"group","text":"You","item":[
        {"linkId":"q","type":"choice","text":"Well?","_text":{"id":"x","extension":[)" +
        in("fr", "Bien ?") + R"(]},"answerOption":[{"valueCoding":{"code":"y","display":"Yes"}}],"item":[)" + help +
        R"(]},{"linkId":"d","type":"decimal","initial":[{"valueDecimal":1.50}]}]}]})";
    std::vector<SourceFile> const files{
        {"questionnaire.json", questionnaire},
        {"words/en.json", R"({"page/x":"x"})"},
        {"words/es.json",
         R"({"section/g/text":"Usted","question/q/text":"¿Bien?","question/q/help":"Por qué","option/q/y":"Sí"})"},
        {"words/fr.json", R"({"question/q/text":"Autre","option/q/y":"Oui"})"}};
    auto const written = write_questionnaire(files, JsonLayout::Compact);
    REQUIRE(written);
    CHECK(written->find("\"valueDecimal\":1.50}") != std::string::npos);
    CHECK(written->find(R"("_text":{"id":"x","extension":[)" + in("fr", "Bien ?") + "," + in("es", "¿Bien?") + "]}") !=
          std::string::npos);
    auto const spanish = load(*written, "es").protocol.questionnaire;
    CHECK(spanish.items[0].text == "Usted");
    CHECK(spanish.items[1].text == "¿Bien?");
    CHECK(spanish.items[1].options[0].label == "Sí");
    CHECK(spanish.items[1].help == "Por qué");
    CHECK(load(*written, "fr").protocol.questionnaire.items[1].options[0].label == "Oui");
    auto const own = load(*written, "en");
    CHECK(summaries(own.diagnostics) == summaries(load(questionnaire, "en").diagnostics));
    CHECK(own.protocol.questionnaire.items[1].text == "Well?");
    // Writing what was written adds nothing.
    std::vector<SourceFile> again{files.begin(), files.end()};
    again[0].text = *written;
    auto const twice = write_questionnaire(again, JsonLayout::Compact);
    REQUIRE(twice);
    CHECK(*twice == *written);
}

TEST_CASE("Help in several items is translated line by line") {
    std::string const questionnaire =
        R"({"resourceType":"Questionnaire","item":[{"linkId":"q","type":"string","text":"Q","item":[{"linkId":"h1","type":"display","text":"One",)" +
        help_control + R"(},{"linkId":"h2","type":"display","text":"Two",)" + help_control + "}]}]}";
    auto const [words, help] = GENERATE_COPY(std::pair{R"({"question/q/help":"Uno\nDos"})", "Uno\nDos"},
                                             std::pair{R"({"question/q/help":"Uno"})", "One\nTwo"});
    std::vector<SourceFile> const files{{"questionnaire.json", questionnaire}, {"words/es.json", words}};
    auto const written = write_questionnaire(files, JsonLayout::Pretty);
    REQUIRE(written);
    CHECK(load(*written, "es").protocol.questionnaire.items[0].help == help);
}

TEST_CASE("An empty line of help is no translation") {
    std::string const questionnaire =
        R"({"resourceType":"Questionnaire","item":[{"linkId":"q","type":"string","text":"Q","item":[{"linkId":"h1","type":"display","text":"One",)" +
        help_control + R"(},{"linkId":"h2","type":"display","text":"Two",)" + help_control + "}]}]}";
    std::vector<SourceFile> files{{"questionnaire.json", questionnaire},
                                  {"words/es.json", R"({"question/q/help":"Uno\n"})"}};
    auto const written = write_questionnaire(files, JsonLayout::Compact);
    REQUIRE(written);
    CHECK(summaries(load(*written, "es").diagnostics) == summaries(load(questionnaire, "es").diagnostics));
    files[0].text = *written;
    auto const twice = write_questionnaire(files, JsonLayout::Compact);
    REQUIRE(twice);
    CHECK(*twice == *written);
}

TEST_CASE("A questionnaire that cannot be read is not written") {
    std::vector<SourceFile> const broken{{"questionnaire.json", "{"}};
    CHECK_FALSE(write_questionnaire(broken, JsonLayout::Compact));
}
