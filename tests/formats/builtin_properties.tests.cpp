// What must hold for any answers to the built-in protocol: design.md section 5, rules.md "Results worth knowing".
#include "random_answers.hpp"

#include <algorithm>
#include <set>

using namespace needlewise::core;
using namespace needlewise::formats::test;
using needlewise::test::random_seed;

namespace {

constexpr int rounds = 20000;

auto const today = Date::from_calendar(2026, 3, 2).value();

Questionnaire const& form() { return builtin().questionnaire; }

Assessment assessed(AnswerSheet const& sheet) {
    static auto const parameters = builtin().initial_parameters();
    return assess(builtin(), parameters, sheet, today);
}

/// What the findings give, whether answers are missing or not.
Outcome standing_outcome(AnswerSheet const& sheet) {
    auto const result = assessed(sheet);
    return result.provisional.value_or(result.outcome);
}

bool is_enabled(AnswerSheet const& sheet, ItemIndex item) {
    return EffectiveAnswers{form(), sheet, today}.enabled(item);
}

Answer codes_of(ItemIndex item, std::vector<std::string> const& names) {
    Answer answer;
    for (auto const& name : names) {
        answer.emplace_back(coding_of(form().items[item], name));
    }
    return answer;
}

bool has_code(Answer const& answer, std::string_view name) {
    return std::any_of(answer.begin(), answer.end(), [&](Value const& value) { return code_of(value) == name; });
}

/// Runs a check on random answers; a failure names the seed and the round.
template <class Check>
void for_random_sheets(int count, Check const& check) {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    for (int round = 0; round < count; ++round) {
        INFO("round " << round);
        auto sheet = random_sheet(random, today);
        check(random, sheet);
    }
}

}  // namespace

TEST_CASE("The outcome is the most severe finding, or what is missing, whatever was answered") {
    std::set<RuleIndex> spoke;
    std::set<Outcome> outcomes;
    for_random_sheets(rounds, [&](Random&, AnswerSheet const& sheet) {
        auto const result = assessed(sheet);
        outcomes.insert(result.outcome);
        REQUIRE((result.outcome == Outcome::Incomplete) == !result.incomplete.empty());
        REQUIRE(result.provisional.has_value() == !result.incomplete.empty());
        REQUIRE(result.errors.empty());
        for (auto const& finding : result.findings) {
            REQUIRE(finding.clarify == !finding.questions.empty());
            REQUIRE(finding.date.has_value() == finding.date_kind.has_value());
            REQUIRE(std::is_sorted(finding.because.begin(), finding.because.end()));
            if (!finding.clarify) {
                spoke.insert(finding.rule);
            }
        }
        REQUIRE(std::is_sorted(result.findings.begin(), result.findings.end(), [](Finding const& a, Finding const& b) {
            return a.level > b.level || (a.level == b.level && a.rule < b.rule);
        }));
    });
    CHECK(spoke.size() == builtin().rules.size());
    CHECK(outcomes.size() == 7);  // all but error
}

TEST_CASE("The reasons of a finding alone bring it about") {
    for_random_sheets(2000, [](Random&, AnswerSheet const& sheet) {
        EffectiveAnswers const all{form(), sheet, today};
        for (auto const& finding : assessed(sheet).findings) {
            auto const& rule = builtin().rules[finding.rule];
            auto const value = evaluate(rule.when, all, rule.unknown_as);
            // Nothing but the reasons and what enables them: the follow-ups of the form hang on one question each.
            AnswerSheet alone{form()};
            for (auto const item : finding.because) {
                alone.answers[item] = sheet.answers[item];
                for (auto const& enabling : form().items[item].enable_when) {
                    alone.answers[enabling.question] = sheet.answers[enabling.question];
                }
            }
            auto const again = evaluate(rule.when, EffectiveAnswers{form(), alone, today}, rule.unknown_as);
            INFO(rule.id);
            REQUIRE(again >= (finding.clarify ? Truth::Unknown : Truth::True));
            REQUIRE(value != Truth::False);
        }
    });
}

TEST_CASE("The order of ticks never matters") {
    for_random_sheets(rounds, [](Random& random, AnswerSheet& sheet) {
        auto const before = assessed(sheet);
        for (auto& answer : sheet.answers) {
            random.shuffle(answer);
        }
        REQUIRE(assessed(sheet) == before);
    });
}

