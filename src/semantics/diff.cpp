#include "semantics/diff.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

namespace needlewise::semantics {

namespace {

constexpr int nowhere = -1;
/// Index 0 of the lists of children is the root, 1 + i is node i.
std::size_t slot(int node) { return static_cast<std::size_t>(node + 1); }

/// For each node, the index of the one with the same id in the other tree, or `nowhere`.
struct Matching {
    std::vector<int> of_before;
    std::vector<int> of_after;
};

Matching match(std::vector<Node> const& before, std::vector<Node> const& after) {
    Matching matching{std::vector<int>(before.size(), nowhere), std::vector<int>(after.size(), nowhere)};
    auto const pair = [&](std::size_t left, std::size_t right) {
        matching.of_before[left] = static_cast<int>(right);
        matching.of_after[right] = static_cast<int>(left);
    };
    // Most frames change little: equal runs at both ends need no hashing.
    std::size_t start = 0;
    std::size_t const shorter = std::min(before.size(), after.size());
    while (start < shorter && before[start].id == after[start].id) {
        pair(start, start);
        ++start;
    }
    std::size_t before_end = before.size();
    std::size_t after_end = after.size();
    while (before_end > start && after_end > start && before[before_end - 1].id == after[after_end - 1].id) {
        pair(--before_end, --after_end);
    }
    std::vector<std::pair<std::string_view, std::uint32_t>> by_id;
    for (std::size_t i = start; i < before_end; ++i) by_id.emplace_back(before[i].id, static_cast<std::uint32_t>(i));
    std::sort(by_id.begin(), by_id.end());
    for (std::size_t i = start; i < after_end; ++i) {
        auto const found = std::lower_bound(by_id.begin(), by_id.end(), std::pair{std::string_view{after[i].id}, 0u});
        if (found == by_id.end() || found->first != after[i].id || matching.of_before[found->second] != nowhere)
            continue;
        pair(found->second, i);
    }
    return matching;
}

bool same_element(Node const& left, Node const& right) { return left.role == right.role && left.level == right.level; }

/// Of the positions the kept children had, marks a longest rising run: these stay, the others move around them.
std::vector<bool> staying(std::vector<int> const& positions) {
    std::vector<bool> stays(positions.size(), false);
    std::vector<std::size_t> ends;  // ends[length - 1]: index of the smallest last element of a run that long
    std::vector<std::size_t> previous(positions.size(), positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (positions[i] == nowhere) continue;
        auto const place = std::lower_bound(ends.begin(), ends.end(), positions[i],
                                            [&](std::size_t end, int position) { return positions[end] < position; });
        if (place != ends.begin()) previous[i] = *(place - 1);
        if (place == ends.end()) {
            ends.push_back(i);
        } else {
            *place = i;
        }
    }
    if (ends.empty()) return stays;
    for (std::size_t i = ends.back(); i != positions.size(); i = previous[i]) stays[i] = true;
    return stays;
}

class Differ {
public:
    Differ(Tree const& before, Tree const& after)
        : before_{before.nodes},
          after_{after.nodes},
          matching_{match(before_, after_)},
          children_(before_.size() + 1),
          kept_(before_.size(), false) {}

    std::vector<Patch> run() {
        remove_what_goes();
        std::vector<std::vector<int>> wanted(after_.size() + 1);
        for (std::size_t i = 0; i < after_.size(); ++i) {
            assert(after_[i].parent < static_cast<int>(i));
            wanted[slot(after_[i].parent)].push_back(static_cast<int>(i));
        }
        place_children(nowhere, wanted[0]);
        for (std::size_t i = 0; i < after_.size(); ++i) {
            update(i);
            place_children(static_cast<int>(i), wanted[i + 1]);
        }
        return std::move(patches_);
    }

private:
    void remove_what_goes() {
        for (std::size_t i = 0; i < before_.size(); ++i) {
            int const parent = before_[i].parent;
            bool const parent_kept = parent == nowhere || kept_[static_cast<std::size_t>(parent)];
            int const match = matching_.of_before[i];
            kept_[i] =
                parent_kept && match != nowhere && same_element(before_[i], after_[static_cast<std::size_t>(match)]);
            if (kept_[i]) {
                children_[slot(parent)].push_back(static_cast<int>(i));
                continue;
            }
            if (match != nowhere) matching_.of_after[static_cast<std::size_t>(match)] = nowhere;
            if (parent_kept) patches_.push_back(Patch{.kind = PatchKind::Remove, .id = before_[i].id});
        }
    }

    void update(std::size_t index) {
        int const old = matching_.of_after[index];
        if (old == nowhere) return;
        Node const& was = before_[static_cast<std::size_t>(old)];
        if (same_content(was, after_[index])) return;
        patches_.push_back(
            Patch{.kind = PatchKind::Update, .id = after_[index].id, .node = after_[index], .before = was});
    }

