#pragma once

#include "ui/screens/screens.hpp"

namespace needlewise::ui {

enum class ListPart : std::uint8_t { Before, After };

/// Preparation and the day itself, or signs, do/don't and results, as lists that say all the charts draw.
void item_lists(Ui& ui, ScreenState& state, core::Timeline const& timeline, ListPart part);
/// One day after a session, without a frame: its text, what may show and what to do.
void day_details(Ui& ui, core::Timeline const& timeline, int session, int day);
/// The same as a card with its date.
void day_card(Ui& ui, core::Timeline const& timeline, int session, int day);

}  // namespace needlewise::ui
