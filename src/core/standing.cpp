#include "core/answers.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

bool is_blank(Value const& value) {
    auto const* text = std::get_if<std::string>(&value);
    return text != nullptr && text->empty();
}

/// rules.md section 2.1.
bool is_blank(Answer const& answer) {
    return std::all_of(answer.begin(), answer.end(), [](Value const& value) { return is_blank(value); });
}

AnswerOption const* option_of(Item const& item, Value const& value) {
    auto const found = std::find_if(item.options.begin(), item.options.end(),
                                    [&](AnswerOption const& option) { return same(option.value, value); });
    return found == item.options.end() ? nullptr : &*found;
}

/// The value[x] FHIR R4 gives to an item type.
bool has_type_of(ItemType type, Value const& value) {
    switch (type) {
        case ItemType::Group:
        case ItemType::Display: return false;
        case ItemType::Boolean: return std::holds_alternative<bool>(value);
        case ItemType::Decimal: return std::holds_alternative<double>(value);
        case ItemType::Integer: return std::holds_alternative<std::int64_t>(value);
        case ItemType::Date: return std::holds_alternative<Date>(value);
        case ItemType::DateTime: return std::holds_alternative<DateTimeText>(value);
        case ItemType::Time: return std::holds_alternative<TimeText>(value);
        case ItemType::String:
        case ItemType::Text: return std::holds_alternative<std::string>(value);
        case ItemType::Url: return std::holds_alternative<UrlText>(value);
        case ItemType::Choice:
        case ItemType::OpenChoice: return std::holds_alternative<Coding>(value);
        case ItemType::Quantity: return std::holds_alternative<Quantity>(value);
    }
    return false;
}

/// Options decide where there are some; they need not be codings. An open choice takes free text beside them.
bool is_offered(Item const& item, Value const& value) {
    if (item.type == ItemType::OpenChoice && std::holds_alternative<std::string>(value)) {
        return true;
    }
    if (item.options.empty() || !is_question(item.type)) {
        return has_type_of(item.type, value);
    }
    return option_of(item, value) != nullptr;
}

bool repeats_a_value(Answer const& answer) {
    for (auto value = answer.begin(); value != answer.end(); ++value) {
        if (std::any_of(answer.begin(), value, [&](Value const& earlier) { return same(earlier, *value); })) {
            return true;
        }
    }
    return false;
}

bool is_exclusive(Item const& item, Value const& value) {
    auto const* option = option_of(item, value);
    return option != nullptr && option->exclusive;
}

bool combines_what_excludes(Item const& item, Answer const& answer) {
    return answer.size() > 1 &&
           std::any_of(answer.begin(), answer.end(), [&](Value const& value) { return is_exclusive(item, value); });
}

/// rules.md section 2.4, without ranges.
bool is_well_formed(Item const& item, Answer const& answer) {
    if (answer.size() > 1 && !item.repeats) {
        return false;
    }
    if (!std::all_of(answer.begin(), answer.end(), [&](Value const& value) { return is_offered(item, value); })) {
        return false;
    }
    bool const from_options = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    return !(from_options && repeats_a_value(answer)) && !combines_what_excludes(item, answer);
}

Value resolve(Bound const& bound, Date today) {
    if (auto const* value = std::get_if<Value>(&bound)) {
        return *value;
    }
    return today;
}

/// A whole day as bound holds for every moment of that day.
std::partial_ordering compare_to_bound(Value const& value, Value const& bound) {
    auto const* moment = std::get_if<DateTimeText>(&value);
    if (moment != nullptr && std::holds_alternative<Date>(bound)) {
        return compare(DateTimeText{moment->text.substr(0, 10)}, bound);
    }
    return compare(value, bound);
}

/// questions.md, conventions: dates from 1900-01-01 to 2199-12-31.
bool is_in_calendar(Value const& value) {
    auto const* date = std::get_if<Date>(&value);
    return date == nullptr || (date->year() >= 1900 && date->year() <= 2199);
}

/// FHIR counts characters, not bytes: UTF-8 continuation bytes are left out.
bool is_short_enough(Item const& item, Value const& value) {
    auto const* text = std::get_if<std::string>(&value);
    auto const* url = std::get_if<UrlText>(&value);
    if (!item.max_length || (text == nullptr && url == nullptr)) {
        return true;
    }
    auto const& written = text != nullptr ? *text : url->text;
    auto const characters = std::count_if(
        written.begin(), written.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return characters <= *item.max_length;
}

bool is_in_range(Item const& item, Value const& value, Date today) {
    if (item.minimum && compare_to_bound(value, resolve(*item.minimum, today)) < 0) {
        return false;
    }
    if (item.maximum && compare_to_bound(value, resolve(*item.maximum, today)) > 0) {
        return false;
    }
    return is_in_calendar(value) && is_short_enough(item, value);
}

}  // namespace

AnswerStanding standing_of(Item const& item, Answer const& answer, bool malformed, Date today) {
    if (malformed) {
        return AnswerStanding::Malformed;
    }
    if (is_blank(answer)) {
        return AnswerStanding::Absent;
    }
    if (!is_well_formed(item, answer)) {
        return AnswerStanding::Malformed;
    }
    bool const in_range =
        std::all_of(answer.begin(), answer.end(), [&](Value const& value) { return is_in_range(item, value, today); });
    return in_range ? AnswerStanding::Valid : AnswerStanding::OutOfRange;
}

}  // namespace needlewise::core
