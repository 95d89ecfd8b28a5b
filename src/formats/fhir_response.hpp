#pragma once

#include "core/answers.hpp"
#include "formats/json.hpp"
#include "formats/json_writer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

/// A part of a response that was not taken, and why.
enum class LeftOutReason : std::uint8_t {
    /// No question of the form has this linkId.
    UnknownQuestion,
    /// Not an answer of the question's kind.
    NotReadable,
    /// None of the question's options, or options that do not go together.
    NotOffered,
    /// The other answers hide the question.
    NotAsked,
    /// A part that is built wrongly, so that nobody can tell which question it belongs to.
    Broken,
    /// A saved plan's date or move that cannot be.
    BadPlan,
};
struct LeftOut {
    /// Empty where the part names no question.
    std::string link_id;
    LeftOutReason reason = LeftOutReason::Broken;
    bool operator==(LeftOut const&) const = default;
};

/// What could be kept: every answer on the sheet counts or is merely out of its range.
struct KeptResponse {
    core::AnswerSheet sheet;
    std::vector<LeftOut> left_out;
};

/// Reads as read_response does, for a person who goes on with the form: what is broken or unknown is left out and listed
/// instead of being an error of the answers. Only what is no response to this questionnaire at all is refused.
Result<KeptResponse> keep_response(JsonDocument const& document, JsonValue response,
                                   core::Questionnaire const& questionnaire);

enum class ResponseStatus : std::uint8_t { InProgress, Completed };

/// Writes what was said as a FHIR R4 QuestionnaireResponse: every answer of an enabled item, also one out of range, so
/// that reading it back gives the same result; answers that could not be read are not there to be written.
std::string write_response(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                           core::EffectiveAnswers const& answers, ResponseStatus status, JsonLayout layout);

/// What a response can say beside its answers.
struct ResponseDetails {
    /// FHIR dateTime of when the answers were gathered; empty: not said.
    std::string authored;
    /// Language of the texts (BCP 47); empty: not said.
    std::string language;
    /// Writes the root's `extension`, key and all.
    std::function<void(JsonWriter&)> write_extension;
};
std::string write_response(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                           core::EffectiveAnswers const& answers, ResponseStatus status, JsonLayout layout,
                           ResponseDetails const& details);

/// FHIR: a response is completed when every question that must be answered is, and no answer is in error.
ResponseStatus status_of(core::Questionnaire const& questionnaire, core::EffectiveAnswers const& answers);

}  // namespace needlewise::formats
