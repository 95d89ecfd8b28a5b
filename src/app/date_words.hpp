#pragma once

#include "app/words.hpp"
#include "core/date.hpp"

namespace needlewise::app {

/// Dates in words, by the catalogue's month and weekday names and order.
class DateWords {
public:
    DateWords(Words const& words, core::Protocol const& protocol) : words_{&words}, protocol_{&protocol} {}

    /// "Monday 30 March 2026"
    std::string full(core::Date date) const;
    /// "30 March 2026"
    std::string plain(core::Date date) const;
    /// "30 Mar"
    std::string brief(core::Date date) const;
    /// "in 4 weeks", "today", "3 days ago"
    std::string distance(core::Date today, core::Date date) const;
    /// "Monday 30 March 2026, in 4 weeks"
    std::string full_with_distance(core::Date today, core::Date date) const;
    /// "3 days", "1 month"
    std::string length(int count, core::Unit unit) const;

private:
    std::string const& word(std::string const& key) const { return words_->text(key, *protocol_); }
    std::string counted(std::string const& key, int count) const;
    Words const* words_;
    core::Protocol const* protocol_;
};

}  // namespace needlewise::app
