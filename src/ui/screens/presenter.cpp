#include "app/presenter.hpp"

#include "ui/screens/plans_picture.hpp"
#include "ui/screens/recovery.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

void date_field(Ui& ui, char const* id, std::optional<core::Date>& date, core::Date const* otherwise) {
    auto const shown = date ? &*date : otherwise;
    auto view = FieldView{.id = id, .label = ui.session.text(id)};
    view.value = shown != nullptr ? shown->iso() : "";
    view.width = 220;
    if (auto const* change = field(ui, view); change != nullptr && change->kind == semantics::ActionKind::Change) {
        auto const typed = core::Date::from_iso(change->value);
        if (typed || change->value.empty()) {
            date = typed;
        }
    }
    if (shown != nullptr) {
        ui.space(ui.theme.space.hair);
        paragraph(ui, std::string{id} + "/in-words", ui.session.dates().full_with_distance(ui.session.today(), *shown),
                  ui.theme.type.small_strong, ui.theme.colors.muted);
    }
}

void dates_card(Ui& ui) {
    auto const card = Card{ui};
    auto& session = ui.session;
    heading(ui, "present/dates", session.text("present/dates"), 2, ui.theme.type.heading);
    ui.space(ui.theme.space.base);
    auto const first = app::first_day(session);
    date_field(ui, "present/first", session.presenter.first, &first);
    ui.space(ui.theme.space.base);
    date_field(ui, "present/event", session.presenter.event, nullptr);
}

/// The options of one of the form's questions, ticked for the example.
void options(Ui& ui, char const* id, std::optional<core::ItemIndex> question, std::set<std::string>& codes) {
    auto const& name = ui.session.text(id);
    heading(ui, std::string{id} + "/title", name, 3, ui.theme.type.label);
    ui.space(ui.theme.space.small);
    ui.open({.id = id, .role = Role::Group, .name = name});
    for (auto const& option : ui.session.item(*question).options) {
        auto const* coding = std::get_if<core::Coding>(&option.value);
        if (coding == nullptr) continue;
        auto const on = codes.contains(coding->code);
        auto const spoken = Spoken{ui};
        if (choice_row(ui, {.id = std::string{id} + "/" + coding->code,
                            .label = option.label,
                            .checked = on,
                            .multiple = true,
                            .quiet = true})) {
            if (on) {
                codes.erase(coding->code);
            } else {
                codes.insert(coding->code);
            }
        }
    }
    ui.close();
}

void what_for(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& protocol = session.protocol();
    auto const card = Card{ui};
    auto const open = state.is_expanded("present/what");
    auto chosen = std::string{};
    for (auto const& question :
         {protocol.bindings.concerns, protocol.figure ? std::optional{protocol.figure->question} : std::nullopt}) {
        if (!question) continue;
        for (auto const& option : session.item(*question).options) {
            auto const* coding = std::get_if<core::Coding>(&option.value);
            auto const& codes =
                question == protocol.bindings.concerns ? session.presenter.concerns : session.presenter.areas;
            if (coding != nullptr && codes.contains(coding->code)) {
                chosen += (chosen.empty() ? "" : "; ") + option.label;
            }
        }
    }
    if (disclosure(ui, "present/what", session.text("present/what"), open)) {
        state.toggle("present/what");
    }
    if (!chosen.empty()) {
        paragraph(ui, "present/what/chosen", chosen, ui.theme.type.small_strong, ui.theme.colors.muted);
    }
    if (!open) {
        return;
    }
    ui.space(ui.theme.space.base);
    auto parts = std::vector<Part>{};
    if (protocol.bindings.concerns) {
        parts.push_back({.content = [&] {
            options(ui, "present/concerns", protocol.bindings.concerns, session.presenter.concerns);
        }});
    }
    if (protocol.figure) {
        parts.push_back(
            {.content = [&] { options(ui, "present/areas", protocol.figure->question, session.presenter.areas); }});
    }
    if (ui.narrow()) {
        for (auto const& part : parts) {
            part.content();
            ui.space(ui.theme.space.base);
        }
    } else {
        beside(ui, ui.theme.space.large, parts);
    }
}

struct Choice {
    std::string id;
    std::string text;
    std::string name;
    int value = 1;
    int maximum = 1;
};

std::optional<int> number_slider(Ui& ui, Choice const& choice) {
    paragraph(ui, choice.id + "/text", choice.text, ui.theme.type.label, ui.theme.colors.text);
    return slider(ui, {.id = choice.id,
                       .name = choice.name,
                       .value = choice.value,
                       .minimum = 1,
                       .maximum = choice.maximum,
                       .value_text = choice.text});
}

