#include "formats/timeline_json.hpp"

#include "built_in_plan.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using namespace needlewise::core::test;

namespace {

struct Printed {
    explicit Printed(BuiltInPlan const& planner)
        : text{timeline_json(builtin(), planner.parameters, planner.timeline())}, document{Vectors::read(text)} {}
    JsonValue root() const { return document.root(); }
    JsonValue item(std::string_view id) const {
        for (auto const item : root().member("items").elements()) {
            if (item.member("id").text() == id) return item;
        }
        return {};
    }
    std::string text;
    JsonDocument document;
};

std::string raw(JsonValue value) {
    return value.is(JsonKind::String) ? std::string{value.text()} : std::string{value.raw()};
}

std::string names_of_members(JsonValue object) {
    std::vector<std::string> names;
    for (auto const& member : object.members()) names.emplace_back(member.name());
    return join(names, " ");
}

BuiltInPlan planned() { return healthy().answer("planned-date", "\"2026-03-30\""); }

}  // namespace

TEST_CASE("the timeline's JSON begins with outcome, schedule and sessions") {
    Printed const printed{planned()};
    CHECK(printed.text.substr(0, printed.text.find(",\"items\"")) ==
          R"({"outcome":"clear","schedule":{"state":"planned","reason":null,"spacing":28,"spacingMin":28,)"
          R"("spacingMax":42,"sessionsMin":2,"sessionsDefault":3,"sessionsMax":6,"outsideUsual":false,)"
          R"("resultsCheck":"2026-08-17"},"sessions":[{"number":1,"date":"2026-03-30","event":null,)"
          R"("closerThanUsual":false},{"number":2,"date":"2026-04-27","event":null,"closerThanUsual":false},)"
          R"({"number":3,"date":"2026-05-25","event":null,"closerThanUsual":false}],"event":null)");
    CHECK(names_of_members(printed.root()) == "outcome schedule sessions event items days redFlags");
}

TEST_CASE("an event stands beside the sessions, dates that are past as null") {
    auto const planner = planned().answer("event-date", "\"2026-04-08\"");
    Printed const printed{planner};
    auto const event = printed.root().member("event");
    CHECK(names_of_members(event) == "date lastComfortable lastPossible latestFirstForCourse latestFirstForResult");
    CHECK(raw(event.member("date")) == "2026-04-08");
    CHECK(raw(event.member("lastComfortable")) == "2026-03-25");
    CHECK(raw(event.member("latestFirstForCourse")) == "null");
    std::string fits;
    for (auto const session : printed.root().member("sessions").elements()) fits += raw(session.member("event")) + " ";
    CHECK(fits == "close fine fine ");
}

TEST_CASE("an item has the fields of its kind") {
    auto planner = planned().answer("medicines", R"(["blood-thinner"])").set("first-wash-day", 0);
    Printed const printed{planner};
    CHECK(names_of_members(printed.item("prep-no-tan")) ==
          "id kind session from to fromDay toDay text strength sources differs setByClinic");
    CHECK(raw(printed.item("prep-no-tan").member("from")) == "2026-03-16");
    CHECK(raw(printed.item("prep-no-tan").member("fromDay")) == "-14");
    CHECK(raw(printed.item("prep-no-tan").member("text")) == "No tanning, sunbed or fake tan on the area.");
    CHECK(raw(printed.item("prep-no-tan").member("strength")) == "B");

    CHECK(names_of_members(printed.item("step-numbing")) ==
          "id kind session from to fromDay toDay text strength sources differs setByClinic fromMinute toMinute");
    CHECK(names_of_members(printed.item("redness")) ==
          "id kind session from to fromDay toDay text strength sources differs setByClinic onset usualEnd "
          "plausibleUntil contact callIf moreLikely");
    CHECK(raw(printed.item("redness").member("text")) == "Redness, like sunburn");
    CHECK(raw(printed.item("redness").member("contact")) == "week");
    CHECK(raw(printed.item("early-glow").member("callIf")) == "null");
    CHECK(raw(printed.item("bruise").member("moreLikely")) == "true");
    CHECK(raw(printed.item("bruise").member("note")) == "Call the same day if a bruise is large.");
    CHECK(names_of_members(printed.item("lumps")) ==
          "id kind session from to fromDay toDay text strength sources differs setByClinic contact callIf moreLikely");
    CHECK(raw(printed.item("gentle-wash").member("textDay0")) == "In the evening, wash gently with clean hands.");
    CHECK(raw(printed.item("gentle-wash").member("setByClinic")) == "true");
    CHECK(raw(printed.item("results-check").member("kind")) == "result");
}

TEST_CASE("an open end is null, and red flags are always there") {
    Printed const printed{planned().answer("sessions-planned", "1")};
    CHECK(raw(printed.item("sunscreen").member("to")) == "null");
    CHECK(raw(printed.item("sunscreen").member("toDay")) == "null");
    Printed const nothing{BuiltInPlan{}};
    CHECK(raw(nothing.root().member("schedule").member("reason")) == "no-date");
    CHECK(nothing.root().member("items").size() == 0);
    CHECK(nothing.root().member("redFlags").size() == 20);
    Printed const hair{planned().answer("concerns", R"(["hair-loss"])")};
    CHECK(raw(hair.root().member("schedule").member("spacing")) == "null");
}

TEST_CASE("no text of a timeline is missing") {
    auto planner = planned().answer("medicines", R"(["blood-thinner"])").answer("pigment", R"(["melasma"])");
    Printed const printed{planner};
    CHECK(printed.text.find("\"timeline/") == std::string::npos);
    CHECK(printed.text.find("\"red-flag") == std::string::npos);
    CHECK(printed.text.find('{' + std::string{"emergency"}) == std::string::npos);
}
