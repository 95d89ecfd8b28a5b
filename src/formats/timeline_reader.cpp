// timeline.json (assets/README.md).
#include "formats/protocol_reading.hpp"

#include <algorithm>
#include <set>

namespace needlewise::formats {

namespace {

using core::BoundTerm;
using core::NumberBound;

class TimelineReader {
public:
    TimelineReader(ContentReader& reader, ProtocolReading& reading)
        : reader_{reader}, reading_{reading}, timeline_{reading.protocol.timeline} {}

    void read() {
        JsonValue const root = reader_.root();
        reader_.only_members(root, {"parameters", "preparation", "dayOf", "signs", "watch", "changes", "care", "days",
                                    "redFlags", "sessions", "emergencyNumberParameter", "differences"});
        each(root, "preparation", &TimelineReader::read_preparation);
        each(root, "dayOf", &TimelineReader::read_day_of);
        each(root, "signs", &TimelineReader::read_sign);
        each(root, "watch", &TimelineReader::read_watch);
        each(root, "changes", &TimelineReader::read_change);
        each(root, "care", &TimelineReader::read_care);
        each(root, "days", &TimelineReader::read_day);
        each(root, "redFlags", &TimelineReader::read_red_flags);
        if (JsonValue const sessions = reader_.member(root, "sessions", JsonKind::Object, Need::Optional)) {
            read_sessions(sessions);
        }
        timeline_.emergency_number =
            read_parameter(reader_, root, "emergencyNumberParameter", Need::Optional, ParameterKind::Text, reading_);
    }

private:
    void each(JsonValue root, char const* name, void (TimelineReader::*read_one)(JsonValue)) {
        for (JsonValue value : reader_.member(root, name, JsonKind::Array, Need::Optional).elements()) {
            if (reader_.expect(value, JsonKind::Object)) {
                (this->*read_one)(value);
            }
        }
    }

    /// All items share one name space: their words are found by id alone.
    std::string read_id(JsonValue value, char const* name) {
        std::string id = reader_.text(value, name, Need::Required);
        if (!id.empty() && !ids_.insert(id).second) {
            reader_.error(value.member(name), "duplicate-id", "the id % is there already",
                          "Give each item of the timeline an id of its own", {id});
        }
        return id;
    }

    void read_order(JsonValue value, char const* later, std::optional<int> from, std::optional<int> to) {
        if (from && to && *to < *from) {
            reader_.error(value.member(later), "out-of-range", "% is before the day it follows", "Order the days",
                          {later});
        }
    }

    core::Contact read_contact(JsonValue value) {
        int const contact = reader_.one_of(value, "contact", {"none", "week", "same-day"}, Need::Required);
        return contact < 0 ? core::Contact::SameDay : static_cast<core::Contact>(contact);
    }

    std::optional<core::Condition> read_when(JsonValue value, Need need) {
        JsonValue const when = reader_.member(value, "when", JsonKind::Object, need);
        return when ? read_condition(reader_, when, reading_) : std::nullopt;
    }

    BoundTerm read_term(JsonValue value) {
        BoundTerm term;
        if (std::optional<core::ParameterIndex> const parameter =
                read_parameter(reader_, value, "parameter", Need::Required, ParameterKind::Number, reading_)) {
            term.parameter = *parameter;
        } else {
            term.factor = 0;  // reported; keeps the index harmless
        }
        return term;
    }

