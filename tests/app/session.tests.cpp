#include "app/session.hpp"

#include "sessions.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;

using Names = std::vector<std::string>;

TEST_CASE("A single choice keeps one option, several keep what goes together") {
    auto session = built_in_session();
    choose(session, "diabetes", "controlled");
    choose(session, "diabetes", "past");
    CHECK(chosen(session, "diabetes") == Names{"past"});

    choose(session, "skin-today", "few-spots");
    choose(session, "skin-today", "rash");
    CHECK(chosen(session, "skin-today") == Names{"rash", "few-spots"});  // in the form's order
    choose(session, "skin-today", "none");
    CHECK(chosen(session, "skin-today") == Names{"none"});
    choose(session, "skin-today", "rash");
    CHECK(chosen(session, "skin-today") == Names{"rash"});
    choose(session, "skin-today", "rash", false);
    CHECK(chosen(session, "skin-today").empty());
    choose(session, "skin-today", "rash", false);
    CHECK(chosen(session, "skin-today").empty());
}

TEST_CASE("Typed dates and numbers are taken, refused or emptied") {
    auto session = built_in_session();
    choose(session, "isotretinoin", "past-12-months");
    auto const date = item_of(session, "isotretinoin-last-date");
    CHECK(session.problem(date) == Problem::None);

    type_in(session, "isotretinoin-last-date", "2026-01-15");
    CHECK(session.given(date) == core::Answer{day("2026-01-15")});
    CHECK(session.problem(date) == Problem::None);
    type_in(session, "isotretinoin-last-date", "2026-03-03");
    CHECK(session.problem(date) == Problem::NotInFuture);
    for (auto const* unreadable : {"!", "2026-02-30", "15/01/2026", "tomorrow", "2026-1-5"}) {
        CAPTURE(unreadable);
        type_in(session, "isotretinoin-last-date", unreadable);
        CHECK(session.problem(date) == Problem::Unreadable);
        CHECK_FALSE(session.answered(date));
    }
    type_in(session, "isotretinoin-last-date", "");
    CHECK(session.problem(date) == Problem::None);
    CHECK_FALSE(session.answered(date));

    auto const planned = item_of(session, "planned-date");
    type_in(session, "planned-date", "2026-03-01");
    CHECK(session.problem(planned) == Problem::NotInPast);
    type_in(session, "planned-date", "2026-03-02");
    CHECK(session.problem(planned) == Problem::None);

    auto const sessions = item_of(session, "sessions-planned");
    type_in(session, "sessions-planned", "4");
    CHECK(session.given(sessions) == core::Answer{std::int64_t{4}});
    type_in(session, "sessions-planned", "0");
    CHECK(session.problem(sessions) == Problem::OutOfRange);
    type_in(session, "sessions-planned", "99999999999999999999");
    CHECK(session.problem(sessions) == Problem::OutOfRange);
    type_in(session, "sessions-planned", "four");
    CHECK(session.problem(sessions) == Problem::Unreadable);
}

TEST_CASE("Typed times are taken as FHIR writes them, or refused") {
    auto session = session_of_form(R"({"linkId":"time","type":"time"},{"linkId":"moment","type":"dateTime"})");
    type_in(session, "time", "09:30");
    CHECK(session.given(0) == core::Answer{core::TimeText{"09:30:00"}});
    type_in(session, "moment", "2026-03-02");
    CHECK(session.given(1) == core::Answer{core::DateTimeText{"2026-03-02"}});
    type_in(session, "time", "noon");
    type_in(session, "moment", "some day");
    CHECK(session.problem(0) == Problem::Unreadable);
    CHECK(session.problem(1) == Problem::Unreadable);
}

TEST_CASE("'I don't know' empties the field, and an answer takes it back") {
    auto session = built_in_session();
    choose(session, "isotretinoin", "past-12-months");
    auto const date = item_of(session, "isotretinoin-last-date");
    type_in(session, "isotretinoin-last-date", "2026-01-15");
    session.say_unknown(date, true);
    CHECK(session.said_unknown(date));
    CHECK_FALSE(session.answered(date));
    type_in(session, "isotretinoin-last-date", "2026-01-16");
    CHECK_FALSE(session.said_unknown(date));
    type_in(session, "isotretinoin-last-date", "!");
    session.say_unknown(date, true);
    CHECK(session.problem(date) == Problem::None);
    session.say_unknown(date, false);
    CHECK_FALSE(session.said_unknown(date));
}

