#include "platform/web/frame_json.hpp"

#include "formats/json_writer.hpp"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace needlewise::platform {

namespace {

using formats::JsonWriter;
using semantics::Node;
using semantics::Patch;
using semantics::PatchKind;

/// Lengths go as whole 64ths of a pixel: exact (make_rectangles_relative rounds to these), and without the long way
/// from a fraction to its digits, which is 3 KB of the page's program.
constexpr float parts_of_pixel = 64;

// In the order of semantics::Role.
constexpr std::array<char const*, 31> role_names{
    "main",         "banner",    "contentinfo", "region", "group",  "radiogroup", "radio",    "checkbox",
    "button",       "link",      "heading",     "text",   "list",   "listitem",   "table",    "row",
    "columnheader", "rowheader", "cell",        "date",   "number", "textfield",  "textarea", "select",
    "option",       "slider",    "progress",    "image",  "dialog", "hitarea",    "details"};
static_assert(role_names.size() == static_cast<std::size_t>(semantics::Role::Details) + 1);
constexpr std::array<char const*, 3> presentation_names{"painted", "native", "chrome"};
constexpr std::array<char const*, 4> patch_names{"insert", "update", "move", "remove"};
constexpr std::array<char const*, 3> tristate_names{"", "no", "yes"};

template <std::size_t size, class Enum>
char const* name_in(std::array<char const*, size> const& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

/// Writes a member where it differs from what the browser has; a new node is compared with an empty one.
class Members {
public:
    Members(JsonWriter& json, Node const& node, Node const& before) : json_{json}, node_{node}, before_{before} {}

    void write() {
        text("name", &Node::name);
        text("describedBy", &Node::described_by);
        text("value", &Node::value);
        text("valueText", &Node::value_text);
        text("min", &Node::minimum);
        text("max", &Node::maximum);
        text("step", &Node::step);
        text("variant", &Node::variant);
        text("lang", &Node::language);
        flag("required", &Node::required);
        flag("invalid", &Node::invalid);
        flag("disabled", &Node::disabled);
        flag("hidden", &Node::hidden_from_view);
        if (node_.level != before_.level) number("level", node_.level);
        if (node_.checked != before_.checked) string("checked", name_in(tristate_names, node_.checked));
        if (node_.expanded != before_.expanded) string("expanded", name_in(tristate_names, node_.expanded));
        if (node_.presentation != before_.presentation) {
            string("show", name_in(presentation_names, node_.presentation));
        }
        if (!(node_.text == before_.text)) {
            json_.key("text");
            list({node_.text.size, node_.text.line_height, static_cast<float>(node_.text.weight)});
        }
        if (node_.data != before_.data) data();
        if (!(node_.rectangle == before_.rectangle)) {
            json_.key("box");
            auto const& box = node_.rectangle;
            list({box.x, box.y, box.width, box.height});
        }
    }

private:
    void string(std::string_view key, std::string_view value) {
        json_.key(key);
        json_.string(value);
    }
    void number(std::string_view key, int value) {
        json_.key(key);
        json_.integer(value);
    }
    void text(std::string_view key, std::string Node::* member) {
        if (node_.*member != before_.*member) string(key, node_.*member);
    }
    void flag(std::string_view key, bool Node::* member) {
        if (node_.*member == before_.*member) return;
        json_.key(key);
        json_.boolean(node_.*member);
    }
    void list(std::initializer_list<float> values) {
        json_.begin_array();
        for (float const value : values) json_.integer(std::lround(value * parts_of_pixel));
        json_.end_array();
    }
    void data() {
        json_.key("data");
        json_.begin_object();
        for (auto const& [key, value] : node_.data) string(key, value);
        json_.end_object();
    }

    JsonWriter& json_;
    Node const& node_;
    Node const& before_;
};

void write_patch(JsonWriter& json, Patch const& patch) {
    static Node const nothing{.presentation = semantics::Presentation::Painted, .text = {.size = 0}};
    json.begin_object();
    json.key("op");
    json.string(name_in(patch_names, patch.kind));
    json.key("id");
    json.string(patch.id);
    if (patch.kind == PatchKind::Insert || patch.kind == PatchKind::Move) {
        json.key("parent");
        json.string(patch.parent);
        json.key("at");
        json.integer(patch.position);
    }
    if (patch.kind == PatchKind::Insert) {
        json.key("role");
        json.string(name_in(role_names, patch.node.role));
        Members{json, patch.node, nothing}.write();
    }
    if (patch.kind == PatchKind::Update) Members{json, patch.node, patch.before}.write();
    json.end_object();
}

/// Begins the object at the first piece of news.
class News {
public:
    JsonWriter& at(std::string_view key) {
        if (!any_) json_.begin_object();
        any_ = true;
        json_.key(key);
        return json_;
    }
    std::string take() {
        if (!any_) return {};
        json_.end_object();
        return json_.take();
    }

private:
    JsonWriter json_;
    bool any_ = false;
};

template <class Value>
bool is_news(Value& told, Value const& value) {
    if (told == value) return false;
    told = value;
    return true;
}

}  // namespace

std::string news_of(ui::FrameOutput const& output, std::span<Patch const> patches, Told& told) {
    News news;
    if (!patches.empty()) {
        JsonWriter& json = news.at("patches");
        json.begin_array();
        for (Patch const& patch : patches) write_patch(json, patch);
        json.end_array();
    }
    if (is_news(told.content_height, std::ceil(output.content_height))) {
        news.at("height").integer(std::lround(told.content_height));
    }
    if (is_news(told.title, output.title)) news.at("title").string(output.title);
    if (is_news(told.language, output.language)) news.at("lang").string(output.language);
    if (is_news(told.wanted_language, output.wanted_language)) news.at("speak").string(output.wanted_language);
    if (is_news(told.history_entry, output.history_entry)) news.at("entry").integer(output.history_entry);
    if (is_news(told.plain_view, output.plain_view)) news.at("plain").boolean(output.plain_view);
    if (is_news(told.section, output.section) && output.section > 0) {
        JsonWriter& json = news.at("section");
        json.begin_array();
        json.integer(output.section);
        json.integer(output.sections);
        json.end_array();
    }
    if (!output.take.empty()) {
        JsonWriter& json = news.at("take");
        json.begin_array();
        json.string(output.take);
        json.string(output.carried);
        json.end_array();
    }
    if (output.forget_everything) news.at("forget").boolean(true);
    if (output.scroll_to_top) news.at("top").boolean(true);
    if (!output.focus.empty()) news.at("focus").string(output.focus);
    if (!output.scroll_to.empty()) news.at("scrollTo").string(output.scroll_to);
    if (!output.announcements.empty()) {
        JsonWriter& json = news.at("announce");
        json.begin_array();
        for (ui::Announcement const& announcement : output.announcements) {
            json.begin_array();
            json.string(announcement.text);
            json.boolean(announcement.assertive);
            json.end_array();
        }
        json.end_array();
    }
    if (!output.theme.empty()) {
        JsonWriter& json = news.at("theme");
        json.begin_array();
        for (auto const& [property, value] : output.theme) {
            json.begin_array();
            json.string(property);
            json.string(value);
            json.end_array();
        }
        json.end_array();
    }
    return news.take();
}

}  // namespace needlewise::platform
