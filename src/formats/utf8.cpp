#include "formats/utf8.hpp"

namespace needlewise::formats {

std::size_t utf8_character_length(std::string_view text, std::size_t position) {
    if (position >= text.size()) return 0;
    auto const byte = [&](std::size_t offset) -> unsigned {
        return position + offset < text.size() ? static_cast<unsigned char>(text[position + offset]) : 0U;
    };
    auto const follows = [&](std::size_t offset) { return byte(offset) >= 0x80 && byte(offset) <= 0xBF; };
    unsigned const lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        unsigned const low = lead == 0xE0 ? 0xA0 : 0x80;
        unsigned const high = lead == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        unsigned const low = lead == 0xF0 ? 0x90 : 0x80;
        unsigned const high = lead == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

std::string valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        auto const length = utf8_character_length(text, position);
        if (length == 0) {
            result += "\xEF\xBF\xBD";
            ++position;
        } else {
            result += text.substr(position, length);
            position += length;
        }
    }
    return result;
}

}  // namespace needlewise::formats
