#include "cli/options.hpp"

#include "support/catch.hpp"

#include <vector>

using namespace needlewise;
using namespace needlewise::cli;

namespace {

core::Result<Options> parse(std::vector<char const*> const& arguments) { return parse_options(arguments); }

/// Why the arguments are refused; empty if they are not.
std::string refusal(std::vector<char const*> const& arguments) {
    auto const options = parse(arguments);
    return options ? std::string{} : options.error().message;
}

bool refused_for(std::vector<char const*> const& arguments, char const* word) {
    return refusal(arguments).find(word) != std::string::npos;
}

}  // namespace

TEST_CASE("Options may stand before and after the file, with = or a space") {
    auto const options =
        parse({"timeline", "--today=2026-03-02", "answers.json", "--date", "2026-03-30", "--move", "2=2026-05-04",
               "--move=3=2026-06-01", "--format", "ics", "--lang", "de", "--clinic", "c.json", "--protocol=p"});
    REQUIRE(options);
    CHECK(options->command == Command::Timeline);
    CHECK(options->file == "answers.json");
    CHECK(options->today == core::Date::from_iso("2026-03-02"));
    CHECK(options->plan.date == core::Date::from_iso("2026-03-30"));
    CHECK(options->plan.moves.size() == 2);
    CHECK(options->plan.moves.at(3) == *core::Date::from_iso("2026-06-01"));
    CHECK(options->format == Format::Calendar);
    CHECK(options->language == "de");
    CHECK(options->clinic == "c.json");
    CHECK(options->protocol == "p");
}

TEST_CASE("A dash is standard input, and after -- everything is a file") {
    CHECK(parse({"assess", "-"})->file == "-");
    CHECK(parse({"assess", "--", "--lines"})->file == "--lines");
    CHECK(parse({"check", "folder"})->protocol == "folder");
    CHECK(parse({"assess", "--lines"})->lines);
}

TEST_CASE("Help is given wherever it is asked for") {
    CHECK(parse({"--help"})->command == Command::Help);
    CHECK(parse({"assess", "--help"})->command == Command::Help);
    CHECK(parse({"--version"})->command == Command::Version);
}

TEST_CASE("What cannot be done is refused with the reason") {
    CHECK(refused_for({}, "say what to do"));
    CHECK(refused_for({"judge"}, "'judge'"));
    CHECK(refused_for({"assess", "--colour", "red"}, "'--colour'"));
    CHECK(refused_for({"assess", "a", "b"}, "'b'"));
    CHECK(refused_for({"assess", ""}, "too many"));
    CHECK(refused_for({"assess", "--today"}, "''"));
    CHECK(refused_for({"assess", "--clinic"}, "needs a value"));
    CHECK(refused_for({"assess", "--clinic="}, "needs a value"));
    CHECK(refused_for({"assess", "--date", "2026-03-30"}, "'--date'"));
    CHECK(refused_for({"assess", "--format", "text"}, "'--format'"));
    CHECK(refused_for({"check", "--today", "2026-03-30"}, "'--today'"));
    CHECK(refused_for({"check", "--lines"}, "'--lines'"));
    CHECK(refused_for({"timeline", "--format", "pdf"}, "'pdf'"));
    CHECK(refused_for({"timeline", "--lines", "--format", "text"}, "json only"));
}

TEST_CASE("Days must be real days within two centuries") {
    for (char const* day :
         {"2026-02-30", "2026-3-2", "today", "20260302", "1899-12-31", "2200-01-01", "2026-03-02T00:00"}) {
        CHECK(refused_for({"assess", "--today", day}, "is no day"));
        CHECK(refused_for({"timeline", "--date", day}, "is no day"));
    }
    CHECK(parse({"assess", "--today", "1900-01-01"}));
    CHECK(parse({"assess", "--today", "2199-12-31"}));
}

TEST_CASE("Moves must name a session and a day, each session once") {
    for (char const* move : {"2", "2=", "=2026-05-04", "0=2026-05-04", "-1=2026-05-04", "x=2026-05-04", "2=2026-02-30",
                             "2x=2026-05-04", "99999999999=2026-05-04"}) {
        CHECK(refused_for({"timeline", "--move", move}, "is no move"));
    }
    CHECK(refused_for({"timeline", "--move", "2=2026-05-04", "--move", "2=2026-05-05"}, "moved twice"));
}
