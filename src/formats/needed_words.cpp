#include "formats/needed_words.hpp"

#include "formats/names.hpp"

namespace needlewise::formats {

namespace {

class Needed {
public:
    explicit Needed(core::Protocol const& protocol) : protocol_{protocol} {}

    std::set<std::string> collect() {
        for (core::Parameter const& parameter : protocol_.parameters) {
            add("parameter/" + parameter.id, {"/name"});
        }
        for (core::ExplainerCard const& card : protocol_.explainer) {
            add("explainer/" + card.id, {"/title", "/text"});
            if (card.picture != core::ExplainerPicture::None) {
                add("explainer/" + card.id, {"/picture"});
            }
        }
        for (core::Difference const& difference : protocol_.differences) {
            add("difference/" + difference.id, {"/title", "/choice"});
            for (std::string const& key : difference.views) {
                add("difference/" + difference.id + "/view/", {key.c_str()});
            }
        }
        if (!protocol_.rules.empty()) {
            collect_screening();
        }
        if (!protocol_.timeline.empty()) {
            collect_timeline();
        }
        if (!keys_.empty()) {
            add("protocol", {"/title", "/about"});
            add("strength/", {"A", "B", "C", "D"});
        }
        return std::move(keys_);
    }

private:
    void add(std::string const& start, std::initializer_list<char const*> ends) {
        for (char const* end : ends) {
            keys_.insert(start + end);
        }
    }

    void collect_screening() {
        for (core::ScreeningRule const& rule : protocol_.rules) {
            add("rule/" + rule.id, {"/title", "/text", "/advice"});
        }
        for (int outcome = 0; outcome <= static_cast<int>(core::Outcome::Error); ++outcome) {
            add("outcome/" + std::string{name_of(static_cast<core::Outcome>(outcome))}, {"/headline", "/short"});
        }
        add("outcome/", {"defer/headline-open", "review/headline-dated"});
        for (int level = 0; level <= static_cast<int>(core::Level::Exclude); ++level) {
            add("level/" + std::string{name_of(static_cast<core::Level>(level))}, {"/name", "/meaning"});
        }
        add("clarify/", {"review", "mention", "date"});
        for (int kind = 0; kind <= static_cast<int>(core::DateKind::PlanBy); ++kind) {
            add("date-kind/" + std::string{name_of(static_cast<core::DateKind>(kind))}, {""});
        }
        add("date-kind/", {"stop-by-open", "start-by-open"});
    }

    void collect_timeline() {
        core::TimelineContent const& timeline = protocol_.timeline;
        for (core::PreparationTask const& task : timeline.preparation) {
            add("timeline/" + task.id, {"/text"});
        }
        for (core::DayOfStep const& step : timeline.day_of) {
            add("timeline/" + step.id, {"/text"});
        }
        for (core::RecoverySign const& sign : timeline.signs) {
            add("timeline/" + sign.id, {"/name"});
            add_if(sign.has_call_if, "timeline/" + sign.id + "/call-if");
        }
        for (core::WatchSign const& sign : timeline.watch) {
            add("timeline/" + sign.id, {"/name"});
        }
        for (core::SignChange const& change : timeline.changes) {
            add_if(change.has_note, "timeline/" + change.id + "/note");
        }
        for (core::CareItem const& care : timeline.care) {
            add("timeline/" + care.id, {"/text"});
            add_if(care.has_range, "timeline/" + care.id + "/range");
            add_if(care.has_day_zero_text, "timeline/" + care.id + "/text-day-0");
        }
        for (core::StripDay const& day : timeline.days) {
            add("timeline/" + day.id, {"/text"});
        }
        for (core::RedFlagGroup const& group : timeline.red_flags) {
            add("red-flag-group/" + group.id, {"/title", "/action"});
            for (std::string const& flag : group.flags) {
                add("red-flag/" + flag, {""});
            }
        }
        add_if(!timeline.red_flags.empty(), "red-flags/do");
        add_if(!timeline.red_flags.empty(), "red-flags/dont");
        add_if(!timeline.red_flags.empty(), "red-flags/numbing");
        add_if(!timeline.red_flags.empty(), "red-flags/worried");
        for (core::ConcernPlan const& plan : timeline.sessions.concerns) {
            add_if(plan.has_note, "concern/" + plan.code + "/note");
        }
        if (!timeline.sessions.concerns.empty()) {
            add("timeline/", {"first-change/text", "results-check/text", "full-result/text"});
        }
    }

    void add_if(bool needed, std::string key) {
        if (needed) {
            keys_.insert(std::move(key));
        }
    }

    core::Protocol const& protocol_;
    std::set<std::string> keys_;
};

}  // namespace

std::set<std::string> needed_words(core::Protocol const& protocol) { return Needed{protocol}.collect(); }

core::Catalogue translated_words(core::Protocol const& protocol) {
    core::Catalogue words;
    for (core::Item const& item : protocol.questionnaire.items) {
        bool const section = item.type == core::ItemType::Group;
        if (!item.text.empty()) {
            words.emplace((section ? "section/" : "question/") + item.link_id + "/text", item.text);
        }
        if (!item.help.empty()) {
            words.emplace("question/" + item.link_id + "/help", item.help);
        }
        for (core::AnswerOption const& option : item.options) {
            if (auto const* coding = std::get_if<core::Coding>(&option.value)) {
                words.emplace("option/" + item.link_id + "/" + coding->code, option.label);
            }
        }
    }
    for (core::Parameter const& parameter : protocol.parameters) {
        if (auto const* text = std::get_if<core::TextParameter>(&parameter.kind)) {
            words.emplace("parameter/" + parameter.id + "/default", text->initial);
        }
    }
    return words;
}

}  // namespace needlewise::formats
