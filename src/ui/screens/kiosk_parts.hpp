#pragma once

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

// On a kiosk's screens an id is the key of its words.

void kiosk_heading(Ui& ui, char const* id, Type const& type);
void kiosk_text(Ui& ui, char const* id);
bool kiosk_button(Ui& ui, char const* id, ButtonKind kind);
/// What follows stands around the middle of the screen if it is not taller than this.
void kiosk_middle(Ui& ui, float usual_height);

}  // namespace needlewise::ui
