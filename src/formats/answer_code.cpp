#include "formats/answer_code.hpp"

#include "formats/base32.hpp"
#include "formats/bits.hpp"
#include "formats/fhir_values.hpp"
#include "formats/utf8.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::Answer;
using core::Error;
using core::Item;
using core::ItemIndex;
using core::ItemType;
using core::Questionnaire;
using core::Result;
using core::Value;

constexpr std::uint64_t code_version = 1;
constexpr std::size_t header_size = 9;
constexpr std::size_t checksum_size = 4;
constexpr std::size_t longest_text = 2000;
/// Answers to a question that repeats without options, such as several dates.
constexpr std::size_t most_values = 64;

/// CRC-32 of IEEE 802.3: finds every error of up to three bits in texts this short.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = ~std::uint32_t{0};
    for (char const byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~sum;
}

/// 24 bits that stand for a text.
std::uint64_t mark_of(std::string_view text) { return checksum(text) & 0xFFFFFFU; }

void describe(std::string& shape, std::string_view part) { (shape += part) += '\n'; }

struct ValueText {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(double value) const { return std::to_string(bits_of(value)); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(core::Date value) const { return value.iso(); }
    std::string operator()(core::DateTimeText const& value) const { return value.text; }
    std::string operator()(core::TimeText const& value) const { return value.text; }
    std::string operator()(std::string const& value) const { return value; }
    std::string operator()(core::UrlText const& value) const { return value.text; }
    std::string operator()(core::Coding const& value) const { return value.system + '#' + value.code; }
    std::string operator()(core::Quantity const& value) const {
        return (*this)(value.value) + value.unit + '#' + value.system + '#' + value.code;
    }
};
std::string text_of(Value const& value) { return std::visit(ValueText{}, value); }

/// All that the places in a code depend on.
std::uint64_t shape_mark(Questionnaire const& questionnaire) {
    std::string shape;
    for (Item const& item : questionnaire.items) {
        describe(shape, item.link_id);
        describe(shape, std::to_string(static_cast<int>(item.type)) + (item.repeats ? "*" : "") + '/' +
                            (item.parent ? std::to_string(*item.parent) : "") + '/' +
                            std::to_string(static_cast<int>(item.enable_behavior)));
        for (core::EnableWhen const& rule : item.enable_when) {
            describe(shape, std::to_string(rule.question) + '/' + std::to_string(static_cast<int>(rule.comparison)) +
                                '/' + text_of(rule.answer));
        }
        for (core::AnswerOption const& option : item.options) {
            describe(shape, text_of(option.value));
        }
    }
    return mark_of(shape);
}

unsigned width_of(std::size_t count) { return bit_width(count - 1); }

std::optional<std::size_t> option_of(Item const& item, Value const& value) {
    for (std::size_t place = 0; place < item.options.size(); ++place) {
        if (core::same(item.options[place].value, value)) {
            return place;
        }
    }
    return std::nullopt;
}

void put_value(BitWriter& bits, Value const& value) {
    if (auto const* truth = std::get_if<bool>(&value)) {
        bits.put(*truth ? 1 : 0, 1);
    } else if (auto const* number = std::get_if<std::int64_t>(&value)) {
        bits.put_signed(*number);
    } else if (auto const* date = std::get_if<core::Date>(&value)) {
        bits.put_signed(date->days_since_epoch());
    } else if (auto const* decimal = std::get_if<double>(&value)) {
        bits.put(bits_of(*decimal), 64);
    } else if (auto const* coding = std::get_if<core::Coding>(&value)) {
        bits.put_text(coding->system);
        bits.put_text(coding->code);
        bits.put_text(coding->display);
    } else if (auto const* quantity = std::get_if<core::Quantity>(&value)) {
        bits.put(bits_of(quantity->value), 64);
        bits.put_text(quantity->unit);
        bits.put_text(quantity->system);
        bits.put_text(quantity->code);
    } else {
        bits.put_text(text_of(value));
    }
}

std::string get_text(BitReader& bits) {
    std::string text = bits.get_text(longest_text);
    if (text != valid_utf8(text)) {
        bits.fail();
    }
    return text;
}

std::string get_text_if(BitReader& bits, bool (*fits)(std::string_view)) {
    std::string text = get_text(bits);
    if (!fits(text)) {
        bits.fail();
    }
    return text;
}

double get_decimal(BitReader& bits) {
    auto const number = double_of(bits.get(64));
    if (!(number - number == 0)) {  // neither infinite nor not a number
        bits.fail();
        return 0;
    }
    return number;
}

core::Date get_date(BitReader& bits) {
    auto const days = bits.get_signed();
    constexpr std::int64_t first = -719162;  // 0001-01-01
    constexpr std::int64_t last = 2932896;   // 9999-12-31
    if (days < first || days > last) {
        bits.fail();
        return {};
    }
    return core::Date::from_days_since_epoch(static_cast<std::int32_t>(days));
}

core::Coding get_coding(BitReader& bits) {
    std::string system = get_text(bits);
    std::string code = get_text(bits);
    return {std::move(system), std::move(code), get_text(bits)};
}

core::Quantity get_quantity(BitReader& bits) {
    core::Quantity quantity;
    quantity.value = get_decimal(bits);
    quantity.unit = get_text(bits);
    quantity.system = get_text(bits);
    quantity.code = get_text(bits);
    return quantity;
}

Value get_value(BitReader& bits, ItemType type) {
    switch (type) {
        case ItemType::Boolean: return bits.get(1) != 0;
        case ItemType::Integer: return bits.get_signed();
        case ItemType::Decimal: return get_decimal(bits);
        case ItemType::Date: return get_date(bits);
        case ItemType::DateTime: return core::DateTimeText{get_text_if(bits, is_date_time)};
        case ItemType::Time: return core::TimeText{get_text_if(bits, is_time)};
        case ItemType::Url: return core::UrlText{get_text(bits)};
        case ItemType::Choice: return get_coding(bits);
        case ItemType::Quantity: return get_quantity(bits);
        default: return get_text(bits);
    }
}

/// An answer among options: one of them, or a bit for each.
void put_options(BitWriter& bits, Item const& item, Answer const& answer) {
    if (item.repeats) {
        bits.put(answer.size() > 1 ? 1 : 0, 1);
    }
    if (answer.size() == 1) {
        bits.put(option_of(item, answer.front()).value_or(0), width_of(item.options.size()));
        return;
    }
    for (core::AnswerOption const& option : item.options) {
        bool const ticked = std::any_of(answer.begin(), answer.end(),
                                        [&](Value const& value) { return core::same(option.value, value); });
        bits.put(ticked ? 1 : 0, 1);
    }
}

Answer get_options(BitReader& bits, Item const& item) {
    if (item.repeats && bits.get(1) != 0) {
        Answer answer;
        for (core::AnswerOption const& option : item.options) {
            if (bits.get(1) != 0) {
                answer.push_back(option.value);
            }
        }
        if (answer.size() < 2) {
            bits.fail();
        }
        return answer;
    }
    auto const place = bits.get(width_of(item.options.size()));
    if (place >= item.options.size()) {
        bits.fail();
        return {};
    }
    return {item.options[static_cast<std::size_t>(place)].value};
}

bool only_options(Item const& item, Answer const& answer) {
    return std::all_of(answer.begin(), answer.end(), [&](Value const& value) { return option_of(item, value); });
}

/// An option of any type may stand beside free text.
enum class OpenKind : std::uint8_t { Text, Option, Coding, Count };

void put_open(BitWriter& bits, Item const& item, Value const& value) {
    auto const place = option_of(item, value);
    auto const kind = place                                         ? OpenKind::Option
                      : std::holds_alternative<core::Coding>(value) ? OpenKind::Coding
                                                                    : OpenKind::Text;
    bits.put(static_cast<std::uint64_t>(kind), 2);
    place ? bits.put_number(*place) : put_value(bits, value);
}

Value get_open(BitReader& bits, Item const& item) {
    switch (static_cast<OpenKind>(bits.get(2))) {
        case OpenKind::Text: return get_text(bits);
        case OpenKind::Coding: return get_coding(bits);
        case OpenKind::Option:
            if (auto const place = bits.get_number(); place < item.options.size()) {
                return item.options[static_cast<std::size_t>(place)].value;
            }
            break;
        case OpenKind::Count: break;
    }
    bits.fail();
    return std::string{};
}

void put_answer(BitWriter& bits, Item const& item, Answer const& answer) {
    bool const open = item.type == ItemType::OpenChoice;
    if (!item.options.empty() && (!open || only_options(item, answer))) {
        if (open) {
            bits.put(0, 1);
        }
        put_options(bits, item, answer);
        return;
    }
    if (open && !item.options.empty()) {
        bits.put(1, 1);
    }
    if (item.repeats) {
        bits.put_number(answer.size());
    }
    for (Value const& value : answer) {
        open ? put_open(bits, item, value) : put_value(bits, value);
    }
}

Answer get_answer(BitReader& bits, Item const& item) {
    bool const open = item.type == ItemType::OpenChoice;
    if (!item.options.empty() && (!open || bits.get(1) == 0)) {
        return get_options(bits, item);
    }
    auto const count = item.repeats ? bits.get_number() : 1;
    if (count < 1 || count > most_values) {
        bits.fail();
        return {};
    }
    Answer answer;
    for (std::uint64_t left = count; left > 0 && !bits.failed(); --left) {
        answer.push_back(open ? get_open(bits, item) : get_value(bits, item.type));
    }
    return answer;
}

/// Neither needs to know today: whether a question is enabled does not depend on ranges.
constexpr core::Date no_day{};

bool counts(core::AnswerStanding standing) {
    return standing == core::AnswerStanding::Valid || standing == core::AnswerStanding::OutOfRange;
}

void put_answers(BitWriter& bits, Questionnaire const& questionnaire, core::AnswerSheet const& sheet) {
    core::EffectiveAnswers const answers{questionnaire, sheet, no_day};
    for (ItemIndex const index : questionnaire.enabling_order) {
        Item const& item = questionnaire.items[index];
        if (!core::is_question(item.type) || !answers.enabled(index)) {
            continue;
        }
        bool const said = counts(answers.standing(index)) && sheet.answers[index].size() <= most_values;
        bits.put(said ? 1 : 0, 1);
        if (said) {
            put_answer(bits, item, sheet.answers[index]);
        }
    }
}

core::AnswerSheet get_answers(BitReader& bits, Questionnaire const& questionnaire) {
    core::AnswerSheet sheet{questionnaire};
    core::EffectiveAnswers answers{questionnaire, sheet, no_day};
    for (ItemIndex const index : questionnaire.enabling_order) {
        Item const& item = questionnaire.items[index];
        if (!core::is_question(item.type) || !answers.enabled(index) || bits.get(1) == 0) {
            continue;
        }
        sheet.answers[index] = get_answer(bits, item);
        answers.update(questionnaire, sheet, index, no_day);
        if (!counts(answers.standing(index))) {
            bits.fail();
        }
        if (bits.failed()) {
            break;
        }
    }
    return sheet;
}

void put_plan(BitWriter& bits, Visit const& visit) {
    bits.put(visit.plan_id != 0 ? 1 : 0, 1);
    if (visit.plan_id != 0) {
        bits.put(visit.plan_id, 48);
    }
    bits.put(visit.plan.date ? 1 : 0, 1);
    if (visit.plan.date) {
        bits.put_signed(visit.plan.date->days_since_epoch());
    }
    bits.put_number(visit.plan.moves.size());
    for (auto const& [session, date] : visit.plan.moves) {
        bits.put_number(static_cast<std::uint64_t>(session));
        bits.put_signed(date.days_since_epoch());
    }
}

core::Date get_plan_day(BitReader& bits) {
    auto const date = get_date(bits);
    if (!is_plan_day(date)) {
        bits.fail();
    }
    return date;
}

void get_plan(BitReader& bits, Visit& visit) {
    if (bits.get(1) != 0) {
        visit.plan_id = bits.get(48);
    }
    if (bits.get(1) != 0) {
        visit.plan.date = get_plan_day(bits);
    }
    auto const count = bits.get_number();
    if (count > most_moves) {
        bits.fail();
    }
    for (std::uint64_t left = count; left > 0 && !bits.failed(); --left) {
        auto const session = bits.get_number();
        auto const date = get_plan_day(bits);
        if (session < 1 || session > most_moves || !visit.plan.moves.emplace(static_cast<int>(session), date).second) {
            bits.fail();
        }
    }
}

Error refusal(char const* code, char const* message, std::size_t place = 0) {
    return {code, message, {{}, place == 0 ? 0U : 1U, static_cast<unsigned>(place), {}}};
}

std::uint64_t number_at(std::string_view bytes, std::size_t place, unsigned size) {
    return BitReader{bytes.substr(place, size)}.get(8 * size);
}

/// Whole and unchanged, whatever it says.
std::optional<Error> check_frame(std::string_view bytes, std::string_view code) {
    auto const length =
        bytes.size() < header_size ? header_size + checksum_size : static_cast<std::size_t>(number_at(bytes, 1, 2));
    if (bytes.size() < length) {
        return refusal("code-cut", "the end of the code is missing", code.size());
    }
    std::size_t const characters = (length * 8 + 4) / 5;
    if (code.size() > characters) {
        return refusal("code-longer", "something was added to the end of the code", characters + 1);
    }
    auto const content = bytes.substr(0, length - std::min(length, checksum_size));
    auto const last_digit = to_base32(bytes).back() & ~0x20;  // its spare bits are zero
    if (length < header_size + checksum_size || checksum(content) != number_at(bytes, content.size(), 4) ||
        last_digit != (code.back() & ~0x20)) {
        return refusal("code-damaged", "a part of the code was changed or is missing");
    }
    return std::nullopt;
}

/// Written by us for this form.
std::optional<Error> check_header(std::string_view bytes, Questionnaire const& questionnaire) {
    if (number_at(bytes, 0, 1) != code_version) {
        return refusal("code-newer", "the code was made by another version of this page");
    }
    if (number_at(bytes, 3, 3) != mark_of(questionnaire.url)) {
        return refusal("code-other-questionnaire", "the code holds answers to other questions");
    }
    if (number_at(bytes, 6, 3) != shape_mark(questionnaire)) {
        return refusal("code-changed-questionnaire", "the questions have changed since the code was made");
    }
    return std::nullopt;
}

}  // namespace

