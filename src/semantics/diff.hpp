#pragma once

#include "semantics/node.hpp"

#include <string>
#include <vector>

namespace needlewise::semantics {

enum class PatchKind : std::uint8_t { Insert, Update, Move, Remove };

/// One change that turns the mirror of the last tree into that of the new one; applied in order.
struct Patch {
    PatchKind kind = PatchKind::Update;
    std::string id;
    /// Insert and Move: id of the new parent ("" for the root) and position among its children. A Move takes the node
    /// out first, with all it holds, then counts.
    std::string parent;
    int position = 0;
    /// Insert: the whole node. Update: the new node (compare with `before` for what changed).
    Node node;
    Node before;
};

/// The changes from `before` to `after`, as few as order allows: unchanged nodes give none. Ids must be unique in each
/// tree. Removes come first and take everything inside along; what is needed further is inserted again, and so is a
/// node that became another kind of element (role, level).
std::vector<Patch> difference(Tree const& before, Tree const& after);

/// Whether two nodes say and look the same, wherever they stand in their trees.
bool same_content(Node const& left, Node const& right);

/// Rectangles relative to the nearest ancestor that has one (width or height), rounded to 1/64 pixel: then inserting a
/// question moves its later siblings, not everything in them. A mirror needs them so, for its boxes are nested.
void make_rectangles_relative(Tree& tree);

}  // namespace needlewise::semantics
