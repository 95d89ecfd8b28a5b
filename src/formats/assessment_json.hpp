#pragma once

#include "core/assessment.hpp"
#include "formats/json_writer.hpp"

#include <string>

namespace needlewise::formats {

/// Which sentence a to-clarify finding says instead of the rule's text (rules.md section 4): the key of a word.
/// Empty for other findings.
std::string clarify_key(core::Protocol const& protocol, core::Finding const& finding);

/// What `needlewise assess` prints (design.md section 3), texts in the protocol's language. A to-clarify finding has no
/// advice: that of the rule is for those who have what it asks about.
std::string assessment_json(core::Protocol const& protocol, core::ParameterValues const& parameters,
                            core::Assessment const& assessment, JsonLayout layout = JsonLayout::Compact);

}  // namespace needlewise::formats
