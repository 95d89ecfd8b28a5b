#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace needlewise::ui {

namespace {

Palette light_palette() {
    return {.surface = {0xF6F3EE},
            .card = {0xFFFFFF},
            .sunken = {0xFBFAF7},
            .text = {0x1D2930},
            .muted = {0x52616A},
            .line = {0xE4DFD6},
            .control = {0x7D8891},
            .accent = {0x0B6B6B},
            .on_accent = {0xFFFFFF},
            .accent_hover = {0x095757},
            .accent_soft = {0xE3F1EF},
            .focus = {0x1B4FD1},
            .danger = {{0xA52A22}, {0xFBEBE8}},
            .warning = {{0x7A4E00}, {0xFDF1DA}},
            .information = {{0x2B5593}, {0xE9F0FA}},
            .positive = {{0x23653A}, {0xE5F3E9}},
            .quiet = {{0x52616A}, {0xF1EEE8}}};
}

Palette dark_palette() {
    return {.surface = {0x11181B},
            .card = {0x1A2327},
            .sunken = {0x202B30},
            .text = {0xEDF2F2},
            .muted = {0xAAB8BD},
            .line = {0x2E3B40},
            .control = {0x7F9097},
            .accent = {0x63CBC1},
            .on_accent = {0x06211F},
            .accent_hover = {0x83DAD1},
            .accent_soft = {0x173A39},
            .focus = {0xA9C4FF},
            .danger = {{0xFF9D93}, {0x3B1E1C}},
            .warning = {{0xF3C667}, {0x392D13}},
            .information = {{0x9BC3F7}, {0x1A2C43}},
            .positive = {{0x8AD7A3}, {0x17311F}},
            .quiet = {{0xAAB8BD}, {0x263136}}};
}

void raise_contrast(Palette& colors, bool dark) {
    colors.surface = {dark ? 0x000000U : 0xFFFFFFU};
    colors.card = colors.surface;
    colors.sunken = colors.surface;
    colors.text = {dark ? 0xFFFFFFU : 0x000000U};
    colors.muted = {dark ? 0xE6EDEE : 0x26323AU};
    colors.line = {dark ? 0xC9D3D6 : 0x3C4850U};
    colors.control = colors.text;
    colors.accent = {dark ? 0x8DF0E6U : 0x004F4FU};
    colors.accent_hover = {dark ? 0xB3F7F0U : 0x003A3AU};
    colors.on_accent = colors.surface;
    colors.focus = {dark ? 0xFFE45CU : 0x0000C8U};
}

double channel(std::uint32_t value) {
    auto const part = static_cast<double>(value) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * channel((color.rgb >> 16U) & 255U) + 0.7152 * channel((color.rgb >> 8U) & 255U) +
           0.0722 * channel(color.rgb & 255U);
}

Color blend(Color a, Color b, double amount) {
    auto const part = [&](unsigned shift) {
        auto const from = static_cast<double>((a.rgb >> shift) & 255U);
        auto const to = static_cast<double>((b.rgb >> shift) & 255U);
        return static_cast<std::uint32_t>(std::lround(from + (to - from) * amount)) << shift;
    };
    return {part(16) | part(8) | part(0)};
}

/// WCAG AA for text.
constexpr double readable = 4.5;

/// As much of the accent as second-rank text on it bears.
Color soft_accent(Palette const& colors, Color accent, bool dark) {
    constexpr double step = 0.01;
    auto amount = dark ? 0.2 : 0.1;
    auto soft = blend(colors.card, accent, amount);
    while (amount > step && contrast_ratio(colors.muted, soft) < readable) {
        amount -= step;
        soft = blend(colors.card, accent, amount);
    }
    return soft;
}

bool is_readable(Palette const& colors, Color accent, bool dark) {
    auto const surfaces = {colors.surface, colors.card, colors.sunken, soft_accent(colors, accent, dark)};
    return std::all_of(surfaces.begin(), surfaces.end(),
                       [&](Color surface) { return contrast_ratio(accent, surface) >= readable; });
}

void take_accent(Palette& colors, Color accent, bool dark) {
    auto const towards = Color{dark ? 0xFFFFFFU : 0x000000U};
    auto fitting = accent;
    for (auto step = 1; step <= 20 && !is_readable(colors, fitting, dark); ++step) {
        fitting = blend(accent, towards, step / 20.0);
    }
    auto const white = Color{0xFFFFFF};
    auto const black = Color{0x0B1417};
    colors.accent = fitting;
    colors.on_accent = contrast_ratio(fitting, white) >= contrast_ratio(fitting, black) ? white : black;
    colors.accent_hover = blend(fitting, towards, 0.15);
    colors.accent_soft = soft_accent(colors, fitting, dark);
}

void scale_type(TypeScale& type, float scale, bool narrow) {
    if (narrow) {
        type.display = {27, 34, true};
        type.title = {23, 30, true};
        type.heading = {19, 26, true};
    }
    for (auto* step : {&type.display, &type.title, &type.heading, &type.label, &type.body, &type.small,
                       &type.small_strong, &type.caption, &type.caption_strong}) {
        step->size = std::round(step->size * scale);
        step->line = std::round(step->line * scale);
    }
}

std::string css(Color color) {
    constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    auto text = std::string{"#"};
    for (auto shift = 20; shift >= 0; shift -= 4) {
        text += digits[(color.rgb >> static_cast<unsigned>(shift)) & 15U];
    }
    return text;
}

std::string pixels(float value) { return std::to_string(static_cast<int>(std::lround(value))) + "px"; }

}  // namespace

