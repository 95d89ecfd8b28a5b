// What must hold on every screen, at every width and text size.
#include "ui/visit.hpp"

#include <algorithm>
#include <functional>

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

using Looked = std::function<void(char const*)>;

/// Somebody of whom a lot is to be said: follow-ups, dates, findings of most levels, an event.
Answers eventful() {
    return healthy({{"concerns", {"fine-lines", "acne-scars"}},
                    {"scar-kind", {"flat-or-pitted"}},
                    {"area", {"face", "neck"}},
                    {"skin-conditions", {"rosacea", "cold-sores"}},
                    {"rosacea-kind", {"redness-or-calm"}},
                    {"scar-history", {"not-sure"}},
                    {"bleeding-healing", {"bruise-easily", "not-sure"}},
                    {"isotretinoin", {"past-12-months"}},
                    {"isotretinoin-last-date", {"2025-11-11"}},
                    {"creams", {"prescription-retinoid"}},
                    {"recent-4-weeks", {"tan", "hair-removal"}},
                    {"tan-date", {"2026-02-24"}},
                    {"recent-12-months", {"filler", "botulinum"}},
                    {"filler-date", {"2026-02-23"}},
                    {"planned-date", {"2026-03-07"}},
                    {"event-date", {"2026-12-12"}},
                    {"sessions-planned", {"4"}}});
}

/// Every control of the page that opens something, once.
void open_everything(Visit& visit) {
    std::vector<std::string> closed;
    for (auto const& node : visit.tree().nodes) {
        if (node.expanded == semantics::Expanded::No && !node.id.starts_with("strip/")) {
            closed.push_back(node.id);
        }
    }
    for (auto const& id : closed) {
        visit.press(id);
    }
}

void look_at_the_form(Visit& visit, Looked const& looked, Answers const& answers) {
    visit.press("welcome/start");
    while (visit.session().here().screen == app::Screen::Questions) {
        looked("a page of the form");
        visit.press("questions/next");
        if (visit.find("questions/skip") != nullptr) {
            looked("a page of the form with something missing");
        } else {
            visit.browser_back();  // nothing on it had to be answered
        }
        for (auto const& [link_id, values] : answers) {
            if (visit.asks(link_id)) {
                visit.answer(link_id, values);
            }
        }
        looked("a page of the form, answered");
        visit.press("questions/next");
        if (visit.find("questions/skip") != nullptr) {
            visit.press("questions/skip");
        }
    }
}

/// Shows every screen, in the states that differ in what is laid out.
void tour(Visit& visit, Looked const& looked) {
    looked("welcome");
    visit.press("welcome/explainer");
    open_everything(visit);
    looked("explainer");
    visit.press("explainer/back");
    visit.press("banner/red-flags");
    looked("red flags");
    visit.press("red-flags/back");

    visit.press("welcome/treated");
    visit.press("treated/show");
    looked("treated, without a date");
    visit.fill("treated/date", "2026-02-26");
    looked("treated");
    visit.press("treated/show");
    open_everything(visit);
    looked("timeline of somebody treated");
    visit.press("timeline/check");
    looked("recovery check");
    for (auto const* sign : {"check/flag-breathing", "check/flag-pus", "check/flag-itch", "check/redness"}) {
        visit.press(sign);
    }
    looked("recovery check, ticked");
    visit.press("banner/delete");
    looked("delete dialog");
    visit.press("dialog/delete/yes");

    look_at_the_form(visit, looked, eventful());
    open_everything(visit);
    looked("review");
    visit.press("review/result");
    open_everything(visit);
    looked("result");
    visit.press("result/review");
    visit.press("review/area/change");
    visit.answer("area", {"face"});
    looked("a page of the form, changed");
    visit.press("questions/next");
    looked("review after a change of the area");
    visit.press("review/again-go");
    looked("a page of the form, asked again");
    visit.press("questions/next");
    visit.press("review/result");
    looked("result after a change");
    visit.press("result/timeline");
    open_everything(visit);
    looked("timeline");
    visit.fill("session/2/to", "2026-03-02");
    looked("timeline with a refused move");
    visit.fill("timeline/day", "9");
    looked("timeline on another day");
    visit.press("timeline/check");
    looked("recovery check before the treatment");

    visit.press("banner/delete");
    visit.press("dialog/delete/yes");
    visit.answer_all(healthy({{"diabetes", {}}, {"recent-4-weeks", {"tan"}}, {"tan-date", {"2026-04-01"}}}));
    looked("review with something missing and wrong");
    visit.press("review/result");
    looked("result with errors");
    visit.press("result/timeline");
    looked("no timeline");
}

}  // namespace

TEST_CASE("No screen has a fault at any width or text size") {
    struct Size {
        float width;
        float scale;
    };
    auto const size = GENERATE(Size{320, 1}, Size{390, 1}, Size{820, 1}, Size{1440, 1}, Size{320, 1.45F},
                               Size{390, 1.45F}, Size{820, 1.45F}, Size{1440, 1.45F});
    CAPTURE(size.width, size.scale);
    auto preferences = ui::Preferences{};
    preferences.text_scale = size.scale;
    Visit visit{{.width = size.width, .preferences = preferences}};
    tour(visit, [&](char const* screen) {
        for (auto const& fault : faults(visit)) {
            FAIL_CHECK(screen << ": " << fault);
        }
    });
}

TEST_CASE("Focus goes to what is there") {
    auto const width = GENERATE(phone, desktop);
    Visit visit{{.width = width}};
    tour(visit, [&](char const* screen) {
        CAPTURE(screen, visit.focused());
        CHECK((visit.focused().empty() || visit.find(visit.focused()) != nullptr));
        CHECK((visit.output().scroll_to.empty() || visit.find(visit.output().scroll_to) != nullptr));
    });
}

TEST_CASE("What is announced is text, and nothing twice") {
    auto const width = GENERATE(phone, desktop);
    Visit visit{{.width = width}};
    tour(visit, [&](char const* screen) {
        CAPTURE(screen);
        std::vector<std::string> said;
        for (auto const& announcement : visit.output().announcements) {
            CAPTURE(announcement.text);
            CHECK(announcement.text.find(' ') != std::string::npos);
            CHECK(announcement.text.find('{') == std::string::npos);
            CHECK(std::find(said.begin(), said.end(), announcement.text) == said.end());
            said.push_back(announcement.text);
        }
    });
}

TEST_CASE("A screen means the same where nothing is painted") {
    auto const width = GENERATE(phone, desktop);
    Visit visit{{.width = width}};
    tour(visit, [&](char const* screen) {
        CAPTURE(screen);
        CHECK(visit.tree_without_paint() == visit.tree());
    });
}

TEST_CASE("No answer is in a title, and every page has one of its own") {
    Visit visit;
    tour(visit, [&](char const* screen) {
        CAPTURE(screen, visit.output().title);
        CHECK(visit.output().title.ends_with(" – Needlewise"));
        CHECK(visit.output().title.find("/") == std::string::npos);
        CHECK(visit.output().language == "en");
    });
}

TEST_CASE("Content that cannot be used says so, with what is known of the clinic") {
    Visit visit{
        {.width = phone, .clinic = R"({"name":"Skin & Co","contact":["Call 01 23"],"accentColour":"#0b6b6b"})"}};
    CHECK(visit.sees(Role::Heading, "Please ask staff"));
    CHECK(visit.says("Details for staff"));
    CHECK(visit.says("clinic"));
    CHECK_FALSE(visit.sees(Role::Button, "Start the questions"));
    for (auto const& fault : faults(visit)) {
        FAIL_CHECK(fault);
    }
}
