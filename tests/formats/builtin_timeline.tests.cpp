// tests/vectors/timeline.json holds the rows of protocol/timeline.md and its worked schedules, word for word.
#include "built_in_plan.hpp"
#include "formats/timeline_json.hpp"

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;
using namespace needlewise::core::test;

namespace {

constexpr char const* first_session = "2026-05-04";

// One session, so that no entry is cut by the next.
BuiltInPlan one_session() {
    return BuiltInPlan{}.date(first_session).answer("planned-date", "\"2026-05-04\"").answer("sessions-planned", "1");
}

std::string joined(std::vector<std::string> const& texts) { return join(texts, " "); }
std::string joined(JsonValue texts) {
    std::vector<std::string> parts;
    for (auto const text : texts.elements()) {
        parts.emplace_back(text.text());
    }
    return join(parts, " ");
}

char strength_letter(Strength strength) { return "ABCD"[static_cast<std::size_t>(strength)]; }

void check_days(TimelineItem const& item, JsonValue from, JsonValue to) {
    CHECK(item.from_day == from.integer());
    CHECK(item.to_day.has_value() == !to.is(JsonKind::Null));
    if (item.to_day) CHECK(*item.to_day == to.integer());
    auto const session = Date::from_iso(first_session).value();
    CHECK(item.from == session.plus_days(item.from_day));
    if (item.to) CHECK(*item.to == session.plus_days(*item.to_day));
}

void check_evidence(TimelineItem const& item, JsonValue row) {
    CHECK(joined(item.sources) == joined(row.member("sources")));
    REQUIRE(item.strength);
    if (row.member("strength")) {
        CHECK(std::string(1, strength_letter(*item.strength)) == row.member("strength").text());
    }
}

TimelineItem const& required_item(Timeline const& timeline, std::string_view id) {
    auto const* item = find_item(timeline, id);
    INFO(id);
    REQUIRE(item != nullptr);
    return *item;
}

std::vector<std::string> ids_of(Timeline const& timeline, TimelineItemKind kind) {
    std::vector<std::string> ids;
    for (auto const& item : timeline.items) {
        if (item.kind == kind) ids.push_back(item.id);
    }
    return ids;
}

}  // namespace

TEST_CASE("Each preparation task of the catalogue is shown on its days, and only when its condition allows") {
    Vectors const vectors{"timeline.json"};
    auto const plain = one_session().timeline_if_clear();
    int always = 0;
    for (auto const row : vectors.root().member("preparation").elements()) {
        auto const id = row.member("id").text();
        INFO(id);
        auto const cases = row.member("shownWith");
        if (cases.size() == 0) {
            ++always;
            check_days(required_item(plain, id), row.member("from"), row.member("to"));
            check_evidence(required_item(plain, id), row);
        } else {
            CHECK(find_item(plain, id) == nullptr);
        }
        for (auto const answers : cases.elements()) {
            auto const timeline = one_session().answers(answers).timeline_if_clear();
            auto const& item = required_item(timeline, id);
            CHECK(item.kind == TimelineItemKind::Prepare);
            CHECK_FALSE(item.set_by_clinic);
            check_days(item, row.member("from"), row.member("to"));
            check_evidence(item, row);
        }
    }
    CHECK(ids_of(plain, TimelineItemKind::Prepare).size() == static_cast<std::size_t>(always));
    CHECK(builtin().timeline.preparation.size() == vectors.root().member("preparation").size());
}

TEST_CASE("Not being sure shows a preparation task that may apply") {
    CHECK(find_item(one_session().answer("creams", R"(["not-sure"])").timeline_if_clear(), "prep-retinoid") != nullptr);
    CHECK(find_item(one_session().answer("creams", R"(["none"])").timeline_if_clear(), "prep-retinoid") == nullptr);
    CHECK(find_item(one_session().answer("diabetes", "\"not-sure\"").timeline_if_clear(), "prep-diabetes") != nullptr);
}

