#include "app/recovery_check.hpp"

#include "sessions.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;

namespace {

using Seen = std::set<std::string>;

char const* name_of(Urgency urgency) {
    static constexpr char const* names[] = {"emergency", "same-day", "within-a-week", "possible", "expected"};
    return names[static_cast<int>(urgency)];
}

/// What signs seen on a day after a treatment mean, most urgent first.
std::vector<std::string> read(Session const& session, Seen const& seen, std::string_view date) {
    std::vector<std::string> lines;
    for (auto const& reading : read_signs(session.protocol(), session.timeline(), seen, day(date))) {
        lines.push_back(reading.id + " " + name_of(reading.urgency) + (reading.red_flag ? " flag" : ""));
    }
    return lines;
}

Session treated_on(std::string_view date, std::string_view now = today) {
    auto session = built_in_session(now);
    session.set_treated_on(day(date));
    return session;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A sign means what its day makes of it") {
    auto const session = treated_on("2026-02-10");
    // Redness: usual until day 2, possible until day 7, then a call within the week (timeline.md section 4).
    CHECK(read(session, {"redness"}, "2026-02-10") == Lines{"redness expected"});
    CHECK(read(session, {"redness"}, "2026-02-12") == Lines{"redness expected"});
    CHECK(read(session, {"redness"}, "2026-02-13") == Lines{"redness possible"});
    CHECK(read(session, {"redness"}, "2026-02-17") == Lines{"redness possible"});
    CHECK(read(session, {"redness"}, "2026-02-18") == Lines{"redness within-a-week"});
    // Bleeding: day 0 alone, then the same day.
    CHECK(read(session, {"pinpoint-bleeding"}, "2026-02-10") == Lines{"pinpoint-bleeding expected"});
    CHECK(read(session, {"pinpoint-bleeding"}, "2026-02-11") == Lines{"pinpoint-bleeding same-day"});
    // Flaking begins on day 2; a glow never wants a call.
    CHECK(read(session, {"flaking"}, "2026-02-11") == Lines{"flaking possible"});
    CHECK(read(session, {"early-glow"}, "2026-03-02") == Lines{"early-glow possible"});
}

TEST_CASE("What is never expected is a reason to call on any day") {
    auto const session = treated_on("2026-02-10");
    CHECK(read(session, {"cold-sore-after"}, "2026-02-10") == Lines{"cold-sore-after same-day"});
    CHECK(read(session, {"cold-sore-after"}, "2026-03-02") == Lines{"cold-sore-after same-day"});
    CHECK(read(session, {"lumps"}, "2026-02-11") == Lines{"lumps within-a-week"});
}

TEST_CASE("The most urgent comes first, red flags before signs of the same urgency") {
    auto const session = treated_on("2026-02-20");
    CHECK(read(session, {"dryness", "redness", "cold-sore-after", "flag-pus", "flag-itch", "flag-heart"},
               "2026-02-24") == Lines{"flag-heart emergency flag", "flag-pus same-day flag", "cold-sore-after same-day",
                                      "flag-itch within-a-week flag", "redness possible", "dryness expected"});
}

TEST_CASE("Every red flag has the urgency of its group") {
    auto const session = treated_on("2026-02-20");
    auto const& groups = session.protocol().timeline.red_flags;
    REQUIRE(groups.size() == 3);
    for (auto const& group : groups) {
        for (auto const& flag : group.flags) {
            CHECK(read(session, {flag}, "2026-02-24") == Lines{flag + " " + group.id + " flag"});
        }
    }
}

TEST_CASE("Before a treatment the red flags count and the signs do not") {
    auto session = built_in_session();
    answer_healthy(session);
    CHECK(read(session, {"redness", "flag-pus"}, today) == Lines{"flag-pus same-day flag"});
    CHECK_FALSE(session_before(session.timeline(), day(today)));
    CHECK(read(session, {"redness"}, "2026-03-30") == Lines{"redness expected"});
}

TEST_CASE("Days count from the last session that was") {
    auto session = built_in_session();
    answer_healthy(session);
    auto const& sessions = session.timeline().sessions;
    REQUIRE(sessions.size() >= 2);
    CHECK(session_before(session.timeline(), sessions[1].date.plus_days(-1))->number == 1);
    CHECK(session_before(session.timeline(), sessions[1].date)->number == 2);
    CHECK(read(session, {"redness"}, sessions[1].date.plus_days(-1).iso()) == Lines{"redness within-a-week"});
    CHECK(read(session, {"redness"}, sessions[1].date.iso()) == Lines{"redness expected"});
}

TEST_CASE("An answer changes what a sign means") {
    auto session = built_in_session();
    answer_healthy(session);
    choose(session, "device", "radiofrequency");
    choose(session, "metal-implant-in-area", "no");
    session.set_treated_on(day("2026-02-20"));
    // Radiofrequency: redness usual until day 3, possible until day 10.
    CHECK(read(session, {"redness"}, "2026-02-23") == Lines{"redness expected"});
    CHECK(read(session, {"redness"}, "2026-03-02") == Lines{"redness possible"});
}

TEST_CASE("What nobody ticked and what nobody knows is not read") {
    auto const session = treated_on("2026-02-20");
    CHECK(read(session, {}, today).empty());
    CHECK(read(session, {"no-such-sign"}, today).empty());
}
