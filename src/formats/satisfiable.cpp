// Looks for answers that satisfy a condition, goal by goal: each goal is split into smaller ones until only demands on
// single questions remain, which either fit together or not.
#include "formats/satisfiable.hpp"

#include <algorithm>
#include <variant>

namespace needlewise::formats {

namespace {

using core::Condition;
using core::Item;
using core::ItemIndex;
using core::Operator;
using core::Value;

/// What an answer to one question must be like.
struct Demand {
    ItemIndex question = 0;
    bool answered = false;
    bool unanswered = false;
    std::vector<Value> with;
    std::vector<Value> without;
};
using Demands = std::vector<Demand>;

struct ConditionIs {
    Condition const* condition = nullptr;
    bool wanted = true;
};
/// At least `count` of the parts from `from` on are as wanted.
struct SomeAre {
    std::vector<Condition> const* parts = nullptr;
    std::size_t from = 0;
    std::size_t count = 0;
    bool wanted = true;
};
struct Holds {
    core::EnableWhen const* rule = nullptr;
};
struct Asked {
    ItemIndex item = 0;
};
using Goal = std::variant<ConditionIs, SomeAre, Holds, Asked>;
using Goals = std::vector<Goal>;

class Search {
public:
    explicit Search(core::Questionnaire const& questionnaire) : questionnaire_{questionnaire} {}

    bool solve(Goals goals, Demands demands) {
        while (!goals.empty()) {
            if (++steps_ > most_steps) {
                return true;
            }
            Goal const goal = goals.back();
            goals.pop_back();
            bool branched = false;
            bool const fits = std::visit([&](auto const& one) { return step(one, goals, demands, branched); }, goal);
            if (branched || !fits) {
                return fits;
            }
        }
        return true;
    }

private:
    static constexpr int most_steps = 20000;

    /// Tries the goals one by one beside those that are left.
    bool any_of(Goals const& choices, Goals const& rest, Demands const& demands, bool& branched) {
        branched = true;
        return std::any_of(choices.begin(), choices.end(), [&](Goal const& choice) {
            Goals goals = rest;
            goals.push_back(choice);
            return solve(std::move(goals), demands);
        });
    }

    bool step(ConditionIs const& goal, Goals& goals, Demands& demands, bool& branched) {
        auto const& form = goal.condition->form;
        if (auto const* comparison = std::get_if<core::Comparison>(&form)) {
            return compare(*comparison, goal.wanted, goals, demands, branched);
        }
        if (auto const* negation = std::get_if<core::NotOf>(&form)) {
            goals.push_back(ConditionIs{&negation->part.front(), !goal.wanted});
            return true;
        }
        if (auto const* several = std::get_if<core::AtLeast>(&form)) {
            std::size_t const parts = several->parts.size();
            goals.push_back(
                SomeAre{&several->parts, 0, goal.wanted ? several->count : parts + 1 - several->count, goal.wanted});
            return true;
        }
        auto const* all = std::get_if<core::AllOf>(&form);
        std::vector<Condition> const& parts = all != nullptr ? all->parts : std::get_if<core::AnyOf>(&form)->parts;
        Goals each;
        for (Condition const& part : parts) {
            each.push_back(ConditionIs{&part, goal.wanted});
        }
        if ((all != nullptr) == goal.wanted) {
            goals.insert(goals.end(), each.begin(), each.end());
            return true;
        }
        return any_of(each, goals, demands, branched);
    }

    bool step(SomeAre const& goal, Goals& goals, Demands& demands, bool& branched) {
        if (goal.count == 0) {
            return true;
        }
        branched = true;
        for (std::size_t first = goal.from; first + goal.count <= goal.parts->size(); ++first) {
            Goals left = goals;
            left.push_back(SomeAre{goal.parts, first + 1, goal.count - 1, goal.wanted});
            left.push_back(ConditionIs{&(*goal.parts)[first], goal.wanted});
            if (solve(std::move(left), demands)) {
                return true;
            }
        }
        return false;
    }

    bool step(Holds const& goal, Goals& goals, Demands& demands, bool&) {
        core::EnableWhen const& rule = *goal.rule;
        if (rule.comparison == Operator::Exists) {
            bool const* wanted = std::get_if<bool>(&rule.answer);
            return wanted != nullptr && *wanted ? demand_answer(rule.question, nullptr, goals, demands)
                                                : demand_no_answer(rule.question, demands);
        }
        if (rule.comparison == Operator::NotEqual) {
            return demand_without(rule.question, rule.answer, demands);
        }
        return demand_answer(rule.question, rule.comparison == Operator::Equal ? &rule.answer : nullptr, goals,
                             demands);
    }

