#include "ui/screens/kiosk_parts.hpp"

namespace needlewise::ui {

namespace {

/// A question with what was said to it.
void answer_line(Ui& ui, std::string const& id, core::ItemIndex question) {
    auto const& session = ui.session;
    paragraph(ui, id + session.item(question).link_id,
              session.text("finding/because-answer",
                           {{"question", session.item(question).text}, {"answer", answer_in_words(session, question)}}),
              ui.theme.type.small, ui.theme.colors.text);
}

void finding_lines(Ui& ui, core::Finding const& finding) {
    auto const& session = ui.session;
    auto const& rule = session.protocol().rules[finding.rule].id;
    auto const id = "summary/" + rule + "/";
    ui.space(ui.theme.space.base);
    heading(ui, id, session.text("rule/" + rule + "/title"), 3, ui.theme.type.label);
    auto const note = finding.clarify ? session.text("kiosk/summary/not-sure") : date_of_finding(session, finding);
    paragraph(ui, id + "note", note, ui.theme.type.small_strong, ui.theme.colors.text);
    for (auto const question : finding.because) {
        answer_line(ui, id, question);
    }
}

void section_title(Ui& ui, std::string const& key) {
    ui.space(ui.theme.space.large);
    ui.line(ui.column.left, ui.y, ui.column.left + ui.column.width, ui.y, ui.theme.colors.line);
    ui.space(ui.theme.space.base);
    heading(ui, "summary/" + key, ui.session.text(key), 2, ui.theme.type.heading);
}

/// The findings come most severe first.
void findings(Ui& ui, core::Assessment const& assessment) {
    auto const* last = static_cast<core::Finding const*>(nullptr);
    for (auto const& finding : assessment.findings) {
        if (last == nullptr || last->level != finding.level) {
            section_title(ui, std::string{"level/"} + key_of(finding.level) + "/name");
        }
        finding_lines(ui, finding);
        last = &finding;
    }
}

void open_questions(Ui& ui, core::Assessment const& assessment) {
    if (assessment.incomplete.empty() && assessment.errors.empty()) {
        return;
    }
    section_title(ui, "kiosk/summary/open");
    for (auto const* list : {&assessment.incomplete, &assessment.errors}) {
        for (auto const question : *list) {
            answer_line(ui, "summary/open/", question);
        }
    }
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

void staff_summary_screen(Ui& ui) {
    auto& session = ui.session;
    auto& kiosk = session.kiosk;
    auto const& assessment = session.assessment();
    auto const minutes = kiosk.finished_at();
    kiosk_heading(ui, "kiosk/summary/title", ui.theme.type.title);
    paragraph(ui, "summary/when",
              session.text("kiosk/summary/when", {{"date", session.dates().full(session.today())},
                                                  {"time", two_digits(minutes / 60) + ":" + two_digits(minutes % 60)},
                                                  {"version", session.protocol().information.version}}));
    paragraph(ui, "summary/outcome", headline(session, assessment, assessment.outcome));
    findings(ui, assessment);
    open_questions(ui, assessment);
    ui.space(ui.theme.space.large);
    if (kiosk_button(ui, "kiosk/summary/print", ButtonKind::Secondary)) {
        kiosk.print();
    }
    if (kiosk_button(ui, "kiosk/summary/done", ButtonKind::Danger)) {
        kiosk.reset();
    }
}

}  // namespace needlewise::ui
