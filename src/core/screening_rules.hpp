#pragma once

#include "core/condition.hpp"
#include "core/parameters.hpp"

#include <optional>
#include <string>
#include <vector>

namespace needlewise::core {

/// How a true condition turns into a finding and a date (rules.md section 4).
enum class RuleKind : std::uint8_t { None, UntilHealed, PastExposure, Stoppable, Window, Lead, EventGap };

/// Level of the finding when the condition is unknown, or when its date is not known.
enum class ClarifyAs : std::uint8_t { Nothing, Mention, Review, RuleLevel };

/// Strength of a source for this use (sources.md): A regulator, guideline, trial … D own choice.
enum class Strength : std::uint8_t { A, B, C, D };

struct ScreeningRule {
    std::string id;
    std::vector<std::string> clinical_ids;
    Level level = Level::Info;
    std::optional<ParameterIndex> level_parameter;
    RuleKind kind = RuleKind::None;
    Condition when;
    UnknownAs unknown_as = UnknownAs::Unknown;
    /// Fixed wait; used when there is no wait parameter.
    Wait wait;
    std::optional<ParameterIndex> wait_parameter;
    std::optional<ItemIndex> date_question;
    ClarifyAs clarify_as = ClarifyAs::Nothing;
    Strength strength = Strength::D;
    std::vector<std::string> sources;
    /// Ids of the entries where sources differ (X numbers).
    std::vector<std::string> differs;
};

/// The span of time a question (or one of its codes) asks about: no wait held against it may be longer (rules.md
/// section 5).
struct QuestionSpan {
    ItemIndex question = 0;
    /// Empty: all codes of the question.
    std::optional<Coding> code;
    Wait span;
};

/// Which questions play a part in dates and plans; a protocol may leave any of them out.
struct Bindings {
    std::optional<ItemIndex> planned_date;
    std::optional<ItemIndex> event_date;
    std::optional<ItemIndex> concerns;
    std::optional<ItemIndex> sessions_planned;
};

}  // namespace needlewise::core
