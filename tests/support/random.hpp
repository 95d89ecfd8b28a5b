// Repeatable random numbers for property tests: the same on every platform, with a seed that can be given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <vector>

namespace needlewise::test {

/// NEEDLEWISE_SEED in the environment, else always the same. Tests name it in INFO, so that a failure prints it.
inline std::uint32_t random_seed() {
    char const* given = std::getenv("NEEDLEWISE_SEED");
    return given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : 20261121U;
}

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_{seed} {}

    /// 0 to count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_()) % count; }
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool one_in(std::size_t count) { return below(count) == 0; }

    template <class T>
    T const& one_of(std::vector<T> const& choices) {
        return choices[below(choices.size())];
    }

    template <class T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t left = values.size(); left > 1; --left) {
            std::swap(values[left - 1], values[below(left)]);
        }
    }

private:
    std::mt19937 engine_;
};

}  // namespace needlewise::test
