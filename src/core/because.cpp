#include "core/condition.hpp"
#include "core/condition_view.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

/// Above this many answered questions the smallest set is no longer searched for: 2^14 evaluations at most.
constexpr std::size_t most_questions_to_search = 14;

struct Search {
    Condition const& condition;
    EffectiveAnswers const& answers;
    Truth value;
    UnknownAs unknown_as;
    /// The condition's questions that have an answer, in form order.
    std::vector<ItemIndex> candidates;

    bool is_enough(std::vector<ItemIndex> const& questions) const {
        auto const reached = value_of(condition, AnswerView{answers, &questions});
        return with_unknown_as(reached, unknown_as) >= value;
    }
};

std::vector<ItemIndex> answered_questions(Condition const& condition, EffectiveAnswers const& answers) {
    auto questions = questions_of(condition);
    questions.erase(std::remove_if(questions.begin(), questions.end(),
                                   [&](ItemIndex question) { return answers.answer(question) == nullptr; }),
                    questions.end());
    return questions;
}

/// The places of the next set of the same size, in lexicographic order. False after the last one.
bool next_set(std::vector<std::size_t>& places, std::size_t count) {
    for (auto moving = places.size(); moving-- > 0;) {
        if (places[moving] == count - places.size() + moving) {
            continue;
        }
        ++places[moving];
        for (auto later = moving + 1; later < places.size(); ++later) {
            places[later] = places[later - 1] + 1;
        }
        return true;
    }
    return false;
}

std::vector<ItemIndex> pick(std::vector<ItemIndex> const& candidates, std::vector<std::size_t> const& places) {
    std::vector<ItemIndex> picked;
    picked.reserve(places.size());
    for (auto const place : places) {
        picked.push_back(candidates[place]);
    }
    return picked;
}

/// The first set of this size that is enough.
std::optional<std::vector<ItemIndex>> set_of_size(Search const& search, std::size_t size) {
    std::vector<std::size_t> places(size);
    for (std::size_t place = 0; place < size; ++place) {
        places[place] = place;
    }
    do {
        auto questions = pick(search.candidates, places);
        if (search.is_enough(questions)) {
            return questions;
        }
    } while (next_set(places, search.candidates.size()));
    return std::nullopt;
}

std::vector<ItemIndex> smallest_set(Search&& search) {
    for (std::size_t size = 0; size < search.candidates.size(); ++size) {
        if (auto found = set_of_size(search, size)) {
            return *found;
        }
    }
    return std::move(search.candidates);
}

/// Leaves out one question after the other, last in form order first, as long as the rest is enough.
std::vector<ItemIndex> set_nothing_can_be_left_out_of(Search const& search) {
    auto questions = search.candidates;
    for (auto place = questions.size(); place-- > 0;) {
        auto without = questions;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(place));
        if (search.is_enough(without)) {
            questions = std::move(without);
        }
    }
    return questions;
}

}  // namespace

std::vector<ItemIndex> because(Condition const& condition, EffectiveAnswers const& answers, Truth value,
                               UnknownAs unknown_as) {
    Search search{condition, answers, value, unknown_as, answered_questions(condition, answers)};
    return search.candidates.size() > most_questions_to_search ? set_nothing_can_be_left_out_of(search)
                                                               : smallest_set(std::move(search));
}

}  // namespace needlewise::core
