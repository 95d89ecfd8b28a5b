// Results as one line of text, to compare with what a test writes out.
#pragma once

#include "core/assessment.hpp"

#include <string>
#include <vector>

namespace needlewise::core::test {

inline std::string join(std::vector<std::string> const& parts, std::string const& between) {
    std::string text;
    for (auto const& part : parts) {
        text += (text.empty() ? "" : between) + part;
    }
    return text;
}

inline std::string names(Questionnaire const& form, std::vector<ItemIndex> const& items) {
    std::vector<std::string> parts;
    for (auto const item : items) {
        parts.push_back(form.items[item].link_id);
    }
    return join(parts, " ");
}

inline std::string name(Level level) {
    static constexpr char const* names[] = {"info", "prepare", "mention", "defer", "review", "exclude"};
    return names[static_cast<std::size_t>(level)];
}
inline std::string name(Outcome outcome) {
    static constexpr char const* names[] = {"clear",  "prepare", "mention",    "defer",
                                            "review", "exclude", "incomplete", "error"};
    return names[static_cast<std::size_t>(outcome)];
}
inline std::string name(DateKind kind) {
    static constexpr char const* names[] = {"wait-ends", "not-before", "stop-by", "window-ends", "start-by", "plan-by"};
    return names[static_cast<std::size_t>(kind)];
}

/// Such as "tan-recent defer not-before 2026-03-10", "keloid review clarify(scar-history)".
inline std::string describe(Protocol const& protocol, Finding const& finding) {
    std::string text = protocol.rules[finding.rule].id + " " + name(finding.level);
    if (finding.date_kind) {
        text += " " + name(*finding.date_kind);
    }
    if (finding.date) {
        text += " " + finding.date->iso();
    }
    if (finding.clarify) {
        text += " clarify(" + names(protocol.questionnaire, finding.questions) + ")";
    }
    return text;
}

inline std::string describe(Protocol const& protocol, std::vector<Finding> const& findings) {
    std::vector<std::string> parts;
    for (auto const& finding : findings) {
        parts.push_back(describe(protocol, finding));
    }
    return join(parts, "; ");
}

inline std::string describe(std::optional<Date> const& date) { return date ? date->iso() : "none"; }

}  // namespace needlewise::core::test
