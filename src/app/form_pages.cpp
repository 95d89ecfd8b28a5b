#include "app/form_pages.hpp"

#include <algorithm>

namespace needlewise::app {

bool FormPage::holds(core::ItemIndex item) const {
    return section == item || std::find(questions.begin(), questions.end(), item) != questions.end();
}

std::optional<core::ItemIndex> section_of(core::Questionnaire const& questionnaire, core::ItemIndex item) {
    auto section = std::optional<core::ItemIndex>{};
    for (auto at = std::optional{item}; at; at = questionnaire.items[*at].parent) {
        if (questionnaire.items[*at].type == core::ItemType::Group) {
            section = at;
        }
    }
    return section;
}

namespace {

bool opened_only_by(core::Item const& item, FormPage const& page) {
    return !item.enable_when.empty() &&
           std::all_of(item.enable_when.begin(), item.enable_when.end(),
                       [&](core::EnableWhen const& rule) { return page.holds(rule.question); });
}

}  // namespace

std::vector<FormPage> form_pages(core::Questionnaire const& questionnaire, core::EffectiveAnswers const& answers,
                                 Paging paging) {
    auto pages = std::vector<FormPage>{};
    for (core::ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
        auto const& item = questionnaire.items[index];
        if (!core::is_question(item.type) || item.hidden || !answers.enabled(index)) {
            continue;
        }
        auto const section = section_of(questionnaire, index);
        auto const same_section = !pages.empty() && pages.back().section == section && section.has_value();
        auto const joins = same_section && (paging == Paging::Section || opened_only_by(item, pages.back()));
        if (!joins) {
            pages.push_back({section, {}});
        }
        pages.back().questions.push_back(index);
    }
    return pages;
}

std::size_t page_of(std::vector<FormPage> const& pages, core::ItemIndex item) {
    for (std::size_t index = 0; index < pages.size(); ++index) {
        if (pages[index].holds(item) || pages[index].questions.front() > item) {
            return index;
        }
    }
    return pages.empty() ? 0 : pages.size() - 1;
}

}  // namespace needlewise::app
