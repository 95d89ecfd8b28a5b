#include "core/assessment.hpp"

#include "core/findings.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

bool is_error(AnswerStanding standing) {
    return standing == AnswerStanding::OutOfRange || standing == AnswerStanding::Malformed;
}

/// rules.md section 2.4: on enabled questions only.
std::vector<ItemIndex> find_errors(Questionnaire const& questionnaire, EffectiveAnswers const& answers) {
    std::vector<ItemIndex> errors;
    for (ItemIndex item = 0; item < questionnaire.items.size(); ++item) {
        if (answers.enabled(item) && is_error(answers.standing(item))) {
            errors.push_back(item);
        }
    }
    return errors;
}

/// rules.md section 2.6.
std::vector<ItemIndex> find_missing(Questionnaire const& questionnaire, EffectiveAnswers const& answers) {
    std::vector<ItemIndex> missing;
    for (ItemIndex item = 0; item < questionnaire.items.size(); ++item) {
        bool const asked = is_question(questionnaire.items[item].type) && answers.enabled(item);
        bool const absent = answers.standing(item) == AnswerStanding::Absent;
        if (asked && absent && questionnaire.items[item].required) {
            missing.push_back(item);
        }
    }
    return missing;
}

std::vector<std::string> sorted_once(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// By severity, each level in the order it came in.
std::vector<Finding> sorted_by_level(std::vector<Finding>&& findings) {
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (auto const level :
         {Level::Exclude, Level::Review, Level::Defer, Level::Mention, Level::Prepare, Level::Info}) {
        for (auto& finding : findings) {
            if (finding.level == level) {
                sorted.push_back(std::move(finding));
            }
        }
    }
    return sorted;
}

std::vector<Finding> find_findings(Circumstances const& around) {
    std::vector<Finding> findings;
    findings.reserve(around.protocol.rules.size());
    for (RuleIndex rule = 0; rule < around.protocol.rules.size(); ++rule) {
        if (auto finding = finding_of(around, rule)) {
            findings.push_back(std::move(*finding));
        }
    }
    return sorted_by_level(std::move(findings));
}

Outcome outcome_of(Level level) {
    switch (level) {
        case Level::Info: return Outcome::Clear;
        case Level::Prepare: return Outcome::Prepare;
        case Level::Mention: return Outcome::Mention;
        case Level::Defer: return Outcome::Defer;
        case Level::Review: return Outcome::Review;
        case Level::Exclude: return Outcome::Exclude;
    }
    return Outcome::Exclude;
}

/// The first finding is the most severe.
Outcome outcome_of(std::vector<Finding> const& findings) {
    return findings.empty() ? Outcome::Clear : outcome_of(findings.front().level);
}

std::optional<Date> later(std::optional<Date> a, std::optional<Date> b) { return a && b ? std::max(a, b) : a ? a : b; }

std::optional<Date> not_before_of(std::vector<Finding> const& findings) {
    std::optional<Date> latest;
    for (auto const& finding : findings) {
        if (finding.date_kind == DateKind::NotBefore) {
            latest = later(latest, finding.date);
        }
    }
    return latest;
}

/// When this finding alone would let the visit be, whatever is planned.
std::optional<Date> earliest_after(Circumstances const& around, Finding const& finding) {
    auto const kind = around.protocol.rules[finding.rule].kind;
    if (finding.clarify) {
        return std::nullopt;
    }
    if (kind == RuleKind::PastExposure) {
        return finding.date;
    }
    if (kind == RuleKind::Stoppable) {
        return after(around.today, *finding.wait);
    }
    return std::nullopt;
}

std::optional<Date> earliest_of(Circumstances const& around, std::vector<Finding> const& findings) {
    std::optional<Date> latest;
    for (auto const& finding : findings) {
        latest = later(latest, earliest_after(around, finding));
    }
    return latest;
}

bool is_open_ended(Protocol const& protocol, std::vector<Finding> const& findings) {
    return std::any_of(findings.begin(), findings.end(), [&](Finding const& finding) {
        return !finding.clarify && protocol.rules[finding.rule].kind == RuleKind::UntilHealed;
    });
}

bool equal(std::optional<Wait> const& a, std::optional<Wait> const& b) {
    if (!a || !b) {
        return a.has_value() == b.has_value();
    }
    return a->length == b->length && a->unit == b->unit;
}

void judge(Assessment& assessment, Circumstances const& around) {
    assessment.findings = find_findings(around);
    assessment.not_before = not_before_of(assessment.findings);
    assessment.earliest = earliest_of(around, assessment.findings);
    assessment.open_ended = is_open_ended(around.protocol, assessment.findings);
    assessment.outcome = outcome_of(assessment.findings);
    if (assessment.incomplete.empty()) {
        return;
    }
    assessment.provisional = assessment.outcome;
    assessment.outcome = Outcome::Incomplete;
}

}  // namespace

bool Finding::operator==(Finding const& other) const {
    return rule == other.rule && level == other.level && clarify == other.clarify && date == other.date &&
           date_kind == other.date_kind && questions == other.questions && because == other.because &&
           equal(wait, other.wait) && set_by_clinic == other.set_by_clinic;
}

bool Assessment::operator==(Assessment const& other) const {
    return outcome == other.outcome && provisional == other.provisional && not_before == other.not_before &&
           earliest == other.earliest && open_ended == other.open_ended && findings == other.findings &&
           incomplete == other.incomplete && errors == other.errors && unknown_link_ids == other.unknown_link_ids &&
           today == other.today;
}

Assessment assess(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today) {
    return assess(protocol, parameters, sheet, EffectiveAnswers{protocol.questionnaire, sheet, today}, today);
}

Assessment assess(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet,
                  EffectiveAnswers const& effective, Date today) {
    Assessment assessment;
    assessment.today = today;
    assessment.errors = find_errors(protocol.questionnaire, effective);
    assessment.unknown_link_ids = sorted_once(sheet.unknown_link_ids);
    if (!assessment.errors.empty() || !assessment.unknown_link_ids.empty()) {
        assessment.outcome = Outcome::Error;
        return assessment;
    }
    assessment.incomplete = find_missing(protocol.questionnaire, effective);
    judge(assessment, circumstances(protocol, parameters, effective, today));
    return assessment;
}

}  // namespace needlewise::core
