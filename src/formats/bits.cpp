#include "formats/bits.hpp"

namespace needlewise::formats {

namespace {

/// Numbers go in groups of four bits, each with a bit that says whether another follows.
constexpr unsigned group = 4;
constexpr std::uint64_t group_mask = (1U << group) - 1;
constexpr unsigned most_groups = 64 / group;

}  // namespace

void BitWriter::put(std::uint64_t value, unsigned width) {
    while (width > 0) {
        --width;
        if (free_ == 0) {
            bytes_ += '\0';
            free_ = 8;
        }
        --free_;
        auto const bit = static_cast<unsigned>((value >> width) & 1U) << free_;
        bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | bit);
    }
}

void BitWriter::put_number(std::uint64_t value) {
    do {
        put(value & group_mask, group);
        value >>= group;
        put(value != 0 ? 1 : 0, 1);
    } while (value != 0);
}

void BitWriter::put_signed(std::int64_t value) {
    auto const bits = static_cast<std::uint64_t>(value);
    put_number((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void BitWriter::put_text(std::string_view text) {
    put_number(text.size());
    for (char const character : text) {
        put(static_cast<unsigned char>(character), 8);
    }
}

bool BitReader::bit(std::size_t position) const {
    return ((static_cast<unsigned char>(bytes_[position / 8]) >> (7 - position % 8)) & 1U) != 0;
}

std::uint64_t BitReader::get(unsigned width) {
    if (failed_ || width > bytes_.size() * 8 - position_) {
        failed_ = true;
        return 0;
    }
    std::uint64_t value = 0;
    for (; width > 0; --width) {
        value = (value << 1) | (bit(position_++) ? 1U : 0U);
    }
    return value;
}

std::uint64_t BitReader::get_number() {
    std::uint64_t value = 0;
    for (unsigned number = 0; number < most_groups; ++number) {
        value |= get(group) << (number * group);
        if (get(1) == 0) {
            return failed_ ? 0 : value;
        }
    }
    failed_ = true;
    return 0;
}

std::int64_t BitReader::get_signed() {
    auto const bits = get_number();
    return static_cast<std::int64_t>((bits >> 1) ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0));
}

std::string BitReader::get_text(std::size_t longest) {
    auto const size = get_number();
    // A text that cannot be there takes no memory.
    if (failed_ || size > longest || size * 8 > bytes_.size() * 8 - position_) {
        failed_ = true;
        return {};
    }
    std::string text;
    for (std::uint64_t left = size; left > 0; --left) {
        text += static_cast<char>(get(8));
    }
    return text;
}

bool BitReader::at_end() const {
    if (failed_ || bytes_.size() * 8 - position_ >= 8) {
        return false;
    }
    for (auto position = position_; position < bytes_.size() * 8; ++position) {
        if (bit(position)) {
            return false;
        }
    }
    return true;
}

}  // namespace needlewise::formats
