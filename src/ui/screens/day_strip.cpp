#include "ui/screens/day_strip.hpp"

#include "core/sort_few.hpp"
#include "ui/screens/chart.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/timeline_lists.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

constexpr float band_room = 44;
constexpr float band_least = 5;
constexpr float band_most = 34;

using core::TimelineItemKind;

bool is_sign_of(core::TimelineItem const& item, int session) {
    return item.kind == TimelineItemKind::Sign && item.session == session;
}

/// All signs of a day together, 0 to about 6.
float strength_of_day(core::Timeline const& timeline, int session, int day) {
    auto sum = 0.0F;
    for (auto const& item : timeline.items) {
        // Signs without a call are no trouble: a glow, slow change.
        if (is_sign_of(item, session) && item.contact != core::Contact::None) {
            sum += sign_strength(item, static_cast<float>(day));
        }
    }
    return sum;
}

/// The signs expected on a day, the strongest first, as "A, B and 2 more".
std::string signs_of_day(app::Session const& session, core::Timeline const& timeline, int number, int day) {
    auto signs = std::vector<std::pair<float, core::TimelineItem const*>>{};
    for (auto const& item : timeline.items) {
        if (is_sign_of(item, number) && core::sign_state(item, day) == core::SignState::Expected) {
            signs.emplace_back(sign_strength(item, static_cast<float>(day)), &item);
        }
    }
    core::sort_few(signs, [](auto const& a, auto const& b) { return a.first > b.first; });
    constexpr std::size_t named = 3;
    auto text = std::string{};
    for (std::size_t at = 0; at < std::min(named, signs.size()); ++at) {
        text += (at > 0 ? session.text("strip/next") : "") + session.text("timeline/" + signs[at].second->id + "/name");
    }
    if (signs.size() > named) {
        text += " " + session.text("strip/more", {{"count", std::to_string(signs.size() - named)}});
    }
    return text;
}

/// A row's button: the day, its date and what is usual then. True when tapped.
bool day_row(Ui& ui, std::string const& id, std::string_view title, std::string_view signs, bool open, bool is_today) {
    auto const& c = ui.theme.colors;
    auto const left = ui.column.left + band_room;
    auto const width = ui.column.width - band_room;
    auto const name = ui.measure(title, ui.theme.type.small_strong, width - 40);
    auto const block = ui.measure(signs, ui.theme.type.caption, width - 40);
    auto const area = Rectangle{left, ui.y, width, std::max(52.0F, name.height + block.height + 16)};
    if (open || ui.hovered(id)) {
        ui.fill(area, c.accent_soft, ui.theme.space.radius_small);
    }
    if (is_today) {
        ui.outline(area, c.accent, ui.theme.space.radius_small, 1.5F);
    }
    auto const top = area.y + (area.height - name.height - block.height) / 2;
    ui.paint_text(name, left + 10, top, c.text);
    ui.paint_text(block, left + 10, top + name.height, c.muted);
    ui.icon(open ? Icon::ChevronUp : Icon::ChevronDown, left + width - 28, area.y + (area.height - 20) / 2, 20,
            c.accent);
    if (ui.focus_shown(id)) {
        ui.focus_ring(area, ui.theme.space.radius_small);
    }
    auto node = Node{.id = id, .role = Role::Button};
    node.name = std::string{title} + (signs.empty() ? "" : ": ") + std::string{signs};
    node.expanded = open ? semantics::Expanded::Yes : semantics::Expanded::No;
    node.variant = "quiet";
    node.text = {ui.theme.type.caption.size, ui.theme.type.caption.line, 400};
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += area.height;
    return ui.activated(id);
}

}  // namespace

void day_strip(Ui& ui, core::Timeline const& timeline, int number, int day, std::optional<int> today) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const start = timeline.sessions[static_cast<std::size_t>(number - 1)].date;
    auto strongest = 0.1F;
    for (auto at = 0; at <= 14; ++at) {
        strongest = std::max(strongest, strength_of_day(timeline, number, at));
    }
    auto band = std::vector<std::pair<float, float>>{};  // y and width
    auto const center = ui.column.left + band_most / 2;
    ui.open({.id = "strip", .role = Role::List, .name = session.text("chart/title")});
    for (auto const& entry : session.protocol().timeline.days) {
        auto const id = "strip/" + entry.id;
        auto const open = entry.from <= day && day <= entry.to;
        auto const shown = open ? day : entry.from;
        auto const date = session.dates().brief(start.plus_days(entry.from));
        auto const from = std::to_string(entry.from);
        auto const is_today = today && entry.from <= *today && *today <= entry.to;
        auto title =
            entry.from == entry.to
                ? session.text("strip/day", {{"day", from}, {"date", date}})
                : session.text("strip/days", {{"from", from}, {"to", std::to_string(entry.to)}, {"date", date}});
        if (is_today) {
            title += " · " + session.text("strip/today");
        }
        ui.open({.id = id + "/item", .role = Role::ListItem});
        auto const top = ui.y;
        if (day_row(ui, id, title, signs_of_day(session, timeline, number, shown), open, is_today)) {
            session.select_day(entry.from);
        }
        auto const middle = (top + ui.y) / 2;
        auto const share = strength_of_day(timeline, number, shown) / strongest;
        band.emplace_back(middle, band_least + (band_most - band_least) * std::clamp(share * share, 0.0F, 1.0F));
        if (open) {
            auto const column = ui.column;
            ui.column = {column.left + band_room + 10, column.width - band_room - 10};
            ui.space(ui.theme.space.small);
            day_details(ui, timeline, number, day);
            ui.space(ui.theme.space.base);
            ui.column = column;
        }
        ui.space(2);
        ui.close();
    }
    ui.close();
    if (band.size() > 1) {
        auto outline = std::vector<std::pair<float, float>>{};
        for (auto const& [y, width] : band) {
            outline.emplace_back(center + width / 2, y);
        }
        for (auto at = band.rbegin(); at != band.rend(); ++at) {
            outline.emplace_back(center - at->second / 2, at->first);
        }
        ui.layer(Layer::Inset);
        ui.shape(outline, c.accent, 0.45F);
        for (auto const& [y, width] : band) {
            ui.disc(center, y, 4, c.accent);
        }
        ui.layer(Layer::Content);
    }
}

}  // namespace needlewise::ui
