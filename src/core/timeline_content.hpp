#pragma once

#include "core/screening_rules.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace needlewise::core {

/// A number bound to parameters: offset + sum of factor x parameter, or + factor x the largest of some.
struct BoundTerm {
    ParameterIndex parameter = 0;
    int factor = 1;
    /// For `largest of`: taken into account when true or unknown. None: always.
    std::optional<Condition> when;
};
struct NumberBound {
    int offset = 0;
    std::vector<BoundTerm> terms;
    /// Take the largest parameter of the terms that apply, instead of their sum.
    bool largest = false;
    /// Value when `largest` finds no term that applies.
    int otherwise = 0;
};

/// Day of a session as 0; no bound: open end.
using DayBound = std::optional<NumberBound>;

enum class Contact : std::uint8_t { None, Week, SameDay };

/// timeline.md section 2.
struct PreparationTask {
    std::string id;
    NumberBound from;
    NumberBound to;
    std::optional<Condition> when;
    Strength strength = Strength::D;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
    /// Name of the icon beside it; empty: one for its kind.
    std::string icon;
};

/// timeline.md section 3; minutes from the start of needling.
struct DayOfStep {
    std::string id;
    NumberBound from;
    NumberBound to;
    std::optional<Condition> when;
    bool show_when_unanswered = false;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
    /// Name of the icon beside it; empty: one for its kind.
    std::string icon;
};

/// timeline.md section 4.
struct RecoverySign {
    std::string id;
    int onset = 0;
    int usual_end = 0;
    int plausible_until = 0;
    Contact contact = Contact::None;
    bool has_call_if = false;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
    /// Drawn strength by day, 0 to 1, for the picture only.
    std::vector<std::pair<int, double>> height;
};
struct WatchSign {
    std::string id;
    int from = 0;
    int to = 0;
    Contact contact = Contact::SameDay;
    std::vector<std::string> sources;
};
/// What an answer changes in a sign or watch sign, when its condition is true.
struct SignChange {
    std::string id;
    Condition when;
    std::string item;
    std::optional<int> usual_end;
    std::optional<int> plausible_until;
    bool more_likely = false;
    bool has_note = false;
    std::vector<std::string> sources;
};

enum class CareKind : std::uint8_t { Do, Dont };
/// timeline.md section 5.
struct CareItem {
    std::string id;
    CareKind kind = CareKind::Do;
    NumberBound from;
    DayBound to;
    Strength strength = Strength::D;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
    std::string icon;
    /// The spread seen in sources is in words: `timeline/<id>/range`.
    bool has_range = false;
    /// Where the first day comes out as 0, `timeline/<id>/text-day-0` is said on that day.
    bool has_day_zero_text = false;
};

/// timeline.md section 6.
struct StripDay {
    std::string id;
    int from = 0;
    int to = 0;
};

struct RedFlagGroup {
    std::string id;
    std::vector<std::string> flags;
};

/// timeline.md section 8.
struct ConcernPlan {
    std::string code;
    int sessions_minimum = 1;
    int sessions_maximum = 1;
    ParameterIndex sessions = 0;
    int spacing_minimum = 0;
    int spacing_maximum = 0;
    ParameterIndex spacing = 0;
    std::pair<int, int> first_change;
    std::pair<int, int> full_result;
    std::vector<std::string> sources;
    bool has_note = false;
};

struct SessionContent {
    std::vector<ConcernPlan> concerns;
    /// Concern codes that have no plan of their own (hair loss).
    std::vector<std::string> without_plan;
    /// The plan used while no concern is answered, as a position in `concerns`. None: a single session.
    std::optional<std::size_t> without_concerns;
    std::optional<ParameterIndex> spacing_floor;
    std::optional<ParameterIndex> event_gap;
    std::optional<ParameterIndex> event_gap_minimum;
    std::optional<ParameterIndex> results_check;
};

struct TimelineContent {
    std::vector<PreparationTask> preparation;
    std::vector<DayOfStep> day_of;
    std::vector<RecoverySign> signs;
    std::vector<WatchSign> watch;
    std::vector<SignChange> changes;
    std::vector<CareItem> care;
    std::vector<StripDay> days;
    std::vector<RedFlagGroup> red_flags;
    SessionContent sessions;
    std::optional<ParameterIndex> emergency_number;

    bool empty() const { return preparation.empty() && signs.empty() && care.empty() && red_flags.empty(); }
};

}  // namespace needlewise::core
