#pragma once

#include "ui/ui.hpp"

#include <string>

namespace needlewise::ui {

/// Whether a choice was made in this frame, and by what means.
enum class Chosen : std::uint8_t { Nothing, ByPointer, Otherwise };

/// One question with its help, its controls and what is wrong with the answer.
Chosen question_card(Ui& ui, core::ItemIndex question, bool large);

/// `q/<linkId>`: the field of a question that has one (its group is `q/<linkId>/group`), else the group of its options,
/// which are `q/<linkId>/<code>`.
std::string question_id(app::Session const& session, core::ItemIndex question);
std::string option_id(app::Session const& session, core::ItemIndex question, std::size_t option);
/// Where the focus goes when the question needs attention.
std::string first_control_id(app::Session const& session, core::ItemIndex question);
/// What is wrong, in words; empty if nothing is.
std::string problem_in_words(app::Session const& session, core::ItemIndex question);

}  // namespace needlewise::ui
