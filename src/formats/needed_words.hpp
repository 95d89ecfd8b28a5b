#pragma once

#include "core/protocol.hpp"

#include <set>
#include <string>

namespace needlewise::formats {

/// The keys of every text that the protocol's rules and timeline show (assets/README.md, "Words").
std::set<std::string> needed_words(core::Protocol const& protocol);

/// What another language needs besides, with the text in the protocol's own: it stands in questionnaire.json and
/// timeline.json.
core::Catalogue translated_words(core::Protocol const& protocol);

}  // namespace needlewise::formats
