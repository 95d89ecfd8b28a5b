#include "core/assessment.hpp"

#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

auto const today = day("2026-03-02");

constexpr ItemIndex health = 1;
constexpr ItemIndex follow_up = 2;
constexpr ItemIndex since = 3;
constexpr ItemIndex remarks = 4;

ScreeningRule speaks(std::string id, Level level, Condition when, RuleKind kind = RuleKind::None) {
    ScreeningRule rule;
    rule.id = std::move(id);
    rule.level = level;
    rule.kind = kind;
    rule.when = std::move(when);
    rule.clarify_as = ClarifyAs::Review;
    return rule;
}

Item past_date(std::string link_id) {
    auto item = item_of(std::move(link_id), ItemType::Date);
    item.maximum = Today{};
    return item;
}

/// Two required questions, one of them a follow-up; a rule of each level, not in order of severity.
Protocol small_protocol() {
    Protocol protocol;
    protocol.questionnaire =
        form_of({item_of("section", ItemType::Group),
                 required(child_of(0, choices("health", {"info", "prepare", "mention", "defer", "review", "exclude",
                                                         "follow", "none", "not-sure"}))),
                 required(enabled_when(child_of(0, choice("follow-up", {"no", "yes"})),
                                       EnableWhen{health, Operator::Equal, code("follow")})),
                 enabled_when(child_of(0, past_date("since")), EnableWhen{follow_up, Operator::Equal, code("yes")}),
                 item_of("remarks", ItemType::Text)});
    protocol.rules = {speaks("i", Level::Info, has(health, "info")),
                      speaks("p", Level::Prepare, has(health, "prepare")),
                      speaks("m1", Level::Mention, has(health, "mention")),
                      speaks("r", Level::Review, has(health, "review")),
                      speaks("m2", Level::Mention, has(health, "mention")),
                      speaks("d", Level::Defer, has(health, "defer"), RuleKind::UntilHealed),
                      speaks("x", Level::Exclude, has(health, "exclude"))};
    return protocol;
}

Assessment assessed(Protocol const& protocol, AnswerSheet const& sheet) {
    return assess(protocol, protocol.initial_parameters(), sheet, today);
}

Assessment assessed(Protocol const& protocol, std::vector<std::pair<ItemIndex, Answer>> const& answers) {
    return assessed(protocol, answered(protocol.questionnaire, answers));
}

std::string outcome_for(std::vector<std::string> const& health_codes) {
    return name(assessed(small_protocol(), {{health, codes(health_codes)}}).outcome);
}

std::string told(Protocol const& protocol, Assessment const& result) {
    return name(result.outcome) + " errors(" + names(protocol.questionnaire, result.errors) + ") missing(" +
           names(protocol.questionnaire, result.incomplete) + ") " + describe(protocol, result.findings);
}

}  // namespace

TEST_CASE("The outcome is the most severe level; info never changes it") {
    CHECK(outcome_for({"none"}) == "clear");
    CHECK(outcome_for({"info"}) == "clear");
    CHECK(outcome_for({"info", "prepare"}) == "prepare");
    CHECK(outcome_for({"mention", "prepare"}) == "mention");
    CHECK(outcome_for({"mention", "defer"}) == "defer");
    CHECK(outcome_for({"review", "defer"}) == "review");
    CHECK(outcome_for({"review", "exclude", "info"}) == "exclude");
    CHECK(outcome_for({"not-sure"}) == "review");
}

TEST_CASE("Findings stand by severity, info last, then in catalogue order") {
    auto const protocol = small_protocol();
    auto const result =
        assessed(protocol, {{health, codes({"info", "exclude", "mention", "prepare", "review", "defer"})}});
    CHECK(describe(protocol, result.findings) ==
          "x exclude; r review; d defer; m1 mention; m2 mention; p prepare; i info");
    CHECK(result.open_ended);
    CHECK_FALSE(result.not_before.has_value());
    CHECK_FALSE(result.earliest.has_value());
    CHECK(result.today == today);
}

TEST_CASE("The order of codes never matters") {
    auto const protocol = small_protocol();
    CHECK(assessed(protocol, {{health, codes({"info", "exclude", "mention"})}}) ==
          assessed(protocol, {{health, codes({"mention", "info", "exclude"})}}));
}

