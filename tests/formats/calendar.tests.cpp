#include "formats/calendar.hpp"

#include "built_in_plan.hpp"
#include "formats/utf8.hpp"

#include <map>
#include <set>

using namespace needlewise::core;
using namespace needlewise::formats;
using namespace needlewise::formats::test;

namespace {

std::string written(BuiltInPlan const& planner, CalendarChoices const& choices = {}) {
    return calendar(builtin(), planner.parameters, planner.timeline(), page_words(), "en", choices);
}
BuiltInPlan planned() { return healthy().answer("planned-date", "\"2026-03-30\""); }
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    for (std::size_t position = 0; position < text.size();) {
        auto const end = text.find("\r\n", position);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(position, end - position));
        position = end + 2;
    }
    return lines;
}

/// Events by UID, each property by name and parameters as written, unfolded.
std::map<std::string, std::map<std::string, std::string>> events_of(std::string const& text) {
    std::vector<std::string> unfolded;
    for (auto const& line : lines_of(text)) {
        if (!line.empty() && line[0] == ' ') {
            unfolded.back() += line.substr(1);
        } else {
            unfolded.push_back(line);
        }
    }
    std::map<std::string, std::map<std::string, std::string>> events;
    std::map<std::string, std::string> event;
    for (auto const& line : unfolded) {
        auto const colon = line.find(':');
        REQUIRE(colon != std::string::npos);
        if (line == "BEGIN:VEVENT") event.clear();
        event[line.substr(0, colon)] = line.substr(colon + 1);
        if (line == "END:VEVENT") {
            CHECK(events.count(event["UID"]) == 0);
            events[event["UID"]] = event;
        }
    }
    return events;
}

std::set<std::string> uids_of(std::string const& text) {
    std::set<std::string> uids;
    for (auto const& event : events_of(text)) uids.insert(event.first);
    return uids;
}

}  // namespace

