#include "ui/screens/chart.hpp"
#include "ui/screens/day_strip.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/skin_picture.hpp"
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

/// Chooses the session whose recovery is looked at.
void session_choice(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& sessions = session.timeline().sessions;
    if (sessions.size() < 2) {
        return;
    }
    auto x = ui.column.left;
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.small_strong;
    ui.open({.id = "timeline/which", .role = Role::RadioGroup, .name = session.text("timeline/which")});
    for (auto const& one : sessions) {
        auto const id = "timeline/which/" + std::to_string(one.number);
        auto const label = session.text("timeline/session", {{"number", std::to_string(one.number)}});
        auto const on = state.session == one.number;
        auto const width = ui.text_width(label, type) + 32;
        if (x + width > ui.column.left + ui.column.width && x > ui.column.left) {
            x = ui.column.left;
            ui.y += 52;
        }
        auto const area = Rectangle{x, ui.y, width, 44};
        ui.fill(area, on ? c.accent : (ui.hovered(id) ? c.accent_soft : c.card), 22);
        ui.outline(area, on ? c.accent : c.control, 22, 1.5F);
        ui.paint_line(label, type, x + 16, ui.y + (44 - type.line) / 2, on ? c.on_accent : c.text);
        if (ui.focus_shown(id)) {
            ui.focus_ring(area, 22);
        }
        auto node = Node{.id = id, .role = Role::Radio, .name = label};
        node.checked = on ? semantics::Checked::Yes : semantics::Checked::No;
        node.variant = "segment";
        node.text = {type.size, type.line, 600};
        node.rectangle = area;
        ui.add(std::move(node));
        if (ui.activated(id)) {
            state.session = one.number;
        }
        x += width + ui.theme.space.small;
    }
    ui.close();
    ui.y += 44 + ui.theme.space.base;
}

/// Later times that the slider does not reach.
void later_choice(Ui& ui, int last_day) {
    auto& session = ui.session;
    auto x = ui.column.left;
    for (auto const& day : session.protocol().timeline.days) {
        if (day.from <= last_day) {
            continue;
        }
        auto const label =
            session.text("timeline/days", {{"from", std::to_string(day.from)}, {"to", std::to_string(day.to)}});
        auto const view =
            ButtonView{.id = "timeline/later/" + day.id,
                       .label = label,
                       .kind = session.selected_day() == day.from ? ButtonKind::Primary : ButtonKind::Secondary};
        auto const width = button_width(ui, view);
        if (x + width > ui.column.left + ui.column.width && x > ui.column.left) {
            x = ui.column.left;
            ui.y += 48 + ui.theme.space.small;
        }
        if (button_at(ui, view, {x, ui.y, width, 48})) {
            session.select_day(day.from);
        }
        x += width + ui.theme.space.small;
    }
    ui.y += x > ui.column.left ? 48 + ui.theme.space.base : 0;
}

/// The skin on the chosen day, with what it shows in words.
void skin(Ui& ui, int day, float drawn_day) {
    auto& session = ui.session;
    heading(ui, "skin/title", session.text("skin/title"), 3, ui.theme.type.label);
    ui.space(ui.theme.space.small);
    auto const height = std::clamp(ui.column.width * 0.8F, 150.0F, 220.0F);
    auto const name = session.text("skin/name", {{"day", std::to_string(day)}});
    skin_picture(ui, "skin/picture", name, {ui.column.left, ui.y, ui.column.width, height}, drawn_day, drawn_day);
    ui.y += height + ui.theme.space.small;
    constexpr int flakes_from = 3;
    constexpr int calm_from = 9;
    constexpr int collagen_from = 28;
    auto const* key = day < 1               ? "skin/open"
                      : day < flakes_from   ? "skin/closing"
                      : day < calm_from     ? "skin/flaking"
                      : day < collagen_from ? "skin/calm"
                                            : "skin/collagen";
    paragraph(ui, "skin/text", session.text(key), ui.theme.type.small, ui.theme.colors.muted);
}

