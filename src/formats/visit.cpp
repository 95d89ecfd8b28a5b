#include "formats/visit.hpp"

namespace needlewise::formats {

namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t digit_count = 12;

}  // namespace

std::string plan_id_text(PlanId id) {
    std::string text(digit_count, '0');
    for (std::size_t place = digit_count; place-- > 0; id >>= 4) {
        text[place] = digits[id & 15U];
    }
    return text;
}

std::optional<PlanId> read_plan_id(std::string_view text) {
    if (text.size() != digit_count) {
        return std::nullopt;
    }
    PlanId id = 0;
    for (char const character : text) {
        auto const digit = digits.find(character);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        id = (id << 4) | digit;
    }
    return id;
}

bool is_plan_day(core::Date date) { return date.year() >= 1900 && date.year() <= 2199; }

}  // namespace needlewise::formats
