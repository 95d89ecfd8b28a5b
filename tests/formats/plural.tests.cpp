#include "formats/plural.hpp"

#include "formats/date_words.hpp"
#include "support/catch.hpp"

using namespace needlewise;
using namespace needlewise::formats;

TEST_CASE("A count has the category that its language puts it in") {
    struct Case {
        char const* language;
        int count;
        char const* category;
    };
    auto const one = GENERATE(
        Case{"en", 0, "other"}, Case{"en", 1, "one"}, Case{"en", 2, "other"}, Case{"en-GB", 1, "one"},
        Case{"de", 0, "other"}, Case{"de", 1, "one"}, Case{"es", 0, "other"}, Case{"es", 1, "one"},
        Case{"es", 1'000'000, "many"}, Case{"es", 1'000'001, "other"}, Case{"fr", 0, "one"}, Case{"fr", 1, "one"},
        Case{"fr", 2, "other"}, Case{"fr", 2'000'000, "many"}, Case{"pt", 0, "one"}, Case{"pt-BR", 0, "one"},
        Case{"pt", 5, "other"}, Case{"ar", 0, "zero"}, Case{"ar", 1, "one"}, Case{"ar", 2, "two"}, Case{"ar", 3, "few"},
        Case{"ar", 10, "few"}, Case{"ar", 11, "many"}, Case{"ar", 99, "many"}, Case{"ar", 100, "other"},
        Case{"ar", 102, "other"}, Case{"ar", 103, "few"}, Case{"ar", 111, "many"}, Case{"ar-EG", 2, "two"},
        Case{"ar", -3, "few"}, Case{"xx", 1, "one"}, Case{"xx", 2, "other"}, Case{"", 7, "other"});
    CAPTURE(one.language, one.count);
    CHECK(plural_category(one.language, one.count) == one.category);
}

namespace {

core::Date day(char const* text) { return core::Date::from_iso(text).value(); }

std::string distance(core::Catalogue const& words, char const* language, int days) {
    auto const protocol = core::Protocol{};
    auto const from = day("2026-03-02");
    return DateWords{protocol, &words, language}.distance(from, from.plus_days(days));
}

}  // namespace

TEST_CASE("A length stands in the case that its sentence wants, where the language has one") {
    auto const german = core::Catalogue{{"date/in", "in {length}"},
                                        {"date/ago", "vor {length}"},
                                        {"date/about", "etwa {length}"},
                                        {"date/days/other", "{count} Tage"},
                                        {"date/days/in/other", "{count} Tagen"},
                                        {"date/weeks/one", "{count} Woche"},
                                        {"date/weeks/other", "{count} Wochen"},
                                        {"date/months/other", "{count} Monate"},
                                        {"date/months/ago/other", "{count} Monaten"}};
    CHECK(distance(german, "de", 3) == "in 3 Tagen");
    CHECK(distance(german, "de", -3) == "vor 3 Tage");  // there is no form of its own
    CHECK(distance(german, "de", 21) == "in 3 Wochen");
    CHECK(distance(german, "de", -120) == "vor etwa 4 Monaten");
    auto const protocol = core::Protocol{};
    CHECK(DateWords{protocol, &german, "de"}.length(3, core::Unit::Day) == "3 Tage");
}

TEST_CASE("A length falls back to the category, then to other") {
    auto const arabic = core::Catalogue{{"date/in", "+{length}"},          {"date/ago", "-{length}"},
                                        {"date/days/few", "{count} few"},  {"date/days/other", "{count} other"},
                                        {"date/days/in/two", "two of in"}, {"date/days/two", "two"}};
    CHECK(distance(arabic, "ar", 2) == "+two of in");
    CHECK(distance(arabic, "ar", -2) == "-two");
    CHECK(distance(arabic, "ar", 5) == "+5 few");
    CHECK(distance(arabic, "ar", 12) == "+12 other");
}

TEST_CASE("The first of a month has a word of its own where the language has one") {
    auto const french = core::Catalogue{{"date/plain", "{day} {month} {year}"},
                                        {"date/brief", "{day} {month}"},
                                        {"date/day/1", "1er"},
                                        {"date/month/12", "décembre"},
                                        {"date/month-short/12", "déc."}};
    auto const protocol = core::Protocol{};
    auto const words = DateWords{protocol, &french, "fr"};
    CHECK(words.plain(day("2026-12-01")) == "1er décembre 2026");
    CHECK(words.brief(day("2026-12-01")) == "1er déc.");
    CHECK(words.plain(day("2026-12-21")) == "21 décembre 2026");
}

TEST_CASE("A word that is nowhere is seen as its key") {
    auto const protocol = core::Protocol{};
    CHECK(DateWords{protocol, nullptr, "en"}.length(3, core::Unit::Day) == "date/days/other");
}
