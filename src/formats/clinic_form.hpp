#pragma once

#include "core/protocol.hpp"
#include "formats/clinic_settings.hpp"
#include "formats/json_writer.hpp"

namespace needlewise::formats {

/// What a form for clinic settings has to know of a protocol, as one JSON object:
///
///     {"parameters":[{"id":"wait-isotretinoin-recent","group":"wait","unit":"month","default":6,"minimum":1,"maximum":12},
///                    {"id":"age-18-21-level","group":"level","default":"mention","allowed":["mention","review"]},
///                    {"id":"motto","group":"text","default":"…"}],
///      "emergencyNumber":"emergency-number" or null,
///      "uses":[{"id":"prep-hat","part":"preparation"}],
///      "outcomes":["clear", …]}
///
/// Groups of numbers: wait (a rule holds it against a date), session (courses and events), care (all else). `uses`: what
/// a product may be named at. `outcomes`: those that may show a booking link.
void write_clinic_form(JsonWriter& json, core::Protocol const& protocol);

/// An array of what is wrong with a settings file:
///
///     [{"severity":"error","line":3,"column":17,"pointer":"/parameters/…","code":"…","message":"…","advice":"…"}]
void write_problems(JsonWriter& json, std::vector<Diagnostic> const& problems);

}  // namespace needlewise::formats
