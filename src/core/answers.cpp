#include "core/answers.hpp"

#include <algorithm>
#include <functional>

namespace needlewise::core {
namespace {

bool satisfies(Value const& given, Operator comparison, Value const& expected) {
    switch (comparison) {
        case Operator::Exists: return true;
        case Operator::Equal: return same(given, expected);
        case Operator::NotEqual: return !same(given, expected);
        case Operator::Greater: return compare(given, expected) > 0;
        case Operator::Less: return compare(given, expected) < 0;
        case Operator::GreaterOrEqual: return compare(given, expected) >= 0;
        case Operator::LessOrEqual: return compare(given, expected) <= 0;
    }
    return false;
}

/// The items an edit can still reach, taken out in enabling order, so that each is looked at once.
class Reach {
public:
    explicit Reach(Questionnaire const& questionnaire) : questionnaire_{questionnaire} {}

    void add_dependents(ItemIndex item) {
        for (ItemIndex const dependent : questionnaire_.dependents[item]) {
            add(dependent, rank_of(item));
        }
    }

    std::optional<ItemIndex> next() {
        if (ranks_.empty()) {
            return std::nullopt;
        }
        std::pop_heap(ranks_.begin(), ranks_.end(), std::greater<>{});
        auto const rank = ranks_.back();
        ranks_.pop_back();
        return questionnaire_.enabling_order[rank];
    }

private:
    std::uint32_t rank_of(ItemIndex item) const { return questionnaire_.enabling_rank[item]; }

    void add(ItemIndex item, std::uint32_t after) {
        auto const rank = rank_of(item);
        bool const known = std::find(ranks_.begin(), ranks_.end(), rank) != ranks_.end();
        if (rank <= after || known) {
            return;
        }
        ranks_.push_back(rank);
        std::push_heap(ranks_.begin(), ranks_.end(), std::greater<>{});
    }

    Questionnaire const& questionnaire_;
    /// A heap, smallest first.
    std::vector<std::uint32_t> ranks_;
};

}  // namespace

bool any_satisfies(Answer const& answer, Operator comparison, Value const& expected) {
    return std::any_of(answer.begin(), answer.end(),
                       [&](Value const& given) { return satisfies(given, comparison, expected); });
}

bool holds(EnableWhen const& rule, Answer const* answers) {
    bool const answered = answers != nullptr && !answers->empty();
    switch (rule.comparison) {
        case Operator::Exists: return same(rule.answer, answered);
        case Operator::NotEqual: return !answered || !any_satisfies(*answers, Operator::Equal, rule.answer);
        default: return answered && any_satisfies(*answers, rule.comparison, rule.answer);
    }
}

EffectiveAnswers::EffectiveAnswers(Questionnaire const& questionnaire, AnswerSheet const& sheet, Date today)
    : answers_(questionnaire.items.size()),
      standing_(questionnaire.items.size(), AnswerStanding::Absent),
      enabled_(questionnaire.items.size(), false) {
    for (ItemIndex item = 0; item < questionnaire.items.size(); ++item) {
        take(questionnaire, sheet, item, today);
    }
    for (ItemIndex const item : questionnaire.enabling_order) {
        enabled_[item] = computed_enabled(questionnaire, item);
    }
}

std::vector<ItemIndex> EffectiveAnswers::update(Questionnaire const& questionnaire, AnswerSheet const& sheet,
                                                ItemIndex item, Date today) {
    take(questionnaire, sheet, item, today);
    std::vector<ItemIndex> switched;
    Reach reach{questionnaire};
    reach.add_dependents(item);
    while (auto const reached = reach.next()) {
        bool const enabled = computed_enabled(questionnaire, *reached);
        if (enabled == enabled_[*reached]) {
            continue;
        }
        enabled_[*reached] = enabled;
        switched.push_back(*reached);
        reach.add_dependents(*reached);
    }
    std::sort(switched.begin(), switched.end());
    return switched;
}

void EffectiveAnswers::take(Questionnaire const& questionnaire, AnswerSheet const& sheet, ItemIndex item, Date today) {
    bool const malformed = item < sheet.malformed.size() && sheet.malformed[item];
    if (item < sheet.answers.size()) {
        answers_[item] = sheet.answers[item];
    } else {
        answers_[item].clear();
    }
    standing_[item] = standing_of(questionnaire.items[item], answers_[item], malformed, today);
}

/// FHIR R4 Questionnaire.item.enableWhen and enableBehavior; a disabled parent disables its children.
bool EffectiveAnswers::computed_enabled(Questionnaire const& questionnaire, ItemIndex index) const {
    auto const& item = questionnaire.items[index];
    if (item.parent && !enabled_[*item.parent]) {
        return false;
    }
    if (item.enable_when.empty()) {
        return true;
    }
    auto const is_met = [&](EnableWhen const& rule) { return holds(rule, answer_for_enabling(rule.question)); };
    return item.enable_behavior == EnableBehavior::All
               ? std::all_of(item.enable_when.begin(), item.enable_when.end(), is_met)
               : std::any_of(item.enable_when.begin(), item.enable_when.end(), is_met);
}

/// rules.md section 2.2: what is out of range still counts here, what is malformed does not.
Answer const* EffectiveAnswers::answer_for_enabling(ItemIndex item) const {
    bool const given = standing_[item] == AnswerStanding::Valid || standing_[item] == AnswerStanding::OutOfRange;
    return given && enabled_[item] ? &answers_[item] : nullptr;
}

}  // namespace needlewise::core
