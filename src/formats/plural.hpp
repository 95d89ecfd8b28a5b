#pragma once

#include <string_view>

namespace needlewise::formats {

/// The CLDR cardinal category of a whole number, by name: `zero`, `one`, `two`, `few`, `many` or `other`. Rules for Arabic,
/// English, French, German, Portuguese and Spanish; any other language has `one` for 1 and `other`. `language` is a BCP 47
/// tag, of which the first part counts.
std::string_view plural_category(std::string_view language, int count);

}  // namespace needlewise::formats
