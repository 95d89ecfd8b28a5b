#pragma once

#include "app/place.hpp"
#include "ui/ui.hpp"

#include <map>
#include <vector>

namespace needlewise::ui {

/// Remembers which questions a page of the form has shown, so that a follow-up that an answer opens slides in and is
/// seen to belong to it. What was there when the page came does not move.
class Entrances {
public:
    /// Tells which questions are on the page now. Only frames that paint count.
    void note(Ui const& ui, std::vector<core::ItemIndex> const& questions);
    /// How far a question has come in, 0 to 1; asks for another frame while it is on its way.
    float share(Ui& ui, core::ItemIndex question) const;

private:
    std::optional<app::Place> place_;
    std::map<core::ItemIndex, double> since_;
};

/// What is painted while this lives comes in from above and out of the surface. Its controls are in place at once.
class Sliding {
public:
    Sliding(Ui& ui, float share);
    ~Sliding();
    Sliding(Sliding const&) = delete;
    Sliding& operator=(Sliding const&) = delete;

private:
    Ui& ui_;
};

}  // namespace needlewise::ui
