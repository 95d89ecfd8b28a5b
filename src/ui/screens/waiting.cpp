#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

void waiting_screen(Ui& ui) {
    auto& session = ui.session;
    heading(ui, "waiting/title", session.text("waiting/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "waiting/text", session.text("waiting/text"));
    ui.space(ui.theme.space.base);
    if (button(ui, {.id = "waiting/back",
                    .label = session.text("page/back-to-where"),
                    .kind = ButtonKind::Secondary,
                    .icon = Icon::ArrowLeft})) {
        session.back();
    }
}

}  // namespace needlewise::ui
