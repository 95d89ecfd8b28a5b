#include "core/findings.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

std::optional<Date> date_answer(EffectiveAnswers const& answers, std::optional<ItemIndex> question) {
    auto const* answer = question ? answers.answer(*question) : nullptr;
    auto const* date = answer != nullptr ? std::get_if<Date>(&answer->front()) : nullptr;
    return date != nullptr ? std::optional{*date} : std::nullopt;
}

bool has_wait(RuleKind kind) { return kind != RuleKind::None && kind != RuleKind::UntilHealed; }

bool counts_from_an_answer(RuleKind kind) { return kind == RuleKind::PastExposure || kind == RuleKind::Window; }

bool is_set_by_clinic(std::optional<ParameterIndex> parameter, ParameterValues const& parameters) {
    return parameter && parameters[*parameter].set_by_clinic;
}

/// What a rule kind makes of a true condition.
struct Verdict {
    Level level;
    std::optional<Date> date;
    std::optional<DateKind> date_kind;
};

/// One rule under the given circumstances, with what its kinds need at hand.
struct Judgement {
    Circumstances const& around;
    ScreeningRule const& rule;
    Level level;
    Wait wait;
};

std::optional<Verdict> past_exposure(Judgement const& judgement, Date exposure) {
    auto const& around = judgement.around;
    auto const end = after(exposure, judgement.wait);
    if (end <= around.today) {
        return std::nullopt;
    }
    // Treatment is allowed on the end date.
    if (!around.plan || end <= *around.plan) {
        return Verdict{Level::Prepare, end, DateKind::WaitEnds};
    }
    return Verdict{Level::Defer, end, DateKind::NotBefore};
}

std::optional<Verdict> stoppable(Judgement const& judgement) {
    auto const& around = judgement.around;
    if (!around.plan) {
        return Verdict{Level::Prepare, {}, {}};
    }
    // rules.md asks if plan - wait is still to come. Counted from today it is the same in days; in months it alone keeps
    // the promise that the day named here is late enough (31 January + 1 month - 1 month = 28 January).
    auto const soonest = after(around.today, judgement.wait);
    if (*around.plan < soonest) {
        return Verdict{Level::Defer, soonest, DateKind::NotBefore};
    }
    return Verdict{Level::Prepare, std::max(around.today, before(*around.plan, judgement.wait)), DateKind::StopBy};
}

std::optional<Verdict> window(Judgement const& judgement, Date exposure) {
    auto const& around = judgement.around;
    auto const end = after(exposure, judgement.wait);
    if (around.plan.value_or(around.today) >= end) {
        return std::nullopt;
    }
    return Verdict{judgement.level, end, DateKind::WindowEnds};
}

std::optional<Verdict> lead(Judgement const& judgement) {
    auto const& around = judgement.around;
    if (!around.plan) {
        return Verdict{judgement.level, {}, {}};
    }
    auto const start = std::max(around.today, before(*around.plan, judgement.wait));
    return Verdict{judgement.level, start, DateKind::StartBy};
}

std::optional<Verdict> event_gap(Judgement const& judgement) {
    auto const& around = judgement.around;
    if (!around.plan || !around.event) {
        return std::nullopt;
    }
    auto const last_day = before(*around.event, judgement.wait);
    bool const too_close = *around.plan <= *around.event && *around.plan > last_day;
    if (!too_close) {
        return std::nullopt;
    }
    if (last_day < around.today) {
        return Verdict{Level::Prepare, {}, {}};
    }
    return Verdict{Level::Prepare, last_day, DateKind::PlanBy};
}

/// rules.md section 4, the table of kinds. `exposure` is given for kinds that count from an answer.
std::optional<Verdict> verdict(Judgement const& judgement, std::optional<Date> exposure) {
    switch (judgement.rule.kind) {
        case RuleKind::None: return Verdict{judgement.level, {}, {}};
        case RuleKind::UntilHealed: return Verdict{Level::Defer, {}, {}};
        case RuleKind::PastExposure: return past_exposure(judgement, *exposure);
        case RuleKind::Stoppable: return stoppable(judgement);
        case RuleKind::Window: return window(judgement, *exposure);
        case RuleKind::Lead: return lead(judgement);
        case RuleKind::EventGap: return event_gap(judgement);
    }
    return std::nullopt;
}

/// The date questions whose answers the rule kind looked at.
std::vector<ItemIndex> dates_used(Judgement const& judgement) {
    std::vector<ItemIndex> used;
    auto const& bindings = judgement.around.protocol.bindings;
    auto const kind = judgement.rule.kind;
    if (counts_from_an_answer(kind)) {
        used.push_back(*judgement.rule.date_question);
    }
    if (has_wait(kind) && judgement.around.plan) {
        used.push_back(*bindings.planned_date);
    }
    if (kind == RuleKind::EventGap) {
        used.push_back(*bindings.event_date);
    }
    return used;
}

