#pragma once

#include "formats/fhir_response.hpp"
#include "formats/visit.hpp"

namespace needlewise::formats {

/// A visit as a file: a FHIR R4 QuestionnaireResponse that any FHIR tool opens, with what only we know, the plan's
/// identity, its day and its moved sessions, in an extension `urn:needlewise:visit`. So one file serves a person who
/// goes on another day and a clinic's own system.
/// `moment` is a FHIR dateTime; empty: not said.
std::string write_visit_file(core::Questionnaire const& questionnaire, Visit const& visit, core::Date today,
                             std::string_view moment, std::string_view language);

struct LoadedVisit {
    Visit visit;
    std::vector<LeftOut> left_out;
};

/// Reads one back, or any response to this questionnaire; what cannot be used is left out and listed.
/// Error codes: those of parse_json and of the check of a response's root.
core::Result<LoadedVisit> read_visit_file(core::Questionnaire const& questionnaire, std::string_view text);

}  // namespace needlewise::formats
