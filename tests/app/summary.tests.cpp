// The text for a message to the clinic says what the result says, and nothing that was hidden.
#include "app/summary.hpp"

#include "sessions.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;

namespace {

bool says(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The summary of somebody fit has the heading, the result, the dates and the days, in this order") {
    auto session = built_in_session();
    answer_healthy(session);
    auto const text = summary(session);
    INFO(text);
    std::size_t at = 0;
    for (auto const& part :
         {session.text("take/message/heading", {{"date", "Monday 2 March 2026"}}),
          session.text("result/planned", {{"date", "Monday 30 March 2026"}}), session.text("take/message/sessions"),
          std::string{"Monday 30 March 2026"}, session.dates().full(session.timeline().sessions.back().date),
          session.text("result/unchecked")}) {
        INFO(part);
        auto const found = text.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found + part.size();
    }
    CHECK_FALSE(says(text, "{"));
    CHECK_FALSE(says(text, "take/"));
}

TEST_CASE("Each point stands in the summary with the answer behind it, and goes when that is hidden") {
    auto session = built_in_session();
    answer_healthy(session);
    choose(session, "isotretinoin", "past-12-months");
    type_in(session, "isotretinoin-last-date", "2026-01-15");
    auto const text = summary(session);
    INFO(text);
    CHECK(says(text, session.text("take/message/points")));
    for (auto const& finding : session.assessment().findings) {
        CHECK(says(text, "- " + session.text("rule/" + session.protocol().rules[finding.rule].id + "/title")));
    }
    CHECK(says(text, "15 January 2026"));
    REQUIRE(session.assessment().not_before);
    CHECK(says(text, session.dates().full(*session.assessment().not_before)));
    CHECK_FALSE(says(text, session.text("take/message/not-sure")));

    choose(session, "isotretinoin", "never");
    CHECK_FALSE(says(summary(session), "15 January 2026"));
}

TEST_CASE("The summary says where the person was not sure, and lists no days where none can be planned") {
    auto session = built_in_session();
    answer_healthy(session);
    choose(session, "diabetes", "not-sure");
    CHECK(says(summary(session), session.text("take/message/not-sure")));

    choose(session, "pregnancy", "pregnant");
    auto const text = summary(session);
    INFO(text);
    CHECK(session.timeline().sessions.empty());
    CHECK_FALSE(says(text, session.text("take/message/sessions")));
}
