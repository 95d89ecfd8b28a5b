#pragma once

#include "ui/ui.hpp"

#include <string>

namespace needlewise::ui {

/// A cross-section of needled skin. Its left edge shows day `from_day` after a session and its right edge `to_day`: the
/// same day twice is one moment. What is drawn, after timeline.md section 4: fine channels that close within about three
/// days, redness and swelling that fade, dry flakes in the first week, new collagen from week four.
void skin_picture(Ui& ui, std::string id, std::string_view name, Rectangle const& area, float from_day, float to_day);
/// The day of the session with the short needles of a home roller on the left and a clinic's on the right.
void needle_depths_picture(Ui& ui, std::string id, std::string_view name, Rectangle const& area);

}  // namespace needlewise::ui
