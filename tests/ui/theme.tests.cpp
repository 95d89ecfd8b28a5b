// axe cannot see the canvas: the contrast of what is painted is computed here (WCAG 2.2, 1.4.3 and 1.4.11).
#include "ui/theme.hpp"

#include "support/catch.hpp"

#include <optional>

using namespace needlewise;
using namespace needlewise::ui;

namespace {

struct Pair {
    std::string what;
    Color front;
    Color back;
};

std::vector<Tone> tones_of(Palette const& c) { return {c.danger, c.warning, c.information, c.positive, c.quiet}; }

/// Where text and controls stand: the page, its cards, the rows in them, and the soft boxes.
std::vector<std::pair<std::string, Color>> surfaces_of(Palette const& c) {
    std::vector<std::pair<std::string, Color>> surfaces{
        {"surface", c.surface}, {"card", c.card}, {"sunken", c.sunken}, {"accent-soft", c.accent_soft}};
    auto number = 0;
    for (auto const& tone : tones_of(c)) {
        surfaces.emplace_back("soft " + std::to_string(number++), tone.soft);
    }
    return surfaces;
}

std::vector<Pair> texts_of(Palette const& c) {
    std::vector<Pair> pairs{{"primary button", c.on_accent, c.accent},
                            {"primary button under the pointer", c.on_accent, c.accent_hover}};
    for (auto const& [name, surface] : surfaces_of(c)) {
        pairs.push_back({"text on " + name, c.text, surface});
    }
    // Second-rank text and buttons stand on the page, on cards, and in rows that are chosen or open.
    for (auto const& [name, surface] : std::vector<std::pair<std::string, Color>>{
             {"surface", c.surface}, {"card", c.card}, {"sunken", c.sunken}, {"accent-soft", c.accent_soft}}) {
        pairs.push_back({"muted on " + name, c.muted, surface});
        pairs.push_back({"accent on " + name, c.accent, surface});
    }
    auto number = 0;
    for (auto const& tone : tones_of(c)) {
        auto const name = "tone " + std::to_string(number++);
        pairs.push_back({name + " on its soft", tone.strong, tone.soft});
        pairs.push_back({name + " on card", tone.strong, c.card});
        pairs.push_back({name + " on surface", tone.strong, c.surface});
    }
    return pairs;
}

std::vector<Pair> outlines_of(Palette const& c) {
    std::vector<Pair> pairs;
    for (auto const& [name, surface] : surfaces_of(c)) {
        pairs.push_back({"focus on " + name, c.focus, surface});
    }
    for (auto const& [name, surface] :
         std::vector<std::pair<std::string, Color>>{{"surface", c.surface}, {"card", c.card}, {"sunken", c.sunken}}) {
        pairs.push_back({"control on " + name, c.control, surface});
        pairs.push_back({"chosen on " + name, c.accent, surface});
        pairs.push_back({"invalid on " + name, c.danger.strong, surface});
    }
    pairs.push_back({"tick in its box", c.on_accent, c.accent});
    pairs.push_back({"chosen row's outline", c.accent, c.accent_soft});
    return pairs;
}

}  // namespace

TEST_CASE("Contrast is that of WCAG") {
    CHECK(contrast_ratio({0x000000}, {0xFFFFFF}) == Approx(21));
    CHECK(contrast_ratio({0xFFFFFF}, {0x000000}) == Approx(21));
    CHECK(contrast_ratio({0x777777}, {0xFFFFFF}) == Approx(4.478).margin(0.001));
    CHECK(contrast_ratio({0x123456}, {0x123456}) == Approx(1));
}

TEST_CASE("Every text and outline can be seen, in every theme and with every clinic's colour") {
    auto const dark = GENERATE(false, true);
    auto const contrast = GENERATE(Contrast::Normal, Contrast::More);
    auto const accent = GENERATE(as<std::optional<std::uint32_t>>{}, std::nullopt, 0xFFFF00U, 0xFFFFFFU, 0x000000U,
                                 0x777777U, 0xFF0000U, 0x00FF00U, 0x0000FFU, 0xC0C0C0U, 0x1F6F6BU);
    auto const color = Color{accent.value_or(0)};
    auto const theme = make_theme(dark, contrast, 1, accent ? &color : nullptr, false);
    CAPTURE(dark, static_cast<int>(contrast), accent.has_value(), accent.value_or(0));
    for (auto const& [what, front, back] : texts_of(theme.colors)) {
        INFO(what);
        CHECK(contrast_ratio(front, back) >= 4.5);
    }
    for (auto const& [what, front, back] : outlines_of(theme.colors)) {
        INFO(what);
        CHECK(contrast_ratio(front, back) >= 3);
    }
}

TEST_CASE("Body text has more than enough contrast, and most where that is asked for") {
    auto const dark = GENERATE(false, true);
    auto const normal = make_theme(dark, Contrast::Normal, 1, nullptr, false).colors;
    CHECK(contrast_ratio(normal.text, normal.surface) >= 7);
    CHECK(contrast_ratio(normal.text, normal.card) >= 7);
    auto const more = make_theme(dark, Contrast::More, 1, nullptr, false).colors;
    CHECK(contrast_ratio(more.text, more.surface) == Approx(21));
    for (auto const& [name, surface] : surfaces_of(more)) {
        INFO(name);
        CHECK(contrast_ratio(more.text, surface) >= 7);
    }
    CHECK(contrast_ratio(more.accent, more.card) >= 7);
    CHECK(contrast_ratio(more.control, more.card) >= 7);
}

TEST_CASE("The type scale grows with the person's, and steps stay apart") {
    auto const normal = make_theme(false, Contrast::Normal, 1, nullptr, false).type;
    CHECK(normal.body.size == 17);
    auto const large = make_theme(false, Contrast::Normal, 1.45F, nullptr, false).type;
    CHECK(large.body.size == 25);
    CHECK(large.body.line > large.body.size);
    for (auto const& type : {normal, large}) {
        CHECK(type.display.size > type.title.size);
        CHECK(type.title.size > type.heading.size);
        CHECK(type.heading.size > type.body.size);
        CHECK(type.body.size > type.small.size);
        CHECK(type.small.size > type.caption.size);
    }
    auto const narrow = make_theme(false, Contrast::Normal, 1, nullptr, true).type;
    CHECK(narrow.display.size < normal.display.size);
    CHECK(narrow.body.size == normal.body.size);
}

TEST_CASE("Native controls get the same colours") {
    auto const color = Color{0x00AA00};
    auto const theme = make_theme(false, Contrast::Normal, 1, &color, false);
    auto const properties = css_properties(theme);
    auto const value = [&](std::string const& name) {
        for (auto const& [key, text] : properties) {
            if (key == name) {
                return text;
            }
        }
        return std::string{};
    };
    CHECK(value("--nw-surface") == "#f6f3ee");
    CHECK(value("--nw-size-body") == "17px");
    CHECK(value("--nw-color-scheme") == "light");
    CHECK(value("--nw-accent").size() == 7);
    for (auto const& [name, text] : properties) {
        CHECK(name.starts_with("--nw-"));
        CHECK_FALSE(text.empty());
    }
}
