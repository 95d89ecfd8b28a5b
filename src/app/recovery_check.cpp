#include "app/recovery_check.hpp"

#include "core/sort_few.hpp"

#include <algorithm>

namespace needlewise::app {

namespace {

Urgency urgency_of(core::Contact contact) {
    switch (contact) {
        case core::Contact::SameDay: return Urgency::SameDay;
        case core::Contact::Week: return Urgency::WithinAWeek;
        case core::Contact::None: break;
    }
    return Urgency::Expected;
}

Urgency urgency_of(core::TimelineItem const& sign, int day) {
    if (sign.kind == core::TimelineItemKind::Watch) {
        return urgency_of(sign.contact.value_or(core::Contact::SameDay));
    }
    switch (core::sign_state(sign, day)) {
        case core::SignState::Contact: return urgency_of(sign.contact.value_or(core::Contact::Week));
        case core::SignState::NotYet:
        case core::SignState::Possible: return Urgency::Possible;
        case core::SignState::Expected:
        case core::SignState::Over: break;
    }
    return Urgency::Expected;
}

/// Groups stand in urgency order in the protocol.
Urgency urgency_of_group(std::size_t position) { return static_cast<Urgency>(std::min<std::size_t>(position, 2)); }

}  // namespace

std::optional<core::Session> session_before(core::Timeline const& timeline, core::Date date) {
    auto found = std::optional<core::Session>{};
    for (auto const& session : timeline.sessions) {
        if (session.date <= date) {
            found = session;
        }
    }
    return found;
}

std::vector<core::TimelineItem const*> signs_of_session(core::Timeline const& timeline, int session) {
    auto signs = std::vector<core::TimelineItem const*>{};
    for (auto const& item : timeline.items) {
        auto const is_sign = item.kind == core::TimelineItemKind::Sign || item.kind == core::TimelineItemKind::Watch;
        if (is_sign && item.session == session) {
            signs.push_back(&item);
        }
    }
    return signs;
}

std::vector<SignReading> read_signs(core::Protocol const& protocol, core::Timeline const& timeline,
                                    std::set<std::string> const& seen, core::Date date) {
    auto readings = std::vector<SignReading>{};
    auto const& groups = protocol.timeline.red_flags;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (auto const& flag : groups[group].flags) {
            if (seen.contains(flag)) {
                readings.push_back({flag, urgency_of_group(group), true, false});
            }
        }
    }
    if (auto const session = session_before(timeline, date)) {
        auto const day = core::days_between(session->date, date);
        for (auto const* sign : signs_of_session(timeline, session->number)) {
            if (seen.contains(sign->id)) {
                readings.push_back({sign->id, urgency_of(*sign, day), false, sign->has_call_if});
            }
        }
    }
    core::sort_few(readings, [](SignReading const& a, SignReading const& b) { return a.urgency < b.urgency; });
    return readings;
}

}  // namespace needlewise::app
