#include "ui/screens/timeline_lists.hpp"

#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

using core::TimelineItemKind;

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

std::string minutes_text(app::Session const& session, core::TimelineItem const& item) {
    auto const from = item.from_minute.value_or(0);
    auto const to = item.to_minute.value_or(0);
    auto const key = from < 0 ? "span/minutes-before" : "span/minutes-after";
    constexpr int hour = 60;
    if (from >= 2 * hour) {
        return session.text("span/hours-after",
                            {{"from", std::to_string(from / hour)}, {"to", std::to_string(to / hour)}});
    }
    return session.text(key, {{"from", std::to_string(std::abs(from))}, {"to", std::to_string(std::abs(to))}});
}

std::string result_text(app::Session const& session, core::TimelineItem const& item) {
    auto const from = session.dates().plain(item.from);
    auto const to = session.dates().plain(item.to.value_or(item.from));
    return from == to ? from : session.text("span/dates", {{"from", from}, {"to", to}});
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
    ui.open(std::move(node));
    auto const column = ui.column;
    ui.icon(icon, column.left, ui.y + 1, 22, color);
    ui.column = {column.left + 34, column.width - 34};
    paragraph(ui, id + "/text", item_text(session, item));
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

void list_card(Ui& ui, ScreenState& state, core::Timeline const& timeline, ListView const& view) {
    auto const& session = ui.session;
    auto const belongs = [&](core::TimelineItem const& item) {
        return std::find(view.kinds.begin(), view.kinds.end(), item.kind) != view.kinds.end() &&
               (item.kind == TimelineItemKind::Result || item.session == state.session);
    };
    if (std::none_of(timeline.items.begin(), timeline.items.end(), belongs)) {
        return;
    }
    auto const id = std::string{"list/"} + view.id;
    auto const open = state.is_expanded(id) != view.open_at_first;
    {
        auto const card = Card{ui};
        heading(ui, id + "/title", session.text(id + "/title"), 2, ui.theme.type.heading);
        if (disclosure(ui, id + "/toggle", session.text(open ? "list/hide" : "list/show"), open)) {
            state.toggle(id);
        }
        if (open) {
            ui.space(ui.theme.space.small);
            ui.open({.id = id, .role = Role::List, .name = session.text(id + "/title")});
            for (auto const& item : timeline.items) {
                if (!belongs(item)) {
                    continue;
                }
                auto const& c = ui.theme.colors;
                switch (item.kind) {
                    case TimelineItemKind::Sign:
                    case TimelineItemKind::Watch: sign_line(ui, item); break;
                    case TimelineItemKind::DayOf:
                        item_line(ui, item, Icon::Clock, c.muted, minutes_text(session, item));
                        break;
                    case TimelineItemKind::Do:
                        item_line(ui, item, Icon::Check, c.positive.strong, span_text(session, item));
                        break;
                    case TimelineItemKind::Dont:
                        item_line(ui, item, Icon::Cross, c.danger.strong, span_text(session, item));
                        break;
                    case TimelineItemKind::Result:
                        item_line(ui, item, Icon::Star, c.accent, result_text(session, item));
                        break;
                    case TimelineItemKind::Prepare:
                        item_line(ui, item, Icon::List, c.accent, span_text(session, item));
                        break;
                }
            }
            ui.close();
        }
    }
    ui.space(ui.theme.space.base);
}

void part_title(Ui& ui, std::string const& key) {
    ui.space(ui.theme.space.base);
    paragraph(ui, key + "/title", ui.session.text(key), ui.theme.type.small_strong, ui.theme.colors.muted);
    ui.space(ui.theme.space.hair);
}

void day_signs(Ui& ui, core::Timeline const& timeline, int number, int day) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const shows = [&](core::TimelineItem const& item) {
        auto const state = core::sign_state(item, day);
        return item.kind == TimelineItemKind::Sign && item.session == number &&
               (state == core::SignState::Expected || state == core::SignState::Possible);
    };
    if (std::none_of(timeline.items.begin(), timeline.items.end(), shows)) {
        return;
    }
    part_title(ui, "day/signs");
    ui.open({.id = "day/signs", .role = Role::List, .name = session.text("day/signs")});
    for (auto const& item : timeline.items) {
        if (!shows(item)) {
            continue;
        }
        auto const id = "day/sign/" + item.id;
        auto const expected = core::sign_state(item, day) == core::SignState::Expected;
        ui.open({.id = id, .role = Role::ListItem});
        auto const column = ui.column;
        auto const center = ui.y + ui.theme.type.body.line / 2;
        if (expected) {
            ui.disc(column.left + 9, center, 7, c.accent);
        } else {
            ui.ring(column.left + 9, center, 7, c.accent, 2);
        }
        ui.column = {column.left + 28, column.width - 28};
        auto const name =
            session.text(expected ? "day/expected" : "day/possible", {{"sign", item_text(session, item)}});
        paragraph(ui, id + "/text", name);
        ui.column = column;
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
    day_signs(ui, timeline, number, day);
    day_care(ui, timeline, number, day, TimelineItemKind::Do);
    day_care(ui, timeline, number, day, TimelineItemKind::Dont);
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
