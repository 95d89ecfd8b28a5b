#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

void ask_staff_screen(Ui& ui) {
    auto& session = ui.session;
    heading(ui, "ask-staff/title", session.text("ask-staff/title"), 1, ui.theme.type.display);
    ui.space(ui.theme.space.base);
    {
        auto const card = Card{ui};
        paragraph(ui, "ask-staff/text", session.text("ask-staff/text"));
        auto number = 0;
        for (auto const& line : session.clinic().contact) {
            ui.space(ui.theme.space.hair);
            paragraph(ui, "ask-staff/contact/" + std::to_string(number++), line, ui.theme.type.label,
                      ui.theme.colors.text);
        }
    }
    ui.space(ui.theme.space.base);
    auto const card = Card{ui};
    heading(ui, "ask-staff/details-title", session.text("ask-staff/details"), 2, ui.theme.type.heading);
    auto number = 0;
    for (auto const& note : session.staff_notes()) {
        ui.space(ui.theme.space.small);
        paragraph(ui, "ask-staff/note/" + std::to_string(number++), note, ui.theme.type.small, ui.theme.colors.muted);
    }
}

}  // namespace needlewise::ui
