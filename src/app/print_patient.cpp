#include "app/print_parts.hpp"
#include "app/result_words.hpp"
#include "formats/names.hpp"
#include "formats/timeline_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

namespace needlewise::app {

namespace {

using core::TimelineItem;
using core::TimelineItemKind;

bool same_doubt(core::Finding const& one, core::Finding const& other) {
    return one.clarify && other.clarify && one.questions.front() == other.questions.front();
}

/// Later than any day that is worked out.
constexpr auto no_end = core::Date::from_days_since_epoch(std::numeric_limits<std::int32_t>::max());

/// A session's two sides: what comes before the next one, and what follows the one that was held last.
struct Moments {
    core::Session const* before = nullptr;
    core::Session const* after = nullptr;
};

Moments moments_of(core::Timeline const& timeline) {
    auto moments = Moments{};
    auto const last_held = core::treated(timeline) ? timeline.today : timeline.today.plus_days(-1);
    for (auto const& session : timeline.sessions) {
        auto const held = session.date <= last_held;
        if (held || moments.after == nullptr) {
            moments.after = &session;
        }
        if (!held && moments.before == nullptr) {
            moments.before = &session;
        }
    }
    return moments;
}

class PatientPage {
public:
    explicit PatientPage(Session const& session)
        : session_{session},
          timeline_{session.timeline()},
          words_{session.protocol(), session.parameters(), &session.page_words(), session.language()} {}

    PrintPage make() {
        auto const title = session_.text("print/patient/title");
        page_.title = title;
        page_.header =
            joined({session_.clinic().name, session_.dates().full(session_.today()), said("result/unchecked")}, " · ");
        page_.footer = session_.text("footer/note");
        add_result();
        add_findings();
        auto const treated = core::treated(timeline_);
        if (treated) {
            add_red_flags();
        }
        add_plan();
        if (!treated) {
            add_red_flags();
        }
        add_contact();
        auto const [before, after] = moments_of(timeline_);
        if (before != nullptr) {
            add_before(*before);
        }
        if (after != nullptr) {
            add_after(*after);
        }
        add_results();
        return std::move(page_);
    }

private:
    std::string const& said(std::string const& key) const { return session_.text(key); }

    // Result

    void add_result() {
        if (session_.protocol().rules.empty()) {
            return;
        }
        page_.sections.push_back(result_section(session_));
        if (auto open = open_questions_section(session_); !open.blocks.empty()) {
            page_.sections.push_back(std::move(open));
        }
    }

    void add_findings() {
        auto const& findings = session_.assessment().findings;
        for (auto finding = findings.begin(); finding != findings.end();) {
            auto const level = finding->level;
            auto const key = "level/" + std::string{formats::name_of(level)};
            auto section = SectionMaker{said(key + "/name")};
            for (; finding != findings.end() && finding->level == level; ++finding) {
                auto const leads = std::none_of(findings.begin(), finding,
                                                [&](auto const& other) { return same_doubt(other, *finding); });
                if (!finding->clarify) {
                    section.row(finding_row(*finding));
                } else if (leads) {
                    section.row(doubt_row(*finding));
                }
            }
            section.add_to(page_);
        }
    }

    std::vector<std::string> finding_row(core::Finding const& finding) const {
        auto const key = "rule/" + session_.protocol().rules[finding.rule].id;
        return {said(key + "/title"),
                joined({said(key + "/text"), said(key + "/advice"), date_of_finding(session_, finding),
                        finding.set_by_clinic ? said("timeline-text/set-by-clinic") : ""},
                       " ")};
    }

    std::vector<std::string> doubt_row(core::Finding const& lead) const {
        auto const question = lead.questions.front();
        auto const& date_question = session_.protocol().rules[lead.rule].date_question;
        auto titles = std::vector<std::string>{};
        for (auto const& finding : session_.assessment().findings) {
            if (same_doubt(lead, finding)) {
                titles.push_back(said("rule/" + session_.protocol().rules[finding.rule].id + "/title"));
            }
        }
        return {session_.text("finding/not-sure", {{"question", session_.item(question).text}}),
                joined({said(lead.level == core::Level::Review ? "clarify/review" : "clarify/mention"),
                        date_question == question ? said("clarify/date") : "",
                        said("finding/matters") + ": " + joined(titles, "; ") + "."},
                       " ")};
    }

    // Plan

    void add_plan() {
        auto section = SectionMaker{said("timeline/sessions")};
        section.text(PrintKind::Strong, state_of_plan());
        if (!timeline_.sessions.empty()) {
            add_spacing(section);
        }
        section.add_to(page_);
        constexpr std::size_t few = 3;
        auto days = SectionMaker{"", timeline_.sessions.size() > few ? 2 : 1};
        for (auto const& one : timeline_.sessions) {
            days.row({session_.text("timeline/session", {{"number", std::to_string(one.number)}}),
                      joined({session_.dates().full(one.date), remarks_on(one)}, ". ")});
        }
        days.add_to(page_);
        if (!timeline_.sessions.empty()) {
            add_event();
        }
    }

