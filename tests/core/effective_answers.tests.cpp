#include "core/small_form.hpp"

#include "support/catch.hpp"
#include "support/random.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;
using needlewise::test::Random;
using needlewise::test::random_seed;

namespace {

auto const today = day("2026-03-02");

EnableWhen equals(ItemIndex question, std::string const& name) { return {question, Operator::Equal, code(name)}; }
EnableWhen differs(ItemIndex question, std::string const& name) { return {question, Operator::NotEqual, code(name)}; }
EnableWhen exists(ItemIndex question) { return {question, Operator::Exists, true}; }

Item yes_no(std::string link_id) { return choice(std::move(link_id), {"no", "yes"}); }

Item with_two_rules(EnableBehavior behavior) {
    auto item = enabled_when(enabled_when(yes_no("c"), equals(0, "yes")), equals(1, "yes"));
    item.enable_behavior = behavior;
    return item;
}

bool enabled(Questionnaire const& form, std::vector<std::pair<ItemIndex, Answer>> const& answers, ItemIndex item) {
    return EffectiveAnswers{form, answered(form, answers), today}.enabled(item);
}

}  // namespace

TEST_CASE("Without enableWhen an item is enabled") {
    auto const form = form_of({item_of("section", ItemType::Group), child_of(0, yes_no("a"))});
    CHECK(enabled(form, {}, 0));
    CHECK(enabled(form, {}, 1));
}

TEST_CASE("Any of several enableWhen is enough, or all are needed") {
    auto const any_of = form_of({yes_no("a"), yes_no("b"), with_two_rules(EnableBehavior::Any)});
    CHECK_FALSE(enabled(any_of, {}, 2));
    CHECK(enabled(any_of, {{1, codes({"yes"})}}, 2));
    CHECK(enabled(any_of, {{0, codes({"yes"})}, {1, codes({"yes"})}}, 2));
    auto const all_of = form_of({yes_no("a"), yes_no("b"), with_two_rules(EnableBehavior::All)});
    CHECK_FALSE(enabled(all_of, {{1, codes({"yes"})}}, 2));
    CHECK(enabled(all_of, {{0, codes({"yes"})}, {1, codes({"yes"})}}, 2));
}

TEST_CASE("A disabled parent disables all below it") {
    auto const form = form_of({yes_no("a"), enabled_when(item_of("section", ItemType::Group), equals(0, "yes")),
                               child_of(1, yes_no("b")), child_of(2, yes_no("c"))});
    CHECK_FALSE(enabled(form, {{0, codes({"no"})}, {2, codes({"yes"})}}, 2));
    CHECK_FALSE(enabled(form, {{0, codes({"no"})}, {2, codes({"yes"})}}, 3));
    CHECK(enabled(form, {{0, codes({"yes"})}}, 3));
}

TEST_CASE("Enabling sees no answer of a disabled question") {
    auto const form =
        form_of({yes_no("a"), enabled_when(yes_no("b"), equals(0, "yes")), enabled_when(yes_no("c"), equals(1, "yes")),
                 enabled_when(yes_no("d"), differs(1, "yes"))});
    CHECK(enabled(form, {{0, codes({"yes"})}, {1, codes({"yes"})}}, 2));
    CHECK_FALSE(enabled(form, {{0, codes({"no"})}, {1, codes({"yes"})}}, 2));
    CHECK_FALSE(enabled(form, {{0, codes({"yes"})}, {1, codes({"yes"})}}, 3));
    CHECK(enabled(form, {{0, codes({"no"})}, {1, codes({"yes"})}}, 3));
}

TEST_CASE("A question may be enabled by one that stands later") {
    auto const form = form_of(
        {enabled_when(yes_no("a"), equals(1, "yes")), enabled_when(yes_no("b"), equals(2, "yes")), yes_no("c")});
    CHECK(enabled(form, {{1, codes({"yes"})}, {2, codes({"yes"})}}, 0));
    CHECK_FALSE(enabled(form, {{1, codes({"yes"})}, {2, codes({"no"})}}, 0));
}

