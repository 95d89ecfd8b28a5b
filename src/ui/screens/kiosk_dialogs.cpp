#include "ui/screens/screens.hpp"

namespace needlewise::ui {

namespace {

using app::Kiosk;

/// A part of a dialog; its id is the key of its words.
void part(Ui& ui, char const* id, Role role, char const* variant = "") {
    ui.add(chrome(id, role, ui.session.text(id), variant)).level = role == Role::Heading ? 2 : 0;
}

void still_there_dialog(Ui& ui) {
    auto& session = ui.session;
    ui.open(chrome("kiosk/still-there", Role::Dialog, session.text("kiosk/still-there/title")));
    part(ui, "kiosk/still-there/title", Role::Heading);
    ui.add(chrome("kiosk/seconds-left", Role::Paragraph,
                  session.text("kiosk/seconds-left", {{"seconds", std::to_string(session.kiosk.seconds_left())}})));
    part(ui, "kiosk/still-there/yes", Role::Button, "primary");
    ui.close();
    if (ui.activated("kiosk/still-there/yes")) {
        session.kiosk.touched();
    }
}

void pin_field(Ui& ui) {
    auto& kiosk = ui.session.kiosk;
    for (auto const kind : {semantics::ActionKind::Input, semantics::ActionKind::Change}) {
        if (auto const* const typed = ui.action("kiosk/pin/field", kind)) {
            kiosk.pin_text = typed->value;
        }
    }
    auto field = chrome("kiosk/pin/field", Role::TextField, ui.session.text("kiosk/pin/field"), "pin");
    field.value = kiosk.pin_text;
    auto const message = pin_message(ui.session);
    if (message.empty()) {
        ui.add(std::move(field));
    } else {
        field.described_by = "kiosk/pin/message";
        ui.add(std::move(field));
        ui.add(chrome("kiosk/pin/message", Role::Paragraph, message, "error"));
    }
    part(ui, "kiosk/pin/ok", Role::Button, "primary");
    if (ui.activated("kiosk/pin/ok")) {
        kiosk.try_pin();
    }
}

void pin_dialog(Ui& ui) {
    auto& kiosk = ui.session.kiosk;
    ui.open(chrome("kiosk/pin", Role::Dialog, ui.session.text("kiosk/staff")));
    if (kiosk.can_ask_pin()) {
        pin_field(ui);
    } else {
        ui.add(chrome("kiosk/off", Role::Paragraph, kiosk.off()));
    }
    part(ui, "kiosk/pin/close", Role::Button);
    ui.close();
    if (ui.activated("kiosk/pin/close") || ui.action("kiosk/pin", semantics::ActionKind::Dismiss) != nullptr) {
        kiosk.close_pin();
    }
}

}  // namespace

std::string pin_message(app::Session const& session) {
    auto const& kiosk = session.kiosk;
    auto const* const key = kiosk.seconds_locked() > 0            ? "kiosk/pin/locked"
                            : kiosk.pin() == Kiosk::Pin::Wrong    ? "kiosk/pin/wrong"
                            : kiosk.pin() == Kiosk::Pin::Checking ? "kiosk/pin/checking"
                                                                  : nullptr;
    return key == nullptr ? std::string{} : session.text(key, {{"seconds", std::to_string(kiosk.seconds_locked())}});
}

void kiosk_dialogs(Ui& ui) {
    auto const& kiosk = ui.session.kiosk;
    if (kiosk.phase() == Kiosk::Phase::Warning) {
        still_there_dialog(ui);
    } else if (kiosk.pin() != Kiosk::Pin::Closed) {
        pin_dialog(ui);
    }
}

char const* kiosk_focus(Kiosk const& kiosk) {
    if (kiosk.phase() == Kiosk::Phase::Warning) {
        return "kiosk/still-there/yes";
    }
    if (kiosk.pin() != Kiosk::Pin::Closed) {
        return kiosk.can_ask_pin() ? "kiosk/pin/field" : "kiosk/pin/close";
    }
    return nullptr;
}

}  // namespace needlewise::ui
