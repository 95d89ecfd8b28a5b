#include "core/protocol.hpp"

#include <algorithm>

namespace needlewise::core {
namespace {

ParameterValue initial_value(Parameter const& parameter) {
    return std::visit([](auto const& kind) { return ParameterValue{kind.initial, false}; }, parameter.kind);
}

}  // namespace

ParameterValues Protocol::initial_parameters() const {
    ParameterValues values;
    values.reserve(parameters.size());
    for (auto const& parameter : parameters) {
        values.push_back(initial_value(parameter));
    }
    return values;
}

std::optional<ParameterIndex> Protocol::find_parameter(std::string_view id) const {
    auto const found =
        std::find_if(parameters.begin(), parameters.end(), [&](Parameter const& each) { return each.id == id; });
    if (found == parameters.end()) {
        return std::nullopt;
    }
    return static_cast<ParameterIndex>(found - parameters.begin());
}

Source const* Protocol::find_source(std::string_view key) const {
    auto const found =
        std::find_if(sources.begin(), sources.end(), [&](Source const& each) { return each.key == key; });
    return found == sources.end() ? nullptr : &*found;
}

Difference const* Protocol::find_difference(std::string_view id) const {
    auto const found =
        std::find_if(differences.begin(), differences.end(), [&](Difference const& each) { return each.id == id; });
    return found == differences.end() ? nullptr : &*found;
}

std::string const& Protocol::word(std::string const& key) const {
    auto const found = words.find(key);
    return found == words.end() ? key : found->second;
}

}  // namespace needlewise::core
