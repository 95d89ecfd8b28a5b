#include "app/form_pages.hpp"

#include "core/small_form.hpp"
#include "support/catch.hpp"

using namespace needlewise::app;
using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

/// Section "one" (a, a-more if a = yes, b, hidden), section "two" with a nested group (c, then d if a = yes), and e.
Questionnaire form() {
    auto hidden = child_of(0, choice("hidden", {"yes"}));
    hidden.hidden = true;
    return form_of({item_of("one", ItemType::Group), child_of(0, choice("a", {"yes", "no"})),
                    enabled_when(child_of(0, item_of("a-more", ItemType::Date)), {1, Operator::Equal, code("yes")}),
                    child_of(0, choice("b", {"yes", "no"})), hidden, child_of(0, item_of("text", ItemType::Display)),
                    item_of("two", ItemType::Group), child_of(6, item_of("inner", ItemType::Group)),
                    child_of(7, choice("c", {"yes", "no"})),
                    enabled_when(child_of(6, choice("d", {"yes"})), {1, Operator::Equal, code("yes")}),
                    choice("e", {"yes"})});
}

std::string pages_of(Questionnaire const& questionnaire, AnswerSheet const& sheet, Paging paging) {
    EffectiveAnswers const answers{questionnaire, sheet, day("2026-03-02")};
    std::vector<std::string> parts;
    for (auto const& page : form_pages(questionnaire, answers, paging)) {
        parts.push_back((page.section ? questionnaire.items[*page.section].link_id : "-") + ": " +
                        names(questionnaire, page.questions));
    }
    return join(parts, "; ");
}

}  // namespace

TEST_CASE("By section, a page holds what is asked of it") {
    auto const questionnaire = form();
    CHECK(pages_of(questionnaire, AnswerSheet{questionnaire}, Paging::Section) == "one: a b; two: c; -: e");
    CHECK(pages_of(questionnaire, answered(questionnaire, {{1, codes({"yes"})}}), Paging::Section) ==
          "one: a a-more b; two: c d; -: e");
}

TEST_CASE("By question, a follow-up joins the question that opens it if that stands just before") {
    auto const questionnaire = form();
    CHECK(pages_of(questionnaire, AnswerSheet{questionnaire}, Paging::Question) == "one: a; one: b; two: c; -: e");
    CHECK(pages_of(questionnaire, answered(questionnaire, {{1, codes({"yes"})}}), Paging::Question) ==
          "one: a a-more; one: b; two: c; two: d; -: e");
}

TEST_CASE("A page is found by its section, by any question of it, and by what has no page any more") {
    auto const questionnaire = form();
    EffectiveAnswers const answers{questionnaire, AnswerSheet{questionnaire}, day("2026-03-02")};
    auto const pages = form_pages(questionnaire, answers, Paging::Section);
    auto const page = [&](char const* link_id) { return page_of(pages, *questionnaire.find(link_id)); };
    CHECK(page("one") == 0);
    CHECK(page("b") == 0);
    CHECK(page("two") == 1);
    CHECK(page("c") == 1);
    CHECK(page("e") == 2);
    CHECK(page("inner") == 1);

    auto const single = form_pages(questionnaire, answers, Paging::Question);
    CHECK(page_of(single, *questionnaire.find("a-more")) == 1);  // not asked: the next one, b
    CHECK(page_of({}, 0) == 0);
}

TEST_CASE("A section is the outermost group") {
    auto const questionnaire = form();
    CHECK(section_of(questionnaire, 8) == std::optional<ItemIndex>{6});
    CHECK(section_of(questionnaire, 6) == std::optional<ItemIndex>{6});
    CHECK(section_of(questionnaire, 10) == std::nullopt);
}

TEST_CASE("A long section comes in parts that stay the same whatever is answered, follow-ups with what opens them") {
    std::vector<Item> items{item_of("long", ItemType::Group)};
    auto const size = most_questions_of_a_page;
    for (std::size_t number = 1; number <= 2 * size + 5; ++number) {
        auto item = child_of(0, choice("q" + std::to_string(number), {"yes", "no"}));
        // The last of the first part opens two more.
        auto const follows = number == size + 1 || number == size + 2;
        items.push_back(follows ? enabled_when(item, {size, Operator::Equal, code("yes")}) : item);
    }
    auto const questionnaire = form_of(items);
    auto const sizes = [&](AnswerSheet const& sheet) {
        EffectiveAnswers const answers{questionnaire, sheet, day("2026-03-02")};
        std::vector<std::size_t> found;
        for (auto const& page : form_pages(questionnaire, answers, Paging::Section)) {
            found.push_back(page.questions.size());
        }
        return found;
    };
    CHECK(sizes(AnswerSheet{questionnaire}) == std::vector<std::size_t>{size, size, 3});
    CHECK(sizes(answered(questionnaire, {{size, codes({"yes"})}})) == std::vector<std::size_t>{size + 2, size, 3});

    EffectiveAnswers const answers{questionnaire, AnswerSheet{questionnaire}, day("2026-03-02")};
    auto const pages = form_pages(questionnaire, answers, Paging::Section);
    for (std::size_t at = 0; at < pages.size(); ++at) {
        CHECK(page_of(pages, pages[at].anchor(Paging::Section)) == at);
        CHECK(page_of(pages, pages[at].questions.back()) == at);
    }
}
