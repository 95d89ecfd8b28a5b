#pragma once

#include "core/questionnaire.hpp"

#include <vector>

namespace needlewise::app {

enum class Screen : std::uint8_t {
    /// The content or the clinic's settings cannot be used: nothing is screened.
    AskStaff,
    Welcome,
    Questions,
    Review,
    Result,
    Timeline,
    RecoveryCheck,
    RedFlags,
    /// "I have been treated already": the date alone.
    Treated,
    Explainer,
    TakeAlong,
    /// A saved file or a code from before.
    OpenSaved,
    /// Example plans, looked at together.
    Presenter,
};

/// Where in the page the person is.
struct Place {
    Screen screen = Screen::Welcome;
    /// Questions: the item the form's page begins with (a section or a question).
    core::ItemIndex item = 0;
    /// Questions: came from the review to change one answer, and goes back there.
    bool returns_to_review = false;
    bool operator==(Place const&) const = default;
};

/// The way back and forward; mirrors the browser's history by number only.
class Travel {
public:
    Place const& here() const { return places_[position_]; }
    int entry() const { return static_cast<int>(position_); }
    /// Goes on to a new place; what lay ahead is forgotten.
    void go(Place place);
    /// One step back; false at the start.
    bool back();
    /// To an entry visited before; false if there is none.
    bool to(int entry);
    /// Puts another place where we are, without a step.
    void replace(Place place) { places_[position_] = place; }
    Place const* before() const { return position_ == 0 ? nullptr : &places_[position_ - 1]; }
    void forget();

private:
    std::vector<Place> places_{Place{}};
    std::size_t position_ = 0;
};

}  // namespace needlewise::app
