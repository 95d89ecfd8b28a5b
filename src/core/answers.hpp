#pragma once

#include "core/questionnaire.hpp"

#include <string>
#include <vector>

namespace needlewise::core {

/// What a reader (or the form) brings: an answer for each item, and what could not be read as one.
struct AnswerSheet {
    AnswerSheet() = default;
    explicit AnswerSheet(Questionnaire const& questionnaire)
        : answers(questionnaire.items.size()), malformed(questionnaire.items.size(), false) {}

    /// By ItemIndex. Empty: no answer.
    std::vector<Answer> answers;
    /// By ItemIndex: something was given that is no answer of this item's type (wrong value[x], impossible date,
    /// several answers to a single choice, the item twice, an answer on a group). Its entry in `answers` is then empty.
    std::vector<bool> malformed;
    std::vector<std::string> unknown_link_ids;
};

/// How a given answer stands after checking it against its question (rules.md section 2.4).
enum class AnswerStanding : std::uint8_t {
    Absent,
    Valid,
    /// Well formed but outside its range: an error that still counts as an answer for enableWhen.
    OutOfRange,
    /// Unknown or repeated code, exclusive code with others, wrong type: an error that counts as no answer.
    Malformed,
};

/// Checks one item's answer by itself, whether it is enabled or not. Empty strings are no answer.
AnswerStanding standing_of(Item const& item, Answer const& answer, bool malformed, Date today);

/// The answers that count: each enabled item's valid answer. Recomputed for what an edit can reach, never as a whole
/// after the first time, and always equal to a fresh computation. It keeps its own copy of what it took from the sheet.
/// Where `today` changes, make a new one.
class EffectiveAnswers {
public:
    EffectiveAnswers(Questionnaire const& questionnaire, AnswerSheet const& sheet, Date today);

    /// Takes over a changed answer of `item`. Returns the items whose enabled state switched, in form order.
    std::vector<ItemIndex> update(Questionnaire const& questionnaire, AnswerSheet const& sheet, ItemIndex item,
                                  Date today);

    bool enabled(ItemIndex item) const { return enabled_[item]; }
    AnswerStanding standing(ItemIndex item) const { return standing_[item]; }
    /// The answer logic sees: null if the item is disabled, unanswered or in error.
    Answer const* answer(ItemIndex item) const {
        return enabled_[item] && standing_[item] == AnswerStanding::Valid ? &answers_[item] : nullptr;
    }

private:
    void take(Questionnaire const& questionnaire, AnswerSheet const& sheet, ItemIndex item, Date today);
    bool computed_enabled(Questionnaire const& questionnaire, ItemIndex item) const;
    Answer const* answer_for_enabling(ItemIndex item) const;
    std::vector<Answer> answers_;
    std::vector<AnswerStanding> standing_;
    std::vector<bool> enabled_;
};

/// True if at least one of the values satisfies the comparison (FHIR R4 enableWhen.operator).
bool any_satisfies(Answer const& answer, Operator comparison, Value const& expected);

/// One enableWhen, two-valued as FHIR R4 has it. `answers` is what the enabled question holds (null: none).
bool holds(EnableWhen const& rule, Answer const* answers);

}  // namespace needlewise::core
