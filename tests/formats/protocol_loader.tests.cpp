// Each thing a loader must find, in a protocol that is faultless but for that.
#include "small_protocol.hpp"

using namespace needlewise;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

Problems rules(std::string const& from, std::string const& to) { return check_with("rules.json", from, to); }
Problems timeline(std::string const& from, std::string const& to) { return check_with("timeline.json", from, to); }
Problems information(std::string const& from, std::string const& to) { return check_with("protocol.json", from, to); }

}  // namespace

TEST_CASE("A protocol without a fault gives no problem and everything it says") {
    auto const folder = small_protocol();
    auto const loaded = check_protocol(sources_of(folder), "");
    CHECK(summaries(loaded.diagnostics).empty());
    REQUIRE(loaded.usable());
    auto const& protocol = loaded.protocol;
    CHECK(protocol.information.id == "small");
    CHECK(protocol.information.signed_off_by.empty());
    CHECK(protocol.questionnaire.items.size() == 7);
    REQUIRE(protocol.rules.size() == 4);
    CHECK(protocol.rules[0].wait_parameter == protocol.find_parameter("wait-retinol"));
    CHECK(protocol.rules[0].wait.length == 5);
    CHECK(protocol.rules[0].clarify_as == core::ClarifyAs::Mention);
    CHECK(protocol.rules[1].kind == core::RuleKind::PastExposure);
    CHECK(protocol.rules[1].date_question == protocol.questionnaire.find("peel-date"));
    CHECK(protocol.rules[1].wait.unit == core::Unit::Month);
    CHECK(protocol.rules[3].level == core::Level::Prepare);
    CHECK(protocol.parameters.size() == 8);
    CHECK(protocol.spans.size() == 2);
    CHECK(protocol.timeline.preparation.at(0).from.largest);
    CHECK(protocol.timeline.preparation.at(0).from.otherwise == -5);
    CHECK(protocol.timeline.preparation.at(0).from.terms.at(0).factor == -1);
    CHECK(protocol.timeline.day_of.at(0).from.offset == -5);
    CHECK_FALSE(protocol.timeline.care.at(0).to);
    CHECK(protocol.timeline.sessions.without_concerns == std::size_t{0});
    CHECK(protocol.bindings.planned_date == protocol.questionnaire.find("planned"));
    CHECK(protocol.word("rule/retinol/advice") == "Until {date}");
    CHECK(protocol.find_source("S1") != nullptr);
    CHECK(protocol.explainer.size() == 1);
    CHECK(protocol.figure.has_value());
}

TEST_CASE("A questionnaire alone is a protocol, under any name") {
    auto const text = small_protocol().at("questionnaire.json");
    for (char const* path : {"questionnaire.json", "/somewhere/my form.json"}) {
        std::vector<SourceFile> const files{{path, text}};
        auto const loaded = check_protocol(files, "");
        CHECK(summaries(loaded.diagnostics).empty());
        CHECK(loaded.protocol.information.id == "small");
        CHECK(loaded.protocol.information.version == "1");
        CHECK(loaded.protocol.rules.empty());
    }
}

TEST_CASE("Files are known by the end of their path, and what is missing or strange is reported") {
    auto folder = small_protocol();
    Folder moved;
    for (auto const& [path, text] : folder) {
        moved["/home/protocols/words/" + path] = text;
    }
    CHECK(check(moved).empty());
    folder.erase("questionnaire.json");
    CHECK(check(folder) == Problems{"questionnaire.json:0:0 missing-file "});
    folder = small_protocol();
    folder["rule.json"] = "{}";
    CHECK(check(folder) == Problems{"rule.json:0:0 unknown-file? "});
    folder = small_protocol();
    folder.erase("words/en.json");
    CHECK(check(folder) == Problems{"words/en.json:0:0 missing-file "});
    CHECK(check_protocol({}, "").diagnostics.size() == 1);
}

