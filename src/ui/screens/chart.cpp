#include "ui/screens/chart.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

constexpr int days_when_broad = 28;
constexpr int days_when_narrow = 14;
constexpr float band_height = 26;
constexpr float bar_height = 14;

/// Day numbers along the top, with weeks made out.
void day_axis(Ui& ui, DayScale const& scale, int day, std::optional<int> today) {
    auto const& type = ui.theme.type.caption;
    auto const& c = ui.theme.colors;
    auto const every = scale.day_width() >= 22 ? 1 : 2;
    for (auto number = 0; number <= scale.last_day(); ++number) {
        auto const selected = number == day;
        auto const text = std::to_string(number);
        auto const center = scale.x(static_cast<float>(number));
        auto const width = ui.text_width(text, type);
        if (selected) {
            ui.fill({center - 13, ui.y, 26, type.line + 2}, c.accent, 8);
        } else if (today == number) {
            ui.outline({center - 13, ui.y, 26, type.line + 2}, c.accent, 8, 1.5F);
        }
        if (selected || (number % every == 0 && std::abs(number - day) > every - 1)) {
            ui.paint_line(text, selected ? ui.theme.type.caption_strong : type, center - width / 2, ui.y + 1,
                          selected ? c.on_accent : c.muted);
        }
    }
    ui.y += type.line + 8;
}

/// Week lines, today and the selected day, behind the rows from `top` to here.
void day_lines(Ui& ui, DayScale const& scale, float top, int day, std::optional<int> today) {
    auto const& c = ui.theme.colors;
    ui.layer(Layer::Inset);
    for (auto number = 7; number <= scale.last_day(); number += 7) {
        auto const x = scale.x(static_cast<float>(number)) - scale.day_width() / 2;
        ui.line(x, top, x, ui.y, c.line, 1);
    }
    if (today && *today >= 0 && *today <= scale.last_day()) {
        auto const x = scale.x(static_cast<float>(*today));
        ui.line(x, top, x, ui.y, c.accent, 1.5F, 0.6F);
    }
    if (day >= 0 && day <= scale.last_day()) {
        ui.fill({scale.x(static_cast<float>(day)) - scale.day_width() / 2, top, scale.day_width(), ui.y - top},
                c.accent, 4, 0.10F);
    }
    ui.layer(Layer::Content);
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

void sign_band(Ui& ui, DayScale const& scale, core::TimelineItem const& sign, float top) {
    auto const color = sign.more_likely ? ui.theme.colors.warning.strong : ui.theme.colors.accent;
    auto const last = static_cast<float>(scale.last_day());
    auto points = std::vector<std::pair<float, float>>{};
    auto const onset = static_cast<float>(sign.onset.value_or(0)) - 0.45F;
    auto const end = std::min(last + 0.5F, static_cast<float>(sign.plausible_until.value_or(0)) + 0.5F);
    for (auto day = onset; day <= end; day += 0.25F) {
        points.emplace_back(scale.x(day),
                            top + band_height - std::max(0.08F, sign_strength(sign, day)) * (band_height - 2));
    }
    if (points.size() < 2) {
        return;
    }
    auto const usual = scale.x(static_cast<float>(sign.usual_end.value_or(0)) + 0.5F);
    auto expected = points;
    std::erase_if(expected, [&](auto const& point) { return point.first > usual; });
    ui.area(points, top + band_height, color, 0.25F);
    ui.area(expected, top + band_height, color, 0.55F);
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
            auto const share = last_day == first_day
                                   ? 1.0F
                                   : (day - static_cast<float>(first_day)) / static_cast<float>(last_day - first_day);
            return static_cast<float>(first_height + (last_height - first_height) * static_cast<double>(share));
        }
    }
    return static_cast<float>(curve.back().second);
}

float chart_label_width(Ui const& ui) { return ui.column.width >= 640 ? 220.0F : 0.0F; }

void sign_chart(Ui& ui, core::Timeline const& timeline, int session, int day, std::optional<int> today) {
    auto const label_width = chart_label_width(ui);
    auto const scale = DayScale{ui, label_width};
    day_axis(ui, scale, day, today);
    auto const top = ui.y;
    for (auto const& item : timeline.items) {
        if (item.kind != core::TimelineItemKind::Sign || item.session != session ||
            item.onset.value_or(0) >= scale.last_day()) {
            continue;
        }
        auto const& name = ui.session.text("timeline/" + item.id + "/name");
        sign_band(ui, scale, item, row_label(ui, name, Icon::None, label_width, band_height));
    }
    day_lines(ui, scale, top, day, today);
}

void care_chart(Ui& ui, core::Timeline const& timeline, int session, int day, std::optional<int> today) {
    auto const& c = ui.theme.colors;
    auto const label_width = chart_label_width(ui) > 0 ? ui.column.width * 0.42F : 0;
    auto const scale = DayScale{ui, label_width};
    day_axis(ui, scale, day, today);
    auto const top = ui.y;
    for (auto const& item : timeline.items) {
        auto const dont = item.kind == core::TimelineItemKind::Dont;
        if ((!dont && item.kind != core::TimelineItemKind::Do) || item.session != session) {
            continue;
        }
        auto const from = std::max(0, item.from_day);
        auto const to = std::min(scale.last_day(), item.to_day.value_or(scale.last_day()));
        if (to < 0 || from > scale.last_day()) {
            continue;
        }
        auto const& text = ui.session.text("timeline/" + item.id + "/text");
        auto const bar_top = row_label(ui, text, icon_named(item.icon), label_width, bar_height);
        auto const& tone = dont ? c.danger : c.positive;
        auto const x1 = scale.x(static_cast<float>(from)) - scale.day_width() / 2 + 1;
        auto const x2 = scale.x(static_cast<float>(to)) + scale.day_width() / 2 - 1;
        ui.fill({x1, bar_top, x2 - x1, bar_height}, tone.strong, bar_height / 2, dont ? 0.75F : 0.6F);
        if (dont && x2 - x1 > 20) {
            ui.icon(Icon::Cross, x1 + 3, bar_top + 1, 12, c.card);
        } else if (x2 - x1 > 20) {
            ui.icon(Icon::Check, x1 + 3, bar_top + 1, 12, c.card);
        }
    }
    day_lines(ui, scale, top, day, today);
}

}  // namespace needlewise::ui
