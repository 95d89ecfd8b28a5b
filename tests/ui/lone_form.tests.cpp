// A questionnaire that is no Needlewise protocol: no rules, no timeline, questions of other types.
#include "ui/visit.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

std::vector<platform::ContentFile> content_of(std::string const& items) {
    std::vector<platform::ContentFile> content;
    for (auto const& file : built_in_content()) {
        if (file.path.starts_with("interface/")) {
            content.push_back(file);
        }
    }
    content.push_back(
        {"protocol/questionnaire.json",
         R"({"resourceType":"Questionnaire","status":"active","url":"urn:form","title":"A form","item":[)" + items +
             "]}"});
    return content;
}

constexpr auto every_type = R"(
{"linkId":"hello","type":"display","text":"Hello"},
{"linkId":"name","type":"string","text":"Name?","required":true},
{"linkId":"well","type":"boolean","text":"Well?","required":true},
{"linkId":"why","type":"text","text":"Why not?","enableWhen":[{"question":"well","operator":"=","answerBoolean":false}]},
{"linkId":"group","type":"group","text":"A group","item":[
  {"linkId":"count","type":"integer","text":"How many?"},
  {"linkId":"inner","type":"group","text":"An inner group","item":[
    {"linkId":"weight","type":"decimal","text":"Weight?"},
    {"linkId":"born","type":"date","text":"Born?"},
    {"linkId":"at","type":"dateTime","text":"Date and time?"},
    {"linkId":"time","type":"time","text":"Time?"},
    {"linkId":"site","type":"url","text":"Site?"}]},
  {"linkId":"pick","type":"choice","text":"Pick?","answerOption":[{"valueString":"one"},{"valueString":"two"}]}]})";

void check_for_faults(HeadlessPage& page) {
    for (auto const& fault : faults(page)) {
        FAIL_CHECK(fault);
    }
}

}  // namespace

TEST_CASE("A questionnaire alone is asked and reviewed") {
    auto const width = GENERATE(phone, desktop);
    CAPTURE(width);
    Visit visit{{.width = width, .content = content_of(every_type)}};
    check_for_faults(visit);
    CHECK_FALSE(visit.sees(Role::Button, "Urgent signs"));
    CHECK_FALSE(visit.sees(Role::Button, "I have been treated already"));
    visit.press(Role::Button, "Start the questions");
    visit.fill(Role::TextField, "Name?", "Ada");
    for (auto page = 0; visit.session().here().screen == app::Screen::Questions; ++page) {
        REQUIRE(page < 20);
        check_for_faults(visit);
        if (visit.asks("well")) {
            visit.choose("Well?", "No");
            CHECK(visit.find("q/well/no")->checked == semantics::Checked::Yes);
        }
        if (visit.asks("weight")) {
            visit.fill(Role::NumberField, "Weight?", "61.5");
        }
        visit.press(Role::Button, "Next");
    }
    check_for_faults(visit);
    CHECK(visit.says("Ada"));
    CHECK(visit.says("61.5"));
    CHECK(visit.says("Left blank"));
    // There is nothing to judge by.
    CHECK_FALSE(visit.sees(Role::Button, "See my result"));
}

TEST_CASE("A form without questions says so") {
    Visit visit{{.content = content_of(R"({"linkId":"hello","type":"display","text":"Hello"})")}};
    check_for_faults(visit);
    visit.press(Role::Button, "Start the questions");
    check_for_faults(visit);
    visit.press(Role::Button, "Delete my answers");
    visit.press(Role::Button, "Yes, delete everything");
    check_for_faults(visit);
}

TEST_CASE("Questions outside of any section are asked one after the other") {
    Visit visit{{.content = content_of(R"({"linkId":"a","type":"string","text":"First?"},
                                          {"linkId":"b","type":"boolean","text":"Second?"})")}};
    visit.press(Role::Button, "Start the questions");
    CHECK(visit.sees(Role::Heading, "A form"));
    CHECK_FALSE(visit.sees(Role::Region, "Sections"));
    check_for_faults(visit);
    visit.press(Role::Button, "Next");
    CHECK(visit.asks("b"));
    check_for_faults(visit);
    visit.press(Role::Button, "Next");
    check_for_faults(visit);
    visit.press(Role::Button, "Change: First?");
    CHECK(visit.asks("a"));
}

TEST_CASE("A long section is gone through part by part, and back, and edited where its questions stand") {
    auto items = std::string{R"({"linkId":"long","type":"group","text":"Long","item":[)"};
    for (auto number = 1; number <= 100; ++number) {
        auto const text = std::to_string(number);
        items += (number > 1 ? "," : "") + std::string{R"({"linkId":"q)"} + text +
                 R"(","type":"boolean","text":"Number )" + text + R"(?"})";
    }
    Visit visit{{.width = desktop, .content = content_of(items + "]}")}};
    visit.press(Role::Button, "Start the questions");
    for (auto const* first : {"q1", "q41", "q81"}) {
        CHECK(visit.asks(first));
        check_for_faults(visit);
        visit.press(Role::Button, "Next");
    }
    CHECK(visit.session().here().screen == app::Screen::Review);
    visit.press(Role::Button, "Change: Number 50?");
    CHECK(visit.asks("q41"));
    CHECK_FALSE(visit.asks("q1"));
    visit.choose("Number 50?", "Yes");
    CHECK(visit.find("q/q50/yes")->checked == semantics::Checked::Yes);
    visit.press(Role::Button, "Back to my answers");
    CHECK(visit.session().here().screen == app::Screen::Review);
}

TEST_CASE("A form without a title still has a heading") {
    auto content = content_of(R"({"linkId":"a","type":"string","text":"First?"})");
    auto& text = content.back().text;
    auto const title = std::string{R"("title":"A form",)"};
    text.erase(text.find(title), title.size());
    Visit visit{{.width = phone, .content = content}};
    visit.press(Role::Button, "Start the questions");
    check_for_faults(visit);
}

TEST_CASE("Groups without a text, and groups in groups, leave no nameless headings") {
    auto const width = GENERATE(phone, desktop);
    Visit visit{{.width = width, .content = content_of(R"({"linkId":"g","type":"group","item":[
                     {"linkId":"h","type":"group","item":[{"linkId":"a","type":"string","text":"First?"}]}]},
                     {"linkId":"k","type":"group","text":"Named","item":[{"linkId":"b","type":"string","text":"Second?"}]})")}};
    visit.press(Role::Button, "Start the questions");
    check_for_faults(visit);
    visit.press(Role::Button, "Next");
    CHECK(visit.sees(Role::Heading, "Named"));
    check_for_faults(visit);
    visit.press(Role::Button, "Next");
    check_for_faults(visit);
}
