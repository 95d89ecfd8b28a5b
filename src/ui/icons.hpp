#pragma once

#include "ui/theme.hpp"

#include <string_view>

struct ImDrawList;

namespace needlewise::ui {

enum class Icon : std::uint8_t {
    None,
    Check,
    Cross,
    ArrowRight,
    ArrowLeft,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Warning,
    Stop,
    Speech,
    Clock,
    List,
    Info,
    Shield,
    Calendar,
    Heart,
    Trash,
    Restart,
    Pencil,
    Bell,
    Text,
    Sun,
    Drop,
    Cream,
    Heat,
    Swim,
    Sport,
    Glass,
    Smoke,
    Pillow,
    Razor,
    Needle,
    Pill,
    Cool,
    Food,
    Plane,
    Camera,
    Hand,
    Phone,
    Eye,
    Star,
    Globe,
};

/// The icon a protocol names (assets/README.md lists the names); Star for an unknown one.
Icon icon_named(std::string_view name);
Icon icon_of(core::Level level);
Icon icon_of(core::Outcome outcome);

/// Strokes an icon into the square at x, y (screen coordinates).
void draw_icon(ImDrawList& draw, Icon icon, float x, float y, float size, std::uint32_t packed_color);

}  // namespace needlewise::ui
