#pragma once

#include "ui/screens/screens.hpp"

namespace needlewise::ui {

/// The findings of one level as cards; nothing if there are none. What was not sure stands grouped by question, at the
/// highest level of its findings (rules.md section 4).
void level_findings(Ui& ui, ScreenState& state, core::Level level);

}  // namespace needlewise::ui
