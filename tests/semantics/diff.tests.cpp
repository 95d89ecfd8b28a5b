#include "semantics/diff.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace needlewise::semantics;

namespace {

Node text(std::string id, int parent, std::string name) {
    return Node{.id = std::move(id), .parent = parent, .role = Role::Paragraph, .name = std::move(name)};
}

/// What a browser would hold: nodes by id and the order of children, changed by patches alone.
class Mirror {
public:
    void apply(std::vector<Patch> const& patches) {
        for (Patch const& patch : patches) {
            switch (patch.kind) {
                case PatchKind::Insert:
                    REQUIRE(nodes_.count(patch.id) == 0);
                    nodes_[patch.id] = patch.node;
                    put(patch);
                    break;
                case PatchKind::Move:
                    REQUIRE(nodes_.count(patch.id) == 1);
                    take_out(patch.id);
                    put(patch);
                    break;
                case PatchKind::Update:
                    REQUIRE(nodes_.count(patch.id) == 1);
                    REQUIRE(same_content(nodes_[patch.id], patch.before));
                    nodes_[patch.id] = patch.node;
                    break;
                case PatchKind::Remove:
                    REQUIRE(nodes_.count(patch.id) == 1);
                    take_out(patch.id);
                    forget(patch.id);
                    break;
            }
        }
    }

    void compare(Tree const& tree) const {
        REQUIRE(nodes_.size() == tree.nodes.size());
        std::map<std::string, std::vector<std::string>> wanted;
        for (Node const& node : tree.nodes) {
            auto const found = nodes_.find(node.id);
            REQUIRE(found != nodes_.end());
            REQUIRE(same_content(found->second, node));
            wanted[node.parent < 0 ? "" : tree.nodes[static_cast<std::size_t>(node.parent)].id].push_back(node.id);
        }
        for (auto const& [parent, children] : children_) {
            if (children.empty()) continue;
            REQUIRE(wanted[parent] == children);
        }
    }

private:
    void put(Patch const& patch) {
        REQUIRE((patch.parent.empty() || nodes_.count(patch.parent) == 1));
        auto& children = children_[patch.parent];
        REQUIRE(patch.position >= 0);
        REQUIRE(static_cast<std::size_t>(patch.position) <= children.size());
        children.insert(children.begin() + patch.position, patch.id);
    }
    void take_out(std::string const& id) {
        for (auto& [parent, children] : children_) {
            auto const found = std::find(children.begin(), children.end(), id);
            if (found == children.end()) continue;
            children.erase(found);
            return;
        }
        FAIL("not in the mirror: " << id);
    }
    void forget(std::string const& id) {
        nodes_.erase(id);
        for (std::string const& child : std::vector<std::string>{children_[id]}) forget(child);
        children_.erase(id);
    }

    std::map<std::string, Node> nodes_;
    std::map<std::string, std::vector<std::string>> children_;
};

class Random {
public:
    explicit Random(unsigned seed) : engine_{seed} {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }

private:
    std::mt19937 engine_;
};

/// A tree over a small set of ids, so that two of them share many, at other places.
Tree random_tree(Random& random) {
    Tree tree;
    std::set<int> used;
    int const size = random.below(24);
    for (int i = 0; i < size; ++i) {
        int const id = random.below(30);
        if (!used.insert(id).second) continue;
        Node node;
        node.id = "n" + std::to_string(id);
        node.parent = tree.nodes.empty() ? -1 : random.below(static_cast<int>(tree.nodes.size()) + 1) - 1;
        node.role = random.below(10) == 0 ? Role::Group : Role::Paragraph;
        node.name = "text " + std::to_string(random.below(3));
        node.rectangle.y = static_cast<float>(random.below(2));
        tree.nodes.push_back(std::move(node));
    }
    return tree;
}

}  // namespace

TEST_CASE("equal trees differ by nothing") {
    Tree const tree{{text("a", -1, "A"), text("b", 0, "B"), text("c", 0, "C")}};
    REQUIRE(difference(tree, tree).empty());
    REQUIRE(difference({}, {}).empty());
}