TEST_CASE("A missing required answer is incomplete, with what the findings give so far") {
    auto const protocol = small_protocol();
    auto const nothing = assessed(protocol, AnswerSheet{protocol.questionnaire});
    CHECK(told(protocol, nothing) == "incomplete errors() missing(health) ");
    CHECK(nothing.provisional == Outcome::Clear);
    auto const started = assessed(protocol, {{health, codes({"follow", "mention"})}});
    CHECK(told(protocol, started) == "incomplete errors() missing(follow-up) m1 mention; m2 mention");
    CHECK(started.provisional == Outcome::Mention);
    CHECK(assessed(protocol, {{health, codes({"none"})}}).provisional == std::nullopt);
}

TEST_CASE("A missing optional answer, a group or a hidden question is not missed") {
    auto protocol = small_protocol();
    protocol.questionnaire.items[0].required = true;
    auto const result = assessed(protocol, {{health, codes({"follow"})}, {follow_up, codes({"yes"})}});
    CHECK(told(protocol, result) == "clear errors() missing() ");
}

TEST_CASE("Errors leave no findings, no dates and no missing list") {
    auto const protocol = small_protocol();
    auto const result = assessed(protocol, {{health, codes({"exclude", "follow", "none"})}});
    CHECK(told(protocol, result) == "error errors(health) missing() ");
    CHECK_FALSE(result.provisional.has_value());
    auto const late = assessed(
        protocol, {{health, codes({"follow", "exclude"})}, {follow_up, codes({"yes"})}, {since, {day("2026-03-03")}}});
    CHECK(told(protocol, late) == "error errors(since) missing() ");
}

TEST_CASE("Errors are listed in form order") {
    auto const protocol = small_protocol();
    AnswerSheet sheet{protocol.questionnaire};
    sheet.malformed[remarks] = true;
    sheet.malformed[0] = true;
    sheet.answers[health] = codes({"no such code"});
    CHECK(told(protocol, assessed(protocol, sheet)) == "error errors(section health remarks) missing() ");
}

TEST_CASE("What a hidden question was answered is never looked at") {
    auto const protocol = small_protocol();
    AnswerSheet sheet = answered(protocol.questionnaire, {{health, codes({"mention"})}});
    auto const without = assessed(protocol, sheet);
    sheet.answers[follow_up] = codes({"no such code"});
    sheet.malformed[since] = true;
    CHECK(assessed(protocol, sheet) == without);
}

TEST_CASE("Unknown linkIds are errors, sorted, each once") {
    auto const protocol = small_protocol();
    AnswerSheet sheet = answered(protocol.questionnaire, {{health, codes({"exclude"})}});
    sheet.unknown_link_ids = {"zebra", "apple", "zebra"};
    auto const result = assessed(protocol, sheet);
    CHECK(result.outcome == Outcome::Error);
    CHECK(result.unknown_link_ids == std::vector<std::string>{"apple", "zebra"});
    CHECK(result.errors.empty());
    CHECK(result.findings.empty());
}

TEST_CASE("A protocol without rules only checks the answers") {
    Protocol protocol;
    protocol.questionnaire = form_of({required(choice("a", {"x"}))});
    CHECK(assessed(protocol, {{0, codes({"x"})}}).outcome == Outcome::Clear);
    CHECK(assessed(protocol, AnswerSheet{protocol.questionnaire}).outcome == Outcome::Incomplete);
    CHECK(assess(Protocol{}, {}, AnswerSheet{}, today).outcome == Outcome::Clear);
}

TEST_CASE("Answers kept up to date give the same as a fresh assessment") {
    auto const protocol = small_protocol();
    auto const& form = protocol.questionnaire;
    AnswerSheet sheet{form};
    EffectiveAnswers effective{form, sheet, today};
    auto const check_after = [&](ItemIndex item, Answer answer) {
        sheet.answers[item] = std::move(answer);
        effective.update(form, sheet, item, today);
        CHECK(assess(protocol, {}, sheet, effective, today) == assess(protocol, {}, sheet, today));
    };
    check_after(follow_up, codes({"yes"}));
    check_after(since, {day("2026-03-03")});
    check_after(health, codes({"follow", "review"}));
    check_after(health, codes({"not-sure"}));
    check_after(health, {});
}

TEST_CASE("Assessments differ where any part of them does") {
    Assessment const empty;
    Assessment other;
    CHECK(empty == other);
    other.findings.push_back({});
    CHECK_FALSE(empty == other);
    Finding a;
    Finding b;
    a.wait = Wait{7, Unit::Day};
    CHECK_FALSE(a == b);
    b.wait = Wait{7, Unit::Month};
    CHECK_FALSE(a == b);
    b.wait = Wait{7, Unit::Day};
    CHECK(a == b);
    b.because = {1};
    CHECK_FALSE(a == b);
}
