#include "app/carried.hpp"

#include "formats/decimal.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace needlewise::app {

namespace {

// Nobody types these.
constexpr char end_of_part = '\x1f';
constexpr char end_of_record = '\x1e';

void add(std::string& text, char kind, std::size_t number, std::string_view value) {
    text += kind;
    text += std::to_string(number);
    text += end_of_part;
    text += value;
    text += end_of_record;
}

std::string value_text(core::Value const& value) {
    if (auto const* date = std::get_if<core::Date>(&value)) {
        return date->iso();
    }
    if (auto const* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (auto const* number = std::get_if<double>(&value)) {
        return formats::decimal_text(*number);
    }
    if (auto const* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (auto const* moment = std::get_if<core::DateTimeText>(&value)) {
        return moment->text;
    }
    if (auto const* time = std::get_if<core::TimeText>(&value)) {
        return time->text;
    }
    auto const* address = std::get_if<core::UrlText>(&value);
    return address != nullptr ? address->text : std::string{};
}

void add_answer(std::string& text, Session const& session, core::ItemIndex index) {
    auto const options = session.item(index).options.size();
    auto any = false;
    for (std::size_t option = 0; option < options; ++option) {
        if (session.chosen(index, option)) {
            add(text, 'o', index, std::to_string(option));
            any = true;
        }
    }
    if (!any && session.answered(index)) {
        add(text, 'v', index, value_text(session.given(index).front()));
    } else if (!any && session.said_unknown(index)) {
        add(text, 'u', index, "");
    }
}

struct Record {
    char kind;
    int number;
    std::string value;
};

void take_in(Session& session, Record const& record) {
    auto const& items = session.protocol().questionnaire.items;
    auto const index = static_cast<core::ItemIndex>(record.number);
    auto const date = core::Date::from_iso(record.value);
    if (record.kind == 'd' && date) {
        session.set_treated_on(date);
    } else if (record.kind == 'm' && date) {
        session.move_session(record.number, *date);
    }
    if (record.number < 0 || index >= items.size()) {
        return;
    }
    if (record.kind == 'v') {
        session.set_from_text(index, record.value);
    } else if (record.kind == 'u') {
        session.say_unknown(index, true);
    } else if (record.kind == 'o') {
        auto const option = static_cast<std::size_t>(std::atoi(record.value.c_str()));
        if (option < items[index].options.size()) {
            session.choose(index, option, true);
        }
    }
}

}  // namespace

std::string carry_out(Session const& session) {
    auto text = std::string{};
    for (auto const index : session.protocol().questionnaire.enabling_order) {
        if (session.effective().enabled(index)) {
            add_answer(text, session, index);
        }
    }
    if (session.plan_request().date) {
        add(text, 'd', 0, session.plan_request().date->iso());
    }
    for (auto const& [number, date] : session.plan_request().moves) {
        add(text, 'm', static_cast<std::size_t>(number), date.iso());
    }
    return text;
}

void carry_in(Session& session, std::string_view carried) {
    session.delete_everything();
    while (!carried.empty()) {
        auto const record = carried.substr(0, carried.find(end_of_record));
        carried.remove_prefix(std::min(record.size() + 1, carried.size()));
        auto const middle = record.find(end_of_part);
        if (middle == std::string_view::npos || middle < 2) {
            continue;
        }
        take_in(session, {record.front(), std::atoi(std::string{record.substr(1, middle - 1)}.c_str()),
                          std::string{record.substr(middle + 1)}});
    }
    // What was settled then is not asked again because it came in one by one.
    while (!session.asked_again().empty()) {
        session.confirm_again(session.asked_again().front());
    }
}

void bring_in(Session& session, Opened opened) {
    session.take.opened = std::move(opened);
    if (session.untouched() && !session.plan_request().date) {
        use_opened(session);
    }
}

void use_opened(Session& session) {
    auto const opened = std::exchange(session.take.opened, std::nullopt);
    if (!opened) {
        return;
    }
    carry_in(session, opened->carried);
    session.take.lines = opened->left_out;
    if (session.take.lines.empty()) {
        go_on(session);
    } else {
        session.take.message = "open/partly";
        session.go(Screen::OpenSaved);
    }
}

bool is_for_paper(Session const& session) {
    auto const screen = session.here().screen;
    return ways_offered(session.clinic(), session.kiosk.on()).print &&
           (screen == Screen::Result || screen == Screen::Timeline || screen == Screen::TakeAlong);
}

std::vector<std::string> lines_of(std::string_view text) {
    auto lines = std::vector<std::string>{};
    while (!text.empty()) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty()) {
            lines.emplace_back(line);
        }
    }
    return lines;
}

void go_on(Session& session) {
    if (!session.timeline().sessions.empty()) {
        session.go(Screen::Timeline);
    } else if (auto const open = session.first_open()) {
        session.show(*open);
    } else {
        session.go(session.protocol().rules.empty() ? Screen::Review : Screen::Result);
    }
}

}  // namespace needlewise::app
