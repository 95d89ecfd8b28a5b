#pragma once

#include "app/session.hpp"

#include <string>

namespace needlewise::app {

/// What the result says first.
std::string headline(Session const& session, core::Assessment const& assessment, core::Outcome outcome);
/// When a finding counts or what is to be done by when; empty where it says no date.
std::string date_of_finding(Session const& session, core::Finding const& finding);
/// The answer to a question in words.
std::string answer_in_words(Session const& session, core::ItemIndex index);

}  // namespace needlewise::app
