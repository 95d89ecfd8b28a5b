// rules.json and what timeline.json shares with it: parameters and differences.
#include "formats/protocol_reading.hpp"
#include "formats/waits.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::RuleKind;
using core::ScreeningRule;

void read_number_parameter(ContentReader& reader, JsonValue value, bool wait, core::Parameter& parameter) {
    reader.only_members(value, {"id", "kind", "unit", "default", "minimum", "maximum"});
    core::NumberParameter number;
    int const unit = reader.one_of(value, "unit", {"day", "month", "minute", "session", "none"}, Need::Required);
    std::optional<int> const initial = reader.whole(value, "default", Need::Required);
    std::optional<int> const minimum = reader.whole(value, "minimum", Need::Required);
    std::optional<int> const maximum = reader.whole(value, "maximum", Need::Required);
    number.unit = unit < 0 ? core::Unit::Day : static_cast<core::Unit>(unit);
    number.initial = initial.value_or(0);
    number.minimum = minimum.value_or(number.initial);
    number.maximum = maximum.value_or(number.initial);
    if (wait && unit > 1) {
        reader.error(value.member("unit"), "unknown-value", "a wait is counted in days or months",
                     "Write day or month");
    }
    if (wait && number.minimum < 0) {
        reader.error(value.member("minimum"), "out-of-range", "a wait cannot be negative", "Write 0 or more");
    }
    if (number.minimum > number.maximum) {
        reader.error(value.member("minimum"), "out-of-range", "minimum is above maximum", "Swap or correct them");
    } else if (number.initial < number.minimum || number.initial > number.maximum) {
        reader.error(value.member("default"), "out-of-range", "the default $ is not within $ to $",
                     "Choose a default within the range, or widen it",
                     {std::to_string(number.initial), std::to_string(number.minimum), std::to_string(number.maximum)});
    }
    parameter.kind = number;
}

void read_level_parameter(ContentReader& reader, JsonValue value, core::Parameter& parameter) {
    reader.only_members(value, {"id", "kind", "default", "allowed"});
    core::LevelParameter level;
    std::initializer_list<char const*> const names{"info", "prepare", "mention", "defer", "review", "exclude"};
    int const initial = reader.one_of(value, "default", names, Need::Required);
    for (JsonValue element : reader.member(value, "allowed", JsonKind::Array, Need::Required).elements()) {
        auto const found = std::find(names.begin(), names.end(), element.text());
        if (found == names.end()) {
            reader.error(element, "unknown-value", "this is no level", "Write $", {listed(names)});
        } else {
            level.allowed.push_back(static_cast<core::Level>(found - names.begin()));
        }
    }
    level.initial = initial < 0 ? core::Level::Review : static_cast<core::Level>(initial);
    if (initial >= 0 && std::find(level.allowed.begin(), level.allowed.end(), level.initial) == level.allowed.end()) {
        reader.error(value.member("default"), "out-of-range", "the default is not among the allowed levels",
                     "Add it to allowed, or choose another default");
    }
    parameter.kind = std::move(level);
}

bool needs_wait(RuleKind kind) { return kind != RuleKind::None && kind != RuleKind::UntilHealed; }

void read_wait(ContentReader& reader, JsonValue value, ScreeningRule& rule, ProtocolReading const& reading) {
    JsonValue const wait = reader.member(value, "wait", JsonKind::Object, Need::Optional);
    if (!wait) {
        if (needs_wait(rule.kind) && !value.member("wait")) {
            reader.error(value, "missing-member", "a rule of this kind needs a wait",
                         "Add \"wait\" with a parameter, or with value and unit");
        }
        return;
    }
    if (!needs_wait(rule.kind)) {
        reader.error(wait, "unused-member", "a rule of this kind has no wait", "Take it out, or correct the kind");
        return;
    }
    if (wait.member("parameter")) {
        reader.only_members(wait, {"parameter"});
        rule.wait_parameter = read_parameter(reader, wait, "parameter", Need::Required, ParameterKind::Number, reading);
        if (!rule.wait_parameter) {
            return;
        }
        auto const& number = std::get<core::NumberParameter>(reading.protocol.parameters[*rule.wait_parameter].kind);
        if (number.unit != core::Unit::Day && number.unit != core::Unit::Month) {
            reader.error(wait.member("parameter"), "wrong-type", "a wait is counted in days or months",
                         "Name a parameter whose unit is day or month");
        }
        rule.wait = {number.initial, number.unit};
        return;
    }
    reader.only_members(wait, {"value", "unit"});
    int const unit = reader.one_of(wait, "unit", {"day", "month"}, Need::Required);
    rule.wait.length = reader.whole(wait, "value", Need::Required).value_or(0);
    rule.wait.unit = unit == 1 ? core::Unit::Month : core::Unit::Day;
    if (rule.wait.length < 0) {
        reader.error(wait.member("value"), "out-of-range", "a wait cannot be negative", "Write 0 or more");
    }
}

