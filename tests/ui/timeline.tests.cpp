// The timeline and "How is it going?".
#include "ui/visit.hpp"

#include <set>

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

void go_to_timeline(Visit& visit, Answers const& changes = {}) {
    visit.answer_all(healthy(changes));
    visit.press(Role::Button, "See my result");
    visit.press(Role::Button, "See my timeline");
}

std::string session_date(Visit const& visit, int number) {
    auto const* node = visit.find("session/" + std::to_string(number) + "/date");
    return node == nullptr ? "" : node->name;
}

/// Treated on that day, and asked how it is going.
void go_to_check(Visit& visit, std::string const& treated_on) {
    visit.press(Role::Button, "I have been treated already");
    visit.fill(Role::DateField, "Day of the treatment", treated_on);
    visit.press(Role::Button, "Show my timeline");
    visit.press(Role::Button, "How is it going?");
}

std::string urgency(Visit const& visit) {
    for (auto const& [name, value] : visit.see(Role::Region, "What this means").data) {
        if (name == "urgency") {
            return value;
        }
    }
    return {};
}

std::vector<std::string> readings(Visit const& visit) {
    std::vector<std::string> ids;
    for (auto const& node : visit.tree().nodes) {
        if (node.id.starts_with("check/reading/") && node.role == Role::ListItem) {
            ids.push_back(node.id.substr(std::string{"check/reading/"}.size()) + " " + node.data.at(0).second);
        }
    }
    return ids;
}

