#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise::formats {

/// Bytes in capital letters and digits (RFC 4648 section 6, without padding). These are safe in any part of an address,
/// survive being read aloud or sent as a message, and a QR code holds them in its dense alphanumeric mode.
std::string to_base32(std::string_view bytes);

/// Small letters are taken too, and what is left after the last whole byte is dropped. Where it is no base 32, `wrong` is
/// the place of the character that is not.
std::optional<std::string> from_base32(std::string_view text, std::size_t& wrong);

}  // namespace needlewise::formats
