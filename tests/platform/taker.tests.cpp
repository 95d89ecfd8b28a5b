// The program beside the page makes what a person takes along and opens it again: the way of web/take.js, without the
// browser.
#include "platform/take/taker.hpp"

#include "app/carried.hpp"
#include "app/sessions.hpp"
#include "support/every_type.hpp"

using namespace needlewise;
using namespace needlewise::app::test;
using app::Session;

namespace {

Content every_type_content() {
    return {{"protocol/questionnaire.json", std::string{formats::test::every_type}},
            {"interface/words/en.json", read_whole(NEEDLEWISE_ASSETS_DIR "/interface/words/en.json")}};
}

/// A text of an answer; "" where it has none of that name.
std::string member(std::string const& answer, char const* name) {
    auto const document = formats::parse_json(answer);
    REQUIRE(document);
    return std::string{document->root().member(name).text()};
}

/// A page, and the program beside it.
struct Pages {
    explicit Pages(Content const& content) : page{session_of(content)} {
        for (auto const& [path, text] : content) {
            taker.add_source(path, text);
        }
        REQUIRE(taker.boot("en", today));
    }
    std::string make(char const* what) {
        auto const options = R"({"planId":"00000000002a","moment":"","today":")" + std::string{today} + "\"}";
        return member(taker.run(what, app::carry_out(page), options), "text");
    }
    /// Opens it in the place of all that was there; the lines of what was left out.
    std::string open(char const* what, std::string const& input) {
        auto const answer = taker.run(what, input, "{}");
        REQUIRE(member(answer, "error").empty());
        page.delete_everything();
        app::bring_in(page, {member(answer, "state"), {}});
        return member(answer, "leftOut");
    }

    Session page;
    platform::Taker taker;
};

std::vector<std::string> days_of(Session const& session) {
    std::vector<std::string> days;
    for (auto const& one : session.timeline().sessions) {
        days.push_back(one.date.iso());
    }
    return days;
}

}  // namespace

TEST_CASE("A file and a code open to the same answers, result and plan") {
    auto const [make, open] = GENERATE(std::pair{"file", "open-file"}, std::pair{"code", "open-code"});
    INFO(make);
    Pages pages{built_in_content()};
    answer_healthy(pages.page);
    choose(pages.page, "isotretinoin", "past-12-months");
    type_in(pages.page, "isotretinoin-last-date", "2025-04-01");
    choose(pages.page, "isotretinoin", "never");  // hides the date
    pages.page.move_session(2, day("2026-05-06"));
    auto const before = app::carry_out(pages.page);
    auto const days = days_of(pages.page);
    REQUIRE(days.size() > 2);
    CHECK(pages.open(open, pages.make(make)).empty());
    CHECK(app::carry_out(pages.page) == before);
    CHECK(days_of(pages.page) == days);
    CHECK_FALSE(pages.page.answered(item_of(pages.page, "isotretinoin-last-date")));

    pages.page.set_treated_on(day("2026-02-20"));
    CHECK(pages.open(open, pages.make(make)).empty());
    CHECK(pages.page.plan_request().date == day("2026-02-20"));
}

TEST_CASE("Answers of every type are in a file and a code") {
    auto const [make, open] = GENERATE(std::pair{"file", "open-file"}, std::pair{"code", "open-code"});
    INFO(make);
    Pages pages{every_type_content()};
    CHECK(pages.open("open-file", read_whole(NEEDLEWISE_TESTS_DIR "/fuzz/corpus/opening/every-type.json")) ==
          "The answer could not be read: How heavy?\n"      // the form has no field for it
          "A saved day of the plan could not be used.\n");  // there are no sessions to move
    auto& page = pages.page;
    for (core::ItemIndex item = 0; item < page.protocol().questionnaire.items.size(); ++item) {
        INFO(page.item(item).link_id);
        CHECK((page.answered(item) || page.item(item).type == core::ItemType::Group ||
               page.item(item).type == core::ItemType::Quantity));
    }
    auto const before = app::carry_out(page);
    CHECK(pages.open(open, pages.make(make)).empty());
    CHECK(app::carry_out(page) == before);
}

TEST_CASE("A plan whose moves the answers forbid by now is taken along as it is shown") {
    Pages pages{built_in_content()};
    answer_healthy(pages.page);
    pages.page.move_session(2, day("2026-05-06"));
    pages.page.move_session(3, day("2026-08-17"));
    type_in(pages.page, "planned-date", "2026-04-20");
    auto const days = days_of(pages.page);
    CHECK(pages.open("open-code", pages.make("code")).empty());
    CHECK(days_of(pages.page) == days);
}

TEST_CASE("What cannot be opened says why") {
    Pages pages{built_in_content()};
    CHECK(member(pages.taker.run("open-code", "AAAA", "{}"), "error") == "code-cut");
    CHECK(member(pages.taker.run("open-file", "{", "{}"), "error") == "json-syntax");
    CHECK(member(pages.taker.run("code", "", "{"), "error") == "json-syntax");
    platform::Taker early;
    CHECK(member(early.run("code", "", "{}"), "error") == "not-ready");
    CHECK_FALSE(early.boot("en", "today"));
}
