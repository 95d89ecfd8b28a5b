#pragma once

#include "formats/json.hpp"
#include "formats/json_writer.hpp"
#include "formats/protocol_loader.hpp"

namespace needlewise::formats {

/// The questionnaire.json of a protocol as any FHIR tool takes it: all it says, with the words of every language that
/// the protocol has a words file for added as FHIR translation extensions. A translation that stands in it already for
/// that language stays. Help in several display items is translated where the words have as many lines as items.
///
/// The protocol must have been found usable: what is no JSON here is an error.
Result<std::string> write_questionnaire(std::span<SourceFile const> files, JsonLayout layout);

}  // namespace needlewise::formats
