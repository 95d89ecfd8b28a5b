#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace needlewise::core {

/// What a finding asks of the person; the order is the severity (rules.md section 1). Info never changes the outcome.
enum class Level : std::uint8_t { Info, Prepare, Mention, Defer, Review, Exclude };

/// Position of a parameter in Protocol::parameters.
using ParameterIndex = std::uint32_t;

enum class Unit : std::uint8_t { Day, Month, Minute, Session, None };

/// A whole number a clinic may change, in `unit`, within minimum and maximum.
struct NumberParameter {
    Unit unit = Unit::Day;
    int initial = 0;
    int minimum = 0;
    int maximum = 0;
};
struct LevelParameter {
    Level initial = Level::Review;
    std::vector<Level> allowed;
};
struct TextParameter {
    std::string initial;
};

struct Parameter {
    std::string id;
    std::variant<NumberParameter, LevelParameter, TextParameter> kind;
};

/// A parameter's value in force.
struct ParameterValue {
    std::variant<int, Level, std::string> value;
    /// Differs from the protocol's own: shown as "set by your clinic".
    bool set_by_clinic = false;
};
/// By ParameterIndex; always complete and within range.
using ParameterValues = std::vector<ParameterValue>;

/// A length of time in days or calendar months.
struct Wait {
    int length = 0;
    Unit unit = Unit::Day;
};

}  // namespace needlewise::core
