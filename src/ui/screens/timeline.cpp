#include "ui/screens/recovery.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/timeline_lists.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

/// Whether this is a plan, an example, or what follows a treatment that was had.
void state_notice(Ui& ui) {
    auto& session = ui.session;
    auto const& timeline = session.timeline();
    if (core::treated(timeline)) {
        auto const date = session.dates().full_with_distance(session.today(), timeline.sessions.front().date);
        notice(ui, "timeline/state", Mood::Information, Icon::Calendar,
               session.text("timeline/treated", {{"date", date}}));
    } else if (timeline.schedule.state == core::ScheduleState::IfClinicAgrees) {
        notice(ui, "timeline/state", Mood::Warning, Icon::Speech, session.text("timeline/if-clinic-agrees"));
    } else if (timeline.schedule.state == core::ScheduleState::Example) {
        notice(ui, "timeline/state", Mood::Information, Icon::Info, session.text("timeline/example"));
    } else if (timeline.schedule.reason) {
        static constexpr char const* keys[] = {"no-date",    "not-healed", "not-advised",
                                               "incomplete", "error",      "no-plan"};
        auto const key = std::string{"timeline/none/"} + keys[static_cast<int>(*timeline.schedule.reason)];
        notice(ui, "timeline/state", Mood::Warning, Icon::Info, session.text(key));
    } else {
        notice(ui, "timeline/state", Mood::Positive, Icon::Calendar, session.text("timeline/planned"));
    }
    ui.space(ui.theme.space.base);
}

void session_row(Ui& ui, ScreenState& state, core::Session const& one) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const id = "session/" + std::to_string(one.number);
    ui.open({.id = id, .role = Role::ListItem});
    auto const column = ui.column;
    auto const top = ui.y;
    ui.disc(column.left + 16, top + 18, 16, c.accent_soft);
    auto const number = std::to_string(one.number);
    ui.paint_line(number, ui.theme.type.label, column.left + 16 - ui.text_width(number, ui.theme.type.label) / 2,
                  top + 18 - ui.theme.type.label.line / 2, c.accent);
    ui.column = {column.left + 46, column.width - 46};
    auto const title = session.text("timeline/session", {{"number", number}});
    paragraph(ui, id + "/title", title, ui.theme.type.small, c.muted);
    paragraph(ui, id + "/date", session.dates().full_with_distance(session.today(), one.date), ui.theme.type.label,
              c.text);
    if (one.event && *one.event != core::EventFit::Fine) {
        auto const close = *one.event == core::EventFit::Close;
        paragraph(ui, id + "/event", session.text(close ? "timeline/event-close" : "timeline/event-too-close"),
                  ui.theme.type.small_strong, close ? c.warning.strong : c.danger.strong);
    }
    if (one.closer_than_usual) {
        paragraph(ui, id + "/closer", session.text("timeline/closer-than-usual"), ui.theme.type.small_strong,
                  c.warning.strong);
    }
    auto const movable =
        !core::treated(session.timeline()) && session.timeline().schedule.state != core::ScheduleState::None;
    if (movable) {
        auto const open = state.is_expanded(id);
        if (disclosure(ui, id + "/move", session.text("timeline/move", {{"number", number}}), open)) {
            state.toggle(id);
        }
        if (open) {
            auto const refused = session.move_refused() && session.move_refused()->session == one.number;
            if (refused && session.move_refused()->earliest) {
                auto const earliest = session.dates().full(*session.move_refused()->earliest);
                error_text(ui, id + "/refused", session.text("timeline/move-refused", {{"date", earliest}}));
                ui.space(ui.theme.space.small);
            }
            auto const label = session.text("timeline/move-to", {{"number", number}});
            auto view = FieldView{.id = id + "/to", .label = label};
            view.value = one.date.iso();
            view.width = 220;
            view.invalid = refused;
            view.described_by = refused ? id + "/refused" : "";
            if (auto const* change = field(ui, view);
                change != nullptr && change->kind == semantics::ActionKind::Change) {
                if (auto const date = core::Date::from_iso(change->value)) {
                    session.move_session(one.number, *date);
                    if (session.move_refused() && session.move_refused()->earliest) {
                        auto const earliest = session.dates().full(*session.move_refused()->earliest);
                        ui.output.announcements.push_back(
                            {session.text("timeline/move-refused", {{"date", earliest}}), true});
                    }
                }
            }
        }
    }
    ui.column = column;
    ui.y = std::max(ui.y, top + 40) + ui.theme.space.medium;
    ui.close();
}