TEST_CASE("What hidden questions hold never matters, not even nonsense") {
    for_random_sheets(rounds, [](Random& random, AnswerSheet& sheet) {
        auto const before = assessed(sheet);
        EffectiveAnswers const effective{form(), sheet, today};
        for (ItemIndex item = 0; item < form().items.size(); ++item) {
            if (effective.enabled(item)) {
                continue;
            }
            sheet.malformed[item] = random.one_in(3);
            sheet.answers[item] = random.one_in(2) ? Answer{Value{std::string{"nonsense"}}}
                                                   : random_answer(random, form().items[item], today, 0);
        }
        REQUIRE(assessed(sheet) == before);
    });
}

TEST_CASE("After any edits the assessment equals that of a fresh evaluation") {
    for_random_sheets(400, [](Random& random, AnswerSheet& sheet) {
        auto const parameters = builtin().initial_parameters();
        EffectiveAnswers effective{form(), sheet, today};
        for (int step = 0; step < 50; ++step) {
            auto const item = static_cast<ItemIndex>(random.below(form().items.size()));
            sheet.answers[item] = random_answer(random, form().items[item], today, 40);
            sheet.malformed[item] = random.one_in(50);
            effective.update(form(), sheet, item, today);
            REQUIRE(assess(builtin(), parameters, sheet, effective, today) == assessed(sheet));
        }
    });
}

TEST_CASE("Moving the plan to notBefore removes every dated defer finding") {
    auto const planned = item_named("planned-date");
    int moved = 0;
    for_random_sheets(rounds, [&](Random&, AnswerSheet& sheet) {
        auto const before = assessed(sheet);
        if (!before.not_before) {
            return;
        }
        ++moved;
        sheet.answers[planned] = {*before.not_before};
        auto const after = assessed(sheet);
        REQUIRE_FALSE(after.not_before.has_value());
        for (auto const& finding : after.findings) {
            REQUIRE_FALSE((finding.level == Level::Defer && finding.date));
        }
    });
    CHECK(moved > 1000);
}

TEST_CASE("notBefore is later than the plan and never later than earliest") {
    auto const planned = item_named("planned-date");
    for_random_sheets(rounds, [&](Random&, AnswerSheet const& sheet) {
        auto const result = assessed(sheet);
        if (!result.not_before) {
            return;
        }
        REQUIRE(*result.not_before > std::get<Date>(sheet.answers[planned].front()));
        REQUIRE(result.earliest.has_value());
        REQUIRE(*result.earliest >= *result.not_before);
    });
}

TEST_CASE("A later plan is never more severe, an event left aside") {
    auto const planned = item_named("planned-date");
    auto const event = item_named("event-date");
    for_random_sheets(rounds, [&](Random& random, AnswerSheet& sheet) {
        sheet.answers[event].clear();  // a later plan may come too close to it
        auto const plan = today.plus_days(random.between(0, 200));
        sheet.answers[planned] = {plan};
        auto const sooner = standing_outcome(sheet);
        sheet.answers[planned] = {plan.plus_days(random.between(1, 200))};
        REQUIRE(standing_outcome(sheet) <= sooner);
    });
}

TEST_CASE("Another tick never lowers the outcome while none is unclear, goals left aside") {
    auto const concerns = item_named("concerns");  // a second goal takes loose-skin-goal back
    for_random_sheets(rounds, [&](Random& random, AnswerSheet& sheet) {
        auto const item = static_cast<ItemIndex>(random.below(form().items.size()));
        auto& answer = sheet.answers[item];
        bool const ticked = form().items[item].repeats && !answer.empty() && !has_code(answer, "not-sure");
        if (!ticked || item == concerns) {
            return;
        }
        auto const before = standing_outcome(sheet);
        if (has_code(answer, "none")) {
            answer.clear();
        }
        auto const more = option_value(form().items[item], random.below(form().items[item].options.size()));
        if (code_of(more) == "none" || has_code(answer, code_of(more))) {
            return;
        }
        answer.push_back(more);
        INFO(form().items[item].link_id << " + " << code_of(more));
        REQUIRE(standing_outcome(sheet) >= before);
    });
}

