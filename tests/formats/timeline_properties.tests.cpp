// What must hold for any answers, clinic values, dates and moves.
#include "built_in_plan.hpp"
#include "formats/calendar.hpp"
#include "formats/timeline_json.hpp"
#include "formats/timeline_text.hpp"
#include "random_answers.hpp"

#include <map>
#include <set>

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using needlewise::test::random_seed;

namespace {

constexpr int rounds = 600;

struct RandomPlan {
    AnswerSheet sheet;
    ParameterValues parameters;
    Assessment assessment;
    PlanRequest request;
    PlanResult result;
};

ParameterValues random_parameters(Random& random) {
    auto values = builtin().initial_parameters();
    for (ParameterIndex index = 0; index < values.size(); ++index) {
        auto const* number = std::get_if<NumberParameter>(&builtin().parameters[index].kind);
        if (number == nullptr || !random.one_in(4)) {
            continue;
        }
        int const value = random.between(number->minimum, number->maximum);
        values[index] = ParameterValue{value, value != number->initial};
    }
    return values;
}

PlanResult planned(RandomPlan const& made) {
    EffectiveAnswers const effective{builtin().questionnaire, made.sheet, made.assessment.today};
    return plan(builtin(), made.parameters, effective, made.assessment, made.request);
}

/// Most random answers give no schedule, so in most rounds the outcome is replaced by one that does.
RandomPlan random_plan(Random& random) {
    auto const today = Date::from_calendar(2026, 3, 2).value();
    RandomPlan made{random_sheet(random, today), random_parameters(random), {}, {}, {}};
    made.assessment = assess(builtin(), made.parameters, made.sheet, today);
    if (!random.one_in(4)) {
        made.assessment.outcome = random.one_in(2) ? Outcome::Clear : Outcome::Defer;
        made.assessment.open_ended = false;
        made.assessment.not_before.reset();
        if (random.one_in(3)) {
            made.assessment.not_before = today.plus_days(random.between(1, 200));
        }
    }
    if (random.one_in(2)) {
        made.request.date = today.plus_days(random.between(-100, 200));
    }
    made.result = planned(made);
    for (auto const& session : made.result.timeline.sessions) {
        if (random.one_in(3)) {
            made.request.moves[session.number] = session.date.plus_days(random.between(-10, 30));
        }
    }
    made.result = planned(made);
    return made;
}

template <class Check>
void for_random_plans(int count, Check const& check) {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    for (int round = 0; round < count; ++round) {
        INFO("round " << round);
        check(random_plan(random));
    }
}

Date session_date(Timeline const& timeline, int number) {
    return timeline.sessions[static_cast<std::size_t>(number - 1)].date;
}

}  // namespace

TEST_CASE("Sessions keep their distance, wait for notBefore, and stand in order") {
    std::set<ScheduleState> states;
    int refused = 0;
    for_random_plans(rounds, [&](RandomPlan const& made) {
        auto const& timeline = made.result.timeline;
        states.insert(timeline.schedule.state);
        refused += made.result.refused ? 1 : 0;
        REQUIRE((timeline.schedule.state == ScheduleState::None) == timeline.schedule.reason.has_value());
        for (std::size_t k = 0; k < timeline.sessions.size(); ++k) {
            auto const& session = timeline.sessions[k];
            REQUIRE(session.number == static_cast<int>(k) + 1);
            if (session.date > timeline.today && made.assessment.not_before) {
                REQUIRE(session.date >= *made.assessment.not_before);
            }
            if (k > 0) {
                REQUIRE(days_between(timeline.sessions[k - 1].date, session.date) >= timeline.schedule.spacing_minimum);
            }
        }
        if (made.result.refused && made.result.refused->earliest) {
            // The named day is one that is taken, and the day before is not.
            auto again = made;
            auto const number = made.result.refused->session;
            again.request.moves.erase(again.request.moves.lower_bound(number), again.request.moves.end());
            again.request.moves[number] = *made.result.refused->earliest;
            REQUIRE_FALSE(planned(again).refused);
        }
    });
    CHECK(states.size() == 3);  // an example needs answers that are all empty
    CHECK(refused > rounds / 20);
}

TEST_CASE("Every entry has its days, and no day of an item is in two entries") {
    for_random_plans(rounds / 4, [&](RandomPlan const& made) {
        auto const& timeline = made.result.timeline;
        std::map<std::string, Date> last_day;
        for (auto const& item : timeline.items) {
            INFO(item.id << " of session " << item.session);
            auto const session = session_date(timeline, item.session);
            REQUIRE(item.from == session.plus_days(item.from_day));
            REQUIRE(item.to.has_value() == item.to_day.has_value());
            if (item.to) {
                REQUIRE(*item.to == session.plus_days(*item.to_day));
                REQUIRE(item.from <= *item.to);
            }
            if (item.session > 1 && item.from_day < 0) {
                REQUIRE(item.from > session_date(timeline, item.session - 1));
            }
            auto const before = last_day.find(item.id);
            if (before != last_day.end()) {
                REQUIRE(item.from > before->second);
            }
            last_day[item.id] = item.to.value_or(Date::from_days_since_epoch(1'000'000));
        }
        for (std::size_t k = 1; k < timeline.days.size(); ++k) {
            REQUIRE(timeline.days[k].from > timeline.days[k - 1].to);
        }
        if (made.request.date && *made.request.date <= timeline.today && !timeline.sessions.empty()) {
            REQUIRE(find_item(timeline, "hands-off") != nullptr);
            REQUIRE(find_item(timeline, "redness") != nullptr);
        }
    });
}

TEST_CASE("The order of codes never matters to a plan") {
    Random random{random_seed()};
    for_random_plans(rounds / 4, [&](RandomPlan made) {
        auto const before = timeline_json(builtin(), made.parameters, made.result.timeline);
        for (auto& answer : made.sheet.answers) {
            random.shuffle(answer);
        }
        REQUIRE(timeline_json(builtin(), made.parameters, planned(made).timeline) == before);
    });
}

TEST_CASE("Every plan can be written as JSON, text and calendar") {
    for_random_plans(rounds / 20, [&](RandomPlan const& made) {
        auto const& timeline = made.result.timeline;
        auto const json = timeline_json(builtin(), made.parameters, timeline);
        REQUIRE(parse_json(json));
        auto const text = timeline_text(builtin(), made.parameters, timeline, page_words(), "en");
        REQUIRE(text.find("timeline-text/") == std::string::npos);
        REQUIRE(text.find("timeline/") == std::string::npos);
        auto const ics = calendar(builtin(), made.parameters, timeline, page_words(), "en");
        REQUIRE(ics.find("BEGIN:VEVENT\r\n") != std::string::npos);
        std::set<std::string> uids;
        std::size_t position = 0;
        while (position < ics.size()) {
            auto const end = ics.find("\r\n", position);
            REQUIRE(end != std::string::npos);
            REQUIRE(end - position <= 75);
            if (ics.compare(position, 4, "UID:") == 0) {
                REQUIRE(uids.insert(ics.substr(position, end - position)).second);
            }
            position = end + 2;
        }
    });
}
