#pragma once

#include <algorithm>
#include <cstdint>

namespace needlewise::core {

/// Kleene's three values, ordered false < unknown < true (rules.md section 3).
enum class Truth : std::uint8_t { False, Unknown, True };

constexpr Truth both(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth either(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth opposite(Truth a) {
    return a == Truth::Unknown ? Truth::Unknown : (a == Truth::True ? Truth::False : Truth::True);
}
/// True if `needed` or more parts are true; else unknown if true and unknown parts together reach `needed`.
constexpr Truth at_least(unsigned needed, unsigned true_parts, unsigned unknown_parts) {
    if (true_parts >= needed) {
        return Truth::True;
    }
    return true_parts + unknown_parts >= needed ? Truth::Unknown : Truth::False;
}

}  // namespace needlewise::core