/// The names of what stands in a list.
std::set<std::string> names_in(Visit const& visit, std::string_view list) {
    std::set<std::string> names;
    auto const& nodes = visit.tree().nodes;
    for (auto const& node : nodes) {
        auto const item = node.parent;
        auto const above = item < 0 ? -1 : nodes[static_cast<std::size_t>(item)].parent;
        if (above >= 0 && nodes[static_cast<std::size_t>(above)].id == list) {
            names.insert(node.name);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("Sessions stand on the timeline, and move only as far as they may") {
    Visit visit;
    go_to_timeline(visit);
    CHECK(session_date(visit, 1) == "Monday 30 March 2026, in 4 weeks");
    auto const second = session_date(visit, 2);
    CHECK(second == "Monday 27 April 2026, in 8 weeks");

    visit.press(Role::Button, "Move session 2");
    visit.fill("session/2/to", "2026-05-11");
    CHECK(session_date(visit, 2) == "Monday 11 May 2026, in 10 weeks");
    CHECK(visit.find("session/2/refused") == nullptr);

    visit.fill("session/2/to", "2026-03-31");
    REQUIRE(visit.find("session/2/refused") != nullptr);
    CHECK(visit.find("session/2/refused")->name.starts_with("That is too early. The earliest day is "));
    CHECK(visit.find("session/2/to")->invalid);
    CHECK(visit.find("session/2/to")->described_by == "session/2/refused");
    CHECK(session_date(visit, 2) == "Monday 11 May 2026, in 10 weeks");
    REQUIRE(visit.output().announcements.size() == 1);
    CHECK(visit.output().announcements[0].text == visit.find("session/2/refused")->name);

    visit.press(Role::Button, "Undo my moves");
    CHECK(visit.focused() == "session/1/move");  // its button has gone
    CHECK(session_date(visit, 2) == second);
    CHECK(visit.find("session/2/refused") == nullptr);
}

TEST_CASE("The slider's day is what the day's card speaks of") {
    Visit visit;
    go_to_timeline(visit);
    CHECK(visit.see(Role::Slider, "Day after the session").value_text == "Day 0, 30 Mar");
    visit.fill(Role::Slider, "Day after the session", "3");
    CHECK(visit.see(Role::Slider, "Day after the session").value_text == "Day 3, 2 Apr");
    CHECK(visit.says("Day 3: Thursday 2 April 2026"));
    CHECK(names_in(visit, "day/possible").contains("Redness, like sunburn"));
    CHECK_FALSE(names_in(visit, "day/expected").contains("Redness, like sunburn"));
    visit.fill(Role::Slider, "Day after the session", "9999");
    CHECK(visit.see(Role::Slider, "Day after the session").value ==
          visit.see(Role::Slider, "Day after the session").maximum);
}

TEST_CASE("One tap on a day of the chart opens it") {
    auto const reduced_motion = GENERATE(false, true);
    CAPTURE(reduced_motion);
    Visit visit{{.preferences = {.reduced_motion = reduced_motion}}};
    go_to_timeline(visit);
    auto const tap = [&](char const* id) {
        REQUIRE(visit.find(id) != nullptr);
        visit.act({{.kind = semantics::ActionKind::Activate, .target = id}});
    };
    tap("chart/day/6");
    CHECK(visit.see(Role::Slider, "Day after the session").value == "6");
    CHECK(visit.says("Day 6: Sunday 5 April 2026"));
    tap("care/day/2");
    CHECK(visit.see(Role::Slider, "Day after the session").value == "2");
    CHECK(visit.find("chart/day/28") != nullptr);
    CHECK(visit.find("chart/day/29") == nullptr);
}

TEST_CASE("A day with nothing to avoid has no such list") {
    Visit visit;
    go_to_timeline(visit);
    visit.choose("Which session?", "Session 3");
    CHECK(visit.sees(Role::List, "Don't"));
    visit.press(Role::Button, "Days 57 to 84");
    CHECK(visit.sees(Role::List, "Do"));
    CHECK_FALSE(visit.sees(Role::List, "Don't"));
    CHECK_FALSE(visit.sees(Role::Paragraph, "Don't"));
}

TEST_CASE("Another session has its own days") {
    Visit visit;
    go_to_timeline(visit);
    visit.choose("Which session?", "Session 2");
    CHECK(visit.says("Day 0: Monday 27 April 2026"));
}

TEST_CASE("A timeline says what state it is in") {
    Visit visit;
    struct Case {
        Answers changes;
        char const* state;
        char const* text;
    };
    auto const one = GENERATE(
        Case{{}, "planned", "This is how your dates could look."},
        Case{{{"heart", {"heart-disease"}}}, "if-clinic-agrees", "This plan is only for if your clinic agrees."},
        Case{{{"pregnancy", {"pregnant"}}}, "none", "There are no dates, as treatment is not advised right now."},
        Case{{{"planned-date", {}}}, "none", "There is no date yet."},
        Case{{{"diabetes", {}}}, "none", "Some questions still need an answer before we can lay out dates."});
    CAPTURE(one.state);
    go_to_timeline(visit, one.changes);
    CHECK(visit.find("timeline")->data == std::vector<std::pair<std::string, std::string>>{{"state", one.state}});
    CHECK(visit.says(one.text));
    CHECK(visit.sees(Role::Button, "How is it going?"));
}

TEST_CASE("An event has its dates") {
    Visit visit;
    go_to_timeline(visit, {{"planned-date", {"2026-06-06"}}, {"event-date", {"2026-12-12"}}});
    CHECK(visit.sees(Role::Heading, "Your event"));
    CHECK(visit.says("Last comfortable treatment day: "));
}

TEST_CASE("Every list opens and closes") {
    Visit visit;
    go_to_timeline(visit);
    for (auto const* list : {"list/prepare", "list/day-of", "list/signs", "list/care", "list/results"}) {
        CAPTURE(list);
        auto const toggle = std::string{list} + "/toggle";
        REQUIRE(visit.find(toggle) != nullptr);
        auto const was_open = visit.find(list) != nullptr;
        CHECK((visit.find(toggle)->expanded == semantics::Expanded::Yes) == was_open);
        visit.press(toggle);
        CHECK((visit.find(list) != nullptr) != was_open);
        CHECK((visit.find(toggle)->expanded == semantics::Expanded::Yes) != was_open);
        visit.press(toggle);
        CHECK((visit.find(list) != nullptr) == was_open);
    }
}

TEST_CASE("The most urgent sign leads the answer to 'How is it going?'") {
    Visit visit;
    go_to_check(visit, "2026-02-28");
    CHECK(visit.says("Nothing ticked yet."));
    CHECK(visit.says("Day 2 after the session"));

    visit.press(Role::Checkbox, "Redness, like sunburn");
    CHECK(urgency(visit) == "expected");
    CHECK(readings(visit) == std::vector<std::string>{"redness expected"});
    visit.press(Role::Checkbox, "Warm, tight, tender");
    visit.press(Role::Checkbox, "Tiny dots of blood");
    CHECK(urgency(visit) == "same-day");
    CHECK(readings(visit) ==
          std::vector<std::string>{"pinpoint-bleeding same-day", "redness expected", "warm-tight expected"});
    visit.press("check/flag-breathing");
    CHECK(urgency(visit) == "emergency");
    CHECK(readings(visit).front() == "flag-breathing emergency");
    REQUIRE_FALSE(visit.output().announcements.empty());
    CHECK(visit.output().announcements.back().assertive);
    CHECK(visit.output().announcements.back().text == visit.find("check/advice")->name);

    visit.press("check/flag-breathing");
    CHECK(urgency(visit) == "same-day");
}

TEST_CASE("The day that is looked at changes what a sign means") {
    Visit visit;
    go_to_check(visit, "2026-02-20");
    visit.press(Role::Checkbox, "Redness, like sunburn");
    CHECK(urgency(visit) == "within-a-week");
    visit.fill(Role::DateField, "Day you look at", "2026-02-24");
    CHECK(visit.says("Day 4 after the session"));
    CHECK(urgency(visit) == "possible");
    visit.fill(Role::DateField, "Day you look at", "2026-02-21");
    CHECK(urgency(visit) == "expected");

    // Neither before the treatment nor in the future: the day stays.
    visit.fill(Role::DateField, "Day you look at", "2026-03-05");
    CHECK(visit.says("Day 1 after the session"));
    visit.fill(Role::DateField, "Day you look at", "2026-02-01");
    CHECK(visit.says("Day 1 after the session"));
}

TEST_CASE("Before the treatment only the urgent signs can be ticked") {
    Visit visit;
    go_to_timeline(visit);
    visit.press(Role::Button, "How is it going?");
    CHECK(visit.says("Your treatment day has not come yet."));
    CHECK_FALSE(visit.sees(Role::Checkbox, "Redness, like sunburn"));
    visit.press("check/flag-pus");
    CHECK(urgency(visit) == "same-day");
}
