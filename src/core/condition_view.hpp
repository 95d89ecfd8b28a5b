#pragma once

#include "core/condition.hpp"

#include <span>

namespace needlewise::core {

/// What a condition gets to see: the effective answers, all of them or only those to some questions.
struct AnswerView {
    EffectiveAnswers const& answers;
    /// In any order; null: all.
    std::vector<ItemIndex> const* only = nullptr;

    Answer const* answer(ItemIndex question) const;
};

/// Kleene's value of a condition or of one comparison, "not sure" being unknown.
Truth value_of(Condition const& condition, AnswerView const& view);
Truth value_of(Comparison const& comparison, Answer const* answer);

/// A condition's value once "not sure" is given its worth.
constexpr Truth with_unknown_as(Truth value, UnknownAs unknown_as) {
    return value == Truth::Unknown && unknown_as == UnknownAs::True ? Truth::True : value;
}

/// The parts of a condition; none for a comparison.
std::span<Condition const> parts_of(Condition const& condition);

}  // namespace needlewise::core
