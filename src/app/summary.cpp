#include "app/summary.hpp"

#include "app/result_words.hpp"
#include "formats/assessment_json.hpp"

namespace needlewise::app {

namespace {

void add_line(std::string& text, std::string_view line) {
    if (!line.empty()) {
        (text += line) += '\n';
    }
}

void add_dates(std::string& text, Session const& session) {
    auto const& assessment = session.assessment();
    auto const dates = session.dates();
    if (assessment.not_before) {
        add_line(text, session.text("result/not-before", {{"date", dates.full(*assessment.not_before)}}));
    }
    if (assessment.open_ended) {
        add_line(text, session.text("result/open-ended"));
    }
    auto const& planned = session.protocol().bindings.planned_date;
    auto const* plan = planned ? session.effective().answer(*planned) : nullptr;
    auto const* date = plan != nullptr ? std::get_if<core::Date>(&plan->front()) : nullptr;
    if (date != nullptr) {
        add_line(text, session.text("result/planned", {{"date", dates.full(*date)}}));
    }
}

void add_finding(std::string& text, Session const& session, core::Finding const& finding) {
    auto const& rule = session.protocol().rules[finding.rule];
    add_line(text, "- " + session.text("rule/" + rule.id + "/title"));
    if (finding.clarify) {
        add_line(text, "  " + session.text("take/message/not-sure"));
    }
    auto const when = date_of_finding(session, finding);
    if (!when.empty()) {
        add_line(text, "  " + when);
    }
    for (auto const question : finding.because) {
        add_line(text, "  " + session.text("finding/because-answer", {{"question", session.item(question).text},
                                                                      {"answer", answer_in_words(session, question)}}));
    }
}

void add_sessions(std::string& text, Session const& session) {
    auto const& sessions = session.timeline().sessions;
    if (sessions.empty()) {
        return;
    }
    text += '\n';
    add_line(text, session.text("take/message/sessions"));
    for (auto const& one : sessions) {
        auto const name = session.text("timeline/session", {{"number", std::to_string(one.number)}});
        add_line(text, "- " + name + ": " + session.dates().full(one.date));
    }
}

}  // namespace

std::string summary(Session const& session) {
    auto const& assessment = session.assessment();
    auto text = std::string{};
    add_line(text, session.text("take/message/heading", {{"date", session.dates().full(session.today())}}));
    text += '\n';
    add_line(text, headline(session, assessment, assessment.outcome));
    add_dates(text, session);
    if (!assessment.findings.empty()) {
        text += '\n';
        add_line(text, session.text("take/message/points"));
        for (auto const& finding : assessment.findings) {
            add_finding(text, session, finding);
        }
    }
    add_sessions(text, session);
    text += '\n';
    add_line(text, session.text("result/unchecked"));
    return text;
}

}  // namespace needlewise::app
