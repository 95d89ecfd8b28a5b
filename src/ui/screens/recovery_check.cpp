#include "app/recovery_check.hpp"

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

namespace {

Mood mood_of(app::Urgency urgency) {
    switch (urgency) {
        case app::Urgency::Emergency:
        case app::Urgency::SameDay: return Mood::Danger;
        case app::Urgency::WithinAWeek: return Mood::Warning;
        case app::Urgency::Possible: return Mood::Information;
        case app::Urgency::Expected: break;
    }
    return Mood::Positive;
}

char const* key_of(app::Urgency urgency) {
    static constexpr char const* keys[] = {"emergency", "same-day", "within-a-week", "possible", "expected"};
    return keys[static_cast<int>(urgency)];
}

std::string advice(app::Session const& session, app::Urgency urgency) {
    auto const key = std::string{key_of(urgency)};
    if (urgency <= app::Urgency::WithinAWeek && session.has_text("red-flag-group/" + key + "/action")) {
        return session.text("red-flag-group/" + key + "/action", {{"emergency-number", session.emergency_number()}});
    }
    return session.text("check/advice/" + key);
}

void reading_lines(Ui& ui, std::vector<app::SignReading> const& readings) {
    auto& session = ui.session;
    ui.open({.id = "check/readings", .role = Role::List});
    for (auto const& reading : readings) {
        auto const id = "check/reading/" + reading.id;
        auto const& name =
            session.text(reading.red_flag ? "red-flag/" + reading.id : "timeline/" + reading.id + "/name");
        auto node = Node{.id = id, .role = Role::ListItem};
        node.data = {{"urgency", key_of(reading.urgency)}};
        ui.open(std::move(node));
        ui.space(ui.theme.space.small);
        paragraph(ui, id + "/name", name, ui.theme.type.label, ui.theme.colors.text);
        paragraph(ui, id + "/means", session.text(std::string{"check/means/"} + key_of(reading.urgency)),
                  ui.theme.type.small, tone_of(ui.theme, mood_of(reading.urgency)).strong);
        if (reading.has_call_if) {
            paragraph(ui, id + "/call", session.text("timeline/" + reading.id + "/call-if"), ui.theme.type.small,
                      ui.theme.colors.text);
        }
        ui.close();
    }
    ui.close();
}

/// The most urgent thing first; no self-care text before it (timeline.md section 7).
void summary(Ui& ui) {
    auto& session = ui.session;
    auto const readings =
        app::read_signs(session.protocol(), session.timeline(), session.seen_signs(), session.check_date());
    auto root = Node{.id = "check/summary", .role = Role::Region, .name = session.text("check/summary")};
    if (readings.empty()) {
        ui.open(std::move(root));
        notice(ui, "check/nothing", Mood::Quiet, Icon::Info, session.text("check/nothing"));
        ui.close();
        return;
    }
    auto const urgency = readings.front().urgency;
    root.data = {{"urgency", key_of(urgency)}};
    ui.open(std::move(root));
    notice(ui, mood_of(urgency), urgency <= app::Urgency::SameDay ? Icon::Phone : Icon::Info, [&] {
        paragraph(ui, "check/advice", advice(session, urgency), ui.theme.type.heading,
                  tone_of(ui.theme, mood_of(urgency)).strong);
        reading_lines(ui, readings);
        ui.space(ui.theme.space.small);
        paragraph(ui, "check/worried", session.text("red-flags/worried"), ui.theme.type.small_strong,
                  ui.theme.colors.text);
    });
    ui.close();
}

void tick(Ui& ui, std::string const& sign, std::string const& label) {
    auto& session = ui.session;
    auto const id = "check/" + sign;
    auto const on = session.seen_signs().contains(sign);
    if (choice_row(ui, {.id = id, .label = label, .checked = on, .multiple = true})) {
        session.see_sign(sign, !on);
        auto const readings =
            app::read_signs(session.protocol(), session.timeline(), session.seen_signs(), session.check_date());
        if (!readings.empty()) {
            ui.output.announcements.push_back(
                {advice(session, readings.front().urgency), readings.front().urgency <= app::Urgency::SameDay});
        }
    }
    ui.space(ui.theme.space.small);
}

void group(Ui& ui, std::string id, std::string_view name) {
    auto const& type = ui.theme.type.heading;
    auto const block = ui.measure(name, type, ui.column.width);
    auto node = Node{.id = std::move(id), .role = Role::Group, .name = std::string{name}};
    node.text = {type.size, type.line, 600};
    node.rectangle = {ui.column.left, ui.y, ui.column.width, block.height};
    ui.paint_text(block, ui.column.left, ui.y, ui.theme.colors.text);
    ui.open(std::move(node));
    ui.y += block.height + ui.theme.space.medium;
}

void which_day(Ui& ui, core::Session const& session_before) {
    auto& session = ui.session;
    auto const card = Card{ui};
    auto view = FieldView{.id = "check/date", .label = session.text("check/date")};
    view.value = session.check_date().iso();
    // Another session's days are looked at as well, but none before the first.
    auto const first = session.timeline().sessions.front().date;
    view.minimum = first.iso();
    view.maximum = session.today().iso();
    view.width = 220;
    if (auto const* change = field(ui, view)) {
        if (auto const date = core::Date::from_iso(change->value); date && first <= *date && *date <= session.today()) {
            session.set_check_date(*date);
        }
    }
    ui.space(ui.theme.space.hair);
    auto const day = std::to_string(core::days_between(session_before.date, session.check_date()));
    paragraph(ui, "check/day", session.text("check/day", {{"day", day}}), ui.theme.type.small_strong,
              ui.theme.colors.muted);
}

}  // namespace

void recovery_check_screen(Ui& ui, ScreenState&) {
    auto& session = ui.session;
    heading(ui, "check/title", session.text("check/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "check/lead", session.text("check/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    summary(ui);
    ui.space(ui.theme.space.base);
    auto const before = app::session_before(session.timeline(), session.check_date());
    if (before) {
        which_day(ui, *before);
        ui.space(ui.theme.space.base);
    } else {
        notice(ui, "check/not-yet", Mood::Information, Icon::Calendar, session.text("check/not-yet"));
        ui.space(ui.theme.space.base);
    }
    for (auto const& flags : session.protocol().timeline.red_flags) {
        {
            auto const card = Card{ui};
            group(ui, "check/group/" + flags.id, session.text("red-flag-group/" + flags.id + "/title"));
            for (auto const& flag : flags.flags) {
                tick(ui, flag, session.text("red-flag/" + flag));
            }
            ui.close();
        }
        ui.space(ui.theme.space.base);
    }
    if (before) {
        {
            auto const card = Card{ui};
            group(ui, "check/group/signs", session.text("check/signs"));
            for (auto const* sign : app::signs_of_session(session.timeline(), before->number)) {
                tick(ui, sign->id, session.text("timeline/" + sign->id + "/name"));
            }
            ui.close();
        }
        ui.space(ui.theme.space.base);
    }
    if (button(ui, {.id = "check/back", .label = session.text("questions/back"), .icon = Icon::ArrowLeft})) {
        session.back();
    }
}

}  // namespace needlewise::ui
