// Runs the built command as anybody would: arguments and input in, output and exit status out (design.md section 3).
#include "cli/command.hpp"

#include "formats/json.hpp"
#include "support/catch.hpp"

#include <cstdio>
#include <cstdlib>

using namespace needlewise::formats;
using namespace needlewise::cli::test;

namespace {

std::string coding(std::string const& link_id, std::string const& code) {
    return R"({"linkId":")" + link_id + R"(","answer":[{"valueCoding":{"code":")" + code + R"("}}]})";
}

/// A healthy person's answers (examples.md), with some put in place of others.
std::string response(std::string const& more = "", std::string const& planned = "2026-03-30") {
    std::string items;
    for (auto const& [link_id, code] :
         std::initializer_list<std::pair<char const*, char const*>>{{"age-band", "22-plus"},
                                                                    {"pregnancy", "none"},
                                                                    {"concerns", "fine-lines"},
                                                                    {"area", "face"},
                                                                    {"device", "needle-only"},
                                                                    {"numbing", "clinic"},
                                                                    {"skin-today", "none"},
                                                                    {"changing-mole", "no"},
                                                                    {"spots-in-area", "none"},
                                                                    {"skin-conditions", "none"},
                                                                    {"scar-history", "none"},
                                                                    {"pigment", "none"},
                                                                    {"bleeding-healing", "none"},
                                                                    {"diabetes", "no"},
                                                                    {"heart", "none"},
                                                                    {"immune", "none"},
                                                                    {"cancer", "none"},
                                                                    {"other-health", "none"},
                                                                    {"day-to-day", "none"},
                                                                    {"isotretinoin", "never"},
                                                                    {"medicines", "none"},
                                                                    {"creams", "none"},
                                                                    {"allergies", "none"},
                                                                    {"numbing-risks", "none"},
                                                                    {"recent-4-weeks", "none"},
                                                                    {"recent-12-months", "none"},
                                                                    {"recent-illness", "none"}}) {
        if (more.find("\"" + std::string{link_id} + "\"") == std::string::npos) {
            items += coding(link_id, code) + ",";
        }
    }
    items += R"({"linkId":"planned-date","answer":[{"valueDate":")" + planned + R"("}]})";
    return R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:needlewise:questionnaire:microneedling|2026","status":"completed","item":[)" +
           items + (more.empty() ? "" : "," + more) + "]}";
}

std::string field(std::string const& json, std::string_view name) {
    auto const document = parse_json(json);
    REQUIRE(document);
    auto const value = document->root().member(name);
    return std::string{value.is(JsonKind::String) ? value.text() : value.raw()};
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("assess judges a response from a file, a dash or standard input, from any directory") {
    Folder const folder;
    folder.write("r.json", response());
    for (char const* arguments :
         {"assess --today 2026-03-02 $D/r.json", "assess --today=2026-03-02 -", "assess --today 2026-03-02"}) {
        auto const result = run(folder, arguments, response());
        CHECK(result.status == 0);
        CHECK(result.err.empty());
        CHECK(field(result.out, "outcome") == "clear");
        CHECK(field(result.out, "today") == "2026-03-02");
        CHECK(result.out.back() == '\n');
    }
}

TEST_CASE("assess exits 0 whatever the outcome") {
    Folder const folder;
    auto const error = run(folder, "assess --today 2026-03-02", response("", "2026-02-30"));
    CHECK(error.status == 0);
    CHECK(
        error.out.find(
            R"({"outcome":"error","provisional":null,"notBefore":null,"earliest":null,"openEnded":false,"findings":[],)"
            R"("incomplete":[],"errors":["planned-date"],"protocol":{"id":"microneedling","version":")") == 0);
    auto const empty = run(folder, "assess", R"({"resourceType":"QuestionnaireResponse"})");
    CHECK(empty.status == 0);
    CHECK(field(empty.out, "outcome") == "incomplete");
    CHECK(field(run(folder, "assess --today 2026-03-02", response(coding("pregnancy", "pregnant"))).out, "outcome") ==
          "exclude");
}

TEST_CASE("The example of the contract comes out as it stands there") {
    Folder const folder;
    auto const result = run(folder, "assess --today 2026-03-02",
                            response(coding("isotretinoin", "past-12-months") +
                                     R"(,{"linkId":"isotretinoin-last-date","answer":[{"valueDate":"2025-11-15"}]})"));
    CHECK(
        result.out.find(
            R"({"outcome":"defer","provisional":null,"notBefore":"2026-05-15","earliest":"2026-05-15","openEnded":false,)"
            R"("findings":[{"id":"isotretinoin-recent","level":"defer","clarify":false,"date":"2026-05-15","dateKind":"not-before","questions":[],)"
            R"("because":["isotretinoin","isotretinoin-last-date","planned-date"],"title":")") == 0);
    CHECK(result.out.find(
              R"("differs":"X16"}],"incomplete":[],"errors":[],"protocol":{"id":"microneedling","version":")") !=
          std::string::npos);
}

TEST_CASE("Input that cannot be used is refused with its place, on stderr, with status 2") {
    Folder const folder;
    auto const refused = [&](std::string const& input, std::string const& what) {
        auto const result = run(folder, "assess", input);
        INFO(result.err);
        CHECK(result.status == 2);
        CHECK(result.out.empty());
        CHECK(result.err.find("needlewise: <stdin>:") == 0);
        CHECK(result.err.find(what) != std::string::npos);
    };
    refused("", ":1:1: there is no JSON here");
    refused("{\"resourceType\":\"QuestionnaireResponse\",\n\"item\":[", ":2:9: the text ends too early");
    refused("{\"a\":1,\n \"a\":2}", ":2:2: the name \"a\" is given twice");
    refused(std::string(200, '['), ":1:65: nested more than 64 deep");
    refused(std::string(5u << 20, ' '), ":1:1: larger than 4 MiB");
    refused("{\"resourceType\":\"\xFF\"}", "not valid UTF-8");
    refused(R"({"resourceType":"Patient"})", ":1:17: the resourceType is not QuestionnaireResponse");
    refused(R"({"resourceType":"QuestionnaireResponse","item":{}})", ":1:48: \"item\" is not a list (at /item)");
    refused(R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:other"})", "another questionnaire");
    refused(R"({"resourceType":"QuestionnaireResponse","modifierExtension":[{"url":"u"}]})", "modifier extension");
    refused(R"({"resourceType":"QuestionnaireResponse","status":"entered-in-error"})", "mistake");
    refused(R"({"resourceType":"QuestionnaireResponse","questionnaire":"\u001b[31m\nurn:x"})",
            "another questionnaire: \"?[31m?urn:x\"");
    auto const missing = run(folder, "assess $D/nothing.json");
    CHECK(missing.status == 2);
    CHECK(missing.err.find("nothing.json: cannot be read") != std::string::npos);
    CHECK(run(folder, "assess $D").status == 2);
}

TEST_CASE("Options that cannot be used give status 2") {
    Folder const folder;
    for (char const* arguments :
         {"", "judge", "assess --today 2026-02-30", "assess --colour red", "timeline --move 2", "check --lines",
          "assess --protocol $D/nowhere", "assess --clinic $D/nothing.json", "check $D/nowhere"}) {
        auto const result = run(folder, arguments, response());
        INFO(arguments);
        CHECK(result.status == 2);
        CHECK(result.out.empty());
        CHECK_FALSE(result.err.empty());
    }
    CHECK(run(folder, "--help").status == 0);
    CHECK(run(folder, "--version").out.find("microneedling") != std::string::npos);
}

TEST_CASE("--lines gives one result a line, goes on after bad ones and then exits 2") {
    Folder const folder;
    std::string const input = response() + "\n" + "{\"resourceType\":\n" + "\n" +
                              response(coding("age-band", "under-18")) + "\r\n" + "[1, \xC3\xA9]\n" +
                              R"({"resourceType":"QuestionnaireResponse","item":7})" + "\n" + response();
    auto const result = run(folder, "assess --lines --today 2026-03-02", input);
    CHECK(result.status == 2);
    auto const lines = lines_of(result.out);
    REQUIRE(lines.size() == 7);
    CHECK(field(lines[0], "outcome") == "clear");
    CHECK(lines[1] ==
          R"json({"error":{"message":"the text ends too early (at /resourceType)","line":2,"column":17}})json");
    CHECK(lines[2] == R"({"error":{"message":"there is no JSON here","line":3,"column":1}})");
    CHECK(field(lines[3], "outcome") == "exclude");
    CHECK(lines[4].find(R"("line":5,"column":5}})") != std::string::npos);
    CHECK(lines[5] == R"json({"error":{"message":"\"item\" is not a list (at /item)","line":6,"column":48}})json");
    CHECK(field(lines[6], "outcome") == "clear");
    CHECK(run(folder, "assess --lines --today 2026-03-02", response() + "\n").status == 0);
    CHECK(run(folder, "assess --lines").out.empty());
    CHECK(run(folder, "assess --lines").status == 0);
}

TEST_CASE("A line may bring its own day and clinic values") {
    Folder const folder;
    auto const clinic = folder.write(
        "clinic.json", R"({"parameters":{"wait-isotretinoin-recent":12,"nickel-allergy-level":"review"}})");
    std::string const answers =
        response(coding("isotretinoin", "past-12-months") + "," + coding("allergies", "nickel") +
                 R"(,{"linkId":"isotretinoin-last-date","answer":[{"valueDate":"2025-11-15"}]})");
    auto const line = [&](std::string const& members) {
        return "{" + members + (members.empty() ? "" : ",") + "\"response\":" + answers + "}\n";
    };
    auto const result =
        run(folder, "assess --lines --today 2026-03-02 --clinic " + clinic,
            answers + "\n" + line("") + line(R"("clinic":{"parameters":{"wait-isotretinoin-recent":1}})") +
                line(R"("today":"2026-01-02","date":"2026-03-30","clinic":null)"));
    CHECK(result.status == 0);
    auto const lines = lines_of(result.out);
    REQUIRE(lines.size() == 4);
    CHECK(field(lines[0], "notBefore") == "2026-11-15");
    CHECK(lines[1] == lines[0]);
    CHECK(field(lines[2], "notBefore") == "null");
    CHECK(field(lines[2], "outcome") == "review");  // the clinic file's level stays in force
    CHECK(field(lines[3], "today") == "2026-01-02");
}

TEST_CASE("A line's wrapper is checked like everything else") {
    Folder const folder;
    auto const error = [&](std::string const& line) {
        auto const result = run(folder, "assess --lines --today 2026-03-02", line);
        CHECK(result.status == 2);
        return result.out;
    };
    CHECK(error(R"({"todya":"2026-03-02","response":{}})").find(R"("line":1,"column":2)") != std::string::npos);
    CHECK(error(R"({"today":"2026-02-30","response":{}})").find(R"("line":1,"column":10)") != std::string::npos);
    CHECK(error(R"({"today":20260302,"response":{}})").find(R"("line":1,"column":10)") != std::string::npos);
    CHECK(error(R"({"today":"2026-03-02"})").find("there is no \\\"response\\\"") != std::string::npos);
    CHECK(
        error(
            R"({"clinic":{"parameters":{"wait-isotretinoin-recent":13}},"response":{"resourceType":"QuestionnaireResponse"}})")
            .find(R"("line":1,"column":53)") != std::string::npos);
    CHECK(error(R"({"clinic":{"paramters":{}},"response":{"resourceType":"QuestionnaireResponse"}})")
              .find(R"("line":1,"column":12)") != std::string::npos);
    CHECK(error(R"({"response":{"resourceType":"Patient"}})").find(R"("line":1,"column":29)") != std::string::npos);
}

TEST_CASE("A line longer than 4 MiB is refused and the next one read") {
    Folder const folder;
    auto const result =
        run(folder, "assess --lines --today 2026-03-02", std::string(9u << 20, ' ') + "\n" + response() + "\n");
    CHECK(result.status == 2);
    auto const lines = lines_of(result.out);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == R"({"error":{"message":"larger than 4 MiB","line":1,"column":1}})");
    CHECK(field(lines[1], "outcome") == "clear");
}

TEST_CASE("A bad clinic file is refused whole, with every problem's place") {
    Folder const folder;
    auto const clinic =
        folder.write("clinic.json", "{\"parameters\":{\n\"wait-isotretinoin-recent\":13,\n\"wait-soap\":1}}");
    auto const result = run(folder, "assess --clinic " + clinic, response());
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(result.err.find("clinic.json:2:28: error: ") != std::string::npos);
    CHECK(result.err.find("clinic.json:3:1: error: ") != std::string::npos);
}

/// Problems but for words that a translation still lacks or that changed in English: the page shows the English ones
/// until somebody has translated them.
std::string without_behind_translations(std::string const& problems) {
    std::istringstream lines{problems};
    std::string rest;
    for (std::string line; std::getline(lines, line);) {
        auto const is_behind = line.ends_with("[missing-word]") || line.ends_with("[changed-original]") ||
                               line.ends_with("[placeholder-mismatch]");
        auto const is_sum = line.find("problem") != std::string::npos && line.find(": ") == std::string::npos;
        if (!(is_behind && line.find(": warning: ") != std::string::npos) && !is_sum &&
            line.find(": no problems in ") == std::string::npos) {
            rest += line + '\n';
        }
    }
    return rest;
}

TEST_CASE("check lists every problem of a folder and exits 1, or says that there is none") {
    Folder const folder;
    for (auto const* what : {"check",
                             "check " NEEDLEWISE_ASSETS_DIR "/protocols/microneedling --clinic " NEEDLEWISE_ASSETS_DIR
                             "/clinic/example.json",
                             "check " NEEDLEWISE_ASSETS_DIR "/interface"}) {
        auto const good = run(folder, what);
        CAPTURE(what, good.out);
        CHECK(without_behind_translations(good.out).empty());
    }
    folder.write(
        "good/questionnaire.json",
        R"({"resourceType":"Questionnaire","url":"urn:q","item":[{"linkId":"a","type":"string","text":"A?"}]})");
    auto const good = run(folder, "check $D/good");
    CHECK(good.status == 0);
    CHECK(good.out.find("no problems") != std::string::npos);

    folder.write("p/questionnaire.json",
                 "{\"resourceType\":\"Questionnaire\",\"item\":[{\"linkId\":\"a\",\"type\":\"string\"},\n{\"linkId\":"
                 "\"a\",\"type\":\"string\"}]}");
    folder.write("p/rules.json", "{\"rulez\":[]}");
    auto const bad = run(folder, "check $D/p");
    CHECK(bad.status == 1);
    CHECK(bad.out.find("p/questionnaire.json:2:11: error: the linkId \"a\" is used twice (at /item/1/linkId). Give "
                       "each item a linkId of its own") != std::string::npos);
    CHECK(bad.out.find("p/rules.json:1:2: error: there is no \"rulez\" here") != std::string::npos);
    CHECK(bad.out.find("2 problems") != std::string::npos);
    auto const used = run(folder, "assess --protocol $D/p", response());
    CHECK(used.status == 2);
    CHECK(used.out.empty());

    folder.write("c.json", "{\"paging\":\"all\"}");
    auto const clinic = run(folder, "check --clinic $D/c.json");
    CHECK(clinic.status == 1);
    CHECK(clinic.out.find("c.json:1:11: error: ") != std::string::npos);
}

TEST_CASE("A questionnaire alone is a protocol for assess") {
    Folder const folder;
    folder.write(
        "form.json",
        R"({"resourceType":"Questionnaire","url":"urn:form","version":"3","id":"form","item":[{"linkId":"a","type":"string","required":true}]})");
    auto const answered = run(
        folder, "assess --protocol $D/form.json --today 2026-03-02",
        R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:form","item":[{"linkId":"a","answer":[{"valueString":"x"}]}]})");
    CHECK(answered.status == 0);
    CHECK(answered.out ==
          "{\"outcome\":\"clear\",\"provisional\":null,\"notBefore\":null,\"earliest\":null,\"openEnded\":false,"
          "\"findings\":[],\"incomplete\":[],"
          "\"errors\":[],\"protocol\":{\"id\":\"form\",\"version\":\"3\"},\"today\":\"2026-03-02\"}\n");
    CHECK(field(run(folder, "assess --protocol $D/form.json", R"({"resourceType":"QuestionnaireResponse"})").out,
                "outcome") == "incomplete");
}

TEST_CASE("timeline plans in three formats, with moves, and without answers") {
    Folder const folder;
    folder.write("r.json", response());
    auto const json = run(folder, "timeline --today 2026-03-02 $D/r.json");
    CHECK(json.status == 0);
    CHECK(json.out.find(R"("sessions":[{"number":1,"date":"2026-03-30")") != std::string::npos);
    CHECK(run(folder, "timeline --today 2026-03-02 --format text $D/r.json").out.find("30 March 2026") !=
          std::string::npos);
    auto const calendar = run(folder, "timeline --today 2026-03-02 --format ics $D/r.json").out;
    CHECK(calendar.find("BEGIN:VCALENDAR\r\n") == 0);
    CHECK(calendar.find("DTSTART;VALUE=DATE:20260330") != std::string::npos);

    auto const moved = run(folder, "timeline --today 2026-03-02 --move 2=2026-05-04 $D/r.json");
    CHECK(moved.out.find(R"({"number":2,"date":"2026-05-04")") != std::string::npos);
    auto const refused = run(folder, "timeline --today 2026-03-02 --move 2=2026-04-20 $D/r.json");
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("the earliest day is 2026-04-27") != std::string::npos);
    CHECK(run(folder, "timeline --today 2026-03-02 --move 9=2026-05-04 $D/r.json").err.find("no such session") !=
          std::string::npos);

    auto const example = run(folder, "timeline --today 2026-03-02 --date 2026-04-01");
    CHECK(example.status == 0);
    CHECK(example.out.find(R"("state":"example")") != std::string::npos);
    CHECK(example.out.find(R"("sessions":[{"number":1,"date":"2026-04-01")") != std::string::npos);
    CHECK(run(folder, "timeline --today 2026-03-02").out.find(R"("state":"example")") != std::string::npos);
    CHECK(run(folder, "timeline -", "").status == 2);

    auto const lines =
        run(folder, "timeline --lines --today 2026-03-02", response() + "\n" + R"({"date":"2026-04-01"})" + "\n{}\n");
    CHECK(lines.status == 2);
    REQUIRE(lines_of(lines.out).size() == 3);
    CHECK(lines_of(lines.out)[1].find(R"("state":"example")") != std::string::npos);
    CHECK(lines_of(lines.out)[2].find(R"({"error":)") == 0);
}

TEST_CASE("questionnaire prints the FHIR Questionnaire, with translations of a protocol that has words") {
    Folder const folder;
    auto const own = run(folder, "questionnaire");
    CHECK(own.status == 0);
    CHECK(own.err.empty());
    CHECK(field(own.out, "resourceType") == "Questionnaire");
    folder.write("p/questionnaire.json",
                 R"({"resourceType":"Questionnaire","item":[{"linkId":"q","type":"string","text":"Name?"}]})");
    folder.write("p/words/es.json", R"({"question/q/text":"¿Nombre?"})");
    for (char const* arguments : {"questionnaire --protocol $D/p", "questionnaire $D/p"}) {
        auto const other = run(folder, arguments);
        CHECK(other.status == 0);
        CHECK(other.out.find("¿Nombre?") != std::string::npos);
    }
    auto const wrong = run(folder, "questionnaire --today 2026-03-02");
    CHECK(wrong.status == 2);
    folder.write("p/questionnaire.json", "{");
    CHECK(run(folder, "questionnaire $D/p").status == 2);
}

TEST_CASE("take prints a code and a file that stand for the answers") {
    Folder const folder;
    auto const options = std::string{" --today 2026-03-02 --date 2026-03-30 "};
    auto const code = run(folder, "take" + options, response());
    CHECK(code.err.empty());
    REQUIRE(code.status == 0);
    CHECK(code.out.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567\n") == std::string::npos);
    auto const file = run(folder, "take --format file" + options, response());
    REQUIRE(file.status == 0);
    CHECK(field(file.out, "resourceType") == "QuestionnaireResponse");
    // The same answers again: from the file comes the same code and the same judgement.
    CHECK(run(folder, "take" + options, file.out).out == code.out);
    CHECK(run(folder, "assess --today 2026-03-02", file.out).out ==
          run(folder, "assess --today 2026-03-02", response()).out);
}

TEST_CASE("take names answers that it cannot take along, and moves that cannot be") {
    Folder const folder;
    auto const unknown = run(folder, "take", response(coding("nobody-asked", "x")));
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("nobody-asked") != std::string::npos);
    auto const code = run(folder, "take", response(coding("pregnancy", "no-such-code")));
    CHECK(code.status == 2);
    CHECK(code.err.find("pregnancy") != std::string::npos);
    auto const moved = run(folder, "take --today 2026-03-02 --move 2=2026-03-31", response());
    CHECK(moved.status == 2);
    CHECK(moved.err.find("session 2 cannot be moved there") != std::string::npos);
    CHECK(run(folder, "take --format ics", response()).status == 2);
}
