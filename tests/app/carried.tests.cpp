// What one session holds is there in another of the same content: answers of every type, days, nothing that was hidden.
#include "app/carried.hpp"

#include "formats/random_answers.hpp"
#include "sessions.hpp"
#include "support/every_type.hpp"

using namespace needlewise;
using namespace needlewise::app;
using namespace needlewise::app::test;
using needlewise::test::Random;
using needlewise::test::random_seed;

namespace {

Session session_of_every_type() {
    return session_of({{"protocol/questionnaire.json", std::string{formats::test::every_type}},
                       {"interface/words/en.json", read_whole(NEEDLEWISE_ASSETS_DIR "/interface/words/en.json")}});
}

/// Ticks have no order.
bool same_values(core::Answer const& a, core::Answer const& b) {
    return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

core::Answer carried_answer(std::string_view link_id, core::Answer const& answer) {
    auto from = session_of_every_type();
    from.set_answer(item_of(from, "boolean"), {true});
    from.set_answer(item_of(from, "integer"), {std::int64_t{7}});
    from.set_answer(item_of(from, "string"), {std::string{"somebody"}});
    from.set_answer(item_of(from, link_id), answer);
    auto to = session_of_every_type();
    carry_in(to, carry_out(from));
    return to.given(item_of(to, link_id));
}

/// Somebody who has answered, and another page with the same content.
struct Pair {
    Session from = built_in_session();
    Session to = built_in_session();
    Pair() { answer_healthy(from); }
    Session& carried() {
        carry_in(to, carry_out(from));
        return to;
    }
};

Opened opened(Session const& session, std::vector<std::string> left_out = {}) {
    return {carry_out(session), std::move(left_out)};
}

}  // namespace

TEST_CASE("Random visits are carried with their result and plan, without what is hidden") {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    auto from = built_in_session();
    auto to = built_in_session();
    for (int round = 0; round < 100; ++round) {
        INFO("round " << round);
        from.delete_everything();
        auto const sheet = formats::test::random_sheet(random, day(today));
        for (core::ItemIndex item = 0; item < sheet.answers.size(); ++item) {
            from.set_answer(item, sheet.answers[item]);
        }
        if (random.one_in(3)) {
            from.set_treated_on(day(today).plus_days(random.between(-40, 0)));
        }
        from.move_session(2, day(today).plus_days(random.between(0, 200)));
        carry_in(to, carry_out(from));
        for (core::ItemIndex item = 0; item < sheet.answers.size(); ++item) {
            INFO(from.item(item).link_id);
            REQUIRE(same_values(to.given(item), from.effective().enabled(item) ? from.given(item) : core::Answer{}));
        }
        REQUIRE(to.assessment().outcome == from.assessment().outcome);
        REQUIRE(to.plan_request().date == from.plan_request().date);
        REQUIRE(to.plan_request().moves == from.plan_request().moves);
        REQUIRE(to.asked_again().empty());
        REQUIRE(carry_out(to) == carry_out(from));
    }
}

TEST_CASE("Whatever the form has a field for is carried") {
    std::vector<std::pair<std::string_view, core::Answer>> const answers{
        {"boolean", {true}},
        {"boolean", {false}},
        {"decimal", {-1.5e-7}},
        {"integer", {std::int64_t{4}, std::int64_t{-40}}},
        {"date", {day("2026-03-30"), day("1999-12-31")}},
        {"moment", {core::DateTimeText{"2026-03-02T10:00:00Z"}}},
        {"time", {core::TimeText{"10:00:00"}}},
        {"string", {std::string{"!"}}},
        {"text", {std::string{"a\nb: ü 12"}, std::string{"\x1e\x1f"}}},
        {"url", {core::UrlText{"urn:a"}}},
        {"choice", {core::Coding{"urn:c", "a", "A"}}},
        {"ticks", {core::Coding{"urn:c", "y", ""}, core::Coding{"urn:c", "x", ""}}},
        {"numbers", {std::int64_t{2}}},
        {"open", {core::Coding{"urn:c", "a", ""}, std::string{"free"}, std::string{"b"}}},
    };
    for (auto const& [link_id, answer] : answers) {
        INFO(link_id);
        CHECK(same_values(carried_answer(link_id, answer), answer));
    }
}

TEST_CASE("What follows a yes is carried with it") {
    auto from = session_of_every_type();
    from.set_answer(item_of(from, "boolean"), {true});
    type_in(from, "decimal", "2.5");
    auto to = session_of_every_type();
    carry_in(to, carry_out(from));
    CHECK(to.given(item_of(to, "decimal")) == core::Answer{2.5});
    from.set_answer(item_of(from, "boolean"), {false});
    carry_in(to, carry_out(from));
    CHECK_FALSE(to.answered(item_of(to, "decimal")));
}

TEST_CASE("A typed text never becomes an answer to another question") {
    auto from = session_of_every_type();
    auto const boolean = carry_out([] {
        auto session = session_of_every_type();
        session.set_answer(item_of(session, "boolean"), {true});
        return session;
    }());
    from.set_answer(item_of(from, "string"), {"x" + boolean + "\x1e" + boolean});
    auto to = session_of_every_type();
    carry_in(to, carry_out(from));
    CHECK(to.given(item_of(to, "string")) == from.given(item_of(from, "string")));
    CHECK_FALSE(to.answered(item_of(to, "boolean")));
}

TEST_CASE("I don't know is carried, and what was settled is not asked again") {
    Pair pages;
    choose(pages.from, "isotretinoin", "past-12-months");
    auto const last = item_of(pages.from, "isotretinoin-last-date");
    pages.from.say_unknown(last, true);
    choose(pages.from, "area", "scalp");  // now other answers are asked again
    auto& to = pages.carried();
    CHECK(to.said_unknown(last));
    CHECK(to.asked_again().empty());
}

TEST_CASE("The day of a treatment and moved sessions are carried") {
    Pair pages;
    pages.from.move_session(2, day("2026-05-06"));
    pages.from.move_session(3, day("2026-06-17"));
    REQUIRE(pages.from.plan_request().moves.size() == 2);
    CHECK(pages.carried().plan_request().moves == pages.from.plan_request().moves);
    CHECK(pages.to.timeline().sessions[2].date == day("2026-06-17"));
    pages.from.set_treated_on(day("2026-02-20"));
    CHECK(pages.carried().plan_request().date == day("2026-02-20"));
    CHECK(pages.to.plan_request().moves.empty());
    CHECK(pages.to.selected_day() == 10);
}

TEST_CASE("Where answers forbid a move that was made, both pages show the same plan") {
    Pair pages;
    pages.from.move_session(2, day("2026-05-06"));
    pages.from.move_session(3, day("2026-08-17"));
    type_in(pages.from, "planned-date", "2026-04-20");  // session 2 would now be too early, session 3 would not
    REQUIRE(pages.from.move_refused());
    auto const dates = [](Session const& session) {
        std::vector<core::Date> days;
        for (auto const& one : session.timeline().sessions) {
            days.push_back(one.date);
        }
        return days;
    };
    CHECK(dates(pages.carried()) == dates(pages.from));
}

TEST_CASE("Whatever is carried in, all that was there before is gone and nothing fails") {
    Pair pages;
    pages.from.move_session(2, day("2026-05-06"));
    auto const text = carry_out(pages.from);
    for (std::size_t size = 0; size <= text.size(); ++size) {
        INFO(size);
        answer_healthy(pages.to);
        carry_in(pages.to, text.substr(0, size));
        REQUIRE((size == text.size()) == (carry_out(pages.to) == text));
    }
    Random random{random_seed()};
    for (int round = 0; round < 200; ++round) {
        auto changed = text;
        changed[random.below(changed.size())] = static_cast<char>(random.below(256));
        carry_in(pages.to, changed);
    }
    carry_in(pages.to, "");
    CHECK(pages.to.untouched());
    CHECK_FALSE(pages.to.plan_request().date);
}

TEST_CASE("What was opened takes its place at once where nothing is lost, else once the person agrees") {
    Pair pages;
    bring_in(pages.to, opened(pages.from));
    CHECK(carry_out(pages.to) == carry_out(pages.from));
    CHECK_FALSE(pages.to.take.opened);

    choose(pages.from, "device", "radiofrequency");
    bring_in(pages.to, opened(pages.from));
    CHECK(pages.to.take.opened);
    CHECK(chosen(pages.to, "device") == std::vector<std::string>{"needle-only"});
    use_opened(pages.to);
    CHECK(chosen(pages.to, "device") == std::vector<std::string>{"radiofrequency"});
    CHECK_FALSE(pages.to.take.opened);
    use_opened(pages.to);  // nothing is waiting
    CHECK(carry_out(pages.to) == carry_out(pages.from));

    auto treated = built_in_session();
    treated.set_treated_on(day("2026-02-20"));
    bring_in(treated, opened(pages.from));
    CHECK(treated.take.opened);
}

TEST_CASE("After opening the person goes on where there is something to do, or reads what was left out") {
    Pair pages;
    bring_in(pages.to, opened(pages.from));
    CHECK(pages.to.here().screen == Screen::Timeline);

    pages.to.delete_everything();
    bring_in(pages.to, opened(pages.from, {"One line"}));
    CHECK(pages.to.here().screen == Screen::OpenSaved);
    CHECK(pages.to.take.lines == std::vector<std::string>{"One line"});
    CHECK(pages.to.text(pages.to.take.message) != pages.to.take.message);

    auto begun = built_in_session();
    choose(begun, "age-band", "22-plus");
    pages.to.delete_everything();
    bring_in(pages.to, opened(begun));
    CHECK(pages.to.here().screen == Screen::Questions);
    CHECK(pages.to.here().item == *pages.to.first_open());

    choose(pages.from, "pregnancy", "pregnant");
    pages.to.delete_everything();
    bring_in(pages.to, opened(pages.from));
    CHECK(pages.to.here().screen == Screen::Result);

    auto form = session_of_every_type();
    go_on(form);
    CHECK(form.here().screen == Screen::Review);
}

TEST_CASE("The browser's own print gives the page made for paper where there is something to print") {
    Pair pages;
    for (auto const& [screen, for_paper] : std::vector<std::pair<Screen, bool>>{{Screen::Welcome, false},
                                                                                {Screen::Review, false},
                                                                                {Screen::Result, true},
                                                                                {Screen::Timeline, true},
                                                                                {Screen::TakeAlong, true}}) {
        pages.from.go(screen);
        CHECK(is_for_paper(pages.from) == for_paper);
    }
    auto without = session_with_clinic(R"({"takeAlong":{"print":false}})");
    without.go(Screen::Result);
    CHECK_FALSE(is_for_paper(without));
    pages.from.open_kiosk("", 0);
    CHECK_FALSE(is_for_paper(pages.from));
}

TEST_CASE("A text has its lines but the empty ones") {
    CHECK(lines_of("").empty());
    CHECK(lines_of("\n\n").empty());
    CHECK(lines_of("a\n\nb") == std::vector<std::string>{"a", "b"});
    CHECK(lines_of("a\n") == std::vector<std::string>{"a"});
}
