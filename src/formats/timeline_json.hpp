#pragma once

#include "core/timeline.hpp"
#include "formats/json_writer.hpp"

#include <string>
#include <string_view>

namespace needlewise::formats {

/// What `needlewise timeline` prints (design.md section 3), texts in the protocol's language:
///
///     {"outcome":…,"schedule":{…},"sessions":[…],"event":{…},"items":[…],"days":[…],"redFlags":[…]}
///
/// Beyond the contract an item has `differs` and `setByClinic`; where they apply, `note` (signs and watch items) and
/// `textDay0` (said on day 0 instead of `text`). Numbers of a schedule that the chosen concerns do not give are null.
std::string timeline_json(core::Protocol const& protocol, core::ParameterValues const& parameters,
                          core::Timeline const& timeline, JsonLayout layout = JsonLayout::Compact);

/// The names that JSON, and keys of words, have for the timeline's values.
std::string_view name_of(core::ScheduleState state);
std::string_view name_of(core::NoSchedule reason);
std::string_view name_of(core::EventFit fit);
std::string_view name_of(core::TimelineItemKind kind);
std::string_view name_of(core::Contact contact);

}  // namespace needlewise::formats
