#include "core/timeline_items.hpp"

#include "core/sort_few.hpp"
#include "core/timeline_bounds.hpp"

#include <algorithm>
#include <iterator>

namespace needlewise::core {

namespace {

// Preparation also shows what may apply (timeline.md, first paragraph).
bool may_apply(std::optional<Condition> const& when, EffectiveAnswers const& answers) {
    return !when || evaluate(*when, answers) != Truth::False;
}

bool applies(std::optional<Condition> const& when, EffectiveAnswers const& answers) {
    return !when || evaluate(*when, answers) == Truth::True;
}

bool unanswered(std::optional<Condition> const& when, EffectiveAnswers const& answers) {
    if (!when) return true;
    auto const questions = questions_of(*when);
    return std::all_of(questions.begin(), questions.end(),
                       [&](ItemIndex question) { return answers.answer(question) == nullptr; });
}

// Empty where the last day falls before the first: the item is not shown.
std::optional<TimelineItem> item_over(SessionPlace const& session, int from_day, std::optional<int> to_day) {
    TimelineItem item;
    item.session = session.number;
    item.from_day = from_day;
    if (session.previous) {
        item.from_day = std::max(from_day, days_between(session.date, *session.previous) + 1);
    }
    item.from = session.date.plus_days(item.from_day);
    if (to_day) {
        if (*to_day < item.from_day) return std::nullopt;
        item.to_day = to_day;
        item.to = session.date.plus_days(*to_day);
    }
    return item;
}

TimelineItem result_item(std::string id, int session, Date anchor, Date from, Date to) {
    TimelineItem item;
    item.id = std::move(id);
    item.kind = TimelineItemKind::Result;
    item.session = session;
    item.from = from;
    item.to = to;
    item.from_day = days_between(anchor, from);
    item.to_day = days_between(anchor, to);
    return item;
}

TimelineItem const* find(std::vector<TimelineItem> const& items, TimelineItem const& like) {
    auto const found = std::find_if(items.begin(), items.end(), [&](TimelineItem const& item) {
        return item.kind == like.kind && item.id == like.id;
    });
    return found != items.end() ? &*found : nullptr;
}

}  // namespace

std::optional<Strength> strongest(Protocol const& protocol, std::vector<std::string> const& sources) {
    std::optional<Strength> result;
    for (auto const& key : sources) {
        auto const* source = protocol.find_source(key);
        // A comes first in the enumeration and is the strongest.
        if (source != nullptr && (!result || source->strength < *result)) result = source->strength;
    }
    return result;
}

std::vector<TimelineItem> preparation_items(ItemContext const& context, SessionPlace const& session) {
    std::vector<TimelineItem> items;
    for (auto const& task : context.protocol.timeline.preparation) {
        if (!may_apply(task.when, context.answers)) continue;
        auto const from = resolve(task.from, context.parameters, context.answers);
        auto const to = resolve(task.to, context.parameters, context.answers);
        auto item = item_over(session, from.value, to.value);
        if (!item) continue;
        item->id = task.id;
        item->kind = TimelineItemKind::Prepare;
        item->strength = task.strength;
        item->sources = task.sources;
        item->differs = task.differs;
        item->icon = task.icon;
        item->set_by_clinic = from.set_by_clinic || to.set_by_clinic;
        items.push_back(std::move(*item));
    }
    sort_few(items, [](TimelineItem const& a, TimelineItem const& b) { return a.from_day < b.from_day; });
    return items;
}

std::vector<TimelineItem> day_of_items(ItemContext const& context, SessionPlace const& session) {
    std::vector<TimelineItem> items;
    for (auto const& step : context.protocol.timeline.day_of) {
        bool const shown = applies(step.when, context.answers) ||
                           (step.show_when_unanswered && unanswered(step.when, context.answers));
        auto const from = resolve(step.from, context.parameters, context.answers);
        auto const to = resolve(step.to, context.parameters, context.answers);
        if (!shown || to.value < from.value) continue;
        TimelineItem item;
        item.id = step.id;
        item.kind = TimelineItemKind::DayOf;
        item.session = session.number;
        item.from = session.date;
        item.to = session.date;
        item.to_day = 0;
        item.from_minute = from.value;
        item.to_minute = to.value;
        item.strength = strongest(context.protocol, step.sources);
        item.sources = step.sources;
        item.differs = step.differs;
        item.icon = step.icon;
        item.set_by_clinic = from.set_by_clinic || to.set_by_clinic;
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<TimelineItem> care_items(ItemContext const& context, SessionPlace const& session) {
    std::vector<TimelineItem> items;
    for (auto const& care : context.protocol.timeline.care) {
        auto const from = resolve(care.from, context.parameters, context.answers);
        auto const to = care.to ? resolve(*care.to, context.parameters, context.answers) : ResolvedNumber{};
        auto item = item_over(session, from.value, care.to ? std::optional{to.value} : std::nullopt);
        if (!item) continue;
        item->id = care.id;
        item->kind = care.kind == CareKind::Do ? TimelineItemKind::Do : TimelineItemKind::Dont;
        item->strength = care.strength;
        item->sources = care.sources;
        item->differs = care.differs;
        item->icon = care.icon;
        item->has_range = care.has_range;
        item->has_day_zero_text = care.has_day_zero_text && item->from_day == 0;
        item->set_by_clinic = from.set_by_clinic || to.set_by_clinic;
        items.push_back(std::move(*item));
    }
    return items;
}

std::vector<TimelineItem> result_items(ItemContext const& context, Course const& course) {
    std::vector<TimelineItem> items;
    auto const& schedule = course.schedule;
    if (course.sessions.empty()) return items;
    auto const& first = course.sessions.front();
    auto const& last = course.sessions.back();
    if (schedule.first_change_from && schedule.first_change_to) {
        items.push_back(result_item("first-change", first.number, first.date, *schedule.first_change_from,
                                    *schedule.first_change_to));
    }
    if (schedule.results_check) {
        items.push_back(
            result_item("results-check", last.number, last.date, *schedule.results_check, *schedule.results_check));
        auto const parameter = *context.protocol.timeline.sessions.results_check;
        items.back().set_by_clinic = context.parameters[parameter].set_by_clinic;
    }
    if (schedule.full_result_from && schedule.full_result_to) {
        items.push_back(
            result_item("full-result", last.number, last.date, *schedule.full_result_from, *schedule.full_result_to));
    }
    for (auto& item : items) {
        if (course.numbers) item.sources = course.numbers->sources;
        item.strength = strongest(context.protocol, item.sources);
    }
    return items;
}

std::vector<TimelineDay> strip_days(TimelineContent const& content, std::vector<Session> const& sessions) {
    std::vector<TimelineDay> days;
    for (std::size_t k = 0; k < sessions.size(); ++k) {
        Date const date = sessions[k].date;
        for (auto const& day : content.days) {
            TimelineDay entry{day.id, sessions[k].number, date.plus_days(day.from), date.plus_days(day.to)};
            if (k + 1 < sessions.size()) entry.to = std::min(entry.to, sessions[k + 1].date.plus_days(-1));
            if (entry.from <= entry.to) days.push_back(std::move(entry));
        }
    }
    return days;
}

std::vector<TimelineItem> join_sessions(std::vector<std::vector<TimelineItem>> sessions) {
    for (std::size_t k = sessions.size(); k-- > 0;) {
        std::vector<TimelineItem> kept;
        for (auto& item : sessions[k]) {
            for (std::size_t later = k + 1; later < sessions.size(); ++later) {
                auto const* same = find(sessions[later], item);
                if (same == nullptr) continue;
                Date const last = same->from.plus_days(-1);
                if (!item.to || last < *item.to) {
                    item.to_day = item.from_day + days_between(item.from, last);
                    item.to = last;
                }
                break;  // the one after that starts later still
            }
            if (!item.to || item.from <= *item.to) kept.push_back(std::move(item));
        }
        sessions[k] = std::move(kept);
    }
    std::vector<TimelineItem> joined;
    for (auto& items : sessions) {
        joined.insert(joined.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    }
    return joined;
}

}  // namespace needlewise::core