TEST_CASE("A hidden answer counts for nothing and comes back as it was") {
    auto session = built_in_session();
    answer_healthy(session);
    CHECK(session.assessment().outcome == core::Outcome::Clear);
    choose(session, "isotretinoin", "past-12-months");
    type_in(session, "isotretinoin-last-date", "2026-02-20");
    CHECK(session.assessment().outcome == core::Outcome::Defer);
    choose(session, "isotretinoin", "never");
    CHECK(session.assessment().outcome == core::Outcome::Clear);
    CHECK(session.effective().answer(item_of(session, "isotretinoin-last-date")) == nullptr);
    choose(session, "isotretinoin", "past-12-months");
    CHECK(session.assessment().outcome == core::Outcome::Defer);
    CHECK(session.given(item_of(session, "isotretinoin-last-date")) == core::Answer{day("2026-02-20")});
}

TEST_CASE("Going on marks what is missing and stays, until it is answered or skipped") {
    auto session = built_in_session();
    session.set_paging(Paging::Section);
    session.start_form();
    auto const age = item_of(session, "age-band");
    CHECK_FALSE(session.tried(age));
    CHECK_FALSE(session.next(false));
    CHECK(session.tried(age));
    CHECK(session.problem(age) == Problem::Missing);
    CHECK(session.page_tried(session.pages().front()));
    CHECK(session.travel().entry() == 1);

    SECTION("answered") {
        choose(session, "age-band", "22-plus");
        choose(session, "pregnancy", "none");
        CHECK_FALSE(session.page_tried(session.pages().front()));
        CHECK(session.next(false));
        CHECK(session.first_open() == item_of(session, "concerns"));
    }
    SECTION("skipped") {
        CHECK(session.next(true));
        CHECK(session.first_open() == age);
    }
    CHECK(session.current_page(session.pages()) == 1);
    CHECK(session.here() == Place{Screen::Questions, item_of(session, "goals")});
}

TEST_CASE("The last page leads to the review, and an edit back to it") {
    auto session = built_in_session();
    answer_healthy(session);
    session.set_paging(Paging::Question);
    session.start_form();
    for (auto pages = session.pages().size(); pages > 0; --pages) {
        CHECK(session.here().screen == Screen::Questions);
        CHECK(session.next(false));
    }
    CHECK(session.here().screen == Screen::Review);
    session.edit(item_of(session, "diabetes"));
    CHECK(session.here() == Place{Screen::Questions, item_of(session, "diabetes"), true});
    CHECK(session.next(false));
    CHECK(session.here().screen == Screen::Review);
}

TEST_CASE("A page stays while a question of it goes, even the one it was opened at") {
    auto session = built_in_session();
    answer_healthy(session);
    choose(session, "concerns", "acne-scars");
    session.set_paging(Paging::Question);
    session.edit(item_of(session, "scar-kind"));
    session.set_paging(Paging::Section);  // the window was made wider
    CHECK(session.current_page(session.pages()) == 1);
    choose(session, "concerns", "acne-scars", false);
    CHECK(session.current_page(session.pages()) == 1);
}