std::string write_answer_code(Questionnaire const& questionnaire, Visit const& visit) {
    BitWriter body;
    put_answers(body, questionnaire, visit.sheet);
    put_plan(body, visit);
    auto const content = body.take();
    BitWriter bits;
    bits.put(code_version, 8);
    bits.put(header_size + content.size() + checksum_size, 16);
    bits.put(mark_of(questionnaire.url), 24);
    bits.put(shape_mark(questionnaire), 24);
    auto bytes = bits.take() + content;
    BitWriter sum;
    sum.put(checksum(bytes), 32);
    return to_base32(bytes + sum.take());
}

Result<Visit> read_answer_code(Questionnaire const& questionnaire, std::string_view code) {
    if (code.empty()) {
        return refusal("code-empty", "there is no code");
    }
    if (code.size() > longest_answer_code) {
        return refusal("code-too-long", "this is too long for a code", longest_answer_code + 1);
    }
    std::size_t wrong = 0;
    auto const bytes = from_base32(code, wrong);
    if (!bytes) {
        return refusal("code-character", "a code has only letters and the digits 2 to 7", wrong + 1);
    }
    if (auto error = check_frame(*bytes, code)) {
        return std::move(*error);
    }
    if (auto error = check_header(*bytes, questionnaire)) {
        return std::move(*error);
    }
    BitReader bits{std::string_view{*bytes}.substr(header_size, bytes->size() - header_size - checksum_size)};
    Visit visit;
    visit.sheet = get_answers(bits, questionnaire);
    get_plan(bits, visit);
    if (!bits.at_end()) {
        return refusal("code-nonsense", "the code says something that cannot be");
    }
    return visit;
}

}  // namespace needlewise::formats
