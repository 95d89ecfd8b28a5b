#include "formats/calendar.hpp"

#include "formats/timeline_json.hpp"
#include "formats/timeline_words.hpp"
#include "formats/utf8.hpp"

#include <algorithm>
#include <vector>

namespace needlewise::formats {

using namespace core;

namespace {

constexpr std::size_t longest_line = 75;

/// What others see in free/busy views: a session takes time, advice does not.
enum class Busy : std::uint8_t { Yes, No };

/// What a reminder is set for; a duration from the event's start.
constexpr char const* day_before = "-P1D";
constexpr char const* nine_the_day_before = "-PT15H";
constexpr char const* nine_that_day = "PT9H";

struct CalendarEvent {
    std::string uid;
    std::optional<Appointment> appointment;
    char const* alarm = nullptr;
    Date from;
    Date to;
    std::string summary;
    std::string description;
    Busy busy = Busy::No;
};

std::string compact(Date date) {
    auto text = date.iso();
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// A moment in UTC; minutes may run on into the next day.
std::string instant(Date day, int minute) {
    constexpr int a_day = 24 * 60;
    auto const date = day.plus_days(minute / a_day);
    auto const rest = minute % a_day;
    return compact(date) + 'T' + two_digits(rest / 60) + two_digits(rest % 60) + "00Z";
}

void add_paragraph(std::string& text, std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!text.empty()) text += '\n';
    text += paragraph;
}

class Writer {
public:
    Writer(TimelineWords const& words, Timeline const& timeline, CalendarChoices const& choices)
        : words_{words}, timeline_{timeline}, choices_{choices} {}

    std::string write() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Needlewise//Needlewise//EN");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        if (choices_.sessions) write_sessions();
        for (auto const& item : timeline_.items) write_item(item);
        if (choices_.care) write_care();
        // A calendar may not be empty.
        if (event_count_ == 0) timeline_.sessions.empty() ? write_no_plan() : write_sessions();
        line("END:VCALENDAR");
        return std::move(out_);
    }

private:
    void line(std::string const& text) { out_ += folded_line(text); }

    std::string uid(int session, std::string_view id) const {
        std::string result = words_.protocol().information.id;
        if (!choices_.plan_id.empty()) result += '-' + choices_.plan_id;
        result += "-session-" + std::to_string(session) + '-';
        result += id;
        result += "@needlewise";
        return result;
    }

