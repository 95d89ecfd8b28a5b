#include "formats/timeline_text.hpp"

#include "built_in_plan.hpp"
#include "formats/utf8.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

std::string printed(BuiltInPlan const& planner) {
    return timeline_text(builtin(), planner.parameters, planner.timeline(), page_words(), "en");
}
BuiltInPlan planned() { return healthy().answer("planned-date", "\"2026-03-30\""); }
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t widest_line(std::string const& text) {
    std::size_t widest = 0;
    std::size_t width = 0;
    for (std::size_t position = 0; position < text.size();) {
        auto const length = std::max<std::size_t>(utf8_character_length(text, position), 1);
        width = text[position] == '\n' ? 0 : width + 1;
        widest = std::max(widest, width);
        position += length;
    }
    return widest;
}

}  // namespace

TEST_CASE("the text says the plan, then when to call, then each session") {
    auto const text = printed(planned());
    CHECK(has(text, "Today is Monday 2 March 2026."));
    CHECK(has(text, "    Session 2         Monday 27 April 2026\n"));
    CHECK(has(text, "    16 Mar to 30 Mar  No tanning, sunbed or fake tan on the area.\n"));
    CHECK(text.find("Your plan") < text.find("When to call"));
    CHECK(text.find("When to call") < text.find("Session 1: Monday 30 March 2026"));
    CHECK(has(text, "17 Aug"));
    CHECK(widest_line(text) <= 78);
    CHECK_FALSE(has(text, "timeline-text/"));
    CHECK_FALSE(has(text, "timeline/"));
    CHECK_FALSE(has(text, "{"));
    CHECK_FALSE(has(text, " \n"));
}

TEST_CASE("the text says the year of days in another one") {
    auto const text = printed(healthy().answer("planned-date", "\"2026-12-21\"").answer("sessions-planned", "1"));
    CHECK(has(text, "    21 Dec to 4 January 2027\n                      No new steroid cream"));
    CHECK(has(text, "15 March 2027"));
}

TEST_CASE("for somebody who has been treated the red flags come first") {
    auto const text = printed(planned().answer("pregnancy", R"(["pregnant"])").date("2026-03-01"));
    CHECK(text.find("When to call") < text.find("Your plan"));
    CHECK(has(text, "Treatment is not advised right now."));
    CHECK(has(text, "Redness, like sunburn."));
    CHECK_FALSE(has(text, "Results\n"));
}

TEST_CASE("what is late, close, unusual or the clinic's own is said") {
    auto planner =
        planned().answer("event-date", "\"2026-04-08\"").answer("sessions-planned", "8").set("heat-last-day", 9);
    planner.answer("medicines", R"(["blood-thinner"])");
    planner.today = Date::from_calendar(2026, 3, 20).value();
    auto const text = printed(planner);
    CHECK(has(text, "As soon as you can."));
    CHECK(has(text, "Close to your event."));
    CHECK(has(text, "Usual is 2 to 6."));
    CHECK(has(text, "Set by your clinic."));
    CHECK(has(text, "More likely for you."));
    CHECK(has(text, "no longer possible"));
    CHECK(has(printed(BuiltInPlan{}), "No treatment date is chosen."));
    CHECK(has(printed(BuiltInPlan{}.date("2026-03-30")), "This is an example."));
}