TEST_CASE("Every file must be JSON, and an object") {
    for (auto const& [path, text] : small_protocol()) {
        CHECK(check_with(path, text, "{").front() == path + ":1:2 json-syntax ");
        CHECK(check_with(path, text, "[]").front() == path + ":1:1 wrong-type ");
        CHECK(check_with(path, text, "").front() == path + ":1:1 json-empty ");
        CHECK(check_with(path, text, "{\"a\":1,\n\"a\":2}").front() == path + ":2:1 json-duplicate-key /a");
        CHECK(check_with(path, text, "{\"a\":\"\xFF\"}").front() == path + ":1:7 json-utf8 /a");
        CHECK(check_with(path, text, std::string(65, '[')).front().substr(0, path.size() + 16) ==
              path + ":1:65 json-depth");
        CHECK(check_with(path, text, std::string(4u * 1024 * 1024 + 1, ' ')).front() == path + ":1:1 json-size ");
    }
}

TEST_CASE("All problems are listed, not the first alone") {
    auto folder = with("rules.json", "\"answer\":\"retinol\"", "\"answer\":\"soap\"");
    auto& text = folder.at("timeline.json");
    text.replace(text.find("\"item\":\"red\""), 12, "\"item\":\"blue\"");
    folder.at("words/en.json").replace(0, 21, "{\"protocol/titel\":\"T\"");
    folder.at("sources.json").replace(folder.at("sources.json").find("\"V\""), 3, "\"W\"");
    CHECK(check(folder) == Problems{"rules.json:9:104 unknown-code /rules/0/when/answer",
                                    "sources.json:2:69 unknown-value /sources/0/mark",
                                    "timeline.json:16:82 unknown-id /changes/0/item",
                                    "words/en.json:1:1 missing-word "});
}

TEST_CASE("Unknown linkIds and codes in rules are found") {
    CHECK(rules("\"question\":\"creams\",\"operator\"", "\"question\":\"cremes\",\"operator\"") ==
          Problems{"rules.json:9:71 unknown-link-id /rules/0/when/question"});
    CHECK(rules("\"answer\":\"retinol\"", "\"answer\":\"soap\"") ==
          Problems{"rules.json:9:104 unknown-code /rules/0/when/answer"});
    CHECK(rules("\"dateQuestion\":\"peel-date\"", "\"dateQuestion\":\"peel-day\"") ==
          Problems{"rules.json:10:169 unknown-link-id /rules/1/dateQuestion"});
    CHECK(rules("\"dateQuestion\":\"peel-date\"", "\"dateQuestion\":\"peel\"") ==
          Problems{"rules.json:10:169 wrong-type /rules/1/dateQuestion"});
    CHECK(rules("{\"question\":\"creams\",\"value\"", "{\"question\":\"cream\",\"value\"") ==
          Problems{"rules.json:6:13 unknown-link-id /spans/0/question"});
    CHECK(rules("\"code\":\"yes\"", "\"code\":\"maybe\"") == Problems{"rules.json:7:27 unknown-code /spans/1/code"});
}