    std::string remarks_on(core::Session const& one) const {
        auto remarks = std::vector<std::string>{};
        if (one.event && *one.event != core::EventFit::Fine) {
            auto const close = *one.event == core::EventFit::Close;
            remarks.push_back(said(close ? "timeline/event-close" : "timeline/event-too-close"));
        }
        if (one.closer_than_usual) {
            remarks.push_back(said("timeline/closer-than-usual"));
        }
        return joined(remarks, " ");
    }

    std::string state_of_plan() const {
        auto const& schedule = timeline_.schedule;
        if (core::treated(timeline_)) {
            auto const date = session_.dates().full_with_distance(session_.today(), timeline_.sessions.front().date);
            return session_.text("timeline/treated", {{"date", date}});
        }
        if (schedule.reason) {
            static constexpr char const* keys[] = {"no-date",    "not-healed", "not-advised",
                                                   "incomplete", "error",      "no-plan"};
            return said(std::string{"timeline/none/"} + keys[static_cast<int>(*schedule.reason)]);
        }
        switch (schedule.state) {
            case core::ScheduleState::IfClinicAgrees: return said("timeline/if-clinic-agrees");
            case core::ScheduleState::Example: return said("timeline/example");
            default: return said("timeline/planned");
        }
    }

    void add_spacing(SectionMaker& section) const {
        auto const& schedule = timeline_.schedule;
        if (schedule.spacing > 0 && timeline_.sessions.size() > 1) {
            section.text(PrintKind::Paragraph,
                         session_.text("timeline/spacing", {{"days", std::to_string(schedule.spacing)},
                                                            {"minimum", std::to_string(schedule.sessions_minimum)},
                                                            {"maximum", std::to_string(schedule.sessions_maximum)}}));
        }
        if (schedule.outside_usual) {
            section.text(PrintKind::Paragraph, said("timeline/outside-usual"));
        }
        auto const [before, after] = moments_of(timeline_);
        if (before != nullptr && before == after && timeline_.sessions.size() > 1) {
            auto const number = std::to_string(before->number);
            section.text(PrintKind::Paragraph, session_.text("print/patient/which-session", {{"number", number}}));
        }
    }

    void add_event() {
        auto const& event = timeline_.event;
        if (!event) {
            return;
        }
        auto section = SectionMaker{said("event/title"), 2};
        section.text(PrintKind::Strong, session_.dates().full_with_distance(session_.today(), event->date));
        auto const say = [&](char const* key, std::optional<core::Date> const& date) {
            section.item(session_.text(key, {{"date", date ? session_.dates().full(*date) : said("event/no-longer")}}));
        };
        say("event/last-comfortable", event->last_comfortable);
        say("event/last-possible", event->last_possible);
        say("event/latest-course", event->latest_first_for_course);
        say("event/latest-result", event->latest_first_for_result);
        section.add_to(page_);
    }

    void add_results() {
        auto section = SectionMaker{said("list/results/title"), 2};
        for (auto const& item : timeline_.items) {
            if (item.kind == TimelineItemKind::Result) {
                section.row({span(item.from, item.to.value_or(item.from)), text_of(item)});
            }
        }
        section.add_to(page_);
    }

    // Around a session

    std::string named(std::string const& title, core::Session const& session) const {
        auto const number = std::to_string(session.number);
        auto const date = session_.dates().full(session.date);
        return title + " · " + words_.word("timeline-text/session-on", {{"number", number}, {"date", date}});
    }

    void add_before(core::Session const& session) {
        add_spans(named(said("list/prepare/title"), session), TimelineItemKind::Prepare, session);
        auto day = SectionMaker{said("list/day-of/title")};
        for (auto const& item : timeline_.items) {
            if (item.kind == TimelineItemKind::DayOf && item.session == session.number) {
                day.row({minutes(item), text_of(item)});
            }
        }
        day.add_to(page_);
    }

    void add_after(core::Session const& session) {
        auto strip = SectionMaker{named(said("chart/title"), session), 2};
        for (auto const& day : timeline_.days) {
            if (day.session == session.number) {
                strip.row({day_of(day, session), words_.word("timeline/" + day.id + "/text")});
            }
        }
        strip.add_to(page_);
        add_spans(said("day/do"), TimelineItemKind::Do, session);
        add_spans(said("day/dont"), TimelineItemKind::Dont, session);
        add_spans(said("timeline-text/signs"), TimelineItemKind::Sign, session);
        add_spans(said("timeline-text/watch"), TimelineItemKind::Watch, session);
    }

