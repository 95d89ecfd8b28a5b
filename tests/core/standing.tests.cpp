#include "core/small_form.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;
using namespace needlewise::core::test;

namespace {

auto const today = day("2026-03-02");

AnswerStanding standing(Item const& item, Answer const& answer) { return standing_of(item, answer, false, today); }

constexpr auto Absent = AnswerStanding::Absent;
constexpr auto Valid = AnswerStanding::Valid;
constexpr auto OutOfRange = AnswerStanding::OutOfRange;
constexpr auto Malformed = AnswerStanding::Malformed;

Item const single = choice("single", {"no", "yes", "not-sure"});
Item const several = choices("several", {"a", "b", "none", "not-sure"});

Item date_with(std::optional<Bound> minimum, std::optional<Bound> maximum) {
    auto item = item_of("date", ItemType::Date);
    item.minimum = minimum;
    item.maximum = maximum;
    return item;
}

}  // namespace

TEST_CASE("No values and empty texts are no answer") {
    CHECK(standing(single, {}) == Absent);
    CHECK(standing(several, {}) == Absent);
    CHECK(standing(item_of("text", ItemType::Text), {std::string{}}) == Absent);
    CHECK(standing(item_of("section", ItemType::Group), {}) == Absent);
}

TEST_CASE("What could not be read is malformed, on any item") {
    CHECK(standing_of(single, {}, true, today) == Malformed);
    CHECK(standing_of(item_of("section", ItemType::Group), {}, true, today) == Malformed);
    CHECK(standing_of(item_of("note", ItemType::Display), {}, true, today) == Malformed);
}

TEST_CASE("A group or a display takes no answer") {
    CHECK(standing(item_of("section", ItemType::Group), codes({"yes"})) == Malformed);
    CHECK(standing(item_of("note", ItemType::Display), {std::string{"x"}}) == Malformed);
}

TEST_CASE("A single choice takes one of its codes") {
    CHECK(standing(single, codes({"yes"})) == Valid);
    CHECK(standing(single, codes({"maybe"})) == Malformed);
    CHECK(standing(single, codes({"yes", "no"})) == Malformed);
    CHECK(standing(single, {Coding{"urn:other", "yes", ""}}) == Malformed);
    CHECK(standing(single, {std::string{"yes"}}) == Malformed);
    CHECK(standing(single, {true}) == Malformed);
}

TEST_CASE("A multi-select takes each code once") {
    CHECK(standing(several, codes({"a"})) == Valid);
    CHECK(standing(several, codes({"b", "a"})) == Valid);
    CHECK(standing(several, codes({"a", "not-sure"})) == Valid);
    CHECK(standing(several, codes({"a", "a"})) == Malformed);
    CHECK(standing(several, codes({"a", "c"})) == Malformed);
}

TEST_CASE("An exclusive option stands alone") {
    CHECK(standing(several, codes({"none"})) == Valid);
    CHECK(standing(several, codes({"none", "a"})) == Malformed);
    CHECK(standing(several, codes({"not-sure", "none"})) == Malformed);
    CHECK(standing(several, codes({"none", "none"})) == Malformed);
}

TEST_CASE("A date lies between 1900 and 2199") {
    auto const date = item_of("date", ItemType::Date);
    CHECK(standing(date, {day("1900-01-01")}) == Valid);
    CHECK(standing(date, {day("2199-12-31")}) == Valid);
    CHECK(standing(date, {day("1899-12-31")}) == OutOfRange);
    CHECK(standing(date, {day("2200-01-01")}) == OutOfRange);
    CHECK(standing(date, {day("2026-01-01"), day("2026-01-02")}) == Malformed);
    CHECK(standing(date, {std::string{"2026-01-01"}}) == Malformed);
}

TEST_CASE("A past date may be today, and so may one from today on") {
    auto const past = date_with({}, Today{});
    CHECK(standing(past, {day("2026-03-02")}) == Valid);
    CHECK(standing(past, {day("2026-03-03")}) == OutOfRange);
    auto const to_come = date_with(Today{}, {});
    CHECK(standing(to_come, {day("2026-03-02")}) == Valid);
    CHECK(standing(to_come, {day("2026-03-01")}) == OutOfRange);
    auto const between = date_with(Bound{Value{day("2026-01-01")}}, Bound{Value{day("2026-01-31")}});
    CHECK(standing(between, {day("2025-12-31")}) == OutOfRange);
    CHECK(standing(between, {day("2026-01-01")}) == Valid);
    CHECK(standing(between, {day("2026-01-31")}) == Valid);
    CHECK(standing(between, {day("2026-02-01")}) == OutOfRange);
}

