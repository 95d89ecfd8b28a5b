#pragma once

#include "core/timeline.hpp"

#include <string>
#include <utility>
#include <vector>

namespace needlewise::core {

/// What the answers say about the course; hidden answers are not in it.
struct CourseAnswers {
    /// Codes, in no order that counts.
    std::vector<std::string> concerns;
    std::optional<Date> planned_date;
    std::optional<Date> event_date;
    std::optional<int> sessions_planned;
    /// Days between sessions; only an example asks for them.
    std::optional<int> spacing;
    /// Not a single question is answered.
    bool nothing_answered = true;
};
CourseAnswers course_answers(Protocol const& protocol, EffectiveAnswers const& answers);

/// Numbers over all concerns: the largest of each, the smallest only where a range begins (timeline.md 9.2, 9.6).
struct CourseNumbers {
    int sessions_minimum = 1;
    int sessions_default = 1;
    int sessions_maximum = 1;
    int spacing_minimum = 0;
    int spacing_default = 0;
    int spacing_maximum = 0;
    std::pair<int, int> first_change;
    std::pair<int, int> full_result;
    /// Sources of the concerns, each once.
    std::vector<std::string> sources;

    /// Whether a concern stands behind the numbers; if none does, only one session can be planned.
    bool has_plan() const { return spacing_default > 0; }
};
/// Empty if none of the concerns has a plan. No concerns at all: the plan named for that.
std::optional<CourseNumbers> combine_concerns(SessionContent const& content, ParameterValues const& parameters,
                                              std::vector<std::string> const& concerns);

/// Number and days of the sessions, and why there are none.
struct Course {
    Schedule schedule;
    std::vector<Session> sessions;
    std::optional<CourseNumbers> numbers;
    std::optional<MoveRefused> refused;
};
Course lay_out_course(Protocol const& protocol, ParameterValues const& parameters, CourseAnswers const& answers,
                      Assessment const& assessment, PlanRequest const& request);

/// Days around the event, and how each session stands to it (timeline.md 9.7).
std::optional<EventDates> plan_event(SessionContent const& content, ParameterValues const& parameters,
                                     std::optional<Date> event, Schedule const& schedule, Date today,
                                     std::vector<Session>& sessions);

}  // namespace needlewise::core
