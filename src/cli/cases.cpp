#include "cli/cases.hpp"

#include "formats/answer_code.hpp"
#include "formats/assessment_json.hpp"
#include "formats/calendar.hpp"
#include "formats/clinic_settings.hpp"
#include "formats/content_reader.hpp"
#include "formats/fhir_response.hpp"
#include "formats/timeline_json.hpp"
#include "formats/timeline_text.hpp"
#include "formats/visit_file.hpp"

#include <algorithm>

namespace needlewise::cli {

namespace {

using core::Error;
using formats::JsonDocument;
using formats::JsonKind;
using formats::JsonValue;

bool given(JsonValue value) { return value && !value.is(JsonKind::Null); }

bool says_nothing(core::AnswerSheet const& sheet) {
    auto const is_empty = [](core::Answer const& answer) { return answer.empty(); };
    return std::all_of(sheet.answers.begin(), sheet.answers.end(), is_empty) && sheet.unknown_link_ids.empty() &&
           std::find(sheet.malformed.begin(), sheet.malformed.end(), true) == sheet.malformed.end();
}

Error refused(core::MoveRefused const& move) {
    std::string message = "session " + std::to_string(move.session) + " cannot be moved there";
    message +=
        move.earliest ? "; the earliest day is " + move.earliest->iso() : ": there is no such session in the plan";
    return {"move-refused", std::move(message), {}};
}

/// A member that holds a day; an error if it is something else.
std::optional<Error> read_day(JsonDocument const& document, JsonValue wrapper, char const* name,
                              std::optional<core::Date>& day) {
    JsonValue const value = wrapper.member(name);
    if (!given(value)) {
        return std::nullopt;
    }
    day = parse_day(value.text());
    if (!day) {
        return Error{"bad-date", formats::quoted(name) + " is no day; write YYYY-MM-DD, from 1900-01-01 to 2199-12-31",
                     document.place_of(value)};
    }
    return std::nullopt;
}

core::Result<std::string> judge_wrapper(Content const& content, Options const& options, JsonDocument const& document) {
    JsonValue const wrapper = document.root();
    for (formats::JsonMember member : wrapper.members()) {
        std::string_view const name = member.name();
        if (name != "today" && name != "date" && name != "clinic" && name != "response") {
            return Error{"unknown-member",
                         "there is no " + formats::quoted(name) + " here: known are today, date, clinic and response",
                         document.place_of(member.key)};
        }
    }
    std::optional<core::Date> today = content.today;
    core::PlanRequest plan = options.plan;
    if (std::optional<Error> error = read_day(document, wrapper, "today", today)) {
        return std::move(*error);
    }
    if (std::optional<Error> error = read_day(document, wrapper, "date", plan.date)) {
        return std::move(*error);
    }
    core::ParameterValues parameters = content.parameters;
    if (JsonValue const settings = wrapper.member("clinic"); given(settings)) {
        formats::LoadedClinic clinic = formats::load_clinic("", document, settings, content.protocol, parameters);
        for (formats::Diagnostic const& diagnostic : clinic.diagnostics) {
            if (diagnostic.severity == formats::Severity::Error) {
                return Error{
                    diagnostic.code, diagnostic.message, {{}, diagnostic.line, diagnostic.column, diagnostic.pointer}};
            }
        }
        parameters = std::move(clinic.parameters);
    }
    JsonValue const response = wrapper.member("response");
    if (!given(response)) {
        bool const needed = options.command == Command::Assess;
        if (needed) {
            return Error{"missing-member", "there is no \"response\"", document.place_of(wrapper)};
        }
        return judge(content, parameters, *today, options, plan, core::AnswerSheet{content.protocol.questionnaire});
    }
    core::Result<core::AnswerSheet> sheet = formats::read_response(document, response, content.protocol.questionnaire);
    if (!sheet) {
        return std::move(sheet.error());
    }
    return judge(content, parameters, *today, options, plan, *sheet);
}

/// Nothing is dropped silently: what is no answer to this questionnaire is named.
std::optional<Error> not_takeable(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                                  core::Date today) {
    std::string names;
    for (std::string const& link_id : sheet.unknown_link_ids) {
        names += " " + formats::quoted(link_id);
    }
    core::EffectiveAnswers const answers{questionnaire, sheet, today};
    for (core::ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
        if (answers.enabled(index) && answers.standing(index) == core::AnswerStanding::Malformed) {
            names += " " + formats::quoted(questionnaire.items[index].link_id);
        }
    }
    if (names.empty()) {
        return std::nullopt;
    }
    return Error{"not-takeable", "these answers cannot be taken along:" + names, {}};
}

}  // namespace

core::Result<std::string> take(Content const& content, Options const& options, core::AnswerSheet const& sheet) {
    core::Protocol const& protocol = content.protocol;
    if (std::optional<Error> error = not_takeable(protocol.questionnaire, sheet, content.today)) {
        return std::move(*error);
    }
    core::PlanResult const plan = core::plan(protocol, content.parameters, sheet, content.today, options.plan);
    if (plan.refused) {
        return refused(*plan.refused);
    }
    formats::Visit const visit{sheet, options.plan, 0};
    if (options.format == Format::File) {
        std::string const& language = options.language.empty() ? protocol.information.language : options.language;
        return formats::write_visit_file(protocol.questionnaire, visit, content.today, {}, language);
    }
    return formats::write_answer_code(protocol.questionnaire, visit);
}

core::Result<std::string> judge(Content const& content, core::ParameterValues const& parameters, core::Date today,
                                Options const& options, core::PlanRequest const& plan, core::AnswerSheet const& sheet) {
    core::Protocol const& protocol = content.protocol;
    if (options.command == Command::Assess) {
        return formats::assessment_json(protocol, parameters, core::assess(protocol, parameters, sheet, today));
    }
    core::PlanRequest request = plan;
    if (!request.date && says_nothing(sheet)) {
        request.date = today;  // "with no answers it gives an example plan": one that begins now
    }
    core::PlanResult const result = core::plan(protocol, parameters, sheet, today, request);
    if (result.refused) {
        return refused(*result.refused);
    }
    switch (options.format) {
        case Format::Text:
            return formats::timeline_text(protocol, parameters, result.timeline, content.page_words, options.language);
        case Format::Calendar:
            return formats::calendar(protocol, parameters, result.timeline, content.page_words, options.language);
        case Format::Code:
        case Format::File:  // of take
        case Format::Json: break;
    }
    return formats::timeline_json(protocol, parameters, result.timeline);
}

core::Result<std::string> judge_line(Content const& content, Options const& options, std::string_view line) {
    core::Result<JsonDocument> document = formats::parse_json(line);
    if (!document) {
        return std::move(document.error());
    }
    JsonValue const root = document->root();
    bool const wrapped =
        root.is(JsonKind::Object) && !root.member("resourceType") &&
        (root.member("response") || root.member("today") || root.member("date") || root.member("clinic"));
    if (wrapped) {
        return judge_wrapper(content, options, *document);
    }
    core::Result<core::AnswerSheet> sheet = formats::read_response(*document, root, content.protocol.questionnaire);
    if (!sheet) {
        return std::move(sheet.error());
    }
    return judge(content, content.parameters, content.today, options, options.plan, *sheet);
}

}  // namespace needlewise::cli