TEST_CASE("Wrong conditions are found") {
    auto const when = [](std::string const& condition) {
        return rules(R"({"question":"creams","operator":"=","answer":"retinol"})", condition);
    };
    CHECK(when(R"({"question":"creams","operator":"==","answer":"retinol"})") ==
          Problems{"rules.json:9:91 unknown-value /rules/0/when/operator"});
    CHECK(when(R"({"question":"creams","operator":"="})") == Problems{"rules.json:9:59 missing-member /rules/0/when"});
    CHECK(when(R"({"question":"creams","operator":"=","answer":true})") ==
          Problems{"rules.json:9:104 wrong-type /rules/0/when/answer"});
    CHECK(when(R"({"question":"creams","operator":"exists","answer":"yes"})") ==
          Problems{"rules.json:9:109 wrong-type /rules/0/when/answer"});
    CHECK(when(R"({"question":"planned","operator":">","answer":"2026-02-30"})") ==
          Problems{"rules.json:9:105 wrong-type /rules/0/when/answer"});
    CHECK(when(R"({"question":"creams","operator":"=","answer":"retinol","unit":1})") ==
          Problems{"rules.json:9:114 unknown-member /rules/0/when/unit"});
    CHECK(when("{}") == Problems{"rules.json:9:59 wrong-condition /rules/0/when"});
    CHECK(when(R"({"any":[],"all":[]})") == Problems{"rules.json:9:59 wrong-condition /rules/0/when"});
    CHECK(when(R"({"all":{}})") == Problems{"rules.json:9:66 wrong-type /rules/0/when/all"});
    CHECK(when(R"({"all":[7]})") == Problems{"rules.json:9:67 wrong-type /rules/0/when/all/0"});
    CHECK(when(R"({"atLeast":{"count":2,"of":[{"question":"creams","operator":"=","answer":"retinol"}]}})") ==
          Problems{"rules.json:9:79 out-of-range /rules/0/when/atLeast/count"});
    CHECK(when("null") == Problems{"rules.json:9:59 missing-member /rules/0/when"});
}

TEST_CASE("Duplicate ids are found") {
    CHECK(rules("\"id\":\"peel\"", "\"id\":\"retinol\"") == Problems{"rules.json:10:7 duplicate-id /rules/1/id"});
    CHECK(rules("\"id\":\"gap\"", "\"id\":\"level\"").front() == "rules.json:4:7 duplicate-id /parameters/2/id");
    CHECK(timeline("\"id\":\"minutes\"", "\"id\":\"gap\"").front() ==
          "timeline.json:2:7 duplicate-id /parameters/0/id");
    CHECK(timeline("\"id\":\"step\"", "\"id\":\"prep\"").front() == "timeline.json:10:7 duplicate-id /dayOf/0/id");
    CHECK(timeline("\"flag-breath\"", "\"flag-breath\",\"flag-breath\"") ==
          Problems{"timeline.json:22:45 duplicate-id /redFlags/0/flags/1"});
    CHECK(check_with("sources.json", "\"strength\":\"A\"}",
                     "\"strength\":\"A\"},\n{\"key\":\"S1\",\"title\":\"B\",\"mark\":\"V\",\"strength\":\"A\"}") ==
          Problems{"sources.json:3:8 duplicate-id /sources/1/key"});
    CHECK(rules("\"rules\":true}", "\"rules\":true},\n{\"id\":\"X1\",\"views\":[\"S1\"]}") ==
          Problems{"rules.json:14:7 duplicate-id /differences/1/id"});
    CHECK(information("\"differs\":[\"X1\"]}", "\"differs\":[\"X1\"]},\n{\"id\":\"what\"}") ==
          Problems{"protocol.json:6:7 duplicate-id /explainer/1/id"});
}

