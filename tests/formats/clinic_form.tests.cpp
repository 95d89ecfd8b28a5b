#include "formats/clinic_form.hpp"

#include "builtin.hpp"
#include "small_protocol.hpp"

using namespace needlewise;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

std::string form_of(core::Protocol const& protocol) {
    auto json = JsonWriter{};
    write_clinic_form(json, protocol);
    return json.take();
}

bool contains(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A form for clinic settings knows every parameter with what it may be") {
    auto const form = form_of(builtin());
    auto const document = parse_json(form);
    REQUIRE(document);
    auto const parameters = document->root().member("parameters");
    CHECK(parameters.size() == builtin().parameters.size());
    CHECK(contains(form, R"({"id":"wait-isotretinoin-recent","group":"wait","unit":"month","default":6,"minimum":1,)"
                         R"("maximum":12})"));
    CHECK(contains(form,
                   R"({"id":"age-18-21-level","group":"level","default":"mention","allowed":["mention","review"]})"));
    CHECK(contains(form, R"({"id":"make-up-free-days","group":"care")"));
    CHECK(contains(form, R"({"id":"event-gap","group":"session")"));
    CHECK(contains(form, R"({"id":"spacing-acne-scars","group":"session")"));
    CHECK(contains(form, R"({"id":"emergency-number","group":"text")"));
    CHECK(document->root().member("emergencyNumber").text() == "emergency-number");
}

TEST_CASE("A form for clinic settings offers only what the reader takes") {
    auto const form = form_of(builtin());
    auto const document = parse_json(form);
    REQUIRE(document);
    for (JsonValue const use : document->root().member("uses").elements()) {
        auto const id = std::string{use.member("id").text()};
        CAPTURE(id);
        auto const products = R"({"products":[{"name":"Gel","use":")" + id + "\"}]}";
        CHECK(load_clinic("c", products, builtin()).diagnostics.empty());
    }
    CHECK(document->root().member("uses").size() > 60);
    auto booking = std::string{R"({"booking":{"link":"https://a.example","outcomes":[)"};
    for (JsonValue const outcome : document->root().member("outcomes").elements()) {
        booking += (booking.back() == '[' ? "\"" : ",\"") + std::string{outcome.text()} + '"';
    }
    CHECK(document->root().member("outcomes").size() == 5);
    CHECK(load_clinic("c", booking + "]}}", builtin()).diagnostics.empty());
}

TEST_CASE("A protocol that is a lone form has an empty settings form") {
    auto const form = form_of(core::Protocol{});
    CHECK(form == R"({"parameters":[],"emergencyNumber":null,"uses":[],)"
                  R"("outcomes":["clear","prepare","mention","defer","review"]})");
}

TEST_CASE("Problems of settings are told with place and advice") {
    auto const clinic = load_clinic("c", "{\n  \"name\": \"\",\n  \"kiosk\": {\"enabled\":true}}", builtin());
    auto json = JsonWriter{};
    write_problems(json, clinic.diagnostics);
    CHECK(json.take() == R"([{"severity":"error","line":2,"column":11,"pointer":"/name","code":"bad-text",)"
                         R"("message":"this text is empty, too long or has line breaks",)"
                         R"("advice":"Write 1 to 80 characters in one line, or leave it out"},)"
                         R"({"severity":"warning","line":3,"column":12,"pointer":"/kiosk","code":"no-pin",)"
                         R"("message":"without a pin staff cannot see the summary nor leave",)"
                         R"("advice":"Make one at #/settings, or with: node web/tools/pin.mjs"}])");
}
