#include "core/timeline_protocol.hpp"
#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

TEST_CASE("a course is counted from the planned date by its spacing") {
    SECTION("sched-lines") {
        auto const timeline = lines().timeline();
        CHECK(timeline.schedule.state == ScheduleState::Planned);
        CHECK_FALSE(timeline.schedule.reason);
        CHECK(session_dates(timeline) == "2026-03-30 2026-04-27 2026-05-25");
        CHECK(timeline.schedule.spacing == 28);
        CHECK(timeline.schedule.sessions_minimum == 2);
        CHECK(timeline.schedule.sessions_maximum == 6);
        CHECK(describe(timeline.schedule.results_check) == "2026-08-17");
        CHECK(describe(timeline.schedule.first_change_from) == "2026-04-13");
        CHECK(describe(timeline.schedule.first_change_to) == "2026-05-11");
        CHECK_FALSE(timeline.schedule.outside_usual);
    }
    SECTION("sched-multi: several goals take the largest of each number") {
        auto const timeline = lines().concerns({"other-scars", "fine-lines"}).timeline();
        auto const& schedule = timeline.schedule;
        CHECK(session_dates(timeline) == "2026-03-30 2026-05-11 2026-06-22 2026-08-03");
        CHECK(std::vector<int>{schedule.spacing_minimum, schedule.spacing, schedule.spacing_maximum} ==
              std::vector<int>{42, 42, 56});
        CHECK(std::vector<int>{schedule.sessions_minimum, schedule.sessions_default, schedule.sessions_maximum} ==
              std::vector<int>{3, 4, 6});
        CHECK(describe(schedule.results_check) == "2026-10-26");
        CHECK(describe(schedule.first_change_from) == "2026-04-13");
        CHECK(describe(schedule.first_change_to) == "2026-06-22");
    }
    SECTION("sched-leap") {
        CHECK(session_dates(lines().concerns({"acne-scars"}).date(question::planned_date, "2028-01-31").timeline()) ==
              "2028-01-31 2028-02-28 2028-03-27");
    }
    SECTION("hair loss beside another goal is left out") {
        CHECK(session_dates(lines().concerns({"hair-loss", "fine-lines"}).timeline()) ==
              "2026-03-30 2026-04-27 2026-05-25");
    }
    SECTION("a clinic's own number and spacing") {
        auto planner = lines();
        auto const& plan = planner.protocol.timeline.sessions.concerns[0];
        planner.set(plan.sessions, 2).set(plan.spacing, 35);
        CHECK(session_dates(planner.timeline()) == "2026-03-30 2026-05-04");
    }
}

TEST_CASE("sched-sessions-planned: the clinic's number is kept, and said to be unusual") {
    auto const timeline = lines().concerns({"stretch-marks"}).sessions_planned(10).timeline();
    CHECK(timeline.sessions.size() == 10);
    CHECK(timeline.schedule.outside_usual);
    CHECK(timeline.schedule.sessions_minimum == 3);
    CHECK(timeline.schedule.sessions_maximum == 8);
    CHECK(timeline.sessions.back().date.iso() == "2026-12-07");

    CHECK(lines().concerns({"stretch-marks"}).sessions_planned(2).timeline().schedule.outside_usual);
    CHECK_FALSE(lines().concerns({"stretch-marks"}).sessions_planned(8).timeline().schedule.outside_usual);
}

TEST_CASE("the outcome decides whether a schedule is shown, and how") {
    auto planner = lines();
    auto const state_of = [&](Outcome outcome) {
        planner.assessment.outcome = outcome;
        return planner.timeline().schedule.state;
    };
    CHECK(state_of(Outcome::Clear) == ScheduleState::Planned);
    CHECK(state_of(Outcome::Prepare) == ScheduleState::Planned);
    CHECK(state_of(Outcome::Mention) == ScheduleState::Planned);
    CHECK(state_of(Outcome::Defer) == ScheduleState::IfClinicAgrees);
    CHECK(state_of(Outcome::Review) == ScheduleState::IfClinicAgrees);
    for (auto const outcome : {Outcome::Exclude, Outcome::Incomplete, Outcome::Error}) {
        CHECK(state_of(outcome) == ScheduleState::None);
        CHECK(planner.timeline().sessions.empty());
        CHECK(planner.timeline().items.empty());
        CHECK(planner.timeline().days.empty());
        CHECK_FALSE(planner.timeline().schedule.results_check);
    }
}

