// The headless page plays the browser's part: what it must refuse is what a person could not do.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

TEST_CASE("What is not there cannot be pressed, and the page says what is") {
    Visit visit;
    try {
        visit.press(Role::Button, "Buy now");
        FAIL("pressed a button that is not there");
    } catch (NotOnPage const& error) {
        auto const text = std::string{error.what()};
        CHECK(text.find("no button \"Buy now\"") == 0);
        CHECK(text.find("button \"Start the questions\"") != std::string::npos);
    }
    CHECK_THROWS_AS(visit.press(Role::Link, "Start the questions"), NotOnPage);
    CHECK_THROWS_AS(visit.press("welcome/title"), NotOnPage);
    CHECK_THROWS_AS(visit.fill("welcome/start", "x"), NotOnPage);
    CHECK_THROWS_AS(visit.choose("No such question", "Yes"), NotOnPage);
    CHECK_THROWS_AS(visit.dismiss(), NotOnPage);
    CHECK_THROWS_AS(visit.browser_back(), NotOnPage);
}

TEST_CASE("Of two that are named alike none is pressed") {
    Visit visit;
    visit.answer_all(healthy());
    visit.press("review/recent-4-weeks/change");
    CHECK(visit.all(Role::Checkbox, "None of these").size() > 1);
    CHECK_THROWS_AS(visit.press(Role::Checkbox, "None of these"), NotOnPage);
}

TEST_CASE("An open dialog hides the page behind it") {
    Visit visit;
    visit.press("banner/delete");
    CHECK_FALSE(visit.sees(Role::Button, "Start the questions"));
    CHECK_THROWS_AS(visit.press("welcome/start"), NotOnPage);
    CHECK_FALSE(visit.says("Thinking about microneedling?"));
    CHECK(visit.says("Delete all your answers?"));
}

TEST_CASE("A tree reads as text") {
    using semantics::Node;
    semantics::Tree tree;
    tree.nodes.push_back({.id = "main", .role = Role::Main});
    tree.nodes.push_back({.id = "title", .parent = 0, .role = Role::Heading, .name = "A \"title\"", .level = 2});
    tree.nodes.push_back({.id = "help", .parent = 0, .role = Role::Paragraph, .name = "Help\nme"});
    auto tick = Node{.id = "tick", .parent = 0, .role = Role::Checkbox, .name = "Tick", .described_by = "help gone"};
    tick.checked = semantics::Checked::Yes;
    tick.invalid = true;
    tick.data = {{"finding", "x"}};
    tree.nodes.push_back(tick);
    CHECK(platform::tree_text(tree) ==
          "main\n"
          "  heading 2 \"A \\\"title\\\"\"\n"
          "  paragraph \"Help\\nme\"\n"
          "  checkbox \"Tick\" [checked] [invalid] described-by=\"Help\\nme ?gone\" finding=\"x\"\n");
}
