#include "core/timeline_protocol.hpp"
#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

TEST_CASE("a sign is not yet, expected, possible, and then a reason for contact") {
    auto const timeline = lines().timeline();
    auto const& redness = *item_named(timeline, "redness");
    CHECK(sign_state(redness, -1) == SignState::NotYet);
    CHECK(sign_state(redness, 0) == SignState::Expected);
    CHECK(sign_state(redness, 2) == SignState::Expected);
    CHECK(sign_state(redness, 3) == SignState::Possible);
    CHECK(sign_state(redness, 7) == SignState::Possible);
    CHECK(sign_state(redness, 8) == SignState::Contact);

    auto const& glow = *item_named(timeline, "glow");
    CHECK(sign_state(glow, 4) == SignState::NotYet);
    CHECK(sign_state(glow, 28) == SignState::Possible);
    CHECK(sign_state(glow, 29) == SignState::Over);

    auto const& lumps = *item_named(timeline, "lumps");
    CHECK(sign_state(lumps, 0) == SignState::Contact);
    CHECK(sign_state(lumps, 200) == SignState::Contact);
}

TEST_CASE("days of a sign are not cut by the next session") {
    auto planner = lines().concerns({"dark-patches"});
    planner.request.moves[2] = day("2026-04-13");
    auto const timeline = planner.timeline();
    CHECK(entries(timeline, "glow").substr(0, 40) == "1: 2026-04-04 (5) to 2026-04-17 (18); 2:");
    CHECK(item_named(timeline, "glow")->plausible_until == 28);
}

TEST_CASE("an answer changes a sign only when its condition is true") {
    auto const unchanged = lines().timeline();
    auto const* redness = item_named(unchanged, "redness");
    REQUIRE(redness != nullptr);
    CHECK(redness->usual_end == 2);
    CHECK(redness->plausible_until == 7);
    CHECK_FALSE(redness->more_likely);
    CHECK(redness->notes.empty());
    CHECK(redness->contact == Contact::Week);
    CHECK(redness->has_call_if);
    CHECK(redness->strength == Strength::D);

    auto const unknown = lines().answer(question::creams, "not-sure").answer(question::numbing, "not-sure").timeline();
    CHECK_FALSE(item_named(unknown, "redness")->more_likely);
    CHECK(item_named(unknown, "redness")->usual_end == 2);

    SECTION("its days") {
        auto const changed = lines().answer(question::numbing, "clinic").timeline();
        redness = item_named(changed, "redness");
        CHECK(redness->usual_end == 3);
        CHECK(redness->plausible_until == 10);
        CHECK(redness->to_day == 10);
        CHECK(redness->to == day("2026-04-09"));
        CHECK(redness->sources == std::vector<std::string>{"S0", "S5"});
        CHECK(redness->strength == Strength::A);
        CHECK_FALSE(redness->more_likely);
        CHECK(sign_state(*redness, 3) == SignState::Expected);
    }
    SECTION("how likely it is, with a note") {
        auto const changed = lines().answer(question::creams, "acids").timeline();
        redness = item_named(changed, "redness");
        CHECK(redness->more_likely);
        CHECK(redness->usual_end == 2);
        CHECK(redness->notes == std::vector<std::string>{"sore"});
        CHECK(redness->sources == std::vector<std::string>{"S0"});
        CHECK_FALSE(item_named(changed, "lumps")->more_likely);
    }
    SECTION("a watch sign") {
        auto const changed = lines().answer(question::creams, "peroxide").timeline();
        CHECK(item_named(changed, "lumps")->more_likely);
        CHECK(item_named(changed, "lumps")->kind == TimelineItemKind::Watch);
        CHECK_FALSE(item_named(changed, "redness")->more_likely);
    }
}