TEST_CASE("A malformed answer enables nothing, one out of range still does") {
    auto planned = item_of("planned", ItemType::Date);
    planned.minimum = Today{};
    auto const form = form_of({planned, enabled_when(item_of("event", ItemType::Date), exists(0)), yes_no("a"),
                               enabled_when(yes_no("b"), equals(2, "yes"))});
    CHECK(enabled(form, {{0, {day("2026-03-02")}}}, 1));
    CHECK(enabled(form, {{0, {day("2026-03-01")}}}, 1));
    CHECK_FALSE(enabled(form, {{2, codes({"yes", "no"})}}, 3));
    auto sheet = answered(form, {});
    sheet.malformed[0] = true;
    CHECK_FALSE(EffectiveAnswers(form, sheet, today).enabled(1));
}

TEST_CASE("Logic sees only valid answers of enabled questions") {
    auto const form = form_of({yes_no("a"), enabled_when(yes_no("b"), equals(0, "yes"))});
    EffectiveAnswers const hidden{form, answered(form, {{0, codes({"no"})}, {1, codes({"yes"})}}), today};
    CHECK(hidden.answer(1) == nullptr);
    CHECK(hidden.standing(1) == AnswerStanding::Valid);
    EffectiveAnswers const shown{form, answered(form, {{0, codes({"yes"})}, {1, codes({"no"})}}), today};
    REQUIRE(shown.answer(1) != nullptr);
    CHECK(*shown.answer(1) == codes({"no"}));
    EffectiveAnswers const wrong{form, answered(form, {{0, codes({"maybe"})}}), today};
    CHECK(wrong.answer(0) == nullptr);
    CHECK(wrong.standing(0) == AnswerStanding::Malformed);
}

TEST_CASE("A sheet shorter than the form is unanswered at its end") {
    auto const form = form_of({yes_no("a"), yes_no("b")});
    EffectiveAnswers const empty{form, AnswerSheet{}, today};
    CHECK(empty.enabled(1));
    CHECK(empty.answer(1) == nullptr);
    CHECK(empty.standing(1) == AnswerStanding::Absent);
}

TEST_CASE("An update names the items that switched, and brings hidden answers back") {
    auto const form = form_of({yes_no("a"), enabled_when(yes_no("b"), equals(0, "yes")),
                               enabled_when(yes_no("c"), equals(1, "yes")), yes_no("d")});
    auto sheet = answered(form, {{0, codes({"yes"})}, {1, codes({"yes"})}, {2, codes({"yes"})}});
    EffectiveAnswers effective{form, sheet, today};
    sheet.answers[0] = codes({"no"});
    CHECK(effective.update(form, sheet, 0, today) == std::vector<ItemIndex>{1, 2});
    CHECK(effective.answer(2) == nullptr);
    sheet.answers[3] = codes({"yes"});
    CHECK(effective.update(form, sheet, 3, today).empty());
    sheet.answers[0] = codes({"yes"});
    CHECK(effective.update(form, sheet, 0, today) == std::vector<ItemIndex>{1, 2});
    REQUIRE(effective.answer(2) != nullptr);
    CHECK(*effective.answer(2) == codes({"yes"}));
}

TEST_CASE("Answers of a hidden question are taken over too") {
    auto const form = form_of({yes_no("a"), enabled_when(yes_no("b"), equals(0, "yes"))});
    auto sheet = answered(form, {{0, codes({"no"})}, {1, codes({"no"})}});
    EffectiveAnswers effective{form, sheet, today};
    sheet.answers[1] = codes({"yes"});
    CHECK(effective.update(form, sheet, 1, today).empty());
    sheet.answers[0] = codes({"yes"});
    effective.update(form, sheet, 0, today);
    CHECK(*effective.answer(1) == codes({"yes"}));
}

