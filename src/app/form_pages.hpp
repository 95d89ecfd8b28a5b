#pragma once

#include "core/answers.hpp"

#include <optional>
#include <vector>

namespace needlewise::app {

enum class Paging : std::uint8_t { Section, Question };

/// A section with more questions than this comes in parts: a page that has no end tires people, and takes the browser
/// longer than a frame to lay out.
inline constexpr std::size_t most_questions_of_a_page = 40;

/// One page of the form: what is asked together.
struct FormPage {
    /// The section the questions stand in; none for questions outside of any.
    std::optional<core::ItemIndex> section;
    /// The question that begins this part of a long section; none for the first part. The parts stay the same whatever
    /// is answered.
    std::optional<core::ItemIndex> part;
    /// Enabled, visible questions in form order; never empty.
    std::vector<core::ItemIndex> questions;

    core::ItemIndex anchor(Paging paging) const {
        return paging == Paging::Section && section ? part.value_or(*section) : questions.front();
    }
    bool holds(core::ItemIndex item) const;
};

/// The pages as the answers stand. By question, a follow-up joins its question's page if nothing else opens it.
std::vector<FormPage> form_pages(core::Questionnaire const& questionnaire, core::EffectiveAnswers const& answers,
                                 Paging paging);

/// Index of the page that holds `item` or begins with it; else of the first page after it in form order.
std::size_t page_of(std::vector<FormPage> const& pages, core::ItemIndex item);

/// The outermost group `item` lies in (itself if it is one).
std::optional<core::ItemIndex> section_of(core::Questionnaire const& questionnaire, core::ItemIndex item);

}  // namespace needlewise::app
