#include "core/condition.hpp"

#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

auto const today = day("2026-03-02");

Questionnaire form_with(std::size_t count) {
    std::vector<Item> items;
    for (std::size_t item = 0; item < count; ++item) {
        items.push_back(choices("q" + std::to_string(item), {"x", "y", "none", "not-sure"}));
    }
    return form_of(std::move(items));
}

/// Answers to q0, q1, … in turn; an empty name leaves one out.
std::vector<ItemIndex> reasons(Condition const& condition, std::vector<std::string> const& given, Truth value,
                               UnknownAs unknown_as = UnknownAs::Unknown) {
    auto const form = form_with(given.size());
    AnswerSheet sheet{form};
    for (std::size_t item = 0; item < given.size(); ++item) {
        if (!given[item].empty()) {
            sheet.answers[item] = codes({given[item]});
        }
    }
    return because(condition, EffectiveAnswers{form, sheet, today}, value, unknown_as);
}

using Items = std::vector<ItemIndex>;

}  // namespace

TEST_CASE("One true part of any is reason enough, the first in form order") {
    CHECK(reasons(any({has(1, "x"), has(0, "x")}), {"x", "x"}, Truth::True) == Items{0});
    CHECK(reasons(any({has(1, "x"), has(0, "x")}), {"y", "x"}, Truth::True) == Items{1});
}

TEST_CASE("All parts of all are the reason") {
    CHECK(reasons(all({has(2, "x"), has(0, "x")}), {"x", "x", "x"}, Truth::True) == Items{0, 2});
}

TEST_CASE("A smaller set stands before an earlier one") {
    auto const condition = any({all({has(0, "x"), has(1, "x")}), has(2, "x")});
    CHECK(reasons(condition, {"x", "x", "x"}, Truth::True) == Items{2});
    CHECK(reasons(condition, {"x", "x", "none"}, Truth::True) == Items{0, 1});
}

TEST_CASE("A negated answer that is false when left out is no reason") {
    CHECK(reasons(all({has(0, "x"), negate(has(1, "x"))}), {"x", "none"}, Truth::True) == Items{0});
}

TEST_CASE("An always true condition needs no answer") {
    CHECK(reasons(Condition{}, {"x"}, Truth::True).empty());
    CHECK(reasons(negate(has(0, "x")), {"none"}, Truth::True).empty());
}

TEST_CASE("For unknown the smallest set keeps it unknown or more") {
    CHECK(reasons(any({has(0, "x"), has(1, "x")}), {"not-sure", "not-sure"}, Truth::Unknown) == Items{0});
    CHECK(reasons(all({has(0, "x"), has(1, "x")}), {"x", "not-sure"}, Truth::Unknown) == Items{0, 1});
    CHECK(reasons(any({has(0, "x"), has(1, "x")}), {"not-sure", "x"}, Truth::True) == Items{1});
    CHECK(reasons(all({has(0, "x"), negate(has(1, "x"))}), {"x", "not-sure"}, Truth::Unknown) == Items{0});
}

TEST_CASE("With not sure counting as yes it is a reason like yes") {
    CHECK(reasons(any({has(0, "x"), has(1, "x")}), {"not-sure", "x"}, Truth::True, UnknownAs::True) == Items{0});
}

TEST_CASE("Sets of one size come in form order of all their questions") {
    auto const condition = at_least_of(2, {has(3, "x"), has(2, "x"), has(1, "x"), has(0, "x")});
    CHECK(reasons(condition, {"none", "x", "x", "x"}, Truth::True) == Items{1, 2});
    CHECK(reasons(condition, {"x", "none", "none", "x"}, Truth::True) == Items{0, 3});
    CHECK(reasons(condition, {"x", "", "x", "x"}, Truth::True) == Items{0, 2});
}

TEST_CASE("Beyond fourteen answered questions nothing can be left out of the set") {
    std::vector<Condition> parts;
    for (ItemIndex question = 0; question < 20; ++question) {
        parts.push_back(has(question, "x"));
    }
    std::vector<std::string> const given(20, "x");
    CHECK(reasons(at_least_of(3, parts), given, Truth::True) == Items{0, 1, 2});
    CHECK(reasons(all(parts), given, Truth::True).size() == 20);
    CHECK(reasons(any(parts), given, Truth::True) == Items{0});
}
