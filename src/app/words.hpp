#pragma once

#include "core/protocol.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace needlewise::app {

using Placeholder = std::pair<std::string_view, std::string_view>;

/// Text for people, by key: the page's own words over the protocol's.
class Words {
public:
    Words() = default;
    explicit Words(core::Catalogue interface_words) : interface_{std::move(interface_words)} {}

    /// The text for `key`; the key itself where no catalogue has it, so that a gap is seen and never fatal.
    std::string const& text(std::string const& key, core::Protocol const& protocol) const;
    bool has(std::string const& key, core::Protocol const& protocol) const;
    /// Words that came late; those that are there stay.
    void add(core::Catalogue late) { interface_.merge(late); }

private:
    core::Catalogue interface_;
};

/// `text` with every `{name}` replaced.
std::string filled(std::string_view text, std::initializer_list<Placeholder> placeholders);

}  // namespace needlewise::app
