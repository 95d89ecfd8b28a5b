#pragma once

#include "core/timeline.hpp"

#include <string>
#include <string_view>

namespace needlewise::formats {

/// The plan for reading in a terminal or a message: lines of at most 78 characters, dates in words. The plan comes
/// first, then when to call, then each session with what comes before and after it; for somebody who has been treated
/// the red flags come first of all (timeline.md section 4). `language` is that of the words.
std::string timeline_text(core::Protocol const& protocol, core::ParameterValues const& parameters,
                          core::Timeline const& timeline, core::Catalogue const& page_words, std::string_view language);

}  // namespace needlewise::formats
