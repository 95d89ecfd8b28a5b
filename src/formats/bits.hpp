#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace needlewise::formats {

// std::bit_width and std::bit_cast, which libc++ of Debian 12's Emscripten lacks.
constexpr unsigned bit_width(std::uint64_t number) {
    unsigned width = 0;
    for (; number != 0; number >>= 1U) {
        ++width;
    }
    return width;
}
inline std::uint64_t bits_of(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return bits;
}
inline double double_of(std::uint64_t bits) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

/// Puts numbers of any width into bytes, the highest bit first.
class BitWriter {
public:
    void put(std::uint64_t value, unsigned width);
    /// Any number; small ones take few bits.
    void put_number(std::uint64_t value);
    /// Negative ones too.
    void put_signed(std::int64_t value);
    void put_text(std::string_view text);
    /// The bytes so far, the last one filled up with zeros.
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
    unsigned free_ = 0;  // bits of the last byte that are not yet taken
};

/// Takes them out again. What is asked for beyond the end, or makes no sense, gives zeros and `failed`.
class BitReader {
public:
    explicit BitReader(std::string_view bytes) : bytes_{bytes} {}

    std::uint64_t get(unsigned width);
    std::uint64_t get_number();
    std::int64_t get_signed();
    std::string get_text(std::size_t longest);

    bool failed() const { return failed_; }
    void fail() { failed_ = true; }
    /// Only the zeros that fill the last byte are left.
    bool at_end() const;

private:
    bool bit(std::size_t position) const;

    std::string_view bytes_;
    std::size_t position_ = 0;  // in bits
    bool failed_ = false;
};

}  // namespace needlewise::formats