void sessions_card(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& timeline = session.timeline();
    auto const& schedule = timeline.schedule;
    auto const card = Card{ui};
    heading(ui, "timeline/sessions-title", session.text("timeline/sessions"), 2, ui.theme.type.heading);
    ui.space(ui.theme.space.base);
    ui.open({.id = "timeline/sessions", .role = Role::List});
    auto const sessions = timeline.sessions;  // a move replaces those of the timeline
    for (auto const& one : sessions) {
        session_row(ui, state, one);
    }
    ui.close();
    auto const& type = ui.theme.type.small;
    if (schedule.spacing > 0 && timeline.sessions.size() > 1) {
        paragraph(ui, "timeline/spacing",
                  session.text("timeline/spacing", {{"days", std::to_string(schedule.spacing)},
                                                    {"minimum", std::to_string(schedule.sessions_minimum)},
                                                    {"maximum", std::to_string(schedule.sessions_maximum)}}),
                  type, ui.theme.colors.muted);
    }
    if (schedule.outside_usual) {
        paragraph(ui, "timeline/outside-usual", session.text("timeline/outside-usual"), ui.theme.type.small_strong,
                  ui.theme.colors.warning.strong);
    }
    if (!session.plan_request().moves.empty()) {
        ui.space(ui.theme.space.small);
        if (button(ui, {.id = "timeline/reset-moves",
                        .label = session.text("timeline/reset-moves"),
                        .kind = ButtonKind::Quiet,
                        .icon = Icon::Restart})) {
            session.reset_moves();
            ui.output.focus = "session/1/move";  // this button goes with the moves
        }
    }
}

void event_card(Ui& ui) {
    auto& session = ui.session;
    auto const& event = session.timeline().event;
    if (!event) {
        return;
    }
    {
        auto const card = Card{ui};
        heading(ui, "event/title", session.text("event/title"), 2, ui.theme.type.heading);
        ui.space(ui.theme.space.small);
        paragraph(ui, "event/date", session.dates().full_with_distance(session.today(), event->date),
                  ui.theme.type.label, ui.theme.colors.text);
        ui.open({.id = "event/dates", .role = Role::List});
        auto const say = [&](char const* key, std::optional<core::Date> const& date) {
            ui.open({.id = std::string{key} + "/item", .role = Role::ListItem});
            ui.space(ui.theme.space.hair);
            auto const when = date ? session.dates().full(*date) : session.text("event/no-longer");
            paragraph(ui, key, session.text(key, {{"date", when}}));
            ui.close();
        };
        say("event/last-comfortable", event->last_comfortable);
        say("event/last-possible", event->last_possible);
        say("event/latest-course", event->latest_first_for_course);
        say("event/latest-result", event->latest_first_for_result);
        ui.close();
    }
}

void sessions_and_event(Ui& ui, ScreenState& state) {
    auto const has_event = ui.session.timeline().event.has_value();
    if (ui.wide() && has_event) {
        beside(ui, ui.theme.space.base,
               {{.content = [&] { sessions_card(ui, state); }}, {.content = [&] { event_card(ui); }}});
    } else {
        sessions_card(ui, state);
        ui.space(has_event ? ui.theme.space.base : 0);
        event_card(ui);
    }
    ui.space(ui.theme.space.base);
}

void ways_on(Ui& ui) {
    auto& session = ui.session;
    auto const fit = ui.narrow() ? Fit::Column : Fit::Content;
    if (button(ui,
               {.id = "timeline/check",
                .label = session.text("timeline/check"),
                .kind = ButtonKind::Primary,
                .icon = Icon::Heart},
               fit)) {
        session.go(app::Screen::RecoveryCheck);
    }
    ui.space(ui.theme.space.medium);
    auto views = std::vector<ButtonView>{{.id = "timeline/back",
                                          .label = session.text("questions/back"),
                                          .kind = ButtonKind::Quiet,
                                          .icon = Icon::ArrowLeft}};
    if (explainer_is_here(session)) {
        views.push_back(
            {.id = "timeline/explainer", .label = session.text("welcome/explainer"), .kind = ButtonKind::Quiet});
    }
    if (can_take_along(session)) {
        if (button(ui,
                   {.id = "timeline/take",
                    .label = session.text("take/open"),
                    .icon = Icon::ArrowRight,
                    .icon_after = true},
                   fit)) {
            session.go(app::Screen::TakeAlong);
        }
        ui.space(ui.theme.space.medium);
    }
    auto const pressed = button_row(ui, views);
    if (pressed == 0) {
        session.back();
    } else if (pressed == 1) {
        session.go(app::Screen::Explainer);
    }
}

}  // namespace

void timeline_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& timeline = session.timeline();
    auto root = Node{.id = "timeline", .role = Role::Region, .name = session.text("title/timeline")};
    static constexpr char const* states[] = {"planned", "if-clinic-agrees", "example", "none"};
    root.data = {{"state", states[static_cast<int>(timeline.schedule.state)]}};
    ui.open(std::move(root));
    heading(ui, "timeline/title", session.text("timeline/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.base);
    state_notice(ui);
    if (!timeline.sessions.empty()) {
        sessions_and_event(ui, state);
        item_lists(ui, state, timeline, ListPart::Before);
        recovery(ui, state, timeline);
        item_lists(ui, state, timeline, ListPart::After);
    }
    if (!timeline.sessions.empty() && core::treated(timeline)) {
        notice(ui, "timeline/urgent", Mood::Danger, Icon::Phone, session.text("timeline/urgent"));
        ui.space(ui.theme.space.base);
    }
    ui.close();
    clinic_contact(ui, "timeline/clinic");
    ways_on(ui);
}

}  // namespace needlewise::ui
