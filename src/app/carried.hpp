#pragma once

#include "app/session.hpp"

#include <string>
#include <string_view>

namespace needlewise::app {

/// A session's visible answers, its day and its moves as a text for another session of the same content: the page hands
/// them so to the program that makes files and codes, and gets them back from it. Not for keeping: it names questions
/// and options by their place. What no field of the form holds is not in it:
/// answers that could not be read, quantities, and codings that are no option.
std::string carry_out(Session const& session);

/// Puts such a text in the place of everything the session held. A text that was cut gives what is whole
/// of it.
void carry_in(Session& session, std::string_view carried);

/// What was opened takes its place at once where nothing is lost, else once the person agrees (`use_opened`).
void bring_in(Session& session, Opened opened);
void use_opened(Session& session);

/// Whether the browser's own print, on this screen, gives the page made for paper (print_page.hpp) and not the screen.
bool is_for_paper(Session const& session);

/// The lines of a text, the empty ones left out.
std::vector<std::string> lines_of(std::string_view text);

/// To where a person goes on: the timeline, else the result, else the first open question.
void go_on(Session& session);

}  // namespace needlewise::app
