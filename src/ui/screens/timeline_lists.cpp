#include "ui/screens/timeline_lists.hpp"

#include "ui/screens/minute_rail.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

using core::TimelineItemKind;

constexpr float two_columns_from = 720;

std::string item_text(app::Session const& session, core::TimelineItem const& item, int day = 1) {
    if (item.kind == TimelineItemKind::Sign || item.kind == TimelineItemKind::Watch) {
        return session.text("timeline/" + item.id + "/name");
    }
    auto const key = "timeline/" + item.id + (item.has_day_zero_text && day == 0 ? "/text-day-0" : "/text");
    return session.text(key, {{"emergency-number", session.emergency_number()}});
}

std::string span_text(app::Session const& session, core::TimelineItem const& item) {
    auto const from = std::to_string(item.from_day);
    if (item.kind == TimelineItemKind::Prepare) {
        auto const dates = session.dates();
        if (item.from < session.today()) {
            return item.to && *item.to == session.today()
                       ? session.text("span/today")
                       : session.text("span/as-soon", {{"to", item.to ? dates.brief(*item.to) : ""}});
        }
        if (item.to && *item.to != item.from) {
            return session.text("span/dates", {{"from", dates.brief(item.from)}, {"to", dates.brief(*item.to)}});
        }
        return dates.brief(item.from);
    }
    if (!item.to_day) {
        return session.text("span/from-day", {{"from", from}});
    }
    if (*item.to_day == item.from_day) {
        return session.text("span/day", {{"day", from}});
    }
    return session.text("span/days", {{"from", from}, {"to", std::to_string(*item.to_day)}});
}

std::string result_text(app::Session const& session, core::TimelineItem const& item) {
    auto const from = session.dates().plain(item.from);
    auto const to = session.dates().plain(item.to.value_or(item.from));
    return from == to ? from : session.text("span/dates", {{"from", from}, {"to", to}});
}

/// For the plain view, which draws no chart: a bar over the days of a session as `<begin> <end of usual> <end>`, in
/// percent of the chart's days, with `!` where it is more likely.
std::string bar(core::TimelineItem const& item) {
    static constexpr int days = 29;  // as the chart: day 0 to day 28
    auto const percent = [](int day) { return std::to_string(std::clamp(day, 0, days) * 100 / days); };
    auto const last = item.plausible_until.value_or(item.to_day.value_or(days));
    return percent(item.onset.value_or(item.from_day)) + " " + percent(item.usual_end.value_or(last) + 1) + " " +
           percent(last + 1) + (item.more_likely ? " !" : "");
}

bool is_after_session(TimelineItemKind kind) {
    return kind == TimelineItemKind::Sign || kind == TimelineItemKind::Do || kind == TimelineItemKind::Dont;
}

/// A line of a list: what it is and when, with an icon.
void item_line(Ui& ui, core::TimelineItem const& item, Icon icon, Color color, std::string const& when) {
    auto const& session = ui.session;
    auto const id = "item/" + item.id + "/" + std::to_string(item.session) + "/" + item.from.iso();
    auto node = Node{.id = id, .role = Role::ListItem};
    node.data = {{"item", item.id},
                 {"session", std::to_string(item.session)},
                 {"from", item.from.iso()},
                 {"to", item.to ? item.to->iso() : ""}};
    if (is_after_session(item.kind)) {
        node.data.emplace_back("bar", bar(item));
    }
    ui.open(std::move(node));
    auto const column = ui.column;
    ui.icon(icon, column.left, ui.y + 1, 22, color);
    ui.column = {column.left + 34, column.width - 34};
    paragraph(ui, id + "/text", item_text(session, item));
    clinic_products(ui, id, item.id);
    if (!when.empty()) {
        paragraph(ui, id + "/when", when, ui.theme.type.small, ui.theme.colors.muted);
    }
    if (item.set_by_clinic) {
        paragraph(ui, id + "/set", session.text("finding/set-by-clinic"), ui.theme.type.caption_strong,
                  ui.theme.colors.accent);
    }
    ui.column = column;
    ui.space(ui.theme.space.medium);
    ui.close();
}