TEST_CASE("A change of the area asks again for what speaks of it") {
    auto session = built_in_session();
    answer_healthy(session);
    CHECK(session.asked_again().empty());
    choose(session, "area", "neck");
    CHECK(names(session, session.asked_again()) == Names{"skin-today", "changing-mole", "spots-in-area",
                                                         "skin-conditions", "cancer", "day-to-day", "creams",
                                                         "recent-4-weeks", "recent-12-months"});
    CHECK(session.assessment().outcome == core::Outcome::Clear);  // the answers still count

    session.confirm_again(item_of(session, "skin-today"));
    CHECK_FALSE(session.is_asked_again(item_of(session, "skin-today")));
    choose(session, "changing-mole", "not-sure");
    CHECK_FALSE(session.is_asked_again(item_of(session, "changing-mole")));

    SECTION("going past a page confirms it") {
        session.set_paging(Paging::Section);
        session.edit(item_of(session, "creams"));
        CHECK(session.next(false));
        CHECK_FALSE(session.is_asked_again(item_of(session, "creams")));
        CHECK(session.is_asked_again(item_of(session, "recent-4-weeks")));
    }
    SECTION("another change asks again, and never twice") {
        choose(session, "area", "chest");
        CHECK(names(session, session.asked_again()) == Names{"skin-today", "changing-mole", "spots-in-area",
                                                             "skin-conditions", "cancer", "day-to-day", "creams",
                                                             "recent-4-weeks", "recent-12-months"});
    }
}

TEST_CASE("What is hidden is not asked again, until it is asked at all") {
    auto session = built_in_session();
    answer_healthy(session);
    choose(session, "recent-4-weeks", "tan");
    type_in(session, "tan-date", "2026-02-20");
    choose(session, "recent-4-weeks", "none");
    choose(session, "area", "neck");
    CHECK_FALSE(session.is_asked_again(item_of(session, "tan-date")));
    choose(session, "recent-4-weeks", "tan");
    CHECK(session.is_asked_again(item_of(session, "tan-date")));
}

TEST_CASE("What changed since the result was looked at is told once it differs") {
    auto session = built_in_session();
    answer_healthy(session);
    session.go(Screen::Result);
    CHECK_FALSE(session.result_change());
    session.go(Screen::Review);
    CHECK_FALSE(session.result_change());

    choose(session, "isotretinoin", "now");
    choose(session, "skin-conditions", "rosacea");
    auto const change = session.result_change();
    REQUIRE(change);
    CHECK(change->before == core::Outcome::Clear);
    CHECK(change->after == core::Outcome::Incomplete);
    REQUIRE(change->came.size() == 1);
    CHECK(session.protocol().rules[change->came.front()].id == "isotretinoin-now");
    CHECK(change->gone.empty());
    CHECK(names(session, change->opened) == Names{"rosacea-kind"});
    CHECK(change->closed.empty());

    SECTION("undone, there is nothing to tell") {
        choose(session, "isotretinoin", "never");
        choose(session, "skin-conditions", "none");
        CHECK_FALSE(session.result_change());
    }
    SECTION("looked at again, it is the state to compare with") {
        session.go(Screen::Result);
        session.go(Screen::Review);
        CHECK_FALSE(session.result_change());
        choose(session, "isotretinoin", "never");
        REQUIRE(session.result_change());
        CHECK(session.result_change()->gone.size() == 1);
    }
}

namespace {

/// All of a session that could tell about the person.
std::string everything(Session const& session) {
    std::string text;
    for (core::ItemIndex item = 0; item < session.protocol().questionnaire.items.size(); ++item) {
        text += session.answered(item) || session.sheet().malformed[item] || session.said_unknown(item) ||
                        session.tried(item) || session.is_asked_again(item)
                    ? session.item(item).link_id + " "
                    : "";
    }
    text += "| " + session.check_date().iso() + " " + std::to_string(session.selected_day());
    text += " " + std::to_string(session.seen_signs().size()) + " " + std::to_string(session.asked_again().size());
    text +=
        " " + std::to_string(session.travel().entry()) + " " + std::to_string(static_cast<int>(session.here().screen));
    text += session.result_change() ? " change" : "";
    text += session.move_refused() ? " refused" : "";
    text += session.plan_request().date ? " treated" : "";
    text += " " + std::to_string(session.plan_request().moves.size());
    text += " " + std::to_string(session.timeline().sessions.size());
    text += " " + core::test::name(session.assessment().outcome) + " " +
            std::to_string(session.assessment().findings.size());
    return text + (session.asking_to_delete ? " asking" : "");
}

}  // namespace