TEST_CASE("Parameters out of range, of the wrong kind or unknown are found") {
    CHECK(rules("\"default\":5", "\"default\":9") == Problems{"rules.json:2:59 out-of-range /parameters/0/default"});
    CHECK(rules("\"minimum\":1,\"maximum\":7", "\"minimum\":7,\"maximum\":1") ==
          Problems{"rules.json:2:71 out-of-range /parameters/0/minimum"});
    CHECK(rules("\"minimum\":1", "\"minimum\":-1") == Problems{"rules.json:2:71 out-of-range /parameters/0/minimum"});
    CHECK(rules("\"default\":5", "\"default\":5.5").front() == "rules.json:2:59 wrong-type /parameters/0/default");
    CHECK(rules("\"default\":5", "\"default\":99999999999").front() ==
          "rules.json:2:59 out-of-range /parameters/0/default");
    CHECK(rules("\"unit\":\"day\"", "\"unit\":\"week\"").front() == "rules.json:2:43 unknown-value /parameters/0/unit");
    CHECK(rules("\"unit\":\"day\"", "\"unit\":\"minute\"").front() ==
          "rules.json:2:43 unknown-value /parameters/0/unit");
    CHECK(rules("\"allowed\":[\"mention\",\"review\"]", "\"allowed\":[\"review\"]") ==
          Problems{"rules.json:4:40 out-of-range /parameters/2/default"});
    CHECK(rules("\"default\":\"mention\"", "\"default\":\"mild\"").front() ==
          "rules.json:4:40 unknown-value /parameters/2/default");
    CHECK(rules("\"default\":\"mention\"", "\"default\":\"review\"") ==
          Problems{"rules.json:11:22 contradiction /rules/2/level"});
    CHECK(rules("{\"parameter\":\"wait-retinol\"}", "{\"parameter\":\"wait-retinal\"}") ==
          Problems{"rules.json:9:135 unknown-parameter /rules/0/wait/parameter"});
    CHECK(rules("{\"parameter\":\"wait-retinol\"}", "{\"parameter\":\"level\"}") ==
          Problems{"rules.json:9:135 wrong-type /rules/0/wait/parameter"});
    CHECK(timeline("\"emergencyNumberParameter\":\"emergency-number\"", "\"emergencyNumberParameter\":\"gap\"") ==
          Problems{"timeline.json:27:28 wrong-type /emergencyNumberParameter"});
    CHECK(timeline("\"default\":7,\"minimum\":3,\"maximum\":14", "\"default\":15,\"minimum\":3,\"maximum\":15") ==
          Problems{"timeline.json:23:96 contradiction /sessions/eventGapMinimumParameter"});
}

TEST_CASE("A wait longer than the time its question asks about is found, at its largest value and at its default") {
    CHECK(rules("\"minimum\":1,\"maximum\":7", "\"minimum\":1,\"maximum\":8") ==
          Problems{"rules.json:2:83 wait-over-span /parameters/0/maximum"});
    CHECK(rules("{\"question\":\"creams\",\"value\":7", "{\"question\":\"creams\",\"value\":6") ==
          Problems{"rules.json:2:83 wait-over-span /parameters/0/maximum"});
    CHECK(rules("{\"value\":6,\"unit\":\"month\"}", "{\"value\":12,\"unit\":\"month\"}").empty());
    CHECK(rules("{\"value\":6,\"unit\":\"month\"}", "{\"value\":365,\"unit\":\"day\"}").empty());
    CHECK(rules("{\"value\":6,\"unit\":\"month\"}", "{\"value\":366,\"unit\":\"day\"}") ==
          Problems{"rules.json:10:127 wait-over-span /rules/1/wait"});
    CHECK(rules("{\"value\":6,\"unit\":\"month\"}", "{\"value\":13,\"unit\":\"month\"}") ==
          Problems{"rules.json:10:127 wait-over-span /rules/1/wait"});
}

TEST_CASE("Rules whose kind and parts do not fit together are found") {
    CHECK(rules(",\"wait\":{\"parameter\":\"wait-retinol\"}", "").front() == "rules.json:9:1 missing-member /rules/0");
    CHECK(rules("\"kind\":\"none\"", "\"kind\":\"none\",\"wait\":{\"value\":1,\"unit\":\"day\"}") ==
          Problems{"rules.json:11:53 unused-member /rules/2/wait"});
    CHECK(rules(",\"dateQuestion\":\"peel-date\"", "") == Problems{"rules.json:10:1 missing-member /rules/1"});
    CHECK(rules("\"kind\":\"stoppable\"", "\"kind\":\"stopable\"").front() ==
          "rules.json:9:40 unknown-value /rules/0/kind");
    CHECK(rules("\"level\":\"defer\"", "\"level\":\"deferred\"") ==
          Problems{"rules.json:9:25 unknown-value /rules/0/level"});
    CHECK(rules("\"clarifyAs\":\"mention\"", "\"clarifyAs\":\"maybe\"") ==
          Problems{"rules.json:9:163 unknown-value /rules/0/clarifyAs"});
    CHECK(rules("\"strength\":\"C\"", "\"strength\":\"E\"") ==
          Problems{"rules.json:9:184 unknown-value /rules/0/strength"});
    CHECK(rules("\"strength\":\"C\"", "\"strenght\":\"C\"") ==
          Problems{"rules.json:9:1 missing-member /rules/0", "rules.json:9:173 unknown-member /rules/0/strenght"});
    CHECK(rules("\"value\":6", "\"value\":-6") == Problems{"rules.json:10:136 out-of-range /rules/1/wait/value"});
    CHECK(information(",\"eventDate\":\"event\"", "") == Problems{"rules.json:12:40 missing-binding /rules/3/kind"});
}

