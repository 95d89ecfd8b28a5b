#pragma once

#include "core/questionnaire.hpp"
#include "formats/content_reader.hpp"

#include <vector>

namespace needlewise::formats {

/// Reads a FHIR R4 Questionnaire. Everything that is wrong is reported to `reader`; what could be read is returned.
///
/// Unknown extensions are ignored. An item whose type is unknown, or that carries a modifier extension (which may
/// change its meaning in a way not known here), is kept as a hidden display without answer, and so are its descendants:
/// the rest stays usable (a warning).
core::Questionnaire read_questionnaire(ContentReader& reader, std::vector<JsonValue>& places);

}  // namespace needlewise::formats
