#include "formats/assessment_json.hpp"

#include "formats/names.hpp"
#include "formats/timeline_words.hpp"

namespace needlewise::formats {

namespace {

using core::Finding;

class AssessmentWriter {
public:
    AssessmentWriter(core::Protocol const& protocol, core::ParameterValues const& parameters, JsonLayout layout)
        : protocol_{protocol}, words_{protocol, parameters}, json_{layout} {}

    std::string write(core::Assessment const& assessment) {
        json_.begin_object();
        text("outcome", name_of(assessment.outcome));
        json_.key("provisional");
        assessment.provisional ? json_.string(name_of(*assessment.provisional)) : json_.null();
        date("notBefore", assessment.not_before);
        date("earliest", assessment.earliest);
        boolean("openEnded", assessment.open_ended);
        json_.key("findings");
        json_.begin_array();
        for (Finding const& finding : assessment.findings) {
            write_finding(finding);
        }
        json_.end_array();
        link_ids("incomplete", assessment.incomplete);
        link_ids("errors", assessment.errors, &assessment.unknown_link_ids);
        json_.key("protocol");
        json_.begin_object();
        text("id", protocol_.information.id);
        text("version", protocol_.information.version);
        json_.end_object();
        text("today", assessment.today.iso());
        json_.end_object();
        return json_.take();
    }

private:
    void text(std::string_view key, std::string_view value) {
        json_.key(key);
        json_.string(value);
    }
    void boolean(std::string_view key, bool value) {
        json_.key(key);
        json_.boolean(value);
    }
    void date(std::string_view key, std::optional<core::Date> value) {
        json_.key(key);
        value ? json_.string(value->iso()) : json_.null();
    }
    void link_ids(std::string_view key, std::vector<core::ItemIndex> const& items,
                  std::vector<std::string> const* others = nullptr) {
        json_.key(key);
        json_.begin_array();
        for (core::ItemIndex const item : items) {
            json_.string(protocol_.questionnaire.items[item].link_id);
        }
        if (others != nullptr) {
            for (std::string const& other : *others) {
                json_.string(other);
            }
        }
        json_.end_array();
    }

    void write_finding(Finding const& finding) {
        core::ScreeningRule const& rule = protocol_.rules[finding.rule];
        json_.begin_object();
        text("id", rule.id);
        text("level", name_of(finding.level));
        boolean("clarify", finding.clarify);
        date("date", finding.date);
        json_.key("dateKind");
        finding.date_kind ? json_.string(name_of(*finding.date_kind)) : json_.null();
        link_ids("questions", finding.questions);
        link_ids("because", finding.because);
        std::string const key = "rule/" + rule.id;
        std::string const clarify = clarify_key(protocol_, finding);
        text("title", word(key + "/title", finding));
        text("text", word(clarify.empty() ? key + "/text" : clarify, finding));
        text("advice", clarify.empty() ? word(key + "/advice", finding) : std::string{});
        text("strength", name_of(rule.strength));
        json_.key("sources");
        json_.begin_array();
        for (std::string const& source : rule.sources) {
            json_.string(source);
        }
        json_.end_array();
        json_.key("differs");
        if (rule.differs.empty()) {
            json_.null();
        } else {
            std::string differs;
            for (std::string const& id : rule.differs) {
                differs += (differs.empty() ? "" : " ") + id;
            }
            json_.string(differs);
        }
        json_.end_object();
    }

    std::string word(std::string const& key, Finding const& finding) const {
        std::string const day = finding.date ? finding.date->iso() : std::string{};
        std::string const length = finding.wait ? std::to_string(finding.wait->length) : std::string{};
        return words_.word(key, {{"date", day}, {"days", length}});
    }

    core::Protocol const& protocol_;
    TimelineWords words_;
    JsonWriter json_;
};

}  // namespace

std::string clarify_key(core::Protocol const& protocol, Finding const& finding) {
    if (!finding.clarify) {
        return {};
    }
    std::optional<core::ItemIndex> const date_question = protocol.rules[finding.rule].date_question;
    if (date_question && finding.questions.size() == 1 && finding.questions.front() == *date_question) {
        return "clarify/date";
    }
    return finding.level == core::Level::Mention ? "clarify/mention" : "clarify/review";
}

std::string assessment_json(core::Protocol const& protocol, core::ParameterValues const& parameters,
                            core::Assessment const& assessment, JsonLayout layout) {
    return AssessmentWriter{protocol, parameters, layout}.write(assessment);
}

}  // namespace needlewise::formats
