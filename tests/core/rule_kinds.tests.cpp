#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

constexpr ItemIndex had = 0;
constexpr ItemIndex had_on = 1;
constexpr ItemIndex planned = 2;
constexpr ItemIndex event = 3;

auto const today = day("2026-03-02");

Protocol protocol_of(std::vector<ScreeningRule> rules) {
    Protocol protocol;
    protocol.questionnaire = form_of({choices("had", {"it", "none", "not-sure"}), item_of("had-on", ItemType::Date),
                                      item_of("planned", ItemType::Date), item_of("event", ItemType::Date)});
    protocol.bindings.planned_date = planned;
    protocol.bindings.event_date = event;
    protocol.rules = std::move(rules);
    return protocol;
}

ScreeningRule rule_of(RuleKind kind, Level level, Wait wait = {}) {
    ScreeningRule rule;
    rule.id = "rule";
    rule.kind = kind;
    rule.level = level;
    rule.wait = wait;
    rule.when = has(had, "it");
    rule.clarify_as = ClarifyAs::Review;
    if (kind == RuleKind::PastExposure || kind == RuleKind::Window) {
        rule.date_question = had_on;
    }
    return rule;
}

struct Given {
    std::string_view had_on = "";
    std::string_view plan = "";
    std::string_view event = "";
    std::string had = "it";
};

AnswerSheet sheet_of(Protocol const& protocol, Given const& given) {
    AnswerSheet sheet{protocol.questionnaire};
    sheet.answers[had] = codes({given.had});
    if (!given.had_on.empty()) {
        sheet.answers[had_on] = {day(given.had_on)};
    }
    if (!given.plan.empty()) {
        sheet.answers[planned] = {day(given.plan)};
    }
    if (!given.event.empty()) {
        sheet.answers[event] = {day(given.event)};
    }
    return sheet;
}

Assessment assessed(Protocol const& protocol, Given const& given) {
    return assess(protocol, protocol.initial_parameters(), sheet_of(protocol, given), today);
}

/// Findings, then what follows for the dates of the whole.
std::string told(ScreeningRule const& rule, Given const& given) {
    auto const protocol = protocol_of({rule});
    auto const result = assessed(protocol, given);
    auto text = describe(protocol, result.findings);
    if (result.not_before) {
        text += " notBefore " + result.not_before->iso();
    }
    if (result.earliest) {
        text += " earliest " + result.earliest->iso();
    }
    if (result.open_ended) {
        text += " open";
    }
    return text;
}

std::string because_of(ScreeningRule const& rule, Given const& given) {
    auto const protocol = protocol_of({rule});
    auto const findings = assessed(protocol, given).findings;
    return findings.empty() ? "no finding" : names(protocol.questionnaire, findings.front().because);
}

constexpr Wait two_weeks{14, Unit::Day};
constexpr Wait six_months{6, Unit::Month};

}  // namespace

TEST_CASE("A rule without dates gives its level") {
    auto const rule = rule_of(RuleKind::None, Level::Review);
    CHECK(told(rule, {.plan = "2026-03-30"}) == "rule review");
    CHECK(told(rule, {.had = "none"}).empty());
    CHECK(because_of(rule, {.plan = "2026-03-30"}) == "had");
}

TEST_CASE("Until healed defers without a date and stays open") {
    auto const rule = rule_of(RuleKind::UntilHealed, Level::Defer);
    CHECK(told(rule, {.plan = "2026-03-30"}) == "rule defer open");
    CHECK(told(rule, {.had = "not-sure"}) == "rule review clarify(had)");
}

TEST_CASE("A past exposure is over on the day its wait ends") {
    auto const rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    CHECK(told(rule, {.had_on = "2026-02-15"}).empty());
    CHECK(told(rule, {.had_on = "2026-02-16"}).empty());
    CHECK(told(rule, {.had_on = "2026-02-17"}) == "rule prepare wait-ends 2026-03-03 earliest 2026-03-03");
    CHECK(told(rule, {.had_on = "2026-02-16", .plan = "2026-03-02"}).empty());
}

TEST_CASE("A past exposure defers a plan before the end of its wait, not one on it") {
    auto const rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-14"}) ==
          "rule defer not-before 2026-03-15 notBefore 2026-03-15 earliest 2026-03-15");
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-15"}) ==
          "rule prepare wait-ends 2026-03-15 earliest 2026-03-15");
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-16"}) ==
          "rule prepare wait-ends 2026-03-15 earliest 2026-03-15");
}

