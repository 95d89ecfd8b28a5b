#include "core/condition.hpp"

#include "core/condition_view.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

bool contains(Answer const& answer, Coding const& coding) {
    return std::any_of(answer.begin(), answer.end(), [&](Value const& value) {
        auto const* given = std::get_if<Coding>(&value);
        return given != nullptr && *given == coding;
    });
}

constexpr Truth truth_of(bool value) { return value ? Truth::True : Truth::False; }

/// rules.md section 3: a code that is ticked is true also when "not sure" is ticked next to it.
Truth truth_when_answered(Comparison const& comparison, Operator operation, Answer const& answer) {
    if (any_satisfies(answer, operation, comparison.answer)) {
        return Truth::True;
    }
    return comparison.unknown && contains(answer, *comparison.unknown) ? Truth::Unknown : Truth::False;
}

Truth count_at_least(AtLeast const& form, AnswerView const& view) {
    unsigned true_parts = 0;
    unsigned unknown_parts = 0;
    for (auto const& part : form.parts) {
        auto const value = value_of(part, view);
        true_parts += value == Truth::True ? 1 : 0;
        unknown_parts += value == Truth::Unknown ? 1 : 0;
    }
    return at_least(form.count, true_parts, unknown_parts);
}

Truth value_of_all(std::vector<Condition> const& parts, AnswerView const& view) {
    auto value = Truth::True;
    for (auto const& part : parts) {
        value = both(value, value_of(part, view));
        if (value == Truth::False) {
            break;
        }
    }
    return value;
}

Truth value_of_any(std::vector<Condition> const& parts, AnswerView const& view) {
    auto value = Truth::False;
    for (auto const& part : parts) {
        value = either(value, value_of(part, view));
        if (value == Truth::True) {
            break;
        }
    }
    return value;
}

void sort_in_form_order(std::vector<ItemIndex>& questions) {
    std::sort(questions.begin(), questions.end());
    questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
}

template <class Take>
void for_each_comparison(Condition const& condition, Take const& take) {
    if (auto const* comparison = std::get_if<Comparison>(&condition.form)) {
        take(*comparison);
    }
    for (auto const& part : parts_of(condition)) {
        for_each_comparison(part, take);
    }
}

Trace trace_of(Condition const& condition, AnswerView const& view) {
    Trace result{&condition, value_of(condition, view), {}};
    for (auto const& part : parts_of(condition)) {
        result.parts.push_back(trace_of(part, view));
    }
    return result;
}

}  // namespace

Answer const* AnswerView::answer(ItemIndex question) const {
    if (only != nullptr && std::find(only->begin(), only->end(), question) == only->end()) {
        return nullptr;
    }
    return answers.answer(question);
}

Truth value_of(Comparison const& comparison, Answer const* answer) {
    if (comparison.comparison == Operator::Exists) {
        return truth_of(same(comparison.answer, answer != nullptr));
    }
    if (answer == nullptr) {
        return Truth::False;
    }
    if (comparison.comparison == Operator::NotEqual) {
        return opposite(truth_when_answered(comparison, Operator::Equal, *answer));
    }
    return truth_when_answered(comparison, comparison.comparison, *answer);
}

Truth value_of(Condition const& condition, AnswerView const& view) {
    auto const& form = condition.form;
    if (auto const* comparison = std::get_if<Comparison>(&form)) {
        return value_of(*comparison, view.answer(comparison->question));
    }
    if (auto const* all = std::get_if<AllOf>(&form)) {
        return value_of_all(all->parts, view);
    }
    if (auto const* any = std::get_if<AnyOf>(&form)) {
        return value_of_any(any->parts, view);
    }
    if (auto const* negation = std::get_if<NotOf>(&form)) {
        return opposite(value_of(negation->part.front(), view));
    }
    return count_at_least(*std::get_if<AtLeast>(&form), view);
}

std::span<Condition const> parts_of(Condition const& condition) {
    if (auto const* all = std::get_if<AllOf>(&condition.form)) {
        return all->parts;
    }
    if (auto const* any = std::get_if<AnyOf>(&condition.form)) {
        return any->parts;
    }
    if (auto const* negation = std::get_if<NotOf>(&condition.form)) {
        return negation->part;
    }
    if (auto const* some = std::get_if<AtLeast>(&condition.form)) {
        return some->parts;
    }
    return {};
}

Truth evaluate(Condition const& condition, EffectiveAnswers const& answers, UnknownAs unknown_as) {
    return with_unknown_as(value_of(condition, AnswerView{answers}), unknown_as);
}

std::vector<ItemIndex> questions_of(Condition const& condition) {
    std::vector<ItemIndex> questions;
    for_each_comparison(condition, [&](Comparison const& comparison) { questions.push_back(comparison.question); });
    sort_in_form_order(questions);
    return questions;
}

std::vector<ItemIndex> unknown_questions(Condition const& condition, EffectiveAnswers const& answers) {
    std::vector<ItemIndex> questions;
    for_each_comparison(condition, [&](Comparison const& comparison) {
        if (value_of(comparison, answers.answer(comparison.question)) == Truth::Unknown) {
            questions.push_back(comparison.question);
        }
    });
    sort_in_form_order(questions);
    return questions;
}

Trace trace(Condition const& condition, EffectiveAnswers const& answers, UnknownAs unknown_as) {
    auto result = trace_of(condition, AnswerView{answers});
    result.value = with_unknown_as(result.value, unknown_as);
    return result;
}

}  // namespace needlewise::core
