#pragma once

#include "core/assessment.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace needlewise::ui {

/// sRGB colour, 0xRRGGBB.
struct Color {
    std::uint32_t rgb = 0;
    bool operator==(Color const&) const = default;
};

/// A colour for something and the soft surface behind it; texts of `strong` on `soft` have at least 4.5:1.
struct Tone {
    Color strong;
    Color soft;
};

/// What a colour stands for, never which colour it is.
struct Palette {
    Color surface;    ///< the page
    Color card;       ///< cards on it
    Color sunken;     ///< fields and rows inside cards
    Color text;       ///< 7:1 on surface and card
    Color muted;      ///< second-rank text, 4.5:1
    Color line;       ///< separators, no information
    Color control;    ///< outlines of controls, 3:1
    Color accent;     ///< main action, selected state
    Color on_accent;  ///< text on it
    Color accent_hover;
    Color accent_soft;  ///< behind a selected row
    Color focus;        ///< focus ring, 3:1 against every surface
    Tone danger;
    Tone warning;
    Tone information;
    Tone positive;
    Tone quiet;
};

/// One step of the type scale; CSS pixels before the text scale.
struct Type {
    float size = 17;
    float line = 26;
    bool strong = false;
};

struct TypeScale {
    Type display{32, 40, true};
    Type title{26, 33, true};
    Type heading{20, 27, true};
    Type label{17, 25, true};
    Type body{17, 26, false};
    Type small{15, 22, false};
    Type small_strong{15, 22, true};
    Type caption{13, 18, false};
    Type caption_strong{13, 18, true};
};

/// Distances in CSS pixels: one scale for everything.
struct Spacing {
    float hair = 4;
    float small = 8;
    float medium = 12;
    float base = 16;
    float large = 24;
    float huge = 40;
    float radius = 14;
    float radius_small = 10;
    /// Smallest height and width of anything to tap (WCAG 2.2, 2.5.5).
    float target = 48;
};

struct Theme {
    Palette colors;
    TypeScale type;
    Spacing space;
    bool dark = false;
};

enum class Contrast : std::uint8_t { Normal, More };

/// The theme for the preferences. `accent` is the clinic's colour (0xRRGGBB) or none; it is darkened or lightened until
/// text on it and it on the page reach 4.5:1. `text_scale` multiplies the type scale.
Theme make_theme(bool dark, Contrast contrast, float text_scale, Color const* accent, bool narrow);

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrast_ratio(Color a, Color b);

/// The tone a level speaks in.
Tone const& tone_of(Theme const& theme, core::Level level);
Tone const& tone_of(Theme const& theme, core::Outcome outcome);

/// The same tokens as CSS custom properties, for native controls and the plain view.
std::vector<std::pair<std::string, std::string>> css_properties(Theme const& theme);

}  // namespace needlewise::ui