TEST_CASE("A moment of the bounding day is in range") {
    auto moment = item_of("moment", ItemType::DateTime);
    moment.maximum = Today{};
    CHECK(standing(moment, {DateTimeText{"2026-03-02T23:59:00Z"}}) == Valid);
    CHECK(standing(moment, {DateTimeText{"2026-03-03T00:00:00Z"}}) == OutOfRange);
    CHECK(standing(moment, {day("2026-03-02")}) == Malformed);
}

TEST_CASE("A whole number keeps its bounds") {
    auto sessions = item_of("sessions", ItemType::Integer);
    sessions.minimum = Value{std::int64_t{1}};
    sessions.maximum = Value{std::int64_t{12}};
    CHECK(standing(sessions, {std::int64_t{1}}) == Valid);
    CHECK(standing(sessions, {std::int64_t{12}}) == Valid);
    CHECK(standing(sessions, {std::int64_t{0}}) == OutOfRange);
    CHECK(standing(sessions, {std::int64_t{13}}) == OutOfRange);
    CHECK(standing(sessions, {2.5}) == Malformed);
    CHECK(standing(sessions, {std::string{"3"}}) == Malformed);
}

TEST_CASE("A text may be as long as allowed, counted in characters") {
    auto text = item_of("text", ItemType::String);
    text.max_length = 4;
    CHECK(standing(text, {std::string{"vier"}}) == Valid);
    CHECK(standing(text, {std::string{"\xC3\xA9t\xC3\xA9s"}}) == Valid);
    CHECK(standing(text, {std::string{"cinq!"}}) == OutOfRange);
    auto address = item_of("address", ItemType::Url);
    address.max_length = 5;
    CHECK(standing(address, {UrlText{"urn:a"}}) == Valid);
    CHECK(standing(address, {UrlText{"urn:ab"}}) == OutOfRange);
}

TEST_CASE("An open choice takes an option or free text") {
    auto open = choice("open", {"a", "b"});
    open.type = ItemType::OpenChoice;
    CHECK(standing(open, codes({"a"})) == Valid);
    CHECK(standing(open, {std::string{"something else"}}) == Valid);
    CHECK(standing(open, codes({"c"})) == Malformed);
    CHECK(standing(open, {std::int64_t{1}}) == Malformed);
}

TEST_CASE("Options need not be codings") {
    auto doses = item_of("doses", ItemType::Choice);
    doses.options = {AnswerOption{std::int64_t{1}, "1"}, AnswerOption{std::int64_t{2}, "2"}};
    CHECK(standing(doses, {std::int64_t{2}}) == Valid);
    CHECK(standing(doses, {std::int64_t{3}}) == Malformed);
    CHECK(standing(doses, codes({"1"})) == Malformed);
}

TEST_CASE("A choice whose codes are not listed takes any coding") {
    CHECK(standing(item_of("elsewhere", ItemType::Choice), codes({"anything"})) == Valid);
    CHECK(standing(item_of("elsewhere", ItemType::Choice), {std::string{"anything"}}) == Malformed);
}

TEST_CASE("Each type takes its own value") {
    CHECK(standing(item_of("b", ItemType::Boolean), {true}) == Valid);
    CHECK(standing(item_of("b", ItemType::Boolean), {std::int64_t{1}}) == Malformed);
    CHECK(standing(item_of("d", ItemType::Decimal), {1.5}) == Valid);
    CHECK(standing(item_of("t", ItemType::Time), {TimeText{"10:00:00"}}) == Valid);
    CHECK(standing(item_of("u", ItemType::Url), {UrlText{"urn:a"}}) == Valid);
    CHECK(standing(item_of("q", ItemType::Quantity), {Quantity{1, "mm", "", ""}}) == Valid);
    CHECK(standing(item_of("q", ItemType::Quantity), {1.0}) == Malformed);
}

TEST_CASE("A repeating text may say the same twice") {
    auto text = item_of("text", ItemType::String);
    text.repeats = true;
    CHECK(standing(text, {std::string{"a"}, std::string{"a"}}) == Valid);
}
