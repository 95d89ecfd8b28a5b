#include "formats/assessment_json.hpp"
#include "formats/fhir_response.hpp"

#include "small_protocol.hpp"

using namespace needlewise;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

core::Protocol const& protocol() {
    static auto const folder = small_protocol();
    static auto const loaded = load_protocol(sources_of(folder), "");
    return loaded.protocol;
}

std::string judged(std::string const& items) {
    auto const sheet =
        read_response(R"({"resourceType":"QuestionnaireResponse","item":[)" + items + "]}", protocol().questionnaire);
    REQUIRE(sheet);
    auto const parameters = protocol().initial_parameters();
    return assessment_json(protocol(), parameters,
                           core::assess(protocol(), parameters, *sheet, *core::Date::from_iso("2026-03-02")));
}

std::string const creams =
    R"({"linkId":"creams","answer":[{"valueCoding":{"code":"retinol"}}]},{"linkId":"goal","answer":[{"valueCoding":{"code":"hair"}}]})";

}  // namespace

TEST_CASE("An assessment is written with every field in its place") {
    CHECK(
        judged(creams + R"(,{"linkId":"planned","answer":[{"valueDate":"2026-03-30"}]})") ==
        R"({"outcome":"prepare","provisional":null,"notBefore":null,"earliest":"2026-03-07","openEnded":false,"findings":[)"
        R"({"id":"retinol","level":"prepare","clarify":false,"date":"2026-03-25","dateKind":"stop-by","questions":[],"because":["creams","planned"],)"
        R"("title":"T","text":"T","advice":"Until 2026-03-25","strength":"C","sources":["S1"],"differs":"X1"}],)"
        R"("incomplete":[],"errors":[],"protocol":{"id":"small","version":"1"},"today":"2026-03-02"})");
}

TEST_CASE("A finding to clarify says the sentence for it and no advice") {
    auto const unsure = judged(R"({"linkId":"creams","answer":[{"valueCoding":{"code":"not-sure"}}]})");
    CHECK(
        unsure.find(
            R"({"id":"retinol","level":"mention","clarify":true,"date":null,"dateKind":null,"questions":["creams"],)") !=
        std::string::npos);
    CHECK(unsure.find(R"("advice":"")") != std::string::npos);

    core::Finding finding;
    CHECK(clarify_key(protocol(), finding).empty());
    finding.rule = 1;
    finding.clarify = true;
    finding.level = core::Level::Review;
    finding.questions = {*protocol().questionnaire.find("peel")};
    CHECK(clarify_key(protocol(), finding) == "clarify/review");
    finding.level = core::Level::Mention;
    CHECK(clarify_key(protocol(), finding) == "clarify/mention");
    finding.questions = {*protocol().questionnaire.find("peel-date")};
    CHECK(clarify_key(protocol(), finding) == "clarify/date");
}

TEST_CASE("Errors stand in form order with unknown linkIds last, and what is missing is listed") {
    CHECK(
        judged(
            R"({"linkId":"zebra"},{"linkId":"planned","answer":[{"valueDate":"2026-02-30"}]},{"linkId":"apple"},{"linkId":"creams","answer":[{"valueCoding":{"code":"soap"}}]})") ==
        R"({"outcome":"error","provisional":null,"notBefore":null,"earliest":null,"openEnded":false,"findings":[],"incomplete":[],)"
        R"("errors":["creams","planned","apple","zebra"],"protocol":{"id":"small","version":"1"},"today":"2026-03-02"})");
    auto const incomplete = judged("");
    CHECK(incomplete.find(R"({"outcome":"incomplete","provisional":)") == 0);
    CHECK(incomplete.find(R"("incomplete":["creams"])") != std::string::npos);
}
