#include "app/result_words.hpp"

#include "formats/decimal.hpp"
#include "formats/names.hpp"

namespace needlewise::app {

std::string headline(Session const& session, core::Assessment const& assessment, core::Outcome outcome) {
    auto const key = "outcome/" + std::string{formats::name_of(outcome)};
    auto const date = assessment.not_before ? session.dates().full(*assessment.not_before) : std::string{};
    if (outcome == core::Outcome::Defer && !assessment.not_before) {
        return session.text(key + "/headline-open");
    }
    if (outcome == core::Outcome::Review && assessment.not_before) {
        return session.text(key + "/headline-dated", {{"date", date}});
    }
    return session.text(key + "/headline", {{"date", date}});
}

std::string date_of_finding(Session const& session, core::Finding const& finding) {
    auto const& rule = session.protocol().rules[finding.rule];
    if (finding.date && finding.date_kind) {
        auto const date = session.dates().full_with_distance(session.today(), *finding.date);
        return session.text("date-kind/" + std::string{formats::name_of(*finding.date_kind)}, {{"date", date}});
    }
    if (!finding.clarify && finding.wait) {
        auto const days = session.dates().length(finding.wait->length, finding.wait->unit);
        if (rule.kind == core::RuleKind::Stoppable) {
            return session.text("date-kind/stop-by-open", {{"days", days}});
        }
        if (rule.kind == core::RuleKind::Lead) {
            return session.text("date-kind/start-by-open", {{"days", days}});
        }
    }
    return {};
}

namespace {

std::string in_words(Session const& session, core::Item const& item, core::Value const& value) {
    if (auto const* date = std::get_if<core::Date>(&value)) {
        return session.dates().full_with_distance(session.today(), *date);
    }
    for (auto const& option : item.options) {
        if (option.value == value) {
            return option.label;
        }
    }
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (auto const* number = std::get_if<double>(&value)) {
        return formats::decimal_text(*number);
    }
    if (auto const* truth = std::get_if<bool>(&value)) {
        return session.text(*truth ? "answer/yes" : "answer/no");
    }
    if (auto const* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (auto const* text = std::get_if<core::DateTimeText>(&value)) {
        return text->text;
    }
    if (auto const* text = std::get_if<core::TimeText>(&value)) {
        return text->text;
    }
    if (auto const* text = std::get_if<core::UrlText>(&value)) {
        return text->text;
    }
    if (auto const* coding = std::get_if<core::Coding>(&value)) {
        return coding->display.empty() ? coding->code : coding->display;
    }
    return {};
}

}  // namespace

std::string answer_in_words(Session const& session, core::ItemIndex index) {
    auto const& answer = session.given(index);
    if (answer.empty()) {
        auto const date = session.item(index).type == core::ItemType::Date;
        if (session.said_unknown(index)) {
            return session.text("answer/not-known");
        }
        return session.text(session.item(index).required ? "answer/missing"
                                                         : (date ? "answer/no-date" : "answer/blank"));
    }
    auto parts = std::vector<std::string>{};
    for (auto const& value : answer) {
        parts.push_back(in_words(session, session.item(index), value));
    }
    auto text = std::string{};
    for (auto const& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

}  // namespace needlewise::app