namespace {

Operator random_operator(Random& random) {
    return random.one_of(std::vector{Operator::Equal, Operator::NotEqual, Operator::Exists});
}

EnableWhen random_rule(Random& random, ItemIndex question) {
    auto const comparison = random_operator(random);
    if (comparison == Operator::Exists) {
        return {question, comparison, !random.one_in(3)};
    }
    return {question, comparison, code(random.one_of(std::vector<std::string>{"no", "yes", "not-sure"}))};
}

/// A form without cycles whose rules point forwards and backwards: items only read those before them in a random order.
Questionnaire random_form(Random& random, ItemIndex count) {
    std::vector<ItemIndex> order(count);
    for (ItemIndex item = 0; item < count; ++item) {
        order[item] = item;
    }
    random.shuffle(order);
    std::vector<Item> items;
    for (ItemIndex item = 0; item < count; ++item) {
        auto const link_id = "q" + std::to_string(item);
        items.push_back(random.one_in(8) ? item_of(link_id, ItemType::Group)
                                         : choice(link_id, {"no", "yes", "not-sure"}));
        items.back().enable_behavior = random.one_in(2) ? EnableBehavior::All : EnableBehavior::Any;
    }
    for (std::size_t place = 1; place < order.size(); ++place) {
        auto& item = items[order[place]];
        if (random.one_in(4)) {
            item.parent = order[random.below(place)];
        }
        for (auto rules = random.below(4); rules > 0; --rules) {
            item.enable_when.push_back(random_rule(random, order[random.below(place)]));
        }
    }
    return form_of(std::move(items));
}

void edit(Random& random, AnswerSheet& sheet, ItemIndex item) {
    static std::vector<Answer> const answers{{}, codes({"no"}), codes({"yes"}), codes({"not-sure"}), codes({"other"})};
    sheet.answers[item] = random.one_of(answers);
    sheet.malformed[item] = random.one_in(20);
}

std::vector<bool> enabled_items(Questionnaire const& form, EffectiveAnswers const& effective) {
    std::vector<bool> enabled;
    for (ItemIndex item = 0; item < form.items.size(); ++item) {
        enabled.push_back(effective.enabled(item));
    }
    return enabled;
}

bool same_answers(Questionnaire const& form, EffectiveAnswers const& a, EffectiveAnswers const& b) {
    for (ItemIndex item = 0; item < form.items.size(); ++item) {
        auto const* one = a.answer(item);
        auto const* other = b.answer(item);
        if ((one == nullptr) != (other == nullptr) || a.standing(item) != b.standing(item)) {
            return false;
        }
        if (one != nullptr && *one != *other) {
            return false;
        }
    }
    return true;
}

std::vector<ItemIndex> differences(std::vector<bool> const& before, std::vector<bool> const& after) {
    std::vector<ItemIndex> items;
    for (ItemIndex item = 0; item < before.size(); ++item) {
        if (before[item] != after[item]) {
            items.push_back(item);
        }
    }
    return items;
}

}  // namespace

TEST_CASE("After any edits the effective answers are those of a fresh computation") {
    auto const seed = random_seed();
    INFO("seed " << seed);
    Random random{seed};
    for (int round = 0; round < 60; ++round) {
        INFO("round " << round);
        auto const form = random_form(random, static_cast<ItemIndex>(random.between(1, 40)));
        REQUIRE(form.in_cycles.empty());
        AnswerSheet sheet{form};
        EffectiveAnswers effective{form, sheet, today};
        for (int step = 0; step < 100; ++step) {
            auto const before = enabled_items(form, effective);
            auto const item = static_cast<ItemIndex>(random.below(form.items.size()));
            edit(random, sheet, item);
            auto const switched = effective.update(form, sheet, item, today);
            EffectiveAnswers const fresh{form, sheet, today};
            auto const after = enabled_items(form, fresh);
            INFO("step " << step << ", item " << item);
            REQUIRE(enabled_items(form, effective) == after);
            REQUIRE(same_answers(form, effective, fresh));
            REQUIRE(switched == differences(before, after));
        }
    }
}

TEST_CASE("A form with a cycle, which no loader lets through, still ends") {
    auto const form = form_of(
        {enabled_when(yes_no("a"), equals(1, "yes")), enabled_when(yes_no("b"), differs(0, "yes")), yes_no("c")});
    CHECK(form.in_cycles.size() == 2);
    // Shown, a hides b, which hides a, which shows b again.
    auto sheet = answered(form, {{0, codes({"yes"})}, {1, codes({"yes"})}});
    EffectiveAnswers effective{form, sheet, today};
    for (ItemIndex const item : {0U, 1U, 0U}) {
        effective.update(form, sheet, item, today);
    }
    CHECK(effective.enabled(2));
}
