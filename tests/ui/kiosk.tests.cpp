#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;
using app::Kiosk;

namespace {

std::vector<std::string> const none;
constexpr int half_past_nine = 9 * 60 + 30;

VisitOptions kiosk_options(float width = desktop) {
    auto options = VisitOptions{.width = width};
    options.clinic = R"({"name":"A Clinic","kiosk":{"enabled":true,"idleSeconds":60}})";
    return options;
}

/// Somebody with findings, at the end of the form.
void answer_all(Visit& visit) {
    visit.press("kiosk/start");
    visit.answer_all(healthy({{"isotretinoin", {"past-12-months"}},
                              {"isotretinoin-last-date", {"2026-01-15"}},
                              {"diabetes", {"not-sure"}}}));
    visit.press("review/result");
}

void pass(Visit& visit, int seconds) {
    visit.tell_kiosk([&](Kiosk& kiosk) { kiosk.at(seconds, half_past_nine); });
}

}  // namespace

TEST_CASE("A kiosk begins with its attract screen, without the page's own parts and in larger type") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    CHECK(visit.sees(Role::Heading, "Thinking about microneedling?"));
    CHECK(visit.says("A Clinic"));
    CHECK(visit.find("banner") == nullptr);
    CHECK(visit.find("footer") == nullptr);
    CHECK(visit.session().text_scale > 1);
    CHECK(faults(visit) == none);
    visit.press(Role::Button, "Touch here to start");
    CHECK(visit.find("banner") != nullptr);
    CHECK(visit.focused() == "welcome/title");
}

TEST_CASE("All screens of a kiosk are sound, at every width") {
    for (auto const width : {320.0F, phone, 768.0F, 1024.0F, desktop}) {
        auto visit = Visit{kiosk_options(width)};
        visit.open_kiosk();
        CHECK(faults(visit) == none);
        answer_all(visit);
        CHECK(faults(visit) == none);
        pass(visit, 60);
        CHECK(faults(visit) == none);
        visit.tell_kiosk([](Kiosk& kiosk) { kiosk.touched(); });
        visit.press("kiosk/finish");
        CHECK(faults(visit) == none);
        visit.press("kiosk/staff");
        CHECK(faults(visit) == none);
        visit.fill("kiosk/pin/field", "123456");
        visit.press("kiosk/pin/ok");
        visit.tell_kiosk([](Kiosk& kiosk) { kiosk.pin_checked(true); });
        CHECK(visit.find("kiosk/summary/title") != nullptr);
        CHECK(faults(visit) == none);
    }
}

TEST_CASE("The warning asks, counts down aloud, and a touch closes it") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    visit.press("kiosk/start");
    pass(visit, 60);
    CHECK(visit.sees(Role::Dialog, "Are you still there?"));
    CHECK(visit.says("In 20 seconds all answers are deleted."));
    CHECK(visit.focused() == "kiosk/still-there/yes");
    pass(visit, 70);
    REQUIRE(visit.output().announcements.size() == 1);
    CHECK(visit.output().announcements.front().text.starts_with("In 10 seconds"));
    CHECK(visit.output().announcements.front().assertive);
    visit.press(Role::Button, "Yes, go on");
    CHECK_FALSE(visit.sees(Role::Dialog, "Are you still there?"));
    CHECK(visit.sees(Role::Button, "Start the questions"));
}

TEST_CASE("When all is gone nothing is on the page, nor in its title") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    answer_all(visit);
    SECTION("by the clock") { pass(visit, 80); }
    SECTION("by the button") {
        visit.press("banner/delete");
        visit.press("dialog/delete/yes");
    }
    CHECK(visit.tree().nodes.size() == 1);  // an empty main
    CHECK(visit.output().title == "Needlewise");
}

TEST_CASE("The hand-over shows nothing of the answers") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    answer_all(visit);
    auto const with_answers = visit.tree().nodes.size();
    visit.press("kiosk/finish");
    CHECK(visit.focused() == "kiosk/hand-over/title");
    CHECK(visit.tree().nodes.size() < 6);
    CHECK(with_answers > 20);
    CHECK(visit.output().title == "Needlewise");
    visit.browser_back();
    CHECK(visit.sees(Role::Heading, "Please hand the tablet back"));
    CHECK(visit.tree().nodes.size() < 6);
}

TEST_CASE("Staff read the findings by severity, with the answers behind them") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    answer_all(visit);
    pass(visit, 30);
    visit.press("kiosk/finish");
    visit.press("kiosk/staff");
    CHECK(visit.focused() == "kiosk/pin/field");
    visit.fill("kiosk/pin/field", "123456");
    visit.press("kiosk/pin/ok");
    visit.tell_kiosk([](Kiosk& kiosk) { kiosk.pin_checked(false); });
    CHECK(visit.says("This PIN is not right."));
    REQUIRE(visit.output().announcements.size() == 1);
    CHECK(visit.output().announcements.front().text == "This PIN is not right.");
    CHECK(visit.output().announcements.front().assertive);
    visit.fill("kiosk/pin/field", "246810");
    visit.press("kiosk/pin/ok");
    visit.tell_kiosk([](Kiosk& kiosk) { kiosk.pin_checked(true); });

    CHECK(visit.says("Patient-reported, not verified. Finished on Monday 2 March 2026 at 09:30. Content "));
    CHECK(visit.says("Yes, I stopped in the last 12 months"));
    CHECK(visit.says("Thursday 15 January 2026"));
    CHECK(visit.says("The patient was not sure."));
    auto levels = std::vector<std::string>{};
    for (auto const& node : visit.tree().nodes) {
        if (node.role == Role::Heading && node.level == 2) {
            levels.push_back(node.id);
        }
    }
    CHECK(levels == std::vector<std::string>{"summary/level/review/name", "summary/level/defer/name",
                                             "summary/level/mention/name"});
    visit.press("kiosk/summary/print");
    visit.tell_kiosk([](Kiosk& kiosk) { CHECK(kiosk.take_wish() == Kiosk::Wish::Print); });
    visit.press("kiosk/summary/done");
    CHECK(visit.tree().nodes.size() == 1);
}

TEST_CASE("Nothing leads out of a kiosk") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk();
    answer_all(visit);
    std::vector<std::string> closed;
    for (auto const& node : visit.tree().nodes) {
        if (node.expanded == semantics::Expanded::No) {
            closed.push_back(node.id);
        }
    }
    REQUIRE_FALSE(closed.empty());
    for (auto const& id : closed) {
        visit.press(id);
    }
    CHECK(visit.says("Sources"));
    for (auto const& node : visit.tree().nodes) {
        CHECK(node.role != Role::Link);
    }
}

TEST_CASE("Where no PIN can be checked, staff read why instead") {
    auto visit = Visit{kiosk_options()};
    visit.open_kiosk("No staff PIN is set.", -1);
    visit.press("kiosk/staff");
    CHECK(visit.find("kiosk/pin/field") == nullptr);
    CHECK(visit.says("No staff PIN is set."));
    visit.dismiss();
    CHECK_FALSE(visit.says("No staff PIN is set."));
}
