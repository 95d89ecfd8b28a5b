#pragma once

#include "core/answers.hpp"
#include "formats/json.hpp"
#include "formats/json_writer.hpp"

#include <string>
#include <string_view>

namespace needlewise::formats {

/// Reads a FHIR R4 QuestionnaireResponse (design.md section 3, "Input"; rules.md section 2).
///
/// What cannot be an answer to its question becomes `malformed`, what names no item becomes an unknown linkId: both are
/// judged as errors of the answers. A text that is no response to this questionnaire, or may mean something else than it
/// seems to, is refused as a whole. Choices made where the text leaves room:
/// - a value of another type, of another JSON type (`"3"` or 3.0 for an integer), two values in one answer, an answer
///   that is no object, several answers to a question that does not repeat, the same linkId twice (a group's too), an
///   answer on a group: malformed;
/// - null, `answer: []`, `[{}]`, a null or empty value, `valueCoding: {}`, an empty code: no answer;
/// - an item of the form anywhere below `item` or `answer.item`, whatever its place in the form: read;
/// - a member `modifierExtension` that is not empty, anywhere in the response: refused.
/// Error codes: those of parse_json, and wrong-resource, wrong-questionnaire, entered-in-error, unknown-modifier,
/// not-a-list, not-an-object, missing-link-id.
Result<core::AnswerSheet> read_response(std::string_view text, core::Questionnaire const& questionnaire);
/// The same for a response inside a larger document.
Result<core::AnswerSheet> read_response(JsonDocument const& document, JsonValue response,
                                        core::Questionnaire const& questionnaire);

enum class ResponseStatus : std::uint8_t { InProgress, Completed };

/// Writes what was said as a FHIR R4 QuestionnaireResponse: every answer of an enabled item, also one out of range, so
/// that reading it back gives the same result; answers that could not be read are not there to be written.
std::string write_response(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                           core::EffectiveAnswers const& answers, ResponseStatus status, JsonLayout layout);

}  // namespace needlewise::formats
