#pragma once

#include "ui/screens/screens.hpp"

namespace needlewise::ui {

/// The days after a session of the timeline, which has at least one: which session, the day, the charts, the skin.
void recovery(Ui& ui, ScreenState& state, core::Timeline const& timeline);

}  // namespace needlewise::ui