void read_date_question(ContentReader& reader, JsonValue value, ScreeningRule& rule, ProtocolReading const& reading) {
    bool const needed = rule.kind == RuleKind::PastExposure || rule.kind == RuleKind::Window;
    rule.date_question =
        read_question(reader, value, "dateQuestion", needed ? Need::Required : Need::Optional, reading);
    if (rule.date_question && reading.protocol.questionnaire.items[*rule.date_question].type != core::ItemType::Date) {
        reader.error(value.member("dateQuestion"), "wrong-type", "this question does not ask for a date",
                     "Name a question of type date");
        rule.date_question.reset();
    }
}

void read_rule(ContentReader& reader, JsonValue value, ScreeningRule& rule, ProtocolReading const& reading) {
    reader.only_members(value, {"id", "clinicalIds", "level", "kind", "when", "wait", "dateQuestion", "levelParameter",
                                "unknownCountsAsTrue", "clarifyAs", "strength", "sources", "differs"});
    rule.clinical_ids = reader.texts(value, "clinicalIds", Need::Optional);
    int const level =
        reader.one_of(value, "level", {"info", "prepare", "mention", "defer", "review", "exclude"}, Need::Required);
    int const kind = reader.one_of(
        value, "kind", {"none", "until-healed", "past-exposure", "stoppable", "window", "lead", "event-gap"},
        Need::Required);
    int const clarify = reader.one_of(value, "clarifyAs", {"none", "mention", "review", "rule-level"}, Need::Required);
    rule.level = level < 0 ? core::Level::Review : static_cast<core::Level>(level);
    rule.kind = kind < 0 ? RuleKind::None : static_cast<RuleKind>(kind);
    rule.clarify_as = clarify < 0 ? core::ClarifyAs::Review : static_cast<core::ClarifyAs>(clarify);
    rule.unknown_as =
        reader.flag(value, "unknownCountsAsTrue", false) ? core::UnknownAs::True : core::UnknownAs::Unknown;
    rule.level_parameter =
        read_parameter(reader, value, "levelParameter", Need::Optional, ParameterKind::Level, reading);
    if (rule.level_parameter && level >= 0 &&
        std::get<core::LevelParameter>(reading.protocol.parameters[*rule.level_parameter].kind).initial != rule.level) {
        reader.error(value.member("level"), "contradiction", "the level is not the default of its parameter",
                     "Write the same level in both places");
    }
    if (JsonValue const when = reader.member(value, "when", JsonKind::Object, Need::Required)) {
        if (std::optional<core::Condition> condition = read_condition(reader, when, reading)) {
            rule.when = std::move(*condition);
        }
    }
    if (kind >= 0) {
        read_wait(reader, value, rule, reading);
        read_date_question(reader, value, rule, reading);
    }
    rule.strength = read_strength(reader, value);
    rule.sources = read_source_keys(reader, value, Need::Required, reading);
    rule.differs = read_differs(reader, value, reading);
}

void read_spans(ContentReader& reader, ProtocolFile const& file, ProtocolReading& reading) {
    for (JsonValue value : reader.member(reader.root(), "spans", JsonKind::Array, Need::Optional).elements()) {
        if (!reader.expect(value, JsonKind::Object)) {
            continue;
        }
        reader.only_members(value, {"question", "code", "value", "unit"});
        std::optional<core::ItemIndex> const question =
            read_question(reader, value, "question", Need::Required, reading);
        std::optional<int> const length = reader.whole(value, "value", Need::Required);
        int const unit = reader.one_of(value, "unit", {"day", "month"}, Need::Required);
        JsonValue const code = reader.member(value, "code", JsonKind::String, Need::Optional);
        if (!question || !length || unit < 0) {
            continue;
        }
        core::QuestionSpan span;
        span.question = *question;
        span.span = {*length, unit == 1 ? core::Unit::Month : core::Unit::Day};
        if (code) {
            span.code = find_code(reader, code, reading.protocol.questionnaire.items[*question]);
            if (!span.code) {
                continue;
            }
        }
        reading.protocol.spans.push_back(std::move(span));
        reading.span_places.push_back({&file, value});
    }
}

}  // namespace

