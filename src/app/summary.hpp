#pragma once

#include "app/session.hpp"

#include <string>

namespace needlewise::app {

/// The result as a plain text for a message to the clinic: what it says, its dates, each point with the answers behind
/// it, and the days of the sessions. Needs all words.
std::string summary(Session const& session);

}  // namespace needlewise::app
