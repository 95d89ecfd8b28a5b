#include "app/place.hpp"

#include "support/catch.hpp"

using namespace needlewise::app;

TEST_CASE("Travel goes on and back, and forgets what lay ahead where it turns off") {
    Travel travel;
    CHECK(travel.here().screen == Screen::Welcome);
    CHECK(travel.entry() == 0);
    CHECK(travel.before() == nullptr);
    CHECK_FALSE(travel.back());

    travel.go({Screen::Questions, 3});
    travel.go({Screen::Review});
    CHECK(travel.entry() == 2);
    REQUIRE(travel.before() != nullptr);
    CHECK(travel.before()->item == 3);
    CHECK(travel.back());
    CHECK(travel.here() == Place{Screen::Questions, 3});
    CHECK(travel.to(2));
    CHECK(travel.here().screen == Screen::Review);

    CHECK(travel.to(0));
    travel.go({Screen::RedFlags});
    CHECK(travel.entry() == 1);
    CHECK_FALSE(travel.to(2));
    CHECK(travel.here().screen == Screen::RedFlags);
}

TEST_CASE("Going where one is makes no step") {
    Travel travel;
    travel.go({Screen::Questions, 3});
    travel.go({Screen::Questions, 3});
    CHECK(travel.entry() == 1);
    travel.go({Screen::Questions, 3, true});
    CHECK(travel.entry() == 2);
}

TEST_CASE("An entry that never was is refused") {
    Travel travel;
    CHECK_FALSE(travel.to(-1));
    CHECK_FALSE(travel.to(1));
    CHECK(travel.to(0));
}

TEST_CASE("Forgetting leads back to the start") {
    Travel travel;
    travel.go({Screen::Questions, 3});
    travel.go({Screen::Review});
    travel.forget();
    CHECK(travel.here() == Place{});
    CHECK(travel.entry() == 0);
    CHECK_FALSE(travel.to(1));
}
