#pragma once

#include "ui/ui.hpp"

#include <string>

namespace needlewise::ui {

/// The steps of the treatment day as a list along a rail: when, an icon, and what happens. The nodes' ids begin with
/// `id`.
void minute_rail(Ui& ui, std::string const& id, std::string_view name,
                 std::vector<core::TimelineItem const*> const& steps);

}  // namespace needlewise::ui
