#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats {

/// Line breaks and two spaces a level, or none at all.
enum class JsonLayout : std::uint8_t { Compact, Pretty };

/// Writes JSON text in the order of the calls; the caller keeps keys unique and brackets balanced.
///
///     JsonWriter json;
///     json.begin_object();
///     json.key("outcome"); json.string("clear");
///     json.end_object();
///     print(json.take());  // {"outcome":"clear"}
///
/// What comes out is always valid UTF-8: bytes that are not become U+FFFD. Numbers that JSON cannot hold (infinities,
/// not-a-number) become null.
class JsonWriter {
public:
    explicit JsonWriter(JsonLayout layout = JsonLayout::Compact) : layout_{layout} {}

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void string(std::string_view text);
    void integer(std::int64_t value);
    /// The shortest form that reads back as the same number.
    void number(double value);
    /// A number as it stands in another JSON text.
    void as_written(std::string_view number);
    void boolean(bool value);
    void null();

    /// The text so far; the writer is empty afterwards and can be used again.
    std::string take();

private:
    void before_value();
    void begin(char bracket);
    void end(char bracket);
    void new_line();
    void quoted(std::string_view text);

    JsonLayout layout_;
    std::string out_;
    /// For each open bracket, whether something stands inside it already.
    std::vector<int> filled_;  // vector<bool> grows by far more code
    bool after_key_ = false;
};

}  // namespace needlewise::formats