TEST_CASE("A wait in months ends on the same day number or the month's last day") {
    auto const rule = rule_of(RuleKind::PastExposure, Level::Defer, six_months);
    CHECK(told(rule, {.had_on = "2025-12-31", .plan = "2026-06-29"}) ==
          "rule defer not-before 2026-06-30 notBefore 2026-06-30 earliest 2026-06-30");
    CHECK(told(rule, {.had_on = "2025-12-31", .plan = "2026-06-30"}) ==
          "rule prepare wait-ends 2026-06-30 earliest 2026-06-30");
    CHECK(told(rule, {.had_on = "2025-09-02"}).empty());
    CHECK(told(rule, {.had_on = "2025-09-03"}) == "rule prepare wait-ends 2026-03-03 earliest 2026-03-03");
}

TEST_CASE("An exposure may still be to come") {
    auto const rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    CHECK(told(rule, {.had_on = "2026-03-10", .plan = "2026-03-20"}) ==
          "rule defer not-before 2026-03-24 notBefore 2026-03-24 earliest 2026-03-24");
}

TEST_CASE("An exposure without its date is to be clarified, as the rule says") {
    auto rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    CHECK(told(rule, {.plan = "2026-03-14"}) == "rule review clarify(had-on)");
    rule.clarify_as = ClarifyAs::Mention;
    CHECK(told(rule, {}) == "rule mention clarify(had-on)");
    rule.clarify_as = ClarifyAs::RuleLevel;
    CHECK(told(rule, {}) == "rule defer clarify(had-on)");
    rule.clarify_as = ClarifyAs::Nothing;
    CHECK(told(rule, {}).empty());
    CHECK(told(rule, {.had = "none"}).empty());
}

TEST_CASE("A product is to be stopped in time, or the plan is too soon") {
    auto const rule = rule_of(RuleKind::Stoppable, Level::Defer, two_weeks);
    CHECK(told(rule, {}) == "rule prepare earliest 2026-03-16");
    CHECK(told(rule, {.plan = "2026-03-15"}) ==
          "rule defer not-before 2026-03-16 notBefore 2026-03-16 earliest 2026-03-16");
    CHECK(told(rule, {.plan = "2026-03-16"}) == "rule prepare stop-by 2026-03-02 earliest 2026-03-16");
    CHECK(told(rule, {.plan = "2026-03-17"}) == "rule prepare stop-by 2026-03-03 earliest 2026-03-16");
}

TEST_CASE("A window holds its level until it ends, on the treatment day or else today") {
    auto const rule = rule_of(RuleKind::Window, Level::Exclude, two_weeks);
    CHECK(told(rule, {.had_on = "2026-02-16"}).empty());
    CHECK(told(rule, {.had_on = "2026-02-17"}) == "rule exclude window-ends 2026-03-03");
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-14"}) == "rule exclude window-ends 2026-03-15");
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-15"}).empty());
    CHECK(told(rule, {.plan = "2026-03-15"}) == "rule review clarify(had-on)");
}

TEST_CASE("Whether a product is used may be unclear: then it moves no date") {
    CHECK(told(rule_of(RuleKind::Stoppable, Level::Defer, two_weeks), {.plan = "2026-03-15", .had = "not-sure"}) ==
          "rule review clarify(had)");
}

TEST_CASE("A plan on the day a product defers to is late enough, also at the end of a month") {
    auto const protocol = protocol_of({rule_of(RuleKind::Stoppable, Level::Defer, Wait{1, Unit::Month})});
    auto const told_on_31_january = [&](std::string_view plan) {
        auto const result = assess(protocol, {}, sheet_of(protocol, {.plan = plan}), day("2026-01-31"));
        return describe(protocol, result.findings);
    };
    CHECK(told_on_31_january("2026-02-27") == "rule defer not-before 2026-02-28");
    CHECK(told_on_31_january("2026-02-28") == "rule prepare stop-by 2026-01-31");
    CHECK(told_on_31_january("2026-03-31") == "rule prepare stop-by 2026-02-28");
}

TEST_CASE("Waits in months are counted backwards too") {
    constexpr Wait one_month{1, Unit::Month};
    CHECK(told(rule_of(RuleKind::Stoppable, Level::Defer, one_month), {.plan = "2026-05-31"}) ==
          "rule prepare stop-by 2026-04-30 earliest 2026-04-02");
    CHECK(told(rule_of(RuleKind::Stoppable, Level::Defer, one_month), {.plan = "2026-04-01"}) ==
          "rule defer not-before 2026-04-02 notBefore 2026-04-02 earliest 2026-04-02");
    CHECK(told(rule_of(RuleKind::Lead, Level::Mention, one_month), {.plan = "2026-05-31"}) ==
          "rule mention start-by 2026-04-30");
    auto gap = rule_of(RuleKind::EventGap, Level::Prepare, one_month);
    gap.when = Condition{};
    CHECK(told(gap, {.plan = "2026-05-01", .event = "2026-05-31"}) == "rule prepare plan-by 2026-04-30");
    CHECK(told(gap, {.plan = "2026-04-30", .event = "2026-05-31"}).empty());
}

