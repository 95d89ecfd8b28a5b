#pragma once

#include "core/protocol.hpp"
#include "formats/placeholders.hpp"

#include <set>
#include <string>

namespace needlewise::app {

using formats::filled;
using formats::Placeholder;

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

    core::Catalogue const& page_words() const { return interface_; }

private:
    core::Catalogue interface_;
    /// Keys that were asked for in vain, kept so that what `text` gives stays valid.
    mutable std::set<std::string> missing_;
};

}  // namespace needlewise::app
