#include "formats/timeline_json.hpp"

#include "formats/timeline_words.hpp"

namespace needlewise::formats {

using namespace core;

namespace {

std::string_view outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::Clear: return "clear";
        case Outcome::Prepare: return "prepare";
        case Outcome::Mention: return "mention";
        case Outcome::Defer: return "defer";
        case Outcome::Review: return "review";
        case Outcome::Exclude: return "exclude";
        case Outcome::Incomplete: return "incomplete";
        case Outcome::Error: return "error";
    }
    return "error";
}

std::string_view strength_name(Strength strength) {
    switch (strength) {
        case Strength::A: return "A";
        case Strength::B: return "B";
        case Strength::C: return "C";
        case Strength::D: return "D";
    }
    return "D";
}

void string_field(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    json.string(text);
}

void text_or_null_field(JsonWriter& json, std::string_view key, std::string_view text) {
    json.key(key);
    text.empty() ? json.null() : json.string(text);
}

void integer_field(JsonWriter& json, std::string_view key, std::optional<int> value) {
    json.key(key);
    value ? json.integer(*value) : json.null();
}

void boolean_field(JsonWriter& json, std::string_view key, bool value) {
    json.key(key);
    json.boolean(value);
}

void date_field(JsonWriter& json, std::string_view key, std::optional<Date> date) {
    json.key(key);
    date ? json.string(date->iso()) : json.null();
}

template <typename Value>
void name_field(JsonWriter& json, std::string_view key, std::optional<Value> value) {
    json.key(key);
    value ? json.string(name_of(*value)) : json.null();
}

void strings_field(JsonWriter& json, std::string_view key, std::vector<std::string> const& texts) {
    json.key(key);
    json.begin_array();
    for (auto const& text : texts) json.string(text);
    json.end_array();
}

void write_schedule(JsonWriter& json, Schedule const& schedule) {
    bool const known = schedule.spacing > 0;
    auto const number = [&](int value) { return known ? std::optional{value} : std::nullopt; };
    json.begin_object();
    string_field(json, "state", name_of(schedule.state));
    name_field(json, "reason", schedule.reason);
    integer_field(json, "spacing", number(schedule.spacing));
    integer_field(json, "spacingMin", number(schedule.spacing_minimum));
    integer_field(json, "spacingMax", number(schedule.spacing_maximum));
    integer_field(json, "sessionsMin", number(schedule.sessions_minimum));
    integer_field(json, "sessionsDefault", number(schedule.sessions_default));
    integer_field(json, "sessionsMax", number(schedule.sessions_maximum));
    boolean_field(json, "outsideUsual", schedule.outside_usual);
    date_field(json, "resultsCheck", schedule.results_check);
    json.end_object();
}

void write_session(JsonWriter& json, Session const& session) {
    json.begin_object();
    integer_field(json, "number", session.number);
    date_field(json, "date", session.date);
    name_field(json, "event", session.event);
    boolean_field(json, "closerThanUsual", session.closer_than_usual);
    json.end_object();
}

void write_event(JsonWriter& json, std::optional<EventDates> const& event) {
    if (!event) {
        json.null();
        return;
    }
    json.begin_object();
    date_field(json, "date", event->date);
    date_field(json, "lastComfortable", event->last_comfortable);
    date_field(json, "lastPossible", event->last_possible);
    date_field(json, "latestFirstForCourse", event->latest_first_for_course);
    date_field(json, "latestFirstForResult", event->latest_first_for_result);
    json.end_object();
}

