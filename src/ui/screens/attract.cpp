#include "ui/screens/kiosk_parts.hpp"
#include "ui/screens/skin_picture.hpp"

#include <algorithm>

namespace needlewise::ui {

void kiosk_heading(Ui& ui, char const* id, Type const& type) {
    heading(ui, id, ui.session.text(id), 1, type);
    ui.space(ui.theme.space.medium);
}

void kiosk_text(Ui& ui, char const* id) {
    paragraph(ui, id, ui.session.text(id));
    ui.space(ui.theme.space.large);
}

bool kiosk_button(Ui& ui, char const* id, ButtonKind kind) {
    auto const pressed = button(ui, {.id = id, .label = ui.session.text(id), .kind = kind}, Fit::Column);
    ui.space(ui.theme.space.base);
    return pressed;
}

void kiosk_middle(Ui& ui, float usual_height) {
    ui.space(std::max(0.0F, (ui.input.viewport_height - usual_height) / 2));
}

void kiosk_screen(Ui& ui) {
    using Phase = app::Kiosk::Phase;
    switch (ui.session.kiosk.phase()) {
        case Phase::Attract: return attract_screen(ui);
        case Phase::HandedOver: return hand_over_screen(ui);
        case Phase::Summary: return staff_summary_screen(ui);
        case Phase::Staff: return staff_menu_screen(ui);
        default: break;  // nothing at all while everything goes
    }
}

void attract_screen(Ui& ui) {
    auto& session = ui.session;
    constexpr float picture = 200;
    kiosk_middle(ui, 700);
    skin_picture(ui, "kiosk/picture", session.text("welcome/picture"), {ui.column.left, ui.y, ui.column.width, picture},
                 0, 84);
    ui.space(picture + ui.theme.space.large);
    paragraph(ui, "kiosk/clinic", session.clinic().name, ui.theme.type.label, ui.theme.colors.accent);
    kiosk_heading(ui, "kiosk/title", ui.theme.type.display);
    kiosk_text(ui, "kiosk/lead");
    if (kiosk_button(ui, "kiosk/start", ButtonKind::Primary)) {
        session.kiosk.start();
    }
    kiosk_text(ui, "kiosk/private");
    language_choice(ui);
    if (kiosk_button(ui, "kiosk/staff", ButtonKind::Quiet)) {
        session.kiosk.ask_pin();
    }
}

void staff_menu_screen(Ui& ui) {
    auto& session = ui.session;
    kiosk_heading(ui, "kiosk/menu/title", ui.theme.type.title);
    kiosk_text(ui, "kiosk/menu/text");
    paragraph(ui, "kiosk/off", session.kiosk.off());
    ui.space(ui.theme.space.large);
    if (kiosk_button(ui, "kiosk/menu/back", ButtonKind::Primary)) {
        session.kiosk.reset();
    }
    if (session.kiosk.offers_settings() && kiosk_button(ui, "kiosk/menu/settings", ButtonKind::Secondary)) {
        session.kiosk.change_settings();
    }
    if (kiosk_button(ui, "kiosk/menu/leave", ButtonKind::Secondary)) {
        session.kiosk.leave();
    }
}

}  // namespace needlewise::ui
