// What a code holds comes back the same, what was hidden never does, and every wrong code says what is wrong with it.
#include "formats/answer_code.hpp"

#include "built_in_plan.hpp"
#include "random_answers.hpp"
#include "support/sealed_code.hpp"

#include <algorithm>
#include <set>

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using needlewise::test::random_seed;

namespace {

Date today() { return Date::from_calendar(2026, 3, 2).value(); }

Visit random_visit(Random& random) {
    Visit visit;
    visit.sheet = random_sheet(random, today());
    visit.plan_id = random.one_in(5) ? 0 : random.below(1U << 30U) * 1000 + 1;
    if (random.one_in(2)) {
        visit.plan.date = today().plus_days(random.between(-400, 400));
    }
    for (int left = random.between(0, 3); left > 0; --left) {
        visit.plan.moves[random.between(1, 6)] = today().plus_days(random.between(0, 400));
    }
    return visit;
}

/// Ticks have no order.
Answer in_order(Item const& item, Answer answer) {
    auto const place = [&](Value const& value) {
        return std::find_if(item.options.begin(), item.options.end(),
                            [&](AnswerOption const& option) { return option.value == value; });
    };
    std::sort(answer.begin(), answer.end(), [&](Value const& a, Value const& b) { return place(a) < place(b); });
    return answer;
}

std::string refused(std::string_view code, Questionnaire const& questionnaire = builtin().questionnaire) {
    auto const read = read_answer_code(questionnaire, code);
    if (read) {
        return "read";
    }
    CHECK_FALSE(read.error().message.empty());
    return read.error().code;
}

std::string a_code() {
    Random random{7};
    return write_answer_code(builtin().questionnaire, random_visit(random));
}

/// A code with a right check sum, whatever is changed in it.
template <class Change>
std::string changed_code(Change const& change) {
    auto bytes = unsealed(a_code());
    change(bytes);
    return sealed(std::move(bytes));
}

}  // namespace

TEST_CASE("numbers of any width go into bits and come out again") {
    BitWriter writer;
    writer.put(5, 3);
    writer.put_number(0);
    writer.put_number(~std::uint64_t{0});
    writer.put_signed(-1);
    writer.put_signed(std::numeric_limits<std::int64_t>::min());
    writer.put_text("é");
    auto const bytes = writer.take();
    BitReader reader{bytes};
    CHECK(reader.get(3) == 5);
    CHECK(reader.get_number() == 0);
    CHECK(reader.get_number() == ~std::uint64_t{0});
    CHECK(reader.get_signed() == -1);
    CHECK(reader.get_signed() == std::numeric_limits<std::int64_t>::min());
    CHECK(reader.get_text(10) == "é");
    CHECK(reader.at_end());
    CHECK_FALSE(reader.failed());
    CHECK(reader.get(8) == 0);
    CHECK(reader.failed());
}

TEST_CASE("base 32 is as RFC 4648 has it, without padding") {
    CHECK(to_base32("foobar") == "MZXW6YTBOI");
    CHECK(to_base32("fooba") == "MZXW6YTB");
    CHECK(to_base32("") == "");
    std::size_t wrong = 0;
    CHECK(from_base32("mzxw6ytboi", wrong) == "foobar");
    CHECK_FALSE(from_base32("MZXW1", wrong));
    CHECK(wrong == 4);
}

TEST_CASE("10000 random visits come back from their codes, without what was hidden") {
    auto const seed = random_seed();
    INFO("seed " << seed << " (NEEDLEWISE_SEED)");
    Random random{seed};
    auto const& form = builtin().questionnaire;
    std::size_t hidden = 0;
    std::vector<std::size_t> sizes;
    for (int round = 0; round < 10000; ++round) {
        INFO("round " << round);
        auto const visit = random_visit(random);
        auto const code = write_answer_code(form, visit);
        auto const back = read_answer_code(form, code);
        REQUIRE(back);
        REQUIRE(back->plan_id == visit.plan_id);
        REQUIRE(back->plan.date == visit.plan.date);
        REQUIRE(back->plan.moves == visit.plan.moves);
        EffectiveAnswers const effective{form, visit.sheet, today()};
        for (ItemIndex item = 0; item < form.items.size(); ++item) {
            INFO(form.items[item].link_id);
            auto const& given = visit.sheet.answers[item];
            if (effective.enabled(item)) {
                REQUIRE(back->sheet.answers[item] == in_order(form.items[item], given));
            } else {
                REQUIRE(back->sheet.answers[item].empty());
                hidden += given.empty() ? 0 : 1;
            }
        }
        REQUIRE(write_answer_code(form, *back) == code);
        sizes.push_back(code.size());
    }
    CHECK(hidden > 10000);
    std::sort(sizes.begin(), sizes.end());
    INFO("characters: median " << sizes[sizes.size() / 2] << ", most " << sizes.back());
    CHECK(sizes[sizes.size() / 2] < 110);
    CHECK(sizes.back() < 200);
}

