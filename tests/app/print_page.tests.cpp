#include "app/print_page.hpp"

#include "app/carried.hpp"
#include "app/result_words.hpp"
#include "app/sessions.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace needlewise::app;
using namespace needlewise::app::test;

namespace {

void answer_all(Session& session) {
    answer_healthy(session);
    type_in(session, "planned-date", "2026-04-04");
}

/// All that is printed, a line for each text.
std::string text_of(PrintPage const& page) {
    auto text = page.title + "\n" + page.header + "\n" + page.footer + "\n";
    for (auto const& section : page.sections) {
        text += section.title + "\n";
        for (auto const& block : section.blocks) {
            text += block.text + "\n";
            for (auto const& row : block.rows) {
                for (auto const& cell : row) {
                    text += cell + "\n";
                }
            }
        }
    }
    return text;
}

bool says(PrintPage const& page, std::string_view text) { return text_of(page).find(text) != std::string::npos; }

std::vector<std::string> row_of(PrintPage const& page, std::string_view first) {
    for (auto const& section : page.sections) {
        for (auto const& block : section.blocks) {
            for (auto const& row : block.rows) {
                if (row.front() == first) {
                    return row;
                }
            }
        }
    }
    return {};
}

}  // namespace

TEST_CASE("The patient's page says the result, the plan with its days, and when to call") {
    auto session = built_in_session();
    answer_all(session);
    auto const page = patient_page(session);
    CHECK(page.sections.front().title == session.text("outcome/clear/short"));
    CHECK(row_of(page, "Session 1").at(1) == "Saturday 4 April 2026");
    CHECK(row_of(page, "Session 3").at(1) == "Saturday 30 May 2026");
    CHECK(row_of(page, "Day 0, 4 Apr").at(1) == session.text("timeline/day-0/text"));
    for (auto const* said : {"timeline/prep-no-tan/text", "timeline/step-needling/text", "timeline/hands-off/text",
                             "timeline/sunscreen/text", "red-flag/flag-breathing", "red-flags/worried"}) {
        INFO(said);
        CHECK(says(page, session.text(said)));
    }
    CHECK(says(page, "999, 112 or 911"));
}

TEST_CASE("Every word of a page for paper is there, and every place in it is filled") {
    auto session = session_with_clinic(
        R"({"name":"Example Clinic","contact":["Phone 01632 960 123"],"openingHours":"9 to 17",
            "products":[{"name":"Calm Balm","use":"plain-moisturiser"}],
            "parameters":{"wait-isotretinoin-recent":12,"make-up-free-days":2}})");
    answer_all(session);
    choose(session, "medicines", "blood-thinner");
    choose(session, "pigment", "easy-dark-marks");
    session.set_from_text(item_of(session, "event-date"), "2026-07-04");
    for (auto const& page : {patient_page(session), clinic_page(session, "14:05")}) {
        auto const text = text_of(page);
        INFO(text);
        CHECK(text.find('{') == std::string::npos);
        for (auto const* prefix : {"print/", "timeline/", "timeline-text/", "rule/", "level/", "kiosk/", "finding/"}) {
            CHECK(text.find(prefix) == std::string::npos);
        }
    }
    CHECK(says(patient_page(session), "Phone 01632 960 123"));
    CHECK(says(patient_page(session), "Your clinic uses: Calm Balm"));
    CHECK(says(clinic_page(session, "14:05"), "14:05"));
}

TEST_CASE("The clinic's page has every answer in form order with its finding beside it") {
    auto session = built_in_session();
    answer_all(session);
    choose(session, "medicines", "blood-thinner");
    auto const page = clinic_page(session, "14:05");
    auto asked = std::vector<std::vector<std::string>>{};
    for (auto const& one : form_pages(session.protocol().questionnaire, session.effective(), Paging::Section)) {
        for (auto const question : one.questions) {
            asked.push_back({session.item(question).text, answer_in_words(session, question)});
        }
    }
    auto printed = std::vector<std::vector<std::string>>{};
    for (auto const& section : page.sections) {
        for (auto const& block : section.blocks) {
            for (auto const& row : block.rows) {
                if (!block.head.empty()) {
                    printed.push_back({row.at(0), row.at(1)});
                }
            }
        }
    }
    CHECK(printed == asked);
    auto const& question = session.item(item_of(session, "medicines")).text;
    CHECK(row_of(page, question).at(2).find(session.text("rule/blood-thinner/title")) != std::string::npos);
    CHECK(says(page, "UCSD: "));
    CHECK(says(page, "A: " + session.text("strength/A")));
    CHECK(says(page, "Patient-reported, not verified."));
    CHECK(says(page, "Not yet signed by a clinician."));
    CHECK(says(page, session.protocol().information.version));
}

