// Conditions and the other look-ups that several files of a protocol share (assets/README.md, "Conditions").
#include "formats/fhir_values.hpp"
#include "formats/protocol_reading.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::Condition;
using core::ItemType;

/// A JSON scalar as an answer of the question's type; reported if it cannot be one.
std::optional<core::Value> read_answer(ContentReader& reader, JsonValue answer, core::Item const& question) {
    char const* type = "String";
    switch (question.type) {
        case ItemType::Choice:
        case ItemType::OpenChoice:
            if (answer.is(JsonKind::String)) {
                if (std::optional<core::Coding> coding = find_code(reader, answer, question)) {
                    return std::move(*coding);
                }
                return std::nullopt;
            }
            type = "Integer";
            break;
        case ItemType::Boolean: type = "Boolean"; break;
        case ItemType::Decimal: type = "Decimal"; break;
        case ItemType::Integer: type = "Integer"; break;
        case ItemType::Date: type = "Date"; break;
        case ItemType::DateTime: type = "DateTime"; break;
        case ItemType::Time: type = "Time"; break;
        case ItemType::Url: type = "Uri"; break;
        case ItemType::Quantity: type = "Quantity"; break;
        case ItemType::String:
        case ItemType::Text: break;
        case ItemType::Group:
        case ItemType::Display: return std::nullopt;  // reported with the question
    }
    ReadValue read = read_value(answer, type);
    if (read.state != ValueState::Good) {
        reader.error(answer, "wrong-type", "this is no answer to %, which is of type $",
                     "Compare with an answer of the question's own type", {question.link_id, fhir_name(question.type)});
        return std::nullopt;
    }
    return std::move(read.value);
}

std::optional<Condition> read_comparison(ContentReader& reader, JsonValue value, ProtocolReading const& reading) {
    reader.only_members(value, {"question", "operator", "answer"});
    std::optional<core::ItemIndex> const question = read_question(reader, value, "question", Need::Required, reading);
    int const comparison =
        reader.one_of(value, "operator", {"exists", "=", "!=", ">", "<", ">=", "<="}, Need::Required);
    JsonValue const answer = value.member("answer");
    if (!answer) {
        reader.error(value, "missing-member", "\"answer\" is missing", "Say what the question is compared with");
    }
    if (!question || comparison < 0 || !answer) {
        return std::nullopt;
    }
    core::Item const& item = reading.protocol.questionnaire.items[*question];
    core::Comparison compiled;
    compiled.question = *question;
    compiled.comparison = static_cast<core::Operator>(comparison);
    if (compiled.comparison == core::Operator::Exists) {
        if (!reader.expect(answer, JsonKind::Boolean)) {
            return std::nullopt;
        }
        compiled.answer = answer.boolean();
        return Condition{std::move(compiled)};
    }
    std::optional<core::Value> read = read_answer(reader, answer, item);
    if (!read) {
        return std::nullopt;
    }
    compiled.answer = std::move(*read);
    for (core::AnswerOption const& option : item.options) {
        auto const* coding = std::get_if<core::Coding>(&option.value);
        if (coding != nullptr && coding->code == reading.unknown_code && !(option.value == compiled.answer)) {
            compiled.unknown = *coding;
        }
    }
    return Condition{std::move(compiled)};
}

/// All parts; none if one of them could not be read.
std::optional<std::vector<Condition>> read_all(ContentReader& reader, JsonValue list, ProtocolReading const& reading) {
    std::vector<Condition> parts;
    bool complete = true;
    for (JsonValue element : list.elements()) {
        std::optional<Condition> part = read_condition(reader, element, reading);
        complete = complete && part.has_value();
        if (part) {
            parts.push_back(std::move(*part));
        }
    }
    if (!complete) {
        return std::nullopt;
    }
    return parts;
}

}  // namespace

std::optional<Condition> read_condition(ContentReader& reader, JsonValue value, ProtocolReading const& reading) {
    if (!reader.expect(value, JsonKind::Object)) {
        return std::nullopt;
    }
    if (value.member("question")) {
        return read_comparison(reader, value, reading);
    }
    reader.only_members(value, {"all", "any", "not", "atLeast"});
    if (value.size() != 1) {
        reader.error(value, "wrong-condition", "this is no condition",
                     "Write a question with operator and answer, or one of all, any, not and atLeast");
        return std::nullopt;
    }
    if (JsonValue const all = reader.member(value, "all", JsonKind::Array, Need::Optional)) {
        std::optional<std::vector<Condition>> parts = read_all(reader, all, reading);
        return parts ? std::optional{Condition{core::AllOf{std::move(*parts)}}} : std::nullopt;
    }
    if (JsonValue const any = reader.member(value, "any", JsonKind::Array, Need::Optional)) {
        std::optional<std::vector<Condition>> parts = read_all(reader, any, reading);
        return parts ? std::optional{Condition{core::AnyOf{std::move(*parts)}}} : std::nullopt;
    }
    if (JsonValue const negated = reader.member(value, "not", JsonKind::Object, Need::Optional)) {
        std::optional<Condition> part = read_condition(reader, negated, reading);
        if (!part) {
            return std::nullopt;
        }
        core::NotOf negation;
        negation.part.push_back(std::move(*part));
        return Condition{std::move(negation)};
    }
    JsonValue const several = reader.member(value, "atLeast", JsonKind::Object, Need::Optional);
    if (!several) {
        return std::nullopt;
    }
    reader.only_members(several, {"count", "of"});
    std::optional<int> const count = reader.whole(several, "count", Need::Required);
    JsonValue const list = reader.member(several, "of", JsonKind::Array, Need::Required);
    std::optional<std::vector<Condition>> parts = read_all(reader, list, reading);
    if (!count || !list || !parts) {
        return std::nullopt;
    }
    if (*count < 1 || static_cast<std::size_t>(*count) > parts->size()) {
        reader.error(several.member("count"), "out-of-range", "count is not between 1 and the number of parts",
                     "Count at least 1 and at most the number of conditions in \"of\"");
        return std::nullopt;
    }
    return Condition{core::AtLeast{static_cast<unsigned>(*count), std::move(*parts)}};
}

