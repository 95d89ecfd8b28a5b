#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace needlewise::ui {

namespace {

/// A calm picture of what this is about: skin layers with fine channels that close from left to right.
void skin_picture(Ui& ui, Rectangle const& area) {
    auto const& c = ui.theme.colors;
    auto const dark = ui.theme.dark;
    auto const epidermis = Color{dark ? 0x6B4A3FU : 0xF3D2BEU};
    auto const dermis = Color{dark ? 0x4A3230U : 0xF8E4D8U};
    auto const deep = Color{dark ? 0x3A2A26U : 0xFBF0E6U};
    auto const channel = Color{dark ? 0xE08E86U : 0xC8645CU};
    auto const fibre = Color{dark ? 0x7FD0C7U : 0x2F8F8AU};
    ui.fill(area, deep, ui.theme.space.radius);
    auto const wave = [&](float base, float amplitude, float phase) {
        auto points = std::vector<std::pair<float, float>>{};
        constexpr int steps = 36;
        for (auto step = 0; step <= steps; ++step) {
            auto const share = static_cast<float>(step) / steps;
            points.emplace_back(area.x + 1 + (area.width - 2) * share, base + amplitude * std::sin(share * 9 + phase));
        }
        return points;
    };
    auto const top = area.y + area.height * 0.30F;
    auto const second = area.y + area.height * 0.48F;
    auto const third = area.y + area.height * 0.84F;
    ui.area(wave(top, 3, 0), second, epidermis, 1);
    ui.area(wave(second, 4, 1), third, dermis, 1);
    constexpr int channels = 7;
    for (auto number = 0; number < channels; ++number) {
        auto const share = (static_cast<float>(number) + 0.6F) / channels;
        auto const x = area.x + area.width * share;
        auto const depth = area.height * 0.36F * (1 - share * 0.85F);
        auto const width = 5.0F * (1 - share * 0.7F);
        ui.shape({{x - width / 2, top - 2}, {x + width / 2, top - 2}, {x, top + depth}}, channel, 0.9F - share * 0.6F);
    }
    for (auto number = 0; number < 9; ++number) {
        auto const share = 0.25F + 0.72F * static_cast<float>(number) / 9;
        auto points = std::vector<std::pair<float, float>>{};
        for (auto step = 0; step <= 10; ++step) {
            auto const along = static_cast<float>(step) / 10;
            auto const x = area.x + area.width * share + (along - 0.5F) * 54;
            auto const fy = second + area.height * (0.10F + 0.2F * std::fmod(share * 7, 1.0F)) +
                            4 * std::sin(along * 8 + share * 20);
            points.emplace_back(std::clamp(x, area.x + 4, area.x + area.width - 4), fy);
        }
        ui.stroke(points, fibre, 2.2F, false, 0.25F + share * 0.55F);
    }
    ui.outline(area, c.line, ui.theme.space.radius, 1);
    ui.add(
        {.id = "welcome/picture", .role = Role::Image, .name = ui.session.text("welcome/picture"), .rectangle = area});
}

/// `height` is the least one, for cards side by side.
void fact_card(Ui& ui, std::string const& id, Icon icon, std::string_view title, std::string_view text,
               float height = 0) {
    auto const outer_top = ui.y;
    auto const card = Card{ui};
    auto const column = ui.column;
    ui.fill({column.left, ui.y, 40, 40}, ui.theme.colors.accent_soft, 12);
    ui.icon(icon, column.left + 8, ui.y + 8, 24, ui.theme.colors.accent);
    ui.column = {column.left + 56, column.width - 56};
    auto const top = ui.y;
    heading(ui, id + "/title", title, 2, ui.theme.type.label);
    ui.space(2);
    paragraph(ui, id + "/text", text, ui.theme.type.small, ui.theme.colors.muted);
    ui.y = std::max({ui.y, top + 40, outer_top + height - ui.theme.space.large});
    ui.column = column;
}

float fact_height(Ui const& ui, std::string_view title, std::string_view text, float width) {
    auto const room = width - 2 * ui.theme.space.large - 56;
    return 2 * ui.theme.space.large + 2 + ui.measure(title, ui.theme.type.label, room).height +
           ui.measure(text, ui.theme.type.small, room).height;
}

void start_buttons(Ui& ui) {
    auto& session = ui.session;
    auto const started = !session.untouched();
    auto const fit = ui.narrow() ? Fit::Column : Fit::Content;
    if (started && session.first_open()) {
        if (button(ui,
                   {.id = "welcome/continue",
                    .label = session.text("welcome/continue"),
                    .kind = ButtonKind::Primary,
                    .icon = Icon::ArrowRight,
                    .icon_after = true},
                   fit)) {
            auto const open = *session.first_open();
            session.edit(open);
        }
        ui.space(ui.theme.space.medium);
    }
    if (button(ui,
               {.id = "welcome/start",
                .label = session.text(started ? "welcome/from-the-top" : "welcome/start"),
                .kind = started ? ButtonKind::Secondary : ButtonKind::Primary,
                .icon = Icon::ArrowRight,
                .icon_after = true},
               fit)) {
        session.start_form();
    }
    if (session.protocol().timeline.empty()) {
        return;
    }
    ui.space(ui.theme.space.medium);
    if (button(ui, {.id = "welcome/treated", .label = session.text("welcome/treated"), .icon = Icon::Calendar}, fit)) {
        session.go(app::Screen::Treated);
    }
}

void hero(Ui& ui) {
    auto& session = ui.session;
    heading(ui, "welcome/title", session.text("welcome/title"), 1, ui.theme.type.display);
    ui.space(ui.theme.space.medium);
    paragraph(ui, "welcome/lead", session.text("welcome/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.large);
    start_buttons(ui);
}

}  // namespace

void welcome_screen(Ui& ui, ScreenState&) {
    auto& session = ui.session;
    auto const column = ui.column;
    if (ui.wide()) {
        auto const top = ui.y + ui.theme.space.base;
        ui.y = top;
        ui.column = {column.left, column.width * 0.54F};
        hero(ui);
        auto const bottom = ui.y;
        auto const left = column.left + column.width * 0.60F;
        skin_picture(ui, {left, top, column.left + column.width - left, std::max(300.0F, bottom - top)});
        ui.y = std::max(bottom, top + 300);
        ui.column = column;
    } else {
        skin_picture(ui, {column.left, ui.y, column.width, ui.narrow() ? 132.0F : 190.0F});
        ui.y += (ui.narrow() ? 132.0F : 190.0F) + ui.theme.space.large;
        hero(ui);
    }
    ui.space(ui.theme.space.large + ui.theme.space.small);
    struct Fact {
        char const* id;
        Icon icon;
    };
    auto const facts = {Fact{"welcome/what", Icon::List}, Fact{"welcome/not", Icon::Info},
                        Fact{"welcome/privacy", Icon::Shield}};
    if (ui.wide()) {
        auto const top = ui.y;
        auto const gap = ui.theme.space.base;
        auto const width = (column.width - 2 * gap) / 3;
        auto left = column.left;
        auto height = 0.0F;
        for (auto const& fact : facts) {
            height = std::max(height, fact_height(ui, session.text(std::string{fact.id} + "/title"),
                                                  session.text(std::string{fact.id} + "/text"), width));
        }
        for (auto const& fact : facts) {
            ui.y = top;
            ui.column = {left, width};
            fact_card(ui, fact.id, fact.icon, session.text(std::string{fact.id} + "/title"),
                      session.text(std::string{fact.id} + "/text"), height);
            left += width + gap;
        }
        ui.y = top + height;
        ui.column = column;
    } else {
        for (auto const& fact : facts) {
            fact_card(ui, fact.id, fact.icon, session.text(std::string{fact.id} + "/title"),
                      session.text(std::string{fact.id} + "/text"));
            ui.space(ui.theme.space.medium);
        }
    }
    if (!session.protocol().explainer.empty()) {
        ui.space(ui.theme.space.medium);
        if (button(ui, {.id = "welcome/explainer",
                        .label = session.text("welcome/explainer"),
                        .kind = ButtonKind::Quiet,
                        .icon = Icon::ArrowRight,
                        .icon_after = true})) {
            session.go(app::Screen::Explainer);
        }
    }
}

}  // namespace needlewise::ui
