#include "core/date.hpp"

#include "support/catch.hpp"

using needlewise::core::Date;
using needlewise::core::days_between;

namespace {

Date date(char const* iso) { return Date::from_iso(iso).value(); }

}  // namespace

TEST_CASE("A date is read from and written as YYYY-MM-DD") {
    for (char const* iso : {"1970-01-01", "2026-03-02", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31",
                            "1900-02-28", "2199-12-31"}) {
        CHECK(date(iso).iso() == iso);
    }
    CHECK(date("1970-01-01").days_since_epoch() == 0);
    CHECK(date("1969-12-31").days_since_epoch() == -1);
    CHECK(date("2026-03-02").days_since_epoch() == 20514);
}

TEST_CASE("What is no calendar day is no date") {
    for (char const* text : {"",
                             "2026",
                             "2026-03",
                             "2026-3-02",
                             "2026-03-2",
                             "26-03-02",
                             "2026/03/02",
                             "02-03-2026",
                             "31/12/2025",
                             "2026-02-29",
                             "1900-02-29",
                             "2100-02-29",
                             "2026-02-30",
                             "2026-04-31",
                             "2026-13-01",
                             "2026-00-10",
                             "2026-01-00",
                             "2026-01-32",
                             "0000-01-01",
                             "2026-03-02T00:00:00Z",
                             " 2026-03-02",
                             "2026-03-02 ",
                             "+026-03-02",
                             "-026-03-02",
                             "2026-0a-02",
                             "2026-03-0x"}) {
        INFO(text);
        CHECK_FALSE(Date::from_iso(text).has_value());
    }
}

TEST_CASE("A date is built from calendar numbers") {
    CHECK(Date::from_calendar(2026, 3, 2) == date("2026-03-02"));
    CHECK_FALSE(Date::from_calendar(2026, 2, 29).has_value());
    CHECK_FALSE(Date::from_calendar(2026, 0, 1).has_value());
    CHECK_FALSE(Date::from_calendar(2026, 13, 1).has_value());
    CHECK_FALSE(Date::from_calendar(2026, 1, 0).has_value());
    CHECK_FALSE(Date::from_calendar(2026, 257, 1).has_value());
    CHECK_FALSE(Date::from_calendar(2026, 1, 257).has_value());
    CHECK_FALSE(Date::from_calendar(0, 1, 1).has_value());
    CHECK_FALSE(Date::from_calendar(10000, 1, 1).has_value());
}

TEST_CASE("A date gives its year, month, day and weekday") {
    auto const leap_day = date("2024-02-29");
    CHECK(leap_day.year() == 2024);
    CHECK(leap_day.month() == 2);
    CHECK(leap_day.day() == 29);
    CHECK(leap_day.weekday() == 4);
    CHECK(date("2026-03-02").weekday() == 1);
    CHECK(date("2026-03-08").weekday() == 7);
    CHECK(date("1969-12-31").weekday() == 3);
}

TEST_CASE("Days are counted over months, years and leap days") {
    CHECK(date("2026-02-28").plus_days(1).iso() == "2026-03-01");
    CHECK(date("2024-02-28").plus_days(1).iso() == "2024-02-29");
    CHECK(date("2025-12-31").plus_days(1).iso() == "2026-01-01");
    CHECK(date("2026-01-01").plus_days(-1).iso() == "2025-12-31");
    CHECK(date("2026-03-02").plus_days(365).iso() == "2027-03-02");
    CHECK(date("2026-03-29").plus_days(1).iso() == "2026-03-30");  // clocks go forward in Europe
    CHECK(days_between(date("2024-02-28"), date("2024-03-01")) == 2);
    CHECK(days_between(date("2026-03-01"), date("2026-02-28")) == -1);
    CHECK(days_between(date("2026-03-01"), date("2026-03-01")) == 0);
}

TEST_CASE("Months keep the day number, or end on the last day of a shorter month") {
    CHECK(date("2026-08-31").plus_months(6).iso() == "2027-02-28");
    CHECK(date("2027-08-31").plus_months(6).iso() == "2028-02-29");
    CHECK(date("2025-12-31").plus_months(6).iso() == "2026-06-30");
    CHECK(date("2026-01-30").plus_months(1).iso() == "2026-02-28");
    CHECK(date("2026-01-31").plus_months(2).iso() == "2026-03-31");
    CHECK(date("2024-02-29").plus_months(12).iso() == "2025-02-28");
    CHECK(date("2024-02-29").plus_months(48).iso() == "2028-02-29");
    CHECK(date("2026-11-15").plus_months(2).iso() == "2027-01-15");
    CHECK(date("2026-03-31").plus_months(-1).iso() == "2026-02-28");
    CHECK(date("2026-01-15").plus_months(-1).iso() == "2025-12-15");
    CHECK(date("2026-01-15").plus_months(-13).iso() == "2024-12-15");
    CHECK(date("2026-05-31").plus_months(0).iso() == "2026-05-31");
}

TEST_CASE("Dates are ordered") {
    CHECK(date("2026-03-01") < date("2026-03-02"));
    CHECK(date("2025-12-31") < date("2026-01-01"));
    CHECK(date("2026-03-01") == date("2026-03-01"));
    CHECK(date("2026-03-02") >= date("2026-03-02"));
}