namespace {

/// A question that can exclude or ask for review: from no over not sure to yes.
struct Scale {
    std::string question;
    std::string no;
    /// The codes the worst of which is the worst yes.
    std::vector<std::string> yes;
};

std::vector<Scale> const scales{
    {"pregnancy", "none", {"pregnant", "breastfeeding", "possible"}},
    {"scar-kind", "flat-or-pitted", {"raised", "burn", "under-12-months"}},
    {"device", "needle-only", {"radiofrequency"}},
    {"numbing", "no", {"clinic", "own"}},
    {"skin-today", "none", {"open-wound", "infection", "cold-sore", "rash", "severe-acne"}},
    {"changing-mole", "no", {"yes"}},
    {"spots-in-area", "none", {"tattoo", "raised-mole", "poor-feeling", "thin-skin"}},
    {"skin-conditions", "none", {"eczema-psoriasis", "rosacea", "vitiligo", "cold-sores"}},
    {"eczema-active", "calm-or-elsewhere", {"in-area-now"}},
    {"rosacea-kind", "redness-or-calm", {"spots"}},
    {"scar-history", "none", {"keloid", "raised-scar", "family-keloid", "bad-needling-reaction"}},
    {"pigment", "none", {"easy-dark-marks", "melasma"}},
    {"bleeding-healing", "none", {"bleeding-disorder", "bruise-easily", "slow-healing"}},
    {"diabetes", "no", {"controlled", "not-controlled", "control-not-known", "past"}},
    {"heart", "none", {"heart-disease", "rhythm-problem", "pacemaker"}},
    {"metal-implant-in-area", "no", {"yes"}},
    {"immune", "none", {"weak-immune", "immune-medicines", "steroid-tablets", "scleroderma"}},
    {"cancer", "none", {"treatment-now", "chemo-past", "radio-area-past", "skin-cancer-area"}},
    {"other-health", "none", {"epilepsy", "liver", "kidney", "thyroid-or-hormone"}},
    {"isotretinoin", "never", {"now", "past-12-months"}},
    {"medicines", "none", {"blood-thinner", "acitretin", "sun-sensitising"}},
    {"allergies", "none", {"steel", "nickel", "skin-products"}},
    {"numbing-risks", "none", {"reaction", "blood-condition", "enzyme-or-allergy", "rhythm-medicine"}},
    {"recent-12-months", "none", {"surgery", "filler", "deep-peel", "laser"}},
    {"recent-4-weeks", "none", {"sunburn", "tan", "light-peel", "hair-removal", "home-roller"}},
};

Outcome outcome_with(AnswerSheet sheet, ItemIndex item, std::string const& code) {
    sheet.answers[item] = codes_of(item, {code});
    return standing_outcome(sheet);
}

/// A tick without its date.
void forget_dates(AnswerSheet& sheet) {
    for (ItemIndex item = 0; item < form().items.size(); ++item) {
        bool const is_past = form().items[item].type == ItemType::Date && !form().items[item].enable_when.empty();
        if (is_past) {
            sheet.answers[item].clear();
        }
    }
}

Outcome worst_yes(AnswerSheet const& sheet, ItemIndex item, Scale const& scale) {
    auto worst = Outcome::Clear;
    for (auto const& code : scale.yes) {
        worst = std::max(worst, outcome_with(sheet, item, code));
    }
    return worst;
}

}  // namespace

TEST_CASE("From no over not sure to the worst yes the outcome never gets lower") {
    for_random_sheets(rounds / 40, [](Random& random, AnswerSheet& sheet) {
        if (random.one_in(2)) {
            forget_dates(sheet);
        }
        for (auto const& scale : scales) {
            auto const item = item_named(scale.question);
            if (!is_enabled(sheet, item)) {
                continue;
            }
            auto const no = outcome_with(sheet, item, scale.no);
            auto const not_sure = outcome_with(sheet, item, "not-sure");
            INFO(scale.question);
            REQUIRE(no <= not_sure);
            auto without_dates = sheet;
            forget_dates(without_dates);
            REQUIRE(not_sure <= std::max(worst_yes(sheet, item, scale), worst_yes(without_dates, item, scale)));
        }
    });
}

TEST_CASE("A clinic that sets mention rules to review never lowers an outcome") {
    for_random_sheets(rounds / 4, [](Random& random, AnswerSheet const& sheet) {
        auto parameters = builtin().initial_parameters();
        for (auto& value : parameters) {
            bool const is_mention = value.value == std::variant<int, Level, std::string>{Level::Mention};
            if (is_mention && random.one_in(2)) {
                value = {Level::Review, true};
            }
        }
        auto const stricter = assess(builtin(), parameters, sheet, today);
        REQUIRE(stricter.provisional.value_or(stricter.outcome) >= standing_outcome(sheet));
    });
}

TEST_CASE("Without a planned date nothing is deferred to a date") {
    auto const planned = item_named("planned-date");
    for_random_sheets(rounds / 4, [&](Random&, AnswerSheet& sheet) {
        sheet.answers[planned].clear();
        auto const result = assessed(sheet);
        REQUIRE_FALSE(result.not_before.has_value());
        for (auto const& finding : result.findings) {
            REQUIRE_FALSE((finding.level == Level::Defer && finding.date));
        }
    });
}
