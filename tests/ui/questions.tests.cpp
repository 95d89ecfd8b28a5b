// The form itself: follow-ups, what is wrong, what is asked again, and its ways of going on.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

/// On the page of the form that asks this, with everything before it answered.
void go_to(Visit& visit, std::string const& link_id) {
    visit.press("welcome/start");
    while (!visit.asks(link_id)) {
        for (auto const& [question, values] : healthy()) {
            if (visit.asks(question)) {
                visit.answer(question, values);
            }
        }
        visit.press("questions/next");
    }
}

}  // namespace

TEST_CASE("A follow-up opens and closes with the answer it hangs on, and comes back as it was") {
    auto const width = GENERATE(phone, desktop);
    CAPTURE(width);
    Visit visit{{.width = width}};
    go_to(visit, "isotretinoin");
    CHECK_FALSE(visit.asks("isotretinoin-last-date"));
    visit.choose(visit.question("isotretinoin"), visit.option("isotretinoin", "past-12-months"));
    CHECK(visit.asks("isotretinoin-last-date"));
    visit.answer("isotretinoin-last-date", {"2025-12-31"});
    CHECK(visit.says("Wednesday 31 December 2025, about 9 weeks ago"));

    visit.answer("isotretinoin", {"never"});
    CHECK_FALSE(visit.asks("isotretinoin-last-date"));
    CHECK_FALSE(visit.says("31 December"));
    visit.answer("isotretinoin", {"past-12-months"});
    REQUIRE(visit.asks("isotretinoin-last-date"));
    CHECK(visit.find("q/isotretinoin-last-date")->value == "2025-12-31");
    CHECK(visit.says("Wednesday 31 December 2025"));
}

TEST_CASE("'None of these' and the others put each other out") {
    Visit visit;
    go_to(visit, "skin-today");
    visit.answer("skin-today", {"rash", "few-spots"});
    CHECK(visit.is_chosen("skin-today", "rash"));
    visit.choose(visit.question("skin-today"), "None of these");
    CHECK_FALSE(visit.is_chosen("skin-today", "rash"));
    CHECK(visit.is_chosen("skin-today", "none"));
    visit.choose(visit.question("skin-today"), visit.option("skin-today", "rash"));
    CHECK(visit.is_chosen("skin-today", "rash"));
    CHECK_FALSE(visit.is_chosen("skin-today", "none"));
    visit.choose(visit.question("skin-today"), visit.option("skin-today", "rash"));
    CHECK_FALSE(visit.is_chosen("skin-today", "rash"));
}

TEST_CASE("A missing answer is said only after trying to go on, and can be skipped") {
    Visit visit;
    visit.press(Role::Button, "Start the questions");
    CHECK_FALSE(visit.sees(Role::Region, "Something is missing"));
    CHECK_FALSE(visit.find("q/age-band")->invalid);
    visit.answer("age-band", {"22-plus"});
    visit.press(Role::Button, "Next");

    CHECK(visit.sees(Role::Region, "Something is missing"));
    CHECK_FALSE(visit.find("q/age-band")->invalid);
    CHECK(visit.find("q/pregnancy")->invalid);
    CHECK(visit.find("q/pregnancy/problem")->name == "Please tick all that fit.");
    CHECK(visit.focused() == "q/pregnancy/pregnant");
    REQUIRE(visit.output().announcements.size() == 1);
    CHECK(visit.output().announcements[0].text ==
          "Some answers on this page are missing or need a look. They are marked below.");
    CHECK(visit.output().announcements[0].assertive);

    SECTION("an answer takes the message away") {
        visit.answer("pregnancy", {"none"});
        CHECK(visit.find("q/pregnancy/problem") == nullptr);
        CHECK_FALSE(visit.sees(Role::Region, "Something is missing"));
        visit.press(Role::Button, "Next");
        CHECK(visit.asks("concerns"));
    }
    SECTION("skipping goes on, and the review knows") {
        visit.press(Role::Button, "Skip this for now");
        CHECK(visit.asks("concerns"));
        CHECK(visit.session().first_open() == visit.session().protocol().questionnaire.find("pregnancy"));
    }
}

