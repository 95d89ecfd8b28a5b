#include "app/print_parts.hpp"
#include "app/result_words.hpp"
#include "formats/names.hpp"

#include <algorithm>
#include <set>

namespace needlewise::app {

namespace {

std::string in_words(Session const& session, core::Parameter const& parameter, core::ParameterValue const& value) {
    if (auto const* level = std::get_if<core::Level>(&value.value)) {
        return session.text("level/" + std::string{formats::name_of(*level)} + "/name");
    }
    if (auto const* text = std::get_if<std::string>(&value.value)) {
        return *text;
    }
    auto const number = std::get<int>(value.value);
    auto const* kind = std::get_if<core::NumberParameter>(&parameter.kind);
    auto const has_length = kind != nullptr && (kind->unit == core::Unit::Day || kind->unit == core::Unit::Month);
    return has_length ? session.dates().length(number, kind->unit) : std::to_string(number);
}

// By Unicode's isolates: names of sources keep their order in a sentence that runs from right to left.
std::string left_to_right(std::string const& text) { return "\u2066" + text + "\u2069"; }

class ClinicPage {
public:
    ClinicPage(Session const& session, std::string_view time) : session_{session}, time_{time} {}

    PrintPage make() {
        auto const& information = session_.protocol().information;
        page_.title = session_.text("print/clinic/title");
        page_.header = session_.text(
            "kiosk/summary/when",
            {{"date", session_.dates().full(session_.today())}, {"time", time_}, {"version", information.version}});
        page_.footer =
            information.signed_off_by.empty()
                ? session_.text("footer/version",
                                {{"version", information.version}, {"date", information.content_date}, {"page", ""}})
                : session_.text("footer/version-signed", {{"version", information.version},
                                                          {"date", information.content_date},
                                                          {"page", ""},
                                                          {"name", information.signed_off_by}});
        add_result();
        add_doubts();
        add_answers();
        add_values();
        add_sources();
        return std::move(page_);
    }

private:
    void add_result() {
        auto result = result_section(session_);
        auto lines = std::vector<std::string>{};
        for (auto const& block : result.blocks) {
            lines.push_back(block.text);
        }
        auto section = SectionMaker{std::move(result.title)};
        section.text(PrintKind::Paragraph, joined(lines, " "));
        auto sessions = std::vector<std::string>{};
        for (auto const& one : session_.timeline().sessions) {
            sessions.push_back(session_.dates().plain(one.date));
        }
        if (!sessions.empty()) {
            section.text(PrintKind::Paragraph,
                         session_.text("timeline/sessions") + ": " + joined(sessions, "; ") + ".");
        }
        section.add_to(page_);
        if (auto open = open_questions_section(session_); !open.blocks.empty()) {
            page_.sections.push_back(std::move(open));
        }
    }

    void add_doubts() {
        auto asked = std::set<core::ItemIndex>{};
        auto section = SectionMaker{session_.text("print/clinic/clarify"), 2};
        for (auto const& finding : session_.assessment().findings) {
            for (auto const question : finding.questions) {
                if (asked.insert(question).second) {
                    section.item(session_.item(question).text);
                }
            }
        }
        section.add_to(page_);
    }

    // A finding stands beside the first of the answers it comes from; the others refer to its number.
    void add_answers() {
        auto section = SectionMaker{""};
        section.table({session_.text("print/clinic/question"), session_.text("print/clinic/answer"),
                       session_.text("print/clinic/findings")});
        auto shown = std::vector<bool>(session_.assessment().findings.size());
        for (auto const& page : form_pages(session_.protocol().questionnaire, session_.effective(), Paging::Section)) {
            for (auto const question : page.questions) {
                section.row({session_.item(question).text, answer_in_words(session_, question),
                             findings_beside(question, shown)});
            }
        }
        for (std::size_t at = 0; at < shown.size(); ++at) {
            if (!shown[at]) {
                section.row({"", "", finding_text(at)});
            }
        }
        section.add_to(page_);
    }