TEST_CASE("no schedule says why") {
    auto planner = lines();
    auto const reason = [&] { return planner.timeline().schedule.reason; };
    SECTION("an outcome") {
        planner.assessment.outcome = Outcome::Exclude;
        CHECK(reason() == NoSchedule::NotAdvised);
        planner.assessment.outcome = Outcome::Incomplete;
        CHECK(reason() == NoSchedule::Incomplete);
        planner.assessment.outcome = Outcome::Error;
        CHECK(reason() == NoSchedule::Error);
    }
    SECTION("something has to heal first") {
        planner.assessment.outcome = Outcome::Defer;
        planner.assessment.open_ended = true;
        CHECK(reason() == NoSchedule::NotHealed);
        planner.assessment.outcome = Outcome::Exclude;
        CHECK(reason() == NoSchedule::NotAdvised);
    }
    SECTION("hair loss alone") {
        planner.concerns({"hair-loss"});
        planner.assessment.outcome = Outcome::Review;
        CHECK(reason() == NoSchedule::NoPlanForConcern);
        CHECK(planner.timeline().schedule.spacing == 0);
    }
    SECTION("no date") {
        planner.sheet.answers[question::planned_date].clear();
        CHECK(reason() == NoSchedule::NoDate);
        CHECK(planner.timeline().schedule.spacing == 28);
    }
}

TEST_CASE("notBefore takes the place of the planned date") {
    auto planner = lines();
    planner.assessment.outcome = Outcome::Defer;
    planner.assessment.not_before = day("2026-05-15");
    CHECK(session_dates(planner.timeline()) == "2026-05-15 2026-06-12 2026-07-10");

    SECTION("and of an earlier wish, but not of a later one") {
        planner.request.date = day("2026-05-01");
        CHECK(session_dates(planner.timeline()) == "2026-05-15 2026-06-12 2026-07-10");
        planner.request.date = day("2026-05-20");
        CHECK(session_dates(planner.timeline()) == "2026-05-20 2026-06-17 2026-07-15");
    }
    SECTION("a session that was held stays; those to come wait") {
        planner.request.date = day("2026-02-10");
        CHECK(session_dates(planner.timeline()) == "2026-02-10 2026-05-15 2026-06-12");
        planner.request.date = day("2026-03-02");
        CHECK(session_dates(planner.timeline()) == "2026-03-02 2026-05-15 2026-06-12");
    }
}

TEST_CASE("a requested date replaces the planned one in the plan") {
    auto planner = lines();
    planner.request.date = day("2026-04-06");
    CHECK(session_dates(planner.timeline()) == "2026-04-06 2026-05-04 2026-06-01");
    CHECK_FALSE(treated(planner.timeline()));
    planner.request.date = day("2026-02-02");
    CHECK(session_dates(planner.timeline()) == "2026-02-02 2026-03-02 2026-03-30");
    CHECK(treated(planner.timeline()));
}

TEST_CASE("with nothing answered a date gives an example, else nothing") {
    Planner planner;
    planner.assessment.outcome = Outcome::Incomplete;
    CHECK(planner.timeline().schedule.reason == NoSchedule::NoDate);
    CHECK(planner.timeline().sessions.empty());

    planner.request.date = day("2026-03-30");
    auto const timeline = planner.timeline();
    CHECK(timeline.schedule.state == ScheduleState::Example);
    CHECK(session_dates(timeline) == "2026-03-30 2026-04-27 2026-05-25");
    CHECK(timeline.outcome == Outcome::Incomplete);
    // only what is always there: no pause of creams, but the numbing steps
    CHECK(item_named(timeline, "plan-ahead") != nullptr);
    CHECK(item_named(timeline, "pause") == nullptr);
    CHECK(item_named(timeline, "cream") != nullptr);
    CHECK(item_named(timeline, "no-cream") == nullptr);

    SECTION("one answer makes it an unfinished form") {
        planner.answer(question::numbing, "no");
        CHECK(planner.timeline().schedule.reason == NoSchedule::Incomplete);
    }
    SECTION("without a plan for unknown goals there is one session") {
        planner.protocol.timeline.sessions.without_concerns.reset();
        CHECK(session_dates(planner.timeline()) == "2026-03-30");
        CHECK(planner.timeline().schedule.spacing == 0);
    }
}

TEST_CASE("whoever has been treated keeps signs and care, whatever the answers say") {
    auto planner = lines();
    planner.assessment.outcome = Outcome::Exclude;
    planner.request.date = day("2026-03-02");
    auto const timeline = planner.timeline();
    CHECK(timeline.schedule.state == ScheduleState::None);
    CHECK(timeline.schedule.reason == NoSchedule::NotAdvised);
    CHECK(session_dates(timeline) == "2026-03-02");
    CHECK(entries(timeline, "redness") == "1: 2026-03-02 (0) to 2026-03-09 (7)");
    CHECK(entries(timeline, "sunscreen") == "1: 2026-03-03 (1) on");
    CHECK(item_named(timeline, "lumps") != nullptr);
    CHECK(timeline.days.size() == 4);
    for (auto const* id : {"plan-ahead", "eat", "cream", "no-cream", "first-change", "results-check"}) {
        CHECK(item_named(timeline, id) == nullptr);
    }

    planner.request.date = day("2026-03-03");
    CHECK(planner.timeline().items.empty());
}