TEST_CASE("A wrong date is said at once, in words and to a screen reader, and does not stop the way on") {
    Visit visit;
    go_to(visit, "isotretinoin");
    visit.answer("isotretinoin", {"past-12-months"});
    struct Wrong {
        char const* value;
        char const* message;
    };
    auto const wrong =
        GENERATE(Wrong{"2026-03-03", "This date is in the future. Please give the day it happened, or leave it blank."},
                 Wrong{"!", "This is not a full date. Please give day, month and year, or leave it blank."},
                 Wrong{"2026-02-30", "This is not a full date. Please give day, month and year, or leave it blank."});
    CAPTURE(wrong.value);
    visit.answer("isotretinoin-last-date", {wrong.value});
    CHECK(visit.find("q/isotretinoin-last-date")->invalid);
    REQUIRE(visit.find("q/isotretinoin-last-date/problem") != nullptr);
    CHECK(visit.find("q/isotretinoin-last-date/problem")->name == wrong.message);
    REQUIRE(visit.output().announcements.size() == 1);
    CHECK(visit.output().announcements[0].text == wrong.message);

    visit.answer("isotretinoin-last-date", {});
    CHECK_FALSE(visit.find("q/isotretinoin-last-date")->invalid);
    CHECK(visit.find("q/isotretinoin-last-date/problem") == nullptr);
}

TEST_CASE("Not knowing a date is an answer of its own") {
    Visit visit;
    go_to(visit, "isotretinoin");
    visit.answer("isotretinoin", {"past-12-months"});
    visit.answer("isotretinoin-last-date", {"2025-12-31"});
    visit.press(Role::Checkbox, "I don't know the date");
    CHECK(visit.find("q/isotretinoin-last-date")->value.empty());
    CHECK(visit.see(Role::Checkbox, "I don't know the date").checked == semantics::Checked::Yes);
    visit.answer("isotretinoin-last-date", {"2026-01-05"});
    CHECK(visit.see(Role::Checkbox, "I don't know the date").checked == semantics::Checked::No);
    visit.press(Role::Checkbox, "I don't know the date");
    visit.press(Role::Checkbox, "I don't know the date");
    CHECK(visit.see(Role::Checkbox, "I don't know the date").checked == semantics::Checked::No);
}

TEST_CASE("Answers that speak of the area are asked again when it changes") {
    Visit visit;
    visit.answer_all(healthy());
    visit.press(Role::Button, "Change: " + visit.question("area"));
    visit.choose(visit.question("area"), visit.option("area", "neck"));
    visit.press(Role::Button, "Back to my answers");
    CHECK(visit.says("You changed the area. Please look again at the answers that speak of it."));
    visit.press(Role::Button, "Look at them now");
    REQUIRE(visit.find("q/skin-today/again/confirm") != nullptr);
    CHECK(visit.find("q/diabetes/again/confirm") == nullptr);
    visit.press("q/skin-today/again/confirm");
    CHECK(visit.find("q/skin-today/again/confirm") == nullptr);
    CHECK(visit.focused() == "q/skin-today/open-wound");  // its button has gone
    CHECK(visit.is_chosen("skin-today", "none"));

    // A new answer confirms as well.
    REQUIRE(visit.find("q/changing-mole/again/confirm") != nullptr);
    visit.answer("changing-mole", {"not-sure"});
    CHECK(visit.find("q/changing-mole/again/confirm") == nullptr);
    // The rest of the page is confirmed by going on past it.
    visit.press(Role::Button, "Back to my answers");
    CHECK(visit.find("review/skin-today/again") == nullptr);
    CHECK(visit.find("review/spots-in-area/again") == nullptr);
    CHECK(visit.find("review/creams/again") != nullptr);
}

TEST_CASE("A touch on a single choice goes on by itself on a phone, after a moment") {
    Visit visit{{.width = phone}};
    visit.press(Role::Button, "Start the questions");
    auto const choose_by = [&](semantics::ActionMeans means) { visit.press("q/age-band/22-plus", means); };

    SECTION("by touch") {
        choose_by(semantics::ActionMeans::Pointer);
        CHECK(visit.output().wake_after_seconds == Approx(0.4));
        visit.wait(0.3);
        CHECK(visit.asks("age-band"));
        visit.wait(0.2);
        CHECK(visit.asks("pregnancy"));
    }
    SECTION("not by keyboard: arrow keys choose at every step") {
        choose_by(semantics::ActionMeans::Keyboard);
        CHECK(visit.output().wake_after_seconds < 0);
        visit.wait(5);
        CHECK(visit.asks("age-band"));
    }
    SECTION("not when switched off") {
        visit.press(Role::Checkbox, "Go on by itself after I tap an answer");
        choose_by(semantics::ActionMeans::Pointer);
        visit.wait(5);
        CHECK(visit.asks("age-band"));
    }
    SECTION("not where more than one answer may fit") {
        visit.press("questions/next");
        visit.press("questions/skip");
        visit.press("q/pregnancy/pregnant", semantics::ActionMeans::Pointer);
        visit.wait(5);
        CHECK(visit.asks("pregnancy"));
    }
    SECTION("not when a later touch takes it back to the urgent signs") {
        choose_by(semantics::ActionMeans::Pointer);
        visit.press(Role::Button, "Urgent signs");
        visit.wait(5);
        CHECK(visit.says("Urgent signs after treatment"));
    }
}

