#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

EnableWhen is_answered(ItemIndex question) { return {question, Operator::Exists, true}; }

std::vector<ItemIndex> items(std::initializer_list<ItemIndex> list) { return list; }

}  // namespace

TEST_CASE("A questionnaire finds its items by linkId") {
    auto const form = form_of({item_of("section", ItemType::Group), child_of(0, choice("device", {"a"}))});
    CHECK(form.find("section") == std::optional<ItemIndex>{0});
    CHECK(form.find("device") == std::optional<ItemIndex>{1});
    CHECK_FALSE(form.find("Device").has_value());
    CHECK_FALSE(form.find("").has_value());
}

TEST_CASE("An item's dependents are its children and those whose enableWhen read it, each once") {
    auto const form =
        form_of({item_of("section", ItemType::Group), child_of(0, choice("a", {"x", "y"})),
                 enabled_when(enabled_when(child_of(0, choice("b", {"x"})), is_answered(1)), is_answered(1)),
                 enabled_when(child_of(1, choice("c", {"x"})), is_answered(1))});
    CHECK(form.dependents[0] == items({1, 2}));
    CHECK(form.dependents[1] == items({2, 3}));
    CHECK(form.dependents[2].empty());
}

TEST_CASE("The enabling order puts an item after what it waits for, wherever that stands") {
    auto const form = form_of({enabled_when(choice("first", {"x"}), is_answered(2)),
                               enabled_when(choice("second", {"x"}), is_answered(0)), choice("third", {"x"})});
    CHECK(form.enabling_order == items({2, 0, 1}));
    CHECK(form.enabling_rank == std::vector<std::uint32_t>{1, 2, 0});
    CHECK(form.in_cycles.empty());
}

TEST_CASE("Items that wait for themselves are named") {
    auto const form = form_of({choice("free", {"x"}), enabled_when(choice("one", {"x"}), is_answered(2)),
                               enabled_when(choice("two", {"x"}), is_answered(1)),
                               enabled_when(choice("after", {"x"}), is_answered(2)),
                               enabled_when(choice("itself", {"x"}), is_answered(4))});
    CHECK(form.in_cycles == items({1, 2, 3, 4}));
    CHECK(form.enabling_order.size() == 5);
}

TEST_CASE("An index made again follows the changed items") {
    auto form = form_of({choice("a", {"x"}), choice("b", {"x"})});
    form.items[1].link_id = "c";
    form.items[0].enable_when.push_back(is_answered(1));
    form.index();
    CHECK_FALSE(form.find("b").has_value());
    CHECK(form.find("c") == std::optional<ItemIndex>{1});
    CHECK(form.enabling_order == items({1, 0}));
    CHECK(form.dependents[1] == items({0}));
}
