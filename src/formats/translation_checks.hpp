#pragma once

#include "core/protocol.hpp"
#include "formats/content_reader.hpp"
#include "formats/protocol_loader.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats {

/// What a text was when it was translated, in short: 8 hexadecimal digits of FNV-1a (web/tools/translated.mjs writes them).
std::string text_hash(std::string_view text);

/// A catalogue against the texts it was translated from (an empty one is needed, but not known): what is missing, what nothing uses, placeholders that differ,
/// and, where `hashes` (of words/<language>.source.json; may be absent) tell, what has changed since.
void check_translation(ContentReader& reader, core::Catalogue const& originals, JsonValue hashes);

/// The page's own words: `words/en.json`, and each other language against it.
std::vector<Diagnostic> check_interface_words(std::span<SourceFile const> files);

}  // namespace needlewise::formats