void sign_line(Ui& ui, core::TimelineItem const& item) {
    auto const& session = ui.session;
    auto const id = "item/" + item.id + "/" + std::to_string(item.session);
    auto const& c = ui.theme.colors;
    auto node = Node{.id = id, .role = Role::ListItem};
    node.data = {{"item", item.id}, {"session", std::to_string(item.session)}};
    if (is_after_session(item.kind)) {
        node.data.emplace_back("bar", bar(item));
    }
    ui.open(std::move(node));
    paragraph(ui, id + "/name", item_text(session, item), ui.theme.type.label, c.text);
    if (item.onset) {
        paragraph(ui, id + "/when",
                  session.text("sign/when", {{"onset", std::to_string(*item.onset)},
                                             {"usual", std::to_string(item.usual_end.value_or(0))},
                                             {"possible", std::to_string(item.plausible_until.value_or(0))}}),
                  ui.theme.type.small, c.muted);
    } else {
        paragraph(ui, id + "/when",
                  session.text("sign/watch", {{"from", std::to_string(item.from_day)},
                                              {"to", std::to_string(item.to_day.value_or(0))}}),
                  ui.theme.type.small, c.muted);
    }
    if (item.more_likely) {
        paragraph(ui, id + "/likely", session.text("sign/more-likely"), ui.theme.type.small_strong, c.warning.strong);
    }
    for (auto const& note : item.notes) {
        paragraph(ui, id + "/note/" + note, session.text("timeline/" + note + "/note"), ui.theme.type.small, c.text);
    }
    if (item.has_call_if) {
        paragraph(ui, id + "/call", session.text("timeline/" + item.id + "/call-if"), ui.theme.type.small, c.text);
    } else if (item.contact && *item.contact != core::Contact::None) {
        paragraph(ui, id + "/call",
                  session.text(*item.contact == core::Contact::SameDay ? "sign/same-day" : "sign/week"),
                  ui.theme.type.small, c.text);
    }
    ui.space(ui.theme.space.medium);
    ui.close();
}

struct ListView {
    char const* id;
    std::vector<TimelineItemKind> kinds;
    bool open_at_first;
};

void list_entry(Ui& ui, core::TimelineItem const& item) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    switch (item.kind) {
        case TimelineItemKind::Sign:
        case TimelineItemKind::Watch: return sign_line(ui, item);
        case TimelineItemKind::Do: return item_line(ui, item, Icon::Check, c.positive.strong, span_text(session, item));
        case TimelineItemKind::Dont: return item_line(ui, item, Icon::Cross, c.danger.strong, span_text(session, item));
        case TimelineItemKind::Result: return item_line(ui, item, Icon::Star, c.accent, result_text(session, item));
        case TimelineItemKind::Prepare:
            return item_line(ui, item, item.icon.empty() ? Icon::List : icon_named(item.icon), c.accent,
                             span_text(session, item));
        case TimelineItemKind::DayOf: break;  // minute_rail
    }
}

/// In two columns where there is room, down the first and then down the second.
void list_entries(Ui& ui, std::vector<core::TimelineItem const*> const& items) {
    auto const show = [&](std::size_t from, std::size_t to) {
        for (auto at = from; at < to; ++at) {
            list_entry(ui, *items[at]);
        }
    };
    constexpr std::size_t few = 4;
    if (ui.column.width < two_columns_from || items.size() <= few) {
        return show(0, items.size());
    }
    auto const half = (items.size() + 1) / 2;
    beside(ui, ui.theme.space.huge,
           {{.content = [&] { show(0, half); }}, {.content = [&] { show(half, items.size()); }}});
}

void list_card(Ui& ui, ScreenState& state, core::Timeline const& timeline, ListView const& view) {
    auto const& session = ui.session;
    auto items = std::vector<core::TimelineItem const*>{};
    for (auto const& item : timeline.items) {
        auto const is_kind = std::find(view.kinds.begin(), view.kinds.end(), item.kind) != view.kinds.end();
        if (is_kind && (item.kind == TimelineItemKind::Result || item.session == state.session)) {
            items.push_back(&item);
        }
    }
    if (items.empty()) {
        return;
    }
    auto const id = std::string{"list/"} + view.id;
    auto const open = state.is_expanded(id) != view.open_at_first;
    {
        auto const card = Card{ui};
        auto const& title = session.text(id + "/title");
        heading(ui, id + "/title", title, 2, ui.theme.type.heading);
        if (disclosure(ui, id + "/toggle", session.text(open ? "list/hide" : "list/show"), open, title)) {
            state.toggle(id);
        }
        if (open) {
            ui.space(ui.theme.space.small);
            if (items.front()->kind == TimelineItemKind::DayOf) {
                minute_rail(ui, id, title, items);
            } else {
                ui.open({.id = id, .role = Role::List, .name = title});
                list_entries(ui, items);
                ui.close();
            }
        }
    }
    ui.space(ui.theme.space.base);
}

void part_title(Ui& ui, std::string const& key) {
    ui.space(ui.theme.space.base);
    paragraph(ui, key + "/title", ui.session.text(key), ui.theme.type.small_strong, ui.theme.colors.muted);
    ui.space(ui.theme.space.hair);
}

