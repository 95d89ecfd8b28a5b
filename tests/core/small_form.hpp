// Small questionnaires and protocols built in code, and results as one line of text.
#pragma once

#include "core/assessment.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace needlewise::core::test {

inline constexpr char const* code_system = "urn:test";

inline Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

inline Coding code(std::string name) { return Coding{code_system, std::move(name), ""}; }

inline Answer codes(std::vector<std::string> const& names) {
    Answer answer;
    for (auto const& name : names) {
        answer.emplace_back(code(name));
    }
    return answer;
}

inline Item item_of(std::string link_id, ItemType type) {
    Item item;
    item.link_id = std::move(link_id);
    item.type = type;
    return item;
}

/// The code `none` is exclusive.
inline Item choice(std::string link_id, std::vector<std::string> const& names) {
    auto item = item_of(std::move(link_id), ItemType::Choice);
    for (auto const& name : names) {
        item.options.push_back(AnswerOption{code(name), name, false, name == "none"});
    }
    return item;
}

inline Item choices(std::string link_id, std::vector<std::string> const& names) {
    auto item = choice(std::move(link_id), names);
    item.repeats = true;
    return item;
}

inline Item required(Item item) {
    item.required = true;
    return item;
}

inline Item enabled_when(Item item, EnableWhen rule) {
    item.enable_when.push_back(std::move(rule));
    return item;
}

inline Item child_of(ItemIndex parent, Item item) {
    item.parent = parent;
    return item;
}

inline Questionnaire form_of(std::vector<Item> items) {
    Questionnaire form;
    form.items = std::move(items);
    form.index();
    return form;
}

/// An answer sheet with some answers.
inline AnswerSheet answered(Questionnaire const& form, std::vector<std::pair<ItemIndex, Answer>> const& answers) {
    AnswerSheet sheet{form};
    for (auto const& [item, answer] : answers) {
        sheet.answers[item] = answer;
    }
    return sheet;
}

// ---- conditions --------------------------------------------------------------------------------------

/// `not-sure` is the unknown code, unless the comparison asks for it.
inline Condition has(ItemIndex question, std::string const& name) {
    Comparison comparison{question, Operator::Equal, code(name), {}};
    if (name != "not-sure") {
        comparison.unknown = code("not-sure");
    }
    return Condition{std::move(comparison)};
}
inline Condition all(std::vector<Condition> parts) { return Condition{AllOf{std::move(parts)}}; }
inline Condition any(std::vector<Condition> parts) { return Condition{AnyOf{std::move(parts)}}; }
inline Condition negate(Condition part) { return Condition{NotOf{{std::move(part)}}}; }
inline Condition at_least_of(unsigned count, std::vector<Condition> parts) {
    return Condition{AtLeast{count, std::move(parts)}};
}

// ---- results as text ---------------------------------------------------------------------------------

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
