// Plans made with the built-in protocol.
#pragma once

#include "builtin.hpp"
#include "core/timeline.hpp"

namespace needlewise::formats::test {

inline core::Catalogue const& page_words() {
    static core::Catalogue const words = [] {
        core::Catalogue catalogue;
        auto const text = read_whole(NEEDLEWISE_ASSETS_DIR "/interface/words/en.json");
        auto parsed = parse_json(text);
        REQUIRE(parsed);
        for (auto const& member : parsed.value().root().members()) {
            catalogue.emplace(std::string{member.name()}, std::string{member.value.text()});
        }
        return catalogue;
    }();
    return words;
}

inline core::ParameterIndex parameter_named(std::string_view id) {
    auto const parameter = builtin().find_parameter(id);
    INFO(id);
    REQUIRE(parameter.has_value());
    return *parameter;
}

/// Answers, clinic values and a request, changed one by one.
struct BuiltInPlan {
    core::ParameterValues parameters = builtin().initial_parameters();
    core::AnswerSheet sheet{builtin().questionnaire};
    core::Date today = core::Date::from_calendar(2026, 3, 2).value();
    core::PlanRequest request;

    BuiltInPlan& answers(JsonValue answers) {
        put_answers(sheet, builtin().questionnaire, answers);
        return *this;
    }
    BuiltInPlan& answer(std::string_view link_id, std::string_view json) {
        std::string const text{json};
        auto const parsed = parse_json(text);
        REQUIRE(parsed);
        put_answer(sheet, builtin().questionnaire, item_named(link_id), parsed.value().root());
        return *this;
    }
    BuiltInPlan& set(std::string_view parameter, int value) {
        parameters[parameter_named(parameter)] = core::ParameterValue{value, true};
        return *this;
    }
    BuiltInPlan& date(std::string_view iso) {
        request.date = core::Date::from_iso(iso);
        return *this;
    }
    core::PlanResult result() const { return core::plan(builtin(), parameters, sheet, today, request); }
    core::Timeline timeline() const { return result().timeline; }

    /// As if nothing spoke against the treatment, so that one answer alone can be looked at.
    core::Timeline timeline_if_clear() const {
        core::EffectiveAnswers const effective{builtin().questionnaire, sheet, today};
        core::Assessment assessment;
        assessment.outcome = core::Outcome::Clear;
        assessment.today = today;
        return core::plan(builtin(), parameters, effective, assessment, request).timeline;
    }
};

/// The healthy person of tests/vectors/timeline.json, with no date planned.
inline BuiltInPlan healthy() {
    Vectors const vectors{"timeline.json"};
    return BuiltInPlan{}.answers(vectors.root().member("healthy"));
}

inline core::TimelineItem const* find_item(core::Timeline const& timeline, std::string_view id, int session = 1) {
    for (auto const& item : timeline.items) {
        if (item.id == id && item.session == session) {
            return &item;
        }
    }
    return nullptr;
}

}  // namespace needlewise::formats::test
