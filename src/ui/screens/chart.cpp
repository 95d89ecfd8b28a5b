#include "ui/screens/chart.hpp"

#include "core/sort_few.hpp"

#include <algorithm>
#include <cmath>

namespace needlewise::ui {

namespace {

constexpr int days_when_broad = 28;
constexpr int days_when_narrow = 14;
constexpr float band_height = 26;
constexpr float half_day = 0.5F;
constexpr float bar_height = 14;

/// Day numbers along the top; the chosen day's stands on its mark.
void day_axis(Ui& ui, DayScale const& scale, ChartView const& view) {
    auto const& type = ui.theme.type.caption;
    auto const& c = ui.theme.colors;
    auto const every = scale.day_width() >= 22 ? 1 : 2;
    auto const centered = [&](std::string const& text, Type const& of, float day, Color color) {
        ui.paint_line(text, of, scale.x(day) - ui.text_width(text, of) / 2, ui.y + 1, color);
    };
    auto const shown = view.drawn_day <= static_cast<float>(scale.last_day()) + 0.5F;
    for (auto number = 0; number <= scale.last_day(); number += every) {
        auto const day = static_cast<float>(number);
        if (!shown || std::abs(day - view.drawn_day) * scale.day_width() > 22) {
            centered(std::to_string(number), type, day, c.muted);
        }
    }
    if (shown) {
        ui.fill({scale.x(view.drawn_day) - 13, ui.y, 26, type.line + 2}, c.accent, 8);
        centered(std::to_string(view.day), ui.theme.type.caption_strong, view.drawn_day, c.on_accent);
    }
    ui.y += type.line + 8;
}

/// Week lines and the chosen day, behind the rows from `top` to here.
void day_lines(Ui& ui, DayScale const& scale, float top, float drawn_day) {
    auto const& c = ui.theme.colors;
    ui.layer(Layer::Inset);
    for (auto number = 7; number <= scale.last_day(); number += 7) {
        auto const x = scale.x(static_cast<float>(number)) - scale.day_width() / 2;
        ui.line(x, top, x, ui.y, c.line, 1);
    }
    if (drawn_day <= static_cast<float>(scale.last_day()) + 0.5F) {
        ui.fill({scale.x(drawn_day) - scale.day_width() / 2, top, scale.day_width(), ui.y - top}, c.accent, 4, 0.12F);
    }
    ui.layer(Layer::Content);
}

/// Something that falls on a day of the chart.
struct Marker {
    int day = 0;
    std::string text;
    bool strong = false;
};

/// Today, the other sessions and the event, where the chart reaches them, by day.
std::vector<Marker> markers_of(app::Session const& session, DayScale const& scale, ChartView const& view) {
    auto markers = std::vector<Marker>{};
    auto const start = view.timeline.sessions[static_cast<std::size_t>(view.session - 1)].date;
    auto const mark = [&](int day, std::string text, bool strong) {
        if (day >= 0 && day <= scale.last_day()) {
            markers.push_back({day, std::move(text), strong});
        }
    };
    if (view.today) {
        mark(*view.today, session.text("chart/today"), true);
    }
    for (auto const& other : view.timeline.sessions) {
        if (other.number != view.session) {
            mark(core::days_between(start, other.date),
                 session.text("timeline/session", {{"number", std::to_string(other.number)}}), false);
        }
    }
    if (view.timeline.event) {
        mark(core::days_between(start, view.timeline.event->date), session.text("event/title"), false);
    }
    core::sort_few(markers, [](auto const& a, auto const& b) { return a.day < b.day; });
    return markers;
}

/// Flags below the rows, with a line up to `top`; those that would overlap stand lower.
void day_markers(Ui& ui, DayScale const& scale, ChartView const& view, float top) {
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.caption_strong;
    auto const height = type.line + 6;
    auto const left_edge = scale.left();
    auto const right_edge = scale.left() + scale.width();
    auto const markers = markers_of(ui.session, scale, view);
    auto row_ends = std::vector<float>{};
    for (auto const& marker : markers) {
        auto const x = scale.x(static_cast<float>(marker.day));
        auto const width = ui.text_width(marker.text, type) + 18;
        auto const left = std::clamp(x - width / 2, left_edge, std::max(left_edge, right_edge - width));
        auto const free = std::find_if(row_ends.begin(), row_ends.end(), [&](float end) { return end + 4 < left; });
        auto const row = static_cast<std::size_t>(free - row_ends.begin());
        if (free == row_ends.end()) {
            row_ends.push_back(0);
        }
        row_ends[row] = left + width;
        auto const y = ui.y + 4 + static_cast<float>(row) * (height + 4);
        ui.layer(Layer::Inset);
        ui.line(x, top, x, y, marker.strong ? c.accent : c.control, 1.5F, 0.8F);
        ui.layer(Layer::Content);
        ui.fill({left, y, width, height}, marker.strong ? c.accent : c.quiet.soft, height / 2);
        ui.paint_line(marker.text, type, left + 9, y + 3, marker.strong ? c.on_accent : c.quiet.strong);
    }
    ui.y += row_ends.empty() ? 0 : 4 + static_cast<float>(row_ends.size()) * (height + 4);
}

/// Room to tap or click for each day's column; the slider does the same for keys and assistive technology.
std::optional<int> tapped_day(Ui& ui, DayScale const& scale, char const* id, float top) {
    auto tapped = std::optional<int>{};
    for (auto number = 0; number <= scale.last_day(); ++number) {
        auto const day_id = std::string{id} + "/" + std::to_string(number);
        auto const area =
            Rectangle{scale.x(static_cast<float>(number)) - scale.day_width() / 2, top, scale.day_width(), ui.y - top};
        if (ui.hovered(day_id)) {
            ui.outline(area, ui.theme.colors.accent, 4, 1.5F, 0.7F);
        }
        ui.add({.id = day_id, .role = Role::HitArea, .rectangle = area});
        if (ui.activated(day_id)) {
            tapped = number;
        }
    }
    return tapped;
}

/// The label of a row, beside it or above it. Gives the top of what is drawn.
float row_label(Ui& ui, std::string_view text, Icon icon, float label_width, float height) {
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.caption;
    auto const icon_room = icon == Icon::None ? 0.0F : 24.0F;
    if (label_width > 0) {
        auto const block = ui.measure(text, type, label_width - icon_room - 12);
        auto const row = std::max(height, block.height + 6);
        ui.icon(icon, ui.column.left, ui.y + (row - 18) / 2, 18, c.muted);
        ui.paint_text(block, ui.column.left + icon_room, ui.y + (row - block.height) / 2, c.text);
        auto const top = ui.y + (row - height) / 2;
        ui.y += row;
        return top;
    }
    auto const block = ui.measure(text, type, ui.column.width - icon_room);
    ui.icon(icon, ui.column.left, ui.y, 18, c.muted);
    ui.paint_text(block, ui.column.left + icon_room, ui.y, c.text);
    ui.y += block.height;
    auto const top = ui.y;
    ui.y += height + 4;
    return top;
}

/// Strength while a sign comes up, in the half day before its first one, too.
float drawn_strength(core::TimelineItem const& sign, float day) {
    auto const onset = static_cast<float>(sign.onset.value_or(0));
    if (day >= onset) {
        return sign_strength(sign, day);
    }
    auto const share = std::clamp((day - onset + half_day) / half_day, 0.0F, 1.0F);
    return sign_strength(sign, onset) * share * share * (3 - 2 * share);
}

void sign_band(Ui& ui, DayScale const& scale, core::TimelineItem const& sign, float top) {
    auto const color = sign.more_likely ? ui.theme.colors.warning.strong : ui.theme.colors.accent;
    auto const onset = static_cast<float>(sign.onset.value_or(0)) - half_day;
    auto const end = std::min(static_cast<float>(scale.last_day()) + half_day,
                              static_cast<float>(sign.plausible_until.value_or(0)) + half_day);
    auto const usual = std::min(end, static_cast<float>(sign.usual_end.value_or(0)) + half_day);
    auto const band = [&](float from, float to, float opacity) {
        auto points = std::vector<std::pair<float, float>>{};
        auto const steps = std::max(2, static_cast<int>((to - from) * 8));
        for (auto step = 0; step <= steps; ++step) {
            auto const day = from + (to - from) * static_cast<float>(step) / static_cast<float>(steps);
            auto const strength = std::max(0.06F, drawn_strength(sign, day));
            points.emplace_back(scale.x(day), top + band_height - strength * (band_height - 2));
        }
        ui.area(points, top + band_height, color, opacity);
    };
    if (usual > onset) {
        band(onset, usual, 0.66F);
    }
    if (end > usual) {
        band(std::max(onset, usual), end, 0.25F);
    }
}

}  // namespace

DayScale::DayScale(Ui const& ui, float label_width)
    : last_day_{ui.narrow() ? days_when_narrow : days_when_broad},
      left_{ui.column.left + label_width},
      day_width_{(ui.column.width - label_width) / static_cast<float>(last_day_ + 1)} {}

float sign_strength(core::TimelineItem const& sign, float day) {
    auto const& curve = sign.height;
    if (curve.empty() || day < static_cast<float>(curve.front().first) ||
        day > static_cast<float>(sign.plausible_until.value_or(0)) + 1) {
        return 0;
    }
    for (std::size_t at = 1; at < curve.size(); ++at) {
        auto const [first_day, first_height] = curve[at - 1];
        auto const [last_day, last_height] = curve[at];
        if (day <= static_cast<float>(last_day)) {
            auto const linear = last_day == first_day
                                    ? 1.0F
                                    : (day - static_cast<float>(first_day)) / static_cast<float>(last_day - first_day);
            auto const share = linear * linear * (3 - 2 * linear);  // no corners
            return static_cast<float>(first_height + (last_height - first_height) * static_cast<double>(share));
        }
    }
    return static_cast<float>(curve.back().second);
}

float chart_label_width(Ui const& ui) { return ui.column.width >= 640 ? 190.0F : 0.0F; }

std::optional<int> sign_chart(Ui& ui, ChartView const& view) {
    auto const label_width = chart_label_width(ui);
    auto const scale = DayScale{ui, label_width};
    auto const start = ui.y;
    day_axis(ui, scale, view);
    auto const top = ui.y;
    for (auto const& item : view.timeline.items) {
        if (item.kind != core::TimelineItemKind::Sign || item.session != view.session ||
            item.onset.value_or(0) >= scale.last_day()) {
            continue;
        }
        auto const& name = ui.session.text("timeline/" + item.id + "/name");
        sign_band(ui, scale, item, row_label(ui, name, Icon::None, label_width, band_height));
    }
    day_lines(ui, scale, top, view.drawn_day);
    day_markers(ui, scale, view, top);
    ui.add({.id = "chart/picture",
            .role = Role::Image,
            .name = ui.session.text("chart/picture"),
            .rectangle = {ui.column.left, start, ui.column.width, ui.y - start}});
    return tapped_day(ui, scale, "chart/day", start);
}

void care_bar(Ui& ui, DayScale const& scale, core::TimelineItem const& item, float label_width) {
    auto const& c = ui.theme.colors;
    auto const dont = item.kind == core::TimelineItemKind::Dont;
    auto const from = std::max(0, item.from_day);
    auto const to = std::min(scale.last_day(), item.to_day.value_or(scale.last_day()));
    if (to < 0 || from > scale.last_day()) {
        return;
    }
    auto const& text = ui.session.text("timeline/" + item.id + "/text");
    auto const top = row_label(ui, text, icon_named(item.icon), label_width, bar_height);
    auto const& tone = dont ? c.danger : c.positive;
    auto const left = scale.x(static_cast<float>(from)) - scale.day_width() / 2 + 1;
    auto const right = scale.x(static_cast<float>(to)) + scale.day_width() / 2 - 1;
    ui.fill({left, top, right - left, bar_height}, tone.strong, bar_height / 2, dont ? 0.75F : 0.6F);
    if (right - left > 20) {
        ui.icon(dont ? Icon::Cross : Icon::Check, left + 3, top + 1, 12, c.card);
    }
}

std::optional<int> care_chart(Ui& ui, ChartView const& view) {
    auto const label_width = chart_label_width(ui) > 0 ? ui.column.width * 0.42F : 0;
    auto const scale = DayScale{ui, label_width};
    auto const start = ui.y;
    day_axis(ui, scale, view);
    auto const top = ui.y;
    for (auto const& item : view.timeline.items) {
        auto const cares = item.kind == core::TimelineItemKind::Dont || item.kind == core::TimelineItemKind::Do;
        if (cares && item.session == view.session) {
            care_bar(ui, scale, item, label_width);
        }
    }
    day_lines(ui, scale, top, view.drawn_day);
    day_markers(ui, scale, view, top);
    ui.add({.id = "care/picture",
            .role = Role::Image,
            .name = ui.session.text("care/picture"),
            .rectangle = {ui.column.left, start, ui.column.width, ui.y - start}});
    return label_width > 0 ? tapped_day(ui, scale, "care/day", start) : std::nullopt;
}

}  // namespace needlewise::ui
