#include "reading.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using needlewise::formats::test::form_problems;
using needlewise::formats::test::form_text;
using needlewise::formats::test::Problems;
using needlewise::formats::test::read_form;
using needlewise::formats::test::summaries;

namespace {

std::string extension(std::string const& name, std::string const& value) {
    return R"({"url":"http://hl7.org/fhir/StructureDefinition/)" + name + R"(",)" + value + "}";
}

Item const& item(Questionnaire const& questionnaire, std::string_view link_id) {
    auto const index = questionnaire.find(link_id);
    REQUIRE(index);
    return questionnaire.items[*index];
}

std::string const yes_no =
    R"("answerOption":[{"valueCoding":{"system":"urn:c","code":"yes"}},{"valueCoding":{"system":"urn:c","code":"no"}}])";
std::string const choice = R"({"linkId":"q","type":"choice",)" + yes_no + "},";

}  // namespace

TEST_CASE("A questionnaire is read in document order with all it says") {
    auto const form = read_form(
        R"({"resourceType":"Questionnaire","url":"urn:test|2","version":"7","title":"T","language":"en","item":[
      {"linkId":"g","type":"group","text":"G","item":[
        {"linkId":"q","type":"choice","text":"Q?","prefix":"1.","required":true,"repeats":true,"readOnly":true,
         "extension":[)" +
        extension("questionnaire-itemControl", R"("valueCodeableConcept":{"coding":[{"code":"check-box"}]})") + "," +
        extension("questionnaire-hidden", R"("valueBoolean":true)") + R"(],
         "answerOption":[{"valueCoding":{"system":"urn:c","code":"a","display":"A"},"initialSelected":true},
           {"extension":[)" +
        extension("questionnaire-optionExclusive", R"("valueBoolean":true)") +
        R"(],"valueCoding":{"system":"urn:c","code":"none"}}],
         "item":[{"linkId":"q-help","type":"display","text":"Why","extension":[)" +
        extension("questionnaire-itemControl", R"("valueCodeableConcept":{"coding":[{"code":"help"}]})") + R"(]},
                 {"linkId":"n","type":"string","maxLength":5,"initial":[{"valueString":"x"}]}]}]},
      {"linkId":"d","type":"date","extension":[)" +
        extension("minValue", R"("valueDate":"2020-01-01")") +
        R"json(,{"url":"http://hl7.org/fhir/StructureDefinition/maxValue",
        "_valueDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/cqf-expression","valueExpression":{"language":"text/fhirpath","expression":"today()"}}]}}]},
      {"linkId":"i","type":"integer","extension":[)json" +
        extension("maxValue", R"("valueInteger":12)") + "," +
        extension("questionnaire-unit", R"("valueCoding":{"code":"kg","display":"kilogram"})") + R"(]}]})");
    CHECK(summaries(form.diagnostics).empty());
    auto const& questionnaire = form.questionnaire;
    CHECK(questionnaire.url == "urn:test");
    CHECK(questionnaire.version == "7");
    CHECK(questionnaire.language == "en");
    REQUIRE(questionnaire.items.size() == 5);
    auto const& q = item(questionnaire, "q");
    CHECK(q.text == "Q?");
    CHECK(q.prefix == "1.");
    CHECK((q.required && q.repeats && q.read_only && q.hidden));
    CHECK(q.item_control == "check-box");
    CHECK(q.parent == questionnaire.find("g"));
    REQUIRE(q.options.size() == 2);
    CHECK(q.options[0].label == "A");
    CHECK(q.options[0].initially_selected);
    CHECK(q.options[1].label == "none");
    CHECK(q.options[1].exclusive);
    CHECK(q.help == "Why");
    CHECK(q.help_link_ids == std::vector<std::string>{"q-help"});
    CHECK_FALSE(questionnaire.find("q-help"));
    auto const& n = item(questionnaire, "n");
    CHECK(n.parent == questionnaire.find("q"));
    CHECK(n.max_length == 5);
    CHECK(n.initial == std::vector<Value>{std::string{"x"}});
    auto const& d = item(questionnaire, "d");
    CHECK(d.minimum == Bound{Value{*Date::from_iso("2020-01-01")}});
    CHECK(d.maximum == Bound{Today{}});
    CHECK(item(questionnaire, "i").maximum == Bound{Value{std::int64_t{12}}});
    CHECK(item(questionnaire, "i").unit == "kilogram");
}

TEST_CASE("Every item type of FHIR R4 that takes answers is known") {
    for (char const* type : {"group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string",
                             "text", "url", "quantity"}) {
        CHECK(form_problems(R"({"linkId":"q","type":")" + std::string{type} + R"("})").empty());
    }
    CHECK(form_problems(choice + R"({"linkId":"o","type":"open-choice",)" + yes_no + "}").empty());
}

