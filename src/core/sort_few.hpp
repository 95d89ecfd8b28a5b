#pragma once

#include <algorithm>
#include <vector>

namespace needlewise::core {

/// Sorts up to some dozens of elements; those that are equal keep their order. std::stable_sort would do, but each kind
/// of element costs the page 4 KB of code.
template <typename Element, typename Before>
void sort_few(std::vector<Element>& elements, Before before) {
    for (auto at = elements.begin(); at != elements.end(); ++at) {
        std::rotate(std::upper_bound(elements.begin(), at, *at, before), at, at + 1);
    }
}

}  // namespace needlewise::core