    /// A whole number; or a parameter, a sum or the largest of some, with factor and offset.
    std::optional<NumberBound> read_bound(JsonValue value) {
        NumberBound bound;
        if (value.is(JsonKind::Integer)) {
            bound.offset = reader_.whole_value(value).value_or(0);
            return bound;
        }
        if (!reader_.expect(value, JsonKind::Object)) {
            return std::nullopt;
        }
        std::size_t const errors = reading_.diagnostics.size();
        bound.offset = reader_.whole(value, "offset", Need::Optional).value_or(0);
        if (JsonValue const sum = reader_.member(value, "sum", JsonKind::Array, Need::Optional)) {
            reader_.only_members(value, {"sum", "offset"});
            for (JsonValue element : sum.elements()) {
                reader_.only_members(element, {"parameter", "factor"});
                BoundTerm term = read_term(element);
                term.factor *= reader_.whole(element, "factor", Need::Optional).value_or(1);
                bound.terms.push_back(std::move(term));
            }
        } else if (JsonValue const largest = reader_.member(value, "largestOf", JsonKind::Array, Need::Optional)) {
            reader_.only_members(value, {"largestOf", "factor", "offset", "otherwise"});
            bound.largest = true;
            bound.otherwise = reader_.whole(value, "otherwise", Need::Required).value_or(0);
            int const factor = reader_.whole(value, "factor", Need::Optional).value_or(1);
            for (JsonValue element : largest.elements()) {
                reader_.only_members(element, {"parameter", "when"});
                BoundTerm term = read_term(element);
                term.factor *= factor;
                term.when = read_when(element, Need::Optional);
                bound.terms.push_back(std::move(term));
            }
        } else {
            reader_.only_members(value, {"parameter", "factor", "offset"});
            BoundTerm term = read_term(value);
            term.factor *= reader_.whole(value, "factor", Need::Optional).value_or(1);
            bound.terms.push_back(std::move(term));
        }
        if (errors != reading_.diagnostics.size()) {
            return std::nullopt;
        }
        return bound;
    }

    NumberBound required_bound(JsonValue value, char const* name) {
        JsonValue const bound = value.member(name);
        if (!bound || bound.is(JsonKind::Null)) {
            reader_.error(bound ? bound : value, "missing-member", "% is missing",
                          "Add a day, or a parameter it follows", {name});
            return {};
        }
        return read_bound(bound).value_or(NumberBound{});
    }

    /// Null is an open end; to leave it out is a mistake.
    core::DayBound open_bound(JsonValue value, char const* name) {
        if (value.member(name).is(JsonKind::Null)) {
            return std::nullopt;
        }
        return required_bound(value, name);
    }

    template <class Item>
    void read_evidence(JsonValue value, Item& item) {
        item.sources = read_source_keys(reader_, value, Need::Required, reading_);
        item.differs = read_differs(reader_, value, reading_);
    }

    std::string read_icon(JsonValue value) {
        reader_.one_of(value, "icon", {"hand",    "drop",  "wash",  "make-up", "sun",   "heat",      "swim",   "sport",
                                       "alcohol", "smoke", "cream", "pillow",  "razor", "treatment", "tattoo", "pill",
                                       "cool",    "food",  "plane", "camera",  "talk",  "list",      "phone",  "eye"},
                       Need::Optional);
        return reader_.text(value, "icon", Need::Optional);
    }

    void read_preparation(JsonValue value) {
        reader_.only_members(value, {"id", "from", "to", "when", "strength", "sources", "differs", "icon"});
        core::PreparationTask task;
        task.id = read_id(value, "id");
        task.from = required_bound(value, "from");
        task.to = required_bound(value, "to");
        task.when = read_when(value, Need::Optional);
        task.strength = read_strength(reader_, value);
        read_evidence(value, task);
        task.icon = read_icon(value);
        timeline_.preparation.push_back(std::move(task));
    }

    void read_day_of(JsonValue value) {
        reader_.only_members(value, {"id", "from", "to", "when", "showWhenUnanswered", "sources", "differs", "icon"});
        core::DayOfStep step;
        step.id = read_id(value, "id");
        step.from = required_bound(value, "from");
        step.to = required_bound(value, "to");
        step.when = read_when(value, Need::Optional);
        step.show_when_unanswered = reader_.flag(value, "showWhenUnanswered", false);
        read_evidence(value, step);
        step.icon = read_icon(value);
        timeline_.day_of.push_back(std::move(step));
    }

