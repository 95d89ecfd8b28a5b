#pragma once

#include <cstddef>

struct ImFont;

namespace needlewise::ui {

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* strong = nullptr;
};

/// Adds a TTF to the current ImGui context; the bytes are copied. Weight 400 or 600. The first one becomes both until
/// the second arrives; another one of a weight adds the letters that the first lacks. False if the bytes are no font.
bool add_font(void const* bytes, std::size_t size, int weight);
Fonts current_fonts();

}  // namespace needlewise::ui
