#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace needlewise::formats {

using Placeholder = std::pair<std::string_view, std::string_view>;

/// `text` with every `{name}` that is given replaced; others stay as they are.
std::string filled(std::string_view text, std::initializer_list<Placeholder> placeholders);

}  // namespace needlewise::formats
