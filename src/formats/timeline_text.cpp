#include "formats/timeline_text.hpp"

#include "formats/timeline_json.hpp"
#include "formats/timeline_words.hpp"

#include <algorithm>

namespace needlewise::formats {

using namespace core;

namespace {

constexpr std::size_t line_width = 78;
/// Where texts begin beside dates ("30 Mar to 13 Apr").
constexpr std::size_t text_column = 22;

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char character) {
        return (static_cast<unsigned char>(character) & 0xC0U) != 0x80U;  // not a continuation byte
    }));
}

/// Lines wrapped at words, with a left column that holds a date or a mark.
class Page {
public:
    void blank() {
        if (!out_.empty()) out_ += '\n';
    }
    void heading(std::string_view text, char underline) {
        blank();
        (out_ += text) += '\n';
        out_.append(character_count(text), underline) += '\n';
    }
    void subheading(std::string_view text) {
        blank();
        paragraph(text, 2);
    }
    void paragraph(std::string_view text, std::size_t indent = 0) { entry("", text, indent, indent); }
    void bullet(std::string_view text, std::size_t indent = 2) { entry("-", text, indent, indent + 2); }
    void dated(std::string_view date, std::string_view text) { entry(date, text, 4, text_column); }

    std::string take() { return std::move(out_); }

private:
    void entry(std::string_view mark, std::string_view text, std::size_t indent, std::size_t column) {
        out_.append(indent, ' ') += mark;
        std::size_t used = indent + character_count(mark);
        if (!mark.empty() && used >= column) {
            out_ += '\n';
            used = 0;
        }
        bool first_on_line = true;
        for (std::size_t position = 0; position < text.size();) {
            auto const end = std::min(text.find_first_of(" \n", position), text.size());
            auto const word = text.substr(position, end - position);
            bool const broken = position > 0 && text[position - 1] == '\n';
            if (!word.empty()) {
                if (!first_on_line && (broken || used + 1 + character_count(word) > line_width)) {
                    out_ += '\n';
                    used = 0;
                    first_on_line = true;
                }
                std::size_t const gap = first_on_line ? column - std::min(used, column) : 1;
                (out_.append(gap, ' ')) += word;
                used += gap + character_count(word);
                first_on_line = false;
            }
            position = end + 1;
        }
        out_ += '\n';
    }

    std::string out_;
};

class Writer {
public:
    Writer(TimelineWords const& words, Timeline const& timeline) : words_{words}, timeline_{timeline} {}

    std::string write() {
        page_.heading(words_.word("timeline-text/title"), '=');
        auto const today = words_.dates().full(timeline_.today);
        page_.paragraph(words_.word("timeline-text/today", {{"date", today}}));
        if (treated(timeline_)) write_red_flags();
        write_plan();
        write_event();
        if (!treated(timeline_)) write_red_flags();
        for (auto const& session : timeline_.sessions) write_session(session);
        write_results();
        page_.blank();
        page_.paragraph(words_.word("red-flags/worried"));
        return page_.take();
    }

private:
    std::string said(std::string const& key) const { return words_.word("timeline-text/" + key); }

    void write_plan() {
        auto const& schedule = timeline_.schedule;
        page_.heading(said("plan"), '-');
        if (schedule.reason)
            page_.paragraph(said("reason/" + std::string{name_of(*schedule.reason)}));
        else
            page_.paragraph(said("state/" + std::string{name_of(schedule.state)}));
        if (!schedule.reason && schedule.spacing > 0) {
            auto const spacing = std::to_string(schedule.spacing);
            auto const least = std::to_string(schedule.spacing_minimum);
            auto const most = std::to_string(schedule.spacing_maximum);
            if (timeline_.sessions.size() > 1) {
                page_.paragraph(
                    words_.word("timeline-text/spacing", {{"days", spacing}, {"minimum", least}, {"maximum", most}}));
            }
            if (schedule.outside_usual) {
                auto const fewest = std::to_string(schedule.sessions_minimum);
                auto const greatest = std::to_string(schedule.sessions_maximum);
                page_.paragraph(
                    words_.word("timeline-text/outside-usual", {{"minimum", fewest}, {"maximum", greatest}}));
            }
        }
        for (auto const& session : timeline_.sessions) {
            auto text = words_.dates().full(session.date);
            if (session.closer_than_usual) text += "\n" + said("closer-than-usual");
            if (session.event && *session.event != EventFit::Fine) {
                text += "\n" + said("event-fit/" + std::string{name_of(*session.event)});
            }
            page_.dated(session_name(session), text);
        }
    }

    void write_event() {
        auto const& event = timeline_.event;
        if (!event) return;
        page_.heading(said("event"), '-');
        page_.paragraph(words_.dates().full(event->date));
        auto const line = [&](char const* key, std::optional<Date> date) {
            auto const text = date ? words_.dates().plain(*date) : said("no-longer-possible");
            page_.bullet(words_.word(std::string{"timeline-text/"} + key, {{"date", text}}));
        };
        line("last-comfortable", event->last_comfortable);
        line("last-possible", event->last_possible);
        line("latest-first-for-course", event->latest_first_for_course);
        line("latest-first-for-result", event->latest_first_for_result);
    }

