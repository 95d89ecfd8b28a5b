#pragma once

#include "core/answers.hpp"
#include "core/truth.hpp"

#include <variant>
#include <vector>

namespace needlewise::core {

struct Condition;

/// One question/operator/answer. Unanswered or disabled: false, whatever the operator but Exists, which asks just that
/// and so is never unknown. NotEqual is the opposite of Equal once answered.
struct Comparison {
    ItemIndex question = 0;
    Operator comparison = Operator::Equal;
    Value answer;
    /// The question's answer code that means "not sure", if it has one and this comparison does not ask for it by name.
    std::optional<Coding> unknown;
};
struct AllOf {
    std::vector<Condition> parts;
};
struct AnyOf {
    std::vector<Condition> parts;
};
struct NotOf {
    std::vector<Condition> part;  // exactly one
};
struct AtLeast {
    unsigned count = 1;
    std::vector<Condition> parts;
};

/// A compiled condition over answers (rules.md section 3). A default one is always true.
struct Condition {
    std::variant<AllOf, AnyOf, NotOf, AtLeast, Comparison> form;
};

/// What "not sure" is worth: with True, a condition that comes out unknown is true.
enum class UnknownAs : std::uint8_t { Unknown, True };

Truth evaluate(Condition const& condition, EffectiveAnswers const& answers, UnknownAs unknown_as = UnknownAs::Unknown);

/// Every question the condition reads, each once, in form order.
std::vector<ItemIndex> questions_of(Condition const& condition);

/// The questions of those comparisons that are unknown, each once, in form order (rules.md section 4).
std::vector<ItemIndex> unknown_questions(Condition const& condition, EffectiveAnswers const& answers);

/// The smallest set of questions, first in form order, whose answers alone keep the condition at `value` or above.
std::vector<ItemIndex> because(Condition const& condition, EffectiveAnswers const& answers, Truth value,
                               UnknownAs unknown_as = UnknownAs::Unknown);

/// A condition with the value of each of its parts, for the staff view.
struct Trace {
    Condition const* condition = nullptr;
    Truth value = Truth::False;
    std::vector<Trace> parts;
};
Trace trace(Condition const& condition, EffectiveAnswers const& answers, UnknownAs unknown_as = UnknownAs::Unknown);

}  // namespace needlewise::core