void read_parameters(ContentReader& reader, ProtocolFile const& file, ProtocolReading& reading) {
    for (JsonValue value : reader.member(reader.root(), "parameters", JsonKind::Array, Need::Optional).elements()) {
        if (!reader.expect(value, JsonKind::Object)) {
            continue;
        }
        core::Parameter parameter;
        parameter.id = reader.text(value, "id", Need::Required);
        int const kind = reader.one_of(value, "kind", {"wait", "number", "level", "text"}, Need::Required);
        if (parameter.id.empty() || kind < 0) {
            continue;
        }
        if (reading.protocol.find_parameter(parameter.id)) {
            reader.error(value.member("id"), "duplicate-id", "the parameter % is there already",
                         "Give each parameter an id of its own, over rules.json and timeline.json", {parameter.id});
            continue;
        }
        if (kind <= 1) {
            read_number_parameter(reader, value, kind == 0, parameter);
        } else if (kind == 2) {
            read_level_parameter(reader, value, parameter);
        } else {
            reader.only_members(value, {"id", "kind", "default"});
            parameter.kind = core::TextParameter{reader.text(value, "default", Need::Required)};
        }
        reading.protocol.parameters.push_back(std::move(parameter));
        reading.parameter_places.push_back({&file, value});
    }
}

void read_differences(ContentReader& reader, ProtocolReading& reading) {
    for (JsonValue value : reader.member(reader.root(), "differences", JsonKind::Array, Need::Optional).elements()) {
        if (!reader.expect(value, JsonKind::Object)) {
            continue;
        }
        reader.only_members(value, {"id", "views", "rules"});
        reader.flag(value, "rules", false);
        core::Difference difference;
        difference.id = reader.text(value, "id", Need::Required);
        difference.views = reader.texts(value, "views", Need::Required);
        for (JsonValue key : value.member("views").elements()) {
            if (!reading.is_broken({"sources.json"}) && key.is(JsonKind::String) &&
                reading.protocol.find_source(key.text()) == nullptr) {
                reader.error(key, "unknown-source", "there is no source %",
                             "Name a source of sources.json, or add it there", {key.text()});
            }
        }
        if (reading.protocol.find_difference(difference.id) != nullptr) {
            reader.error(value.member("id"), "duplicate-id", "the difference % is there already",
                         "Give each an id of its own", {difference.id});
        } else if (!difference.id.empty()) {
            reading.protocol.differences.push_back(std::move(difference));
        }
    }
}

void read_rules(ContentReader& reader, ProtocolFile const& file, ProtocolReading& reading) {
    reader.only_members(reader.root(), {"parameters", "spans", "rules", "differences"});
    read_spans(reader, file, reading);
    std::vector<ScreeningRule>& rules = reading.protocol.rules;
    for (JsonValue value : reader.member(reader.root(), "rules", JsonKind::Array, Need::Optional).elements()) {
        if (!reader.expect(value, JsonKind::Object)) {
            continue;
        }
        ScreeningRule rule;
        rule.id = reader.text(value, "id", Need::Required);
        if (std::any_of(rules.begin(), rules.end(), [&](ScreeningRule const& other) { return other.id == rule.id; })) {
            reader.error(value.member("id"), "duplicate-id", "the rule % is there already",
                         "Give each rule an id of its own", {rule.id});
            continue;
        }
        read_rule(reader, value, rule, reading);
        if (rule.kind == RuleKind::EventGap && !reading.is_broken({"protocol.json"}) &&
            !(reading.protocol.bindings.planned_date && reading.protocol.bindings.event_date)) {
            reader.error(value.member("kind"), "missing-binding",
                         "an event-gap rule needs the dates of treatment and event",
                         "Bind plannedDate and eventDate in protocol.json");
        }
        rules.push_back(std::move(rule));
        reading.rule_places.push_back({&file, value});
    }
}

void check_spans(ProtocolReading& reading) {
    core::Protocol const& protocol = reading.protocol;
    for (std::size_t index = 0; index < protocol.spans.size(); ++index) {
        core::QuestionSpan const& span = protocol.spans[index];
        int const longest = days_for_comparison(span.span);
        for (core::RuleIndex const rule_index : rules_within(protocol, span)) {
            core::ScreeningRule const& rule = protocol.rules[rule_index];
            WrittenAt at = reading.rule_places[rule_index];
            char const* member = "wait";
            core::Wait wait = rule.wait;
            if (rule.wait_parameter) {
                auto const& number = std::get<core::NumberParameter>(protocol.parameters[*rule.wait_parameter].kind);
                wait = {number.maximum, number.unit};
                at = reading.parameter_places[*rule.wait_parameter];
                member = "maximum";
            }
            if (days_for_comparison(wait) > longest) {
                ContentReader reader = reading.reader(*at.file);
                reader.error(at.value.member(member), "wait-over-span",
                             "the wait of % can be longer than the time % asks about ($ days), so some would be let "
                             "through too soon",
                             "Shorten the wait, or ask about a longer time and raise its span",
                             {rule.id, protocol.questionnaire.items[span.question].link_id, std::to_string(longest)});
            }
        }
    }
}

}  // namespace needlewise::formats