TEST_CASE("A healthy person's preparation is sorted by first day, then by catalogue order") {
    auto const timeline = healthy().answer("planned-date", "\"2026-05-04\"").answer("sessions-planned", "1").timeline();
    CHECK(joined(ids_of(timeline, TimelineItemKind::Prepare)) ==
          "prep-questions prep-ask-provider prep-ask-products prep-no-procedures prep-no-tan prep-sunscreen "
          "prep-no-peel prep-no-hair-removal prep-home-kit prep-health-check prep-alcohol prep-clean-face "
          "prep-eat-drink prep-hat");
}

TEST_CASE("Each step of the day is shown at its minutes, for the kind of numbing") {
    Vectors const vectors{"timeline.json"};
    for (auto const* numbing : {"", "\"clinic\"", "\"own\"", "\"not-sure\"", "\"no\""}) {
        auto planner = one_session();
        if (*numbing != '\0') planner.answer("numbing", numbing);
        auto const timeline = planner.timeline_if_clear();
        std::string const code{numbing};
        std::vector<std::string> expected;
        for (auto const row : vectors.root().member("dayOf").elements()) {
            auto const cases = row.member("shownWith");
            bool shown = cases.size() == 0;
            for (auto const answers : cases.elements()) {
                auto const wanted = answers.member("numbing").text();
                shown |= code.empty() ? wanted == "clinic" : code == "\"" + std::string{wanted} + "\"";
            }
            if (!shown) continue;
            expected.emplace_back(row.member("id").text());
            auto const& item = required_item(timeline, row.member("id").text());
            INFO(item.id);
            CHECK(item.from_minute == row.member("from").integer());
            CHECK(item.to_minute == row.member("to").integer());
            check_evidence(item, row);
        }
        CHECK(joined(ids_of(timeline, TimelineItemKind::DayOf)) == joined(expected));
    }
}

TEST_CASE("The clinic's minutes shift the steps of the day") {
    Vectors const vectors{"timeline.json"};
    for (auto const row : vectors.root().member("minutes").elements()) {
        auto const timeline = one_session()
                                  .set(row.member("parameter").text(), static_cast<int>(row.member("value").integer()))
                                  .timeline_if_clear();
        for (auto const& step : row.member("steps").members()) {
            auto const& item = required_item(timeline, step.name());
            INFO(item.id);
            std::vector<std::int64_t> minutes;
            for (auto const minute : step.value.elements()) minutes.push_back(minute.integer());
            CHECK(minutes == std::vector<std::int64_t>{item.from_minute.value(), item.to_minute.value()});
        }
    }
}

TEST_CASE("Each sign is shown with its days and level of contact") {
    Vectors const vectors{"timeline.json"};
    auto const timeline = one_session().timeline_if_clear();
    for (auto const row : vectors.root().member("signs").elements()) {
        auto const& item = required_item(timeline, row.member("id").text());
        INFO(item.id);
        CHECK(item.kind == TimelineItemKind::Sign);
        CHECK(item.onset == row.member("onset").integer());
        CHECK(item.usual_end == row.member("usualEnd").integer());
        CHECK(item.plausible_until == row.member("plausibleUntil").integer());
        check_days(item, row.member("onset"), row.member("plausibleUntil"));
        CHECK(name_of(item.contact.value()) == row.member("contact").text());
        CHECK(item.has_call_if == row.member("callIf").boolean());
        CHECK_FALSE(item.more_likely);
        CHECK_FALSE(item.height.empty());
        check_evidence(item, row);
        auto const last = *item.plausible_until;
        CHECK(sign_state(item, *item.onset - 1) == SignState::NotYet);
        CHECK(sign_state(item, *item.onset) == SignState::Expected);
        CHECK(sign_state(item, last + 1) == (item.contact == Contact::None ? SignState::Over : SignState::Contact));
    }
    for (auto const row : vectors.root().member("watch").elements()) {
        auto const& item = required_item(timeline, row.member("id").text());
        INFO(item.id);
        CHECK(item.kind == TimelineItemKind::Watch);
        check_days(item, row.member("from"), row.member("to"));
        CHECK(name_of(item.contact.value()) == row.member("contact").text());
        check_evidence(item, row);
    }
    CHECK(ids_of(timeline, TimelineItemKind::Sign).size() == vectors.root().member("signs").size());
    CHECK(ids_of(timeline, TimelineItemKind::Watch).size() == vectors.root().member("watch").size());
}