    /// Inserts and moves until the first children of the parent are the wanted ones; the parent itself is in place.
    void place_children(int parent, std::vector<int> const& wanted) {
        int const old_parent = parent == nowhere ? nowhere : matching_.of_after[static_cast<std::size_t>(parent)];
        bool const parent_is_new = parent != nowhere && old_parent == nowhere;
        std::vector<int> none;
        std::vector<int>& present = parent_is_new ? none : children_[slot(old_parent)];
        if (is_in_place(present, wanted)) return;

        std::vector<int> positions(wanted.size(), nowhere);
        for (std::size_t i = 0; i < present.size(); ++i) {
            place_of_[static_cast<std::size_t>(present[i])] = static_cast<int>(i);
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            int const old = matching_.of_after[static_cast<std::size_t>(wanted[i])];
            if (old != nowhere) positions[i] = place_of_[static_cast<std::size_t>(old)];
        }
        for (int const old : present) place_of_[static_cast<std::size_t>(old)] = nowhere;
        std::vector<bool> const stays = staying(positions);
        std::string const parent_id = parent == nowhere ? std::string{} : after_[static_cast<std::size_t>(parent)].id;

        std::size_t next = 0;  // children before this one are the wanted ones, or are still to leave
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            Node const& node = after_[static_cast<std::size_t>(wanted[i])];
            int const old = matching_.of_after[static_cast<std::size_t>(wanted[i])];
            if (stays[i]) {
                while (present[next] != old) ++next;
                ++next;
                continue;
            }
            Patch patch{
                .kind = old == nowhere ? PatchKind::Insert : PatchKind::Move, .id = node.id, .parent = parent_id};
            if (old == nowhere) {
                patch.node = node;
            } else {
                std::vector<int>& siblings = children_[slot(before_[static_cast<std::size_t>(old)].parent)];
                auto const place = std::find(siblings.begin(), siblings.end(), old);
                if (&siblings == &present && place < siblings.begin() + static_cast<std::ptrdiff_t>(next)) --next;
                siblings.erase(place);
            }
            patch.position = static_cast<int>(next);
            present.insert(present.begin() + static_cast<std::ptrdiff_t>(next), old);
            ++next;
            patches_.push_back(std::move(patch));
        }
    }

    bool is_in_place(std::vector<int> const& present, std::vector<int> const& wanted) const {
        return present.size() >= wanted.size() &&
               std::equal(wanted.begin(), wanted.end(), present.begin(), [this](int node, int old) {
                   return matching_.of_after[static_cast<std::size_t>(node)] == old;
               });
    }

    std::vector<Node> const& before_;
    std::vector<Node> const& after_;
    Matching matching_;
    /// Where a node of `before_` stands among the children that are being placed.
    std::vector<int> place_of_ = std::vector<int>(before_.size(), nowhere);
    /// What the mirror holds now: children as indices into `before_`, `nowhere` for inserted ones.
    std::vector<std::vector<int>> children_;
    std::vector<bool> kept_;
    std::vector<Patch> patches_;
};

float rounded(float value) { return std::round(value * 64) / 64; }

}  // namespace

std::vector<Patch> difference(Tree const& before, Tree const& after) { return Differ{before, after}.run(); }

bool same_content(Node const& left, Node const& right) {
    // Names every member, so that a new one does not compile until it is thought of here.
    auto const& [id, parent, role, name, described_by, value, value_text, minimum, maximum, step, variant, language,
                 level, checked, expanded, required, invalid, disabled, hidden_from_view, presentation, text, data,
                 rectangle] = left;
    static_cast<void>(parent);
    return rectangle == right.rectangle && name == right.name && value == right.value && checked == right.checked &&
           expanded == right.expanded && invalid == right.invalid && disabled == right.disabled &&
           required == right.required && hidden_from_view == right.hidden_from_view && role == right.role &&
           level == right.level && presentation == right.presentation && text == right.text && id == right.id &&
           described_by == right.described_by && value_text == right.value_text && minimum == right.minimum &&
           maximum == right.maximum && step == right.step && variant == right.variant && language == right.language &&
           data == right.data;
}

void make_rectangles_relative(Tree& tree) {
    std::vector<Rectangle> origins(tree.nodes.size());  // of each node's own children, in content coordinates
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        Node& node = tree.nodes[i];
        Rectangle& box = node.rectangle;
        Rectangle const origin = node.parent < 0 ? Rectangle{} : origins[static_cast<std::size_t>(node.parent)];
        box = {rounded(box.x), rounded(box.y), rounded(box.width), rounded(box.height)};
        bool const placed = box.width > 0 || box.height > 0;
        origins[i] = placed ? box : origin;
        if (placed) {
            box.x -= origin.x;
            box.y -= origin.y;
        } else {
            box = {};
        }
    }
}

}  // namespace needlewise::semantics
