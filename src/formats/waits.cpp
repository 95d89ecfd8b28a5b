#include "formats/waits.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

bool asks_for(core::Condition const& condition, core::QuestionSpan const& span) {
    auto const any_part = [&](std::vector<core::Condition> const& parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](core::Condition const& part) { return asks_for(part, span); });
    };
    if (auto const* all = std::get_if<core::AllOf>(&condition.form)) {
        return any_part(all->parts);
    }
    if (auto const* any = std::get_if<core::AnyOf>(&condition.form)) {
        return any_part(any->parts);
    }
    if (auto const* negation = std::get_if<core::NotOf>(&condition.form)) {
        return any_part(negation->part);
    }
    if (auto const* several = std::get_if<core::AtLeast>(&condition.form)) {
        return any_part(several->parts);
    }
    auto const* comparison = std::get_if<core::Comparison>(&condition.form);
    if (comparison == nullptr || comparison->question != span.question) {
        return false;
    }
    auto const* code = std::get_if<core::Coding>(&comparison->answer);
    return !span.code || (code != nullptr && *code == *span.code);
}

}  // namespace

int days_for_comparison(core::Wait wait) {
    if (wait.unit != core::Unit::Month) {
        return wait.length;
    }
    return wait.length == 12 ? 365 : wait.length * 30;
}

std::vector<core::RuleIndex> rules_within(core::Protocol const& protocol, core::QuestionSpan const& span) {
    std::vector<core::RuleIndex> found;
    for (core::RuleIndex index = 0; index < protocol.rules.size(); ++index) {
        core::ScreeningRule const& rule = protocol.rules[index];
        bool const held = rule.kind == core::RuleKind::PastExposure || rule.kind == core::RuleKind::Stoppable ||
                          rule.kind == core::RuleKind::Window;
        if (held && asks_for(rule.when, span)) {
            found.push_back(index);
        }
    }
    return found;
}

}  // namespace needlewise::formats
