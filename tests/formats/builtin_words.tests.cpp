// What the built-in protocol's words must hold for those who hear them one by one.
#include "builtin.hpp"

#include "support/catch.hpp"

#include <set>

using namespace needlewise::formats::test;

TEST_CASE("Every question of the built-in form is told apart by its text") {
    std::set<std::string> texts;
    for (auto const& item : builtin().questionnaire.items) {
        CAPTURE(item.link_id);
        CHECK(texts.insert(item.text).second);
    }
}
