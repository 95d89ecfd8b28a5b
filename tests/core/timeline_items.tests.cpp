#include "core/timeline_protocol.hpp"
#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

TEST_CASE("preparation of a later session starts after the session before") {
    auto planner = lines();
    CHECK(entries(planner.timeline(), "plan-ahead") ==
          "1: 2026-03-02 (-28) to 2026-03-16 (-14); 2: 2026-03-31 (-27) to 2026-04-13 (-14); "
          "3: 2026-04-28 (-27) to 2026-05-11 (-14)");

    SECTION("and is left out where no day remains") {
        planner.concerns({"dark-patches"});
        planner.request.moves[2] = day("2026-04-13");
        CHECK(entries(planner.timeline(), "plan-ahead") ==
              "1: 2026-03-02 (-28) to 2026-03-16 (-14); 3: 2026-04-14 (-27) to 2026-04-27 (-14); "
              "4: 2026-05-12 (-27) to 2026-05-25 (-14)");
    }
}

TEST_CASE("preparation is sorted by first day, then by catalogue order") {
    std::string order;
    auto const timeline = lines().answer(question::creams, "acids").timeline();
    for (auto const& item : timeline.items) {
        if (item.session == 1 && item.kind == TimelineItemKind::Prepare) order += item.id + " ";
    }
    CHECK(order == "plan-ahead pause eat ");
}

TEST_CASE("preparation is shown when it applies or may apply") {
    auto const pause = [](std::string_view cream) {
        return entries(lines().sessions_planned(1).answer(question::creams, cream).timeline(), "pause");
    };
    CHECK(pause("acids") == "1: 2026-03-25 (-5) to 2026-03-30 (0)");
    CHECK(pause("peroxide") == "1: 2026-03-27 (-3) to 2026-03-30 (0)");
    CHECK(pause("none").empty());
    CHECK(pause("not-sure") == "1: 2026-03-25 (-5) to 2026-03-30 (0)");
    CHECK(entries(lines().timeline(), "pause").empty());
}

TEST_CASE("the largest of several waits counts among those that apply") {
    auto planner = lines().sessions_planned(1);
    planner.sheet.answers[question::creams] = codes({"peroxide", "acids"});
    CHECK(entries(planner.timeline(), "pause") == "1: 2026-03-25 (-5) to 2026-03-30 (0)");
    CHECK_FALSE(item_named(planner.timeline(), "pause")->set_by_clinic);
    planner.set(parameter::wait_peroxide, 7);
    CHECK(entries(planner.timeline(), "pause") == "1: 2026-03-23 (-7) to 2026-03-30 (0)");
    CHECK(item_named(planner.timeline(), "pause")->set_by_clinic);

    SECTION("a wait that does not apply changes nothing") {
        planner.answer(question::creams, "acids");
        CHECK(entries(planner.timeline(), "pause") == "1: 2026-03-25 (-5) to 2026-03-30 (0)");
        CHECK_FALSE(item_named(planner.timeline(), "pause")->set_by_clinic);
    }
    SECTION("without any that applies the stated day counts") {
        planner.protocol.timeline.preparation[2].when.reset();
        planner.answer(question::creams, "none");
        CHECK(entries(planner.timeline(), "pause") == "1: 2026-03-21 (-9) to 2026-03-30 (0)");
    }
}

TEST_CASE("a clinic's number moves the bound it belongs to, and says so") {
    auto planner = lines().sessions_planned(1);
    CHECK(entries(planner.timeline(), "no-make-up") == "1: 2026-03-30 (0) to 2026-03-31 (1)");
    CHECK_FALSE(item_named(planner.timeline(), "no-make-up")->set_by_clinic);
    planner.set(parameter::make_up_free_days, 5);
    CHECK(entries(planner.timeline(), "no-make-up") == "1: 2026-03-30 (0) to 2026-04-03 (4)");
    CHECK(item_named(planner.timeline(), "no-make-up")->set_by_clinic);
    CHECK_FALSE(item_named(planner.timeline(), "photo")->set_by_clinic);
    planner.set(parameter::make_up_free_days, 0);
    CHECK(entries(planner.timeline(), "no-make-up").empty());
}

TEST_CASE("one way of arriving is shown") {
    auto const steps = [](Planner const& planner) {
        std::string text;
        for (auto const& item : planner.timeline().items) {
            if (item.kind == TimelineItemKind::DayOf && item.session == 1) text += item.id + " ";
        }
        return text;
    };
    CHECK(steps(lines()) == "cream ");
    CHECK(steps(lines().answer(question::numbing, "clinic")) == "cream ");
    CHECK(steps(lines().answer(question::numbing, "not-sure")) == "cream ");
    CHECK(steps(lines().answer(question::numbing, "no")) == "no-cream ");
    auto const timeline = lines().timeline();
    auto const* step = item_named(timeline, "cream", 2);
    REQUIRE(step != nullptr);
    CHECK(step->from.iso() == "2026-04-27");
    CHECK(step->from_minute == -50);
    CHECK(step->to_minute == -5);
    CHECK(step->strength == Strength::D);
}

