#pragma once

#include "core/timeline.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise::formats {

/// Tells one person's plan from another's in a calendar: random, 48 bits, 0 for none.
using PlanId = std::uint64_t;

/// Twelve hexadecimal digits.
std::string plan_id_text(PlanId id);
std::optional<PlanId> read_plan_id(std::string_view text);

/// What is taken along of one person's visit: enough to make the same result and timeline again.
struct Visit {
    core::AnswerSheet sheet;
    /// Day of session 1 where it is another one than planned ("I have been treated already"), and moved sessions.
    core::PlanRequest plan;
    PlanId plan_id = 0;
};

/// More moves than a plan has sessions mean nothing.
constexpr std::size_t most_moves = 24;

/// A day from 1900-01-01 to 2199-12-31: what the questions take, with room for every date that is worked out.
bool is_plan_day(core::Date date);

}  // namespace needlewise::formats
