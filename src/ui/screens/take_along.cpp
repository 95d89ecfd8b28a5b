#include "app/take_along.hpp"

#include "app/carried.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

namespace {

using app::Way;

void ask(Ui& ui, Way way, char const* request) {
    auto& take = ui.session.take;
    take.request = request;
    take.about = way;
    take.message.clear();
    take.lines.clear();
}

bool has_plan(app::Session const& session) { return !session.timeline().sessions.empty(); }

/// How the last thing asked for on this card went.
void outcome_of(Ui& ui, Way way) {
    auto const& session = ui.session;
    auto const& take = session.take;
    if (take.about != way || take.message.empty()) {
        return;
    }
    ui.space(ui.theme.space.medium);
    auto const good = take.message.starts_with("take/");
    notice(ui, "take/outcome", good ? Mood::Positive : Mood::Warning, good ? Icon::Check : Icon::Warning,
           session.text(take.message));
}

void card_title(Ui& ui, std::string const& id) {
    heading(ui, id + "/title", ui.session.text(id + "/title"), 2, ui.theme.type.heading);
    ui.space(ui.theme.space.small);
    paragraph(ui, id + "/text", ui.session.text(id + "/text"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.medium);
}

/// A card with one thing to press.
void simple_card(Ui& ui, Way way, std::string const& id, Icon icon, char const* request) {
    {
        auto const card = Card{ui};
        card_title(ui, id);
        if (button(ui, {.id = id + "/go", .label = ui.session.text(id + "/go"), .icon = icon})) {
            ask(ui, way, request);
        }
        outcome_of(ui, way);
    }
    ui.space(ui.theme.space.base);
}

void kind(Ui& ui, char const* id, bool& chosen) {
    auto const view =
        ChoiceView{.id = id, .label = ui.session.text(id), .checked = chosen, .multiple = true, .quiet = true};
    if (choice_row(ui, view)) {
        chosen = !chosen;
    }
}

/// The next session, whose appointment a person may know.
core::Session const* next_session(app::Session const& session) {
    for (auto const& one : session.timeline().sessions) {
        if (one.date >= session.today()) {
            return &one;
        }
    }
    return nullptr;
}

void appointment(Ui& ui) {
    auto& session = ui.session;
    auto const* next = next_session(session);
    if (next == nullptr) {
        return;
    }
    auto const label = session.text("take/calendar/time", {{"date", session.dates().full(next->date)}});
    ui.space(ui.theme.space.small);
    auto view = FieldView{.id = "take/calendar/time", .role = Role::TextField, .label = label};
    view.value = session.take.time;
    view.width = 140;
    if (auto const* typed = field(ui, view)) {
        session.take.time = typed->value;
    }
    ui.space(ui.theme.space.medium);
}

std::string calendar_request(app::Session const& session) {
    auto const& take = session.take;
    auto request = std::string{"calendar"};
    for (auto const chosen : {take.preparation, take.care, take.checks, take.alarms}) {
        request += chosen ? " 1" : " 0";
    }
    auto const* next = next_session(session);
    if (next != nullptr && !take.time.empty()) {
        request += " " + std::to_string(next->number) + " " + next->date.iso() + " " + take.time;
    }
    return request;
}

void calendar_card(Ui& ui) {
    auto& take = ui.session.take;
    {
        auto const card = Card{ui};
        card_title(ui, "take/calendar");
        kind(ui, "take/calendar/preparation", take.preparation);
        kind(ui, "take/calendar/care", take.care);
        kind(ui, "take/calendar/checks", take.checks);
        kind(ui, "take/calendar/alarms", take.alarms);
        appointment(ui);
        if (button(ui,
                   {.id = "take/calendar/go", .label = ui.session.text("take/calendar/go"), .icon = Icon::Calendar})) {
            ask(ui, Way::Calendar, calendar_request(ui.session).c_str());
        }
        outcome_of(ui, Way::Calendar);
    }
    ui.space(ui.theme.space.base);
}

/// web/take.js draws the code in here: rectangles for a camera, dark on white in every theme.
void code_picture(Ui& ui) {
    auto const side = std::min(ui.column.width, 320.0F);
    auto const area = Rectangle{ui.column.left, ui.y, side, side};
    auto node = Node{.id = "take/code/picture", .role = Role::Image, .name = ui.session.text("take/code/picture")};
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += side + ui.theme.space.medium;
}

void shown_code(Ui& ui) {
    auto const& session = ui.session;
    auto const is_link = session.take.link.find(':') != std::string::npos;
    ui.space(ui.theme.space.medium);
    code_picture(ui);
    paragraph(ui, "take/code/how", session.text(is_link ? "take/code/how" : "take/code/how-typed"));
    ui.space(ui.theme.space.small);
    paragraph(ui, "take/code/link", session.take.link, ui.theme.type.caption, ui.theme.colors.muted);
    ui.space(ui.theme.space.medium);
    auto views = std::vector<ButtonView>{};
    auto const ways = app::ways_offered(session.clinic(), session.kiosk.on());
    if (ways.link) {
        views.push_back(
            {.id = "take/code/copy", .label = session.text(is_link ? "take/code/copy" : "take/code/copy-typed")});
    }
    views.push_back({.id = "take/code/hide", .label = session.text("take/code/hide"), .kind = ButtonKind::Quiet});
    auto const pressed = button_flow(ui, views);
    if (pressed == static_cast<int>(views.size()) - 1) {
        ask(ui, Way::Code, "hide");
        ui.session.take.link.clear();
    } else if (pressed == 0) {
        ask(ui, Way::Code, "copy-link");
    }
}

void code_card(Ui& ui) {
    auto& session = ui.session;
    {
        auto const card = Card{ui};
        card_title(ui, "take/code");
        notice(ui, "take/code/warning", Mood::Warning, Icon::Shield, session.text("take/code/warning"));
        if (session.take.link.empty()) {
            ui.space(ui.theme.space.medium);
            if (button(ui, {.id = "take/code/go", .label = session.text("take/code/go"), .icon = Icon::Eye})) {
                ask(ui, Way::Code, "code");
            }
        } else {
            shown_code(ui);
        }
        outcome_of(ui, Way::Code);
    }
    ui.space(ui.theme.space.base);
}

void print_card(Ui& ui) {
    auto const& session = ui.session;
    {
        auto const card = Card{ui};
        card_title(ui, "take/print");
        auto const pressed = button_flow(ui, {{.id = "take/print/patient", .label = session.text("take/print/patient")},
                                              {.id = "take/print/clinic", .label = session.text("take/print/clinic")}});
        if (pressed >= 0) {
            ask(ui, Way::Print, pressed == 0 ? "print patient" : "print clinic");
        }
        outcome_of(ui, Way::Print);
    }
    ui.space(ui.theme.space.base);
}

void message_card(Ui& ui) {
    auto const& session = ui.session;
    {
        auto const card = Card{ui};
        card_title(ui, "take/message");
        auto views = std::vector<ButtonView>{{.id = "take/message/go", .label = session.text("take/message/go")}};
        if (session.take.can_share) {
            views.push_back({.id = "take/message/share", .label = session.text("take/message/share")});
        }
        auto const pressed = button_flow(ui, views);
        if (pressed >= 0) {
            ask(ui, Way::Message, pressed == 0 ? "message" : "share");
        }
        outcome_of(ui, Way::Message);
    }
    ui.space(ui.theme.space.base);
}

void back_button(Ui& ui, char const* id) {
    if (button(ui, {.id = id,
                    .label = ui.session.text("page/back-to-where"),
                    .kind = ButtonKind::Quiet,
                    .icon = Icon::ArrowLeft})) {
        ui.session.back();
    }
}

void left_out_list(Ui& ui) {
    auto const& lines = ui.session.take.lines;
    if (lines.empty()) {
        return;
    }
    ui.space(ui.theme.space.medium);
    ui.open({.id = "open/left-out", .role = Role::List});
    for (std::size_t at = 0; at < lines.size(); ++at) {
        auto const id = "open/left-out/" + std::to_string(at);
        ui.open({.id = id, .role = Role::ListItem});
        ui.space(ui.theme.space.hair);
        paragraph(ui, id + "/text", lines[at]);
        ui.close();
    }
    ui.close();
}

void partly_opened(Ui& ui) {
    auto const card = Card{ui};
    notice(ui, "take/outcome", Mood::Warning, Icon::Warning, ui.session.text("open/partly"));
    left_out_list(ui);
    ui.space(ui.theme.space.medium);
    if (button(ui, {.id = "open/go-on", .label = ui.session.text("open/go-on"), .kind = ButtonKind::Primary})) {
        ui.session.take.lines.clear();
        app::go_on(ui.session);
    }
}

void typed_code(Ui& ui) {
    auto& session = ui.session;
    auto const card = Card{ui};
    card_title(ui, "open/code");
    auto view = FieldView{.id = "open/code/typed", .role = Role::TextField, .label = session.text("open/code/typed")};
    view.value = session.take.typed;
    view.width = ui.column.width;
    if (auto const* typed = field(ui, view)) {
        session.take.typed = typed->value;
    }
    ui.space(ui.theme.space.medium);
    if (button(ui, {.id = "open/code/go", .label = session.text("open/code/go")})) {
        ask(ui, Way::Open, ("open-code " + session.take.typed).c_str());
    }
}

}  // namespace

bool can_take_along(app::Session const& session) {
    auto const ways = app::ways_offered(session.clinic(), session.kiosk.on());
    return ways.calendar || ways.print || ways.file || ways.code || ways.message;
}

void take_along_screen(Ui& ui) {
    auto const& session = ui.session;
    auto const ways = app::ways_offered(session.clinic(), session.kiosk.on());
    heading(ui, "take/title", session.text("take/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "take/lead", session.text("take/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    if (ways.calendar && has_plan(session)) {
        calendar_card(ui);
    }
    if (ways.print) {
        print_card(ui);
    }
    if (ways.code) {
        code_card(ui);
    }
    if (ways.file) {
        simple_card(ui, Way::File, "take/file", Icon::List, "file");
    }
    if (ways.message) {
        message_card(ui);
    }
    back_button(ui, "take/back");
}

void open_saved_screen(Ui& ui) {
    auto const& session = ui.session;
    heading(ui, "open/title", session.text("open/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    if (!session.take.lines.empty()) {
        return partly_opened(ui);
    }
    paragraph(ui, "open/lead", session.text("open/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    simple_card(ui, Way::Open, "open/file", Icon::List, "open-file");
    typed_code(ui);
    ui.space(ui.theme.space.base);
    back_button(ui, "open/back");
}

}  // namespace needlewise::ui
