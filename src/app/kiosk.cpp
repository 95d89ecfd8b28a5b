#include "app/kiosk.hpp"

#include <algorithm>
#include <utility>

namespace needlewise::app {

namespace {

/// Mistyping twice costs nothing.
constexpr int free_tries = 3;
constexpr int first_wait = 30;
constexpr int longest_wait = 900;
/// For staff who walk away from their menu or the PIN.
constexpr int staff_seconds = 60;

}  // namespace

void Kiosk::open(core::ClinicKiosk const& settings, std::string off, int wrong_pins) {
    settings_ = settings;
    off_ = std::move(off);
    wrong_pins_ = wrong_pins;
    lock();  // starting anew does not give new tries
    go(Phase::Attract);
}

void Kiosk::go(Phase phase) {
    phase_ = phase;
    since_ = now_;
    said_ = 0;
    close_pin();
}

int Kiosk::time_in_phase() const {
    switch (phase_) {
        case Phase::Visit: return settings_.idle_seconds;
        case Phase::Warning: return settings_.warning_seconds;
        case Phase::HandedOver:
        case Phase::Summary: return settings_.summary_minutes * 60;
        case Phase::Staff: return staff_seconds;
        case Phase::Attract: return pin_ == Pin::Closed ? -1 : staff_seconds;
        case Phase::Off:
        case Phase::Gone: break;
    }
    return -1;
}

void Kiosk::at(int seconds, int minutes_of_day) {
    now_ = std::max(now_, seconds);
    minutes_of_day_ = minutes_of_day;
    auto const over = [this] { return time_in_phase() >= 0 && now_ - since_ >= time_in_phase(); };
    if (phase_ == Phase::Visit && over()) {
        // The warning began when the time was over, even if the tablet slept then.
        auto const began = since_ + time_in_phase();
        go(Phase::Warning);
        since_ = began;
    }
    if (phase_ == Phase::Attract && over()) {
        close_pin();
    } else if (over()) {
        reset();
    }
}

int Kiosk::wake_after() const {
    if (phase_ == Phase::Warning || (pin_ != Pin::Closed && seconds_locked() > 0)) {
        return 1;  // a number counts down
    }
    return time_in_phase() < 0 ? -1 : std::max(0, since_ + time_in_phase() - now_);
}

void Kiosk::touched() {
    if (phase_ == Phase::Warning) {
        go(Phase::Visit);
    } else if (phase_ != Phase::HandedOver) {  // whoever finds the tablet must not keep the answers alive
        since_ = now_;
    }
}

void Kiosk::start() { go(Phase::Visit); }

void Kiosk::finish() {
    finished_at_ = minutes_of_day_;
    go(Phase::HandedOver);
}

void Kiosk::leave() {
    go(Phase::Off);
    wish_ = Wish::Leave;
}

void Kiosk::change_settings() {
    go(Phase::Off);
    wish_ = Wish::Settings;
}

void Kiosk::reset() { go(Phase::Gone); }

Kiosk::Wish Kiosk::take_wish() { return std::exchange(wish_, Wish::None); }

int Kiosk::seconds_left() const { return std::max(0, since_ + settings_.warning_seconds - now_); }

int Kiosk::take_countdown() {
    if (phase_ != Phase::Warning) {
        return 0;
    }
    auto const left = seconds_left();
    // Each number said would leave no time to act; the dialog itself says the first.
    auto const step = left > 10 ? 0 : (left > 5 ? 10 : 5);
    if (step == 0 || step == said_ || left == 0) {
        return 0;
    }
    said_ = step;
    return left;
}

void Kiosk::ask_pin() {
    pin_ = Pin::Asking;
    if (phase_ == Phase::Attract) {
        since_ = now_;
    }
}

void Kiosk::close_pin() {
    pin_ = Pin::Closed;
    std::fill(pin_text.begin(), pin_text.end(), '\0');
    pin_text.clear();
}

void Kiosk::try_pin() {
    if (can_ask_pin() && pin_ != Pin::Checking && !pin_text.empty() && seconds_locked() == 0) {
        pin_ = Pin::Checking;
        wish_ = Wish::CheckPin;
    }
}

void Kiosk::pin_checked(bool right) {
    if (pin_ != Pin::Checking) {
        return;  // it was closed meanwhile
    }
    if (right) {
        wrong_pins_ = 0;
        go(phase_ == Phase::HandedOver ? Phase::Summary : Phase::Staff);
        return;
    }
    close_pin();
    pin_ = Pin::Wrong;
    ++wrong_pins_;
    lock();
}

void Kiosk::lock() {
    if (wrong_pins_ >= free_tries) {
        auto const doubled = std::min(wrong_pins_ - free_tries, 10);
        locked_until_ = now_ + std::min(longest_wait, first_wait * (1 << doubled));
    }
}

int Kiosk::seconds_locked() const { return std::max(0, locked_until_ - now_); }

}  // namespace needlewise::app
