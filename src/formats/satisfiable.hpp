#pragma once

#include "core/condition.hpp"

namespace needlewise::formats {

/// Whether some answers make the condition true, with every question it needs being asked. True also where finding out
/// would take too long.
bool can_be_true(core::Condition const& condition, core::Questionnaire const& questionnaire);

/// Whether some answers make the form ask this item. `questionnaire` must be free of cycles.
bool can_be_asked(core::ItemIndex item, core::Questionnaire const& questionnaire);

}  // namespace needlewise::formats
