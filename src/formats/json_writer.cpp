#include "formats/json_writer.hpp"

#include "formats/decimal.hpp"
#include "formats/utf8.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <utility>

namespace needlewise::formats {

void JsonWriter::begin_object() { begin('{'); }
void JsonWriter::end_object() { end('}'); }
void JsonWriter::begin_array() { begin('['); }
void JsonWriter::end_array() { end(']'); }

void JsonWriter::key(std::string_view name) {
    assert(!filled_.empty() && !after_key_);
    before_value();
    quoted(name);
    out_ += layout_ == JsonLayout::Pretty ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
    before_value();
    quoted(text);
}

void JsonWriter::integer(std::int64_t value) {
    before_value();
    out_ += std::to_string(value);
}

void JsonWriter::as_written(std::string_view number) {
    before_value();
    out_ += number;
}

void JsonWriter::number(double value) {
    if (!std::isfinite(value)) {
        null();
        return;
    }
    before_value();
    out_ += decimal_text(value);
}

void JsonWriter::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

void JsonWriter::null() {
    before_value();
    out_ += "null";
}

std::string JsonWriter::take() {
    assert(filled_.empty() && !after_key_);
    return std::exchange(out_, {});
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (filled_.empty()) return;
    if (filled_.back()) out_ += ',';
    filled_.back() = true;
    new_line();
}

void JsonWriter::begin(char bracket) {
    before_value();
    out_ += bracket;
    filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
    assert(!filled_.empty() && !after_key_);
    bool const had_content = filled_.back();
    filled_.pop_back();
    if (had_content) new_line();
    out_ += bracket;
}

void JsonWriter::new_line() {
    if (layout_ == JsonLayout::Compact) return;
    out_ += '\n';
    out_.append(2 * filled_.size(), ' ');
}

// RFC 8259 section 7: quotation mark, backslash and U+0000 to U+001F must be escaped.
void JsonWriter::quoted(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    out_ += '"';
    for (std::size_t position = 0; position < text.size();) {
        auto const length = utf8_character_length(text, position);
        if (length != 1) {
            out_ += length == 0 ? std::string_view{"\xEF\xBF\xBD"} : text.substr(position, length);
            position += length == 0 ? 1 : length;
            continue;
        }
        char const character = text[position++];
        switch (character) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\f': out_ += "\\f"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default: {
                auto const code = static_cast<unsigned char>(character);
                if (code >= 0x20) {
                    out_ += character;
                } else {
                    out_ += "\\u00";
                    out_ += hexadecimal[code >> 4U];
                    out_ += hexadecimal[code & 0xFU];
                }
            }
        }
    }
    out_ += '"';
}

}  // namespace needlewise::formats
