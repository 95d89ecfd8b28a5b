#pragma once

#include "core/assessment.hpp"

#include <string_view>

namespace needlewise::formats {

/// The names that JSON, and keys of words, have for the core's values.
std::string_view name_of(core::Outcome outcome);
std::string_view name_of(core::Level level);
std::string_view name_of(core::DateKind kind);
std::string_view name_of(core::Strength strength);

}  // namespace needlewise::formats
