#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

void treated_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    heading(ui, "treated/title", session.text("treated/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "treated/lead", session.text("treated/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    auto const& date = session.plan_request().date;
    {
        auto const card = Card{ui};
        auto const failed = state.is_expanded("treated/failed") && !date;
        if (failed) {
            error_text(ui, "treated/problem", session.text("treated/problem"));
            ui.space(ui.theme.space.small);
        }
        auto view = FieldView{.id = "treated/date", .label = session.text("treated/date")};
        view.value = date ? date->iso() : "";
        view.maximum = session.today().iso();
        view.required = true;
        view.invalid = failed;
        view.described_by = failed ? "treated/problem" : "";
        view.width = 220;
        if (auto const* change = field(ui, view)) {
            auto const typed = core::Date::from_iso(change->value);
            auto const fits = typed && *typed <= session.today();
            session.set_treated_on(fits ? typed : std::nullopt);
            if (!fits && !change->value.empty()) {
                state.expanded.insert("treated/failed");
            }
        }
        if (date) {
            ui.space(ui.theme.space.hair);
            paragraph(ui, "treated/in-words", session.dates().full_with_distance(session.today(), *date),
                      ui.theme.type.small_strong, ui.theme.colors.muted);
        }
    }
    ui.space(ui.theme.space.large);
    auto const pressed =
        button_row(ui, {{.id = "treated/back", .label = session.text("questions/back"), .icon = Icon::ArrowLeft},
                        {.id = "treated/show",
                         .label = session.text("treated/show"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::ArrowRight,
                         .icon_after = true}});
    if (pressed == 0) {
        session.back();
    } else if (pressed == 1 && session.plan_request().date) {
        session.go(app::Screen::Timeline);
    } else if (pressed == 1) {
        state.expanded.insert("treated/failed");
        ui.output.focus = "treated/date";
        ui.output.announcements.push_back({session.text("treated/problem"), true});
    }
}

}  // namespace needlewise::ui