TEST_CASE("Sources and differences that are not there are found") {
    CHECK(rules("\"sources\":[\"S1\"],\"differs\":[\"X1\"]", "\"sources\":[\"S9\"],\"differs\":[\"X9\"]").size() == 2);
    CHECK(rules("\"sources\":[\"S1\"],\"differs\":[\"X1\"]", "\"sources\":[\"S9\"],\"differs\":[\"X1\"]") ==
          Problems{"rules.json:9:199 unknown-source /rules/0/sources/0"});
    CHECK(rules("\"sources\":[\"S1\"],\"differs\":[\"X1\"]", "\"sources\":[\"S1\"],\"differs\":[\"X9\"]") ==
          Problems{"rules.json:9:216 unknown-difference /rules/0/differs/0"});
    CHECK(rules("\"sources\":[\"S1\"],\"differs\":[\"X1\"]", "\"sources\":[],\"differs\":[\"X1\"]") ==
          Problems{"rules.json:9:198 missing-source /rules/0/sources"});
    CHECK(rules("\"views\":[\"S1\"]", "\"views\":[\"S9\"]").front() ==
          "rules.json:13:36 unknown-source /differences/0/views/0");
    CHECK(information("\"sources\":[\"S1\"]", "\"sources\":[\"S9\"]") ==
          Problems{"protocol.json:5:38 unknown-source /explainer/0/sources/0"});
    CHECK(information("\"differs\":[\"X1\"]", "\"differs\":[\"X9\"]") ==
          Problems{"protocol.json:5:55 unknown-difference /explainer/0/differs/0"});
}

TEST_CASE("Mistakes in protocol.json are found") {
    CHECK(information("\"contentDate\":\"2026-11-21\"", "\"contentDate\":\"2026-11-31\"") ==
          Problems{"protocol.json:1:43 bad-date /contentDate"});
    CHECK(information("\"reviewBy\":\"2027-11-21\"", "\"reviewBy\":\"soon\"") ==
          Problems{"protocol.json:1:67 bad-date /reviewBy"});
    CHECK(information("\"id\":\"small\",", "") == Problems{"protocol.json:1:1 missing-member "});
    CHECK(information("\"plannedDate\":\"planned\"", "\"plannedDate\":\"plan\"").front() ==
          "protocol.json:2:27 unknown-link-id /bindings/plannedDate");
    CHECK(information("\"plannedDate\":\"planned\"", "\"plannedDate\":\"peel\"").front() ==
          "protocol.json:2:27 wrong-type /bindings/plannedDate");
    CHECK(information("\"plannedDate\"", "\"planedDate\"").front() ==
          "protocol.json:2:13 unknown-member /bindings/planedDate");
    CHECK(information("[\"creams\"]", "[\"cream\"]") ==
          Problems{"protocol.json:3:44 unknown-link-id /rechecks/0/askAgain/0"});
    CHECK(information("{\"lines\":\"face\"}", "{\"line\":\"face\"}") ==
          Problems{"protocol.json:4:40 unknown-code /figure/regions/line"});
    CHECK(information("{\"lines\":\"face\"}", "{\"lines\":\"foot\"}") ==
          Problems{"protocol.json:4:48 unknown-value /figure/regions/lines"});
    CHECK(information("\"language\":\"en\"", "\"language\":7") == Problems{"protocol.json:1:110 wrong-type /language"});
}