void day_signs(Ui& ui, core::Timeline const& timeline, int number, int day, core::SignState wanted) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const expected = wanted == core::SignState::Expected;
    auto const group = std::string{expected ? "day/expected" : "day/possible"};
    auto const shows = [&](core::TimelineItem const& item) {
        return item.kind == TimelineItemKind::Sign && item.session == number && core::sign_state(item, day) == wanted;
    };
    if (std::none_of(timeline.items.begin(), timeline.items.end(), shows)) {
        return;
    }
    part_title(ui, group);
    ui.open({.id = group, .role = Role::List, .name = session.text(group)});
    for (auto const& item : timeline.items) {
        if (!shows(item)) {
            continue;
        }
        auto const id = "day/sign/" + item.id;
        ui.open({.id = id, .role = Role::ListItem});
        auto const column = ui.column;
        auto const center = ui.y + ui.theme.type.body.line / 2;
        if (expected) {
            ui.disc(column.left + 9, center, 7, c.accent);
        } else {
            ui.ring(column.left + 9, center, 7, c.accent, 2);
        }
        ui.column = {column.left + 28, column.width - 28};
        paragraph(ui, id + "/text", item_text(session, item));
        ui.column = column;
        ui.space(ui.theme.space.hair);
        ui.close();
    }
    ui.close();
}

void day_care(Ui& ui, core::Timeline const& timeline, int number, int day, TimelineItemKind kind) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const is_do = kind == TimelineItemKind::Do;
    auto const group = std::string{is_do ? "day/do" : "day/dont"};
    auto const start = timeline.sessions[static_cast<std::size_t>(number - 1)].date;
    auto const date = start.plus_days(day);
    auto const counts = [&](core::TimelineItem const& item) {
        return item.kind == kind && item.from <= date && (!item.to || *item.to >= date);
    };
    if (std::none_of(timeline.items.begin(), timeline.items.end(), counts)) {
        return;
    }
    part_title(ui, group);
    ui.open({.id = group, .role = Role::List, .name = session.text(group)});
    for (auto const& item : timeline.items) {
        if (!counts(item)) {
            continue;
        }
        auto const id = group + "/" + item.id + "/" + std::to_string(item.session);
        ui.open({.id = id, .role = Role::ListItem});
        auto const column = ui.column;
        ui.icon(is_do ? Icon::Check : Icon::Cross, column.left, ui.y + 3, 20,
                is_do ? c.positive.strong : c.danger.strong);
        ui.column = {column.left + 28, column.width - 28};
        paragraph(ui, id + "/text", item_text(session, item, day));
        clinic_products(ui, id, item.id);
        ui.column = column;
        ui.space(ui.theme.space.hair);
        ui.close();
    }
    ui.close();
}

}  // namespace

void day_details(Ui& ui, core::Timeline const& timeline, int number, int day) {
    auto const& session = ui.session;
    for (auto const& strip : session.protocol().timeline.days) {
        if (strip.from <= day && day <= strip.to) {
            paragraph(ui, "day/text", session.text("timeline/" + strip.id + "/text"));
        }
    }
    auto const signs = [&] {
        day_signs(ui, timeline, number, day, core::SignState::Expected);
        day_signs(ui, timeline, number, day, core::SignState::Possible);
    };
    auto const care = [&](TimelineItemKind kind) { day_care(ui, timeline, number, day, kind); };
    if (ui.column.width < two_columns_from) {
        signs();
        care(TimelineItemKind::Do);
        care(TimelineItemKind::Dont);
        return;
    }
    beside(ui, ui.theme.space.large,
           {{.content = signs}, {.content = [&] { care(TimelineItemKind::Do); }}, {.content = [&] {
                care(TimelineItemKind::Dont);
            }}});
}

void day_card(Ui& ui, core::Timeline const& timeline, int number, int day) {
    auto const& session = ui.session;
    auto const start = timeline.sessions[static_cast<std::size_t>(number - 1)].date;
    ui.open({.id = "day", .role = Role::Region, .name = session.text("day/name")});
    {
        auto const card = Card{ui};
        auto const title = session.text(
            "day/title", {{"day", std::to_string(day)}, {"date", session.dates().full(start.plus_days(day))}});
        heading(ui, "day/title", title, 3, ui.theme.type.heading);
        ui.space(ui.theme.space.small);
        day_details(ui, timeline, number, day);
    }
    ui.close();
}

void item_lists(Ui& ui, ScreenState& state, core::Timeline const& timeline, ListPart part) {
    auto const done = core::treated(timeline);
    if (part == ListPart::Before) {
        list_card(ui, state, timeline, {"prepare", {TimelineItemKind::Prepare}, !done});
        list_card(ui, state, timeline, {"day-of", {TimelineItemKind::DayOf}, false});
        return;
    }
    list_card(ui, state, timeline, {"signs", {TimelineItemKind::Sign, TimelineItemKind::Watch}, false});
    list_card(ui, state, timeline, {"care", {TimelineItemKind::Do, TimelineItemKind::Dont}, false});
    list_card(ui, state, timeline, {"results", {TimelineItemKind::Result}, true});
}

}  // namespace needlewise::ui