    std::string findings_beside(core::ItemIndex question, std::vector<bool>& shown) const {
        auto const& findings = session_.assessment().findings;
        auto lines = std::vector<std::string>{};
        auto others = std::vector<std::string>{};
        for (std::size_t at = 0; at < findings.size(); ++at) {
            auto const& because = findings[at].because;
            if (std::find(because.begin(), because.end(), question) == because.end()) {
                continue;
            }
            if (!shown[at]) {
                lines.push_back(finding_text(at));
                shown[at] = true;
            } else {
                others.push_back("(" + std::to_string(at + 1) + ")");
            }
        }
        lines.push_back(joined(others, " "));
        return joined(lines, "\n");
    }

    std::string finding_text(std::size_t at) const {
        auto const& finding = session_.assessment().findings[at];
        auto const& rule = session_.protocol().rules[finding.rule];
        auto const level = session_.text("level/" + std::string{formats::name_of(finding.level)} + "/name");
        auto const strength = std::string(1, "ABCD"[static_cast<int>(rule.strength)]);
        auto const grounds = joined({strength + " " + joined(rule.sources, ", "), joined(rule.differs, ", ")}, "; ");
        return joined(
            {"(" + std::to_string(at + 1) + ") " + level + ": " + session_.text("rule/" + rule.id + "/title") + ".",
             finding.clarify ? session_.text("kiosk/summary/not-sure") : date_of_finding(session_, finding),
             finding.set_by_clinic ? session_.text("timeline-text/set-by-clinic") : "",
             left_to_right("[" + grounds + "]")},
            " ");
    }

    void add_values() {
        auto section = SectionMaker{session_.text("finding/set-by-clinic"), 2};
        auto const& parameters = session_.protocol().parameters;
        for (std::size_t at = 0; at < parameters.size(); ++at) {
            auto const& value = session_.parameters()[at];
            if (value.set_by_clinic) {
                section.item(session_.text("parameter/" + parameters[at].id + "/name") + ": " +
                             in_words(session_, parameters[at], value));
            }
        }
        section.add_to(page_);
    }

    void add_sources() {
        auto used = std::set<std::string>{};
        auto strengths = std::set<core::Strength>{};
        auto differ = std::set<std::string>{};
        for (auto const& finding : session_.assessment().findings) {
            auto const& rule = session_.protocol().rules[finding.rule];
            used.insert(rule.sources.begin(), rule.sources.end());
            strengths.insert(rule.strength);
            differ.insert(rule.differs.begin(), rule.differs.end());
        }
        auto texts = std::vector<std::string>{};
        for (auto const& key : used) {
            auto const* source = session_.protocol().find_source(key);
            if (source != nullptr) {
                // On the page these come with the late words (web/tools/assemble.mjs).
                auto const late = "source/" + key + "/title";
                texts.push_back(key + ": " + (session_.has_text(late) ? session_.text(late) : source->title));
            }
        }
        auto grades = std::vector<std::string>{};
        for (auto const strength : strengths) {
            auto const letter = std::string(1, "ABCD"[static_cast<int>(strength)]);
            grades.push_back(letter + ": " + session_.text("strength/" + letter));
        }
        auto section = SectionMaker{session_.text("sources/title")};
        section.text(PrintKind::Small, joined(texts, " · "));
        section.text(PrintKind::Small, joined(grades, " · "));
        if (!differ.empty()) {
            section.text(PrintKind::Small,
                         session_.text("sources/differ") + ": " + joined({differ.begin(), differ.end()}, ", "));
        }
        section.add_to(page_);
    }

    Session const& session_;
    std::string time_;
    PrintPage page_;
};

}  // namespace

PrintPage clinic_page(Session const& session, std::string_view time) { return ClinicPage{session, time}.make(); }

}  // namespace needlewise::app
