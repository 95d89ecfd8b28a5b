#pragma once

#include "core/clinic_settings.hpp"

#include <cstdint>
#include <string>

namespace needlewise::app {

/// A shared tablet in a waiting room: whose turn it is, and how long nobody has touched it. It knows no answer and no
/// clock: time is told with `at`, in whole seconds of a clock that never goes
/// back and goes on while the tablet sleeps.
class Kiosk {
public:
    enum class Phase : std::uint8_t {
        Off,
        /// Waits for somebody to start.
        Attract,
        Visit,
        /// Nobody touched it for long: "Are you still there?"
        Warning,
        /// The patient is finished: nothing is shown until staff take over.
        HandedOver,
        Summary,
        /// Staff at the attract screen.
        Staff,
        /// All of that patient has to go: for the page around, which starts anew.
        Gone,
    };
    enum class Pin : std::uint8_t { Closed, Asking, Checking, Wrong };
    /// What only the browser can do; asked for once.
    enum class Wish : std::uint8_t { None, CheckPin, Print, Leave, Settings };

    /// `off`: what does not work here, in words for staff. `wrong_pins` until now; below 0 there is no PIN, or
    /// nothing to check it with.
    void open(core::ClinicKiosk const& settings, std::string off, int wrong_pins);
    bool on() const { return phase_ != Phase::Off; }
    Phase phase() const { return phase_; }
    /// A person answers, or the page is no kiosk at all: the usual screens are shown.
    bool shows_page() const { return phase_ <= Phase::Warning && phase_ != Phase::Attract; }
    std::string const& off() const { return off_; }

    /// The time, and minutes since midnight where the tablet is. Whoever has been away too long is gone.
    void at(int seconds, int minutes_of_day);
    /// Seconds until `at` has something to do; negative: nothing.
    int wake_after() const;
    /// Somebody is there.
    void touched();

    void start();
    /// "I am finished."
    void finish();
    /// Minutes since midnight when the patient finished.
    int finished_at() const { return finished_at_; }
    void leave();
    /// Staff may change settings here: only where the page around has the means (web/settings.js).
    void offer_settings() { offers_settings_ = true; }
    bool offers_settings() const { return offers_settings_; }
    /// Leaves the waiting room for the settings.
    void change_settings();
    void reset();
    void print() { wish_ = Wish::Print; }
    Wish take_wish();

    // "Are you still there?"

    int seconds_left() const;
    /// How many seconds are left, when that should be said now; else 0.
    int take_countdown();

    // Staff

    bool can_ask_pin() const { return wrong_pins_ >= 0; }
    Pin pin() const { return pin_; }
    void ask_pin();
    void close_pin();
    /// What is typed; the browser checks it.
    std::string pin_text;
    void try_pin();
    void pin_checked(bool right);
    /// Seconds until the next try; 0: now.
    int seconds_locked() const;
    int wrong_pins() const { return wrong_pins_; }

private:
    void go(Phase phase);
    int time_in_phase() const;
    void lock();

    core::ClinicKiosk settings_;
    std::string off_;
    Phase phase_ = Phase::Off;
    Pin pin_ = Pin::Closed;
    Wish wish_ = Wish::None;
    int now_ = 0;
    /// Since when it is as it is: the last touch, or the phase's begin.
    int since_ = 0;
    int locked_until_ = 0;
    int minutes_of_day_ = 0;
    int finished_at_ = 0;
    int wrong_pins_ = 0;
    int said_ = 0;
    bool offers_settings_ = false;
};

}  // namespace needlewise::app
