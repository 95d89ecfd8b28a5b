#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace needlewise::core {

/// A calendar day without clock or time zone.
class Date {
public:
    constexpr Date() = default;

    /// The day `YYYY-MM-DD` names. Empty for anything else, for days that do not exist (2026-02-30), and outside the
    /// years 0001 to 9999.
    static std::optional<Date> from_iso(std::string_view text);
    /// Empty if there is no such day. Months and days count from 1.
    static std::optional<Date> from_calendar(int year, unsigned month, unsigned day);
    /// 0 is 1970-01-01.
    static constexpr Date from_days_since_epoch(std::int32_t days) { return Date{days}; }

    std::string iso() const;
    int year() const;
    unsigned month() const;
    unsigned day() const;
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    unsigned weekday() const;
    constexpr std::int32_t days_since_epoch() const { return days_since_epoch_; }

    constexpr Date plus_days(int days) const { return Date{days_since_epoch_ + days}; }
    /// Same day number in the target month, or that month's last day (rules.md section 4: 31 Aug + 6 months = 28 Feb).
    Date plus_months(int months) const;

    friend constexpr bool operator==(Date a, Date b) { return a.days_since_epoch_ == b.days_since_epoch_; }
    friend constexpr auto operator<=>(Date a, Date b) { return a.days_since_epoch_ <=> b.days_since_epoch_; }

private:
    constexpr explicit Date(std::int32_t days) : days_since_epoch_{days} {}
    std::int32_t days_since_epoch_ = 0;
};

/// Days from `from` to `to`; negative if `to` is earlier.
constexpr int days_between(Date from, Date to) { return to.days_since_epoch() - from.days_since_epoch(); }

}  // namespace needlewise::core
