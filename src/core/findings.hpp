#pragma once

#include "core/assessment.hpp"

namespace needlewise::core {

/// All that a rule is judged by.
struct Circumstances {
    Protocol const& protocol;
    ParameterValues const& parameters;
    EffectiveAnswers const& answers;
    Date today;
    /// The planned and the event date, where given.
    std::optional<Date> plan;
    std::optional<Date> event;
};
Circumstances circumstances(Protocol const& protocol, ParameterValues const& parameters,
                            EffectiveAnswers const& answers, Date today);

/// What one rule says, if anything (rules.md section 4).
std::optional<Finding> finding_of(Circumstances const& circumstances, RuleIndex rule);

/// A rule's level and wait once the clinic's parameters are taken into account.
Level level_in_force(ScreeningRule const& rule, ParameterValues const& parameters);
Wait wait_in_force(ScreeningRule const& rule, Protocol const& protocol, ParameterValues const& parameters);

/// A wait counted forwards or backwards from a day, months as calendar months.
Date after(Date date, Wait const& wait);
Date before(Date date, Wait const& wait);

}  // namespace needlewise::core
