// The offer of a newer version of the page: quiet, and only where nothing is lost by loading it.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

constexpr auto offer = "Use the newer version";

}  // namespace

TEST_CASE("A newer version is offered on the welcome screen, and nobody's focus moves") {
    for (auto const width : {phone, desktop}) {
        Visit visit{{.width = width}};
        CHECK_FALSE(visit.sees(Role::Button, offer));
        visit.focus("welcome/start");
        visit.tell_site({.name = "6ade5bd249", .kept = "offline/on", .newer = true});
        CHECK(visit.sees(Role::Button, offer));
        CHECK(visit.says("Page 6ade5bd249. Works without network."));
        CHECK(visit.focused() == "welcome/start");
        CHECK(faults(visit).empty());
    }
}

TEST_CASE("Where something would be lost, no newer version is offered until it is deleted") {
    Visit visit;
    visit.tell_site({.newer = true});
    visit.press(Role::Button, "Start the questions");
    CHECK_FALSE(visit.sees(Role::Button, offer));
    visit.answer("age-band", {"22-plus"});
    visit.browser_back();
    CHECK(visit.sees(Role::Button, "Go on where I was"));
    CHECK_FALSE(visit.sees(Role::Button, offer));
    visit.press(Role::Button, "Delete my answers");
    visit.press(Role::Button, "Yes, delete everything");
    CHECK(visit.sees(Role::Button, offer));

    visit.press(Role::Button, "I have been treated already");
    visit.fill("treated/date", "2026-02-20");
    visit.press(Role::Button, "Show my timeline");
    visit.browser_back();
    visit.browser_back();
    CHECK(visit.sees(Role::Button, "Start the questions"));
    CHECK_FALSE(visit.sees(Role::Button, offer));
}