TEST_CASE("All seven operators of enableWhen are read, and a coding without system gets that of the option") {
    auto const form = read_form(form_text(choice + R"({"linkId":"i","type":"integer"},
        {"linkId":"x","type":"string","enableBehavior":"all","enableWhen":[
          {"question":"q","operator":"exists","answerBoolean":true},{"question":"q","operator":"=","answerCoding":{"code":"yes"}},
          {"question":"q","operator":"!=","answerCoding":{"system":"urn:c","code":"no"}},{"question":"i","operator":">","answerInteger":1},
          {"question":"i","operator":"<","answerInteger":2},{"question":"i","operator":">=","answerInteger":3},{"question":"i","operator":"<=","answerInteger":4}]})"));
    CHECK(summaries(form.diagnostics).empty());
    auto const& x = item(form.questionnaire, "x");
    CHECK(x.enable_behavior == EnableBehavior::All);
    REQUIRE(x.enable_when.size() == 7);
    CHECK(x.enable_when[0].comparison == Operator::Exists);
    CHECK(x.enable_when[1].comparison == Operator::Equal);
    CHECK(x.enable_when[1].answer == Value{Coding{"urn:c", "yes", ""}});
    CHECK(x.enable_when[2].comparison == Operator::NotEqual);
    CHECK(x.enable_when[3].comparison == Operator::Greater);
    CHECK(x.enable_when[4].comparison == Operator::Less);
    CHECK(x.enable_when[5].comparison == Operator::GreaterOrEqual);
    CHECK(x.enable_when[6].comparison == Operator::LessOrEqual);
}

TEST_CASE("An unknown type or modifier extension leaves that item out, with all below it, and nothing else") {
    auto const form = read_form(form_text(R"({"linkId":"a","type":"attachment"},
{"linkId":"m","type":"group","modifierExtension":[{"url":"u"}],"item":[{"linkId":"below","type":"string","required":true}]},
{"linkId":"ok","type":"string","extension":[{"url":"urn:unknown"}]})"));
    CHECK(summaries(form.diagnostics) ==
          Problems{"q:1:95 unknown-type? /item/0/type", "q:2:1 unknown-modifier? /item/1"});
    CHECK(item(form.questionnaire, "a").type == ItemType::Display);
    CHECK(item(form.questionnaire, "below").type == ItemType::Display);
    CHECK(item(form.questionnaire, "below").hidden);
    CHECK_FALSE(item(form.questionnaire, "below").required);
    CHECK(item(form.questionnaire, "ok").type == ItemType::String);
}

TEST_CASE("What is no Questionnaire is reported") {
    CHECK(summaries(read_form("[]").diagnostics) == Problems{"q:1:1 wrong-type "});
    CHECK(summaries(read_form("{}").diagnostics) == Problems{"q:1:1 wrong-resource "});
    CHECK(summaries(read_form(R"({"resourceType":"Patient"})").diagnostics) ==
          Problems{"q:1:17 wrong-resource /resourceType"});
    CHECK(form_problems("") == Problems{"q:1:1 no-items "});
    CHECK(summaries(read_form(R"({"resourceType":"Questionnaire","item":{}})").diagnostics) ==
          Problems{"q:1:40 wrong-type /item", "q:1:1 no-items "});
}

TEST_CASE("Items without a linkId of their own are reported") {
    CHECK(form_problems(R"({"type":"string"},{"linkId":"a","type":"string"})") ==
          Problems{"q:1:74 missing-member /item/0"});
    CHECK(form_problems(R"({"linkId":"","type":"string"},{"linkId":"a","type":"string"})") ==
          Problems{"q:1:84 empty-text /item/0/linkId"});
    CHECK(form_problems(R"({"linkId":"a","type":"string"},
{"linkId":"a","type":"string"})") == Problems{"q:2:11 duplicate-link-id /item/1/linkId"});
    CHECK(form_problems("7,{\"linkId\":\"a\",\"type\":\"string\"}") == Problems{"q:1:74 wrong-type /item/0"});
    CHECK(form_problems(R"({"linkId":"a"})") == Problems{"q:1:74 missing-member /item/0"});
}

TEST_CASE("Wrong members of an item are reported where they stand") {
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"string","required":"yes"})") ==
          Problems{"q:2:42 wrong-type /item/0/required"});
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"string","maxLength":0})") ==
          Problems{"q:2:43 out-of-range /item/0/maxLength"});
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"string","text":7})") == Problems{"q:2:38 wrong-type /item/0/text"});
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"integer","initial":[{"valueString":"x"}]})") ==
          Problems{"q:2:43 wrong-type /item/0/initial/0"});
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"date","extension":[)" +
                        extension("minValue", R"("valueDate":"2026-02-30")") + "]}") ==
          Problems{"q:2:42 wrong-type /item/0/extension/0"});
}

