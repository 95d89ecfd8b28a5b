#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

bool holds_for(Operator comparison, Value expected, Answer const& answer) {
    return holds(EnableWhen{0, comparison, std::move(expected)}, &answer);
}
bool holds_unanswered(Operator comparison, Value expected) {
    return holds(EnableWhen{0, comparison, std::move(expected)}, nullptr);
}

Value number(std::int64_t value) { return value; }

}  // namespace

TEST_CASE("exists compares being answered with its boolean") {
    CHECK(holds_for(Operator::Exists, true, codes({"a"})));
    CHECK_FALSE(holds_for(Operator::Exists, false, codes({"a"})));
    CHECK_FALSE(holds_unanswered(Operator::Exists, true));
    CHECK(holds_unanswered(Operator::Exists, false));
    CHECK(holds_for(Operator::Exists, false, {}));
    CHECK_FALSE(holds_for(Operator::Exists, true, {}));
}

TEST_CASE("= holds if at least one answer equals") {
    CHECK(holds_for(Operator::Equal, code("a"), codes({"a"})));
    CHECK(holds_for(Operator::Equal, code("a"), codes({"b", "a"})));
    CHECK_FALSE(holds_for(Operator::Equal, code("a"), codes({"b"})));
    CHECK_FALSE(holds_unanswered(Operator::Equal, code("a")));
    CHECK(holds_for(Operator::Equal, true, {true}));
    CHECK_FALSE(holds_for(Operator::Equal, true, {false}));
}

TEST_CASE("= on a coding wants system and code") {
    CHECK_FALSE(holds_for(Operator::Equal, code("a"), {Coding{"urn:other", "a", ""}}));
    CHECK(holds_for(Operator::Equal, code("a"), {Coding{code_system, "a", "shown otherwise"}}));
}

TEST_CASE("!= holds if no answer equals, so also when unanswered") {
    CHECK(holds_for(Operator::NotEqual, code("a"), codes({"b"})));
    CHECK_FALSE(holds_for(Operator::NotEqual, code("a"), codes({"a"})));
    CHECK_FALSE(holds_for(Operator::NotEqual, code("a"), codes({"b", "a"})));
    CHECK(holds_unanswered(Operator::NotEqual, code("a")));
}

TEST_CASE("Orders hold if at least one answer satisfies them") {
    CHECK(holds_for(Operator::Greater, number(3), {number(4)}));
    CHECK_FALSE(holds_for(Operator::Greater, number(3), {number(3)}));
    CHECK(holds_for(Operator::GreaterOrEqual, number(3), {number(3)}));
    CHECK_FALSE(holds_for(Operator::GreaterOrEqual, number(3), {number(2)}));
    CHECK(holds_for(Operator::Less, number(3), {number(2)}));
    CHECK_FALSE(holds_for(Operator::Less, number(3), {number(3)}));
    CHECK(holds_for(Operator::LessOrEqual, number(3), {number(3)}));
    CHECK_FALSE(holds_for(Operator::LessOrEqual, number(3), {number(4)}));
    CHECK(holds_for(Operator::Greater, number(3), {number(1), number(5)}));
    CHECK(holds_for(Operator::Less, day("2026-03-02"), {day("2026-03-01")}));
}

TEST_CASE("Orders do not hold when unanswered or where there is no order") {
    for (auto const comparison : {Operator::Greater, Operator::Less, Operator::GreaterOrEqual, Operator::LessOrEqual}) {
        CHECK_FALSE(holds_unanswered(comparison, number(3)));
        CHECK_FALSE(holds_for(comparison, code("a"), codes({"a"})));
        CHECK_FALSE(holds_for(comparison, number(3), {std::string{"3"}}));
    }
}
