#include "formats/clinic_form.hpp"

#include "formats/names.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::ParameterIndex;

void member(JsonWriter& json, char const* key, std::string_view text) {
    json.key(key);
    json.string(text);
}
void member(JsonWriter& json, char const* key, std::int64_t number) {
    json.key(key);
    json.integer(number);
}

bool is_wait(core::Protocol const& protocol, ParameterIndex index) {
    return std::any_of(protocol.rules.begin(), protocol.rules.end(),
                       [&](core::ScreeningRule const& rule) { return rule.wait_parameter == index; });
}

bool is_of_sessions(core::SessionContent const& sessions, ParameterIndex index) {
    bool const of_course =
        std::any_of(sessions.concerns.begin(), sessions.concerns.end(),
                    [&](core::ConcernPlan const& plan) { return plan.sessions == index || plan.spacing == index; });
    return of_course || sessions.spacing_floor == index || sessions.event_gap == index ||
           sessions.event_gap_minimum == index || sessions.results_check == index;
}

char const* group_of_number(core::Protocol const& protocol, ParameterIndex index) {
    if (is_of_sessions(protocol.timeline.sessions, index)) {
        return "session";
    }
    return is_wait(protocol, index) ? "wait" : "care";
}

void write_number(JsonWriter& json, char const* group, core::NumberParameter const& number) {
    constexpr std::string_view units[] = {"day", "month", "minute", "session", "none"};
    member(json, "group", group);
    member(json, "unit", units[static_cast<std::size_t>(number.unit)]);
    member(json, "default", number.initial);
    member(json, "minimum", number.minimum);
    member(json, "maximum", number.maximum);
}

void write_level(JsonWriter& json, core::LevelParameter const& level) {
    member(json, "group", "level");
    member(json, "default", name_of(level.initial));
    json.key("allowed");
    json.begin_array();
    for (core::Level const one : level.allowed) {
        json.string(name_of(one));
    }
    json.end_array();
}

void write_parameter(JsonWriter& json, core::Protocol const& protocol, ParameterIndex index) {
    core::Parameter const& parameter = protocol.parameters[index];
    json.begin_object();
    member(json, "id", parameter.id);
    if (auto const* number = std::get_if<core::NumberParameter>(&parameter.kind)) {
        write_number(json, group_of_number(protocol, index), *number);
    } else if (auto const* level = std::get_if<core::LevelParameter>(&parameter.kind)) {
        write_level(json, *level);
    } else if (auto const* text = std::get_if<core::TextParameter>(&parameter.kind)) {
        member(json, "group", "text");
        member(json, "default", text->initial);
    }
    json.end_object();
}

template <class Items>
void write_uses(JsonWriter& json, char const* part, Items const& items) {
    for (auto const& item : items) {
        json.begin_object();
        member(json, "id", item.id);
        member(json, "part", part);
        json.end_object();
    }
}

}  // namespace

void write_clinic_form(JsonWriter& json, core::Protocol const& protocol) {
    json.begin_object();
    json.key("parameters");
    json.begin_array();
    for (ParameterIndex index = 0; index < protocol.parameters.size(); ++index) {
        write_parameter(json, protocol, index);
    }
    json.end_array();
    json.key("emergencyNumber");
    protocol.timeline.emergency_number ? json.string(protocol.parameters[*protocol.timeline.emergency_number].id)
                                       : json.null();
    json.key("uses");
    json.begin_array();
    write_uses(json, "preparation", protocol.timeline.preparation);
    write_uses(json, "day-of", protocol.timeline.day_of);
    write_uses(json, "care", protocol.timeline.care);
    json.end_array();
    json.key("outcomes");
    json.begin_array();
    for (core::Outcome const outcome : bookable_outcomes) {
        json.string(name_of(outcome));
    }
    json.end_array();
    json.end_object();
}

void write_problems(JsonWriter& json, std::vector<Diagnostic> const& problems) {
    json.begin_array();
    for (Diagnostic const& problem : problems) {
        json.begin_object();
        member(json, "severity", problem.severity == Severity::Error ? "error" : "warning");
        member(json, "line", problem.line);
        member(json, "column", problem.column);
        member(json, "pointer", problem.pointer);
        member(json, "code", problem.code);
        member(json, "message", problem.message);
        member(json, "advice", problem.advice);
        json.end_object();
    }
    json.end_array();
}

}  // namespace needlewise::formats
