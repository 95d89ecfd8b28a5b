#include "formats/visit_file.hpp"

namespace needlewise::formats {

namespace {

constexpr std::string_view visit_url = "urn:needlewise:visit";

void begin_extension(JsonWriter& json, std::string_view url) {
    json.begin_object();
    json.key("url");
    json.string(url);
}

void text_extension(JsonWriter& json, std::string_view url, char const* value_key, std::string const& value) {
    begin_extension(json, url);
    json.key(value_key);
    json.string(value);
    json.end_object();
}

void write_move(JsonWriter& json, int session, core::Date date) {
    begin_extension(json, "move");
    json.key("extension");
    json.begin_array();
    begin_extension(json, "session");
    json.key("valuePositiveInt");
    json.integer(session);
    json.end_object();
    text_extension(json, "date", "valueDate", date.iso());
    json.end_array();
    json.end_object();
}

void write_plan(JsonWriter& json, Visit const& visit) {
    json.key("extension");
    json.begin_array();
    begin_extension(json, visit_url);
    json.key("extension");
    json.begin_array();
    if (visit.plan_id != 0) {
        text_extension(json, "plan-id", "valueString", plan_id_text(visit.plan_id));
    }
    if (visit.plan.date) {
        text_extension(json, "first-session", "valueDate", visit.plan.date->iso());
    }
    for (auto const& [session, date] : visit.plan.moves) {
        write_move(json, session, date);
    }
    json.end_array();
    json.end_object();
    json.end_array();
}

/// The first extension of that name.
JsonValue extension(JsonValue owner, std::string_view url) {
    for (JsonValue const one : owner.member("extension").elements()) {
        if (one.member("url").text() == url) {
            return one;
        }
    }
    return {};
}

std::optional<core::Date> plan_day(JsonValue value) {
    auto const date = core::Date::from_iso(value.text());
    return date && is_plan_day(*date) ? date : std::nullopt;
}

bool read_move(JsonValue move, core::PlanRequest& plan) {
    auto const session = extension(move, "session").member("valuePositiveInt").integer();
    auto const date = plan_day(extension(move, "date").member("valueDate"));
    bool const fits = session >= 1 && session <= static_cast<std::int64_t>(most_moves) && date;
    return fits && plan.moves.emplace(static_cast<int>(session), *date).second;
}

void read_plan(JsonValue response, LoadedVisit& loaded) {
    JsonValue const saved = extension(response, visit_url);
    auto const bad = [&] { loaded.left_out.push_back({{}, LeftOutReason::BadPlan}); };
    if (JsonValue const id = extension(saved, "plan-id")) {
        auto const read = read_plan_id(id.member("valueString").text());
        if (read) {
            loaded.visit.plan_id = *read;
        } else {
            bad();
        }
    }
    if (JsonValue const first = extension(saved, "first-session")) {
        loaded.visit.plan.date = plan_day(first.member("valueDate"));
        if (!loaded.visit.plan.date) {
            bad();
        }
    }
    for (JsonValue const one : saved.member("extension").elements()) {
        if (one.member("url").text() == "move" && !read_move(one, loaded.visit.plan)) {
            bad();
        }
    }
}

}  // namespace

std::string write_visit_file(core::Questionnaire const& questionnaire, Visit const& visit, core::Date today,
                             std::string_view moment, std::string_view language) {
    core::EffectiveAnswers const answers{questionnaire, visit.sheet, today};
    ResponseDetails details{std::string{moment}, std::string{language}, {}};
    if (visit.plan_id != 0 || visit.plan.date || !visit.plan.moves.empty()) {
        details.write_extension = [&](JsonWriter& json) { write_plan(json, visit); };
    }
    return write_response(questionnaire, visit.sheet, answers, status_of(questionnaire, answers), JsonLayout::Pretty,
                          details);
}

core::Result<LoadedVisit> read_visit_file(core::Questionnaire const& questionnaire, std::string_view text) {
    Result<JsonDocument> const document = parse_json(text);
    if (!document) {
        return document.error();
    }
    Result<KeptResponse> kept = keep_response(*document, document->root(), questionnaire);
    if (!kept) {
        return std::move(kept.error());
    }
    LoadedVisit loaded{{std::move(kept->sheet), {}, 0}, std::move(kept->left_out)};
    read_plan(document->root(), loaded);
    return loaded;
}

}  // namespace needlewise::formats
