#include "app/words.hpp"

#include "support/catch.hpp"

using namespace needlewise;
using namespace needlewise::app;

TEST_CASE("Placeholders are filled, unknown and broken ones stay to be seen") {
    CHECK(filled("", {}) == "");
    CHECK(filled("no placeholder", {{"name", "x"}}) == "no placeholder");
    CHECK(filled("{greeting}, {name}!", {{"name", "Ada"}, {"greeting", "Hello"}}) == "Hello, Ada!");
    CHECK(filled("{name}{name}", {{"name", "a"}}) == "aa");
    CHECK(filled("{other} {name}", {{"name", "Ada"}}) == "{other} Ada");
    CHECK(filled("open {name", {{"name", "Ada"}}) == "open {name");
    CHECK(filled("close} {name}", {{"name", "Ada"}}) == "close} Ada");
    CHECK(filled("{}", {{"", "nothing"}}) == "nothing");
    // What is filled in is text, and is not filled again.
    CHECK(filled("{a}", {{"a", "{b}"}, {"b", "x"}}) == "{b}");
}

TEST_CASE("The page's own words stand before the protocol's, and a gap shows its key") {
    core::Protocol protocol;
    protocol.words = {{"both", "protocol"}, {"theirs", "protocol"}};
    Words words{core::Catalogue{{"both", "page"}, {"ours", "page"}}};
    CHECK(words.text("both", protocol) == "page");
    CHECK(words.text("ours", protocol) == "page");
    CHECK(words.text("theirs", protocol) == "protocol");
    CHECK(words.text("no/such", protocol) == "no/such");
    CHECK(words.has("theirs", protocol));
    CHECK_FALSE(words.has("no/such", protocol));
}

TEST_CASE("Words that come late fill gaps and change nothing that is there") {
    core::Protocol const protocol;
    Words words{core::Catalogue{{"first", "before"}}};
    words.add({{"first", "after"}, {"late", "after"}});
    CHECK(words.text("first", protocol) == "before");
    CHECK(words.text("late", protocol) == "after");
}
