#include "formats/plural.hpp"

#include <cstdlib>

namespace needlewise::formats {

namespace {

std::string_view arabic_category(int size) {
    constexpr std::string_view smallest[] = {"zero", "one", "two"};
    if (size <= 2) {
        return smallest[size];
    }
    auto const rest = size % 100;
    if (rest < 3) {
        return "other";
    }
    return rest <= 10 ? "few" : "many";
}

}  // namespace

std::string_view plural_category(std::string_view language, int count) {
    constexpr int million = 1'000'000;
    auto const size = std::abs(count);
    auto const tag = language.substr(0, language.find('-'));
    if (tag == "ar") {
        return arabic_category(size);
    }
    if (size == 1 || (size == 0 && (tag == "fr" || tag == "pt"))) {
        return "one";
    }
    auto const counts_millions = tag == "es" || tag == "fr" || tag == "pt";
    return counts_millions && size != 0 && size % million == 0 ? "many" : "other";
}

}  // namespace needlewise::formats