    void write_event(CalendarEvent const& event) {
        line("BEGIN:VEVENT");
        line("UID:" + calendar_text(event.uid));
        line("DTSTAMP:" + (choices_.stamp.empty() ? compact(timeline_.today) + "T000000Z" : choices_.stamp));
        if (choices_.sequence) line("SEQUENCE:" + std::to_string(*choices_.sequence));
        write_times(event);
        line("SUMMARY:" + calendar_text(event.summary));
        if (!event.description.empty()) line("DESCRIPTION:" + calendar_text(event.description));
        line(event.busy == Busy::Yes ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
        line("CLASS:PRIVATE");
        if (choices_.alarms && event.alarm != nullptr) write_alarm(event);
        line("END:VEVENT");
        ++event_count_;
    }

    void write_times(CalendarEvent const& event) {
        if (event.appointment) {
            auto const& at = *event.appointment;
            line("DTSTART:" + instant(at.day, at.minute));
            line("DTEND:" + instant(at.day, at.minute + at.length));
            return;
        }
        line("DTSTART;VALUE=DATE:" + compact(event.from));
        line("DTEND;VALUE=DATE:" + compact(event.to.plus_days(1)));  // the end is the first day not in it
    }

    void write_alarm(CalendarEvent const& event) {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("DESCRIPTION:" + calendar_text(event.summary));
        line(std::string{"TRIGGER:"} + event.alarm);
        line("END:VALARM");
    }

    std::string red_flags() const {
        std::string text;
        for (auto const& group : words_.protocol().timeline.red_flags) {
            auto const key = "red-flag-group/" + group.id;
            add_paragraph(text, words_.word(key + "/title") + ". " + words_.word(key + "/action"));
            for (auto const& flag : group.flags) add_paragraph(text, "- " + words_.red_flag(flag));
        }
        if (!text.empty()) add_paragraph(text, words_.word("red-flags/worried"));
        return text;
    }

    void write_sessions() {
        for (auto const& session : timeline_.sessions) write_session(session);
    }

    void write_session(Session const& session) {
        auto const number = std::to_string(session.number);
        auto const count = std::to_string(timeline_.sessions.size());
        CalendarEvent event;
        event.uid = uid(session.number, "day");
        event.from = event.to = session.date;
        event.summary = words_.word("calendar/session", {{"number", number}, {"count", count}});
        event.busy = Busy::Yes;
        if (auto const at = choices_.appointments.find(session.number); at != choices_.appointments.end()) {
            event.appointment = at->second;
        }
        event.alarm = event.appointment ? day_before : nine_the_day_before;
        add_paragraph(event.description, state_note());
        if (session.closer_than_usual) add_paragraph(event.description, words_.word("timeline-text/closer-than-usual"));
        if (session.event) {
            if (*session.event != EventFit::Fine) {
                add_paragraph(event.description,
                              words_.word("timeline-text/event-fit/" + std::string{name_of(*session.event)}));
            }
        }
        add_paragraph(event.description, red_flags());
        write_event(event);
    }

    std::string state_note() const {
        if (timeline_.schedule.reason) {
            return words_.word("timeline-text/reason/" + std::string{name_of(*timeline_.schedule.reason)});
        }
        return words_.word("timeline-text/state/" + std::string{name_of(timeline_.schedule.state)});
    }

    // One preparation task or result; the rest is grouped or has no day of its own to remind of.
    void write_item(TimelineItem const& item) {
        bool const prepare = item.kind == TimelineItemKind::Prepare;
        if ((!prepare && item.kind != TimelineItemKind::Result) || over(item)) return;
        if (prepare ? !choices_.preparation : !choices_.checks) return;
        CalendarEvent event;
        event.alarm = nine_that_day;
        event.uid = uid(item.session, item.id);
        event.from = event.to = std::max(item.from, timeline_.today);
        event.summary = words_.text(item);
        if (item.to && *item.to > event.to) add_paragraph(event.description, until(*item.to));
        if (prepare && item.from < timeline_.today) {
            add_paragraph(event.description, words_.word("timeline-text/as-soon-as-you-can"));
        }
        if (item.set_by_clinic) add_paragraph(event.description, words_.word("timeline-text/set-by-clinic"));
        write_event(event);
    }

    // Thirty separate bars would bury a calendar: what shares its days shares an event, named by its first item.
    void write_care() {
        std::vector<TimelineItem const*> open;
        for (auto const& item : timeline_.items) {
            bool const care = item.kind == TimelineItemKind::Do || item.kind == TimelineItemKind::Dont;
            if (care && !over(item)) open.push_back(&item);
        }
        while (!open.empty()) {
            auto const& first = *open.front();
            CalendarEvent event;
            event.uid = uid(first.session, first.id);
            event.from = first.from;
            event.to = first.to.value_or(first.from);
            bool set_by_clinic = false;
            std::vector<TimelineItem const*> rest;
            for (auto const* item : open) {
                if (item->session != first.session || item->from != first.from || item->to != first.to) {
                    rest.push_back(item);
                    continue;
                }
                if (!event.summary.empty()) event.summary += ' ';
                event.summary += words_.text(*item);
                add_paragraph(event.description, "- " + words_.text(*item));
                set_by_clinic |= item->set_by_clinic;
            }
            add_paragraph(event.description,
                          first.to ? until(*first.to) : words_.word("timeline-text/from-this-day-on"));
            if (set_by_clinic) add_paragraph(event.description, words_.word("timeline-text/set-by-clinic"));
            write_event(event);
            open = std::move(rest);
        }
    }

    void write_no_plan() {
        CalendarEvent event;
        event.uid = uid(0, "no-plan");
        event.from = event.to = timeline_.today;
        event.summary = words_.word("calendar/no-plan");
        add_paragraph(event.description, state_note());
        add_paragraph(event.description, red_flags());
        write_event(event);
    }

    bool over(TimelineItem const& item) const { return item.to && *item.to < timeline_.today; }
    std::string until(Date date) const {
        auto const text = words_.dates().full(date);
        return words_.word("timeline-text/until", {{"date", text}});
    }

    TimelineWords const& words_;
    Timeline const& timeline_;
    CalendarChoices const& choices_;
    std::string out_;
    int event_count_ = 0;
};

}  // namespace

std::string folded_line(std::string_view line) {
    std::string result;
    std::size_t length = 0;
    for (std::size_t position = 0; position < line.size();) {
        auto const character = std::max<std::size_t>(utf8_character_length(line, position), 1);
        if (length + character > longest_line) {
            result += "\r\n ";
            length = 1;
        }
        result += line.substr(position, character);
        length += character;
        position += character;
    }
    result += "\r\n";
    return result;
}

std::string calendar_text(std::string_view text) {
    std::string result;
    for (char const character : valid_utf8(text)) {
        auto const code = static_cast<unsigned char>(character);
        if (character == '\n') {
            result += "\\n";
        } else if (character == '\\' || character == ';' || character == ',') {
            result += '\\';
            result += character;
        } else if ((code >= 0x20 && code != 0x7F) || character == '\t') {
            result += character;
        }
    }
    return result;
}

std::string calendar(Protocol const& protocol, ParameterValues const& parameters, Timeline const& timeline,
                     Catalogue const& page_words, std::string_view language, CalendarChoices const& choices) {
    TimelineWords const words{protocol, parameters, &page_words, language};
    return Writer{words, timeline, choices}.write();
}

}  // namespace needlewise::formats
