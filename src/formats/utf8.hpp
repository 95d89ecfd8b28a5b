#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace needlewise::formats {

/// Length in bytes (1 to 4) of the well-formed UTF-8 character at `position`, or 0 if there is none: overlong forms,
/// surrogates and values past U+10FFFF are not well formed (Unicode 15, table 3-7).
std::size_t utf8_character_length(std::string_view text, std::size_t position);

/// The text with each byte that belongs to no well-formed character replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace needlewise::formats
