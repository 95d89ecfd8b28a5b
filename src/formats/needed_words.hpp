#pragma once

#include "core/protocol.hpp"

#include <set>
#include <string>

namespace needlewise::formats {

/// The keys of every text that the protocol's rules and timeline show (assets/README.md, "Words").
std::set<std::string> needed_words(core::Protocol const& protocol);

/// The keys another language needs besides: texts that stand in questionnaire.json and timeline.json.
std::set<std::string> translated_words(core::Protocol const& protocol);

}  // namespace needlewise::formats
