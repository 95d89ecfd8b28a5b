#include "platform/headless/tree_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace needlewise::platform {

using semantics::Node;
using semantics::Role;

std::string role_name(Role role) {
    static constexpr std::array names{
        "main",         "banner",    "contentinfo", "region",    "group",  "radiogroup", "radio",    "checkbox",
        "button",       "link",      "heading",     "paragraph", "list",   "listitem",   "table",    "row",
        "columnheader", "rowheader", "cell",        "date",      "number", "text",       "textarea", "select",
        "option",       "slider",    "progress",    "image",     "dialog", "hit-area",   "details"};
    return names[static_cast<std::size_t>(role)];
}

namespace {

std::string quoted(std::string const& text) {
    std::string result{"\""};
    for (auto const letter : text) {
        if (letter == '\n') {
            result += "\\n";
        } else if (letter == '"') {
            result += "\\\"";
        } else {
            result += letter;
        }
    }
    return result + "\"";
}

std::string described(semantics::Tree const& tree, std::string const& ids) {
    std::string text;
    for (std::size_t at = 0; at < ids.size();) {
        auto const end = std::min(ids.find(' ', at), ids.size());
        auto const id = ids.substr(at, end - at);
        auto const found =
            std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](Node const& node) { return node.id == id; });
        text += (text.empty() ? "" : " ") + (found == tree.nodes.end() ? "?" + id : found->name);
        at = end + 1;
    }
    return text;
}

std::string line_of(semantics::Tree const& tree, Node const& node) {
    auto line = role_name(node.role);
    if (node.role == Role::Heading) {
        line += " " + std::to_string(node.level);
    }
    if (!node.name.empty()) {
        line += " " + quoted(node.name);
    }
    auto const say = [&](bool whether, char const* word) { line += whether ? std::string{" "} + word : ""; };
    say(node.checked == semantics::Checked::Yes, "[checked]");
    say(node.expanded == semantics::Expanded::Yes, "[expanded]");
    say(node.expanded == semantics::Expanded::No, "[collapsed]");
    say(node.required, "[required]");
    say(node.invalid, "[invalid]");
    say(node.disabled, "[disabled]");
    auto const tell = [&](char const* word, std::string const& value) {
        line += value.empty() ? "" : std::string{" "} + word + "=" + quoted(value);
    };
    tell("value", node.value);
    tell("value-text", node.value_text);
    tell("minimum", node.minimum);
    tell("maximum", node.maximum);
    tell("described-by", described(tree, node.described_by));
    for (auto const& [name, value] : node.data) {
        tell(name.c_str(), value);
    }
    return line;
}

}  // namespace

std::string tree_text(semantics::Tree const& tree) {
    std::string text;
    std::vector<std::size_t> depths;
    for (auto const& node : tree.nodes) {
        auto const depth = node.parent < 0 ? 0 : depths[static_cast<std::size_t>(node.parent)] + 1;
        depths.push_back(depth);
        if (node.role != Role::HitArea) {
            text += std::string(2 * depth, ' ') + line_of(tree, node) + "\n";
        }
    }
    return text;
}

}  // namespace needlewise::platform
