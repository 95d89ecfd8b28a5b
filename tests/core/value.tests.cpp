#include "core/value.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;

namespace {

Value integer(std::int64_t number) { return number; }
Value decimal(double number) { return number; }
Value text(char const* written) { return std::string{written}; }
Value moment(char const* written) { return DateTimeText{written}; }
Value date(char const* iso) { return Date::from_iso(iso).value(); }
Value coding(char const* system, char const* code, char const* display = "") { return Coding{system, code, display}; }
Value quantity(double value, char const* unit, char const* system = "", char const* code = "") {
    return Quantity{value, unit, system, code};
}

bool is_less(Value const& a, Value const& b) { return compare(a, b) < 0 && compare(b, a) > 0; }
bool is_greater(Value const& a, Value const& b) { return is_less(b, a); }
bool is_unordered(Value const& a, Value const& b) { return compare(a, b) == std::partial_ordering::unordered; }

}  // namespace

TEST_CASE("Numbers are ordered, whole ones with decimal ones") {
    CHECK(is_less(integer(2), integer(10)));
    CHECK(is_greater(integer(9007199254740993), integer(9007199254740992)));
    CHECK(is_greater(decimal(1.5), decimal(1.25)));
    CHECK(is_less(integer(2), decimal(2.5)));
    CHECK(same(integer(2), decimal(2.0)));
    CHECK_FALSE(same(integer(2), integer(3)));
}

TEST_CASE("Codings are the same when system and code are, and have no order") {
    CHECK(same(coding("s", "a", "one text"), coding("s", "a", "another")));
    CHECK_FALSE(same(coding("s", "a"), coding("t", "a")));
    CHECK_FALSE(same(coding("s", "a"), coding("s", "b")));
    CHECK(is_unordered(coding("s", "a"), coding("s", "b")));
}

TEST_CASE("Values of different types are neither the same nor ordered") {
    CHECK_FALSE(same(integer(1), text("1")));
    CHECK_FALSE(same(true, integer(1)));
    CHECK_FALSE(same(coding("s", "a"), text("a")));
    CHECK_FALSE(same(text("a"), coding("s", "a")));
    CHECK(is_unordered(text("10:00:00"), TimeText{"10:00:00"}));
    CHECK(is_unordered(true, false));
    CHECK(same(true, true));
    CHECK_FALSE(same(true, false));
}

TEST_CASE("Texts, times and addresses are ordered by character") {
    CHECK(is_less(text("a"), text("b")));
    CHECK(is_greater(text("b"), text("a")));
    CHECK(same(text("a"), text("a")));
    CHECK(is_less(TimeText{"09:30:00"}, TimeText{"10:00:00"}));
    CHECK(same(UrlText{"urn:a"}, UrlText{"urn:a"}));
}

TEST_CASE("A dateTime is an instant; what is not given is its first") {
    CHECK(same(moment("2026"), moment("2026-01-01")));
    CHECK(same(moment("2026-03"), moment("2026-03-01T00:00:00Z")));
    CHECK(same(moment("2026-03-02T12:00:00+02:00"), moment("2026-03-02T10:00:00Z")));
    CHECK(same(moment("2026-03-02T05:00:00-05:00"), moment("2026-03-02T10:00:00Z")));
    CHECK(is_less(moment("2026-03-02T00:30:00+02:00"), moment("2026-03-02T00:00:00Z")));
    CHECK(same(moment("2026-03-02T10:00:00.500Z"), moment("2026-03-02T10:00:00.5Z")));
    CHECK(is_less(moment("2026-03-02T10:00:00.25Z"), moment("2026-03-02T10:00:00.3Z")));
    CHECK(same(moment("2026-03-02T10:00:00.0Z"), moment("2026-03-02T10:00:00Z")));
    CHECK(is_less(date("2026-03-02"), moment("2026-03-02T10:00:00Z")));
    CHECK(same(date("2026-03-02"), moment("2026-03-02")));
    CHECK(is_unordered(moment("no date"), moment("2026")));
    CHECK(is_unordered(moment("2026-02-30"), moment("2026")));
}

TEST_CASE("Dates are ordered by day") {
    CHECK(is_less(date("2026-03-02"), date("2026-03-03")));
    CHECK(same(date("2026-03-02"), date("2026-03-02")));
    CHECK(is_unordered(date("2026-03-02"), text("2026-03-02")));
}

TEST_CASE("Quantities are ordered within one unit") {
    CHECK(is_less(quantity(2, "mm"), quantity(3, "mm")));
    CHECK(is_unordered(quantity(2, "mm"), quantity(3, "cm")));
    CHECK(is_greater(quantity(2, "mm", "ucum", "mm"), quantity(1, "millimetre", "ucum", "mm")));
    CHECK(same(quantity(2, "mm", "ucum", "mm"), quantity(2, "millimetre", "ucum", "mm")));
    CHECK(is_unordered(quantity(2, "mm", "ucum", "mm"), quantity(2, "mm")));
}