    void read_sign(JsonValue value) {
        reader_.only_members(value, {"id", "onset", "usualEnd", "plausibleUntil", "contact", "hasCallIf", "sources",
                                     "differs", "height"});
        core::RecoverySign sign;
        sign.id = read_id(value, "id");
        std::optional<int> const onset = reader_.whole(value, "onset", Need::Required);
        std::optional<int> const usual = reader_.whole(value, "usualEnd", Need::Required);
        std::optional<int> const plausible = reader_.whole(value, "plausibleUntil", Need::Required);
        read_order(value, "usualEnd", onset, usual);
        read_order(value, "plausibleUntil", usual, plausible);
        sign.onset = onset.value_or(0);
        sign.usual_end = usual.value_or(0);
        sign.plausible_until = plausible.value_or(0);
        sign.contact = read_contact(value);
        sign.has_call_if = reader_.flag(value, "hasCallIf", false);
        read_evidence(value, sign);
        for (JsonValue point : reader_.member(value, "height", JsonKind::Array, Need::Optional).elements()) {
            read_height(point, sign);
        }
        timeline_.signs.push_back(std::move(sign));
    }

    void read_height(JsonValue point, core::RecoverySign& sign) {
        std::optional<int> day;
        std::optional<double> height;
        for (JsonValue part : point.elements()) {
            if (!day && part.is(JsonKind::Integer)) {
                day = reader_.whole_value(part);
            } else if (part.is(JsonKind::Integer) || part.is(JsonKind::Number)) {
                height = part.number();
            }
        }
        if (point.size() != 2 || !day || !height || *height < 0 || *height > 1) {
            reader_.error(point, "wrong-type", "a point of the height is a day and a number from 0 to 1",
                          "Write for example [3, 0.5]");
        } else if (!sign.height.empty() && sign.height.back().first >= *day) {
            reader_.error(point, "out-of-range", "the points are not in order of days", "Order the days");
        } else {
            sign.height.emplace_back(*day, *height);
        }
    }

    void read_watch(JsonValue value) {
        reader_.only_members(value, {"id", "from", "to", "contact", "sources"});
        core::WatchSign watch;
        watch.id = read_id(value, "id");
        std::optional<int> const from = reader_.whole(value, "from", Need::Required);
        std::optional<int> const to = reader_.whole(value, "to", Need::Required);
        read_order(value, "to", from, to);
        watch.from = from.value_or(0);
        watch.to = to.value_or(0);
        watch.contact = read_contact(value);
        watch.sources = read_source_keys(reader_, value, Need::Required, reading_);
        timeline_.watch.push_back(std::move(watch));
    }

    void read_change(JsonValue value) {
        reader_.only_members(value,
                             {"id", "when", "item", "usualEnd", "plausibleUntil", "moreLikely", "hasNote", "sources"});
        core::SignChange change;
        change.id = read_id(value, "id");
        if (std::optional<core::Condition> when = read_when(value, Need::Required)) {
            change.when = std::move(*when);
        }
        change.item = reader_.text(value, "item", Need::Required);
        auto const is_meant = [&](auto const& sign) { return sign.id == change.item; };
        auto const sign = std::find_if(timeline_.signs.begin(), timeline_.signs.end(), is_meant);
        bool const watched = std::any_of(timeline_.watch.begin(), timeline_.watch.end(), is_meant);
        if (sign == timeline_.signs.end() && !watched && !change.item.empty()) {
            reader_.error(value.member("item"), "unknown-id", "there is no sign %",
                          "Name the id of a sign or watch sign", {change.item});
        }
        change.usual_end = reader_.whole(value, "usualEnd", Need::Optional);
        change.plausible_until = reader_.whole(value, "plausibleUntil", Need::Optional);
        if (sign != timeline_.signs.end()) {
            read_order(value, "usualEnd", sign->onset, change.usual_end);
            read_order(value, change.plausible_until ? "plausibleUntil" : "usualEnd",
                       change.usual_end.value_or(sign->usual_end),
                       change.plausible_until.value_or(sign->plausible_until));
        } else if (watched && (change.usual_end || change.plausible_until)) {
            reader_.error(value, "unused-member", "only the days of a sign can be changed", "Take the days out");
        }
        change.more_likely = reader_.flag(value, "moreLikely", false);
        change.has_note = reader_.flag(value, "hasNote", false);
        change.sources = read_source_keys(reader_, value, Need::Required, reading_);
        timeline_.changes.push_back(std::move(change));
    }