TEST_CASE("a plain visit has a short code") {
    auto const plain = healthy().answer("planned-date", "\"2026-03-30\"");
    auto const code = write_answer_code(builtin().questionnaire, {plain.sheet, {}, 0x123456789ABC});
    INFO(code);
    CHECK(code.size() < 90);
    CHECK(code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
}

TEST_CASE("small letters are read too, as some programs change them") {
    auto code = a_code();
    std::transform(code.begin(), code.end(), code.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    CHECK(refused(code) == "read");
}

TEST_CASE("wherever a code is cut, it says that its end is missing") {
    auto const code = a_code();
    CHECK(refused("") == "code-empty");
    for (std::size_t size = 1; size < code.size(); ++size) {
        INFO(size);
        REQUIRE(refused(code.substr(0, size)) == "code-cut");
    }
    auto const read = read_answer_code(builtin().questionnaire, code.substr(0, 20));
    REQUIRE_FALSE(read);
    CHECK(read.error().where.column == 20);
    CHECK(refused(code + "A") == "code-longer");
    CHECK(refused(code + code) == "code-longer");
}

TEST_CASE("no change of one bit or of one letter goes unseen") {
    auto const code = a_code();
    std::size_t wrong = 0;
    auto const bytes = from_base32(code, wrong).value();
    std::set<std::string> said;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        INFO(bit);
        auto changed = bytes;
        changed[bit / 8] = static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ (1U << (bit % 8)));
        auto const problem = refused(to_base32(changed));
        bool const in_length = bit / 8 == 1 || bit / 8 == 2;
        REQUIRE((problem == "code-damaged" || (in_length && (problem == "code-cut" || problem == "code-longer"))));
    }
    for (std::size_t place = 0; place < code.size(); ++place) {
        auto changed = code;
        changed[place] = code[place] == 'Q' ? 'R' : 'Q';
        INFO(changed);
        REQUIRE(refused(changed) != "read");
        changed[place] = '1';
        auto const read = read_answer_code(builtin().questionnaire, changed);
        REQUIRE_FALSE(read);
        REQUIRE(read.error().code == "code-character");
        REQUIRE(read.error().where.column == place + 1);
    }
}

TEST_CASE("a code of a later version, another form or a changed form is told apart") {
    CHECK(refused(changed_code([](std::string&) {})) == "read");
    CHECK(refused(changed_code([](std::string& bytes) { bytes[0] = 2; })) == "code-newer");
    auto other = builtin().questionnaire;
    other.url = "urn:example:other";
    CHECK(refused(a_code(), other) == "code-other-questionnaire");
    auto changed = builtin().questionnaire;
    auto const choice = std::find_if(changed.items.begin(), changed.items.end(),
                                     [](Item const& item) { return item.options.size() > 2; });
    choice->options.pop_back();
    CHECK(refused(a_code(), changed) == "code-changed-questionnaire");
    auto reworded = builtin().questionnaire;
    reworded.version = "99";
    reworded.items[1].text += "?";
    CHECK(refused(a_code(), reworded) == "read");
}

TEST_CASE("what nobody would write is refused, even with a right check sum") {
    CHECK(refused(changed_code([](std::string& bytes) { bytes += '\0'; })) == "code-nonsense");
    CHECK(refused(changed_code([](std::string& bytes) { bytes.resize(9); })) == "code-nonsense");
    CHECK(refused(changed_code([](std::string& bytes) { bytes += std::string(2000, '\xFF'); })) == "code-nonsense");
    CHECK(refused(changed_code([](std::string& bytes) { std::fill(bytes.begin() + 9, bytes.end(), '\xFF'); })) ==
          "code-nonsense");
    CHECK(refused(std::string(8001, 'A')) == "code-too-long");
    for (auto const& [type, value] : std::vector<std::pair<ItemType, Value>>{{ItemType::Time, TimeText{"noon"}},
                                                                             {ItemType::DateTime, DateTimeText{"x"}}}) {
        Questionnaire form;
        form.items.resize(1);
        form.items[0].type = type;
        form.index();
        Visit visit{AnswerSheet{form}, {}, 0};
        visit.sheet.answers[0] = {value};
        CHECK(refused(write_answer_code(form, visit), form) == "code-nonsense");
    }
}

TEST_CASE("a form with every type of question comes back too") {
    Questionnaire form;
    form.url = "urn:example:types";
    std::vector<std::pair<ItemType, Answer>> const said{
        {ItemType::Boolean, {true}},
        {ItemType::Decimal, {-1.5}},
        {ItemType::Integer, {std::int64_t{-40}, std::int64_t{7}}},
        {ItemType::Date, {today()}},
        {ItemType::DateTime, {DateTimeText{"2026-03-02T10:00:00Z"}}},
        {ItemType::Time, {TimeText{"10:00:00"}}},
        {ItemType::String, {std::string{"a\nb ü"}}},
        {ItemType::Url, {UrlText{"urn:a"}}},
        {ItemType::Choice, {Coding{"s", "c", "d"}}},
        {ItemType::OpenChoice, {std::string{"free"}, Coding{"s", "c", "d"}}},
        {ItemType::Quantity, {Quantity{2.5, "mm", "u", "mm"}}},
    };
    for (auto const& [type, answer] : said) {
        Item item;
        item.link_id = std::to_string(form.items.size());
        item.type = type;
        item.repeats = answer.size() > 1;
        form.items.push_back(item);
    }
    Item offered;
    offered.link_id = "offered";
    offered.type = ItemType::OpenChoice;
    offered.repeats = true;
    offered.options = {{Coding{"s", "a", ""}, "A", false, false}, {std::string{"b"}, "B", false, false}};
    form.items.push_back(offered);
    form.index();
    Visit visit{AnswerSheet{form}, {}, 0};
    for (std::size_t item = 0; item < said.size(); ++item) {
        visit.sheet.answers[item] = said[item].second;
    }
    visit.sheet.answers.back() = {Coding{"s", "a", ""}, std::string{"other"}};
    auto const back = read_answer_code(form, write_answer_code(form, visit));
    REQUIRE(back);
    CHECK(back->sheet.answers == visit.sheet.answers);
}