    void write_red_flags() {
        auto const& groups = words_.protocol().timeline.red_flags;
        if (groups.empty()) return;
        page_.heading(said("when-to-call"), '-');
        for (auto const& group : groups) {
            auto const key = "red-flag-group/" + group.id;
            page_.paragraph(words_.word(key + "/title") + ". " + words_.word(key + "/action"));
            for (auto const& flag : group.flags) page_.bullet(words_.red_flag(flag));
        }
    }

    void write_session(Session const& session) {
        auto const date = words_.dates().full(session.date);
        auto const number = std::to_string(session.number);
        page_.heading(words_.word("timeline-text/session-on", {{"number", number}, {"date", date}}), '-');
        bool const held = session.date < timeline_.today;
        if (!held) {
            write_dated(session.number, TimelineItemKind::Prepare, "before");
            write_steps(session.number);
        }
        write_signs(session.number);
        write_dated(session.number, TimelineItemKind::Watch, "watch");
        write_dated(session.number, TimelineItemKind::Do, "do");
        write_dated(session.number, TimelineItemKind::Dont, "dont");
        write_days(session.number);
    }

    template <typename Write>
    void each_item(int session, TimelineItemKind kind, char const* heading, Write write_one) {
        bool started = false;
        for (auto const& item : timeline_.items) {
            if (item.session != session || item.kind != kind) continue;
            if (!started) page_.subheading(said(heading));
            started = true;
            write_one(item);
        }
    }

    void write_dated(int session, TimelineItemKind kind, char const* heading) {
        each_item(session, kind, heading, [&](TimelineItem const& item) {
            auto text = words_.text(item);
            if (item.has_day_zero_text && item.to_day != 0) text = words_.day_zero_text(item) + "\n" + text;
            if (kind == TimelineItemKind::Prepare && item.from < timeline_.today) {
                text += "\n" + said("as-soon-as-you-can");
            }
            add_remarks(text, item);
            page_.dated(span(item.from, item.to), text);
        });
    }

    void write_steps(int session) {
        each_item(session, TimelineItemKind::DayOf, "day-of", [&](TimelineItem const& item) {
            page_.dated(minutes(item.from_minute.value_or(0), item.to_minute.value_or(0)), words_.text(item));
        });
    }

    void write_signs(int session) {
        each_item(session, TimelineItemKind::Sign, "signs", [&](TimelineItem const& item) {
            auto const first = item.from.plus_days(item.onset.value_or(0) - item.from_day);
            auto const usual = first.plus_days(item.usual_end.value_or(0) - item.onset.value_or(0));
            auto const last = first.plus_days(item.plausible_until.value_or(0) - item.onset.value_or(0));
            auto text = words_.text(item) + ".";
            if (last > usual) {
                auto const date = brief(last);
                text += ' ' + words_.word("timeline-text/possible-until", {{"date", date}});
            }
            add_remarks(text, item);
            if (item.has_call_if) text += "\n" + words_.call_if(item);
            page_.dated(span(first, usual), text);
        });
    }

    void write_days(int session) {
        bool started = false;
        for (auto const& day : timeline_.days) {
            if (day.session != session) continue;
            if (!started) page_.subheading(said("day-by-day"));
            started = true;
            page_.dated(span(day.from, day.to), words_.word("timeline/" + day.id + "/text"));
        }
    }

    void write_results() {
        bool started = false;
        for (auto const& item : timeline_.items) {
            if (item.kind != TimelineItemKind::Result) continue;
            if (!started) page_.heading(said("results"), '-');
            started = true;
            auto text = words_.text(item);
            add_remarks(text, item);
            page_.dated(span(item.from, item.to), text);
        }
    }

    void add_remarks(std::string& text, TimelineItem const& item) const {
        if (item.more_likely) text += "\n" + said("more-likely");
        if (!item.notes.empty()) text += "\n" + words_.notes(item);
        if (item.set_by_clinic) text += "\n" + said("set-by-clinic");
    }

    std::string session_name(Session const& session) const {
        auto const number = std::to_string(session.number);
        return words_.word("timeline-text/session", {{"number", number}});
    }

    // The year is said where it is not this one.
    std::string brief(Date date) const {
        return date.year() == timeline_.today.year() ? words_.dates().brief(date) : words_.dates().plain(date);
    }

    std::string span(Date from, std::optional<Date> to) const {
        auto first = brief(from);
        if (!to) return words_.word("timeline-text/from", {{"from", first}});
        if (*to <= from) return first;
        auto const last = brief(*to);
        return words_.word("timeline-text/span", {{"from", first}, {"to", last}});
    }

    std::string minutes(int from, int to) const {
        auto const first = std::to_string(from);
        auto const last = std::to_string(to);
        return words_.word("timeline-text/minutes", {{"from", first}, {"to", last}});
    }

    TimelineWords const& words_;
    Timeline const& timeline_;
    Page page_;
};

}  // namespace

std::string timeline_text(Protocol const& protocol, ParameterValues const& parameters, Timeline const& timeline,
                          Catalogue const& page_words, std::string_view language) {
    TimelineWords const words{protocol, parameters, &page_words, language};
    return Writer{words, timeline}.write();
}

}  // namespace needlewise::formats
