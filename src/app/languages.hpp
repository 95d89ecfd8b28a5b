#pragma once

#include <string>
#include <vector>

namespace needlewise::app {

/// The choice of a language: what there is to choose from, and how it goes.
struct Languages {
    /// Tag and name (in the language itself) of each, in the order they are shown. One language is no choice.
    std::vector<std::string> offered;
    /// Chosen, and on its way (Session::speak); empty: none is.
    std::string wanted;
    /// The last one chosen did not come.
    bool failed = false;
    /// The page's letters cannot be painted: there is the plain view only.
    bool plain_only = false;
};

}  // namespace needlewise::app