TEST_CASE("Options that cannot be chosen are reported") {
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"choice"})") == Problems{"q:2:1 no-options? /item/0"});
    CHECK(form_problems("\n"
                        R"({"linkId":"a","type":"choice","answerValueSet":"urn:v"})") ==
          Problems{"q:2:48 unsupported? /item/0/answerValueSet"});
    CHECK(
        form_problems("\n"
                      R"({"linkId":"a","type":"choice","answerOption":[{"valueBoolean":true},{"valueString":"x"}]})") ==
        Problems{"q:2:47 wrong-type /item/0/answerOption/0"});
    CHECK(
        form_problems(
            "\n"
            R"({"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"x"}}]})") ==
        Problems{"q:2:91 duplicate-code /item/0/answerOption/1/valueCoding"});
}

TEST_CASE("Wrong conditions of enableWhen are reported where they stand") {
    auto const problems = [](std::string const& rule) {
        return form_problems(choice +
                             "\n"
                             R"({"linkId":"x","type":"string","enableWhen":[)" +
                             rule + "]}");
    };
    CHECK(problems(R"({"question":"nobody","operator":"=","answerCoding":{"code":"yes"}})") ==
          Problems{"q:2:57 unknown-link-id /item/1/enableWhen/0/question"});
    CHECK(problems(R"({"question":"q","operator":"=","answerCoding":{"code":"perhaps"}})") ==
          Problems{"q:2:99 unknown-code /item/1/enableWhen/0/answerCoding/code"});
    CHECK(problems(R"({"question":"q","operator":"=","answerCoding":{"system":"urn:other","code":"yes"}})") ==
          Problems{"q:2:120 unknown-code /item/1/enableWhen/0/answerCoding/code"});
    CHECK(problems(R"({"question":"q","operator":"==","answerCoding":{"code":"yes"}})") ==
          Problems{"q:2:72 unknown-value /item/1/enableWhen/0/operator"});
    CHECK(problems(R"({"question":"q","operator":"=","answerInteger":1})") ==
          Problems{"q:2:92 wrong-type /item/1/enableWhen/0/answerInteger"});
    CHECK(problems(R"({"question":"q","operator":"exists","answerCoding":{"code":"yes"}})") ==
          Problems{"q:2:96 wrong-type /item/1/enableWhen/0/answerCoding"});
    CHECK(problems(R"({"question":"q","operator":"="})") == Problems{"q:2:45 wrong-type /item/1/enableWhen/0"});
    CHECK(problems(R"({"operator":"=","answerCoding":{"code":"yes"}})") ==
          Problems{"q:2:45 missing-member /item/1/enableWhen/0"});
    CHECK(
        problems(
            R"({"question":"q","operator":"exists","answerBoolean":true},{"question":"q","operator":"exists","answerBoolean":true})") ==
        Problems{"q:2:44 missing-member /item/1/enableWhen"});
}

TEST_CASE("An enableWhen on what takes no answer is reported") {
    CHECK(
        form_problems(
            R"({"linkId":"g","type":"group","item":[{"linkId":"y","type":"string"}]},)"
            "\n"
            R"({"linkId":"x","type":"string","enableWhen":[{"question":"g","operator":"exists","answerBoolean":true}]})") ==
        Problems{"q:2:57 no-question? /item/1/enableWhen/0/question"});
}

TEST_CASE("Circles of enableWhen are reported at each item on them, and only there") {
    auto const when = [](std::string const& question) {
        return R"("enableWhen":[{"question":")" + question + R"(","operator":"exists","answerBoolean":true}])";
    };
    auto const text = [&](std::string const& link_id, std::string const& question) {
        return R"({"linkId":")" + link_id + R"(","type":"string",)" + when(question) + "}";
    };
    CHECK(form_problems("\n" + text("a", "a")) == Problems{"q:2:44 enable-when-cycle /item/0/enableWhen"});
    CHECK(form_problems("\n" + text("a", "b") + ",\n" + text("b", "a") + ",\n" + text("after", "b")) ==
          Problems{"q:2:44 enable-when-cycle /item/0/enableWhen", "q:3:44 enable-when-cycle /item/1/enableWhen"});
    CHECK(form_problems("\n"
                        R"({"linkId":"g","type":"group",)" +
                        when("inside") + R"(,"item":[{"linkId":"inside","type":"string"}]})") ==
          Problems{"q:2:43 enable-when-cycle /item/0/enableWhen"});
}