/// The slider's thumb stands over the chart's day columns; beside a phone's strip it stands alone and reaches to its end.
void day_slider(Ui& ui, ChartView const& view) {
    auto& session = ui.session;
    auto const scale = DayScale{ui, chart_label_width(ui)};
    auto const& days = session.protocol().timeline.days;
    auto const last_day = ui.narrow() && !days.empty() ? days.back().to : scale.last_day();
    auto const start = view.timeline.sessions[static_cast<std::size_t>(view.session - 1)].date;
    auto const date = session.dates().brief(start.plus_days(view.day));
    auto const column = ui.column;
    constexpr float thumb = 13;
    ui.column = {scale.x(0) - thumb, scale.width() - scale.day_width() + 2 * thumb};
    auto const moved = slider(
        ui, {.id = "timeline/day",
             .name = session.text("chart/day"),
             .value = std::min(view.day, last_day),
             .minimum = 0,
             .maximum = last_day,
             .value_text = session.text("chart/day-value", {{"day", std::to_string(view.day)}, {"date", date}})});
    if (moved) {
        session.select_day(*moved);
    }
    ui.column = column;
}

void legend(Ui& ui, char const* key) {
    paragraph(ui, "chart/legend", ui.session.text(key), ui.theme.type.caption, ui.theme.colors.muted);
}

void strip_card(Ui& ui, ChartView const& view) {
    auto const card = Card{ui};
    heading(ui, "chart/title", ui.session.text("chart/title"), 3, ui.theme.type.heading);
    paragraph(ui, "chart/lead", ui.session.text("strip/lead"), ui.theme.type.small, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    skin(ui, view.day, view.drawn_day);
    ui.space(ui.theme.space.small);
    day_slider(ui, view);
    ui.space(ui.theme.space.small);
    day_strip(ui, view.timeline, view.session, view.day, view.today);
    legend(ui, "strip/legend");
}

void chart_card(Ui& ui, ChartView const& view) {
    auto& session = ui.session;
    auto const card = Card{ui};
    heading(ui, "chart/title", session.text("chart/title"), 3, ui.theme.type.heading);
    paragraph(ui, "chart/lead", session.text("chart/lead"), ui.theme.type.small, ui.theme.colors.muted);
    ui.space(ui.theme.space.small);
    auto const chart = [&] {
        day_slider(ui, view);
        if (auto const day = sign_chart(ui, view)) {
            session.select_day(*day);
        }
        ui.space(ui.theme.space.medium);
        later_choice(ui, DayScale{ui, chart_label_width(ui)}.last_day());
        legend(ui, "chart/legend");
    };
    constexpr float with_skin_beside = 900;
    if (ui.column.width >= with_skin_beside) {
        beside(ui, ui.theme.space.large,
               {{.share = 2.6F, .content = chart}, {.content = [&] { skin(ui, view.day, view.drawn_day); }}});
    } else {
        chart();
        ui.space(ui.theme.space.large);
        skin(ui, view.day, view.drawn_day);
    }
}

void care_card(Ui& ui, ChartView const& view) {
    auto const card = Card{ui};
    heading(ui, "care/title", ui.session.text("care/title"), 3, ui.theme.type.heading);
    ui.space(ui.theme.space.base);
    if (auto const day = care_chart(ui, view)) {
        ui.session.select_day(*day);
    }
}

void recovery(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& timeline = session.timeline();
    state.session = std::clamp(state.session, 1, static_cast<int>(timeline.sessions.size()));
    auto const start = timeline.sessions[static_cast<std::size_t>(state.session - 1)].date;
    auto const since = core::days_between(start, session.today());
    ui.space(ui.theme.space.base);
    heading(ui, "timeline/recovery-title", session.text("timeline/recovery"), 2, ui.theme.type.title);
    ui.space(ui.theme.space.medium);
    session_choice(ui, state);
    auto const day = session.selected_day();
    auto const view = ChartView{.timeline = timeline,
                                .session = state.session,
                                .day = day,
                                .drawn_day = follow(state.day, static_cast<float>(day), ui.input, ui.output),
                                .today = since >= 0 ? std::optional{since} : std::nullopt};
    if (ui.narrow()) {
        strip_card(ui, view);
    } else {
        chart_card(ui, view);
        ui.space(ui.theme.space.base);
        day_card(ui, timeline, state.session, day);
    }
    ui.space(ui.theme.space.base);
    care_card(ui, view);
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
        recovery(ui, state);
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
