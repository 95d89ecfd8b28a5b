#include "core/timeline.hpp"

#include "core/timeline_items.hpp"

#include <algorithm>
#include <iterator>

namespace needlewise::core {

namespace {

void append(std::vector<TimelineItem>& items, std::vector<TimelineItem> more) {
    items.insert(items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<TimelineItem> items_of(ItemContext const& context, Course const& course) {
    bool const scheduled = course.schedule.state != ScheduleState::None;
    auto results = scheduled ? result_items(context, course) : std::vector<TimelineItem>{};
    std::vector<std::vector<TimelineItem>> sessions;
    std::optional<Date> previous;
    for (auto const& session : course.sessions) {
        SessionPlace const place{session.number, session.date, previous};
        std::vector<TimelineItem> items;
        // Without a schedule there is at most a session already held: what comes before it is over.
        if (scheduled) {
            append(items, preparation_items(context, place));
            append(items, day_of_items(context, place));
        }
        append(items, sign_items(context, place));
        append(items, care_items(context, place));
        for (auto const& result : results) {
            if (result.session == session.number) items.push_back(result);
        }
        sessions.push_back(std::move(items));
        previous = session.date;
    }
    return join_sessions(std::move(sessions));
}

PlanResult planned(Protocol const& protocol, ParameterValues const& parameters, EffectiveAnswers const& answers,
                   CourseAnswers const& said, Assessment const& assessment, PlanRequest const& request) {
    auto course = lay_out_course(protocol, parameters, said, assessment, request);
    PlanResult result;
    auto& timeline = result.timeline;
    timeline.outcome = assessment.outcome;
    timeline.today = assessment.today;
    timeline.event = plan_event(protocol.timeline.sessions, parameters, said.event_date, course.schedule,
                                assessment.today, course.sessions);
    timeline.items = items_of({protocol, parameters, answers}, course);
    timeline.days = strip_days(protocol.timeline, course.sessions);
    timeline.schedule = course.schedule;
    timeline.sessions = std::move(course.sessions);
    result.refused = course.refused;
    return result;
}

}  // namespace

PlanResult plan(Protocol const& protocol, ParameterValues const& parameters, EffectiveAnswers const& answers,
                Assessment const& assessment, PlanRequest const& request) {
    return planned(protocol, parameters, answers, course_answers(protocol, answers), assessment, request);
}

Timeline example_plan(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today,
                      ExampleCourse const& course) {
    constexpr int most_sessions = 52;
    constexpr int longest_spacing = 365;
    EffectiveAnswers const answers{protocol.questionnaire, sheet, today};
    auto said = course_answers(protocol, answers);
    said.nothing_answered = true;
    said.planned_date = course.first;
    said.event_date = course.event;
    if (course.sessions) said.sessions_planned = std::clamp(*course.sessions, 1, most_sessions);
    if (course.spacing) said.spacing = std::clamp(*course.spacing, 1, longest_spacing);
    Assessment nothing_judged;
    nothing_judged.today = today;
    return planned(protocol, parameters, answers, said, nothing_judged, {}).timeline;
}

std::vector<TimelineItem> steps_of_the_day(Protocol const& protocol, ParameterValues const& parameters,
                                           EffectiveAnswers const& answers, Date today) {
    return day_of_items({protocol, parameters, answers}, {1, today, std::nullopt});
}

PlanResult plan(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today,
                PlanRequest const& request) {
    EffectiveAnswers const answers{protocol.questionnaire, sheet, today};
    return plan(protocol, parameters, answers, assess(protocol, parameters, sheet, answers, today), request);
}

bool treated(Timeline const& timeline) {
    return !timeline.sessions.empty() && timeline.sessions.front().date <= timeline.today;
}

}  // namespace needlewise::core
