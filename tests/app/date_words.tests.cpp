#include "formats/date_words.hpp"

#include "sessions.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;

TEST_CASE("Dates are said in words") {
    auto const session = built_in_session();
    auto const dates = session.dates();
    CHECK(dates.full(day("2026-03-30")) == "Monday 30 March 2026");
    CHECK(dates.full(day("2024-02-29")) == "Thursday 29 February 2024");
    CHECK(dates.full(day("2026-11-01")) == "Sunday 1 November 2026");
    CHECK(dates.plain(day("2025-12-31")) == "31 December 2025");
    CHECK(dates.brief(day("2026-05-09")) == "9 May");
    CHECK(dates.length(1, core::Unit::Day) == "1 day");
    CHECK(dates.length(14, core::Unit::Day) == "14 days");
    CHECK(dates.length(1, core::Unit::Month) == "1 month");
    CHECK(dates.length(6, core::Unit::Month) == "6 months");
}

TEST_CASE("A distance in time is said as people say it") {
    auto const session = built_in_session();
    auto const from = day("2026-03-02");
    struct Case {
        int days;
        char const* text;
    };
    auto const one = GENERATE(Case{0, "today"}, Case{1, "tomorrow"}, Case{2, "in 2 days"}, Case{13, "in 13 days"},
                              Case{14, "in 2 weeks"}, Case{15, "in about 2 weeks"}, Case{17, "in about 2 weeks"},
                              Case{18, "in about 3 weeks"}, Case{28, "in 4 weeks"}, Case{91, "in 13 weeks"},
                              Case{92, "in about 3 months"}, Case{365, "in about 12 months"}, Case{-1, "yesterday"},
                              Case{-2, "2 days ago"}, Case{-14, "2 weeks ago"}, Case{-20, "about 3 weeks ago"},
                              Case{-200, "about 6 months ago"});
    CAPTURE(one.days);
    CHECK(session.dates().distance(from, from.plus_days(one.days)) == one.text);
}

TEST_CASE("A date is said with how far away it is") {
    auto const session = built_in_session();
    CHECK(session.dates().full_with_distance(day("2026-03-02"), day("2026-03-30")) ==
          "Monday 30 March 2026, in 4 weeks");
    CHECK(session.dates().full_with_distance(day("2026-03-02"), day("2026-03-02")) == "Monday 2 March 2026, today");
}
