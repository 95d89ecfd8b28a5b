#include "formats/diagnostics.hpp"

#include <algorithm>

namespace needlewise::formats {

bool any_error(std::vector<Diagnostic> const& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](Diagnostic const& diagnostic) { return diagnostic.severity == Severity::Error; });
}

std::string printable(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            c = '?';
        }
    }
    return text;
}

std::string to_text(Diagnostic const& diagnostic) {
    std::string text = diagnostic.file;
    if (diagnostic.line != 0) {
        text += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
    }
    text += diagnostic.severity == Severity::Error ? ": error: " : ": warning: ";
    text += diagnostic.message;
    if (!diagnostic.pointer.empty()) {
        text += " (at " + diagnostic.pointer + ")";
    }
    if (!diagnostic.advice.empty()) {
        text += ". " + diagnostic.advice;
    }
    return printable(text + " [" + diagnostic.code + "]");
}

}  // namespace needlewise::formats