TEST_CASE("a calendar is folded at 75 octets with CRLF, and no character is split") {
    auto const text = written(planned());
    CHECK(text.rfind("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", 0) == 0);
    CHECK(text.substr(text.size() - 15) == "END:VCALENDAR\r\n");
    for (auto const& line : lines_of(text)) {
        CHECK(line.size() <= 75);
        CHECK_FALSE(has(line, "\n"));
        CHECK(valid_utf8(line) == line);
    }
    CHECK(folded_line("short") == "short\r\n");
    CHECK(folded_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
    CHECK(folded_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
    CHECK(folded_line(std::string(150, 'a')) == std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
    CHECK(folded_line(std::string(74, 'a') + "\xC3\xBC") == std::string(74, 'a') + "\r\n \xC3\xBC\r\n");
    CHECK(folded_line(std::string(72, 'a') + "\xF0\x9F\x98\x80") == std::string(72, 'a') + "\r\n \xF0\x9F\x98\x80\r\n");
}

TEST_CASE("calendar texts are escaped") {
    CHECK(calendar_text("a,b;c\\d\ne: \"f\"") == R"(a\,b\;c\\d\ne: "f")");
    CHECK(calendar_text("a\r\nb\x01\x7f\tc") == "a\\nb\tc");
    CHECK(calendar_text("\xFF") == "\xEF\xBF\xBD");
}

TEST_CASE("sessions are days with the red flags in their description") {
    auto const events = events_of(written(planned()));
    auto const& session = events.at("microneedling-session-2-day@needlewise");
    CHECK(session.at("DTSTART;VALUE=DATE") == "20260427");
    CHECK(session.at("DTEND;VALUE=DATE") == "20260428");
    CHECK(session.at("DTSTAMP") == "20260302T000000Z");
    CHECK(session.at("SUMMARY") == "Treatment session 2 of 3");
    CHECK(session.at("TRANSP") == "OPAQUE");
    auto const& description = session.at("DESCRIPTION");
    CHECK(has(description, "Trouble breathing\\, or a swollen tongue or throat"));
    CHECK(has(description, "999\\, 112 or 911"));
    CHECK(has(description, "If you are worried\\, call your clinic or doctor."));
    CHECK(has(description, "A scar that rises or grows"));
}

TEST_CASE("preparation, care and checks stand on their days") {
    auto const events = events_of(written(planned()));
    auto const& tan = events.at("microneedling-session-1-prep-no-tan@needlewise");
    CHECK(tan.at("DTSTART;VALUE=DATE") == "20260316");
    CHECK(tan.at("DTEND;VALUE=DATE") == "20260317");
    CHECK(tan.at("DESCRIPTION") == "Until Monday 30 March 2026.");
    CHECK(tan.at("TRANSP") == "TRANSPARENT");

    auto const& heat = events.at("microneedling-session-1-no-heat@needlewise");
    CHECK(heat.at("DTSTART;VALUE=DATE") == "20260330");
    CHECK(heat.at("DTEND;VALUE=DATE") == "20260405");
    CHECK(heat.at("SUMMARY") == "No sauna\\, steam\\, hot tub or hot yoga. No pool or sea.");
    CHECK(events.count("microneedling-session-1-no-swimming@needlewise") == 0);

    auto const& check = events.at("microneedling-session-3-results-check@needlewise");
    CHECK(check.at("DTSTART;VALUE=DATE") == "20260817");
    auto const& sunscreen = events.at("microneedling-session-3-sunscreen@needlewise");
    CHECK(sunscreen.at("DTSTART;VALUE=DATE") == "20260526");
    CHECK(sunscreen.at("DTEND;VALUE=DATE") == "20260527");
    CHECK(sunscreen.at("DESCRIPTION") == "- Use SPF 30 or more each day. Put it on again often.\\nFrom this day on.");
}

TEST_CASE("a task that is late is for today, one whose time is over is left out") {
    auto planner = planned();
    planner.today = Date::from_calendar(2026, 3, 20).value();
    auto const events = events_of(written(planner));
    auto const& tan = events.at("microneedling-session-1-prep-no-tan@needlewise");
    CHECK(tan.at("DTSTART;VALUE=DATE") == "20260320");
    CHECK(tan.at("DTSTAMP") == "20260320T000000Z");
    CHECK(has(tan.at("DESCRIPTION"), "As soon as you can."));
    CHECK(events.count("microneedling-session-1-prep-questions@needlewise") == 0);
}

TEST_CASE("a moved session keeps its UIDs") {
    auto planner = planned();
    auto const before = uids_of(written(planner));
    CHECK(before == uids_of(written(planner)));
    planner.request.moves[1] = Date::from_calendar(2026, 4, 6).value();
    CHECK(before == uids_of(written(planner)));
    CHECK(written(planner) == written(planner));
}

TEST_CASE("a calendar without a plan says why, as it may not be empty") {
    auto const events = events_of(written(planned().answer("pregnancy", R"(["pregnant"])")));
    REQUIRE(events.size() == 1);
    auto const& event = events.begin()->second;
    CHECK(event.at("DTSTART;VALUE=DATE") == "20260302");
    CHECK(has(event.at("DESCRIPTION"), "Treatment is not advised right now."));
    CHECK(has(event.at("DESCRIPTION"), "Chest pain"));
}

TEST_CASE("only the kinds that were chosen are in a calendar") {
    auto const all = uids_of(written(planned()));
    std::set<std::string> together;
    for (int kind = 0; kind < 4; ++kind) {
        CalendarChoices choices;
        choices.sessions = kind == 0;
        choices.preparation = kind == 1;
        choices.care = kind == 2;
        choices.checks = kind == 3;
        for (auto const& uid : uids_of(written(planned(), choices))) {
            INFO(uid);
            CHECK(together.insert(uid).second);
        }
    }
    CHECK(together == all);
    CalendarChoices none;
    none.sessions = none.preparation = none.care = none.checks = false;
    CHECK(events_of(written(planned(), none)).size() == 3);  // a calendar may not be empty: the sessions
}

TEST_CASE("an appointment is an instant, also over midnight of UTC") {
    CalendarChoices choices;
    choices.appointments[1] = {Date::from_calendar(2026, 3, 30).value(), 23 * 60 + 30, 60};
    auto const events = events_of(written(planned(), choices));
    auto const& first = events.at("microneedling-session-1-day@needlewise");
    CHECK(first.at("DTSTART") == "20260330T233000Z");
    CHECK(first.at("DTEND") == "20260331T003000Z");
    CHECK(events.at("microneedling-session-2-day@needlewise").count("DTSTART;VALUE=DATE") == 1);
}

TEST_CASE("alarms come the day before a session and at nine on the day of a task") {
    auto const count = [](std::string const& text, std::string_view part) {
        int found = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    };
    CHECK(count(written(planned()), "BEGIN:VALARM") == 0);
    CalendarChoices choices;
    choices.alarms = true;
    choices.appointments[1] = {Date::from_calendar(2026, 3, 30).value(), 600, 60};
    auto const text = written(planned(), choices);
    CHECK(count(text, "TRIGGER:-P1D\r\n") == 1);
    CHECK(count(text, "TRIGGER:-PT15H\r\n") == 2);
    CHECK(count(text, "TRIGGER:PT9H\r\n") > 3);
    CHECK(count(text, "BEGIN:VALARM") == count(text, "END:VALARM"));
}

TEST_CASE("a later file of the same plan replaces the events of an earlier one") {
    auto planner = planned();
    CalendarChoices choices;
    choices.plan_id = "123456789abc";
    choices.stamp = "20260302T100000Z";
    choices.sequence = 7;
    auto const before = events_of(written(planner, choices));
    planner.request.moves[1] = Date::from_calendar(2026, 4, 6).value();
    choices.sequence = 8;
    auto const after = events_of(written(planner, choices));
    auto const* const uid = "microneedling-123456789abc-session-1-day@needlewise";
    CHECK(before.at(uid).at("SEQUENCE") == "7");
    CHECK(after.at(uid).at("SEQUENCE") == "8");
    CHECK(before.at(uid).at("DTSTAMP") == "20260302T100000Z");
    CHECK(before.at(uid).at("DTSTART;VALUE=DATE") == "20260330");
    CHECK(after.at(uid).at("DTSTART;VALUE=DATE") == "20260406");
}
