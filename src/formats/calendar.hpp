#pragma once

#include "core/timeline.hpp"

#include <string>

namespace needlewise::formats {

/// The plan as an iCalendar file (RFC 5545): all-day events without alarms, UTF-8, CRLF.
///
/// - Each session, with the plan's state and the red flags in its description.
/// - Each preparation task on its first day, or on today where that day has gone by; its last day stands in the
///   description. Tasks whose last day has gone by are left out, as is all else that is over but the sessions.
/// - Do and don't as spans of days, one event for those that share their days; what has no end is one day.
/// - First changes, results check and full result on the day they begin.
/// - Without sessions, one event today that says why there is no plan, as a calendar may not be empty.
///
/// A UID names protocol, session and item, so a second import replaces the events of the first, moved ones too.
/// DTSTAMP is the timeline's `today`, at midnight UTC: the same plan on the same day gives the same bytes.
std::string calendar(core::Protocol const& protocol, core::ParameterValues const& parameters,
                     core::Timeline const& timeline, core::Catalogue const& page_words);

/// One content line, folded: no line is longer than 75 octets, and no UTF-8 character is split (RFC 5545 3.1).
std::string folded_line(std::string_view line);

/// A TEXT value escaped (RFC 5545 3.3.11); control characters but tab and line break are left out.
std::string calendar_text(std::string_view text);

}  // namespace needlewise::formats