double contrast_ratio(Color a, Color b) {
    auto const first = luminance(a);
    auto const second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme make_theme(bool dark, Contrast contrast, float text_scale, Color const* accent, bool narrow) {
    auto theme = Theme{};
    theme.dark = dark;
    theme.colors = dark ? dark_palette() : light_palette();
    if (accent != nullptr) {
        take_accent(theme.colors, *accent, dark);
    }
    if (contrast == Contrast::More) {
        raise_contrast(theme.colors, dark);
    }
    scale_type(theme.type, text_scale, narrow);
    return theme;
}

Tone const& tone_of(Theme const& theme, core::Level level) {
    switch (level) {
        case core::Level::Exclude: return theme.colors.danger;
        case core::Level::Review: return theme.colors.information;
        case core::Level::Defer: return theme.colors.warning;
        case core::Level::Mention:
        case core::Level::Prepare: return theme.colors.positive;
        case core::Level::Info: break;
    }
    return theme.colors.quiet;
}

Tone const& tone_of(Theme const& theme, core::Outcome outcome) {
    switch (outcome) {
        case core::Outcome::Exclude: return theme.colors.danger;
        case core::Outcome::Review: return theme.colors.information;
        case core::Outcome::Defer:
        case core::Outcome::Error: return theme.colors.warning;
        case core::Outcome::Mention:
        case core::Outcome::Prepare:
        case core::Outcome::Clear: return theme.colors.positive;
        case core::Outcome::Incomplete: break;
    }
    return theme.colors.quiet;
}

std::vector<std::pair<std::string, std::string>> css_properties(Theme const& theme) {
    auto const& c = theme.colors;
    auto const& t = theme.type;
    return {{"--nw-color-scheme", theme.dark ? "dark" : "light"},
            {"--nw-surface", css(c.surface)},
            {"--nw-card", css(c.card)},
            {"--nw-sunken", css(c.sunken)},
            {"--nw-text", css(c.text)},
            {"--nw-text-muted", css(c.muted)},
            {"--nw-line", css(c.line)},
            {"--nw-border", css(c.control)},
            {"--nw-accent", css(c.accent)},
            {"--nw-on-accent", css(c.on_accent)},
            {"--nw-accent-hover", css(c.accent_hover)},
            {"--nw-accent-soft", css(c.accent_soft)},
            {"--nw-focus", css(c.focus)},
            {"--nw-danger", css(c.danger.strong)},
            {"--nw-danger-soft", css(c.danger.soft)},
            {"--nw-warning", css(c.warning.strong)},
            {"--nw-warning-soft", css(c.warning.soft)},
            {"--nw-information", css(c.information.strong)},
            {"--nw-information-soft", css(c.information.soft)},
            {"--nw-positive", css(c.positive.strong)},
            {"--nw-positive-soft", css(c.positive.soft)},
            {"--nw-radius", pixels(theme.space.radius)},
            {"--nw-size-display", pixels(t.display.size)},
            {"--nw-size-title", pixels(t.title.size)},
            {"--nw-size-heading", pixels(t.heading.size)},
            {"--nw-size-body", pixels(t.body.size)},
            {"--nw-size-small", pixels(t.small.size)},
            {"--nw-size-caption", pixels(t.caption.size)}};
}

}  // namespace needlewise::ui