TEST_CASE("Deleting leaves nothing") {
    auto session = built_in_session();
    auto const fresh = everything(session);
    answer_healthy(session);
    choose(session, "isotretinoin", "past-12-months");
    session.say_unknown(item_of(session, "isotretinoin-last-date"), true);
    type_in(session, "sessions-planned", "x");
    choose(session, "area", "neck");
    session.start_form();
    session.next(false);
    session.go(Screen::Result);
    choose(session, "diabetes", "past");
    session.set_treated_on(day("2026-02-20"));
    session.move_session(2, day("2026-02-21"));
    session.select_day(5);
    session.see_sign("redness", true);
    session.set_check_date(day("2026-02-22"));
    session.asking_to_delete = true;
    session.text_scale = 1.3F;
    CHECK(everything(session) != fresh);

    auto const before = session.deletions();
    session.delete_everything();
    CHECK(everything(session) == fresh);
    CHECK(session.untouched());
    CHECK(session.sheet().answers == built_in_session().sheet().answers);
    CHECK(session.assessment() == built_in_session().assessment());
    CHECK(session.deletions() == before + 1);
    CHECK(session.text_scale == 1.3F);  // a choice about the page, not the person
}

TEST_CASE("A new day moves what counts from today") {
    auto session = built_in_session("2026-03-29");
    answer_healthy(session);
    CHECK(session.assessment().outcome == core::Outcome::Clear);
    session.set_today(day("2026-03-31"));
    CHECK(session.today() == day("2026-03-31"));
    CHECK(session.problem(item_of(session, "planned-date")) == Problem::NotInPast);
    CHECK(session.assessment().outcome == core::Outcome::Error);
    CHECK(session.check_date() == day("2026-03-31"));
    session.set_today(day("2026-03-29"));
    CHECK(session.assessment().outcome == core::Outcome::Clear);
}

TEST_CASE("A treatment that was had sets the timeline and never the screening") {
    auto session = built_in_session();
    session.set_treated_on(day("2026-02-20"));
    CHECK(session.selected_day() == 10);
    REQUIRE_FALSE(session.timeline().sessions.empty());
    CHECK(session.timeline().sessions.front().date == day("2026-02-20"));
    CHECK(core::treated(session.timeline()));
    CHECK(session.assessment().outcome == core::Outcome::Incomplete);

    session.set_treated_on(std::nullopt);
    CHECK(session.timeline().sessions.empty());
    CHECK(session.selected_day() == 0);
}

TEST_CASE("A session moves no earlier than it may, and the plan stays as it was") {
    auto session = built_in_session();
    answer_healthy(session);
    REQUIRE(session.timeline().sessions.size() >= 2);
    auto const second = session.timeline().sessions[1].date;
    CHECK(second == day("2026-04-27"));

    session.move_session(2, day("2026-04-01"));
    REQUIRE(session.move_refused());
    CHECK(session.move_refused()->session == 2);
    REQUIRE(session.move_refused()->earliest);
    CHECK(session.timeline().sessions[1].date == second);
    CHECK(session.plan_request().moves.empty());

    auto const earliest = *session.move_refused()->earliest;
    session.move_session(2, earliest.plus_days(-1));
    CHECK(session.move_refused());
    session.move_session(2, earliest);
    CHECK_FALSE(session.move_refused());
    CHECK(session.timeline().sessions[1].date == earliest);

    session.move_session(2, day("2026-05-11"));
    CHECK_FALSE(session.move_refused());
    CHECK(session.timeline().sessions[1].date == day("2026-05-11"));
    session.reset_moves();
    CHECK(session.timeline().sessions[1].date == second);
    session.move_session(99, day("2026-05-11"));
    CHECK(session.move_refused());
    CHECK(session.timeline().sessions[1].date == second);
}

TEST_CASE("Moves stay while the treatment day does") {
    auto session = built_in_session();
    answer_healthy(session);
    session.move_session(2, day("2026-05-11"));
    session.set_treated_on(std::nullopt);  // on the way from the result to the timeline
    CHECK(session.timeline().sessions[1].date == day("2026-05-11"));
    session.set_treated_on(day("2026-02-20"));
    CHECK(session.plan_request().moves.empty());
}