TEST_CASE("Mistakes in the timeline are found") {
    CHECK(timeline("\"from\":2,\"to\":14", "\"from\":20,\"to\":14") ==
          Problems{"timeline.json:14:29 out-of-range /watch/0/to"});
    CHECK(timeline("\"usualEnd\":2", "\"usualEnd\":8") ==
          Problems{"timeline.json:12:53 out-of-range /signs/0/plausibleUntil"});
    CHECK(timeline("\"contact\":\"week\"", "\"contact\":\"month\"") ==
          Problems{"timeline.json:12:65 unknown-value /signs/0/contact"});
    CHECK(timeline("[[0,1.0],[7,0.0]]", "[[0,1.0],[7,2.0]]") ==
          Problems{"timeline.json:12:124 wrong-type /signs/0/height/1"});
    CHECK(timeline("[[0,1.0],[7,0.0]]", "[[7,1.0],[0,0.0]]") ==
          Problems{"timeline.json:12:124 out-of-range /signs/0/height/1"});
    CHECK(timeline("\"item\":\"red\"", "\"item\":\"blue\"").front() ==
          "timeline.json:16:82 unknown-id /changes/0/item");
    CHECK(timeline("\"plausibleUntil\":10", "\"plausibleUntil\":1") ==
          Problems{"timeline.json:16:105 out-of-range /changes/0/plausibleUntil"});
    CHECK(timeline("\"kind\":\"do\"", "\"kind\":\"must\"") ==
          Problems{"timeline.json:18:26 unknown-value /care/0/kind"});
    CHECK(timeline("\"to\":null", "\"to\":5") == Problems{"timeline.json:18:148 contradiction /care/0/openEnded"});
    CHECK(timeline(",\"to\":null", "") == Problems{"timeline.json:18:1 missing-member /care/0"});
    CHECK(timeline("\"icon\":\"sun\"", "\"icon\":\"moon\"") ==
          Problems{"timeline.json:18:133 unknown-value /care/0/icon"});
    CHECK(timeline("{\"parameter\":\"minutes\",\"factor\":0", "{\"parameter\":\"minute\",\"factor\":0") ==
          Problems{"timeline.json:18:51 unknown-parameter /care/0/from/parameter"});
    CHECK(timeline("\"sum\":[", "\"sums\":[").size() == 2);
    CHECK(timeline("\"otherwise\":-5", "\"otherwise\":\"x\"") ==
          Problems{"timeline.json:8:152 wrong-type /preparation/0/from/otherwise"});
    CHECK(timeline("\"code\":\"lines\"", "\"code\":\"skin\"").front() ==
          "timeline.json:25:9 unknown-code /sessions/concerns/0/code");
    CHECK(timeline("[\"hair\"]", "[\"beard\"]") ==
          Problems{"timeline.json:26:16 unknown-code /sessions/withoutPlan/0"});
    CHECK(timeline("\"withoutConcerns\":\"lines\"", "\"withoutConcerns\":\"hair\"") ==
          Problems{"timeline.json:26:42 unknown-code /sessions/withoutConcerns"});
    CHECK(timeline("[14,42]", "[42,14]") ==
          Problems{"timeline.json:25:183 wrong-type /sessions/concerns/0/firstChange"});
    CHECK(timeline("\"sessionsMinimum\":2", "\"sessionsMinimum\":0") ==
          Problems{"timeline.json:25:35 out-of-range /sessions/concerns/0/sessionsMinimum"});
    CHECK(timeline("\"sessionsParameter\":\"sessions-lines\"", "\"sessionsParameter\":\"emergency-number\"") ==
          Problems{"timeline.json:25:77 wrong-type /sessions/concerns/0/sessionsParameter"});
    CHECK(information(",\"concerns\":\"goal\"", "") ==
          Problems{"timeline.json:25:9 missing-binding /sessions/concerns/0/code",
                   "timeline.json:26:16 missing-binding /sessions/withoutPlan/0"});
}