TEST_CASE("Each change by answers fires with each of its answers, and changes nothing else") {
    Vectors const vectors{"timeline.json"};
    auto const plain = one_session().timeline_if_clear();
    for (auto const row : vectors.root().member("changes").elements()) {
        auto const sign = row.member("item").text();
        auto const& before = required_item(plain, sign);
        for (auto const answers : row.member("shownWith").elements()) {
            INFO(row.member("id").text());
            auto const timeline = one_session().answers(answers).timeline_if_clear();
            auto const& item = required_item(timeline, sign);
            CHECK(item.more_likely == row.member("moreLikely").boolean());
            CHECK(item.notes.empty() != row.member("note").boolean());
            if (item.kind == TimelineItemKind::Sign) {
                auto const usual = row.member("usualEnd");
                auto const plausible = row.member("plausibleUntil");
                CHECK(item.usual_end.value() == (usual.is(JsonKind::Null) ? *before.usual_end : usual.integer()));
                CHECK(item.plausible_until.value() ==
                      (plausible.is(JsonKind::Null) ? *before.plausible_until : plausible.integer()));
            }
            CHECK(item.contact == before.contact);
            for (auto const source : row.member("sources").elements()) {
                CHECK((" " + joined(item.sources) + " ").find(" " + std::string{source.text()} + " ") !=
                      std::string::npos);
            }
        }
    }
    for (auto const& item : healthy().answer("planned-date", "\"2026-05-04\"").timeline().items) {
        INFO(item.id);
        CHECK_FALSE(item.more_likely);
        CHECK(item.notes.empty());
    }
    // Not sure is no reason to expect more.
    auto const unsure =
        one_session().answer("device", "\"not-sure\"").answer("pigment", R"(["not-sure"])").timeline_if_clear();
    CHECK(required_item(unsure, "redness").usual_end == 2);
    CHECK_FALSE(required_item(unsure, "dark-marks").more_likely);
}

TEST_CASE("Each do and don't is shown on its days") {
    Vectors const vectors{"timeline.json"};
    auto const timeline = one_session().timeline_if_clear();
    for (auto const row : vectors.root().member("care").elements()) {
        auto const& item = required_item(timeline, row.member("id").text());
        INFO(item.id);
        CHECK(name_of(item.kind) == row.member("kind").text());
        check_days(item, row.member("from"), row.member("to"));
        check_evidence(item, row);
        CHECK_FALSE(item.set_by_clinic);
        CHECK_FALSE(item.icon.empty());
    }
    CHECK(builtin().timeline.care.size() == vectors.root().member("care").size());
}

TEST_CASE("Each clinic parameter moves its bound, and the item says so") {
    Vectors const vectors{"timeline.json"};
    for (auto const row : vectors.root().member("bounds").elements()) {
        auto const id = row.member("item").text();
        INFO(row.member("parameter").text() << " " << row.member("value").integer() << " " << id);
        auto planner = one_session();
        if (row.member("answers")) planner.answers(row.member("answers"));
        planner.set(row.member("parameter").text(), static_cast<int>(row.member("value").integer()));
        auto const timeline = planner.timeline_if_clear();
        if (row.member("from").is(JsonKind::Null)) {
            CHECK(find_item(timeline, id) == nullptr);
            continue;
        }
        auto const& item = required_item(timeline, id);
        check_days(item, row.member("from"), row.member("to"));
    }
    CHECK(required_item(one_session().set("heat-last-day", 9).timeline_if_clear(), "no-heat").set_by_clinic);
    CHECK_FALSE(required_item(one_session().set("heat-last-day", 9).timeline_if_clear(), "no-swimming").set_by_clinic);
}

