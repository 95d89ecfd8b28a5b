// The choice of a language, as far as the page itself goes: its words come from outside.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

/// The built-in content with a made-up language beside English.
std::vector<platform::ContentFile> with_second_language() {
    auto content = built_in_content();
    content.push_back({"interface/words/xx.json",
                       R"({"language/label":"Lingo","language/failed":"No lingo","welcome/title":"Xitle",
                           "title/welcome":"Xelcome","title/page":"{page}","date/days/other":"{count} xays"})"});
    content.push_back(
        {"protocol/words/xx.json", R"({"section/about-you/text":"Xabout","question/age-band/text":"Xage?"})"});
    return content;
}

/// The welcome screen with two languages on offer.
struct Bilingual : Visit {
    explicit Bilingual(float width = desktop) : Visit{{.width = width, .content = with_second_language()}} {
        tell_languages([](app::Languages& languages) { languages.offered = {"en", "English", "xx", "Xish"}; });
    }
};

}  // namespace

TEST_CASE("One language is nothing to choose from") {
    Visit const visit;
    CHECK_FALSE(visit.sees(Role::Select, "Language"));
}

TEST_CASE("Every screen has one choice of the language, each named in itself") {
    Bilingual visit{GENERATE(phone, desktop)};
    CHECK(visit.sees(Role::Select, "Language"));
    CHECK(visit.see(Role::Option, "Xish").language == "xx");
    visit.press("welcome/start");
    CHECK(visit.see(Role::Select, "Language").value == "en");
}

TEST_CASE("A language that was chosen is asked for once, and shown as chosen while it is on its way") {
    Bilingual visit;
    CHECK(visit.output().wanted_language.empty());
    visit.fill(Role::Select, "Language", "xx");
    CHECK(visit.output().wanted_language == "xx");
    CHECK(visit.see(Role::Select, "Language").value == "xx");
    CHECK(visit.output().language == "en");
}

TEST_CASE("With its words everything is said anew; answers and place stay") {
    auto const content = with_second_language();
    Bilingual visit;
    visit.press("welcome/start");
    visit.answer("age-band", {"22-plus"});
    auto const selected = visit.option("age-band", "22-plus");
    REQUIRE(visit.speak(content, "xx"));
    CHECK(visit.output().language == "xx");
    CHECK(visit.output().wanted_language.empty());
    CHECK(visit.says("Xabout"));
    CHECK(visit.says("Xage?"));
    CHECK(visit.is_chosen("age-band", "22-plus"));
    CHECK(visit.see(Role::Select, "Lingo").value == "xx");
    CHECK(visit.session().dates().length(3, core::Unit::Day) == "3 xays");

    REQUIRE(visit.speak(content, "en"));
    CHECK(visit.says("About you"));
    CHECK(visit.option("age-band", "22-plus") == selected);
}

TEST_CASE("What cannot be used changes nothing, and is said") {
    auto content = with_second_language();
    content.back().text = R"({"question/age-band/text":""})";
    Bilingual visit;
    visit.fill(Role::Select, "Language", "xx");
    CHECK_FALSE(visit.speak(content, "xx"));
    CHECK(visit.output().language == "en");
    CHECK(visit.output().wanted_language.empty());
    CHECK(visit.says("This language could not be loaded"));
    CHECK(visit.see(Role::Select, "Language").described_by == "language/failed");
    visit.fill(Role::Select, "Language", "xx");
    CHECK_FALSE(visit.says("This language could not be loaded"));
}

TEST_CASE("Where letters cannot be painted there is no way to the painted view") {
    Bilingual visit;
    CHECK(visit.sees(Role::Button, "Text version"));
    visit.tell_languages([](app::Languages& languages) { languages.plain_only = true; });
    CHECK_FALSE(visit.sees(Role::Button, "Text version"));
    visit.press(Role::Button, "Start again");
    CHECK(visit.sees(Role::Dialog, "Delete all your answers?"));
}

TEST_CASE("The choice outlives a deletion") {
    Bilingual visit;
    REQUIRE(visit.speak(with_second_language(), "xx"));
    visit.press("banner/delete");
    visit.press("dialog/delete/yes");
    CHECK(visit.output().language == "xx");
    CHECK(visit.says("Xitle"));
}

TEST_CASE("The choice is laid out and described like all else") {
    Bilingual visit{GENERATE(phone, desktop)};
    CHECK(faults(visit) == std::vector<std::string>{});
    visit.fill(Role::Select, "Language", "xx");
    auto content = with_second_language();
    content.back().text = "{";
    visit.speak(content, "xx");
    CHECK(faults(visit) == std::vector<std::string>{});
}
