#pragma once

#include "core/timeline_schedule.hpp"

namespace needlewise::core {

/// One session as its items see it.
struct SessionPlace {
    int number = 1;
    Date date;
    /// The session before; preparation starts after it.
    std::optional<Date> previous;
};

/// What items are made from.
struct ItemContext {
    Protocol const& protocol;
    ParameterValues const& parameters;
    EffectiveAnswers const& answers;
};

/// Tasks before a session, sorted by first day, then catalogue order (timeline.md section 2).
std::vector<TimelineItem> preparation_items(ItemContext const& context, SessionPlace const& session);
/// Steps on the day (section 3).
std::vector<TimelineItem> day_of_items(ItemContext const& context, SessionPlace const& session);
/// Signs with their changes by answers, then watch signs (section 4).
std::vector<TimelineItem> sign_items(ItemContext const& context, SessionPlace const& session);
/// Do and don't (section 5).
std::vector<TimelineItem> care_items(ItemContext const& context, SessionPlace const& session);
/// First change, results check and full result (section 9.6).
std::vector<TimelineItem> result_items(ItemContext const& context, Course const& course);

/// The strip of all sessions, one text a day (section 6).
std::vector<TimelineDay> strip_days(TimelineContent const& content, std::vector<Session> const& sessions);

/// Gives each day of an item to the latest session that asks for it, then joins the sessions' lists in order.
std::vector<TimelineItem> join_sessions(std::vector<std::vector<TimelineItem>> sessions);

/// The strength of the strongest source; empty without sources.
std::optional<Strength> strongest(Protocol const& protocol, std::vector<std::string> const& sources);

}  // namespace needlewise::core
