#include "formats/fhir_response.hpp"

#include "reading.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using needlewise::formats::test::form_text;
using needlewise::formats::test::read_form;

namespace {

Questionnaire const& form() {
    static auto const read = read_form(form_text(R"(
        {"linkId":"section","type":"group","item":[
          {"linkId":"note","type":"display","text":"A note"},
          {"linkId":"one","type":"choice","required":true,"answerOption":[
            {"valueCoding":{"system":"urn:c","code":"yes","display":"Yes"}},{"valueCoding":{"system":"urn:c","code":"no"}}],
           "item":[{"linkId":"one-help","type":"display","text":"Why","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"help"}]}}]}]},
          {"linkId":"many","type":"choice","repeats":true,"answerOption":[
            {"valueCoding":{"system":"urn:c","code":"a"}},{"valueCoding":{"system":"urn:c","code":"b"}}]},
          {"linkId":"when","type":"date"}]},
        {"linkId":"count","type":"integer"},
        {"linkId":"size","type":"decimal"},
        {"linkId":"is","type":"boolean"},
        {"linkId":"words","type":"text"},
        {"linkId":"clock","type":"time"},
        {"linkId":"moment","type":"dateTime"},
        {"linkId":"address","type":"url"},
        {"linkId":"weight","type":"quantity"},
        {"linkId":"open","type":"open-choice","answerOption":[{"valueCoding":{"system":"urn:c","code":"x"}}]},
        {"linkId":"number","type":"choice","answerOption":[{"valueInteger":1},{"valueInteger":2}]}
    )"));
    return read.questionnaire;
}

std::string response(std::string const& items, std::string const& more = "") {
    return R"({"resourceType":"QuestionnaireResponse")" + more + R"(,"item":[)" + items + "]}";
}

std::string text_of(Value const& value) {
    struct Text {
        std::string operator()(bool v) const { return v ? "true" : "false"; }
        std::string operator()(double v) const { return std::to_string(v); }
        std::string operator()(std::int64_t v) const { return std::to_string(v); }
        std::string operator()(Date v) const { return v.iso(); }
        std::string operator()(DateTimeText const& v) const { return v.text; }
        std::string operator()(TimeText const& v) const { return v.text; }
        std::string operator()(std::string const& v) const { return "'" + v + "'"; }
        std::string operator()(UrlText const& v) const { return v.text; }
        std::string operator()(Coding const& v) const { return v.system + "#" + v.code; }
        std::string operator()(Quantity const& v) const { return std::to_string(v.value) + v.unit; }
    };
    return std::visit(Text{}, value);
}

/// `linkId=value,value` of each answer, `linkId!` of what is malformed, `?linkId` of what is unknown; or why refused.
std::string reading(std::string const& text) {
    auto const sheet = read_response(text, form());
    if (!sheet) {
        auto const& error = sheet.error();
        return "refused: " + error.code + " " + std::to_string(error.where.line) + ":" +
               std::to_string(error.where.column) + " " + error.where.pointer;
    }
    std::string summary;
    for (ItemIndex index = 0; index < form().items.size(); ++index) {
        auto const& answer = sheet->answers[index];
        if (!answer.empty()) {
            std::string values;
            for (auto const& value : answer) {
                values += (values.empty() ? "" : ",") + text_of(value);
            }
            summary += form().items[index].link_id + "=" + values + " ";
        }
        if (sheet->malformed[index]) {
            summary += form().items[index].link_id + "! ";
        }
    }
    for (auto const& unknown : sheet->unknown_link_ids) {
        summary += "?" + unknown + " ";
    }
    return summary.empty() ? "" : summary.substr(0, summary.size() - 1);
}

std::string items(std::string const& text) { return reading(response(text)); }
/// The reading of one answer to `link_id`.
std::string answer(std::string const& link_id, std::string const& members) {
    return items(R"({"linkId":")" + link_id + R"(","answer":[{)" + members + "}]}");
}

}  // namespace

TEST_CASE("Every type of answer is read") {
    CHECK(answer("one", R"("valueCoding":{"system":"urn:c","code":"yes"})") == "one=urn:c#yes");
    CHECK(answer("when", R"("valueDate":"2026-03-30")") == "when=2026-03-30");
    CHECK(answer("count", R"("valueInteger":3)") == "count=3");
    CHECK(answer("size", R"("valueDecimal":1.5)") == "size=1.500000");
    CHECK(answer("size", R"("valueDecimal":2)") == "size=2.000000");
    CHECK(answer("is", R"("valueBoolean":false)") == "is=false");
    CHECK(answer("words", R"("valueString":"a b")") == "words='a b'");
    CHECK(answer("clock", R"("valueTime":"09:30:00")") == "clock=09:30:00");
    CHECK(answer("moment", R"("valueDateTime":"2026-03")") == "moment=2026-03");
    CHECK(answer("moment", R"("valueDateTime":"2026-03-30T09:30:00.5+02:00")") == "moment=2026-03-30T09:30:00.5+02:00");
    CHECK(answer("address", R"("valueUri":"https://a.example")") == "address=https://a.example");
    CHECK(answer("weight", R"("valueQuantity":{"value":70,"unit":"kg"})") == "weight=70.000000kg");
    CHECK(answer("open", R"("valueString":"other")") == "open='other'");
    CHECK(answer("open", R"("valueCoding":{"code":"x"})") == "open=urn:c#x");
    CHECK(answer("number", R"("valueInteger":2)") == "number=2");
    CHECK(items(R"({"linkId":"many","answer":[{"valueCoding":{"code":"b"}},{"valueCoding":{"code":"a"}}]})") ==
          "many=urn:c#b,urn:c#a");
}

TEST_CASE("A coding without system gets that of the option, others are kept for judging") {
    CHECK(answer("one", R"("valueCoding":{"code":"no"})") == "one=urn:c#no");
    CHECK(answer("one", R"("valueCoding":{"system":"","code":"no"})") == "one=urn:c#no");
    CHECK(answer("one", R"("valueCoding":{"code":"perhaps"})") == "one=#perhaps");
    CHECK(answer("one", R"("valueCoding":{"system":"urn:other","code":"yes"})") == "one=urn:other#yes");
}

TEST_CASE("Items are read nested in their groups, flat, and below answers") {
    auto const yes = std::string{R"({"linkId":"one","answer":[{"valueCoding":{"code":"yes"}}]})"};
    CHECK(items(yes) == "one=urn:c#yes");
    CHECK(items(R"({"linkId":"section","item":[)" + yes + "]}") == "one=urn:c#yes");
    CHECK(items(R"({"linkId":"count","answer":[{"valueInteger":1,"item":[)" + yes + "]}]}") == "one=urn:c#yes count=1");
    CHECK(items(R"({"linkId":"count","answer":[{"item":[)" + yes + "]}]}") == "one=urn:c#yes");
}

TEST_CASE("Nothing given is no answer") {
    CHECK(reading(R"({"resourceType":"QuestionnaireResponse"})").empty());
    CHECK(reading(R"({"resourceType":"QuestionnaireResponse","item":null})").empty());
    CHECK(items("").empty());
    CHECK(items(R"({"linkId":"one"})").empty());
    CHECK(items(R"({"linkId":"one","answer":null})").empty());
    CHECK(items(R"({"linkId":"one","answer":[]})").empty());
    CHECK(items(R"({"linkId":"one","answer":[null]})").empty());
    CHECK(answer("one", "").empty());
    CHECK(answer("one", R"("valueCoding":null)").empty());
    CHECK(answer("one", R"("valueCoding":{})").empty());
    CHECK(answer("one", R"("valueCoding":{"code":""})").empty());
    CHECK(answer("when", R"("valueDate":"")").empty());
    CHECK(answer("words", R"("valueString":"")").empty());
    CHECK(answer("when", R"("_valueDate":{"extension":[{"url":"u","valueCode":"unknown"}]})").empty());
    CHECK(items(R"({"linkId":"section","answer":[]})").empty());
    CHECK(items(R"({"linkId":"one","answer":[{},{"valueCoding":{"code":"yes"}},null]})") == "one=urn:c#yes");
    CHECK(answer("one", R"("valueCoding":{"code":"yes"},"valueDate":null)") == "one=urn:c#yes");
}

TEST_CASE("What cannot be an answer to its question is malformed") {
    CHECK(answer("one", R"("valueString":"yes")") == "one!");
    CHECK(answer("one", R"("valueCoding":"yes")") == "one!");
    CHECK(answer("one", R"("valueCoding":["yes"])") == "one!");
    CHECK(answer("one", R"("valueCoding":{"display":"Yes"})") == "one!");
    CHECK(answer("one", R"("valueCoding":{"code":1})") == "one!");
    CHECK(answer("one", R"("valueCoding":{"code":"yes","system":1})") == "one!");
    CHECK(answer("one", R"("valueCoding":{"code":"yes"},"valueString":"x")") == "one!");
    CHECK(answer("one", R"("valueFuture":1)") == "one!");
    CHECK(answer("when", R"("valueDateTime":"2026-03-30")") == "when!");
    CHECK(answer("when", R"("valueDate":"2026-02-30")") == "when!");
    CHECK(answer("when", R"("valueDate":"2026-03")") == "when!");
    CHECK(answer("when", R"("valueDate":" 2026-03-01")") == "when!");
    CHECK(answer("when", R"("valueDate":20260301)") == "when!");
    CHECK(answer("count", R"("valueInteger":"3")") == "count!");
    CHECK(answer("count", R"("valueInteger":3.5)") == "count!");
    CHECK(answer("count", R"("valueInteger":3.0)") == "count!");
    CHECK(answer("count", R"("valueInteger":99999999999999999999)") == "count!");
    CHECK(answer("count", R"("valueDecimal":3)") == "count!");
    CHECK(answer("is", R"("valueBoolean":"true")") == "is!");
    CHECK(answer("clock", R"("valueTime":"25:00:00")") == "clock!");
    CHECK(answer("moment", R"("valueDateTime":"2026-13")") == "moment!");
    CHECK(answer("weight", R"("valueQuantity":{"unit":"kg"})") == "weight!");
    CHECK(answer("number", R"("valueCoding":{"code":"1"})") == "number!");
    CHECK(items(R"({"linkId":"one","answer":["yes"]})") == "one!");
    CHECK(items(R"({"linkId":"one","answer":[{"valueCoding":{"code":"yes"}},{"valueCoding":{"code":"no"}}]})") ==
          "one!");
    CHECK(items(R"({"linkId":"when","answer":[{"valueDate":"2026-03-30"},{"valueDate":"2026-03-31"}]})") == "when!");
    CHECK(items(R"({"linkId":"many","answer":[{"valueCoding":{"code":"a"}},{"valueDate":"2026-03-30"}]})") == "many!");
    CHECK(answer("section", R"("valueString":"x")") == "section!");
}

TEST_CASE("The same linkId twice is malformed, wherever the second stands") {
    auto const one = std::string{R"({"linkId":"one","answer":[{"valueCoding":{"code":"yes"}}]})"};
    CHECK(items(one + "," + one) == "one!");
    CHECK(items(one + R"(,{"linkId":"one"})") == "one!");
    CHECK(items(one + R"(,{"linkId":"section","item":[)" + one + "]}") == "one!");
    CHECK(items(R"({"linkId":"section"},{"linkId":"section","item":[)" + one + "]}") == "section! one=urn:c#yes");
    CHECK(items(R"({"linkId":"note"},{"linkId":"note"})").empty());
}

TEST_CASE("Unknown linkIds are listed once each, by name; display and help items are ignored") {
    CHECK(
        items(
            R"({"linkId":"zebra"},{"linkId":"apple","item":[{"linkId":"is","answer":[{"valueBoolean":true}]}]},{"linkId":"zebra"})") ==
        "is=true ?apple ?zebra");
    CHECK(items(R"({"linkId":"one-help"},{"linkId":"note","answer":[{"valueString":"x"}]})").empty());
}

TEST_CASE("A response to this questionnaire, of any version or none, is taken") {
    CHECK(reading(response("", R"(,"questionnaire":"urn:test")")).empty());
    CHECK(reading(response("", R"(,"questionnaire":"urn:test|9")")).empty());
    CHECK(reading(response("", R"(,"questionnaire":null)")).empty());
    CHECK(reading(response("", R"(,"status":"in-progress","subject":{"display":"x"},"extension":[{"url":"u"}])"))
              .empty());
    CHECK(
        items(
            R"({"linkId":"is","extension":[{"url":"u"}],"answer":[{"valueBoolean":true,"extension":[]}],"text":"Is it?"})") ==
        "is=true");
}

TEST_CASE("What is no response to this questionnaire is refused with its place") {
    CHECK(reading("[]") == "refused: wrong-resource 1:1 ");
    CHECK(reading("{}") == "refused: wrong-resource 1:1 ");
    CHECK(reading(R"({"resourceType":"Questionnaire"})") == "refused: wrong-resource 1:17 /resourceType");
    CHECK(reading(R"({"resourceType":null})") == "refused: wrong-resource 1:17 /resourceType");
    CHECK(reading(response("", R"(,"questionnaire":"urn:other|2")")) ==
          "refused: wrong-questionnaire 1:57 /questionnaire");
    CHECK(reading(response("", R"(,"questionnaire":7)")) == "refused: wrong-questionnaire 1:57 /questionnaire");
    CHECK(reading(response("", R"(,"status":"entered-in-error")")) == "refused: entered-in-error 1:50 /status");
    CHECK(reading("{") == "refused: json-syntax 1:2 ");
    CHECK(reading(R"({"resourceType":"QuestionnaireResponse","item":{}})") == "refused: not-a-list 1:48 /item");
    CHECK(items(R"({"linkId":"one","answer":{}})") == "refused: not-a-list 1:74 /item/0/answer");
    CHECK(items(R"({"linkId":"one","answer":"yes"})") == "refused: not-a-list 1:74 /item/0/answer");
    CHECK(items(R"({"linkId":"one","item":"x"})") == "refused: not-a-list 1:72 /item/0/item");
    CHECK(items("null") == "refused: not-an-object 1:49 /item/0");
    CHECK(items(R"("one")") == "refused: not-an-object 1:49 /item/0");
    CHECK(items("{}") == "refused: missing-link-id 1:49 /item/0");
    CHECK(items(R"({"linkId":7})") == "refused: missing-link-id 1:59 /item/0/linkId");
    CHECK(items(R"({"linkId":""})") == "refused: missing-link-id 1:59 /item/0/linkId");
}

TEST_CASE("A modifier extension anywhere is refused, an empty one is not there") {
    CHECK(reading(response("", R"(,"modifierExtension":[{"url":"u"}])")) ==
          "refused: unknown-modifier 1:41 /modifierExtension");
    CHECK(items(R"({"linkId":"is","modifierExtension":[{"url":"u"}]})") ==
          "refused: unknown-modifier 1:64 /item/0/modifierExtension");
    CHECK(items(R"({"linkId":"is","answer":[{"modifierExtension":{"url":"u"},"valueBoolean":true}]})") ==
          "refused: unknown-modifier 1:75 /item/0/answer/0/modifierExtension");
    CHECK(items(R"({"linkId":"is","modifierExtension":[]})").empty());
}

TEST_CASE("Answers are written nested in their groups, and read back the same") {
    auto const text = response(R"({"linkId":"one","answer":[{"valueCoding":{"code":"yes"}}]},
        {"linkId":"when","answer":[{"valueDate":"2026-03-30"}]},{"linkId":"many","answer":[{"valueCoding":{"code":"a"}},{"valueCoding":{"code":"b"}}]},
        {"linkId":"size","answer":[{"valueDecimal":0.1}]},{"linkId":"weight","answer":[{"valueQuantity":{"value":70,"unit":"kg"}}]},
        {"linkId":"count","answer":[{"valueInteger":"3"}]})");
    auto const sheet = read_response(text, form());
    REQUIRE(sheet);
    auto const today = *Date::from_iso("2026-03-02");
    EffectiveAnswers const answers{form(), *sheet, today};
    auto const written = write_response(form(), *sheet, answers, ResponseStatus::Completed, JsonLayout::Compact);
    CHECK(
        written ==
        R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:test|7","status":"completed","item":[)"
        R"({"linkId":"section","item":[{"linkId":"one","answer":[{"valueCoding":{"system":"urn:c","code":"yes","display":"Yes"}}]},)"
        R"({"linkId":"many","answer":[{"valueCoding":{"system":"urn:c","code":"a","display":"a"}},{"valueCoding":{"system":"urn:c","code":"b","display":"b"}}]},)"
        R"({"linkId":"when","answer":[{"valueDate":"2026-03-30"}]}]},)"
        R"({"linkId":"size","answer":[{"valueDecimal":0.1}]},{"linkId":"weight","answer":[{"valueQuantity":{"value":70,"unit":"kg"}}]}]})");
    auto const again = read_response(written, form());
    REQUIRE(again);
    auto expected = sheet->answers;
    CHECK(again->answers == expected);
    CHECK(again->unknown_link_ids.empty());
}

TEST_CASE("Answers of disabled questions are not written, and questions nest below answers") {
    auto const read = read_form(form_text(R"(
        {"linkId":"a","type":"boolean","item":[{"linkId":"b","type":"string","text":"B?"}]},
        {"linkId":"c","type":"string","enableWhen":[{"question":"a","operator":"=","answerBoolean":false}]})"));
    auto const sheet = read_response(
        response(R"({"linkId":"a","answer":[{"valueBoolean":true}]},{"linkId":"b","answer":[{"valueString":"x"}]},
        {"linkId":"c","answer":[{"valueString":"y"}]})"),
        read.questionnaire);
    REQUIRE(sheet);
    EffectiveAnswers const answers{read.questionnaire, *sheet, *Date::from_iso("2026-03-02")};
    CHECK(
        write_response(read.questionnaire, *sheet, answers, ResponseStatus::InProgress, JsonLayout::Compact) ==
        R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:test|7","status":"in-progress","item":[)"
        R"({"linkId":"a","answer":[{"valueBoolean":true,"item":[{"linkId":"b","text":"B?","answer":[{"valueString":"x"}]}]}]}]})");
}