void plan_sliders(Ui& ui, std::string const& id, std::string const& name, core::Timeline const& timeline,
                  app::ExamplePlan& plan) {
    constexpr int days_a_week = 7;
    constexpr int most_sessions = 12;
    constexpr int most_weeks = 16;
    auto& session = ui.session;
    auto const sessions = static_cast<int>(timeline.sessions.size());
    auto const spacing = timeline.schedule.spacing;
    if (auto const number =
            number_slider(ui, {.id = id + "/sessions",
                               .text = session.text("present/sessions", {{"count", std::to_string(sessions)}}),
                               .name = session.text("present/sessions-of", {{"plan", name}}),
                               .value = sessions,
                               .maximum = std::max(most_sessions, timeline.schedule.sessions_maximum)})) {
        plan.sessions = number;
    }
    if (auto const weeks = number_slider(
            ui, {.id = id + "/spacing",
                 .text = session.text("present/spacing", {{"length", session.dates().weeks_or_days(spacing)}}),
                 .name = session.text("present/spacing-of", {{"plan", name}}),
                 .value = std::max(1, (spacing + days_a_week / 2) / days_a_week),
                 .maximum = std::max(most_weeks, timeline.schedule.spacing_maximum / days_a_week)})) {
        plan.spacing = *weeks * days_a_week;
    }
}

void usual_range(Ui& ui, std::string const& id, core::Schedule const& schedule) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const shortest = session.dates().weeks_or_days(schedule.spacing_minimum);
    auto const longest = session.dates().weeks_or_days(schedule.spacing_maximum);
    paragraph(ui, id + "/usual",
              session.text("present/usual", {{"minimum", std::to_string(schedule.sessions_minimum)},
                                             {"maximum", std::to_string(schedule.sessions_maximum)},
                                             {"shortest", shortest},
                                             {"longest", longest}}),
              ui.theme.type.small, c.muted);
    if (schedule.outside_usual) {
        paragraph(ui, id + "/sessions-outside", session.text("present/sessions-outside"), ui.theme.type.small_strong,
                  c.warning.strong);
    }
    if (schedule.spacing_outside_usual) {
        paragraph(ui, id + "/spacing-outside", session.text("present/spacing-outside"), ui.theme.type.small_strong,
                  c.warning.strong);
    }
}

void session_list(Ui& ui, std::string const& id, core::Timeline const& timeline) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    ui.open({.id = id + "/list", .role = Role::List});
    for (auto const& one : timeline.sessions) {
        auto const own = id + "/session/" + std::to_string(one.number);
        ui.open({.id = own, .role = Role::ListItem});
        paragraph(ui, own + "/name", session.text("timeline/session", {{"number", std::to_string(one.number)}}),
                  ui.theme.type.small, c.muted);
        paragraph(ui, own + "/date", session.dates().full(one.date), ui.theme.type.label, c.text);
        if (one.event && *one.event != core::EventFit::Fine) {
            auto const close = *one.event == core::EventFit::Close;
            paragraph(ui, own + "/event", session.text(close ? "timeline/event-close" : "timeline/event-too-close"),
                      ui.theme.type.small_strong, close ? c.warning.strong : c.danger.strong);
        }
        if (one.closer_than_usual) {
            paragraph(ui, own + "/closer", session.text("timeline/closer-than-usual"), ui.theme.type.small_strong,
                      c.warning.strong);
        }
        ui.space(ui.theme.space.small);
        ui.close();
    }
    ui.close();
}

/// When results show, and how the event lies to the sessions.
void plan_dates(Ui& ui, std::string const& id, core::Timeline const& timeline) {
    auto& session = ui.session;
    auto const& schedule = timeline.schedule;
    auto const say = [&](char const* what, std::string const& text) {
        paragraph(ui, id + what, text, ui.theme.type.small, ui.theme.colors.text);
        ui.space(ui.theme.space.hair);
    };
    if (schedule.results_check) {
        say("/results", session.text("present/results", {{"date", session.dates().full(*schedule.results_check)}}));
    }
    if (schedule.full_result_from && schedule.full_result_to) {
        say("/full", session.text("present/full", {{"from", session.dates().plain(*schedule.full_result_from)},
                                                   {"to", session.dates().plain(*schedule.full_result_to)}}));
    }
    if (!timeline.event) {
        return;
    }
    auto const day = timeline.event->date;
    auto const before = std::find_if(timeline.sessions.rbegin(), timeline.sessions.rend(),
                                     [&](core::Session const& one) { return one.date <= day; });
    say("/event",
        before == timeline.sessions.rend()
            ? session.text("present/event-before")
            : session.text("present/event-day", {{"day", std::to_string(core::days_between(before->date, day))},
                                                 {"number", std::to_string(before->number)}}));
}

