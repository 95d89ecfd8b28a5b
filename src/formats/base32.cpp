#include "formats/base32.hpp"

#include "formats/bits.hpp"

namespace needlewise::formats {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

char capital(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }

}  // namespace

std::string to_base32(std::string_view bytes) {
    BitReader bits{bytes};
    std::string text;
    for (std::size_t left = bytes.size() * 8; left > 0;) {
        auto const width = left < 5 ? static_cast<unsigned>(left) : 5;
        text += alphabet[static_cast<std::size_t>(bits.get(width)) << (5 - width)];
        left -= width;
    }
    return text;
}

std::optional<std::string> from_base32(std::string_view text, std::size_t& wrong) {
    BitWriter bits;
    for (std::size_t place = 0; place < text.size(); ++place) {
        auto const digit = alphabet.find(capital(text[place]));
        if (digit == std::string_view::npos) {
            wrong = place;
            return std::nullopt;
        }
        bits.put(digit, 5);
    }
    auto bytes = bits.take();
    bytes.resize(text.size() * 5 / 8);
    return bytes;
}

}  // namespace needlewise::formats
