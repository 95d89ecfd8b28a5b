// tests/vectors/examples.json holds every case of protocol/examples.md, answers and expected values, word for word.
#include "builtin.hpp"

#include <algorithm>

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using namespace needlewise::core::test;

namespace {

std::string text_or_null(JsonValue value) { return value.is(JsonKind::Null) ? "none" : std::string{value.text()}; }

std::string joined(JsonValue texts) {
    std::vector<std::string> parts;
    for (auto const text : texts.elements()) {
        parts.emplace_back(text.text());
    }
    return join(parts, " ");
}

std::string expected_finding(JsonValue finding) {
    std::string text{finding.member("id").text()};
    text += " " + std::string{finding.member("level").text()};
    if (!finding.member("dateKind").is(JsonKind::Null)) {
        text += " " + text_or_null(finding.member("dateKind"));
    }
    if (!finding.member("date").is(JsonKind::Null)) {
        text += " " + text_or_null(finding.member("date"));
    }
    if (finding.member("clarify").boolean()) {
        text += " clarify(" + joined(finding.member("questions")) + ")";
    }
    return text;
}

std::string expected_findings(JsonValue findings) {
    std::vector<std::string> parts;
    for (auto const finding : findings.elements()) {
        parts.push_back(expected_finding(finding));
    }
    return join(parts, "; ");
}

Assessment assessed(JsonValue example) {
    AnswerSheet sheet{builtin().questionnaire};
    put_answers(sheet, builtin().questionnaire, example.member("answers"));
    return assess(builtin(), builtin().initial_parameters(), sheet, date_of(example.member("today")));
}

void check_example(JsonValue example) {
    auto const& form = builtin().questionnaire;
    auto const result = assessed(example);
    auto const expected = example.member("result");
    CHECK(name(result.outcome) == expected.member("outcome").text());
    CHECK((result.provisional ? name(*result.provisional) : "none") == text_or_null(expected.member("provisional")));
    CHECK(describe(result.not_before) == text_or_null(expected.member("notBefore")));
    CHECK(describe(result.earliest) == text_or_null(expected.member("earliest")));
    CHECK(result.open_ended == expected.member("openEnded").boolean());
    CHECK(names(form, result.incomplete) == joined(expected.member("incomplete")));
    CHECK(names(form, result.errors) == joined(expected.member("errors")));
    CHECK(describe(builtin(), result.findings) == expected_findings(expected.member("findings")));
}

}  // namespace

TEST_CASE("Each worked example of the protocol comes out as written") {
    Vectors const vectors{"examples.json"};
    int count = 0;
    for (auto const example : vectors.root().member("cases").elements()) {
        ++count;
        INFO(example.member("id").text());
        check_example(example);
    }
    CHECK(count == 10);
}

TEST_CASE("A finding of the examples rests on the answers that made it") {
    Vectors const vectors{"examples.json"};
    std::vector<std::string> reasons;
    for (auto const example : vectors.root().member("cases").elements()) {
        for (auto const& finding : assessed(example).findings) {
            reasons.push_back(builtin().rules[finding.rule].id + ": " +
                              names(builtin().questionnaire, finding.because));
        }
    }
    CHECK(reasons == std::vector<std::string>{
                         "pitted-scar-note: scar-kind",
                         "isotretinoin-recent: isotretinoin isotretinoin-last-date planned-date",
                         "filler-review-window: recent-12-months filler-date planned-date",
                         "prescription-retinoid: creams planned-date",
                         "tan-recent: recent-4-weeks tan-date planned-date",
                         "filler-recent: recent-12-months filler-date planned-date",
                         "benzoyl-peroxide: creams",
                         "laser-recent: recent-12-months laser-date",
                         "changing-mole: changing-mole",
                         "bleeding-disorder: bleeding-healing",
                         "keloid: scar-history",
                         "bad-needling-reaction: scar-history",
                         "bruise-easily: bleeding-healing",
                         "raised-scar: scar-history",
                         "family-keloid: scar-history",
                         "slow-healing: bleeding-healing",
                         "rf-implanted-electronics: device heart",
                         "rf-metal-implant: device metal-implant-in-area",
                         "heart-condition: heart",
                         "rf-harms: device",
                         "eczema-psoriasis-history: skin-conditions",
                         "sunburn-recent: recent-4-weeks",
                         "numbing-eczema: numbing skin-conditions",
                         "nickel-allergy: allergies",
                         "prescribed-anti-inflammatory: medicines",
                         "cold-sore-history: skin-conditions planned-date",
                         "smoking: day-to-day",
                         "steel-allergy: allergies",
                         "laser-recent: recent-12-months",
                         "sunburn-recent: recent-4-weeks",
                         "tan-recent: recent-4-weeks",
                         "light-peel-recent: recent-4-weeks",
                         "hair-removal-recent: recent-4-weeks",
                         "home-roller-recent: recent-4-weeks",
                         "nickel-allergy: allergies",
                         "product-allergy: allergies",
                         "hay-fever: allergies",
                     });
}
