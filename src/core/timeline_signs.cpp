#include "core/timeline_items.hpp"

#include <algorithm>

namespace needlewise::core {

namespace {

TimelineItem item_over(SessionPlace const& session, int from_day, int to_day) {
    TimelineItem item;
    item.session = session.number;
    item.from_day = from_day;
    item.to_day = to_day;
    item.from = session.date.plus_days(from_day);
    item.to = session.date.plus_days(to_day);
    return item;
}

void add_sources(TimelineItem& item, std::vector<std::string> const& sources) {
    for (auto const& source : sources) {
        if (std::find(item.sources.begin(), item.sources.end(), source) == item.sources.end()) {
            item.sources.push_back(source);
        }
    }
}

// timeline.md section 4, "Changes by answers": only when the condition is true. A later change of the list stands.
void apply_changes(ItemContext const& context, SessionPlace const& session, TimelineItem& item) {
    for (auto const& change : context.protocol.timeline.changes) {
        if (change.item != item.id || evaluate(change.when, context.answers) != Truth::True) continue;
        if (item.kind == TimelineItemKind::Sign) {
            if (change.usual_end) item.usual_end = change.usual_end;
            if (change.plausible_until) item.plausible_until = change.plausible_until;
            item.plausible_until = std::max(*item.plausible_until, *item.usual_end);
            item.to_day = item.plausible_until;
            item.to = session.date.plus_days(*item.to_day);
        }
        item.more_likely |= change.more_likely;
        if (change.has_note) item.notes.push_back(change.id);
        add_sources(item, change.sources);
    }
    item.strength = strongest(context.protocol, item.sources);
}

}  // namespace

std::vector<TimelineItem> sign_items(ItemContext const& context, SessionPlace const& session) {
    std::vector<TimelineItem> items;
    for (auto const& sign : context.protocol.timeline.signs) {
        auto item = item_over(session, sign.onset, sign.plausible_until);
        item.id = sign.id;
        item.kind = TimelineItemKind::Sign;
        item.sources = sign.sources;
        item.differs = sign.differs;
        item.onset = sign.onset;
        item.usual_end = sign.usual_end;
        item.plausible_until = sign.plausible_until;
        item.contact = sign.contact;
        item.has_call_if = sign.has_call_if;
        item.height = sign.height;
        apply_changes(context, session, item);
        items.push_back(std::move(item));
    }
    for (auto const& watch : context.protocol.timeline.watch) {
        auto item = item_over(session, watch.from, watch.to);
        item.id = watch.id;
        item.kind = TimelineItemKind::Watch;
        item.sources = watch.sources;
        item.contact = watch.contact;
        apply_changes(context, session, item);
        items.push_back(std::move(item));
    }
    return items;
}

SignState sign_state(TimelineItem const& sign, int day) {
    if (sign.kind == TimelineItemKind::Watch) return SignState::Contact;
    if (day < sign.onset.value_or(sign.from_day)) return SignState::NotYet;
    if (day <= sign.usual_end.value_or(sign.from_day)) return SignState::Expected;
    if (day <= sign.plausible_until.value_or(sign.from_day)) return SignState::Possible;
    return sign.contact.value_or(Contact::None) == Contact::None ? SignState::Over : SignState::Contact;
}

}  // namespace needlewise::core
