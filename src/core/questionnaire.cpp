#include "core/questionnaire.hpp"

namespace needlewise::core {
namespace {

using Dependents = std::vector<std::vector<ItemIndex>>;

/// Dependents are found in form order, so one that is known already is the last.
void add_dependent(Dependents& dependents, ItemIndex item, ItemIndex dependent) {
    auto& list = dependents[item];
    if (list.empty() || list.back() != dependent) {
        list.push_back(dependent);
    }
}

Dependents find_dependents(std::vector<Item> const& items) {
    Dependents dependents(items.size());
    for (ItemIndex index = 0; index < items.size(); ++index) {
        if (items[index].parent) {
            add_dependent(dependents, *items[index].parent, index);
        }
        for (auto const& rule : items[index].enable_when) {
            add_dependent(dependents, rule.question, index);
        }
    }
    return dependents;
}

std::vector<std::uint32_t> count_prerequisites(Dependents const& dependents) {
    std::vector<std::uint32_t> prerequisites(dependents.size(), 0);
    for (auto const& list : dependents) {
        for (ItemIndex const dependent : list) {
            ++prerequisites[dependent];
        }
    }
    return prerequisites;
}

/// Kahn's order: every item after its parent and the questions that enable it. Items of a cycle are left out.
std::vector<ItemIndex> sort_by_prerequisites(Dependents const& dependents) {
    auto waiting_for = count_prerequisites(dependents);
    std::vector<ItemIndex> order;
    order.reserve(dependents.size());
    for (ItemIndex index = 0; index < dependents.size(); ++index) {
        if (waiting_for[index] == 0) {
            order.push_back(index);
        }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (ItemIndex const dependent : dependents[order[next]]) {
            if (--waiting_for[dependent] == 0) {
                order.push_back(dependent);
            }
        }
    }
    return order;
}

constexpr std::uint32_t unranked = 0xffffffff;

}  // namespace

std::optional<ItemIndex> Questionnaire::find(std::string_view link_id) const {
    auto const found = by_link_id.find(link_id);
    if (found == by_link_id.end()) {
        return std::nullopt;
    }
    return found->second;
}

void Questionnaire::index() {
    by_link_id.clear();
    for (ItemIndex index = 0; index < items.size(); ++index) {
        by_link_id.emplace(items[index].link_id, index);
    }
    dependents = find_dependents(items);
    enabling_order = sort_by_prerequisites(dependents);
    in_cycles.clear();
    enabling_rank.assign(items.size(), unranked);
    for (std::uint32_t rank = 0; rank < enabling_order.size(); ++rank) {
        enabling_rank[enabling_order[rank]] = rank;
    }
    for (ItemIndex index = 0; index < items.size(); ++index) {
        if (enabling_rank[index] != unranked) {
            continue;
        }
        in_cycles.push_back(index);
        enabling_rank[index] = static_cast<std::uint32_t>(enabling_order.size());
        enabling_order.push_back(index);
    }
}

}  // namespace needlewise::core