TEST_CASE("one changed text is one update") {
    Tree const before{{text("a", -1, "A"), text("b", 0, "B"), text("c", 0, "C")}};
    Tree after = before;
    after.nodes[1].name = "other";
    auto const patches = difference(before, after);
    REQUIRE(patches.size() == 1);
    REQUIRE(patches[0].kind == PatchKind::Update);
    REQUIRE(patches[0].id == "b");
    REQUIRE(patches[0].node.name == "other");
    REQUIRE(patches[0].before.name == "B");
}

TEST_CASE("one new node in the middle is one insert") {
    Tree const before{{text("a", -1, "A"), text("b", 0, "B"), text("c", 0, "C"), text("d", 2, "D")}};
    Tree const after{
        {text("a", -1, "A"), text("b", 0, "B"), text("new", 0, "New"), text("c", 0, "C"), text("d", 3, "D")}};
    auto const patches = difference(before, after);
    REQUIRE(patches.size() == 1);
    REQUIRE(patches[0].kind == PatchKind::Insert);
    REQUIRE(patches[0].id == "new");
    REQUIRE(patches[0].parent == "a");
    REQUIRE(patches[0].position == 1);
}

TEST_CASE("a removed node takes what it holds along in one patch") {
    Tree const before{{text("a", -1, "A"), text("b", 0, "B"), text("c", 1, "C"), text("d", 0, "D")}};
    Tree const after{{text("a", -1, "A"), text("d", 0, "D")}};
    auto const patches = difference(before, after);
    REQUIRE(patches.size() == 1);
    REQUIRE(patches[0].kind == PatchKind::Remove);
    REQUIRE(patches[0].id == "b");
}

TEST_CASE("one node sent to the end is one move") {
    Tree const before{{text("a", -1, "A"), text("b", -1, "B"), text("c", -1, "C"), text("d", -1, "D")}};
    Tree const after{{text("b", -1, "B"), text("c", -1, "C"), text("d", -1, "D"), text("a", -1, "A")}};
    auto const patches = difference(before, after);
    REQUIRE(patches.size() == 1);
    REQUIRE(patches[0].kind == PatchKind::Move);
    REQUIRE(patches[0].id == "a");
    REQUIRE(patches[0].parent.empty());
    REQUIRE(patches[0].position == 3);
}

TEST_CASE("a node that became another element is made anew") {
    Tree const before{{text("a", -1, "A")}};
    Tree after = before;
    after.nodes[0].role = Role::Heading;
    after.nodes[0].level = 2;
    auto const patches = difference(before, after);
    REQUIRE(patches.size() == 2);
    REQUIRE(patches[0].kind == PatchKind::Remove);
    REQUIRE(patches[1].kind == PatchKind::Insert);
}

TEST_CASE("parent and child can change places") {
    Tree const before{{text("a", -1, "A"), text("b", 0, "B")}};
    Tree const after{{text("b", -1, "B"), text("a", 0, "A")}};
    Mirror mirror;
    mirror.apply(difference({}, before));
    mirror.apply(difference(before, after));
    mirror.compare(after);
}

TEST_CASE("patches turn any tree into any other") {
    unsigned const seed = std::random_device{}();
    Random random{seed};
    Tree last;
    Mirror mirror;
    for (int round = 0; round < 3000; ++round) {
        INFO("seed " << seed << ", round " << round);
        Tree const next = random_tree(random);
        auto const patches = difference(last, next);
        mirror.apply(patches);
        mirror.compare(next);
        REQUIRE(patches.size() <= last.nodes.size() + 2 * next.nodes.size());
        last = next;
    }
}

TEST_CASE("rectangles become relative to the nearest box around") {
    Tree tree{{text("card", -1, ""), text("group", 0, ""), text("line", 1, "L"), text("free", -1, "F")}};
    tree.nodes[0].rectangle = {10, 100, 300, 200};
    tree.nodes[2].rectangle = {20, 130.001F, 280, 24};
    tree.nodes[3].rectangle = {5, 400, 50, 20};
    make_rectangles_relative(tree);
    REQUIRE(tree.nodes[0].rectangle == Rectangle{10, 100, 300, 200});
    REQUIRE(tree.nodes[1].rectangle == Rectangle{});
    REQUIRE(tree.nodes[2].rectangle == Rectangle{10, 30, 280, 24});
    REQUIRE(tree.nodes[3].rectangle == Rectangle{5, 400, 50, 20});
}
