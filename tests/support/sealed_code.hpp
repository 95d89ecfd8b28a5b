// Codes that nobody's writer made: any bytes, under a right length and check sum.
#pragma once

#include "formats/answer_code.hpp"
#include "formats/base32.hpp"
#include "formats/bits.hpp"

#include <cstdint>
#include <string>

namespace needlewise::formats::test {

/// What a code holds before its check sum; nothing if it is no base 32.
inline std::string unsealed(std::string const& code) {
    std::size_t wrong = 0;
    auto bytes = from_base32(code, wrong).value_or(std::string{});
    bytes.resize(bytes.size() < 4 ? 0 : bytes.size() - 4);
    return bytes;
}

inline std::string sealed(std::string bytes) {
    auto const length = bytes.size() + 4;
    bytes[1] = static_cast<char>(length >> 8U);
    bytes[2] = static_cast<char>(length & 0xFFU);
    std::uint32_t sum = 0xFFFFFFFFU;
    for (char const byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    BitWriter end;
    end.put(~sum, 32);
    return to_base32(bytes + end.take());
}

/// A code of this form with `content` as its answers and plan.
inline std::string sealed_content(core::Questionnaire const& questionnaire, std::string const& content) {
    constexpr std::size_t header_size = 9;
    auto const empty = unsealed(write_answer_code(questionnaire, {core::AnswerSheet{questionnaire}, {}, 0}));
    return sealed(empty.substr(0, header_size) + content);
}

}  // namespace needlewise::formats::test