    bool step(Asked const& goal, Goals& goals, Demands& demands, bool& branched) {
        Item const& item = questionnaire_.items[goal.item];
        if (item.parent) {
            goals.push_back(Asked{*item.parent});
        }
        Goals rules;
        for (core::EnableWhen const& rule : item.enable_when) {
            rules.push_back(Holds{&rule});
        }
        if (item.enable_behavior == core::EnableBehavior::Any && rules.size() > 1) {
            return any_of(rules, goals, demands, branched);
        }
        goals.insert(goals.end(), rules.begin(), rules.end());
        return true;
    }

    bool compare(core::Comparison const& comparison, bool wanted, Goals& goals, Demands& demands, bool&) {
        ItemIndex const question = comparison.question;
        bool const* exists = std::get_if<bool>(&comparison.answer);
        if (comparison.comparison == Operator::Exists && exists != nullptr) {
            return *exists == wanted ? demand_answer(question, nullptr, goals, demands)
                                     : demand_no_answer(question, demands);
        }
        bool const equal = comparison.comparison == Operator::Equal;
        bool const differs = comparison.comparison == Operator::NotEqual;
        if ((equal && !wanted) || (differs && wanted)) {
            return demand_without(question, comparison.answer, demands) &&
                   (!comparison.unknown || demand_without(question, *comparison.unknown, demands)) &&
                   (equal || demand_answer(question, nullptr, goals, demands));
        }
        if (!wanted && !differs) {
            return true;  // an order is false while unanswered
        }
        return demand_answer(question, equal || differs ? &comparison.answer : nullptr, goals, demands);
    }

    Demand& demand_on(ItemIndex question, Demands& demands) {
        for (Demand& demand : demands) {
            if (demand.question == question) {
                return demand;
            }
        }
        demands.push_back(Demand{question, false, false, {}, {}});
        return demands.back();
    }

    bool demand_answer(ItemIndex question, Value const* value, Goals& goals, Demands& demands) {
        Demand& demand = demand_on(question, demands);
        if (!demand.answered) {
            demand.answered = true;
            goals.push_back(Asked{question});
        }
        if (value != nullptr && !contains(demand.with, *value)) {
            demand.with.push_back(*value);
        }
        return is_possible(demand);
    }
    bool demand_no_answer(ItemIndex question, Demands& demands) {
        Demand& demand = demand_on(question, demands);
        demand.unanswered = true;
        return is_possible(demand);
    }
    bool demand_without(ItemIndex question, Value const& value, Demands& demands) {
        Demand& demand = demand_on(question, demands);
        demand.without.push_back(value);
        return is_possible(demand);
    }

    static bool contains(std::vector<Value> const& values, Value const& value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    }

    bool is_possible(Demand const& demand) const {
        Item const& item = questionnaire_.items[demand.question];
        if (!demand.answered) {
            return true;
        }
        if (demand.unanswered || !is_question(item.type) || (demand.with.size() > 1 && !item.repeats)) {
            return false;
        }
        for (Value const& value : demand.with) {
            auto const option = std::find_if(item.options.begin(), item.options.end(),
                                             [&](core::AnswerOption const& one) { return one.value == value; });
            bool const known = option != item.options.end();
            bool const alone = known && option->exclusive && demand.with.size() > 1;
            if (contains(demand.without, value) || alone || (!known && item.type == core::ItemType::Choice)) {
                return false;
            }
        }
        return item.type != core::ItemType::Choice || item.options.empty() ||
               std::any_of(item.options.begin(), item.options.end(),
                           [&](core::AnswerOption const& one) { return !contains(demand.without, one.value); });
    }

    core::Questionnaire const& questionnaire_;
    int steps_ = 0;
};

}  // namespace

bool can_be_true(Condition const& condition, core::Questionnaire const& questionnaire) {
    return Search{questionnaire}.solve({ConditionIs{&condition, true}}, {});
}

bool can_be_asked(ItemIndex item, core::Questionnaire const& questionnaire) {
    return Search{questionnaire}.solve({Asked{item}}, {});
}

}  // namespace needlewise::formats
