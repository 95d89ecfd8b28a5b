#include "formats/fhir_values.hpp"

#include <algorithm>
#include <array>

namespace needlewise::formats {

namespace {

using core::ItemType;
using core::Value;

constexpr std::array<std::string_view, 14> type_names{"group", "display",  "boolean",     "decimal", "integer",
                                                      "date",  "dateTime", "time",        "string",  "text",
                                                      "url",   "choice",   "open-choice", "quantity"};

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

ReadValue good(Value value) { return {ValueState::Good, std::move(value)}; }
ReadValue bad() { return {ValueState::Bad, {}}; }

bool text_or_absent(JsonValue value) { return !value || value.is(JsonKind::Null) || value.is(JsonKind::String); }

ReadValue read_coding(JsonValue value) {
    JsonValue const code = value.member("code");
    if (!text_or_absent(code) || !text_or_absent(value.member("system"))) {
        return bad();
    }
    if (code.is(JsonKind::String) ? code.text().empty() : value.size() == 0) {
        return {};
    }
    if (!code.is(JsonKind::String)) {
        return bad();  // a display alone says something that cannot be judged
    }
    core::Coding coding;
    coding.system = value.member("system").text();
    coding.code = code.text();
    coding.display = value.member("display").text();
    return good(std::move(coding));
}

ReadValue read_quantity(JsonValue value) {
    if (value.size() == 0) {
        return {};
    }
    JsonValue const number = value.member("value");
    if (!(number.is(JsonKind::Integer) || number.is(JsonKind::Number)) || !text_or_absent(value.member("unit")) ||
        !text_or_absent(value.member("system")) || !text_or_absent(value.member("code")) ||
        value.member("comparator").is(JsonKind::String)) {  // "< 5" is no number to judge by
        return bad();
    }
    core::Quantity quantity;
    quantity.value = number.number();
    quantity.unit = value.member("unit").text();
    quantity.system = value.member("system").text();
    quantity.code = value.member("code").text();
    return good(std::move(quantity));
}

ReadValue read_text(std::string_view text, std::string_view type) {
    if (type == "Date") {
        std::optional<core::Date> const date = core::Date::from_iso(text);
        return date ? good(*date) : bad();
    }
    if (type == "DateTime") {
        return is_date_time(text) ? good(core::DateTimeText{std::string{text}}) : bad();
    }
    if (type == "Time") {
        return is_time(text) ? good(core::TimeText{std::string{text}}) : bad();
    }
    if (type == "Uri") {
        return good(core::UrlText{std::string{text}});
    }
    return good(std::string{text});
}

}  // namespace

bool is_time(std::string_view text) {
    if (text.size() < 8 || text[2] != ':' || text[5] != ':' || !all_digits(text.substr(0, 2)) ||
        !all_digits(text.substr(3, 2)) || !all_digits(text.substr(6, 2))) {
        return false;
    }
    if (two_digits(text) > 23 || two_digits(text.substr(3)) > 59 || two_digits(text.substr(6)) > 60) {
        return false;
    }
    return text.size() == 8 || (text[8] == '.' && all_digits(text.substr(9)));
}

bool is_date_time(std::string_view text) {
    if (text.size() == 4) {
        return core::Date::from_iso(std::string{text} + "-01-01").has_value();
    }
    if (text.size() == 7) {
        return core::Date::from_iso(std::string{text} + "-01").has_value();
    }
    if (!core::Date::from_iso(text.substr(0, 10))) {
        return false;
    }
    if (text.size() == 10) {
        return true;
    }
    std::string_view time = text.substr(10);
    if (time[0] != 'T') {
        return false;
    }
    time.remove_prefix(1);
    if (!time.empty() && time.back() == 'Z') {
        return is_time(time.substr(0, time.size() - 1));
    }
    if (time.size() < 6) {
        return false;
    }
    std::string_view const zone = time.substr(time.size() - 6);
    return (zone[0] == '+' || zone[0] == '-') && all_digits(zone.substr(1, 2)) && zone[3] == ':' &&
           all_digits(zone.substr(4, 2)) && two_digits(zone.substr(1)) <= 14 && two_digits(zone.substr(4)) <= 59 &&
           is_time(time.substr(0, time.size() - 6));
}

ReadValue read_value(JsonValue value, std::string_view type) {
    if (!value || value.is(JsonKind::Null) || (value.is(JsonKind::String) && value.text().empty())) {
        return {};
    }
    if (type == "Boolean") {
        return value.is(JsonKind::Boolean) ? good(value.boolean()) : bad();
    }
    if (type == "Integer") {
        return value.is(JsonKind::Integer) ? good(value.integer()) : bad();
    }
    if (type == "Decimal") {
        return value.is(JsonKind::Integer) || value.is(JsonKind::Number) ? good(value.number()) : bad();
    }
    if (type == "Coding") {
        return value.is(JsonKind::Object) ? read_coding(value) : bad();
    }
    if (type == "Quantity") {
        return value.is(JsonKind::Object) ? read_quantity(value) : bad();
    }
    bool const textual = type == "Date" || type == "DateTime" || type == "Time" || type == "String" || type == "Uri";
    return textual && value.is(JsonKind::String) ? read_text(value.text(), type) : bad();
}

TypedValue find_typed(JsonValue object, std::string_view prefix) {
    TypedValue found;
    for (JsonMember member : object.members()) {
        std::string_view const name = member.name();
        if (name.size() <= prefix.size() || name.substr(0, prefix.size()) != prefix || name[prefix.size()] < 'A' ||
            name[prefix.size()] > 'Z') {
            continue;
        }
        bool const empty = member.value.is(JsonKind::Null) ||
                           (member.value.is(JsonKind::String) && member.value.text().empty()) ||
                           (member.value.is(JsonKind::Object) && member.value.size() == 0);
        if (empty) {
            continue;
        }
        found.several = static_cast<bool>(found.value);
        found.type = name.substr(prefix.size());
        found.value = member.value;
        if (found.several) {
            break;
        }
    }
    return found;
}

bool fits(core::Item const& item, std::string_view type) {
    switch (item.type) {
        case ItemType::Boolean: return type == "Boolean";
        case ItemType::Decimal: return type == "Decimal";
        case ItemType::Integer: return type == "Integer";
        case ItemType::Date: return type == "Date";
        case ItemType::DateTime: return type == "DateTime";
        case ItemType::Time: return type == "Time";
        case ItemType::String:
        case ItemType::Text: return type == "String";
        case ItemType::Url: return type == "Uri";
        case ItemType::Quantity: return type == "Quantity";
        case ItemType::Choice:
        case ItemType::OpenChoice: {
            if (type == "String" && item.type == ItemType::OpenChoice) {
                return true;
            }
            bool coded = item.options.empty();
            for (core::AnswerOption const& option : item.options) {
                coded = coded || std::holds_alternative<core::Coding>(option.value);
                if ((type == "Integer" && std::holds_alternative<std::int64_t>(option.value)) ||
                    (type == "Date" && std::holds_alternative<core::Date>(option.value)) ||
                    (type == "Time" && std::holds_alternative<core::TimeText>(option.value)) ||
                    (type == "String" && std::holds_alternative<std::string>(option.value))) {
                    return true;
                }
            }
            return coded && type == "Coding";
        }
        case ItemType::Group:
        case ItemType::Display: break;
    }
    return false;
}

void complete_coding(core::Item const& item, core::Value& value) {
    auto* coding = std::get_if<core::Coding>(&value);
    if (coding == nullptr || !coding->system.empty()) {
        return;
    }
    for (core::AnswerOption const& option : item.options) {
        auto const* known = std::get_if<core::Coding>(&option.value);
        if (known != nullptr && known->code == coding->code) {
            coding->system = known->system;
            return;
        }
    }
}

std::string_view fhir_name(core::ItemType type) { return type_names[static_cast<std::size_t>(type)]; }

std::optional<core::ItemType> item_type(std::string_view fhir_name) {
    auto const found = std::find(type_names.begin(), type_names.end(), fhir_name);
    if (found == type_names.end()) {
        return std::nullopt;
    }
    return static_cast<core::ItemType>(found - type_names.begin());
}

}  // namespace needlewise::formats
