#pragma once

#include "core/timeline.hpp"
#include "formats/date_words.hpp"
#include "formats/placeholders.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace needlewise::formats {

/// Texts of a timeline in the language the protocol was loaded for, with `{name}` placeholders filled in: from those
/// given with the call, else with the clinic's value of the parameter `name`.
class TimelineWords {
public:
    /// `page_words` (assets/interface/words) come before the protocol's where both have a key; `language` is that of the
    /// words, for dates.
    TimelineWords(core::Protocol const& protocol, core::ParameterValues const& parameters,
                  core::Catalogue const* page_words = nullptr, std::string_view language = {})
        : protocol_{&protocol}, parameters_{&parameters}, page_words_{page_words}, language_{language} {}

    /// The text for a key; the key itself where there is none, so that a gap is seen and never fatal.
    std::string word(std::string const& key, std::initializer_list<Placeholder> placeholders = {}) const;

    /// What an item says: the name of a sign, else its text. An item of day 0 alone says its day-0 text if it has one.
    std::string text(core::TimelineItem const& item) const;
    /// Said on day 0 instead; empty for other items.
    std::string day_zero_text(core::TimelineItem const& item) const;
    /// "Call if" of a sign; empty if it has none.
    std::string call_if(core::TimelineItem const& item) const;
    /// Notes of the changes by answers that apply, joined.
    std::string notes(core::TimelineItem const& item) const;
    std::string red_flag(std::string const& flag) const { return word("red-flag/" + flag); }

    DateWords dates() const { return {*protocol_, page_words_, language_}; }

    core::Protocol const& protocol() const { return *protocol_; }

private:
    std::string_view raw(std::string const& key) const;
    std::string const* parameter_text(std::string_view id, std::string& buffer) const;

    core::Protocol const* protocol_;
    core::ParameterValues const* parameters_;
    core::Catalogue const* page_words_;
    std::string_view language_;
};

}  // namespace needlewise::formats