std::optional<core::Coding> find_code(ContentReader& reader, JsonValue code, core::Item const& question) {
    for (core::AnswerOption const& option : question.options) {
        auto const* coding = std::get_if<core::Coding>(&option.value);
        if (coding != nullptr && coding->code == code.text()) {
            return *coding;
        }
    }
    reader.error(code, "unknown-code", "% has no option %", "Use a code of one of its options",
                 {question.link_id, code.text()});
    return std::nullopt;
}

std::optional<core::ItemIndex> read_question(ContentReader& reader, JsonValue object, char const* name, Need need,
                                             ProtocolReading const& reading) {
    JsonValue const value = reader.member(object, name, JsonKind::String, need);
    if (!value) {
        return std::nullopt;
    }
    std::optional<core::ItemIndex> const found = reading.protocol.questionnaire.find(value.text());
    if (!found) {
        reader.error(value, "unknown-link-id", "there is no question %",
                     "Name the linkId of a question of questionnaire.json", {value.text()});
        return std::nullopt;
    }
    if (!is_question(reading.protocol.questionnaire.items[*found].type)) {
        reader.error(value, "no-question", "% takes no answer", "Name a question", {value.text()});
        return std::nullopt;
    }
    return found;
}

std::optional<core::ParameterIndex> read_parameter(ContentReader& reader, JsonValue object, char const* name, Need need,
                                                   ParameterKind kind, ProtocolReading const& reading) {
    JsonValue const value = reader.member(object, name, JsonKind::String, need);
    if (!value) {
        return std::nullopt;
    }
    std::optional<core::ParameterIndex> const found = reading.protocol.find_parameter(value.text());
    if (!found && reading.is_broken({"rules.json", "timeline.json"})) {
        return std::nullopt;
    }
    if (!found) {
        reader.error(value, "unknown-parameter", "there is no parameter %",
                     "Name one of the parameters of rules.json or timeline.json", {value.text()});
        return std::nullopt;
    }
    if (reading.protocol.parameters[*found].kind.index() != static_cast<std::size_t>(kind)) {
        reader.error(value, "wrong-type", "the parameter % is of another kind",
                     kind == ParameterKind::Number  ? "Name a parameter that is a number"
                     : kind == ParameterKind::Level ? "Name a parameter that is a level"
                                                    : "Name a parameter that is a text",
                     {value.text()});
        return std::nullopt;
    }
    return found;
}

std::vector<std::string> read_source_keys(ContentReader& reader, JsonValue object, Need need,
                                          ProtocolReading const& reading) {
    std::vector<std::string> keys = reader.texts(object, "sources", need);
    JsonValue const list = object.member("sources");
    if (need == Need::Required && list.is(JsonKind::Array) && list.size() == 0) {
        reader.error(list, "missing-source", "no source is named", "Name at least one source of sources.json");
    }
    for (JsonValue key : list.elements()) {
        if (reading.is_broken({"sources.json"})) {
            break;
        }
        if (key.is(JsonKind::String) && reading.protocol.find_source(key.text()) == nullptr) {
            reader.error(key, "unknown-source", "there is no source %",
                         "Name a source of sources.json, or add it there", {key.text()});
        }
    }
    return keys;
}

std::vector<std::string> read_differs(ContentReader& reader, JsonValue object, ProtocolReading const& reading) {
    std::vector<std::string> ids = reader.texts(object, "differs", Need::Optional);
    for (JsonValue id : object.member("differs").elements()) {
        if (reading.is_broken({"rules.json", "timeline.json"})) {
            break;
        }
        if (id.is(JsonKind::String) && reading.protocol.find_difference(id.text()) == nullptr) {
            reader.error(id, "unknown-difference", "there is no difference %",
                         "Name one of the differences of rules.json or timeline.json", {id.text()});
        }
    }
    return ids;
}

core::Strength read_strength(ContentReader& reader, JsonValue object) {
    int const strength = reader.one_of(object, "strength", {"A", "B", "C", "D"}, Need::Required);
    return strength < 0 ? core::Strength::D : static_cast<core::Strength>(strength);
}

}  // namespace needlewise::formats
