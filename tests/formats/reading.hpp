// Helpers of the reader tests: content as text in, problems as one line each out.
#pragma once

#include "formats/fhir_questionnaire.hpp"
#include "formats/protocol_checks.hpp"

#include "support/catch.hpp"

namespace needlewise::formats::test {

/// `file:line:column code /pointer`, warnings with a `?` after the code.
inline std::string summary(Diagnostic const& diagnostic) {
    return diagnostic.file + ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + " " +
           diagnostic.code + (diagnostic.severity == Severity::Warning ? "?" : "") + " " + diagnostic.pointer;
}

using Problems = std::vector<std::string>;

inline Problems summaries(std::vector<Diagnostic> const& diagnostics) {
    Problems problems;
    for (auto const& diagnostic : diagnostics) {
        problems.push_back(summary(diagnostic));
        // Everything says what is wrong and what to do.
        CHECK_FALSE(diagnostic.message.empty());
        CHECK_FALSE(diagnostic.advice.empty());
    }
    return problems;
}

struct ReadForm {
    core::Questionnaire questionnaire;
    std::vector<Diagnostic> diagnostics;
};

inline ReadForm read_form(std::string_view text) {
    ReadForm form;
    auto const document = parse_json(text);
    REQUIRE(document);
    ContentReader reader{"q", *document, form.diagnostics};
    std::vector<JsonValue> places;
    form.questionnaire = read_questionnaire(reader, places);
    return form;
}

/// A questionnaire around these items.
inline std::string form_text(std::string const& items) {
    return R"({"resourceType":"Questionnaire","url":"urn:test|2","version":"7","item":[)" + items + "]}";
}

inline Problems form_problems(std::string const& items) { return summaries(read_form(form_text(items)).diagnostics); }

}  // namespace needlewise::formats::test
