#pragma once

#include "app/session.hpp"
#include "formats/protocol_loader.hpp"

#include <span>
#include <string_view>

namespace needlewise::app {

/// Reads content files: `protocol/…` as in a protocol's folder, `interface/words/<language>.json`, and `clinic` for clinic
/// settings. Anything that cannot be used leads to the "ask staff" screen with the reasons (design.md section 4: a bad
/// clinic file is refused whole).
SessionContent read_content(std::span<formats::SourceFile const> files, std::string_view language);

Session make_session(std::span<formats::SourceFile const> files, std::string_view language, core::Date today);

/// Words of a JSON object {key: text}; none if the text is no such thing.
core::Catalogue read_words(std::string_view text);

}  // namespace needlewise::app
