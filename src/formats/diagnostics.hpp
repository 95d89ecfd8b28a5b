#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats {

/// Error: the content cannot be used. Warning: it can, but something in it is not as it should be.
enum class Severity : std::uint8_t { Warning, Error };

/// One problem of content, with what to do about it.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string file;
    unsigned line = 0;    // from 1; 0: the file as a whole
    unsigned column = 0;  // from 1, in characters
    std::string pointer;  // JSON pointer
    std::string code;     // short and stable, such as `unknown-link-id`
    std::string message;
    std::string advice;

    bool operator==(Diagnostic const&) const = default;
};

bool any_error(std::vector<Diagnostic> const& diagnostics);

/// The text without control characters, each of which becomes `?`: content must not steer the terminal it is shown in.
std::string printable(std::string text);

/// `file:line:column: error: message (at /pointer). advice [code]`
std::string to_text(Diagnostic const& diagnostic);

}  // namespace needlewise::formats
