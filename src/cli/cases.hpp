#pragma once

#include "cli/content.hpp"

#include <string>
#include <string_view>

namespace needlewise::cli {

/// The result of one case: what `assess` or `timeline` prints for it.
core::Result<std::string> judge(Content const& content, core::ParameterValues const& parameters, core::Date today,
                                Options const& options, core::PlanRequest const& plan, core::AnswerSheet const& sheet);

/// What the page opens again: the code that stands in a link, or the file.
core::Result<std::string> take(Content const& content, Options const& options, core::AnswerSheet const& sheet);

/// One line of --lines: a QuestionnaireResponse, or {"today":…,"date":…,"clinic":{…},"response":{…}}.
core::Result<std::string> judge_line(Content const& content, Options const& options, std::string_view line);

}  // namespace needlewise::cli
