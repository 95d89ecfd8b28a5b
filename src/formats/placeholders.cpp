#include "formats/placeholders.hpp"

namespace needlewise::formats {

std::string filled(std::string_view text, std::initializer_list<Placeholder> placeholders) {
    std::string result;
    result.reserve(text.size() + 16);
    while (!text.empty()) {
        auto const open = text.find('{');
        auto const close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        result += text.substr(0, open);
        auto const name = text.substr(open + 1, close - open - 1);
        auto replaced = false;
        for (auto const& [key, value] : placeholders) {
            if (key == name) {
                result += value;
                replaced = true;
                break;
            }
        }
        if (!replaced) {
            result += text.substr(open, close - open + 1);
        }
        text.remove_prefix(close + 1);
    }
    result += text;
    return result;
}

}  // namespace needlewise::formats
