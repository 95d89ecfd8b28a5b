#pragma once

#include "core/value.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace needlewise::core {

/// Position of an item in Questionnaire::items (document order).
using ItemIndex = std::uint32_t;

/// FHIR R4 Questionnaire.item.type.
enum class ItemType : std::uint8_t {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    Text,
    Url,
    Choice,
    OpenChoice,
    Quantity,
};

/// FHIR R4 enableWhen.operator.
enum class Operator : std::uint8_t { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

struct EnableWhen {
    ItemIndex question = 0;
    Operator comparison = Operator::Equal;
    /// For Exists a bool, as FHIR compares with answerBoolean.
    Value answer;
};

enum class EnableBehavior : std::uint8_t { All, Any };

struct AnswerOption {
    Value value;
    /// What the person reads: the coding's display, or the value as text.
    std::string label;
    bool initially_selected = false;
    /// FHIR extension questionnaire-optionExclusive: alone or not at all ("None of these").
    bool exclusive = false;
};

/// "Today", as a bound of a date question; resolved when answers are read.
struct Today {
    bool operator==(Today const&) const = default;
};
using Bound = std::variant<Value, Today>;

struct Item {
    std::string link_id;
    ItemType type = ItemType::Display;
    std::string text;
    std::string prefix;
    /// Text of a child display item with itemControl `help`; such children are folded in here and are not items.
    std::string help;
    /// linkIds of folded help items, so that responses naming them are read without complaint.
    std::vector<std::string> help_link_ids;
    std::optional<ItemIndex> parent;
    std::vector<EnableWhen> enable_when;
    EnableBehavior enable_behavior = EnableBehavior::Any;
    bool required = false;
    bool repeats = false;
    bool read_only = false;
    bool hidden = false;
    std::optional<int> max_length;
    std::optional<Bound> minimum;
    std::optional<Bound> maximum;
    std::vector<AnswerOption> options;
    std::vector<Value> initial;
    /// FHIR extension questionnaire-itemControl code, such as `check-box`, `radio-button`, `slider`; else empty.
    std::string item_control;
    /// Unit shown beside a number (FHIR extension questionnaire-unit); else empty.
    std::string unit;
};

/// A FHIR R4 Questionnaire, flattened to document order: a parent stands before its children.
struct Questionnaire {
    /// Canonical address without version.
    std::string url;
    std::string version;
    std::string title;
    /// BCP 47.
    std::string language;
    std::vector<Item> items;

    /// Looks a linkId up. Empty if unknown.
    std::optional<ItemIndex> find(std::string_view link_id) const;
    /// Builds everything below; the loader calls it once after filling `items` (again after changing them).
    void index();

    std::map<std::string, ItemIndex, std::less<>> by_link_id;
    /// For each item, the items whose enableWhen read it or that are its children: what may switch when it changes.
    std::vector<std::vector<ItemIndex>> dependents;
    /// All items, each after its parent and after the questions its enableWhen reads, wherever they stand in the form.
    std::vector<ItemIndex> enabling_order;
    /// By ItemIndex: the item's place in `enabling_order`.
    std::vector<std::uint32_t> enabling_rank;
    /// Items that wait for themselves through enableWhen and parents, or for an item that does, in form order. Empty in
    /// a loaded questionnaire: the loader refuses them.
    std::vector<ItemIndex> in_cycles;
};

/// True for items that take an answer: neither group nor display.
constexpr bool is_question(ItemType type) { return type != ItemType::Group && type != ItemType::Display; }

}  // namespace needlewise::core
