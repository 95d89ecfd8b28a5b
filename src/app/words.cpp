#include "app/words.hpp"

namespace needlewise::app {

std::string const& Words::text(std::string const& key, core::Protocol const& protocol) const {
    if (auto const found = interface_.find(key); found != interface_.end()) {
        return found->second;
    }
    auto const found = protocol.words.find(key);
    return found == protocol.words.end() ? *missing_.insert(key).first : found->second;
}

bool Words::has(std::string const& key, core::Protocol const& protocol) const {
    return interface_.contains(key) || protocol.words.contains(key);
}

}  // namespace needlewise::app
