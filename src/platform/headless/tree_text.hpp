#pragma once

#include "semantics/node.hpp"

#include <string>

namespace needlewise::platform {

/// WAI-ARIA's name of a role, such as `radio`.
std::string role_name(semantics::Role role);

/// A tree as indented text: role, name and state of each node, one a line. Without ids and places, so that it tells what
/// a screen says and not how it is made. What is only for the eye (HitArea) is left out.
std::string tree_text(semantics::Tree const& tree);

}  // namespace needlewise::platform
