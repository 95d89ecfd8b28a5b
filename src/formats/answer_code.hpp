#pragma once

#include "core/result.hpp"
#include "formats/visit.hpp"

namespace needlewise::formats {

/// A visit as a short text of capital letters and digits, for a link's fragment and a QR code:
///
///     version (1 byte) | length of all (2) | questionnaire's address (3) | its shape (3) | answers and plan | CRC-32 (4)
///
/// in base 32. Version, length and CRC stay where they are in every later version, so that a reader always tells a
/// damaged code from a newer one. Answers are written as places among the options, in the order in which questions
/// enable each other, and only for questions that are enabled by then: what is hidden cannot be in a code at all.
/// The shape covers all that this depends on (questions, types, options, enableWhen), not wording: a code outlives new
/// wording, and a changed form is said and never guessed at.
/// Answers that cannot be one of their question's (malformed) are left out; those out of range are kept.
std::string write_answer_code(core::Questionnaire const& questionnaire, Visit const& visit);

/// Error codes, with the character where there is one in `where.column`:
/// - code-empty, code-too-long, code-character: this is no code;
/// - code-cut: its end is missing; code-longer: something was added at its end; code-damaged: the check sum differs;
/// - code-newer: of a later version of Needlewise; code-other-questionnaire; code-changed-questionnaire;
/// - code-nonsense: nobody's writer made it, for its check sum is right and its content is not.
core::Result<Visit> read_answer_code(core::Questionnaire const& questionnaire, std::string_view code);

constexpr std::size_t longest_answer_code = 8000;

}  // namespace needlewise::formats
