// Small questionnaires and conditions built in code.
#pragma once

#include "core/assessment.hpp"
#include "support/assessment_text.hpp"

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

}  // namespace needlewise::core::test
