#include "app/content.hpp"

#include "sessions.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;

TEST_CASE("The built-in content starts without a word to staff") {
    auto const session = built_in_session();
    CHECK(session.staff_notes().empty());
    CHECK(session.here().screen == Screen::Welcome);
    CHECK(session.text("page/name") == "Needlewise");
    CHECK(session.emergency_number() == "your local emergency number (999, 112 or 911)");
}

TEST_CASE("A clinic's settings are taken over") {
    auto const session = session_with_clinic(
        R"({"name":"Skin & Co","contact":["Call 01 23 45"],"colours":{"accent":"#0B6B6B"},"emergencyNumber":"999",
            "parameters":{"wait-isotretinoin-recent":12}})");
    INFO(session.staff_notes().size());
    REQUIRE(session.staff_notes().empty());
    CHECK(session.clinic().name == "Skin & Co");
    CHECK(session.clinic().contact == std::vector<std::string>{"Call 01 23 45"});
    CHECK(session.emergency_number() == "999");
}

TEST_CASE("A clinic file that cannot be used leads to staff, with the reason and no screening") {
    auto const* broken =
        GENERATE(R"({"name":"Skin & Co",)", R"({"name":5})", R"({"parameters":{"wait-isotretinoin-recent":99999}})",
                 R"({"no-such-setting":1})", "", "[]", R"({"name":"A","name":"B"})");
    CAPTURE(broken);
    auto session = session_with_clinic(broken);
    CHECK(session.here().screen == Screen::AskStaff);
    REQUIRE_FALSE(session.staff_notes().empty());
    CHECK(session.staff_notes().front().find("clinic:") == 0);

    // Nothing leads away from it, not even deleting.
    session.delete_everything();
    CHECK(session.here().screen == Screen::AskStaff);
}

TEST_CASE("What could be verified of the contact lines is kept") {
    auto const session = session_with_clinic(R"({"name":"Skin & Co","contact":["Call 01 23 45"],"no-such-setting":1})");
    CHECK(session.here().screen == Screen::AskStaff);
    CHECK(session.clinic().contact == std::vector<std::string>{"Call 01 23 45"});
}

TEST_CASE("A protocol that cannot be used leads to staff, with the place") {
    auto content = built_in_content();
    auto const break_it = [&](char const* path, std::string const& text) {
        for (auto& [file, old] : content) {
            if (file == path) {
                old = text;
            }
        }
    };
    SECTION("no JSON") { break_it("protocol/rules.json", "{"); }
    SECTION("no questionnaire") { break_it("protocol/questionnaire.json", R"({"resourceType":"Patient"})"); }
    auto const session = session_of(content);
    CHECK(session.here().screen == Screen::AskStaff);
    REQUIRE_FALSE(session.staff_notes().empty());
    CHECK(session.staff_notes().front().find(".json:") != std::string::npos);
    CHECK(session.pages().empty());
}

TEST_CASE("A questionnaire alone is a protocol") {
    auto session = session_of_form(
        R"({"linkId":"name","type":"string","text":"Name?","required":true},
           {"linkId":"well","type":"boolean","text":"Well?"},
           {"linkId":"why","type":"text","text":"Why not?","enableWhen":[{"question":"well","operator":"=","answerBoolean":false}]})");
    REQUIRE(session.staff_notes().empty());
    CHECK(session.here().screen == Screen::Welcome);
    CHECK(session.timeline().items.empty());
    CHECK(session.assessment().outcome == core::Outcome::Incomplete);
    CHECK(session.pages().size() == 2);
    session.start_form();
    CHECK_FALSE(session.next(false));
    type_in(session, "name", "Ada");
    CHECK(session.next(false));
    session.set_answer(item_of(session, "well"), {core::Value{false}});
    CHECK(session.pages().size() == 3);
    CHECK(session.assessment().outcome == core::Outcome::Clear);
    CHECK(session.emergency_number().empty());
    session.set_treated_on(day("2026-02-20"));
    CHECK(session.timeline().items.empty());
}

TEST_CASE("A form without questions has no pages, and nothing falls over") {
    auto session = session_of_form(R"({"linkId":"hello","type":"display","text":"Hello"})");
    CHECK(session.pages().empty());
    CHECK_FALSE(session.first_open());
    session.start_form();
    CHECK(session.here().screen == Screen::Welcome);
    CHECK_FALSE(session.next(false));
    session.go(Screen::Questions);
    session.go(Screen::Result);
    session.delete_everything();
    CHECK(session.here().screen == Screen::Welcome);
}

TEST_CASE("No content at all leads to staff") {
    auto const session = session_of({});
    CHECK(session.here().screen == Screen::AskStaff);
    CHECK_FALSE(session.staff_notes().empty());
    CHECK(session.text("page/name") == "page/name");
}
