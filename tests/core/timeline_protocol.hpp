// A protocol of a course built in code, with the numbers of timeline.md sections 8 and 9, and plans as text.
#pragma once

#include "core/small_form.hpp"
#include "core/timeline.hpp"

namespace needlewise::core::test {

namespace question {
inline constexpr ItemIndex concerns = 0;
inline constexpr ItemIndex numbing = 1;
inline constexpr ItemIndex creams = 2;
inline constexpr ItemIndex planned_date = 3;
inline constexpr ItemIndex event_date = 4;
inline constexpr ItemIndex sessions_planned = 5;
}  // namespace question

/// Positions in the protocol below.
namespace parameter {
inline constexpr ParameterIndex usual_gap = 0;
inline constexpr ParameterIndex event_gap = 1;
inline constexpr ParameterIndex event_gap_minimum = 2;
inline constexpr ParameterIndex results_check = 3;
inline constexpr ParameterIndex make_up_free_days = 4;
inline constexpr ParameterIndex wait_acids = 5;
inline constexpr ParameterIndex wait_peroxide = 6;
}  // namespace parameter

inline Parameter number(std::string id, int initial) {
    return Parameter{std::move(id), NumberParameter{Unit::Day, initial, 0, 365}};
}

inline NumberBound fixed(int day) { return NumberBound{day, {}, false, 0}; }

inline void add_concern(Protocol& protocol, std::string const& concern, std::vector<int> sessions,
                        std::vector<int> spacing, std::pair<int, int> first_change, std::pair<int, int> full_result) {
    auto const next = static_cast<ParameterIndex>(protocol.parameters.size());
    protocol.parameters.push_back(number("sessions-" + concern, sessions[1]));
    protocol.parameters.push_back(number("spacing-" + concern, spacing[1]));
    protocol.timeline.sessions.concerns.push_back(ConcernPlan{concern,
                                                              sessions[0],
                                                              sessions[2],
                                                              next,
                                                              spacing[0],
                                                              spacing[2],
                                                              next + 1,
                                                              first_change,
                                                              full_result,
                                                              {"S-" + concern},
                                                              false});
}

inline CareItem care_item(std::string id, CareKind kind, int from, DayBound to) {
    CareItem item;
    item.id = std::move(id);
    item.kind = kind;
    item.from = fixed(from);
    item.to = std::move(to);
    return item;
}

inline Protocol course_protocol() {
    Protocol protocol;
    protocol.questionnaire = form_of({
        choices("concerns",
                {"fine-lines", "acne-scars", "other-scars", "stretch-marks", "dark-patches", "hair-loss", "other"}),
        choice("numbing", {"no", "clinic", "not-sure"}),
        choices("creams", {"acids", "peroxide", "none", "not-sure"}),
        item_of("planned-date", ItemType::Date),
        item_of("event-date", ItemType::Date),
        item_of("sessions-planned", ItemType::Integer),
    });
    protocol.bindings =
        Bindings{question::planned_date, question::event_date, question::concerns, question::sessions_planned};
    protocol.parameters = {number("usual-gap", 28),     number("event-gap", 14), number("event-gap-min", 7),
                           number("results-check", 84), number("make-up", 2),    number("wait-acids", 5),
                           number("wait-peroxide", 3)};
    add_concern(protocol, "fine-lines", {2, 3, 6}, {28, 28, 42}, {14, 42}, {84, 180});
    add_concern(protocol, "acne-scars", {3, 3, 6}, {28, 28, 42}, {21, 42}, {84, 180});
    add_concern(protocol, "other-scars", {3, 4, 6}, {42, 42, 56}, {42, 84}, {84, 180});
    add_concern(protocol, "stretch-marks", {3, 4, 8}, {28, 28, 42}, {42, 84}, {84, 180});
    add_concern(protocol, "dark-patches", {4, 4, 6}, {14, 28, 42}, {21, 84}, {84, 84});
    add_concern(protocol, "other", {2, 3, 6}, {28, 28, 42}, {14, 84}, {84, 180});

    auto& timeline = protocol.timeline;
    auto& sessions = timeline.sessions;
    sessions.without_plan = {"hair-loss"};
    sessions.without_concerns = 5;
    sessions.spacing_floor = parameter::usual_gap;
    sessions.event_gap = parameter::event_gap;
    sessions.event_gap_minimum = parameter::event_gap_minimum;
    sessions.results_check = parameter::results_check;

    PreparationTask plan_ahead{"plan-ahead", fixed(-28), fixed(-14), std::nullopt, Strength::C, {"S0"}, {"X1"}};
    PreparationTask pause{
        "pause",     {}, fixed(0), any({has(question::creams, "acids"), has(question::creams, "peroxide")}),
        Strength::C, {}, {}};
    pause.from.largest = true;
    pause.from.otherwise = -9;
    pause.from.terms = {{parameter::wait_acids, -1, has(question::creams, "acids")},
                        {parameter::wait_peroxide, -1, has(question::creams, "peroxide")}};
    PreparationTask eat{"eat", fixed(0), fixed(0), std::nullopt, Strength::D, {}, {}};
    timeline.preparation = {eat, plan_ahead, pause};

    DayOfStep cream{
        "cream", fixed(-50), fixed(-5), any({has(question::numbing, "clinic"), has(question::numbing, "not-sure")}),
        true,    {"S0"},     {}};
    DayOfStep no_cream{"no-cream", fixed(-20), fixed(-10), has(question::numbing, "no"), false, {}, {}};
    timeline.day_of = {cream, no_cream};

    RecoverySign redness{"redness", 0, 2, 7, Contact::Week, true, {"S0"}, {"X3"}, {}};
    RecoverySign glow{"glow", 5, 14, 28, Contact::None, false, {}, {}, {}};
    timeline.signs = {redness, glow};
    timeline.watch = {WatchSign{"lumps", 3, 90, Contact::Week, {"S9"}}};
    timeline.changes = {
        SignChange{"heat", has(question::numbing, "clinic"), "redness", 3, 10, false, false, {"S5"}},
        SignChange{"sore", has(question::creams, "acids"), "redness", std::nullopt, std::nullopt, true, true, {"S0"}},
        SignChange{"bumpy", has(question::creams, "peroxide"), "lumps", std::nullopt, std::nullopt, true, false, {}},
    };

    auto make_up =
        care_item("no-make-up", CareKind::Dont, 0, NumberBound{-1, {{parameter::make_up_free_days, 1, {}}}, false, 0});
    timeline.care = {care_item("less-smoking", CareKind::Dont, -7, fixed(14)), make_up,
                     care_item("sunscreen", CareKind::Do, 1, std::nullopt),
                     care_item("no-tattoo", CareKind::Dont, 0, fixed(28)),
                     care_item("photo", CareKind::Do, 0, fixed(84))};
    timeline.days = {{"day-0", 0, 0}, {"week-1", 1, 7}, {"weeks-2-4", 8, 28}, {"later", 29, 84}};
    protocol.sources = {Source{"S0", "", "", "V", Strength::D}, Source{"S5", "", "", "V", Strength::A},
                        Source{"S9", "", "", "V", Strength::C}, Source{"S-fine-lines", "", "", "V", Strength::B}};
    return protocol;
}

/// A plan in the making: change what matters, then ask.
struct Planner {
    Protocol protocol = course_protocol();
    ParameterValues parameters = protocol.initial_parameters();
    AnswerSheet sheet{protocol.questionnaire};
    Assessment assessment;
    PlanRequest request;

