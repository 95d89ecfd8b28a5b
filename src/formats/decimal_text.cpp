#include "formats/decimal.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace needlewise::formats {

namespace {

/// A natural number of any size.
class Natural {
public:
    explicit Natural(std::uint64_t value) {
        for (; value > 0; value /= base) {
            limbs_.push_back(static_cast<std::uint32_t>(value % base));
        }
    }

    void multiply(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::uint32_t& limb : limbs_) {
            carry += static_cast<std::uint64_t>(limb) * factor;
            limb = static_cast<std::uint32_t>(carry % base);
            carry /= base;
        }
        if (carry > 0) {
            limbs_.push_back(static_cast<std::uint32_t>(carry));
        }
    }

    std::string digits() const {
        std::string text;
        for (std::size_t index = limbs_.size(); index-- > 0;) {
            std::string const part = std::to_string(limbs_[index]);
            text.append(text.empty() ? 0 : digits_a_limb - part.size(), '0');
            text += part;
        }
        return text;
    }

private:
    static constexpr std::uint32_t base = 1'000'000'000;
    static constexpr std::size_t digits_a_limb = 9;
    std::vector<std::uint32_t> limbs_;  // least significant first
};

/// 0.`digits` times ten to the power of `point`.
struct Decimal {
    std::string digits;
    int point = 0;
};

/// All digits of a positive number: a double has an end in base ten, too.
Decimal exactly(double value) {
    constexpr int mantissa_bits = 53;
    int exponent = 0;
    double const fraction = std::frexp(value, &exponent);
    Natural number{static_cast<std::uint64_t>(std::ldexp(fraction, mantissa_bits))};
    exponent -= mantissa_bits;
    int const tenths = exponent < 0 ? -exponent : 0;  // m / 2^n = m 5^n / 10^n
    for (; exponent > 0; --exponent) {
        number.multiply(2);
    }
    for (; exponent < 0; ++exponent) {
        number.multiply(5);
    }
    std::string digits = number.digits();
    int const point = static_cast<int>(digits.size()) - tenths;
    return {std::move(digits), point};
}

/// The nearest with `count` digits, without zeros at its end; of two as near, the larger.
Decimal rounded(Decimal number, std::size_t count) {
    if (count < number.digits.size()) {
        bool const up = number.digits[count] >= '5';
        number.digits.resize(count);
        std::size_t at = up ? count : 0;
        while (at > 0 && number.digits[at - 1] == '9') {
            --at;
            number.digits[at] = '0';
        }
        if (at > 0) {
            ++number.digits[at - 1];
        } else if (up) {
            number.digits.insert(0, "1");
            ++number.point;
        }
    }
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
    return number;
}

/// As browsers write numbers: with an exponent from 1e21 on and below 1e-6.
std::string written(Decimal number) {
    std::string& digits = number.digits;
    int const length = static_cast<int>(digits.size());
    int const point = number.point;
    if (point > 21 || point < -5) {
        digits.insert(1, length > 1 ? "." : "");
        return digits + "e" + std::to_string(point - 1);
    }
    if (point <= 0) {
        return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    }
    if (point >= length) {
        return digits + std::string(static_cast<std::size_t>(point - length), '0');
    }
    return digits.insert(static_cast<std::size_t>(point), ".");
}

}  // namespace

std::string decimal_text(double value) {
    if (value == 0) {
        return std::signbit(value) ? "-0" : "0";
    }
    constexpr std::size_t always_enough = 17;
    double const size = std::fabs(value);
    Decimal const exact = exactly(size);
    std::string text;
    for (std::size_t count = 1; count <= always_enough; ++count) {
        text = written(rounded(exact, count));
        if (read_decimal(text) == size) break;
    }
    return value < 0 ? "-" + text : text;
}

}  // namespace needlewise::formats