    void read_care(JsonValue value) {
        reader_.only_members(value, {"id", "kind", "from", "to", "strength", "sources", "differs", "icon", "openEnded",
                                     "hasRange", "hasDayZeroText"});
        core::CareItem care;
        care.id = read_id(value, "id");
        care.kind = reader_.one_of(value, "kind", {"do", "dont"}, Need::Required) == 1 ? core::CareKind::Dont
                                                                                       : core::CareKind::Do;
        care.from = required_bound(value, "from");
        care.to = open_bound(value, "to");
        if (reader_.flag(value, "openEnded", !care.to) == care.to.has_value() && value.member("to")) {
            reader_.error(value.member("openEnded"), "contradiction", "openEnded and \"to\" do not fit together",
                          "An open end has \"to\": null and \"openEnded\": true");
        }
        care.strength = read_strength(reader_, value);
        read_evidence(value, care);
        care.icon = read_icon(value);
        care.has_range = reader_.flag(value, "hasRange", false);
        care.has_day_zero_text = reader_.flag(value, "hasDayZeroText", false);
        timeline_.care.push_back(std::move(care));
    }

    void read_day(JsonValue value) {
        reader_.only_members(value, {"id", "from", "to"});
        core::StripDay day;
        day.id = read_id(value, "id");
        std::optional<int> const from = reader_.whole(value, "from", Need::Required);
        std::optional<int> const to = reader_.whole(value, "to", Need::Required);
        read_order(value, "to", from, to);
        day.from = from.value_or(0);
        day.to = to.value_or(0);
        timeline_.days.push_back(std::move(day));
    }

    void read_red_flags(JsonValue value) {
        reader_.only_members(value, {"group", "flags"});
        core::RedFlagGroup group;
        group.id = read_id(value, "group");
        group.flags = reader_.texts(value, "flags", Need::Required);
        for (JsonValue flag : value.member("flags").elements()) {
            if (flag.is(JsonKind::String) && !ids_.insert(std::string{flag.text()}).second) {
                reader_.error(flag, "duplicate-id", "the id % is there already",
                              "Give each item of the timeline an id of its own", {flag.text()});
            }
        }
        timeline_.red_flags.push_back(std::move(group));
    }

    std::optional<core::ParameterIndex> number_parameter(JsonValue value, char const* name, Need need) {
        return read_parameter(reader_, value, name, need, ParameterKind::Number, reading_);
    }

    std::pair<int, int> read_range(JsonValue value, char const* name) {
        JsonValue const list = reader_.member(value, name, JsonKind::Array, Need::Required);
        std::vector<int> days;
        for (JsonValue element : list.elements()) {
            days.push_back(reader_.whole_value(element).value_or(0));
        }
        if (list && (days.size() != 2 || days[0] > days[1])) {
            reader_.error(list, "wrong-type", "this is no range of days", "Write two days, the earlier one first");
        }
        days.resize(2, 0);
        return {days[0], days[1]};
    }

    void read_code(JsonValue code) {
        std::optional<core::ItemIndex> const question = reading_.protocol.bindings.concerns;
        if (!question && reading_.is_broken({"protocol.json"})) {
            return;
        }
        if (!question) {
            reader_.error(code, "missing-binding", "no question is bound as concerns",
                          "Bind concerns in protocol.json");
        } else if (reader_.expect(code, JsonKind::String)) {
            find_code(reader_, code, reading_.protocol.questionnaire.items[*question]);
        }
    }

