#pragma once

#include "core/protocol.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace needlewise::platform {

/// Where staff edit their clinic settings: a program of its own beside the page's, fetched when the settings page is
/// opened. It judges a draft exactly as `needlewise check --clinic` does.
class SettingsDesk {
public:
    /// Files of a protocol's folder.
    void add_source(std::string path, std::string text) { sources_.push_back({std::move(path), std::move(text)}); }
    /// What the form has to know of the protocol (formats/clinic_form.hpp); empty if it cannot be used.
    std::string boot();

    /// {"problems":[…],"accent":{"light":"#1f5f5b","dark":"#7fcfc6"}}: what is wrong with the draft,
    /// and the colours that the page makes of its accent; `accent` is null where it has none.
    std::string check(std::string_view draft) const;

private:
    struct Source {
        std::string path;
        std::string text;
    };
    std::vector<Source> sources_;
    core::Protocol protocol_;
};

}  // namespace needlewise::platform
