#include "app/print_parts.hpp"

#include "app/result_words.hpp"
#include "formats/names.hpp"

namespace needlewise::app {

void SectionMaker::text(PrintKind kind, std::string text) {
    if (!text.empty()) {
        section_.blocks.push_back({.kind = kind, .text = std::move(text)});
    }
}

void SectionMaker::table(std::vector<std::string> head) {
    section_.blocks.push_back({.kind = PrintKind::Table, .head = std::move(head)});
}

void SectionMaker::row(PrintKind kind, std::vector<std::string> cells) {
    auto& blocks = section_.blocks;
    if (blocks.empty() || blocks.back().kind != kind) {
        blocks.push_back({.kind = kind});
    }
    blocks.back().rows.push_back(std::move(cells));
}

void SectionMaker::add_to(PrintPage& page) {
    if (!section_.blocks.empty()) {
        page.sections.push_back(std::move(section_));
    }
}

PrintSection result_section(Session const& session) {
    auto const& assessment = session.assessment();
    auto const dates = session.dates();
    auto const today = session.today();
    auto section = PrintSection{};
    auto const say = [&](PrintKind kind, std::string text) {
        section.blocks.push_back({.kind = kind, .text = std::move(text)});
    };
    auto const short_name = [&](core::Outcome outcome) -> std::string const& {
        return session.text("outcome/" + std::string{formats::name_of(outcome)} + "/short");
    };
    auto const dated = [&](char const* key, core::Date date) {
        say(PrintKind::Paragraph, session.text(key, {{"date", dates.full_with_distance(today, date)}}));
    };
    section.title = short_name(assessment.outcome);
    say(PrintKind::Strong, headline(session, assessment, assessment.outcome));
    if (assessment.provisional) {
        say(PrintKind::Paragraph,
            session.text("result/provisional", {{"outcome", short_name(*assessment.provisional)}}));
    }
    auto const& planned = session.protocol().bindings.planned_date;
    auto const* plan = planned ? session.effective().answer(*planned) : nullptr;
    auto const* date = plan != nullptr ? std::get_if<core::Date>(&plan->front()) : nullptr;
    if (assessment.not_before) {
        dated("result/not-before", *assessment.not_before);
    } else if (assessment.earliest && plan == nullptr) {
        dated("result/earliest", *assessment.earliest);
    }
    if (date != nullptr) {
        dated("result/planned", *date);
    }
    if (assessment.open_ended) {
        say(PrintKind::Paragraph, session.text("result/open-ended"));
    }
    return section;
}

PrintSection open_questions_section(Session const& session) {
    auto const& assessment = session.assessment();
    auto section = PrintSection{.title = session.text("kiosk/summary/open")};
    auto list = PrintBlock{.kind = PrintKind::List};
    for (auto const* questions : {&assessment.incomplete, &assessment.errors}) {
        for (auto const question : *questions) {
            list.rows.push_back({session.item(question).text});
        }
    }
    if (!list.rows.empty()) {
        section.blocks.push_back(std::move(list));
    }
    return section;
}

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
    auto text = std::string{};
    for (auto const& part : parts) {
        if (!part.empty()) {
            text += (text.empty() ? std::string_view{} : between);
            text += part;
        }
    }
    return text;
}

}  // namespace needlewise::app
