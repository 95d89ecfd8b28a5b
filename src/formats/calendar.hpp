#pragma once

#include "core/timeline.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise::formats {

/// When a session begins: an instant, as the person's device works it out with its own rules for that very day. In the
/// file it stands in UTC, which every calendar reads the same way on both sides of a clock change: a floating time moves
/// with a traveller, and a named zone needs the rules of that zone in the file.
struct Appointment {
    core::Date day;   // in UTC
    int minute = 0;   // of that day in UTC
    int length = 60;  // minutes
    bool operator==(Appointment const&) const = default;
};

/// What a person wants in the calendar. Left as it is: what the command writes.
struct CalendarChoices {
    bool sessions = true;
    bool preparation = true;
    bool care = true;
    bool checks = true;
    /// By session number; others last all day.
    std::map<int, Appointment> appointments;
    /// Reminds the day before a session, and at nine on the day of a task or check.
    bool alarms = false;
    /// Keeps one person's events apart from another's in one calendar; empty: no plan of its own.
    std::string plan_id;
    /// `YYYYMMDDTHHMMSSZ`; empty: the timeline's today at midnight.
    std::string stamp;
    /// Must grow from one file to the next for a calendar to take the newer event; none: not said. Seconds since any
    /// fixed day serve: nothing has to be remembered, and a file saved on another device later still counts as later.
    std::optional<std::uint32_t> sequence;
};

/// The plan as an iCalendar file (RFC 5545): UTF-8, CRLF, all-day events where no appointment is given.
///
/// - Each session, with the plan's state and the red flags in its description.
/// - Each preparation task on its first day, or on today where that day has gone by; its last day stands in the
///   description. Tasks whose last day has gone by are left out, as is all else that is over but the sessions.
/// - Do and don't as spans of days, one event for those that share their days; what has no end is one day.
/// - First changes, results check and full result on the day they begin.
/// - Without sessions, one event today that says why there is no plan, as a calendar may not be empty.
///
/// A UID names protocol, plan, session and item, so a second import replaces the events of the first, moved ones too.
/// The same plan with the same choices on the same day gives the same bytes. `language` is that of the words.
std::string calendar(core::Protocol const& protocol, core::ParameterValues const& parameters,
                     core::Timeline const& timeline, core::Catalogue const& page_words, std::string_view language,
                     CalendarChoices const& choices = {});

/// One content line, folded: no line is longer than 75 octets, and no UTF-8 character is split (RFC 5545 3.1).
std::string folded_line(std::string_view line);

/// A TEXT value escaped (RFC 5545 3.3.11); control characters but tab and line break are left out.
std::string calendar_text(std::string_view text);

}  // namespace needlewise::formats
