#pragma once

#include "core/clinic_settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace needlewise::app {

/// A way to take the result along; the name of its card.
enum class Way : std::uint8_t { None, Calendar, Print, File, Code, Message, Open };

/// What a file, a code or a link brought: answers (see carried.hpp), and what could not be read, in words.
struct Opened {
    std::string carried;
    std::vector<std::string> left_out;
};

/// The screen "take along" and the one that opens what was taken: choices, and how the last thing asked for went.
struct TakeAlong {
    bool preparation = true;
    bool care = true;
    bool checks = true;
    bool alarms = true;
    /// `hh:mm` of the next session, as typed.
    std::string time;
    /// A code that was typed or pasted.
    std::string typed;

    /// What the page around this program is to do, said once: `calendar`, `file`, `open-code` …
    std::string request;
    /// Whose card tells how it went.
    Way about = Way::None;
    /// Word of what it tells; empty: nothing yet.
    std::string message;
    /// What could not be read of a file, in words.
    std::vector<std::string> lines;
    /// The link, or the bare code where the page has no address that another device could open.
    std::string link;
    /// Waits until the person agrees that it takes the place of the answers here.
    std::optional<Opened> opened;
    /// The device has a share sheet.
    bool can_share = false;
};

/// What a clinic offers. On a shared tablet nothing: what makes files and codes would keep answers in its memory after the
/// person has gone.
core::ClinicTakeAlong ways_offered(core::ClinicSettings const& clinic, bool shared_tablet);

}  // namespace needlewise::app