void join_in_form_order(std::vector<ItemIndex>& questions, std::vector<ItemIndex> const& more) {
    questions.insert(questions.end(), more.begin(), more.end());
    std::sort(questions.begin(), questions.end());
    questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
}

std::optional<Level> clarify_level(Judgement const& judgement) {
    switch (judgement.rule.clarify_as) {
        case ClarifyAs::Nothing: return std::nullopt;
        case ClarifyAs::Mention: return Level::Mention;
        case ClarifyAs::Review: return Level::Review;
        case ClarifyAs::RuleLevel: return judgement.level;
    }
    return std::nullopt;
}

/// The part of a finding that does not depend on how the rule fired.
Finding begin_finding(Judgement const& judgement, RuleIndex index, Level level) {
    Finding finding;
    finding.rule = index;
    finding.level = level;
    if (has_wait(judgement.rule.kind)) {
        finding.wait = judgement.wait;
    }
    auto const& parameters = judgement.around.parameters;
    finding.set_by_clinic = is_set_by_clinic(judgement.rule.level_parameter, parameters) ||
                            is_set_by_clinic(judgement.rule.wait_parameter, parameters);
    return finding;
}

std::optional<Finding> to_clarify(Judgement const& judgement, RuleIndex index, Truth value,
                                  std::vector<ItemIndex> questions) {
    auto const level = clarify_level(judgement);
    if (!level) {
        return std::nullopt;
    }
    auto finding = begin_finding(judgement, index, *level);
    finding.clarify = true;
    finding.questions = std::move(questions);
    finding.because = because(judgement.rule.when, judgement.around.answers, value, judgement.rule.unknown_as);
    return finding;
}

std::optional<Finding> finding_when_unknown(Judgement const& judgement, RuleIndex index) {
    return to_clarify(judgement, index, Truth::Unknown,
                      unknown_questions(judgement.rule.when, judgement.around.answers));
}

/// "Find the date if you can. We do not guess it."
std::optional<Finding> finding_without_date(Judgement const& judgement, RuleIndex index) {
    std::vector<ItemIndex> questions;
    if (judgement.rule.date_question) {
        questions.push_back(*judgement.rule.date_question);
    }
    return to_clarify(judgement, index, Truth::True, std::move(questions));
}

std::optional<Finding> finding_when_true(Judgement const& judgement, RuleIndex index) {
    auto const exposure = date_answer(judgement.around.answers, judgement.rule.date_question);
    if (counts_from_an_answer(judgement.rule.kind) && !exposure) {
        return finding_without_date(judgement, index);
    }
    auto const result = verdict(judgement, exposure);
    if (!result) {
        return std::nullopt;
    }
    auto finding = begin_finding(judgement, index, result->level);
    finding.date = result->date;
    finding.date_kind = result->date_kind;
    finding.because = because(judgement.rule.when, judgement.around.answers, Truth::True, judgement.rule.unknown_as);
    join_in_form_order(finding.because, dates_used(judgement));
    return finding;
}

}  // namespace

Circumstances circumstances(Protocol const& protocol, ParameterValues const& parameters,
                            EffectiveAnswers const& answers, Date today) {
    return {protocol,
            parameters,
            answers,
            today,
            date_answer(answers, protocol.bindings.planned_date),
            date_answer(answers, protocol.bindings.event_date)};
}

std::optional<Finding> finding_of(Circumstances const& around, RuleIndex index) {
    auto const& rule = around.protocol.rules[index];
    auto const value = evaluate(rule.when, around.answers, rule.unknown_as);
    if (value == Truth::False) {
        return std::nullopt;
    }
    Judgement const judgement{around, rule, level_in_force(rule, around.parameters),
                              wait_in_force(rule, around.protocol, around.parameters)};
    return value == Truth::Unknown ? finding_when_unknown(judgement, index) : finding_when_true(judgement, index);
}

Level level_in_force(ScreeningRule const& rule, ParameterValues const& parameters) {
    auto const* level = rule.level_parameter ? std::get_if<Level>(&parameters[*rule.level_parameter].value) : nullptr;
    return level != nullptr ? *level : rule.level;
}

Wait wait_in_force(ScreeningRule const& rule, Protocol const& protocol, ParameterValues const& parameters) {
    if (!rule.wait_parameter) {
        return rule.wait;
    }
    auto const* length = std::get_if<int>(&parameters[*rule.wait_parameter].value);
    auto const* number = std::get_if<NumberParameter>(&protocol.parameters[*rule.wait_parameter].kind);
    return length != nullptr && number != nullptr ? Wait{*length, number->unit} : rule.wait;
}

Date after(Date date, Wait const& wait) {
    return wait.unit == Unit::Month ? date.plus_months(wait.length) : date.plus_days(wait.length);
}

Date before(Date date, Wait const& wait) { return after(date, Wait{-wait.length, wait.unit}); }

}  // namespace needlewise::core
