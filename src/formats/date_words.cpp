#include "formats/date_words.hpp"

#include "formats/placeholders.hpp"
#include "formats/plural.hpp"

#include <cstdlib>

namespace needlewise::formats {

namespace {

constexpr int days_a_week = 7;
/// From this many days on, whole weeks read better than days.
constexpr int weeks_from_days = 14;
constexpr int months_from_days = 92;
constexpr int days_a_month = 30;

}  // namespace

std::string const* DateWords::find(std::string const& key) const {
    for (auto const* catalogue : {page_words_, &protocol_->words}) {
        if (catalogue == nullptr) {
            continue;
        }
        if (auto const found = catalogue->find(key); found != catalogue->end()) {
            return &found->second;
        }
    }
    return nullptr;
}

std::string DateWords::word(std::string const& key) const {
    auto const* found = find(key);
    return found != nullptr ? *found : key;
}

std::string DateWords::counted(std::string const& key, int count, Within within) const {
    auto const category = "/" + std::string{plural_category(language_, count)};
    auto const* text =
        within == Within::Nothing ? nullptr : find(key + (within == Within::In ? "/in" : "/ago") + category);
    text = text != nullptr ? text : find(key + category);
    auto const number = std::to_string(count);
    return filled(text != nullptr ? *text : word(key + "/other"), {{"count", number}});
}

std::string DateWords::day_of_month(core::Date date) const {
    auto const number = std::to_string(date.day());
    auto const* found = find("date/day/" + number);
    return found != nullptr ? *found : number;
}

std::string DateWords::full(core::Date date) const {
    auto const weekday = word("date/weekday/" + std::to_string(date.weekday()));
    auto const day_text = plain(date);
    return filled(word("date/full"), {{"weekday", weekday}, {"date", day_text}});
}

std::string DateWords::plain(core::Date date) const {
    auto const day = day_of_month(date);
    auto const month = word("date/month/" + std::to_string(date.month()));
    auto const year = std::to_string(date.year());
    return filled(word("date/plain"), {{"day", day}, {"month", month}, {"year", year}});
}

std::string DateWords::brief(core::Date date) const {
    auto const day = day_of_month(date);
    auto const month = word("date/month-short/" + std::to_string(date.month()));
    return filled(word("date/brief"), {{"day", day}, {"month", month}});
}

std::string DateWords::distance(core::Date today, core::Date date) const {
    auto const days = core::days_between(today, date);
    if (days == 0) {
        return word("date/today");
    }
    if (days == 1) {
        return word("date/tomorrow");
    }
    if (days == -1) {
        return word("date/yesterday");
    }
    auto const size = std::abs(days);
    auto const within = days > 0 ? Within::In : Within::Ago;
    auto text = std::string{};
    if (size >= months_from_days) {
        text = counted("date/months", size / days_a_month, within);
        text = filled(word("date/about"), {{"length", text}});
    } else if (size >= weeks_from_days) {
        text = counted("date/weeks", (size + days_a_week / 2) / days_a_week, within);
        text = size % days_a_week == 0 ? text : filled(word("date/about"), {{"length", text}});
    } else {
        text = counted("date/days", size, within);
    }
    return filled(word(days > 0 ? "date/in" : "date/ago"), {{"length", text}});
}

std::string DateWords::full_with_distance(core::Date today, core::Date date) const {
    auto const day_text = full(date);
    auto const distance_text = distance(today, date);
    return filled(word("date/full-with-distance"), {{"date", day_text}, {"distance", distance_text}});
}

std::string DateWords::length(int count, core::Unit unit) const {
    return counted(unit == core::Unit::Month ? "date/months" : "date/days", count, Within::Nothing);
}

std::string DateWords::weeks_or_days(int days) const {
    return days % days_a_week == 0 ? counted("date/weeks", days / days_a_week, Within::Nothing)
                                   : counted("date/days", days, Within::Nothing);
}

}  // namespace needlewise::formats
