#pragma once

#include "core/date.hpp"

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

/// FHIR dateTime: a year, month, day or instant, kept as written and compared as text after padding.
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

}  // namespace needlewise::core
