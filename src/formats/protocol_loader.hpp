#pragma once

#include "core/protocol.hpp"
#include "formats/diagnostics.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats {

/// One file of a protocol folder. The end of the path says which: `questionnaire.json`, `words/en.json` …
struct SourceFile {
    std::string path;
    std::string_view text;
};

struct LoadedProtocol {
    core::Protocol protocol;
    /// All that was found, by file and place.
    std::vector<Diagnostic> diagnostics;

    /// Nothing that uses the protocol can fail.
    bool usable() const { return !any_error(diagnostics); }
};

/// Reads a protocol (assets/README.md) with its words in `language`; a language it has no words for, or none, gives the
/// protocol's own. A questionnaire.json alone is a protocol too.
///
/// Everything needed for a program that cannot fail is checked here. What only makes content poor (unused words,
/// questions that are never asked) is added by check_protocol.
LoadedProtocol load_protocol(std::span<SourceFile const> files, std::string_view language);

/// The languages that have a words file, sorted.
std::vector<std::string> languages_of(std::span<SourceFile const> files);

}  // namespace needlewise::formats