TEST_CASE("A phone asks one question at a time, a desktop by section, and turning one into the other keeps the place") {
    Visit visit{{.width = phone}};
    go_to(visit, "concerns");
    CHECK_FALSE(visit.asks("area"));
    visit.resize(desktop, 900);
    CHECK(visit.asks("concerns"));
    CHECK(visit.asks("area"));
    CHECK(visit.sees(Role::Region, "Sections"));
    visit.resize(phone, 844);
    CHECK_FALSE(visit.sees(Role::Region, "Sections"));
}

TEST_CASE("The sections beside the form lead to each of them") {
    Visit visit;
    visit.press(Role::Button, "Start the questions");
    visit.press(Role::Button, "Your health");
    CHECK(visit.asks("diabetes"));
    CHECK(visit.see(Role::Button, "Your health").variant == "current");
}

TEST_CASE("The figure taps for the options of its question") {
    Visit visit;
    go_to(visit, "area");
    auto const* region = visit.find("figure/neck");
    REQUIRE(region != nullptr);
    CHECK(region->role == Role::HitArea);
    CHECK(region->value == "q/area/neck");
    CHECK(region->rectangle.width >= 44);
}

TEST_CASE("A clinic may fix the paging") {
    Visit visit{{.width = desktop, .clinic = R"({"paging":"question"})"}};
    visit.press(Role::Button, "Start the questions");
    CHECK(visit.asks("age-band"));
    CHECK_FALSE(visit.asks("pregnancy"));
}

TEST_CASE("Of several things done between two frames each counts, and of two options the last") {
    Visit visit;
    go_to(visit, "skin-today");
    auto const press = [](char const* id) {
        return semantics::Action{semantics::ActionKind::Activate, semantics::ActionMeans::Pointer, id, ""};
    };
    visit.act({press("q/skin-today/rash"), press("q/skin-today/infection")});
    CHECK(visit.is_chosen("skin-today", "rash"));
    CHECK(visit.is_chosen("skin-today", "infection"));
    visit.act({press("q/skin-today/rash"), press("q/skin-today/rash")});
    CHECK(visit.is_chosen("skin-today", "rash"));
    visit.act({press("q/changing-mole/yes"), press("q/changing-mole/no")});
    CHECK(visit.is_chosen("changing-mole", "no"));
    CHECK_FALSE(visit.is_chosen("changing-mole", "yes"));
    visit.act({press("q/skin-today/none"), press("q/changing-mole/yes"), press("no-such-control")});
    CHECK(visit.is_chosen("skin-today", "none"));
    CHECK_FALSE(visit.is_chosen("skin-today", "infection"));
    CHECK(visit.is_chosen("changing-mole", "yes"));
}

TEST_CASE("The words of a questionnaire in another language are marked as such, those of the page around them not") {
    auto content = built_in_content();
    std::erase_if(content, [](auto const& file) { return file.path.starts_with("protocol/"); });
    content.push_back({"protocol/questionnaire.json", R"({"resourceType": "Questionnaire", "status": "draft",
        "url": "urn:example:de", "language": "de", "title": "Fragebogen", "item": [
          {"linkId": "teil", "type": "group", "text": "Ihre Haut", "item": [
            {"linkId": "narben", "type": "choice", "text": "Haben Sie Narben?", "required": true, "answerOption": [
              {"valueCoding": {"system": "urn:example", "code": "ja", "display": "Ja"}},
              {"valueCoding": {"system": "urn:example", "code": "nein", "display": "Nein"}}]},
            {"linkId": "seit", "type": "date", "text": "Seit wann?"}]}]})"});
    Visit visit{{.content = content}};
    visit.press(Role::Button, "Start the questions");
    auto const language = [&](Role role, char const* name) { return visit.see(role, name).language; };
    CHECK(language(Role::Heading, "Ihre Haut") == "de");
    CHECK(language(Role::RadioGroup, "Haben Sie Narben?") == "de");
    CHECK(language(Role::Radio, "Ja") == "de");
    CHECK(language(Role::DateField, "Seit wann?") == "de");
    CHECK(language(Role::Checkbox, "I don't know the date").empty());
    CHECK(language(Role::Button, "Next").empty());
    visit.press(Role::Button, "Next");
    CHECK(visit.find("q/narben/problem")->language.empty());

    Visit own;
    own.press(Role::Button, "Start the questions");
    for (auto const& node : own.tree().nodes) {
        CAPTURE(node.id);
        CHECK(node.language.empty());
    }
}
