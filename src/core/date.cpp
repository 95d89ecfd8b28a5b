#include "core/date.hpp"

#include <algorithm>
#include <chrono>

namespace needlewise::core {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day calendar_of(Date date) {
    return chrono::year_month_day{chrono::sys_days{chrono::days{date.days_since_epoch()}}};
}

Date date_of(chrono::year_month_day day) {
    auto const count = chrono::sys_days{day}.time_since_epoch().count();
    return Date::from_days_since_epoch(static_cast<std::int32_t>(count));
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_written_as_date(std::string_view text) {
    if (text.size() != 10) {
        return false;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const dash_expected = at == 4 || at == 7;
        if (dash_expected ? text[at] != '-' : !is_digit(text[at])) {
            return false;
        }
    }
    return true;
}

unsigned number_in(std::string_view digits) {
    unsigned number = 0;
    for (char const digit : digits) {
        number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    return number;
}

void append_padded(std::string& text, unsigned number, std::size_t width) {
    auto const digits = std::to_string(number);
    if (digits.size() < width) {
        text.append(width - digits.size(), '0');
    }
    text += digits;
}

}  // namespace

std::optional<Date> Date::from_iso(std::string_view text) {
    if (!is_written_as_date(text)) {
        return std::nullopt;
    }
    auto const year = static_cast<int>(number_in(text.substr(0, 4)));
    return from_calendar(year, number_in(text.substr(5, 2)), number_in(text.substr(8, 2)));
}

std::optional<Date> Date::from_calendar(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999 || month > 12 || day > 31) {
        return std::nullopt;
    }
    chrono::year_month_day const named{chrono::year{year}, chrono::month{month}, chrono::day{day}};
    if (!named.ok()) {
        return std::nullopt;
    }
    return date_of(named);
}

std::string Date::iso() const {
    std::string text;
    text.reserve(10);
    if (year() < 0) {
        text += '-';
    }
    append_padded(text, static_cast<unsigned>(year() < 0 ? -year() : year()), 4);
    text += '-';
    append_padded(text, month(), 2);
    text += '-';
    append_padded(text, day(), 2);
    return text;
}

int Date::year() const { return static_cast<int>(calendar_of(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(calendar_of(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(calendar_of(*this).day()); }

unsigned Date::weekday() const {
    return chrono::weekday{chrono::sys_days{chrono::days{days_since_epoch_}}}.iso_encoding();
}

Date Date::plus_months(int months) const {
    auto const here = calendar_of(*this);
    auto const target = here.year() / here.month() + chrono::months{months};
    auto const last_day = (target / chrono::last).day();
    return date_of(target / std::min(here.day(), last_day));
}

}  // namespace needlewise::core
