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

/// Walks through the questions, asked or not, and says in which part of its section each one stands.
class Parts {
public:
    explicit Parts(core::Questionnaire const& questionnaire) : questionnaire_{questionnaire} {}

    std::optional<core::ItemIndex> of(core::ItemIndex index, std::optional<core::ItemIndex> section) {
        if (section != section_) {
            section_ = section;
            begin({});
        } else if (count_ >= most_questions_of_a_page && questionnaire_.items[index].enable_when.empty()) {
            begin(index);  // a follow-up stays with what opens it
        }
        ++count_;
        return part_;
    }

private:
    void begin(std::optional<core::ItemIndex> part) {
        part_ = part;
        count_ = 0;
    }

    core::Questionnaire const& questionnaire_;
    std::optional<core::ItemIndex> section_;
    std::optional<core::ItemIndex> part_;
    std::size_t count_ = 0;
};

}  // namespace

std::vector<FormPage> form_pages(core::Questionnaire const& questionnaire, core::EffectiveAnswers const& answers,
                                 Paging paging) {
    auto pages = std::vector<FormPage>{};
    auto parts = Parts{questionnaire};
    for (core::ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
        auto const& item = questionnaire.items[index];
        if (!core::is_question(item.type) || item.hidden) {
            continue;
        }
        auto const section = section_of(questionnaire, index);
        auto const part = parts.of(index, section);
        if (!answers.enabled(index)) {
            continue;
        }
        auto const same_part =
            !pages.empty() && pages.back().section == section && pages.back().part == part && section.has_value();
        auto const joins = same_part && (paging == Paging::Section || opened_only_by(item, pages.back()));
        if (!joins) {
            pages.push_back({section, part, {}});
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
