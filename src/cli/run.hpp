#pragma once

#include <span>

namespace needlewise::cli {

/// Does what the arguments (without the program's name) ask for and returns the exit status (design.md section 3).
int run(std::span<char const* const> arguments);

}  // namespace needlewise::cli
