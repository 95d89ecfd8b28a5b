#pragma once

#include "formats/protocol_loader.hpp"

namespace needlewise::formats {

/// load_protocol and everything else that can be wrong with content without making it unusable: words that are missing
/// or that nothing uses, in every language; questions that are never asked; rules that can never fire; parameters and
/// differences that nothing uses; files that are no part of a protocol. A missing word is an error.
/// The translations that questionnaire.json itself carries are read here, and the bad ones reported.
/// Not needed by the page, whose content was checked when it was built (web/tools/translations.mjs gave it the words).
LoadedProtocol check_protocol(std::span<SourceFile const> files, std::string_view language);

}  // namespace needlewise::formats
