#include "formats/content_reader.hpp"

#include <algorithm>

namespace needlewise::formats {

std::string quoted(std::string_view name) {
    constexpr std::size_t longest = 80;
    std::string text = "\"";
    if (name.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u) {
            --end;  // not inside a character
        }
        text.append(name.substr(0, end));
        text += "\u2026";
    } else {
        text.append(name);
    }
    return text + "\"";
}

std::string listed(std::initializer_list<char const*> names) {
    std::string text;
    std::size_t left = names.size();
    for (char const* name : names) {
        text += quoted(name);
        --left;
        if (left > 0) {
            text += left == 1 ? " or " : ", ";
        }
    }
    return text;
}

namespace {

std::string filled(char const* pattern, std::string_view const*& next) {
    std::string text;
    for (; *pattern != '\0'; ++pattern) {
        if (*pattern == '%') {
            text += quoted(*next++);
        } else if (*pattern == '$') {
            text += *next++;
        } else {
            text += *pattern;
        }
    }
    return text;
}

}  // namespace

void ContentReader::report(Severity severity, JsonValue at, char const* code, char const* message, char const* advice,
                           Texts texts) {
    if (diagnostics_->size() > most_diagnostics) {
        if (severity == Severity::Error) {
            (*diagnostics_)[most_diagnostics].severity = severity;  // an error counts, listed or not
        }
        return;
    }
    Diagnostic diagnostic;
    if (diagnostics_->size() == most_diagnostics) {
        code = "too-many";
        message = "there are more problems than are listed";
        advice = "Correct these first";
    }
    Place place = document_->place_of(at);
    std::string_view const* next = texts.begin();
    diagnostic.severity = severity;
    diagnostic.file = file_;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.pointer = std::move(place.pointer);
    diagnostic.code = code;
    diagnostic.message = filled(message, next);
    diagnostic.advice = filled(advice, next);
    diagnostics_->push_back(std::move(diagnostic));
}

bool ContentReader::expect(JsonValue value, JsonKind kind) {
    if (value.is(kind) || (kind == JsonKind::Number && value.is(JsonKind::Integer))) {
        return true;
    }
    error(value, "wrong-type", "this is $, not $", "Write $ here",
          {name_of(value.kind()), name_of(kind), name_of(kind)});
    return false;
}

void ContentReader::only_members(JsonValue object, std::initializer_list<char const*> names) {
    for (JsonMember member : object.members()) {
        if (std::find(names.begin(), names.end(), member.name()) == names.end()) {
            error(member.key, "unknown-member", "there is no % here", "Known are $", {member.name(), listed(names)});
        }
    }
}

JsonValue ContentReader::member(JsonValue object, char const* name, JsonKind kind, Need need) {
    JsonValue value = object.member(name);
    if (!value || value.is(JsonKind::Null)) {
        if (need == Need::Required) {
            error(value ? value : object, "missing-member", "% is missing", "Add %: $", {name, name, name_of(kind)});
        }
        return {};
    }
    return expect(value, kind) ? value : JsonValue{};
}

std::string ContentReader::text(JsonValue object, char const* name, Need need) {
    JsonValue const value = member(object, name, JsonKind::String, need);
    if (value && value.text().empty() && need == Need::Required) {
        error(value, "empty-text", "% is empty", "Write a text", {name});
    }
    return std::string{value.text()};
}

std::optional<int> ContentReader::whole_value(JsonValue value) {
    if (!expect(value, JsonKind::Integer)) {
        return std::nullopt;
    }
    // Far beyond anything meant as days or minutes, and sums of it stay far from overflow.
    constexpr std::int64_t largest = 1'000'000;
    std::int64_t const number = value.integer();
    if (number < -largest || number > largest) {
        error(value, "out-of-range", "this number is too large", "Numbers reach from -1000000 to 1000000");
        return std::nullopt;
    }
    return static_cast<int>(number);
}

std::optional<int> ContentReader::whole(JsonValue object, char const* name, Need need) {
    JsonValue const value = member(object, name, JsonKind::Integer, need);
    return value ? whole_value(value) : std::nullopt;
}

bool ContentReader::flag(JsonValue object, char const* name, bool left_out) {
    JsonValue const value = member(object, name, JsonKind::Boolean, Need::Optional);
    return value ? value.boolean() : left_out;
}

std::vector<std::string> ContentReader::texts(JsonValue object, char const* name, Need need) {
    std::vector<std::string> list;
    for (JsonValue element : member(object, name, JsonKind::Array, need).elements()) {
        if (expect(element, JsonKind::String)) {
            list.emplace_back(element.text());
        }
    }
    return list;
}

int ContentReader::one_of(JsonValue object, char const* name, std::initializer_list<char const*> names, Need need) {
    JsonValue const value = member(object, name, JsonKind::String, need);
    if (!value) {
        return -1;
    }
    auto const found = std::find(names.begin(), names.end(), value.text());
    if (found == names.end()) {
        error(value, "unknown-value", "% is no $", "Write $", {value.text(), name, listed(names)});
        return -1;
    }
    return static_cast<int>(found - names.begin());
}

}  // namespace needlewise::formats
