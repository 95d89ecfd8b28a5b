#include "core/value.hpp"

#include <optional>
#include <string_view>

namespace needlewise::core {
namespace {

std::partial_ordering ordering_of(int sign) { return sign <=> 0; }

/// The number written in `text` at `from`, or `otherwise` where the text ends earlier.
int number_at(std::string_view text, std::size_t from, std::size_t width, int otherwise) {
    if (text.size() < from + width) {
        return otherwise;
    }
    int number = 0;
    for (char const digit : text.substr(from, width)) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

struct Instant {
    std::int64_t seconds = 0;
    /// Digits after the decimal point, without trailing zeros.
    std::string_view fraction;
};

std::int64_t offset_seconds(std::string_view zone) {
    if (zone.empty() || zone.front() == 'Z') {
        return 0;
    }
    auto const seconds = number_at(zone, 1, 2, 0) * 3600 + number_at(zone, 4, 2, 0) * 60;
    return zone.front() == '-' ? -seconds : seconds;
}

std::string_view fraction_of(std::string_view rest) {
    if (rest.empty() || rest.front() != '.') {
        return {};
    }
    auto const digits = rest.substr(1, rest.find_first_of("Z+-") - 1);
    auto const last = digits.find_last_not_of('0');
    return last == std::string_view::npos ? std::string_view{} : digits.substr(0, last + 1);
}

/// FHIR R4 dateTime: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss[.fff](Z|+hh:mm|-hh:mm).
std::optional<Instant> read_instant(std::string_view text) {
    auto const month = static_cast<unsigned>(number_at(text, 5, 2, 1));
    auto const day = static_cast<unsigned>(number_at(text, 8, 2, 1));
    auto const date = Date::from_calendar(number_at(text, 0, 4, 0), month, day);
    if (!date) {
        return std::nullopt;
    }
    std::int64_t const time =
        number_at(text, 11, 2, 0) * 3600 + number_at(text, 14, 2, 0) * 60 + number_at(text, 17, 2, 0);
    auto const rest = text.size() > 19 ? text.substr(19) : std::string_view{};
    auto const sign = rest.find_first_of("Z+-");
    auto const zone = sign == std::string_view::npos ? std::string_view{} : rest.substr(sign);
    return Instant{std::int64_t{date->days_since_epoch()} * 86400 + time - offset_seconds(zone), fraction_of(rest)};
}

std::optional<Instant> instant_of(Value const& value) {
    if (auto const* date = std::get_if<Date>(&value)) {
        return Instant{std::int64_t{date->days_since_epoch()} * 86400, {}};
    }
    if (auto const* text = std::get_if<DateTimeText>(&value)) {
        return read_instant(text->text);
    }
    return std::nullopt;
}

std::partial_ordering compare_instants(Instant const& a, Instant const& b) {
    if (a.seconds != b.seconds) {
        return a.seconds <=> b.seconds;
    }
    return ordering_of(a.fraction.compare(b.fraction));
}

std::string const* text_of(Value const& value) {
    if (auto const* text = std::get_if<std::string>(&value)) {
        return text;
    }
    if (auto const* time = std::get_if<TimeText>(&value)) {
        return &time->text;
    }
    if (auto const* url = std::get_if<UrlText>(&value)) {
        return &url->text;
    }
    return nullptr;
}

std::optional<double> number_of(Value const& value) {
    if (auto const* decimal = std::get_if<double>(&value)) {
        return *decimal;
    }
    if (auto const* integer = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*integer);
    }
    return std::nullopt;
}

/// FHIR R4 Quantity: the coded unit decides where there is one, else the unit as shown.
bool in_same_unit(Quantity const& a, Quantity const& b) {
    if (a.system != b.system || a.code != b.code) {
        return false;
    }
    return !a.code.empty() || a.unit == b.unit;
}

std::partial_ordering compare_same_type(Value const& a, Value const& b) {
    if (auto const* integer = std::get_if<std::int64_t>(&a)) {
        return *integer <=> std::get<std::int64_t>(b);
    }
    if (auto const* date = std::get_if<Date>(&a)) {
        return *date <=> std::get<Date>(b);
    }
    if (auto const* text = text_of(a)) {
        return ordering_of(text->compare(*text_of(b)));
    }
    if (auto const* quantity = std::get_if<Quantity>(&a)) {
        auto const& other = std::get<Quantity>(b);
        return in_same_unit(*quantity, other) ? quantity->value <=> other.value : std::partial_ordering::unordered;
    }
    return std::partial_ordering::unordered;
}

}  // namespace

std::partial_ordering compare(Value const& a, Value const& b) {
    if (auto const x = number_of(a), y = number_of(b); x && y && a.index() != b.index()) {
        return *x <=> *y;
    }
    if (auto const x = instant_of(a), y = instant_of(b); x && y) {
        return compare_instants(*x, *y);
    }
    if (a.index() != b.index()) {
        return std::partial_ordering::unordered;
    }
    if (auto const* decimal = std::get_if<double>(&a)) {
        return *decimal <=> std::get<double>(b);
    }
    return compare_same_type(a, b);
}

bool same(Value const& a, Value const& b) {
    if (auto const* coding = std::get_if<Coding>(&a)) {
        auto const* other = std::get_if<Coding>(&b);
        return other != nullptr && *coding == *other;
    }
    if (auto const* boolean = std::get_if<bool>(&a)) {
        auto const* other = std::get_if<bool>(&b);
        return other != nullptr && *boolean == *other;
    }
    return compare(a, b) == std::partial_ordering::equivalent;
}

}  // namespace needlewise::core
