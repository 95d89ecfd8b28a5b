#include "core/protocol.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;

namespace {

Protocol protocol() {
    Protocol built;
    built.parameters = {{"wait", NumberParameter{Unit::Month, 6, 1, 12}},
                        {"level", LevelParameter{Level::Exclude, {Level::Exclude, Level::Review}}},
                        {"emergency-number", TextParameter{"112"}}};
    built.sources = {{"S0", "First", "", "V", Strength::A}, {"S1", "Second", "", "P", Strength::B}};
    built.differences = {{"X01", {"S0"}}};
    built.words = {{"rule/a/title", "Title"}};
    return built;
}

}  // namespace

TEST_CASE("A protocol's own parameter values are not the clinic's") {
    auto const values = protocol().initial_parameters();
    REQUIRE(values.size() == 3);
    CHECK(std::get<int>(values[0].value) == 6);
    CHECK(std::get<Level>(values[1].value) == Level::Exclude);
    CHECK(std::get<std::string>(values[2].value) == "112");
    for (auto const& value : values) {
        CHECK_FALSE(value.set_by_clinic);
    }
}

TEST_CASE("A protocol finds parameters, sources and differences by name") {
    auto const built = protocol();
    CHECK(built.find_parameter("level") == std::optional<ParameterIndex>{1});
    CHECK_FALSE(built.find_parameter("none").has_value());
    REQUIRE(built.find_source("S1") != nullptr);
    CHECK(built.find_source("S1")->title == "Second");
    CHECK(built.find_source("S2") == nullptr);
    REQUIRE(built.find_difference("X01") != nullptr);
    CHECK(built.find_difference("X02") == nullptr);
}

TEST_CASE("A missing word is its key") {
    auto const built = protocol();
    CHECK(built.word("rule/a/title") == "Title");
    CHECK(built.word("rule/b/title") == "rule/b/title");
}