TEST_CASE("Missing, empty, unused and unknown words are found") {
    auto const words = [](std::string const& from, std::string const& to) {
        return check_with("words/en.json", from, to);
    };
    CHECK(words("\"rule/peel/text\":\"T\",", "") == Problems{"words/en.json:1:1 missing-word "});
    CHECK(words("\"rule/peel/text\":\"T\"", "\"rule/peel/text\":\"\"") ==
          Problems{"words/en.json:5:40 empty-text /rule~1peel~1text"});
    CHECK(words("\"rule/peel/text\":\"T\"", "\"rule/peel/text\":7") ==
          Problems{"words/en.json:5:40 wrong-type /rule~1peel~1text"});
    CHECK(words("\"protocol/about\"", "\"rule/soap/text\":\"T\",\"protocol/about\"") ==
          Problems{"words/en.json:1:23 unused-word? /rule~1soap~1text"});
    CHECK(words("Until {date}", "Until {day}") ==
          Problems{"words/en.json:4:72 unknown-placeholder /rule~1retinol~1advice"});
    CHECK(words("Until {date}", "After {wait-retinol} days").empty());
}

TEST_CASE("Another language is completed from the protocol's own, and what it lacks is named") {
    auto folder = small_protocol();
    folder["words/de.json"] =
        R"({"question/creams/text":"Cremes?","option/creams/none":"Keine","rule/peel/text":"Peeling","parameter/emergency-number/default":"114"})";
    auto const files = sources_of(folder);
    CHECK(languages_of(files) == std::vector<std::string>{"de", "en"});
    for (char const* tag : {"de", "de-AT", "DE"}) {
        auto const loaded = load_protocol(files, tag);
        CHECK(loaded.usable());
        CHECK(loaded.protocol.questionnaire.items[0].text == "Cremes?");
        CHECK(loaded.protocol.questionnaire.items[0].options[1].label == "Keine");
        CHECK(loaded.protocol.questionnaire.items[1].text == "Peel?");
        CHECK(loaded.protocol.word("rule/peel/text") == "Peeling");
        CHECK(loaded.protocol.word("rule/peel/title") == "T");
        CHECK(std::get<core::TextParameter>(loaded.protocol.parameters.back().kind).initial == "114");
    }
    CHECK(load_protocol(files, "fr").protocol.word("rule/peel/text") == "T");
    auto const problems = check(folder);
    CHECK(problems.size() > 50);
    CHECK(std::all_of(problems.begin(), problems.end(),
                      [](std::string const& problem) { return problem == "words/de.json:1:1 missing-word? "; }));
}

TEST_CASE("What nothing uses is found") {
    CHECK(rules("\"differs\":[\"X1\"]}", "\"differs\":[]}").empty());  // the explainer still points there
    CHECK(timeline("\"parameters\":[\n",
                   "\"parameters\":[\n{\"id\":\"idle\",\"kind\":\"number\",\"unit\":\"day\",\"default\":1,\"minimum\":"
                   "1,\"maximum\":1},\n") ==
          Problems{"timeline.json:2:1 unused-parameter? /parameters/0", "words/en.json:1:1 missing-word "});
    CHECK(rules("\"rules\":true}", "\"rules\":true},\n{\"id\":\"X2\",\"views\":[]}").front() ==
          "rules.json:14:7 unused-difference? /differences/1/id");
}