TEST_CASE("A lead names the day to start by, today at the earliest") {
    auto const rule = rule_of(RuleKind::Lead, Level::Mention, Wait{7, Unit::Day});
    CHECK(told(rule, {}) == "rule mention");
    CHECK(told(rule, {.plan = "2026-03-20"}) == "rule mention start-by 2026-03-13");
    CHECK(told(rule, {.plan = "2026-03-09"}) == "rule mention start-by 2026-03-02");
    CHECK(told(rule, {.plan = "2026-03-08"}) == "rule mention start-by 2026-03-02");
    CHECK(told(rule, {.plan = "2026-03-02"}) == "rule mention start-by 2026-03-02");
}

TEST_CASE("An event too soon after the plan asks for an earlier one, if there is still time") {
    auto rule = rule_of(RuleKind::EventGap, Level::Prepare, two_weeks);
    rule.when = Condition{};
    CHECK(told(rule, {.plan = "2026-03-20", .event = "2026-03-20"}) == "rule prepare plan-by 2026-03-06");
    CHECK(told(rule, {.plan = "2026-03-20", .event = "2026-04-02"}) == "rule prepare plan-by 2026-03-19");
    CHECK(told(rule, {.plan = "2026-03-20", .event = "2026-04-03"}).empty());
    CHECK(told(rule, {.plan = "2026-03-20", .event = "2026-03-19"}).empty());
    CHECK(told(rule, {.plan = "2026-03-05", .event = "2026-03-16"}) == "rule prepare plan-by 2026-03-02");
    CHECK(told(rule, {.plan = "2026-03-05", .event = "2026-03-15"}) == "rule prepare");
    CHECK(told(rule, {.event = "2026-03-15"}).empty());
    CHECK(told(rule, {.plan = "2026-03-05"}).empty());
}

TEST_CASE("A finding rests on the dates it looked at") {
    auto const exposure = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    CHECK(because_of(exposure, {.had_on = "2026-03-01", .plan = "2026-03-14"}) == "had had-on planned");
    CHECK(because_of(exposure, {.had_on = "2026-03-01"}) == "had had-on");
    CHECK(because_of(exposure, {.plan = "2026-03-14"}) == "had");
    CHECK(because_of(exposure, {.plan = "2026-03-14", .had = "not-sure"}) == "had");
    CHECK(because_of(rule_of(RuleKind::Stoppable, Level::Defer, two_weeks), {.plan = "2026-03-14"}) == "had planned");
    CHECK(because_of(rule_of(RuleKind::Lead, Level::Mention, two_weeks), {}) == "had");
    CHECK(because_of(rule_of(RuleKind::Window, Level::Review, two_weeks), {.had_on = "2026-03-01"}) == "had had-on");
    auto gap = rule_of(RuleKind::EventGap, Level::Prepare, two_weeks);
    gap.when = Condition{};
    CHECK(because_of(gap, {.plan = "2026-03-20", .event = "2026-03-21"}) == "planned event");
}

TEST_CASE("A question read by the condition and as a date stands once among the reasons") {
    auto rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    rule.when = Condition{Comparison{had_on, Operator::Exists, true, {}}};
    CHECK(because_of(rule, {.had_on = "2026-03-01", .plan = "2026-03-14"}) == "had-on planned");
}

TEST_CASE("A date not known rests on what makes the condition true, not on what is unclear too") {
    auto rule = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    rule.when = any({has(had, "it"), Condition{Comparison{planned, Operator::Exists, true, {}}}});
    CHECK(told(rule, {.plan = "2026-03-14", .had = "not-sure"}) == "rule review clarify(had-on)");
    CHECK(because_of(rule, {.plan = "2026-03-14", .had = "not-sure"}) == "planned");
}

TEST_CASE("The end of a window is no day to wait for, not even at level defer") {
    auto const rule = rule_of(RuleKind::Window, Level::Defer, two_weeks);
    CHECK(told(rule, {.had_on = "2026-03-01", .plan = "2026-03-14"}) == "rule defer window-ends 2026-03-15");
}

