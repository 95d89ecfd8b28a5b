#include "core/condition.hpp"

#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

auto const today = day("2026-03-02");

/// a: single choice; b, c: multi-selects; d: enabled by a = yes; n: a whole number.
struct Form {
    Questionnaire questions =
        form_of({choice("a", {"no", "yes", "other", "not-sure"}), choices("b", {"x", "y", "z", "none", "not-sure"}),
                 choices("c", {"x", "y", "none", "not-sure"}),
                 enabled_when(choice("d", {"no", "yes", "not-sure"}), EnableWhen{0, Operator::Equal, code("yes")}),
                 item_of("n", ItemType::Integer)});

    EffectiveAnswers with(std::vector<std::pair<ItemIndex, Answer>> const& answers) const {
        return EffectiveAnswers{questions, answered(questions, answers), today};
    }
};

constexpr ItemIndex a = 0;
constexpr ItemIndex b = 1;
constexpr ItemIndex c = 2;
constexpr ItemIndex d = 3;
constexpr ItemIndex n = 4;

constexpr auto F = Truth::False;
constexpr auto U = Truth::Unknown;
constexpr auto T = Truth::True;

Condition compares(ItemIndex question, Operator comparison, Value answer) {
    return Condition{Comparison{question, comparison, std::move(answer), code("not-sure")}};
}

}  // namespace

TEST_CASE("A default condition is always true") {
    CHECK(evaluate(Condition{}, Form{}.with({})) == T);
    CHECK(questions_of(Condition{}).empty());
}

TEST_CASE("A comparison follows the table of rules.md section 3") {
    Form const form;
    CHECK(evaluate(has(a, "yes"), form.with({})) == F);
    CHECK(evaluate(has(a, "yes"), form.with({{a, codes({"yes"})}})) == T);
    CHECK(evaluate(has(a, "yes"), form.with({{a, codes({"not-sure"})}})) == U);
    CHECK(evaluate(has(a, "yes"), form.with({{a, codes({"no"})}})) == F);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"y", "x"})}})) == T);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"x", "not-sure"})}})) == T);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"y", "not-sure"})}})) == U);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"not-sure"})}})) == U);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"none"})}})) == F);
}

TEST_CASE("A comparison that asks for not-sure by name is never unknown") {
    Form const form;
    CHECK(evaluate(has(a, "not-sure"), form.with({{a, codes({"not-sure"})}})) == T);
    CHECK(evaluate(has(a, "not-sure"), form.with({{a, codes({"yes"})}})) == F);
    CHECK(evaluate(has(b, "not-sure"), form.with({{b, codes({"x", "not-sure"})}})) == T);
    CHECK(evaluate(has(b, "not-sure"), form.with({})) == F);
}

TEST_CASE("The answer of a disabled question, or one in error, is not seen") {
    Form const form;
    CHECK(evaluate(has(d, "yes"), form.with({{a, codes({"yes"})}, {d, codes({"yes"})}})) == T);
    CHECK(evaluate(has(d, "yes"), form.with({{a, codes({"no"})}, {d, codes({"yes"})}})) == F);
    CHECK(evaluate(has(d, "yes"), form.with({{a, codes({"not-sure"})}, {d, codes({"not-sure"})}})) == F);
    CHECK(evaluate(has(b, "x"), form.with({{b, codes({"x", "none"})}})) == F);
}

TEST_CASE("Different from is the opposite of equal once answered") {
    Form const form;
    auto const not_yes = compares(a, Operator::NotEqual, code("yes"));
    CHECK(evaluate(not_yes, form.with({})) == F);
    CHECK(evaluate(not_yes, form.with({{a, codes({"yes"})}})) == F);
    CHECK(evaluate(not_yes, form.with({{a, codes({"no"})}})) == T);
    CHECK(evaluate(not_yes, form.with({{a, codes({"not-sure"})}})) == U);
    auto const not_x = compares(b, Operator::NotEqual, code("x"));
    CHECK(evaluate(not_x, form.with({{b, codes({"x", "not-sure"})}})) == F);
    CHECK(evaluate(not_x, form.with({{b, codes({"y"})}})) == T);
}

TEST_CASE("Orders are true if an answer satisfies them, and false when unanswered") {
    Form const form;
    Value const five = std::int64_t{5};
    auto const with_number = [&](std::int64_t number) { return form.with({{n, {number}}}); };
    CHECK(evaluate(compares(n, Operator::Greater, five), with_number(6)) == T);
    CHECK(evaluate(compares(n, Operator::Greater, five), with_number(5)) == F);
    CHECK(evaluate(compares(n, Operator::GreaterOrEqual, five), with_number(5)) == T);
    CHECK(evaluate(compares(n, Operator::Less, five), with_number(5)) == F);
    CHECK(evaluate(compares(n, Operator::LessOrEqual, five), with_number(5)) == T);
    CHECK(evaluate(compares(n, Operator::LessOrEqual, five), form.with({})) == F);
}

