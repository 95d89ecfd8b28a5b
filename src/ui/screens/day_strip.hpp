#pragma once

#include "ui/ui.hpp"

#include <optional>

namespace needlewise::ui {

/// The chart for phones: days from top to bottom along a band whose width tells how much there is to see or feel. A tap
/// on a day opens it in place.
void day_strip(Ui& ui, core::Timeline const& timeline, int session, int day, std::optional<int> today);

}  // namespace needlewise::ui
