#include "ui/visit.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace needlewise::ui::test {

namespace {

using semantics::Node;
using semantics::Presentation;
using semantics::Rectangle;
using semantics::Tree;

/// Half a pixel of antialiasing, and rounding.
constexpr float slack = 1.5F;
/// WCAG 2.2, 2.5.5, and design.md section 6.
constexpr float target = 44;
/// WCAG 2.2, 2.5.8: links in a list of sources.
constexpr float small_target = 24;

bool is_control(Role role) {
    switch (role) {
        case Role::Radio:
        case Role::Checkbox:
        case Role::Button:
        case Role::Link:
        case Role::DateField:
        case Role::NumberField:
        case Role::TextField:
        case Role::TextArea:
        case Role::Select:
        case Role::Slider: return true;
        default: return false;
    }
}

bool needs_name(Role role) {
    switch (role) {
        case Role::Main:
        case Role::Banner:
        case Role::ContentInfo:
        case Role::List:
        case Role::ListItem:
        case Role::Table:
        case Role::Row:
        case Role::HitArea: return false;
        default: return true;
    }
}

bool is_container(Role role) {
    return role == Role::List || role == Role::ListItem || role == Role::Region || role == Role::Group ||
           role == Role::RadioGroup || role == Role::Dialog;
}

/// `page/back-to-where`, `{date}`: a key or placeholder that nobody filled.
bool looks_like_a_key(std::string const& text) {
    if (text.find('{') != std::string::npos || text.find('}') != std::string::npos) {
        return true;
    }
    auto const slash = text.find('/');
    return slash != std::string::npos && slash > 0 && text.find(' ') == std::string::npos &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '/' ||
                      letter == '-';
           });
}

/// A group's legend may be a heading too.
bool is_heading(Node const& node) {
    return node.role == Role::Heading ||
           ((node.role == Role::Group || node.role == Role::RadioGroup) && node.level > 0);
}

class Inspection {
public:
    explicit Inspection(HeadlessPage& page) : page_{page}, tree_{page.tree()} {
        page_.paint_window(0, page_.output().content_height);
    }

    std::vector<std::string> run() {
        structure();
        headings();
        content_of_headings();
        for (auto const& node : tree_.nodes) {
            names(node);
            relations(node);
            room(node);
            text_fits(node);
        }
        painted_inside();
        return std::move(found_);
    }

private:
    void report(Node const& node, std::string const& what) {
        found_.push_back(platform::role_name(node.role) + " " + node.id + " \"" + node.name + "\": " + what);
    }

    void structure() {
        std::set<std::string> ids;
        for (std::size_t at = 0; at < tree_.nodes.size(); ++at) {
            auto const& node = tree_.nodes[at];
            if (node.id.empty() || !ids.insert(node.id).second) {
                report(node, "its id is empty or not its own");
            }
            if (node.parent >= static_cast<int>(at)) {
                report(node, "stands before its parent");
            }
        }
    }

    void headings() {
        auto last = 0;
        auto firsts = 0;
        for (auto const& node : tree_.nodes) {
            if (!is_heading(node)) {
                continue;
            }
            firsts += node.level == 1 ? 1 : 0;
            if (node.level < 1 || node.level > 3 || node.level > last + 1) {
                report(node, "level " + std::to_string(node.level) + " after level " + std::to_string(last));
            }
            last = node.level;
        }
        if (firsts != 1) {
            found_.push_back(std::to_string(firsts) + " h1");
        }
    }

    /// A heading over nothing promises what somebody who cannot see will not find.
    void content_of_headings() {
        for (std::size_t at = 0; at < tree_.nodes.size(); ++at) {
            auto const& node = tree_.nodes[at];
            if (node.role != Role::Heading) {
                continue;
            }
            auto const* next = at + 1 < tree_.nodes.size() ? &tree_.nodes[at + 1] : nullptr;
            if (next == nullptr || next->role == Role::ContentInfo ||
                (next->role == Role::Heading && next->level <= node.level)) {
                report(node, "stands over nothing");
            }
        }
    }

    void names(Node const& node) {
        if (needs_name(node.role) && node.name.find_first_not_of(' ') == std::string::npos) {
            report(node, "has no name");
        }
        for (auto const& text : {node.name, node.value_text}) {
            if (looks_like_a_key(text)) {
                report(node, "says a key or placeholder: " + text);
            }
        }
    }

    Node const* holder(Node const& node) const {
        return node.parent < 0 ? nullptr : &tree_.nodes[static_cast<std::size_t>(node.parent)];
    }

