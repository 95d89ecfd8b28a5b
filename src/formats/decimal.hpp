#pragma once

#include <string>
#include <string_view>

namespace needlewise::formats {

/// The double nearest to a number as JSON writes it (`-1.5e3`); infinite if it is too large. The same on every
/// platform and in every locale. The C library's strtod reads long doubles by way of a scanner, which is a fortieth of
/// the page; libc++ of Debian 12 has no floating from_chars.
/// Of more than 38 digits those after the 38th count as zero.
double read_decimal(std::string_view text);

/// Whether the text is a decimal number that a double can hold and nothing else: `-1`, `.5`, `2e3`; no spaces, no words.
bool is_decimal(std::string_view text);

/// The fewest digits that `read_decimal` reads back as the same number, as JSON and browsers write them: `0.1`, `-1.5e-7`,
/// `1e21`. `value` is finite. printf would do, but brings a hundredth of the page.
std::string decimal_text(double value);

}  // namespace needlewise::formats
