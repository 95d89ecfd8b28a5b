#pragma once

#include "core/assessment.hpp"
#include "core/parameters.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace needlewise::core {

/// How many questions a page shows. Automatic: one on phones, else a section.
enum class ClinicPaging : std::uint8_t { Automatic, Section, Question };

/// The clinic's own product, named at the do/don't, preparation or day-of item `use`.
struct ClinicProduct {
    std::string name;
    std::string use;
    bool operator==(ClinicProduct const&) const = default;
};

/// A link for booking, shown for these outcomes; never for exclude, incomplete or error.
struct ClinicBooking {
    std::string link;
    std::vector<Outcome> outcomes;
    bool operator==(ClinicBooking const&) const = default;
};

/// A shared tablet in a waiting room (web/README.md, "Waiting room").
struct ClinicKiosk {
    bool enabled = false;
    /// Only where the page's address ends with #kiosk; else always.
    bool by_address = false;
    /// Without touch until "Are you still there?" is asked, and from then until all answers are deleted.
    int idle_seconds = 120;
    int warning_seconds = 20;
    /// How long the summary waits for staff, and stays with them.
    int summary_minutes = 10;
    /// Only that there is one: its hash is read where it is checked (web/kiosk.js).
    bool has_pin = false;
    bool operator==(ClinicKiosk const&) const = default;
};

/// What the page around an embedded one is told. Outcome is health data: only with the person's click on 'share'.
enum class EmbedEvent : std::uint8_t { Ready, Height, Section, Outcome, Booking, Deleted };
struct ClinicEmbed {
    std::vector<std::string> origins;
    std::vector<EmbedEvent> events;
    bool operator==(ClinicEmbed const&) const = default;
};

/// Ways to take the result away that are offered.
struct ClinicTakeAlong {
    bool print = true;
    bool calendar = true;
    bool file = true;
    bool code = true;
    bool link = true;
    bool message = true;
    bool operator==(ClinicTakeAlong const&) const = default;
};

/// What a clinic sets (assets/README.md, "Clinic settings"); a default one is no file.
struct ClinicSettings {
    std::string name;
    std::vector<std::string> contact;
    std::string opening_hours;
    /// 0xRRGGBB
    std::optional<std::uint32_t> accent_color;
    /// `data:image/…` or a file beside the settings.
    std::string logo;
    std::string language;
    std::vector<std::string> languages;
    std::vector<ClinicProduct> products;
    std::optional<ClinicBooking> booking;
    ClinicPaging paging = ClinicPaging::Automatic;
    ClinicKiosk kiosk;
    ClinicEmbed embed;
    ClinicTakeAlong take_along;
};

}  // namespace needlewise::core