    bool lies_in(Node const& node, std::initializer_list<Role> roles) const {
        for (auto const* at = holder(node); at != nullptr; at = holder(*at)) {
            if (std::find(roles.begin(), roles.end(), at->role) != roles.end()) {
                return true;
            }
        }
        return false;
    }

    void relations(Node const& node) {
        if (node.role == Role::Radio && !lies_in(node, {Role::RadioGroup, Role::Group})) {
            report(node, "lies in no group");
        }
        if (node.role == Role::Checkbox && node.id.starts_with("q/") && !lies_in(node, {Role::Group})) {
            report(node, "lies in no group");
        }
        if (node.role == Role::ListItem && (holder(node) == nullptr || holder(node)->role != Role::List)) {
            report(node, "lies in no list");
        }
        if (is_container(node.role) && std::none_of(tree_.nodes.begin(), tree_.nodes.end(),
                                                    [&](Node const& child) { return holder(child) == &node; })) {
            report(node, "holds nothing");
        }
        for (std::size_t at = 0; at < node.described_by.size();) {
            auto const end = std::min(node.described_by.find(' ', at), node.described_by.size());
            auto const id = node.described_by.substr(at, end - at);
            if (page_.find(id) == nullptr) {
                report(node, "is described by what is not there: " + id);
            }
            at = end + 1;
        }
        if (node.role == Role::HitArea && !node.value.empty() && page_.find(node.value) == nullptr) {
            report(node, "taps for what is not there: " + node.value);
        }
        if (!node.invalid || !is_control(node.role)) {
            return;
        }
        if (node.described_by.empty()) {
            report(node, "is invalid and nothing says why");
        }
    }

    /// Inside the page, and large enough to tap.
    void room(Node const& node) {
        if (node.presentation == Presentation::Chrome) {
            return;
        }
        auto const& area = node.rectangle;
        auto const width = page_.width();
        if (area.x < -slack || area.x + area.width > width + slack) {
            report(node, "reaches from " + std::to_string(area.x) + " to " + std::to_string(area.x + area.width));
        }
        if (area.y < -slack || area.y + area.height > page_.output().content_height + slack) {
            report(node, "lies outside the content");
        }
        if (!is_control(node.role)) {
            return;
        }
        auto const least = node.role == Role::Link ? small_target : target;
        if (area.width < least || area.height < least) {
            report(node, "is " + std::to_string(area.width) + " by " + std::to_string(area.height));
        }
        for (auto const& other : tree_.nodes) {
            if (&other != &node && is_control(other.role) && other.presentation != Presentation::Chrome &&
                overlap(area, other.rectangle)) {
                report(node, "overlaps " + other.id);
            }
        }
    }

    static bool overlap(Rectangle const& a, Rectangle const& b) {
        return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height &&
               b.y + slack < a.y + a.height;
    }

    /// Text stands in its box, or goes on below: broken at the box's width it needs no more height than there is.
    void text_fits(Node const& node) {
        if (node.presentation != Presentation::Painted || node.name.empty()) {
            return;
        }
        auto const is_text = node.role == Role::Paragraph || node.role == Role::Heading || node.role == Role::Group ||
                             node.role == Role::RadioGroup;
        auto const is_labelled = node.role == Role::Button || node.role == Role::Radio || node.role == Role::Checkbox;
        if ((!is_text && !is_labelled) || node.rectangle.width == 0) {
            return;
        }
        // "Change: Diabetes" is painted as "Change", and so is what shows or hides a list or reasons.
        auto const longer_name =
            node.role == Role::Button &&
            (node.id.ends_with("/change") || node.id.ends_with("/toggle") || node.id.ends_with("/details"));
        auto const name = longer_name ? node.name.substr(0, node.name.find(':')) : node.name;
        auto const [width, height] = page_.measured(name, node.text, node.rectangle.width);
        if (width > node.rectangle.width + slack || height > node.rectangle.height + slack) {
            report(node, "its text is " + std::to_string(width) + " by " + std::to_string(height) + " in a box of " +
                             std::to_string(node.rectangle.width) + " by " + std::to_string(node.rectangle.height));
        }
    }

    void painted_inside() {
        for (auto const& [x, y] : page_.painted_points()) {
            if (x < -slack || x > page_.width() + slack) {
                found_.push_back("something is painted at " + std::to_string(x) + ", " + std::to_string(y));
                return;
            }
        }
    }

    HeadlessPage& page_;
    Tree const& tree_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> faults(HeadlessPage& page) { return Inspection{page}.run(); }

}  // namespace needlewise::ui::test