TEST_CASE("Questions that can never be asked are found") {
    auto const ask = [](std::string const& members) {
        return check_with("questionnaire.json", "{\"linkId\":\"count\",\"type\":\"integer\",",
                          "{\"linkId\":\"count\",\"type\":\"integer\"," + members + ",");
    };
    CHECK(
        ask(R"("enableBehavior":"all","enableWhen":[{"question":"peel","operator":"=","answerCoding":{"code":"yes"}},{"question":"peel","operator":"=","answerCoding":{"code":"no"}}])") ==
        Problems{"questionnaire.json:12:72 never-asked? /item/6/enableWhen"});
    CHECK(
        ask(R"("enableBehavior":"any","enableWhen":[{"question":"peel","operator":"=","answerCoding":{"code":"yes"}},{"question":"peel","operator":"=","answerCoding":{"code":"no"}}])")
            .empty());
    CHECK(
        ask(R"("enableBehavior":"all","enableWhen":[{"question":"creams","operator":"=","answerCoding":{"code":"retinol"}},{"question":"creams","operator":"=","answerCoding":{"code":"not-sure"}}])")
            .empty());
    CHECK(
        ask(R"("enableBehavior":"all","enableWhen":[{"question":"peel","operator":"exists","answerBoolean":false},{"question":"peel-date","operator":"exists","answerBoolean":true}])") ==
        Problems{"questionnaire.json:12:72 never-asked? /item/6/enableWhen"});
    CHECK(
        ask(R"("enableBehavior":"all","enableWhen":[{"question":"peel","operator":"!=","answerCoding":{"code":"yes"}},{"question":"peel-date","operator":"exists","answerBoolean":true}])") ==
        Problems{"questionnaire.json:12:72 never-asked? /item/6/enableWhen"});
}

TEST_CASE("Rules that can never fire are found") {
    auto const when = [](std::string const& condition) {
        return rules(R"({"all":[{"question":"peel","operator":"=","answer":"yes"}]})", condition);
    };
    auto const never = Problems{"rules.json:10:60 never-fires? /rules/1/when"};
    CHECK(when(R"({"any":[]})") == never);
    CHECK(
        when(
            R"({"all":[{"question":"peel","operator":"=","answer":"yes"},{"question":"peel","operator":"=","answer":"no"}]})") ==
        never);
    CHECK(
        when(
            R"({"all":[{"question":"peel","operator":"=","answer":"yes"},{"not":{"question":"peel","operator":"=","answer":"yes"}}]})") ==
        never);
    CHECK(
        when(
            R"({"all":[{"question":"peel","operator":"=","answer":"no"},{"question":"peel-date","operator":"exists","answer":true}]})") ==
        never);
    CHECK(
        when(
            R"({"atLeast":{"count":2,"of":[{"question":"peel","operator":"=","answer":"yes"},{"question":"peel","operator":"=","answer":"no"}]}})") ==
        never);
    CHECK(
        when(R"({"not":{"atLeast":{"count":1,"of":[{"all":[]},{"question":"peel","operator":"=","answer":"no"}]}}})") ==
        never);
    CHECK(
        when(
            R"({"all":[{"question":"peel","operator":"=","answer":"yes"},{"question":"peel-date","operator":"exists","answer":true}]})")
            .empty());
    CHECK(when(R"({"not":{"question":"peel","operator":"=","answer":"yes"}})").empty());
}

TEST_CASE("At most 1000 problems are listed, and an error counts even where it is not") {
    auto const with_words = [](std::size_t count, std::string const& last) {
        auto folder = small_protocol();
        std::string extra = "{";
        for (std::size_t number = 0; number < count; ++number) {
            extra += "\"unused/" + std::to_string(number) + "\":\"T\",";
        }
        folder.at("words/en.json").replace(0, 1, extra + last);
        return check_protocol(sources_of(folder), "");
    };
    auto const many = with_words(2000, "");
    CHECK(many.diagnostics.size() == 1001);
    CHECK(many.usable());
    auto const broken = with_words(2000, "\"unused/last\":\"{nobody}\",");
    CHECK(broken.diagnostics.size() == 1001);
    CHECK_FALSE(broken.usable());
}
