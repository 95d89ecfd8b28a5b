#pragma once

#include "core/timeline.hpp"

#include <set>
#include <string>
#include <vector>

namespace needlewise::app {

/// How soon something seen after treatment wants a call, most urgent first (timeline.md section 7).
enum class Urgency : std::uint8_t { Emergency, SameDay, WithinAWeek, Possible, Expected };

/// One thing the person ticked, and what it means on that day.
struct SignReading {
    std::string id;
    Urgency urgency = Urgency::Expected;
    /// A red flag; else a recovery or watch sign.
    bool red_flag = false;
    /// Text of when to call applies (signs only).
    bool has_call_if = false;
};

/// The session the day counts from: the last one on or before it. Empty: none yet.
std::optional<core::Session> session_before(core::Timeline const& timeline, core::Date date);

/// The recovery and watch signs to tick on a day after a session, in catalogue order.
std::vector<core::TimelineItem const*> signs_of_session(core::Timeline const& timeline, int session);

/// What was ticked, most urgent first, red flags before signs of the same urgency.
std::vector<SignReading> read_signs(core::Protocol const& protocol, core::Timeline const& timeline,
                                    std::set<std::string> const& seen, core::Date date);

}  // namespace needlewise::app