void write_item(JsonWriter& json, TimelineWords const& words, TimelineItem const& item) {
    json.begin_object();
    string_field(json, "id", item.id);
    string_field(json, "kind", name_of(item.kind));
    integer_field(json, "session", item.session);
    date_field(json, "from", item.from);
    date_field(json, "to", item.to);
    integer_field(json, "fromDay", item.from_day);
    integer_field(json, "toDay", item.to_day);
    string_field(json, "text", words.text(item));
    if (item.has_day_zero_text) string_field(json, "textDay0", words.day_zero_text(item));
    json.key("strength");
    item.strength ? json.string(strength_name(*item.strength)) : json.null();
    strings_field(json, "sources", item.sources);
    strings_field(json, "differs", item.differs);
    boolean_field(json, "setByClinic", item.set_by_clinic);
    if (item.kind == TimelineItemKind::DayOf) {
        integer_field(json, "fromMinute", item.from_minute);
        integer_field(json, "toMinute", item.to_minute);
    }
    if (item.kind == TimelineItemKind::Sign) {
        integer_field(json, "onset", item.onset);
        integer_field(json, "usualEnd", item.usual_end);
        integer_field(json, "plausibleUntil", item.plausible_until);
    }
    if (item.kind == TimelineItemKind::Sign || item.kind == TimelineItemKind::Watch) {
        name_field(json, "contact", item.contact);
        text_or_null_field(json, "callIf", words.call_if(item));
        boolean_field(json, "moreLikely", item.more_likely);
        if (!item.notes.empty()) string_field(json, "note", words.notes(item));
    }
    json.end_object();
}

void write_day(JsonWriter& json, TimelineWords const& words, TimelineDay const& day) {
    json.begin_object();
    string_field(json, "id", day.id);
    integer_field(json, "session", day.session);
    date_field(json, "from", day.from);
    date_field(json, "to", day.to);
    string_field(json, "text", words.word("timeline/" + day.id + "/text"));
    json.end_object();
}

}  // namespace

std::string_view name_of(ScheduleState state) {
    switch (state) {
        case ScheduleState::Planned: return "planned";
        case ScheduleState::IfClinicAgrees: return "if-clinic-agrees";
        case ScheduleState::Example: return "example";
        case ScheduleState::None: return "none";
    }
    return "none";
}

std::string_view name_of(NoSchedule reason) {
    switch (reason) {
        case NoSchedule::NoDate: return "no-date";
        case NoSchedule::NotHealed: return "not-healed";
        case NoSchedule::NotAdvised: return "not-advised";
        case NoSchedule::Incomplete: return "incomplete";
        case NoSchedule::Error: return "error";
        case NoSchedule::NoPlanForConcern: return "no-plan-for-concern";
    }
    return "error";
}

std::string_view name_of(EventFit fit) {
    switch (fit) {
        case EventFit::Fine: return "fine";
        case EventFit::Close: return "close";
        case EventFit::TooClose: return "too-close";
    }
    return "fine";
}

std::string_view name_of(TimelineItemKind kind) {
    switch (kind) {
        case TimelineItemKind::Prepare: return "prepare";
        case TimelineItemKind::DayOf: return "day-of";
        case TimelineItemKind::Sign: return "sign";
        case TimelineItemKind::Watch: return "watch";
        case TimelineItemKind::Do: return "do";
        case TimelineItemKind::Dont: return "dont";
        case TimelineItemKind::Result: return "result";
    }
    return "result";
}

std::string_view name_of(Contact contact) {
    switch (contact) {
        case Contact::None: return "none";
        case Contact::Week: return "week";
        case Contact::SameDay: return "same-day";
    }
    return "none";
}

std::string timeline_json(Protocol const& protocol, ParameterValues const& parameters, Timeline const& timeline,
                          JsonLayout layout) {
    TimelineWords const words{protocol, parameters};
    JsonWriter json{layout};
    json.begin_object();
    string_field(json, "outcome", outcome_name(timeline.outcome));
    json.key("schedule");
    write_schedule(json, timeline.schedule);
    json.key("sessions");
    json.begin_array();
    for (auto const& session : timeline.sessions) write_session(json, session);
    json.end_array();
    json.key("event");
    write_event(json, timeline.event);
    json.key("items");
    json.begin_array();
    for (auto const& item : timeline.items) write_item(json, words, item);
    json.end_array();
    json.key("days");
    json.begin_array();
    for (auto const& day : timeline.days) write_day(json, words, day);
    json.end_array();
    json.key("redFlags");
    json.begin_array();
    for (auto const& group : protocol.timeline.red_flags) {
        for (auto const& flag : group.flags) {
            json.begin_object();
            string_field(json, "group", group.id);
            string_field(json, "id", flag);
            string_field(json, "text", words.red_flag(flag));
            json.end_object();
        }
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace needlewise::formats