TEST_CASE("The strip and the red flags are those of the catalogue") {
    Vectors const vectors{"timeline.json"};
    auto const timeline = one_session().timeline_if_clear();
    auto const session = Date::from_iso(first_session).value();
    std::size_t position = 0;
    for (auto const row : vectors.root().member("days").elements()) {
        REQUIRE(position < timeline.days.size());
        auto const& day = timeline.days[position++];
        CHECK(day.id == row.member("id").text());
        CHECK(days_between(session, day.from) == row.member("from").integer());
        CHECK(days_between(session, day.to) == row.member("to").integer());
    }
    CHECK(position == timeline.days.size());

    std::string flags;
    for (auto const& group : builtin().timeline.red_flags) {
        for (auto const& flag : group.flags) flags += group.id + "/" + flag + " ";
    }
    std::string expected;
    for (auto const row : vectors.root().member("redFlags").elements()) {
        expected += std::string{row.member("group").text()} + "/" + std::string{row.member("id").text()} + " ";
    }
    CHECK(flags == expected);
}

TEST_CASE("Each goal has the numbers of the catalogue") {
    Vectors const vectors{"timeline.json"};
    auto const values = [](JsonValue list) {
        std::vector<std::int64_t> numbers;
        for (auto const number : list.elements()) numbers.push_back(number.integer());
        return numbers;
    };
    using Numbers = std::vector<std::int64_t>;
    for (auto const row : vectors.root().member("concerns").elements()) {
        auto const code = std::string{row.member("code").text()};
        INFO(code);
        auto const timeline = BuiltInPlan{}
                                  .date(first_session)
                                  .answer("concerns", "[\"" + code + "\", \"hair-loss\"]")
                                  .timeline_if_clear();
        auto const& schedule = timeline.schedule;
        CHECK(Numbers{schedule.sessions_minimum, schedule.sessions_default, schedule.sessions_maximum} ==
              values(row.member("sessions")));
        CHECK(Numbers{schedule.spacing_minimum, schedule.spacing, schedule.spacing_maximum} ==
              values(row.member("spacing")));
        auto const& change = required_item(timeline, "first-change");
        CHECK(Numbers{change.from_day, change.to_day.value()} == values(row.member("firstChange")));
        auto const* result = find_item(timeline, "full-result", schedule.sessions_default);
        REQUIRE(result != nullptr);
        CHECK(Numbers{result->from_day, result->to_day.value()} == values(row.member("fullResult")));
        CHECK(joined(result->sources) == joined(row.member("sources")));
    }
    CHECK(builtin().timeline.sessions.concerns.size() == vectors.root().member("concerns").size());
}

TEST_CASE("Each worked schedule comes out as written, with the outcome of its answers") {
    Vectors const vectors{"timeline.json"};
    for (auto const row : vectors.root().member("schedules").elements()) {
        INFO(row.member("id").text());
        auto planner = healthy().answers(row.member("answers"));
        if (row.member("date")) planner.date(row.member("date").text());
        for (auto const& move : row.member("moves").members()) {
            planner.request.moves[std::stoi(std::string{move.name()})] = date_of(move.value);
        }
        auto const result = planner.result();
        auto const& timeline = result.timeline;
        auto const& schedule = timeline.schedule;

        std::vector<std::string> dates;
        for (auto const& session : timeline.sessions) dates.push_back(session.date.iso());
        CHECK(joined(dates) == joined(row.member("sessions")));
        if (row.member("state")) CHECK(name_of(schedule.state) == row.member("state").text());
        if (row.member("reason")) CHECK(name_of(schedule.reason.value()) == row.member("reason").text());
        if (row.member("resultsCheck")) CHECK(describe(schedule.results_check) == row.member("resultsCheck").text());
        CHECK(schedule.outside_usual == row.member("outsideUsual").boolean());

        auto const json_text = timeline_json(builtin(), planner.parameters, timeline);
        auto const json = parse_json(json_text);
        REQUIRE(json);
        for (auto const& number : row.member("numbers").members()) {
            INFO(number.name());
            CHECK(json.value().root().member("schedule").member(number.name()).integer() == number.value.integer());
        }
        for (auto const& date : row.member("event").members()) {
            INFO(date.name());
            CHECK(json.value().root().member("event").member(date.name()).text() == date.value.text());
        }
        auto const refused = row.member("refused");
        CHECK(result.refused.has_value() == static_cast<bool>(refused));
        if (result.refused && refused) {
            CHECK(result.refused->session == refused.member("session").integer());
            CHECK(describe(result.refused->earliest) == refused.member("earliest").text());
        }
    }
}