    void read_concern(JsonValue value, core::SessionContent& sessions) {
        reader_.only_members(value,
                             {"code", "sessionsMinimum", "sessionsMaximum", "sessionsParameter", "spacingMinimum",
                              "spacingMaximum", "spacingParameter", "firstChange", "fullResult", "sources", "hasNote"});
        core::ConcernPlan plan;
        plan.code = reader_.text(value, "code", Need::Required);
        if (std::any_of(sessions.concerns.begin(), sessions.concerns.end(),
                        [&](core::ConcernPlan const& other) { return other.code == plan.code; })) {
            reader_.error(value.member("code"), "duplicate-id", "% has a plan already", "Take one out", {plan.code});
        }
        if (!plan.code.empty()) {
            read_code(value.member("code"));
        }
        plan.sessions_minimum = reader_.whole(value, "sessionsMinimum", Need::Required).value_or(1);
        plan.sessions_maximum = reader_.whole(value, "sessionsMaximum", Need::Required).value_or(plan.sessions_minimum);
        plan.spacing_minimum = reader_.whole(value, "spacingMinimum", Need::Required).value_or(1);
        plan.spacing_maximum = reader_.whole(value, "spacingMaximum", Need::Required).value_or(plan.spacing_minimum);
        if (plan.sessions_minimum < 1 || plan.sessions_maximum < plan.sessions_minimum) {
            reader_.error(value.member("sessionsMinimum"), "out-of-range", "the numbers of sessions are not in order",
                          "Write 1 or more, and a maximum not below it");
        }
        if (plan.spacing_minimum < 1 || plan.spacing_maximum < plan.spacing_minimum) {
            reader_.error(value.member("spacingMinimum"), "out-of-range", "the days between sessions are not in order",
                          "Write 1 or more, and a maximum not below it");
        }
        plan.sessions = number_parameter(value, "sessionsParameter", Need::Required).value_or(0);
        plan.spacing = number_parameter(value, "spacingParameter", Need::Required).value_or(0);
        plan.first_change = read_range(value, "firstChange");
        plan.full_result = read_range(value, "fullResult");
        plan.sources = read_source_keys(reader_, value, Need::Required, reading_);
        plan.has_note = reader_.flag(value, "hasNote", false);
        sessions.concerns.push_back(std::move(plan));
    }

    void read_sessions(JsonValue value) {
        reader_.only_members(value, {"spacingFloorParameter", "eventGapParameter", "eventGapMinimumParameter",
                                     "resultsCheckParameter", "concerns", "withoutPlan", "withoutConcerns"});
        core::SessionContent& sessions = timeline_.sessions;
        sessions.spacing_floor = number_parameter(value, "spacingFloorParameter", Need::Optional);
        sessions.event_gap = number_parameter(value, "eventGapParameter", Need::Optional);
        sessions.event_gap_minimum = number_parameter(value, "eventGapMinimumParameter", Need::Optional);
        sessions.results_check = number_parameter(value, "resultsCheckParameter", Need::Optional);
        for (JsonValue concern : reader_.member(value, "concerns", JsonKind::Array, Need::Optional).elements()) {
            if (reader_.expect(concern, JsonKind::Object)) {
                read_concern(concern, sessions);
            }
        }
        sessions.without_plan = reader_.texts(value, "withoutPlan", Need::Optional);
        for (JsonValue code : value.member("withoutPlan").elements()) {
            read_code(code);
        }
        if (JsonValue const other = reader_.member(value, "withoutConcerns", JsonKind::String, Need::Optional)) {
            for (std::size_t index = 0; index < sessions.concerns.size(); ++index) {
                if (sessions.concerns[index].code == other.text()) {
                    sessions.without_concerns = index;
                }
            }
            if (!sessions.without_concerns) {
                reader_.error(other, "unknown-code", "there is no plan for %",
                              "Name the code of one of the concerns above", {other.text()});
            }
        }
        if (sessions.event_gap && sessions.event_gap_minimum) {
            auto const& parameters = reading_.protocol.parameters;
            auto const& gap = std::get<core::NumberParameter>(parameters[*sessions.event_gap].kind);
            auto const& least = std::get<core::NumberParameter>(parameters[*sessions.event_gap_minimum].kind);
            if (least.initial > gap.initial) {
                reader_.error(value.member("eventGapMinimumParameter"), "contradiction",
                              "the smallest gap before an event is above the comfortable one", "Lower its default");
            }
        }
    }

    ContentReader& reader_;
    ProtocolReading& reading_;
    core::TimelineContent& timeline_;
    std::set<std::string> ids_;
};

}  // namespace

void read_timeline(ContentReader& reader, ProtocolReading& reading) { TimelineReader{reader, reading}.read(); }

}  // namespace needlewise::formats
