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
    /// Insert and Move: id of the new parent ("" for the root) and position among its children.
    std::string parent;
    int position = 0;
    /// Insert: the whole node. Update: the new node (compare with `before` for what changed).
    Node node;
    Node before;
};

/// The changes from `before` to `after`, as few as order allows: unchanged nodes give none.
std::vector<Patch> difference(Tree const& before, Tree const& after);

}  // namespace needlewise::semantics
