#include "formats/decimal.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace needlewise::formats {

namespace {

/// A number of 160 bits, times a power of two: room for 38 digits and for what 350 roundings lose.
class Wide {
public:
    bool is_zero() const {
        for (std::uint32_t const limb : limbs_) {
            if (limb != 0) {
                return false;
            }
        }
        return true;
    }

    /// For as long as there is room, that is while the uppermost 4 bits are free.
    void add_digit(unsigned digit) { multiply(10, digit); }
    bool has_room() const { return limbs_.back() < (1u << 28); }

    void times_ten() {
        while (!has_room()) {
            shift_right();
        }
        multiply(10, 0);
    }

    void divided_by_ten() {
        while (limbs_.back() < (1u << 31)) {
            multiply(2, 0);
            --exponent_;
        }
        std::uint64_t rest = 0;
        for (std::size_t index = limbs_.size(); index-- > 0;) {
            rest = (rest << 32) | limbs_[index];
            limbs_[index] = static_cast<std::uint32_t>(rest / 10);
            rest %= 10;
        }
        limbs_.front() |= rest != 0 ? 1u : 0u;
    }

    /// Rounded to nearest, ties to even; fewer bits where a double is subnormal.
    double value() {
        while (limbs_.back() < (1u << 31)) {
            multiply(2, 0);
            --exponent_;
        }
        std::uint64_t top = (static_cast<std::uint64_t>(limbs_[4]) << 32) | limbs_[3];
        bool const more = (limbs_[2] | limbs_[1] | limbs_[0]) != 0;
        int exponent = exponent_ + 96;
        int drop = 11;
        if (exponent + 64 < -1021) {
            drop += -1021 - (exponent + 64);
        }
        if (drop > 64) {
            return 0;
        }
        std::uint64_t const kept = drop == 64 ? 0 : top >> drop;
        std::uint64_t const half = std::uint64_t{1} << (drop - 1);
        std::uint64_t const lost = drop == 64 ? top : top & ((half << 1) - 1);
        bool const up = lost > half || (lost == half && (more || (kept & 1) != 0));
        return std::ldexp(static_cast<double>(kept + (up ? 1 : 0)), exponent + drop);
    }

private:
    void multiply(std::uint32_t factor, std::uint32_t carry) {
        std::uint64_t sum = carry;
        for (std::uint32_t& limb : limbs_) {
            sum += static_cast<std::uint64_t>(limb) * factor;
            limb = static_cast<std::uint32_t>(sum);
            sum >>= 32;
        }
    }

    void shift_right() {
        std::uint32_t const lost = limbs_.front() & 1;
        for (std::size_t index = 0; index + 1 < limbs_.size(); ++index) {
            limbs_[index] = (limbs_[index] >> 1) | (limbs_[index + 1] << 31);
        }
        limbs_.back() >>= 1;
        limbs_.front() |= lost;
        ++exponent_;
    }

    std::array<std::uint32_t, 5> limbs_{};  // least significant first
    int exponent_ = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

double read_decimal(std::string_view text) {
    constexpr int far = 100000;
    bool const negative = !text.empty() && text[0] == '-';
    std::size_t at = negative ? 1 : 0;
    Wide number;
    int power = 0;
    int digits = 0;
    bool after_point = false;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
        if (text[at] == '.') {
            after_point = true;
            continue;
        }
        bool const counts = digits > 0 || text[at] != '0';
        if (digits < 38) {
            number.add_digit(static_cast<unsigned>(text[at] - '0'));
            digits += counts ? 1 : 0;
            power -= after_point ? 1 : 0;
        } else {
            power += after_point ? 0 : 1;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        bool const down = at < text.size() && text[at] == '-';
        at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1 : 0;
        int exponent = 0;
        for (; at < text.size() && is_digit(text[at]); ++at) {
            exponent = exponent < far ? exponent * 10 + (text[at] - '0') : far;
        }
        power += down ? -exponent : exponent;
    }
    double value = 0;
    if (!number.is_zero()) {
        // Beyond these every number of at most 38 digits is infinite, or zero.
        for (; power > 0 && power < 400; --power) {
            number.times_ten();
        }
        for (; power < 0 && power > -400; ++power) {
            number.divided_by_ten();
        }
        value = power > 0 ? HUGE_VAL : power < 0 ? 0 : number.value();
    }
    return negative ? -value : value;
}

bool is_decimal(std::string_view text) {
    std::size_t at = text.substr(0, 1) == "-" ? 1 : 0;
    std::size_t digits = 0;
    bool point = false;
    for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
        point = point || text[at] == '.';
        digits += text[at] != '.' ? 1 : 0;
    }
    if (digits > 0 && at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1 : 0;
        digits = 0;
        for (; at < text.size() && is_digit(text[at]); ++at) {
            ++digits;
        }
    }
    return digits > 0 && at == text.size() && std::isfinite(read_decimal(text));
}

}  // namespace needlewise::formats
