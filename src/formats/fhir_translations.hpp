#pragma once

#include "core/questionnaire.hpp"
#include "formats/content_reader.hpp"

namespace needlewise::formats {

constexpr std::string_view translation_url = "http://hl7.org/fhir/StructureDefinition/translation";

/// What one FHIR translation extension says; `language` is empty where it cannot be used.
struct Translation {
    std::string_view language;
    std::string_view text;
};
Translation read_translation(JsonValue extension);

/// Puts the translations into `language` that a Questionnaire carries in extensions of `_text`, `_title` and `_display`
/// where its own texts stand; a language it has none in leaves all as it is, and `es-MX` falls back to `es`.
/// Reports those that cannot be used, and ignores them.
void read_translations(ContentReader& reader, std::string_view language, core::Questionnaire& questionnaire);

}  // namespace needlewise::formats
