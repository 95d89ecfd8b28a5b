#include "ui/screens/kiosk_parts.hpp"

namespace needlewise::ui {

void finish_button(Ui& ui) {
    auto& session = ui.session;
    auto const screen = session.here().screen;
    auto const at_the_end =
        screen == app::Screen::Result || screen == app::Screen::Timeline || screen == app::Screen::RecoveryCheck;
    if (!session.kiosk.on() || !at_the_end) {
        return;
    }
    ui.space(ui.theme.space.large);
    kiosk_text(ui, "kiosk/finish/text");
    if (kiosk_button(ui, "kiosk/finish", ButtonKind::Primary)) {
        session.kiosk.finish();
    }
}

void hand_over_screen(Ui& ui) {
    constexpr float mark = 72;
    kiosk_middle(ui, 420);
    ui.icon(Icon::Check, ui.column.left, ui.y, mark, ui.theme.colors.positive.strong);
    ui.space(mark + ui.theme.space.large);
    kiosk_heading(ui, "kiosk/hand-over/title", ui.theme.type.display);
    kiosk_text(ui, "kiosk/hand-over/text");
    if (kiosk_button(ui, "kiosk/staff", ButtonKind::Secondary)) {
        ui.session.kiosk.ask_pin();
    }
}

}  // namespace needlewise::ui