TEST_CASE("Exists asks whether a question is answered, whatever the answer") {
    Form const form;
    auto const given = compares(a, Operator::Exists, true);
    auto const missing = compares(a, Operator::Exists, false);
    CHECK(evaluate(given, form.with({{a, codes({"not-sure"})}})) == T);
    CHECK(evaluate(given, form.with({})) == F);
    CHECK(evaluate(missing, form.with({{a, codes({"no"})}})) == F);
    CHECK(evaluate(missing, form.with({})) == T);
}

TEST_CASE("All, any and not follow Kleene") {
    Form const form;
    auto const both_known = form.with({{a, codes({"yes"})}, {b, codes({"x"})}});
    auto const one_unknown = form.with({{a, codes({"not-sure"})}, {b, codes({"x"})}});
    auto const unknown_and_no = form.with({{a, codes({"not-sure"})}, {b, codes({"none"})}});
    auto const all_of = all({has(a, "yes"), has(b, "x")});
    auto const any_of = any({has(a, "yes"), has(b, "x")});
    CHECK(evaluate(all_of, both_known) == T);
    CHECK(evaluate(all_of, one_unknown) == U);
    CHECK(evaluate(all_of, unknown_and_no) == F);
    CHECK(evaluate(any_of, one_unknown) == T);
    CHECK(evaluate(any_of, unknown_and_no) == U);
    CHECK(evaluate(any_of, form.with({})) == F);
    CHECK(evaluate(negate(has(a, "yes")), one_unknown) == U);
    CHECK(evaluate(negate(has(a, "yes")), both_known) == F);
    CHECK(evaluate(negate(has(a, "yes")), form.with({})) == T);
    CHECK(evaluate(any({}), both_known) == F);
}

TEST_CASE("At least counts parts of several questions") {
    Form const form;
    auto const two = at_least_of(2, {has(b, "x"), has(b, "y"), has(c, "x"), has(a, "yes")});
    CHECK(evaluate(two, form.with({{b, codes({"x", "y"})}})) == T);
    CHECK(evaluate(two, form.with({{b, codes({"x"})}, {c, codes({"x"})}})) == T);
    CHECK(evaluate(two, form.with({{b, codes({"x"})}, {c, codes({"not-sure"})}})) == U);
    CHECK(evaluate(two, form.with({{b, codes({"not-sure"})}})) == U);
    CHECK(evaluate(two, form.with({{a, codes({"not-sure"})}})) == F);
    CHECK(evaluate(two, form.with({{b, codes({"x"})}})) == F);
}

TEST_CASE("Not sure may count as yes") {
    Form const form;
    auto const not_sure = form.with({{a, codes({"not-sure"})}});
    CHECK(evaluate(has(a, "yes"), not_sure, UnknownAs::True) == T);
    CHECK(evaluate(has(a, "yes"), form.with({{a, codes({"no"})}}), UnknownAs::True) == F);
    CHECK(evaluate(has(a, "yes"), form.with({}), UnknownAs::True) == F);
    CHECK(evaluate(negate(has(a, "yes")), not_sure, UnknownAs::True) == T);
}

TEST_CASE("The questions of a condition are listed once, in form order") {
    auto const condition = any({has(c, "x"), all({has(a, "yes"), negate(has(c, "y"))}), has(b, "not-sure")});
    CHECK(questions_of(condition) == std::vector<ItemIndex>{a, b, c});
}

TEST_CASE("Unknown questions are those of unknown comparisons, also where others decide") {
    Form const form;
    auto const condition = any({has(c, "x"), has(b, "x"), has(b, "y"), has(a, "yes"), has(c, "not-sure")});
    auto const answers = form.with({{a, codes({"no"})}, {b, codes({"not-sure"})}, {c, codes({"not-sure", "y"})}});
    CHECK(unknown_questions(condition, answers) == std::vector<ItemIndex>{b, c});
    CHECK(unknown_questions(condition, form.with({{a, codes({"yes"})}})).empty());
    CHECK(unknown_questions(has(c, "not-sure"), answers).empty());
}

TEST_CASE("A trace gives every part its value") {
    Form const form;
    auto const condition = all({has(a, "yes"), negate(has(b, "x"))});
    auto const result = trace(condition, form.with({{a, codes({"not-sure"})}, {b, codes({"y"})}}));
    CHECK(result.condition == &condition);
    CHECK(result.value == U);
    REQUIRE(result.parts.size() == 2);
    CHECK(result.parts[0].value == U);
    CHECK(result.parts[0].parts.empty());
    CHECK(result.parts[1].value == T);
    REQUIRE(result.parts[1].parts.size() == 1);
    CHECK(result.parts[1].parts[0].value == F);
    auto const counted = trace(condition, form.with({{a, codes({"not-sure"})}}), UnknownAs::True);
    CHECK(counted.value == T);
    CHECK(counted.parts[0].value == U);
}
