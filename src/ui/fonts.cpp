#include "ui/fonts.hpp"

#include <imgui.h>

#include <cstring>

namespace needlewise::ui {

namespace {

constexpr int strong_weight = 600;
constexpr char const* regular_name = "regular";
constexpr char const* strong_name = "strong";

ImFont* find_font(char const* name) {
    for (auto* font : ImGui::GetIO().Fonts->Fonts) {
        if (!font->Sources.empty() && std::strcmp(font->Sources[0]->Name, name) == 0) {
            return font;
        }
    }
    return nullptr;
}

}  // namespace

bool add_font(void const* bytes, std::size_t size, int weight) {
    constexpr std::size_t smallest_font = 100;
    if (bytes == nullptr || size < smallest_font) {
        return false;
    }
    auto* copy = IM_ALLOC(size);
    std::memcpy(copy, bytes, size);
    auto config = ImFontConfig{};
    std::strcpy(config.Name, weight >= strong_weight ? strong_name : regular_name);
    config.DstFont = find_font(config.Name);
    config.MergeMode = config.DstFont != nullptr;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(size), 0.0F, &config) != nullptr;
}

Fonts current_fonts() {
    auto* regular = find_font(regular_name);
    auto* strong = find_font(strong_name);
    return {regular ? regular : strong, strong ? strong : regular};
}

}  // namespace needlewise::ui