    explicit Planner(std::string_view today = "2026-03-02") {
        assessment.outcome = Outcome::Clear;
        assessment.today = day(today);
    }
    Planner& concerns(std::vector<std::string> const& names) {
        sheet.answers[question::concerns] = codes(names);
        return *this;
    }
    Planner& answer(ItemIndex item, std::string_view name) {
        sheet.answers[item] = codes({std::string{name}});
        return *this;
    }
    Planner& date(ItemIndex item, std::string_view iso) {
        sheet.answers[item] = {Value{day(iso)}};
        return *this;
    }
    Planner& sessions_planned(int count) {
        sheet.answers[question::sessions_planned] = {Value{std::int64_t{count}}};
        return *this;
    }
    Planner& set(ParameterIndex index, int value) {
        parameters[index] = ParameterValue{value, true};
        return *this;
    }
    PlanResult result() const {
        EffectiveAnswers const effective{protocol.questionnaire, sheet, assessment.today};
        return plan(protocol, parameters, effective, assessment, request);
    }
    Timeline timeline() const { return result().timeline; }
};

/// Fine lines, first on 2026-03-30 (the example `sched-lines`).
inline Planner lines() { return Planner{}.concerns({"fine-lines"}).date(question::planned_date, "2026-03-30"); }

// ---- plans as text -----------------------------------------------------------------------------------

inline std::string session_dates(Timeline const& timeline) {
    std::vector<std::string> dates;
    for (auto const& session : timeline.sessions) {
        dates.push_back(session.date.iso());
    }
    return join(dates, " ");
}

/// Such as "1: 2026-03-30 (0) to 2026-04-26 (27); 2: 2026-04-27 (0) on".
inline std::string entries(Timeline const& timeline, std::string_view id) {
    std::vector<std::string> parts;
    for (auto const& item : timeline.items) {
        if (item.id != id) {
            continue;
        }
        auto text = std::to_string(item.session) + ": " + item.from.iso() + " (" + std::to_string(item.from_day) + ")";
        text += item.to ? " to " + item.to->iso() + " (" + std::to_string(item.to_day.value_or(-999)) + ")" : " on";
        parts.push_back(text);
    }
    return join(parts, "; ");
}

inline TimelineItem const* item_named(Timeline const& timeline, std::string_view id, int session = 1) {
    for (auto const& item : timeline.items) {
        if (item.id == id && item.session == session) {
            return &item;
        }
    }
    return nullptr;
}

}  // namespace needlewise::core::test
