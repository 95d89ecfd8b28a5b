// tests/vectors/rules.json says for every rule what makes it speak, what leaves it silent and what leaves it unclear;
// tests/vectors/random.json has results of a second implementation. Both were written from protocol/rules.md.
#include "builtin.hpp"

#include <algorithm>

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using namespace needlewise::core::test;

namespace {

/// The base answers with some changed.
AnswerSheet changed(JsonValue base, JsonValue changes) {
    AnswerSheet sheet{builtin().questionnaire};
    put_answers(sheet, builtin().questionnaire, base);
    put_answers(sheet, builtin().questionnaire, changes);
    return sheet;
}

/// What one rule says, without its id; "none" where it is silent.
std::string said_by(std::string const& rule, std::vector<Finding> const& findings) {
    for (auto const& finding : findings) {
        if (builtin().rules[finding.rule].id == rule) {
            return describe(builtin(), finding).substr(rule.size() + 1);
        }
    }
    return "none";
}

struct RuleTable {
    Vectors vectors{"rules.json"};

    std::string said(std::string const& rule, JsonValue changes) const {
        auto const sheet = changed(vectors.root().member("base"), changes);
        auto const today = date_of(vectors.root().member("today"));
        auto const result = assess(builtin(), builtin().initial_parameters(), sheet, today);
        CHECK(result.outcome != Outcome::Error);
        return said_by(rule, result.findings);
    }

    void check_said(std::string const& rule, JsonValue cases) const {
        for (auto const each : cases.elements()) {
            INFO(rule << ", case at byte " << each.offset());
            CHECK(said(rule, each.member("changes")) == each.member("says").text());
        }
    }

    void check_silent(std::string const& rule, JsonValue cases) const {
        for (auto const changes : cases.elements()) {
            INFO(rule << ", case at byte " << changes.offset());
            CHECK(said(rule, changes) == "none");
        }
    }
};

Level level_named(std::string_view text) {
    for (auto const level : {Level::Info, Level::Prepare, Level::Mention, Level::Defer, Level::Review}) {
        if (name(level) == text) {
            return level;
        }
    }
    return Level::Exclude;
}

ParameterValues parameters_with(JsonValue changes) {
    auto values = builtin().initial_parameters();
    for (auto const& change : changes.members()) {
        auto const index = builtin().find_parameter(change.name());
        REQUIRE(index.has_value());
        auto& value = values[*index];
        value.set_by_clinic = true;
        if (change.value.is(JsonKind::Integer)) {
            value.value = static_cast<int>(change.value.integer());
        } else {
            value.value = level_named(change.value.text());
        }
    }
    return values;
}

std::vector<std::string> texts_of(JsonValue list) {
    std::vector<std::string> texts;
    for (auto const text : list.elements()) {
        texts.emplace_back(text.text());
    }
    return texts;
}

std::string text_or_none(JsonValue value) { return value.is(JsonKind::Null) ? "none" : std::string{value.text()}; }

void check_random_case(JsonValue base, JsonValue each) {
    auto const& form = builtin().questionnaire;
    auto const sheet = changed(base, each.member("changes"));
    auto const parameters = parameters_with(each.member("parameters"));
    auto const result = assess(builtin(), parameters, sheet, date_of(each.member("today")));
    auto const expected = each.member("result");
    CHECK(name(result.outcome) == expected.member("outcome").text());
    CHECK((result.provisional ? name(*result.provisional) : "none") == text_or_none(expected.member("provisional")));
    CHECK(describe(result.not_before) == text_or_none(expected.member("notBefore")));
    CHECK(describe(result.earliest) == text_or_none(expected.member("earliest")));
    CHECK(result.open_ended == expected.member("openEnded").boolean());
    CHECK(names(form, result.incomplete) == join(texts_of(expected.member("incomplete")), " "));
    CHECK(names(form, result.errors) == join(texts_of(expected.member("errors")), " "));
    CHECK(describe(builtin(), result.findings) == join(texts_of(expected.member("findings")), "; "));
}

}  // namespace

TEST_CASE("Every rule speaks, is silent and is unclear as rules.md has it") {
    RuleTable const table;
    std::vector<std::string> ids;
    for (auto const rule : table.vectors.root().member("rules").elements()) {
        std::string const id{rule.member("id").text()};
        ids.push_back(id);
        table.check_said(id, rule.member("fires"));
        table.check_silent(id, rule.member("silent"));
        table.check_said(id, rule.member("unclear"));
    }
    std::vector<std::string> loaded;
    for (auto const& rule : builtin().rules) {
        loaded.push_back(rule.id);
    }
    CHECK(ids == loaded);
    CHECK(ids.size() == 106);
}

TEST_CASE("Random answers and clinic settings come out as in a second implementation") {
    Vectors const vectors{"random.json"};
    int count = 0;
    for (auto const each : vectors.root().member("cases").elements()) {
        ++count;
        INFO("case " << count);
        check_random_case(vectors.root().member("base"), each);
    }
    CHECK(count == 200);
}

TEST_CASE("Clinic parameters have the defaults and ranges of rules.md") {
    Vectors const vectors{"rules.json"};
    for (auto const expected : vectors.root().member("parameters").elements()) {
        INFO(expected.member("id").text());
        auto const index = builtin().find_parameter(expected.member("id").text());
        REQUIRE(index.has_value());
        auto const& kind = builtin().parameters[*index].kind;
        if (auto const* number = std::get_if<NumberParameter>(&kind)) {
            CHECK(number->initial == expected.member("default").integer());
            CHECK(number->minimum == expected.member("minimum").integer());
            CHECK(number->maximum == expected.member("maximum").integer());
            CHECK((number->unit == Unit::Month ? "month" : "day") == expected.member("unit").text());
        } else {
            auto const& level = std::get<LevelParameter>(kind);
            std::vector<std::string> allowed;
            for (auto const each : level.allowed) {
                allowed.push_back(name(each));
            }
            CHECK(name(level.initial) == expected.member("default").text());
            CHECK(allowed == texts_of(expected.member("allowed")));
        }
    }
}

TEST_CASE("A healthy person's form is clear with nothing to say") {
    Vectors const vectors{"rules.json"};
    auto const sheet = changed(vectors.root().member("base"), JsonValue{});
    auto const result =
        assess(builtin(), builtin().initial_parameters(), sheet, date_of(vectors.root().member("today")));
    CHECK(result.outcome == Outcome::Clear);
    CHECK(result.findings.empty());
}

TEST_CASE("An untouched form misses every question that is always shown, and nothing else") {
    AnswerSheet const sheet{builtin().questionnaire};
    auto const result = assess(builtin(), builtin().initial_parameters(), sheet, Date::from_iso("2026-03-02").value());
    CHECK(result.outcome == Outcome::Incomplete);
    CHECK(result.provisional == Outcome::Clear);
    CHECK(names(builtin().questionnaire, result.incomplete) ==
          "age-band pregnancy concerns area device numbing skin-today changing-mole spots-in-area skin-conditions "
          "scar-history pigment bleeding-healing diabetes heart immune cancer other-health day-to-day isotretinoin "
          "medicines creams allergies recent-4-weeks recent-12-months recent-illness");
}