TEST_CASE("a protocol without a timeline plans nothing") {
    auto planner = lines();
    planner.protocol.timeline = TimelineContent{};
    CHECK(planner.timeline().schedule.reason == NoSchedule::NoPlanForConcern);
}

TEST_CASE("moving a session moves those after it and keeps their gaps") {
    auto planner = lines();
    SECTION("sched-move-later") {
        planner.request.moves[2] = day("2026-05-04");
        auto const result = planner.result();
        CHECK_FALSE(result.refused);
        CHECK(session_dates(result.timeline) == "2026-03-30 2026-05-04 2026-06-01");
        CHECK(describe(result.timeline.schedule.results_check) == "2026-08-24");
    }
    SECTION("earlier again") {
        planner.request.moves = {{2, day("2026-05-11")}, {3, day("2026-06-10")}};
        CHECK(session_dates(planner.timeline()) == "2026-03-30 2026-05-11 2026-06-10");
    }
    SECTION("the first, back to today at the earliest") {
        planner.request.moves[1] = day("2026-03-02");
        CHECK(session_dates(planner.timeline()) == "2026-03-02 2026-03-30 2026-04-27");
        planner.request.moves[1] = day("2026-03-01");
        REQUIRE(planner.result().refused);
        CHECK(describe(planner.result().refused->earliest) == "2026-03-02");
    }
    SECTION("several moves in session order") {
        planner.request.moves = {{3, day("2026-06-08")}, {1, day("2026-04-06")}};
        CHECK(session_dates(planner.timeline()) == "2026-04-06 2026-05-04 2026-06-08");
    }
}

TEST_CASE("a move that comes too early is refused and names the earliest day") {
    auto planner = lines();
    SECTION("sched-move-refused") {
        planner.request.moves[2] = day("2026-04-20");
        auto const result = planner.result();
        REQUIRE(result.refused);
        CHECK(result.refused->session == 2);
        CHECK(describe(result.refused->earliest) == "2026-04-27");
        CHECK(session_dates(result.timeline) == "2026-03-30 2026-04-27 2026-05-25");
    }
    SECTION("none of the moves is made") {
        planner.request.moves = {{1, day("2026-04-06")}, {3, day("2026-05-20")}};
        auto const result = planner.result();
        REQUIRE(result.refused);
        CHECK(result.refused->session == 3);
        CHECK(describe(result.refused->earliest) == "2026-06-01");
        CHECK(session_dates(result.timeline) == "2026-03-30 2026-04-27 2026-05-25");
    }
    SECTION("the first waits for notBefore") {
        planner.assessment.not_before = day("2026-05-15");
        planner.request.moves[1] = day("2026-05-14");
        REQUIRE(planner.result().refused);
        CHECK(describe(planner.result().refused->earliest) == "2026-05-15");
    }
    SECTION("later ones wait for notBefore when the first was held, unless they were held too") {
        planner.request.date = day("2026-01-05");
        planner.assessment.not_before = day("2026-05-15");
        planner.request.moves[2] = day("2026-04-20");
        REQUIRE(planner.result().refused);
        CHECK(describe(planner.result().refused->earliest) == "2026-05-15");
        planner.request.moves[2] = day("2026-02-16");
        CHECK(session_dates(planner.timeline()) == "2026-01-05 2026-02-16 2026-05-15");
    }
    SECTION("there is no such session, or no schedule") {
        planner.request.moves[4] = day("2026-12-01");
        REQUIRE(planner.result().refused);
        CHECK(planner.result().refused->session == 4);
        CHECK_FALSE(planner.result().refused->earliest);
        planner.request.moves = {{2, day("2026-12-01")}};
        planner.assessment.outcome = Outcome::Exclude;
        REQUIRE(planner.result().refused);
        CHECK_FALSE(planner.result().refused->earliest);
    }
}

TEST_CASE("a gap below the clinic's usual one is marked") {
    auto planner = lines().concerns({"dark-patches"});
    planner.request.moves[2] = day("2026-04-13");
    auto const timeline = planner.timeline();
    REQUIRE(timeline.sessions.size() == 4);
    CHECK_FALSE(timeline.sessions[0].closer_than_usual);
    CHECK(timeline.sessions[1].closer_than_usual);
    CHECK_FALSE(timeline.sessions[2].closer_than_usual);

    planner.request.moves.clear();
    CHECK_FALSE(planner.timeline().sessions[1].closer_than_usual);
    CHECK(planner.set(parameter::usual_gap, 35).timeline().sessions[1].closer_than_usual);
}

