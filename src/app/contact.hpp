#pragma once

#include <string>
#include <string_view>

namespace needlewise::app {

/// Where a tap on a contact line leads: `tel:` for a line with one phone number ("Phone 01632 960 123"), `mailto:` for
/// an e-mail address and nothing else; else empty.
std::string contact_address(std::string_view line);

}  // namespace needlewise::app
