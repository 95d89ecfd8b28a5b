#include "ui/screens/recovery.hpp"

#include "ui/screens/chart.hpp"
#include "ui/screens/day_strip.hpp"
#include "ui/screens/skin_picture.hpp"
#include "ui/screens/timeline_lists.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

/// Chooses the session whose recovery is looked at.
void session_choice(Ui& ui, ScreenState& state, std::vector<core::Session> const& sessions) {
    if (sessions.size() < 2) {
        return;
    }
    auto labels = std::vector<std::string>{};
    for (auto const& one : sessions) {
        labels.push_back(ui.session.text("timeline/session", {{"number", std::to_string(one.number)}}));
    }
    if (auto const chosen = segments(ui, "timeline/which", ui.session.text("timeline/which"), labels, state.session)) {
        state.session = *chosen;
    }
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

}  // namespace

void recovery(Ui& ui, ScreenState& state, core::Timeline const& timeline) {
    auto& session = ui.session;
    state.session = std::clamp(state.session, 1, static_cast<int>(timeline.sessions.size()));
    auto const start = timeline.sessions[static_cast<std::size_t>(state.session - 1)].date;
    auto const since = core::days_between(start, session.today());
    ui.space(ui.theme.space.base);
    heading(ui, "timeline/recovery-title", session.text("timeline/recovery"), 2, ui.theme.type.title);
    ui.space(ui.theme.space.medium);
    session_choice(ui, state, timeline.sessions);
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

}  // namespace needlewise::ui
