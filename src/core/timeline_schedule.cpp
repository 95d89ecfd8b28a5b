#include "core/timeline_schedule.hpp"

#include "core/timeline_bounds.hpp"

#include <algorithm>

namespace needlewise::core {

namespace {

// Far above any course; keeps a plan small whatever a protocol of one's own lets people type.
constexpr std::int64_t most_sessions = 52;

template <typename T>
T const* only_value(EffectiveAnswers const& answers, std::optional<ItemIndex> question) {
    if (!question) return nullptr;
    auto const* answer = answers.answer(*question);
    return answer != nullptr && !answer->empty() ? std::get_if<T>(&answer->front()) : nullptr;
}

void add_once(std::vector<std::string>& list, std::vector<std::string> const& more) {
    for (auto const& entry : more) {
        if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
    }
}

bool contains(std::vector<std::string> const& list, std::string const& entry) {
    return std::find(list.begin(), list.end(), entry) != list.end();
}

CourseNumbers numbers_of(ConcernPlan const& plan, ParameterValues const& parameters) {
    CourseNumbers numbers;
    numbers.sessions_minimum = plan.sessions_minimum;
    numbers.sessions_default = std::max(number_of(parameters, plan.sessions), 1);
    numbers.sessions_maximum = plan.sessions_maximum;
    numbers.spacing_minimum = plan.spacing_minimum;
    numbers.spacing_default = number_of(parameters, plan.spacing);
    numbers.spacing_maximum = plan.spacing_maximum;
    numbers.first_change = plan.first_change;
    numbers.full_result = plan.full_result;
    numbers.sources = plan.sources;
    return numbers;
}

std::pair<int, int> widest(std::pair<int, int> a, std::pair<int, int> b) {
    return {std::min(a.first, b.first), std::max(a.second, b.second)};
}

CourseNumbers combined(CourseNumbers a, CourseNumbers const& b) {
    a.sessions_minimum = std::max(a.sessions_minimum, b.sessions_minimum);
    a.sessions_default = std::max(a.sessions_default, b.sessions_default);
    a.sessions_maximum = std::max(a.sessions_maximum, b.sessions_maximum);
    a.spacing_minimum = std::max(a.spacing_minimum, b.spacing_minimum);
    a.spacing_default = std::max(a.spacing_default, b.spacing_default);
    a.spacing_maximum = std::max(a.spacing_maximum, b.spacing_maximum);
    a.first_change = widest(a.first_change, b.first_change);
    a.full_result = widest(a.full_result, b.full_result);
    add_once(a.sources, b.sources);
    return a;
}

// timeline.md 9.1, and in what order reasons are named.
std::optional<NoSchedule> reason_for_none(CourseAnswers const& answers, Assessment const& assessment, bool has_numbers,
                                          bool has_date) {
    if (assessment.outcome == Outcome::Error) return NoSchedule::Error;
    if (!answers.nothing_answered) {
        if (assessment.outcome == Outcome::Incomplete) return NoSchedule::Incomplete;
        if (assessment.outcome == Outcome::Exclude) return NoSchedule::NotAdvised;
        if (assessment.open_ended) return NoSchedule::NotHealed;
    }
    if (!has_numbers) return NoSchedule::NoPlanForConcern;
    if (!has_date) return NoSchedule::NoDate;
    return std::nullopt;
}

ScheduleState state_for(CourseAnswers const& answers, Outcome outcome) {
    if (answers.nothing_answered) return ScheduleState::Example;
    return outcome == Outcome::Review || outcome == Outcome::Defer ? ScheduleState::IfClinicAgrees
                                                                   : ScheduleState::Planned;
}

void move_from(std::vector<Session>& sessions, std::size_t position, int days) {
    for (; position < sessions.size(); ++position) {
        sessions[position].date = sessions[position].date.plus_days(days);
    }
}

// Once session 1 has been held it cannot wait for notBefore; those still to come can.
void keep_to_wait(std::vector<Session>& sessions, std::optional<Date> not_before, Date today) {
    for (std::size_t k = 1; not_before && k < sessions.size(); ++k) {
        Date const date = sessions[k].date;
        if (date > today && date < *not_before) move_from(sessions, k, days_between(date, *not_before));
    }
}

// timeline.md 9.5. Sessions before the moved one stay; those after it keep their gaps.
std::optional<MoveRefused> make_moves(std::vector<Session>& sessions, std::map<int, Date> const& moves,
                                      int spacing_minimum, std::optional<Date> not_before, Date today) {
    for (auto const& [number, day] : moves) {
        if (number < 1 || number > static_cast<int>(sessions.size())) return MoveRefused{number, std::nullopt};
        auto const position = static_cast<std::size_t>(number - 1);
        Date earliest = position == 0 ? today : sessions[position - 1].date.plus_days(spacing_minimum);
        // A session noted down after it was held is a fact that no wait undoes.
        bool const held = position > 0 && day <= today && earliest <= today;
        if (not_before && !held) earliest = std::max(earliest, *not_before);
        if (day < earliest) return MoveRefused{number, earliest};
        move_from(sessions, position, days_between(sessions[position].date, day));
        keep_to_wait(sessions, not_before, today);
    }
    return std::nullopt;
}

// timeline.md 9.8. The usual gap is a wait, and waits may be in months.
void mark_close_sessions(std::vector<Session>& sessions, Protocol const& protocol, ParameterValues const& parameters) {
    auto const& parameter = protocol.timeline.sessions.spacing_floor;
    if (!parameter) return;
    int const usual = number_of(parameters, *parameter);
    auto const* number = std::get_if<NumberParameter>(&protocol.parameters[*parameter].kind);
    bool const in_months = number != nullptr && number->unit == Unit::Month;
    for (std::size_t k = 1; k < sessions.size(); ++k) {
        Date const before = sessions[k - 1].date;
        sessions[k].closer_than_usual =
            sessions[k].date < (in_months ? before.plus_months(usual) : before.plus_days(usual));
    }
}

}  // namespace

CourseAnswers course_answers(Protocol const& protocol, EffectiveAnswers const& answers) {
    CourseAnswers result;
    auto const& bindings = protocol.bindings;
    auto const questions = static_cast<ItemIndex>(protocol.questionnaire.items.size());
    for (ItemIndex item = 0; item < questions && result.nothing_answered; ++item) {
        result.nothing_answered = answers.answer(item) == nullptr;
    }
    if (bindings.concerns) {
        if (auto const* codes = answers.answer(*bindings.concerns)) {
            for (auto const& value : *codes) {
                if (auto const* coding = std::get_if<Coding>(&value)) result.concerns.push_back(coding->code);
            }
        }
    }
    if (auto const* date = only_value<Date>(answers, bindings.planned_date)) result.planned_date = *date;
    if (auto const* date = only_value<Date>(answers, bindings.event_date)) result.event_date = *date;
    if (auto const* number = only_value<std::int64_t>(answers, bindings.sessions_planned)) {
        result.sessions_planned = static_cast<int>(std::clamp<std::int64_t>(*number, 1, most_sessions));
    }
    return result;
}

std::optional<CourseNumbers> combine_concerns(SessionContent const& content, ParameterValues const& parameters,
                                              std::vector<std::string> const& concerns) {
    if (concerns.empty()) {
        if (!content.without_concerns || *content.without_concerns >= content.concerns.size()) return CourseNumbers{};
        return numbers_of(content.concerns[*content.without_concerns], parameters);
    }
    std::optional<CourseNumbers> result;
    for (auto const& plan : content.concerns) {
        if (!contains(concerns, plan.code)) continue;
        auto const numbers = numbers_of(plan, parameters);
        result = result ? combined(*result, numbers) : numbers;
    }
    return result;
}

Course lay_out_course(Protocol const& protocol, ParameterValues const& parameters, CourseAnswers const& answers,
                      Assessment const& assessment, PlanRequest const& request) {
    auto const& content = protocol.timeline.sessions;
    Date const today = assessment.today;
    bool const already_treated = request.date && *request.date <= today;
    auto first = request.date ? request.date : answers.planned_date;
    if (first && assessment.not_before && !already_treated) first = std::max(*first, *assessment.not_before);

    Course course;
    if (!protocol.timeline.empty()) course.numbers = combine_concerns(content, parameters, answers.concerns);
    auto& schedule = course.schedule;
    int number = 1;
    if (course.numbers && course.numbers->has_plan()) {
        auto const& numbers = *course.numbers;
        schedule.spacing = answers.spacing.value_or(numbers.spacing_default);
        schedule.spacing_minimum = numbers.spacing_minimum;
        schedule.spacing_maximum = numbers.spacing_maximum;
        schedule.sessions_minimum = numbers.sessions_minimum;
        schedule.sessions_default = numbers.sessions_default;
        schedule.sessions_maximum = numbers.sessions_maximum;
        number = answers.sessions_planned.value_or(numbers.sessions_default);
        schedule.outside_usual =
            answers.sessions_planned && (number < numbers.sessions_minimum || number > numbers.sessions_maximum);
        schedule.spacing_outside_usual = answers.spacing && (*answers.spacing < numbers.spacing_minimum ||
                                                             *answers.spacing > numbers.spacing_maximum);
    }

    schedule.reason = reason_for_none(answers, assessment, course.numbers.has_value(), first.has_value());
    if (schedule.reason) {
        if (already_treated) course.sessions.push_back({1, *request.date, std::nullopt, false});
        if (!request.moves.empty()) course.refused = MoveRefused{request.moves.begin()->first, std::nullopt};
        return course;
    }
    schedule.state = state_for(answers, assessment.outcome);

    for (int k = 0; k < number; ++k) {
        course.sessions.push_back({k + 1, first->plus_days(k * schedule.spacing), std::nullopt, false});
    }
    if (already_treated) keep_to_wait(course.sessions, assessment.not_before, today);
    auto moved = course.sessions;
    course.refused = make_moves(moved, request.moves, schedule.spacing_minimum, assessment.not_before, today);
    if (!course.refused) course.sessions = std::move(moved);
    mark_close_sessions(course.sessions, protocol, parameters);

    Date const last = course.sessions.back().date;
    if (course.numbers->has_plan()) {
        auto const& numbers = *course.numbers;
        schedule.first_change_from = course.sessions.front().date.plus_days(numbers.first_change.first);
        schedule.first_change_to = course.sessions.front().date.plus_days(numbers.first_change.second);
        schedule.full_result_from = last.plus_days(numbers.full_result.first);
        schedule.full_result_to = last.plus_days(numbers.full_result.second);
    }
    if (content.results_check) {
        schedule.results_check = last.plus_days(number_of(parameters, *content.results_check));
    }
    return course;
}

std::optional<EventDates> plan_event(SessionContent const& content, ParameterValues const& parameters,
                                     std::optional<Date> event, Schedule const& schedule, Date today,
                                     std::vector<Session>& sessions) {
    if (!event || schedule.state == ScheduleState::None || !content.event_gap) return std::nullopt;
    int const gap = number_of(parameters, *content.event_gap);
    int const smallest_gap = content.event_gap_minimum ? number_of(parameters, *content.event_gap_minimum) : gap;
    for (auto& session : sessions) {
        int const days = days_between(session.date, *event);
        session.event = days < 0 || days >= gap ? EventFit::Fine
                        : days < smallest_gap   ? EventFit::TooClose
                                                : EventFit::Close;
    }

    auto const still_possible = [&](Date date) { return date < today ? std::nullopt : std::optional<Date>{date}; };
    int const course = (static_cast<int>(sessions.size()) - 1) * schedule.spacing;
    EventDates dates;
    dates.date = *event;
    dates.last_comfortable = still_possible(event->plus_days(-gap));
    dates.last_possible = still_possible(event->plus_days(-smallest_gap));
    dates.latest_first_for_course = still_possible(event->plus_days(-gap - course));
    if (content.results_check) {
        int const results = number_of(parameters, *content.results_check);
        dates.latest_first_for_result = still_possible(event->plus_days(-results - course));
    }
    return dates;
}

}  // namespace needlewise::core
