#pragma once

#include "core/assessment.hpp"

#include <map>

/// What happens around the treatment days: the schedule, and what each session brings before and after it
/// (timeline.md). How the text is read where it leaves room:
///
/// Schedule
/// - `PlanRequest::date` on or before today means that the person has been treated: session 1 stays on that day whatever
///   the answers say, and sessions still to come are moved to `notBefore` if they lie before it. A requested day that is
///   still to come is a wish like the planned date: `notBefore` moves it, but only later.
/// - Nothing answered and a date requested: an example plan, with the numbers of `SessionContent::without_concerns`.
/// - No schedule, but treated: `sessions` holds session 1 alone, with signs, do/don't and the strip; no preparation,
///   no day-of steps, no results, no event.
/// - With several reasons for no schedule the first of these is given: error, incomplete, not advised, not healed, no
///   plan for the concern, no date. The numbers of the concern are given all the same.
///
/// Items of several sessions
/// - One entry for each item and session. What starts before its session starts no earlier than the day after the session
///   before; what then ends before it starts is left out.
/// - Where two sessions give the same item on the same day, the day belongs to the later session: the earlier entry ends
///   the day before the later one starts, and is left out if nothing remains of it. So an item is active on the very days
///   on which either session asks for it, each day is in one entry of the item, and the last session's last day wins.
/// - An open-ended item therefore runs without a gap through the whole course, and only its last entry has no end.
/// - The strip says one text a day, counted from the latest session: a session's strip ends the day before the next one.
/// - Days of a sign (`onset`, `usual_end`, `plausible_until`) are never cut, only `from` and `to` of its entry.
///
/// Conditions
/// - Preparation is shown when its condition is true or unknown; day-of steps, and changes of signs, only when true (so
///   "not sure about numbing" shows one way of arriving, not two). A question without an answer makes a condition false.
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
    /// Days and numbers of sessions of the combined concerns (timeline.md 9.2); all 0 if they have no plan.
    int spacing = 0;
    int spacing_minimum = 0;
    int spacing_maximum = 0;
    int sessions_minimum = 0;
    int sessions_default = 0;
    int sessions_maximum = 0;
    /// The number asked for is outside the usual range; it is kept and said so.
    bool outside_usual = false;
    /// The same of the days between sessions that an example asks for.
    bool spacing_outside_usual = false;
    std::optional<Date> first_change_from;
    std::optional<Date> first_change_to;
    std::optional<Date> results_check;
    std::optional<Date> full_result_from;
    std::optional<Date> full_result_to;
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
    /// do and don't: `timeline/<id>/range` and, on day 0 alone, `timeline/<id>/text-day-0` are in words.
    bool has_range = false;
    bool has_day_zero_text = false;

    // day-of: minutes from the start of needling
    std::optional<int> from_minute;
    std::optional<int> to_minute;

    // signs (days counted from the session); watch items have `contact`, `more_likely`, `notes` too
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
    /// The earliest day it may go to; empty if there is no such session, or no schedule.
    std::optional<Date> earliest;
};

struct PlanResult {
    Timeline timeline;
    /// Set when a move was refused; the timeline then holds the plan without any move.
    std::optional<MoveRefused> refused;
};

/// The steps of a treatment day (timeline.md section 3) for these answers, whether or not there is a plan; the date is
/// today's. Pure.
std::vector<TimelineItem> steps_of_the_day(Protocol const& protocol, ParameterValues const& parameters,
                                           EffectiveAnswers const& answers, Date today);

/// Lays out preparation, sessions and recovery (timeline.md). Pure.
PlanResult plan(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today,
                PlanRequest const& request);

/// The same over an assessment already at hand, for a page that keeps both up to date.
PlanResult plan(Protocol const& protocol, ParameterValues const& parameters, EffectiveAnswers const& answers,
                Assessment const& assessment, PlanRequest const& request);

/// A course to look at together, of nobody's: what is not given is as usual for the concerns.
struct ExampleCourse {
    Date first;
    /// 1 to 52.
    std::optional<int> sessions;
    /// Days between sessions, 1 to 365.
    std::optional<int> spacing;
    std::optional<Date> event;
};

/// A plan with the state Example. `sheet` has at most what the course is for (concerns, areas); nobody's answers are
/// judged, and nothing moves the first day. Pure.
Timeline example_plan(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today,
                      ExampleCourse const& course);

/// True if session 1 of the plan has been held: signs may be showing now.
bool treated(Timeline const& timeline);

/// How a recovery sign stands on a day counted from its session (timeline.md section 4). A watch item is never expected:
/// seeing it is a reason for contact on any day.
enum class SignState : std::uint8_t { NotYet, Expected, Possible, Contact, Over };
SignState sign_state(TimelineItem const& sign, int day);

}  // namespace needlewise::core