TEST_CASE("What was not sure is for the clinic to clarify") {
    auto session = built_in_session();
    answer_all(session);
    choose(session, "isotretinoin", "not-sure");
    auto const& question = session.item(item_of(session, "isotretinoin")).text;
    auto const page = clinic_page(session, "");
    auto const doubts = std::find_if(page.sections.begin(), page.sections.end(), [&](PrintSection const& section) {
        return section.title == session.text("print/clinic/clarify");
    });
    REQUIRE(doubts != page.sections.end());
    CHECK(doubts->blocks.front().rows == std::vector<std::vector<std::string>>{{question}});
    CHECK(says(patient_page(session), "Not sure: " + question));
}

TEST_CASE("An answer that is hidden again is on no page") {
    auto session = built_in_session();
    answer_all(session);
    choose(session, "isotretinoin", "past-12-months");
    auto const date = item_of(session, "isotretinoin-last-date");
    session.set_from_text(date, "2026-02-03");
    REQUIRE(says(clinic_page(session, ""), "3 February 2026"));
    choose(session, "isotretinoin", "never");
    REQUIRE(session.answered(date));
    for (auto const& page : {patient_page(session), clinic_page(session, "")}) {
        CHECK_FALSE(says(page, "3 February 2026"));
        CHECK_FALSE(says(page, session.item(date).text));
        CHECK_FALSE(says(page, session.text("rule/isotretinoin-recent/title")));
    }
}

TEST_CASE("Where there is no plan none is printed, and it says why") {
    auto session = built_in_session();
    answer_all(session);
    choose(session, "changing-mole", "yes");
    auto const page = patient_page(session);
    CHECK(says(page, session.text("timeline/none/not-advised")));
    CHECK(row_of(page, "Session 1").empty());
    CHECK_FALSE(says(page, session.text("timeline/day-0/text")));
    CHECK(says(page, session.text("red-flag/flag-breathing")));
}

TEST_CASE("After a treatment the red flags come before the plan, and what to prepare is for the next one") {
    auto session = built_in_session();
    session.set_treated_on(day("2026-02-28"));
    auto const page = patient_page(session);
    auto const text = text_of(page);
    CHECK(text.find(session.text("red-flag/flag-breathing")) < text.find("Session 1"));
    CHECK(says(page, session.text("timeline/day-0/text")));
    CHECK(says(page, "Before your visit · Session 2"));
    CHECK_FALSE(says(page, "Before your visit · Session 1"));
}

TEST_CASE("What a clinic set is marked and listed") {
    auto session = session_with_clinic(R"({"parameters":{"wait-isotretinoin-recent":12,"make-up-free-days":1}})");
    answer_all(session);
    choose(session, "isotretinoin", "past-12-months");
    auto const date = item_of(session, "isotretinoin-last-date");
    session.set_from_text(date, "2025-10-03");
    auto const page = clinic_page(session, "");
    auto const& question = session.item(item_of(session, "isotretinoin")).text;
    CHECK(row_of(page, question).at(2).find("Set by your clinic.") != std::string::npos);
    CHECK(says(page, session.text("parameter/wait-isotretinoin-recent/name") + ": 12 months"));
    CHECK(says(page, session.text("parameter/make-up-free-days/name") + ": 1 day"));
    CHECK(says(patient_page(session), session.text("timeline/no-make-up/text") + " Set by your clinic."));
    CHECK_FALSE(says(clinic_page(built_in_session(), ""), session.text("finding/set-by-clinic")));
}

TEST_CASE("The browser's own print gives the page for paper where there is a result, if the clinic offers it") {
    auto session = built_in_session();
    CHECK_FALSE(is_for_paper(session));
    for (auto const screen : {Screen::Result, Screen::Timeline, Screen::TakeAlong}) {
        session.go(screen);
        CHECK(is_for_paper(session));
    }
    session.go(Screen::Review);
    CHECK_FALSE(is_for_paper(session));
    auto without = session_with_clinic(R"({"takeAlong":{"print":false}})");
    without.go(Screen::Result);
    CHECK_FALSE(is_for_paper(without));
}

TEST_CASE("A page for paper as JSON") {
    auto const page = PrintPage{.title = "T",
                                .header = "H",
                                .footer = "F",
                                .sections = {{"S", {{.kind = PrintKind::List, .rows = {{"one"}, {"\"two\""}}}}, 2}}};
    CHECK(print_json(page) == R"({"title":"T","header":"H","footer":"F","sections":[{"title":"S","columns":2,"blocks":)"
                              R"([{"kind":"list","text":"","head":[],"rows":[["one"],["\"two\""]]}]}]})");
}
