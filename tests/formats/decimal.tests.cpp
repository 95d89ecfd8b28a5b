#include "formats/decimal.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

using needlewise::formats::is_decimal;
using needlewise::formats::read_decimal;

namespace {

bool as_strtod_reads(std::string const& text) {
    double const ours = read_decimal(text);
    double const theirs = std::strtod(text.c_str(), nullptr);
    bool const same = std::memcmp(&ours, &theirs, sizeof ours) == 0;
    if (!same) {
        UNSCOPED_INFO(text);
    }
    return same;
}

}  // namespace

TEST_CASE("Decimal numbers give the nearest double, also at the ends of what doubles hold") {
    for (char const* text : {"0",
                             "-0",
                             "0.0",
                             "1",
                             "-1.5",
                             "10",
                             "0.1",
                             "0.30000000000000004",
                             "1e22",
                             "1e23",
                             "1E+2",
                             "9007199254740993",
                             "9007199254740992.5",
                             "1.7976931348623157e308",
                             "1e309",
                             "-1e400",
                             "0e999",
                             "5e-324",
                             "2.4703282292062327e-324",
                             "2.4703282292062328e-324",
                             "2.2250738585072011e-308",
                             "1e-400",
                             "123456789012345678901234567890",
                             "0.000001"}) {
        CHECK(as_strtod_reads(text));
    }
    CHECK(std::isinf(read_decimal("1e99999999999999999999")));
    CHECK(read_decimal("1e-99999999999999999999") == 0);
    CHECK(read_decimal("0." + std::string(500, '0') + "1e501") == 1);
}

TEST_CASE("Random doubles and random digits give the nearest double") {
    std::mt19937_64 random{7};
    char text[64];
    bool all = true;
    for (int round = 0; round < 20000; ++round) {
        std::uint64_t const bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value)) {
            std::snprintf(text, sizeof text, "%.*g", static_cast<int>(1 + random() % 20), value);
            all = all && as_strtod_reads(text);
        }
        std::string digits = std::to_string(random() | 1u);
        digits.insert(1, ".");
        digits += "e" + std::to_string(static_cast<int>(random() % 660) - 330);
        all = all && as_strtod_reads(digits);
    }
    CHECK(all);
}

TEST_CASE("Only a decimal number is one") {
    for (char const* text : {"0", "-1", "007", ".5", "5.", "1.25", "2e3", "2E-3", "2e+3"}) {
        CHECK(is_decimal(text));
    }
    for (char const* text :
         {"", "-", ".", "e5", "1e", "1e+", "--1", "+1", "1.2.3", " 1", "1 ", "0x10", "inf", "nan", "1,5", "1e999"}) {
        CHECK_FALSE(is_decimal(text));
    }
}

TEST_CASE("Numbers are written with the fewest digits that read back as the same number") {
    using needlewise::formats::decimal_text;
    CHECK(decimal_text(0) == "0");
    CHECK(decimal_text(-0.0) == "-0");
    CHECK(decimal_text(1) == "1");
    CHECK(decimal_text(-1.5) == "-1.5");
    CHECK(decimal_text(0.1) == "0.1");
    CHECK(decimal_text(0.1 + 0.2) == "0.30000000000000004");
    CHECK(decimal_text(9.995) == "9.995");
    CHECK(decimal_text(0.000001) == "0.000001");
    CHECK(decimal_text(1.5e-7) == "1.5e-7");
    CHECK(decimal_text(1e20) == "100000000000000000000");
    CHECK(decimal_text(1e21) == "1e21");
    CHECK(decimal_text(5e-324) == "5e-324");
    CHECK(decimal_text(2.2250738585072014e-308) == "2.2250738585072014e-308");
    CHECK(decimal_text(1.7976931348623157e308) == "1.7976931348623157e308");
}

TEST_CASE("No double is lost by being written") {
    std::mt19937_64 random{20261121};
    for (int round = 0; round < 20000; ++round) {
        std::uint64_t const bits = random();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        std::string const text = needlewise::formats::decimal_text(value);
        INFO(text);
        CHECK(std::strtod(text.c_str(), nullptr) == value);
        char longest[40];
        std::snprintf(longest, sizeof longest, "%.16e", value);
        CHECK(text.size() <= std::strlen(longest) + 4);
    }
}
