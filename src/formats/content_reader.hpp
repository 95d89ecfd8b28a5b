#pragma once

#include "formats/diagnostics.hpp"
#include "formats/json.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats {

enum class Need : std::uint8_t { Required, Optional };

/// So many problems are reported at most; then one more says that there are more.
constexpr std::size_t most_diagnostics = 1000;

/// Reads one content file: typed look-ups that report what is wrong, with its place, and go on.
class ContentReader {
public:
    ContentReader(std::string_view file, JsonDocument const& document, std::vector<Diagnostic>& diagnostics)
        : file_{file}, document_{&document}, diagnostics_{&diagnostics} {}

    JsonValue root() const { return document_->root(); }
    std::string const& file() const { return file_; }

    /// In message and advice, `%` stands for the next of `texts` in quotes and `$` for the next as it is: so the many
    /// places that report carry no code for building texts, which counts in the page.
    using Texts = std::initializer_list<std::string_view>;
    void error(JsonValue at, char const* code, char const* message, char const* advice, Texts texts = {}) {
        report(Severity::Error, at, code, message, advice, texts);
    }
    void warning(JsonValue at, char const* code, char const* message, char const* advice, Texts texts = {}) {
        report(Severity::Warning, at, code, message, advice, texts);
    }

    /// Reports `wrong-type` unless the value is of that kind.
    bool expect(JsonValue value, JsonKind kind);
    /// Reports each member whose name is not among these (`unknown-member`).
    void only_members(JsonValue object, std::initializer_list<char const*> names);

    /// The member if it is there and of that kind; else absent, reported (`missing-member`, `wrong-type`) where due.
    /// A null counts as left out.
    JsonValue member(JsonValue object, char const* name, JsonKind kind, Need need);
    std::string text(JsonValue object, char const* name, Need need);
    std::optional<int> whole(JsonValue object, char const* name, Need need);
    bool flag(JsonValue object, char const* name, bool left_out);
    std::vector<std::string> texts(JsonValue object, char const* name, Need need);
    /// Position of the member's text in `names`; -1 if left out or not among them (`unknown-value`).
    int one_of(JsonValue object, char const* name, std::initializer_list<char const*> names, Need need);
    /// A whole number that fits an int; reported otherwise.
    std::optional<int> whole_value(JsonValue value);

private:
    void report(Severity severity, JsonValue at, char const* code, char const* message, char const* advice,
                Texts texts);

    std::string file_;
    JsonDocument const* document_;
    std::vector<Diagnostic>* diagnostics_;
};

/// `"name"`, cut where it is very long.
std::string quoted(std::string_view name);
/// `"a", "b" or "c"`.
std::string listed(std::initializer_list<char const*> names);

}  // namespace needlewise::formats
