#include "core/assessment.hpp"

namespace needlewise::core {
namespace {

/// Exclude names no doctor's agreement: for some such rules (under 18) none would do; the rule's advice says what would.
std::vector<Change> changes_by_level(Level level) {
    switch (level) {
        case Level::Review:
        case Level::Defer: return {Change::DoctorAgrees};
        case Level::Mention:
        case Level::Prepare: return {Change::Done};
        case Level::Exclude:
        case Level::Info: return {};
    }
    return {};
}

std::vector<Change> changes_of_window(Level level) {
    std::vector<Change> changes{Change::DateReached, Change::LaterDate};
    for (auto const change : changes_by_level(level)) {
        changes.push_back(change);
    }
    return changes;
}

}  // namespace

std::vector<Change> what_would_change(ScreeningRule const& rule, Finding const& finding) {
    if (finding.clarify) {
        return {Change::Clarified};
    }
    bool const deferred = finding.level == Level::Defer;
    switch (rule.kind) {
        case RuleKind::None: return changes_by_level(finding.level);
        case RuleKind::UntilHealed: return {Change::Healed};
        case RuleKind::PastExposure:
            return deferred ? std::vector{Change::DateReached, Change::LaterDate} : std::vector{Change::DateReached};
        case RuleKind::Stoppable:
            return deferred ? std::vector{Change::LaterDate, Change::Done} : std::vector{Change::Done};
        case RuleKind::Window: return changes_of_window(finding.level);
        case RuleKind::Lead: return changes_by_level(finding.level);
        case RuleKind::EventGap: return {Change::LaterDate};
    }
    return {};
}

}  // namespace needlewise::core
