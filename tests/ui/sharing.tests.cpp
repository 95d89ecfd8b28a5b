// What leads from the result to somebody else: the clinic's booking page, and the website around an embedded page.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

constexpr auto with_booking = R"({"booking":{"link":"https://clinic.example/book","outcomes":["clear","prepare"]}})";
constexpr auto with_booking_later = R"({"booking":{"link":"https://clinic.example/book","outcomes":["defer"]}})";

void to_result(Visit& visit, Answers const& answers) {
    visit.answer_all(answers);
    visit.press(Role::Button, "See my result");
}

}  // namespace

TEST_CASE("A clinic's booking link stands with the outcomes it is meant for") {
    Visit visit{{.clinic = with_booking}};
    to_result(visit, healthy());
    CHECK(visit.see(Role::Link, "Book an appointment").value == "https://clinic.example/book");

    Visit other{{.clinic = with_booking_later}};
    to_result(other, healthy());
    CHECK_FALSE(other.sees(Role::Link, "Book an appointment"));

    Visit none;
    to_result(none, healthy());
    CHECK_FALSE(none.sees(Role::Link, "Book an appointment"));
}

TEST_CASE("The website around is told the outcome by the person's own tap, who reads before what it is told") {
    Visit visit{{.shares_with = "clinic.example"}};
    to_result(visit, healthy());
    auto const outcome = visit.find("result/title")->name;
    CHECK(visit.find("result/share-text")->name.find("only this: " + outcome) != std::string::npos);
    CHECK_FALSE(visit.says("clinic.example was told."));

    visit.press(Role::Button, "Tell clinic.example");
    CHECK(visit.says("clinic.example was told."));
    CHECK(visit.output().announcements.back().text == "clinic.example was told.");
    CHECK(visit.focused() == "result/share-title");
    CHECK_FALSE(visit.sees(Role::Button, "Tell clinic.example"));

    visit.press(Role::Button, "Change my answers");
    visit.press(Role::Button, "See my result");
    CHECK_FALSE(visit.sees(Role::Button, "Tell clinic.example"));
}

TEST_CASE("Another outcome is another thing to tell, and a deletion forgets that anything was told") {
    Visit visit{{.shares_with = "clinic.example"}};
    to_result(visit, healthy());
    visit.press(Role::Button, "Tell clinic.example");
    visit.press(Role::Button, "Change my answers");
    visit.press(Role::Button, "Change: " + visit.question("changing-mole"));
    visit.answer("changing-mole", {"yes"});
    visit.press(Role::Button, "Back to my answers");
    visit.press(Role::Button, "See my result");
    CHECK(visit.sees(Role::Button, "Tell clinic.example"));
    visit.press(Role::Button, "Tell clinic.example");

    visit.press(Role::Button, "Delete my answers");
    visit.press(Role::Button, "Yes, delete everything");
    to_result(visit, healthy({{"changing-mole", {"yes"}}}));
    CHECK(visit.sees(Role::Button, "Tell clinic.example"));
}

TEST_CASE("Nobody is asked to tell where nobody may be told, or where there is nothing to tell yet") {
    Visit alone;
    to_result(alone, healthy());
    CHECK(alone.find("result/share") == nullptr);

    Visit unfinished{{.shares_with = "clinic.example"}};
    to_result(unfinished, healthy({{"diabetes", {}}}));
    CHECK(unfinished.find("result/share") == nullptr);
}

TEST_CASE("The section that is shown counts sections, whatever the answers") {
    auto const width = GENERATE(phone, desktop);
    CAPTURE(width);
    Visit visit{{.width = width}};
    CHECK(visit.output().section == 0);
    visit.press(Role::Button, "Start the questions");
    CHECK(visit.output().section == 1);
    auto const sections = visit.output().sections;
    CHECK(sections > 1);
    visit.press(Role::Button, "Delete my answers");
    visit.press(Role::Button, "Yes, delete everything");
    CHECK(visit.output().section == 0);

    visit.answer_all(healthy({{"isotretinoin", {"past-12-months"}}}));
    CHECK(visit.output().section == 0);
    visit.press(Role::Button, "Change: " + visit.question("planned-date"));
    CHECK(visit.output().section == sections);
    CHECK(visit.output().sections == sections);
}
