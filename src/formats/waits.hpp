#pragma once

#include "core/protocol.hpp"

#include <vector>

namespace needlewise::formats {

/// Days of a wait for comparing it with a span: 12 months are 365 days, else a month is 30 (rules.md section 5).
int days_for_comparison(core::Wait wait);

/// The rules whose wait is held against a span: those on a past or stoppable exposure whose condition asks for that
/// question and code.
std::vector<core::RuleIndex> rules_within(core::Protocol const& protocol, core::QuestionSpan const& span);

}  // namespace needlewise::formats
