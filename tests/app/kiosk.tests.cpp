#include "app/kiosk.hpp"

#include "support/catch.hpp"

using namespace needlewise;
using app::Kiosk;
using Phase = app::Kiosk::Phase;
using Pin = app::Kiosk::Pin;
using Wish = app::Kiosk::Wish;

namespace {

constexpr int noon = 12 * 60;

Kiosk kiosk(int wrong_pins = 0) {
    auto made = Kiosk{};
    made.open({.enabled = true, .idle_seconds = 60, .warning_seconds = 20, .summary_minutes = 10}, "", wrong_pins);
    return made;
}

Kiosk with_patient() {
    auto made = kiosk();
    made.start();
    return made;
}

Kiosk handed_over() {
    auto made = with_patient();
    made.at(30, noon);
    made.finish();
    return made;
}

void type(Kiosk& kiosk, bool right) {
    kiosk.ask_pin();
    kiosk.pin_text = "123456";
    kiosk.try_pin();
    REQUIRE(kiosk.take_wish() == Wish::CheckPin);
    kiosk.pin_checked(right);
}

}  // namespace

TEST_CASE("A page that is no kiosk shows itself, whatever the time") {
    auto page = Kiosk{};
    page.at(100'000, 0);
    CHECK_FALSE(page.on());
    CHECK(page.shows_page());
    CHECK(page.wake_after() < 0);
}

TEST_CASE("The attract screen waits for ever, and a visit begins with its start") {
    auto made = kiosk();
    CHECK_FALSE(made.shows_page());
    made.at(100'000, noon);
    CHECK(made.phase() == Phase::Attract);
    CHECK(made.wake_after() < 0);
    made.touched();
    made.start();
    CHECK(made.shows_page());
    CHECK(made.wake_after() == 60);
}

TEST_CASE("Nobody there: a warning, a countdown, and all is gone") {
    auto made = with_patient();
    made.at(59, noon);
    CHECK(made.phase() == Phase::Visit);
    CHECK(made.wake_after() == 1);
    made.at(60, noon);
    CHECK(made.phase() == Phase::Warning);
    CHECK(made.shows_page());
    CHECK(made.seconds_left() == 20);
    CHECK(made.wake_after() == 1);
    made.at(79, noon);
    CHECK(made.phase() == Phase::Warning);
    CHECK(made.seconds_left() == 1);
    made.at(80, noon);
    CHECK(made.phase() == Phase::Gone);
    CHECK_FALSE(made.shows_page());
    CHECK(made.wake_after() < 0);
}

TEST_CASE("A touch keeps the visit, before the warning and in it") {
    auto made = with_patient();
    made.at(59, noon);
    made.touched();
    made.at(118, noon);
    CHECK(made.phase() == Phase::Visit);
    made.at(120, noon);
    REQUIRE(made.phase() == Phase::Warning);
    made.touched();
    CHECK(made.phase() == Phase::Visit);
    CHECK(made.wake_after() == 60);
}

TEST_CASE("A tablet that slept through its warning shows nothing of before") {
    auto made = with_patient();
    made.at(8 * 3600, noon);
    CHECK(made.phase() == Phase::Gone);
    made.touched();
    CHECK(made.phase() == Phase::Gone);
}

TEST_CASE("A clock that goes back does not give a visit more time, nor less") {
    auto made = with_patient();
    made.at(50, noon);
    made.at(10, noon);
    CHECK(made.wake_after() == 10);
}

TEST_CASE("The countdown is said seldom, each time once") {
    auto made = with_patient();
    made.at(60, noon);
    CHECK(made.take_countdown() == 0);  // the dialog says it as it opens
    made.at(70, noon);
    CHECK(made.take_countdown() == 10);
    CHECK(made.take_countdown() == 0);
    made.at(72, noon);
    CHECK(made.take_countdown() == 0);
    made.at(75, noon);
    CHECK(made.take_countdown() == 5);
    made.at(76, noon);
    CHECK(made.take_countdown() == 0);
}

TEST_CASE("What is handed over waits for staff, and not for ever, however it is touched") {
    auto made = handed_over();
    CHECK(made.phase() == Phase::HandedOver);
    CHECK_FALSE(made.shows_page());
    CHECK(made.finished_at() == noon);
    made.at(30 + 599, noon + 10);
    made.touched();
    CHECK(made.phase() == Phase::HandedOver);
    made.at(30 + 600, noon + 10);
    CHECK(made.phase() == Phase::Gone);
}

TEST_CASE("The right PIN shows the summary, which goes by itself or when staff are done") {
    auto made = handed_over();
    type(made, true);
    CHECK(made.phase() == Phase::Summary);
    CHECK(made.pin() == Pin::Closed);
    CHECK(made.pin_text.empty());
    made.print();
    CHECK(made.take_wish() == Wish::Print);
    CHECK(made.take_wish() == Wish::None);
    SECTION("by itself") { made.at(30 + 600, noon); }
    SECTION("done") { made.reset(); }
    CHECK(made.phase() == Phase::Gone);
}

TEST_CASE("At the attract screen the PIN leads to the staff's menu, and out") {
    auto made = kiosk();
    type(made, true);
    CHECK(made.phase() == Phase::Staff);
    SECTION("left alone") {
        made.at(60, noon);
        CHECK(made.phase() == Phase::Gone);
    }
    SECTION("leaving") {
        made.leave();
        CHECK_FALSE(made.on());
        CHECK(made.shows_page());
        CHECK(made.take_wish() == Wish::Leave);
        made.at(100'000, noon);
        CHECK(made.shows_page());
    }
}

TEST_CASE("A PIN dialog that is left alone closes") {
    auto made = kiosk();
    made.ask_pin();
    made.pin_text = "12";
    made.at(60, noon);
    CHECK(made.pin() == Pin::Closed);
    CHECK(made.phase() == Phase::Attract);
    CHECK(made.pin_text.empty());
}

TEST_CASE("Wrong PINs are slowed down more and more, and starting anew does not help") {
    auto made = kiosk();
    type(made, false);
    CHECK(made.pin() == Pin::Wrong);
    type(made, false);
    CHECK(made.seconds_locked() == 0);
    type(made, false);
    CHECK(made.seconds_locked() == 30);
    made.pin_text = "123456";
    made.try_pin();
    CHECK(made.take_wish() == Wish::None);
    made.at(30, noon);
    type(made, false);
    CHECK(made.seconds_locked() == 60);
    CHECK(made.wrong_pins() == 4);

    auto again = kiosk(made.wrong_pins());
    CHECK(again.seconds_locked() == 60);
    CHECK(kiosk(1000).seconds_locked() == 900);
    again.at(60, noon);
    type(again, true);
    CHECK(again.wrong_pins() == 0);
}

TEST_CASE("An answer to a PIN that was closed meanwhile opens nothing") {
    auto made = handed_over();
    made.ask_pin();
    made.pin_text = "123456";
    made.try_pin();
    made.close_pin();
    made.pin_checked(true);
    CHECK(made.phase() == Phase::HandedOver);
}

TEST_CASE("Without a PIN, or a way to check one, nothing is tried") {
    auto made = kiosk(-1);
    CHECK_FALSE(made.can_ask_pin());
    made.ask_pin();
    made.pin_text = "123456";
    made.try_pin();
    CHECK(made.take_wish() == Wish::None);
}

TEST_CASE("Staff can leave the waiting room for the settings, where the page around has them") {
    auto made = kiosk();
    CHECK_FALSE(made.offers_settings());
    made.offer_settings();
    CHECK(made.offers_settings());
    type(made, true);
    made.change_settings();
    CHECK(made.phase() == Phase::Off);
    CHECK(made.take_wish() == Wish::Settings);
    CHECK(made.take_wish() == Wish::None);
}
