#pragma once

#include "core/date.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace needlewise::core {

/// FHIR Coding. Equal when system and code are; the display text does not count.
struct Coding {
    std::string system;
    std::string code;
    std::string display;

    friend bool operator==(Coding const& a, Coding const& b) { return a.code == b.code && a.system == b.system; }
};

struct Quantity {
    double value = 0;
    std::string unit;
    std::string system;
    std::string code;

    bool operator==(Quantity const&) const = default;
};

/// FHIR dateTime: a year, month, day or instant, kept as written. Compared as an instant: what is not given is the
/// first month, day or midnight; without an offset it is read as UTC.
struct DateTimeText {
    std::string text;
    bool operator==(DateTimeText const&) const = default;
};
/// FHIR time `hh:mm:ss`.
struct TimeText {
    std::string text;
    bool operator==(TimeText const&) const = default;
};
struct UrlText {
    std::string text;
    bool operator==(UrlText const&) const = default;
};

/// One FHIR answer value. `std::string` carries FHIR string and text.
using Value =
    std::variant<bool, double, std::int64_t, Date, DateTimeText, TimeText, std::string, UrlText, Coding, Quantity>;

/// What was answered to one question; several values only where the question repeats. Empty: no answer.
using Answer = std::vector<Value>;

/// How `a` stands to `b`. Unordered where FHIR gives no order: different types (but integer with decimal and date with
/// dateTime go together), booleans, codings, quantities in different units.
std::partial_ordering compare(Value const& a, Value const& b);

/// True if they are the same answer: as `compare` has it, and for booleans and codings by value.
bool same(Value const& a, Value const& b);

}  // namespace needlewise::core
