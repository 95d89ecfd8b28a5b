#pragma once

#include "core/clinic_settings.hpp"
#include "core/protocol.hpp"
#include "formats/diagnostics.hpp"
#include "formats/json.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace needlewise::formats {

/// The outcomes that may show a booking link.
inline constexpr std::array bookable_outcomes = {core::Outcome::Clear, core::Outcome::Prepare, core::Outcome::Mention,
                                                 core::Outcome::Defer, core::Outcome::Review};

/// Clinic settings, read against a protocol. With any error the file counts for nothing but its contact lines: the page
/// then says "Please ask staff" with `settings.contact`, `settings.name` and `settings.opening_hours`, which hold what
/// could be read of them.
struct LoadedClinic {
    core::ClinicSettings settings;
    /// The protocol's parameters with the clinic's values in place; the protocol's own where there was an error.
    core::ParameterValues parameters;
    std::vector<Diagnostic> diagnostics;

    bool usable() const { return !any_error(diagnostics); }
};

/// Reads a clinic settings file (assets/README.md). `file` is its name in diagnostics.
LoadedClinic load_clinic(std::string_view file, std::string_view text, core::Protocol const& protocol);

/// The same for settings inside another document, over parameter values already in force: each parameter given replaces
/// that one alone (design.md section 3, --lines).
LoadedClinic load_clinic(std::string_view file, JsonDocument const& document, JsonValue settings,
                         core::Protocol const& protocol, core::ParameterValues const& in_force);

}  // namespace needlewise::formats