void plan_card(Ui& ui, std::size_t number, core::Timeline const& timeline, bool alone) {
    auto& session = ui.session;
    auto const id = "present/plan-" + std::to_string(number + 1);
    auto const& name = session.text(alone ? "present/plan" : id);
    auto const card = Card{ui};
    heading(ui, id, name, 2, ui.theme.type.heading);
    ui.space(ui.theme.space.base);
    if (timeline.sessions.empty()) {
        paragraph(ui, id + "/none", session.text("timeline/none/no-plan"));
        return;
    }
    if (timeline.schedule.spacing > 0) {
        plan_sliders(ui, id, name, timeline, session.presenter.plans[number]);
        usual_range(ui, id, timeline.schedule);
        ui.space(ui.theme.space.base);
    }
    session_list(ui, id, timeline);
    plan_dates(ui, id, timeline);
}

void plan_cards(Ui& ui, std::vector<core::Timeline> const& plans) {
    auto const alone = plans.size() == 1;
    auto parts = std::vector<Part>{};
    for (std::size_t at = 0; at < plans.size(); ++at) {
        parts.push_back({.content = [&ui, &plans, at, alone] { plan_card(ui, at, plans[at], alone); }});
    }
    if (ui.narrow() || alone) {
        for (auto const& part : parts) {
            part.content();
            ui.space(ui.theme.space.base);
        }
    } else {
        beside(ui, ui.theme.space.base, parts);
        ui.space(ui.theme.space.base);
    }
}

void together(Ui& ui, std::vector<core::Timeline> const& plans) {
    auto const card = Card{ui};
    heading(ui, "present/together", ui.session.text("present/together"), 2, ui.theme.type.heading);
    ui.space(ui.theme.space.base);
    plans_picture(ui, plans);
}

void days_of(Ui& ui, ScreenState& state, std::vector<core::Timeline> const& plans) {
    auto& session = ui.session;
    auto& presenter = session.presenter;
    if (plans.size() > 1) {
        auto const chosen = segments(ui, "present/whose", session.text("present/whose"),
                                     {session.text("present/plan-1"), session.text("present/plan-2")},
                                     static_cast<int>(presenter.shown) + 1);
        if (chosen) {
            presenter.shown = static_cast<std::size_t>(*chosen - 1);
        }
    }
    auto const& timeline = plans[std::min(presenter.shown, plans.size() - 1)];
    paragraph(ui, "present/day-by-day", session.text("present/day-by-day"), ui.theme.type.small, ui.theme.colors.muted);
    recovery(ui, state, timeline);
}

}  // namespace

void presenter_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    heading(ui, "present/title", session.text("title/presenter"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.base);
    notice(ui, "present/lead", Mood::Information, Icon::Info, session.text("present/lead"));
    ui.space(ui.theme.space.base);
    if (ui.wide()) {
        beside(ui, ui.theme.space.base,
               {{.content = [&] { dates_card(ui); }}, {.content = [&] { what_for(ui, state); }}});
    } else {
        dates_card(ui);
        ui.space(ui.theme.space.base);
        what_for(ui, state);
    }
    ui.space(ui.theme.space.base);
    auto const comparing = session.presenter.comparing;
    if (choice_row(ui, {.id = "present/compare",
                        .label = session.text("present/compare"),
                        .checked = comparing,
                        .multiple = true,
                        .quiet = true})) {
        app::compare(session, !comparing);
    }
    ui.space(ui.theme.space.base);
    auto plans = std::vector<core::Timeline>{app::example_plan(session, 0)};
    if (comparing) {
        plans.push_back(app::example_plan(session, 1));
    }
    auto const planned = !plans.front().sessions.empty();
    if (planned) {
        together(ui, plans);
        ui.space(ui.theme.space.base);
    }
    plan_cards(ui, plans);
    if (planned) {
        days_of(ui, state, plans);
    }
    if (button(ui, {.id = "present/back", .label = session.text("questions/back"), .icon = Icon::ArrowLeft})) {
        session.back();
    }
}

}  // namespace needlewise::ui
