#include "platform/take/taker.hpp"

#include "app/carried.hpp"
#include "app/print_page.hpp"
#include "app/summary.hpp"
#include "formats/answer_code.hpp"
#include "formats/calendar.hpp"
#include "formats/visit_file.hpp"

namespace needlewise::platform {

namespace {

using formats::JsonValue;

std::string answer(char const* key, std::string_view text) {
    formats::JsonWriter json;
    json.begin_object();
    json.key(key);
    json.string(text);
    json.end_object();
    return json.take();
}

formats::Visit visit_of(app::Session const& session, JsonValue options) {
    auto const plan_id = formats::read_plan_id(options.member("planId").text());
    auto plan = session.plan_request();
    if (session.move_refused()) {
        plan.moves.clear();  // as the timeline shows it: no move, rather than those that are still possible one by one
    }
    return {session.sheet(), std::move(plan), plan_id.value_or(0)};
}

formats::CalendarChoices choices_of(JsonValue options) {
    formats::CalendarChoices choices;
    choices.preparation = options.member("preparation").boolean();
    choices.care = options.member("care").boolean();
    choices.checks = options.member("checks").boolean();
    choices.alarms = options.member("alarms").boolean();
    choices.plan_id = options.member("planId").text();
    choices.stamp = options.member("stamp").text();
    choices.sequence = static_cast<std::uint32_t>(options.member("sequence").integer());
    for (JsonValue const one : options.member("appointments").elements()) {
        auto const day = core::Date::from_iso(one.member("day").text());
        if (day) {
            choices.appointments[static_cast<int>(one.member("session").integer())] = {
                *day, static_cast<int>(one.member("minute").integer())};
        }
    }
    return choices;
}

std::string make(app::Session const& session, std::string_view what, JsonValue options) {
    auto const& questionnaire = session.protocol().questionnaire;
    if (what == "calendar") {
        return answer("text", formats::calendar(session.protocol(), session.parameters(), session.timeline(),
                                                session.page_words(), session.language(), choices_of(options)));
    }
    if (what == "file") {
        return answer("text", formats::write_visit_file(questionnaire, visit_of(session, options), session.today(),
                                                        options.member("moment").text(), session.language()));
    }
    if (what == "code") {
        return answer("text", formats::write_answer_code(questionnaire, visit_of(session, options)));
    }
    if (what == "print-patient") {
        return app::print_json(app::patient_page(session));
    }
    if (what == "print-clinic") {
        return app::print_json(app::clinic_page(session, options.member("time").text()));
    }
    return answer("text", app::summary(session));
}

char const* word_of(formats::LeftOutReason reason) {
    static constexpr char const* words[] = {"open/left-out/unknown",     "open/left-out/not-readable",
                                            "open/left-out/not-offered", "open/left-out/not-asked",
                                            "open/left-out/broken",      "open/left-out/bad-plan"};
    return words[static_cast<int>(reason)];
}

std::string left_out_lines(app::Session const& session, std::vector<formats::LeftOut> const& left_out) {
    constexpr std::size_t enough = 4000;
    std::string lines;
    for (auto const& one : left_out) {
        auto const index = session.protocol().questionnaire.find(one.link_id);
        auto const name = index ? session.item(*index).text : one.link_id.substr(0, 60);
        if (lines.size() > enough) {
            break;
        }
        lines += session.text(word_of(one.reason), {{"question", name}}) + '\n';
    }
    return lines;
}

/// A line for each answer that the page has no field for.
std::string lost_lines(app::Session const& session, formats::Visit const& visit) {
    std::string lines;
    for (core::ItemIndex index = 0; index < visit.sheet.answers.size(); ++index) {
        if (session.given(index).size() != visit.sheet.answers[index].size()) {
            lines += session.text("open/left-out/not-readable", {{"question", session.item(index).text}}) + '\n';
        }
    }
    return lines;
}

/// Puts a visit where a session can carry it out of. Gives a line for each day of the plan that is not possible any more.
std::string put(app::Session& session, formats::Visit const& visit) {
    session.delete_everything();
    for (core::ItemIndex const index : session.protocol().questionnaire.enabling_order) {
        if (!visit.sheet.answers[index].empty()) {
            session.set_answer(index, visit.sheet.answers[index]);
        }
    }
    if (visit.plan.date) {
        session.set_treated_on(visit.plan.date);
    }
    std::string lines;
    for (auto const& [number, date] : visit.plan.moves) {
        session.move_session(number, date);
        if (session.move_refused()) {
            lines += session.text("open/left-out/bad-plan") + '\n';
        }
    }
    return lines;
}

std::string opened(app::Session& session, formats::Visit const& visit, std::string const& left_out) {
    auto const not_possible = put(session, visit);
    auto const state = app::carry_out(session);
    app::carry_in(session, state);  // as the page will do
    auto const lost = lost_lines(session, visit);
    formats::JsonWriter json;
    json.begin_object();
    json.key("state");
    json.string(state);
    json.key("planId");
    json.string(visit.plan_id == 0 ? "" : formats::plan_id_text(visit.plan_id));
    json.key("leftOut");
    json.string(left_out + lost + not_possible);
    json.end_object();
    return json.take();
}

}  // namespace

bool Taker::boot(std::string_view language, std::string_view today) {
    auto const date = core::Date::from_iso(today);
    if (!date) return false;
    std::vector<formats::SourceFile> files;
    files.reserve(sources_.size());
    for (Source const& source : sources_) files.push_back({source.path, source.text});
    session_.emplace(app::make_session(files, language, *date));
    return true;
}

void Taker::add_words(std::string_view words) {
    if (session_) session_->add_words(app::read_words(words));
}

std::string Taker::run(std::string_view what, std::string_view input, std::string_view options) {
    if (!session_) return answer("error", "not-ready");
    auto const& questionnaire = session_->protocol().questionnaire;
    if (what == "open-code") {
        auto const visit = formats::read_answer_code(questionnaire, input);
        return visit ? opened(*session_, *visit, {}) : answer("error", visit.error().code);
    }
    if (what == "open-file") {
        auto const loaded = formats::read_visit_file(questionnaire, input);
        return loaded ? opened(*session_, loaded->visit, left_out_lines(*session_, loaded->left_out))
                      : answer("error", loaded.error().code);
    }
    auto const parsed = formats::parse_json(options);
    if (!parsed) return answer("error", parsed.error().code);
    if (auto const today = core::Date::from_iso(parsed->root().member("today").text())) {
        session_->set_today(*today);  // the page may be open over midnight
    }
    app::carry_in(*session_, input);
    return make(*session_, what, parsed->root());
}

}  // namespace needlewise::platform