TEST_CASE("sched-event: the days before an event") {
    auto const timeline = lines().date(question::event_date, "2026-09-12").timeline();
    REQUIRE(timeline.event);
    CHECK(timeline.event->date.iso() == "2026-09-12");
    CHECK(describe(timeline.event->last_comfortable) == "2026-08-29");
    CHECK(describe(timeline.event->last_possible) == "2026-09-05");
    CHECK(describe(timeline.event->latest_first_for_course) == "2026-07-04");
    CHECK(describe(timeline.event->latest_first_for_result) == "2026-04-25");
    for (auto const& session : timeline.sessions) CHECK(session.event == EventFit::Fine);
}

TEST_CASE("a session is held against the event by the days between them") {
    auto const fits = [](std::string_view event) {
        std::string text;
        for (auto const& session : lines().date(question::event_date, event).timeline().sessions) {
            static constexpr char const* names[] = {"fine ", "close ", "too-close "};
            text += session.event ? names[static_cast<std::size_t>(*session.event)] : "none ";
        }
        return text;
    };
    CHECK(fits("2026-03-29") == "fine fine fine ");
    CHECK(fits("2026-03-30") == "too-close fine fine ");
    CHECK(fits("2026-04-05") == "too-close fine fine ");
    CHECK(fits("2026-04-06") == "close fine fine ");
    CHECK(fits("2026-04-12") == "close fine fine ");
    CHECK(fits("2026-04-13") == "fine fine fine ");
    CHECK(fits("2026-04-30") == "fine too-close fine ");
}

TEST_CASE("dates before an event that have gone by are empty, and without an event there are none") {
    auto const timeline = lines().date(question::event_date, "2026-03-16").timeline();
    REQUIRE(timeline.event);
    CHECK(describe(timeline.event->last_comfortable) == "2026-03-02");
    CHECK(describe(timeline.event->last_possible) == "2026-03-09");
    CHECK_FALSE(timeline.event->latest_first_for_course);
    CHECK_FALSE(timeline.event->latest_first_for_result);

    CHECK_FALSE(lines().timeline().event);
    CHECK_FALSE(lines().timeline().sessions[0].event);
    auto excluded = lines().date(question::event_date, "2026-09-12");
    excluded.assessment.outcome = Outcome::Exclude;
    CHECK_FALSE(excluded.timeline().event);
}

TEST_CASE("An example is of nobody: asked for by date, number and spacing, judged by nothing") {
    auto const planner = lines();
    auto const example = [&](ExampleCourse const& course, std::vector<std::string> const& concerns = {"fine-lines"}) {
        AnswerSheet sheet{planner.protocol.questionnaire};
        if (!concerns.empty()) sheet.answers[question::concerns] = codes(concerns);
        return example_plan(planner.protocol, planner.parameters, sheet, day("2026-03-02"), course);
    };
    SECTION("what is not given is as usual") {
        auto const timeline = example({.first = day("2026-05-04")});
        CHECK(timeline.schedule.state == ScheduleState::Example);
        CHECK(session_dates(timeline) == "2026-05-04 2026-06-01 2026-06-29");
        CHECK_FALSE(timeline.schedule.outside_usual);
        CHECK_FALSE(timeline.schedule.spacing_outside_usual);
        CHECK_FALSE(timeline.event);
        CHECK_FALSE(timeline.items.empty());
    }
    SECTION("number and spacing as asked for, and said to be unusual where they are") {
        auto const timeline = example({.first = day("2026-05-04"), .sessions = 2, .spacing = 7});
        CHECK(session_dates(timeline) == "2026-05-04 2026-05-11");
        CHECK(timeline.schedule.spacing_outside_usual);
        CHECK(timeline.sessions[1].closer_than_usual);
        CHECK(example({.first = day("2026-05-04"), .sessions = 40}).schedule.outside_usual);
    }
    SECTION("no number makes it endless") {
        CHECK(example({.first = day("2026-05-04"), .sessions = 100000}).sessions.size() == 52);
        CHECK(example({.first = day("2026-05-04"), .sessions = -3}).sessions.size() == 1);
        CHECK(session_dates(example({.first = day("2026-05-04"), .sessions = 2, .spacing = 0})) ==
              "2026-05-04 2026-05-05");
    }
    SECTION("a past day is looked back at") {
        CHECK(example({.first = day("2026-01-05")}).sessions.front().date == day("2026-01-05"));
    }
    SECTION("each session stands to the event") {
        auto const timeline = example({.first = day("2026-05-04"), .event = day("2026-06-30")});
        REQUIRE(timeline.event);
        CHECK(timeline.sessions.back().event == EventFit::TooClose);
    }
    SECTION("no plan for hair loss") {
        auto const timeline = example({.first = day("2026-05-04")}, {"hair-loss"});
        CHECK(timeline.sessions.empty());
        CHECK(timeline.schedule.reason == NoSchedule::NoPlanForConcern);
    }
}
