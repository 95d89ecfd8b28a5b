#include "app/contact.hpp"

#include <algorithm>

namespace needlewise::app {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The shortest and longest numbers that are dialled (ITU-T E.164).
constexpr std::size_t fewest_digits = 5;
constexpr std::size_t most_digits = 15;

/// Digits with what stands between them in a written number; empty where anything else does.
std::string dialled(std::string_view number) {
    auto digits = std::string{};
    for (auto const letter : number) {
        if (is_digit(letter) || (letter == '+' && digits.empty())) {
            digits += letter;
        } else if (std::string_view{" -()./"}.find(letter) == std::string_view::npos) {
            return {};
        }
    }
    auto const count = static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit));
    return count >= fewest_digits && count <= most_digits ? digits : std::string{};
}

}  // namespace

std::string contact_address(std::string_view line) {
    auto const at = line.find('@');
    if (at != std::string_view::npos) {
        auto const one = line.find_first_of(" ,;<>?&\"") == std::string_view::npos && line.rfind('@') == at;
        auto const whole = at > 0 && line.find('.', at) != std::string_view::npos && line.back() != '.';
        return one && whole ? "mailto:" + std::string{line} : std::string{};
    }
    auto const number = line.find_first_of("+(0123456789");
    auto const digits = number == std::string_view::npos ? std::string{} : dialled(line.substr(number));
    return digits.empty() ? std::string{} : "tel:" + digits;
}

}  // namespace needlewise::app
