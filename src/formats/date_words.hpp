#pragma once

#include "core/protocol.hpp"

#include <string>
#include <string_view>

namespace needlewise::formats {

/// Dates in words, by the catalogue's month and weekday names and order.
class DateWords {
public:
    /// `page_words` (assets/interface/words; may be null) come before the protocol's where both have a key. `language` is
    /// that of the words.
    DateWords(core::Protocol const& protocol, core::Catalogue const* page_words, std::string_view language)
        : protocol_{&protocol}, page_words_{page_words}, language_{language} {}

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
    /// "4 weeks", or "30 days" where they are no whole weeks.
    std::string weeks_or_days(int days) const;

private:
    /// What a length stands in: many languages then want it in another case.
    enum class Within { Nothing, In, Ago };
    std::string const* find(std::string const& key) const;
    std::string word(std::string const& key) const;
    /// French, for one, has a word of its own for the first.
    std::string day_of_month(core::Date date) const;
    std::string counted(std::string const& key, int count, Within within) const;
    core::Protocol const* protocol_;
    core::Catalogue const* page_words_;
    std::string_view language_;
};

}  // namespace needlewise::formats
