#include "app/take_along.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/skin_picture.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

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
    if (started && !session.first_open() && !session.protocol().rules.empty()) {
        if (button(ui,
                   {.id = "welcome/result",
                    .label = session.text("review/result"),
                    .kind = ButtonKind::Primary,
                    .icon = Icon::ArrowRight,
                    .icon_after = true},
                   fit)) {
            session.go(app::Screen::Result);
        }
        ui.space(ui.theme.space.medium);
    } else if (started && session.first_open()) {
        if (button(ui,
                   {.id = "welcome/continue",
                    .label = session.text("welcome/continue"),
                    .kind = ButtonKind::Primary,
                    .icon = Icon::ArrowRight,
                    .icon_after = true},
                   fit)) {
            auto const open = *session.first_open();
            session.show(open);
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

/// What this is about, at a glance: from the needled skin on the left to the healed one on the right.
void healing_picture(Ui& ui, Rectangle const& area) {
    constexpr float last_day = 84;
    skin_picture(ui, "welcome/picture", ui.session.text("welcome/picture"), area, 0, last_day);
}

void hero(Ui& ui) {
    auto& session = ui.session;
    heading(ui, "welcome/title", session.text("welcome/title"), 1, ui.theme.type.display);
    ui.space(ui.theme.space.medium);
    paragraph(ui, "welcome/lead", session.text("welcome/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.large);
    start_buttons(ui);
}

/// A quiet offer, where nothing is lost by it. What it does is web/offline.js's.
void newer_page(Ui& ui) {
    auto const& session = ui.session;
    if (!session.page_version.newer || !session.nothing_to_lose()) {
        return;
    }
    notice(ui, Mood::Information, Icon::Restart, [&] {
        paragraph(ui, "newer/text", session.text("newer/text"));
        ui.space(ui.theme.space.small);
        button(ui, {.id = "newer/go", .label = session.text("newer/go")});
    });
    ui.space(ui.theme.space.base);
}

}  // namespace

void welcome_screen(Ui& ui, ScreenState&) {
    auto& session = ui.session;
    auto const column = ui.column;
    if (offers_languages(session)) {
        language_choice(ui);
        ui.space(ui.theme.space.base);
    }
    if (ui.wide()) {
        auto const top = ui.y + ui.theme.space.base;
        ui.y = top;
        ui.column = {column.left, column.width * 0.54F};
        hero(ui);
        auto const bottom = ui.y;
        auto const left = column.left + column.width * 0.60F;
        healing_picture(ui, {left, top, column.left + column.width - left, std::max(300.0F, bottom - top)});
        ui.y = std::max(bottom, top + 300);
        ui.column = column;
    } else {
        healing_picture(ui, {column.left, ui.y, column.width, ui.narrow() ? 132.0F : 190.0F});
        ui.y += (ui.narrow() ? 132.0F : 190.0F) + ui.theme.space.large;
        hero(ui);
    }
    ui.space(ui.theme.space.large + ui.theme.space.small);
    newer_page(ui);
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
    if (app::ways_offered(session.clinic(), session.kiosk.on()).file && !session.protocol().rules.empty()) {
        ui.space(ui.theme.space.medium);
        if (button(ui, {.id = "welcome/open", .label = session.text("welcome/open"), .kind = ButtonKind::Quiet})) {
            session.go(app::Screen::OpenSaved);
        }
    }
    if (explainer_is_here(session)) {
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
