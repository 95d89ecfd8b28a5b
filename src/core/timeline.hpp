#pragma once

#include "core/assessment.hpp"

#include <map>

namespace needlewise::core {

/// timeline.md section 9.1.
enum class ScheduleState : std::uint8_t { Planned, IfClinicAgrees, Example, None };
/// Why there is no schedule.
enum class NoSchedule : std::uint8_t { NoDate, NotHealed, NotAdvised, Incomplete, Error, NoPlanForConcern };

enum class EventFit : std::uint8_t { Fine, Close, TooClose };

struct Session {
    int number = 1;
    Date date;
    std::optional<EventFit> event;
    /// Gap to the session before is below the clinic's usual one (timeline.md 9.8).
    bool closer_than_usual = false;
};

struct Schedule {
    ScheduleState state = ScheduleState::None;
    std::optional<NoSchedule> reason;
    int spacing = 0;
    int spacing_minimum = 0;
    int spacing_maximum = 0;
    int sessions_minimum = 0;
    int sessions_default = 0;
    int sessions_maximum = 0;
    /// The number asked for is outside the usual range; it is kept and said so.
    bool outside_usual = false;
    std::optional<Date> first_change_from;
    std::optional<Date> first_change_to;
    std::optional<Date> results_check;
};

/// Dates around a big event; a date that is past is empty ("no longer possible").
struct EventDates {
    Date date;
    std::optional<Date> last_comfortable;
    std::optional<Date> last_possible;
    std::optional<Date> latest_first_for_course;
    std::optional<Date> latest_first_for_result;
};

enum class TimelineItemKind : std::uint8_t { Prepare, DayOf, Sign, Watch, Do, Dont, Result };

/// One item of one session, with dates.
struct TimelineItem {
    std::string id;
    TimelineItemKind kind = TimelineItemKind::Prepare;
    int session = 1;
    Date from;
    std::optional<Date> to;  // empty: open end
    int from_day = 0;
    std::optional<int> to_day;
    std::optional<Strength> strength;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
    /// A bound of it differs from the protocol's own.
    bool set_by_clinic = false;

    // day-of: minutes from the start of needling
    std::optional<int> from_minute;
    std::optional<int> to_minute;

    // signs (days counted from the session)
    std::optional<int> onset;
    std::optional<int> usual_end;
    std::optional<int> plausible_until;
    std::optional<Contact> contact;
    bool has_call_if = false;
    bool more_likely = false;
    /// Ids of changes by answers that apply and carry a note.
    std::vector<std::string> notes;
    std::vector<std::pair<int, double>> height;
    std::string icon;
};

struct TimelineDay {
    std::string id;
    int session = 1;
    Date from;
    Date to;
};

struct Timeline {
    Outcome outcome = Outcome::Incomplete;
    Schedule schedule;
    std::vector<Session> sessions;
    std::optional<EventDates> event;
    std::vector<TimelineItem> items;
    std::vector<TimelineDay> days;
    Date today;
};

struct PlanRequest {
    /// Date of session 1; may be past. Replaces the planned date in the plan only, never in screening.
    std::optional<Date> date;
    /// Session number and the day it is moved to, applied in ascending session order (timeline.md 9.5).
    std::map<int, Date> moves;
};

/// Why a move cannot be made.
struct MoveRefused {
    int session = 1;
    /// The earliest day it may go to; empty if there is no such session.
    std::optional<Date> earliest;
};

struct PlanResult {
    Timeline timeline;
    /// Set when a move was refused; the timeline then holds the plan without any move.
    std::optional<MoveRefused> refused;
};

/// Lays out preparation, sessions and recovery (timeline.md). Pure.
PlanResult plan(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today,
                PlanRequest const& request);

/// How a recovery sign stands on a day counted from its session (timeline.md section 4).
enum class SignState : std::uint8_t { NotYet, Expected, Possible, Contact, Over };
SignState sign_state(TimelineItem const& sign, int day);

}  // namespace needlewise::core
