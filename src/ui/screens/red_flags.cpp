#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

void red_flags_screen(Ui& ui, ScreenState&) {
    auto& session = ui.session;
    heading(ui, "red-flags/title", session.text("red-flags/screen-title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "red-flags/lead", session.text("red-flags/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    red_flag_cards(ui);
    {
        auto const card = Card{ui};
        heading(ui, "red-flags/do-title", session.text("red-flags/do-title"), 2, ui.theme.type.heading);
        ui.space(ui.theme.space.hair);
        paragraph(ui, "red-flags/do", session.text("red-flags/do"));
        ui.space(ui.theme.space.base);
        heading(ui, "red-flags/dont-title", session.text("red-flags/dont-title"), 2, ui.theme.type.heading);
        ui.space(ui.theme.space.hair);
        paragraph(ui, "red-flags/dont", session.text("red-flags/dont"));
        ui.space(ui.theme.space.base);
        paragraph(ui, "red-flags/numbing", session.text("red-flags/numbing"));
        ui.space(ui.theme.space.base);
        paragraph(ui, "red-flags/worried", session.text("red-flags/worried"), ui.theme.type.label,
                  ui.theme.colors.text);
    }
    ui.space(ui.theme.space.base);
    clinic_contact(ui, "red-flags/contact");
    if (button(ui, {.id = "red-flags/back",
                    .label = session.text("page/back-to-where"),
                    .kind = ButtonKind::Primary,
                    .icon = Icon::ArrowLeft})) {
        session.back();
    }
}

}  // namespace needlewise::ui