TEST_CASE("Two stages both speak while the first lasts") {
    auto first = rule_of(RuleKind::PastExposure, Level::Defer, two_weeks);
    first.id = "recent";
    auto second = rule_of(RuleKind::Window, Level::Review, six_months);
    second.id = "window";
    auto const protocol = protocol_of({second, first});
    auto const told_for = [&](Given const& given) {
        auto const result = assessed(protocol, given);
        return describe(protocol, result.findings) + " notBefore " + describe(result.not_before);
    };
    CHECK(told_for({.had_on = "2026-02-23", .plan = "2026-03-07"}) ==
          "window review window-ends 2026-08-23; recent defer not-before 2026-03-09 notBefore 2026-03-09");
    CHECK(told_for({.had_on = "2026-02-23", .plan = "2026-03-09"}) ==
          "window review window-ends 2026-08-23; recent prepare wait-ends 2026-03-09 notBefore none");
    CHECK(told_for({.had_on = "2026-02-23", .plan = "2026-08-23"}) ==
          "recent prepare wait-ends 2026-03-09 notBefore none");
    CHECK(told_for({.had_on = "2026-01-23", .plan = "2026-07-22"}) ==
          "window review window-ends 2026-07-23 notBefore none");
    CHECK(told_for({.had_on = "2026-01-23", .plan = "2026-07-23"}) == " notBefore none");
    CHECK(told_for({}) == "window review clarify(had-on); recent review clarify(had-on) notBefore none");
}

TEST_CASE("Not sure gives what the rule says about clarifying, and counts as yes only where it says so") {
    auto rule = rule_of(RuleKind::None, Level::Exclude);
    CHECK(told(rule, {.had = "not-sure"}) == "rule review clarify(had)");
    rule.clarify_as = ClarifyAs::Mention;
    CHECK(told(rule, {.had = "not-sure"}) == "rule mention clarify(had)");
    rule.clarify_as = ClarifyAs::Nothing;
    CHECK(told(rule, {.had = "not-sure"}).empty());
    rule.unknown_as = UnknownAs::True;
    CHECK(told(rule, {.had = "not-sure"}) == "rule exclude");
    CHECK(because_of(rule, {.had = "not-sure"}) == "had");
}

namespace {

constexpr ParameterIndex wait_parameter = 0;
constexpr ParameterIndex level_parameter = 1;

/// A lead of 7 days and level mention, both open to the clinic.
Protocol adjustable() {
    auto rule = rule_of(RuleKind::Lead, Level::Mention);
    rule.wait_parameter = wait_parameter;
    rule.level_parameter = level_parameter;
    rule.clarify_as = ClarifyAs::RuleLevel;
    auto protocol = protocol_of({rule});
    protocol.parameters = {{"wait", NumberParameter{Unit::Day, 7, 1, 28}},
                           {"level", LevelParameter{Level::Mention, {Level::Mention, Level::Review}}}};
    return protocol;
}

}  // namespace

TEST_CASE("The clinic's wait and level are in force, and said to be the clinic's") {
    auto const protocol = adjustable();
    auto const sheet = sheet_of(protocol, {.plan = "2026-03-30"});
    auto parameters = protocol.initial_parameters();
    auto const usual = assess(protocol, parameters, sheet, today);
    CHECK(describe(protocol, usual.findings) == "rule mention start-by 2026-03-23");
    CHECK_FALSE(usual.findings[0].set_by_clinic);
    CHECK(usual.findings[0].wait->length == 7);
    parameters[wait_parameter] = {14, true};
    auto const longer = assess(protocol, parameters, sheet, today);
    CHECK(describe(protocol, longer.findings) == "rule mention start-by 2026-03-16");
    CHECK(longer.findings[0].set_by_clinic);
    CHECK(longer.findings[0].wait->length == 14);
    parameters = protocol.initial_parameters();
    parameters[level_parameter] = {Level::Review, true};
    auto const stricter = assess(protocol, parameters, sheet, today);
    CHECK(describe(protocol, stricter.findings) == "rule review start-by 2026-03-23");
    CHECK(stricter.findings[0].set_by_clinic);
}

TEST_CASE("Clarify as rule level follows the clinic's level") {
    auto const protocol = adjustable();
    auto const sheet = sheet_of(protocol, {.had = "not-sure"});
    auto parameters = protocol.initial_parameters();
    CHECK(describe(protocol, assess(protocol, parameters, sheet, today).findings) == "rule mention clarify(had)");
    parameters[level_parameter] = {Level::Review, true};
    CHECK(describe(protocol, assess(protocol, parameters, sheet, today).findings) == "rule review clarify(had)");
}

TEST_CASE("Rules without a wait carry none") {
    auto const protocol = protocol_of({rule_of(RuleKind::None, Level::Review, two_weeks)});
    CHECK_FALSE(assessed(protocol, {}).findings.at(0).wait.has_value());
}