    /// What is to be done, or seen, on the same days stands in one row: the days are said once.
    void add_spans(std::string title, TimelineItemKind kind, core::Session const& session) {
        auto rows = std::map<std::pair<core::Date, core::Date>, std::vector<std::string>>{};
        for (auto const& item : timeline_.items) {
            if (item.kind == kind && item.session == session.number) {
                auto const [from, to] = days_of(item, session);
                rows[{from, to}].push_back(text_of(item));
            }
        }
        auto section = SectionMaker{std::move(title), 2};
        for (auto const& [days, texts] : rows) {
            section.row({span(days.first, days.second), joined(texts, " ")});
        }
        section.add_to(page_);
    }

    std::pair<core::Date, core::Date> days_of(TimelineItem const& item, core::Session const& session) const {
        if (item.kind == TimelineItemKind::Sign) {
            return {session.date.plus_days(item.onset.value_or(0)), session.date.plus_days(item.usual_end.value_or(0))};
        }
        auto const from = item.kind == TimelineItemKind::Prepare ? std::max(item.from, timeline_.today) : item.from;
        return {from, item.to.value_or(no_end)};
    }

    std::string day_of(core::TimelineDay const& day, core::Session const& session) const {
        auto const number = std::to_string(core::days_between(session.date, day.from));
        return day.from == day.to ? session_.text("strip/day", {{"day", number}, {"date", brief(day.from)}})
                                  : span(day.from, day.to);
    }

    // When to call is said once for all; here again only where a sign is more likely for this person.
    std::string sign_text(TimelineItem const& item) const {
        auto const likely = item.more_likely;
        return joined({words_.text(item) + ".", likely ? said("timeline-text/more-likely") : "", words_.notes(item),
                       likely ? words_.call_if(item) : ""},
                      " ");
    }

    std::string text_of(TimelineItem const& item) const {
        if (item.kind == TimelineItemKind::Sign || item.kind == TimelineItemKind::Watch) {
            return sign_text(item);
        }
        auto const first_day = item.has_day_zero_text && item.to_day != 0;
        auto const late = item.kind == TimelineItemKind::Prepare && item.from < timeline_.today;
        auto parts = std::vector<std::string>{first_day ? words_.day_zero_text(item) : "", words_.text(item)};
        for (auto const& product : session_.clinic().products) {
            if (product.use == item.id) {
                parts.push_back(session_.text("clinic/product", {{"name", product.name}}) + ".");
            }
        }
        parts.push_back(late ? said("timeline-text/as-soon-as-you-can") : "");
        parts.push_back(item.set_by_clinic ? said("timeline-text/set-by-clinic") : "");
        return joined(parts, " ");
    }

    // The year is said where it is not this one.
    std::string brief(core::Date date) const {
        return date.year() == timeline_.today.year() ? session_.dates().brief(date) : session_.dates().plain(date);
    }

    std::string span(core::Date from, core::Date to) const {
        auto const first = brief(from);
        if (to == no_end) {
            return words_.word("timeline-text/from", {{"from", first}});
        }
        auto const last = brief(to);
        return to <= from ? first : words_.word("timeline-text/span", {{"from", first}, {"to", last}});
    }

    std::string minutes(TimelineItem const& item) const {
        constexpr int hour = 60;
        auto const from = item.from_minute.value_or(0);
        auto const to = item.to_minute.value_or(0);
        auto const in_hours = from >= 2 * hour;
        auto const* key = in_hours ? "span/hours-after" : (from < 0 ? "span/minutes-before" : "span/minutes-after");
        auto const unit = in_hours ? hour : 1;
        return session_.text(
            key, {{"from", std::to_string(std::abs(from) / unit)}, {"to", std::to_string(std::abs(to) / unit)}});
    }

    // When to call, and whom

    void add_red_flags() {
        auto const& groups = session_.protocol().timeline.red_flags;
        if (groups.empty()) {
            return;
        }
        auto section = SectionMaker{said("timeline-text/when-to-call"), 3};
        for (auto const& group : groups) {
            auto const key = "red-flag-group/" + group.id;
            section.text(PrintKind::Strong, words_.word(key + "/title") + ": " + words_.word(key + "/action"));
            for (auto const& flag : group.flags) {
                section.item(words_.red_flag(flag));
            }
        }
        section.text(PrintKind::Strong, said("red-flags/worried"));
        section.add_to(page_);
    }

    void add_contact() {
        auto const& clinic = session_.clinic();
        if (clinic.contact.empty() && clinic.opening_hours.empty()) {
            return;
        }
        auto section = SectionMaker{clinic.name.empty() ? said("clinic/title") : clinic.name};
        section.text(PrintKind::Paragraph, joined(clinic.contact, " · "));
        if (!clinic.opening_hours.empty()) {
            section.text(PrintKind::Paragraph, session_.text("clinic/hours", {{"hours", clinic.opening_hours}}));
        }
        section.add_to(page_);
    }

    Session const& session_;
    core::Timeline const& timeline_;
    formats::TimelineWords words_;
    PrintPage page_;
};

}  // namespace

PrintPage patient_page(Session const& session) { return PatientPage{session}.make(); }

}  // namespace needlewise::app
