#include "core/truth.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;

namespace {

constexpr auto F = Truth::False;
constexpr auto U = Truth::Unknown;
constexpr auto T = Truth::True;

}  // namespace

TEST_CASE("Both is Kleene's and") {
    CHECK(both(T, T) == T);
    CHECK(both(T, U) == U);
    CHECK(both(U, T) == U);
    CHECK(both(U, U) == U);
    CHECK(both(T, F) == F);
    CHECK(both(F, T) == F);
    CHECK(both(F, U) == F);
    CHECK(both(U, F) == F);
    CHECK(both(F, F) == F);
}

TEST_CASE("Either is Kleene's or") {
    CHECK(either(T, T) == T);
    CHECK(either(T, U) == T);
    CHECK(either(U, T) == T);
    CHECK(either(T, F) == T);
    CHECK(either(F, T) == T);
    CHECK(either(U, U) == U);
    CHECK(either(F, U) == U);
    CHECK(either(U, F) == U);
    CHECK(either(F, F) == F);
}

TEST_CASE("The opposite of unknown is unknown") {
    CHECK(opposite(T) == F);
    CHECK(opposite(F) == T);
    CHECK(opposite(U) == U);
}

TEST_CASE("At least counts true parts, then what unknown parts could make up") {
    CHECK(at_least(2, 2, 0) == T);
    CHECK(at_least(2, 3, 5) == T);
    CHECK(at_least(2, 1, 1) == U);
    CHECK(at_least(2, 0, 2) == U);
    CHECK(at_least(2, 1, 0) == F);
    CHECK(at_least(2, 0, 1) == F);
    CHECK(at_least(0, 0, 0) == T);
    CHECK(at_least(1, 0, 0) == F);
}
