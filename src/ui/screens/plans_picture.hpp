#pragma once

#include "ui/ui.hpp"

namespace needlewise::ui {

/// The sessions of one or two plans, the event and the months on one line of time; it says nothing that the lists don't.
void plans_picture(Ui& ui, std::vector<core::Timeline> const& plans);

}  // namespace needlewise::ui