TEST_CASE("where sessions give the same item on a day, the day is the later session's") {
    auto const timeline = lines().timeline();
    CHECK(entries(timeline, "photo") ==
          "1: 2026-03-30 (0) to 2026-04-26 (27); 2: 2026-04-27 (0) to 2026-05-24 (27); "
          "3: 2026-05-25 (0) to 2026-08-17 (84)");
    CHECK(entries(timeline, "no-tattoo") ==
          "1: 2026-03-30 (0) to 2026-04-26 (27); 2: 2026-04-27 (0) to 2026-05-24 (27); "
          "3: 2026-05-25 (0) to 2026-06-22 (28)");
    CHECK(entries(timeline, "less-smoking") ==
          "1: 2026-03-23 (-7) to 2026-04-13 (14); 2: 2026-04-20 (-7) to 2026-05-11 (14); "
          "3: 2026-05-18 (-7) to 2026-06-08 (14)");
    CHECK(entries(timeline, "lumps") ==
          "1: 2026-04-02 (3) to 2026-04-29 (30); 2: 2026-04-30 (3) to 2026-05-27 (30); "
          "3: 2026-05-28 (3) to 2026-08-23 (90)");

    SECTION("also when sessions are close") {
        auto planner = lines().concerns({"dark-patches"}).sessions_planned(2);
        planner.request.moves[2] = day("2026-04-13");
        CHECK(entries(planner.timeline(), "less-smoking") ==
              "1: 2026-03-23 (-7) to 2026-04-05 (6); 2: 2026-04-06 (-7) to 2026-04-27 (14)");
    }
}

TEST_CASE("an open end runs through the whole course") {
    CHECK(entries(lines().timeline(), "sunscreen") ==
          "1: 2026-03-31 (1) to 2026-04-27 (28); 2: 2026-04-28 (1) to 2026-05-25 (28); 3: 2026-05-26 (1) on");
}

TEST_CASE("milestones are results, at the session they count from") {
    auto const timeline = lines().timeline();
    CHECK(entries(timeline, "first-change") == "1: 2026-04-13 (14) to 2026-05-11 (42)");
    CHECK(entries(timeline, "results-check") == "3: 2026-08-17 (84) to 2026-08-17 (84)");
    CHECK(entries(timeline, "full-result") == "3: 2026-08-17 (84) to 2026-11-21 (180)");
    auto const* check = item_named(timeline, "results-check", 3);
    REQUIRE(check != nullptr);
    CHECK(check->kind == TimelineItemKind::Result);
    CHECK(check->sources == std::vector<std::string>{"S-fine-lines"});
    CHECK(check->strength == Strength::B);
    auto const later = lines().set(parameter::results_check, 90).timeline();
    CHECK(entries(later, "results-check") == "3: 2026-08-23 (90) to 2026-08-23 (90)");
    CHECK(item_named(later, "results-check", 3)->set_by_clinic);
}

TEST_CASE("the strip says one text a day, counted from the latest session") {
    std::string text;
    auto const timeline = lines().sessions_planned(2).timeline();
    for (auto const& entry : timeline.days) {
        text += std::to_string(entry.session) + " " + entry.id + " " + entry.from.iso() + " " + entry.to.iso() + "; ";
    }
    CHECK(text ==
          "1 day-0 2026-03-30 2026-03-30; 1 week-1 2026-03-31 2026-04-06; 1 weeks-2-4 2026-04-07 2026-04-26; "
          "2 day-0 2026-04-27 2026-04-27; 2 week-1 2026-04-28 2026-05-04; 2 weeks-2-4 2026-05-05 2026-05-25; "
          "2 later 2026-05-26 2026-07-20; ");
}

TEST_CASE("each day of an item is in one entry") {
    auto planner = lines().concerns({"dark-patches"}).sessions_planned(6);
    planner.request.moves = {{2, day("2026-04-13")}, {4, day("2026-05-25")}, {5, day("2026-06-08")}};
    auto const timeline = planner.timeline();
    REQUIRE(timeline.sessions.size() == 6);
    for (auto const& a : timeline.items) {
        for (auto const& b : timeline.items) {
            if (a.id != b.id || a.session >= b.session) continue;
            INFO(a.id << " of sessions " << a.session << " and " << b.session);
            REQUIRE(a.to);
            CHECK(*a.to < b.from);
        }
    }
}
