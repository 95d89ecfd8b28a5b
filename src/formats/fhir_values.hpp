#pragma once

#include "core/questionnaire.hpp"
#include "formats/json.hpp"

#include <optional>
#include <string_view>

namespace needlewise::formats {

/// What an element value[x] turned out to be.
enum class ValueState : std::uint8_t {
    /// Absent, null, an empty text or an empty object (rules.md section 2.1).
    None,
    Good,
    /// Something is given that is no value of that FHIR type.
    Bad,
};
struct ReadValue {
    ValueState state = ValueState::None;
    core::Value value;
};

/// Reads a value of FHIR R4 type `type`, written as in value[x]: `Coding`, `Date`, `Integer` …
ReadValue read_value(JsonValue value, std::string_view type);

/// The one member of `object` named `prefix` + a type (`value`, `answer` or `initial`): its type and value.
/// Null and empty ones count as left out; `several` if more than one remains.
struct TypedValue {
    std::string_view type;
    JsonValue value;
    bool several = false;
};
TypedValue find_typed(JsonValue object, std::string_view prefix);

/// Whether an answer of FHIR type `type` fits a question of `item`'s type. Options of a choice may be of other types
/// than Coding; their answers then are too.
bool fits(core::Item const& item, std::string_view type);

/// Gives a coding without a system that of the question's option with that code.
void complete_coding(core::Item const& item, core::Value& value);

/// FHIR's code for an item type and back.
std::string_view fhir_name(core::ItemType type);
std::optional<core::ItemType> item_type(std::string_view fhir_name);

/// FHIR dateTime: a year, month, day, or an instant with time zone.
bool is_date_time(std::string_view text);
/// FHIR time `hh:mm:ss`, with an optional fraction.
bool is_time(std::string_view text);

}  // namespace needlewise::formats
