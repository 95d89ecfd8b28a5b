#include "app/carried.hpp"

#include "formats/decimal.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace needlewise::app {

namespace {

// A record is a letter for what it is, then two fields, each after its length: a number, mostly the question's, and a
// value. So no text that a person typed or a file brought can be taken for a record.

void put(std::string& text, std::string_view field) { ((text += std::to_string(field.size())) += ':') += field; }

void add(std::string& text, char kind, std::size_t number, std::string_view value) {
    text += kind;
    put(text, std::to_string(number));
    put(text, value);
}

/// Takes the next field off the front; false where the text ends before it does.
bool take(std::string_view& text, std::string& field) {
    auto const colon = text.find(':');
    auto const size = std::strtoul(std::string{text.substr(0, colon)}.c_str(), nullptr, 10);
    if (colon == std::string_view::npos || size > text.size() - colon - 1) {
        return false;
    }
    field = text.substr(colon + 1, size);
    text.remove_prefix(colon + 1 + size);
    return true;
}

/// Empty for what no field of the form holds: quantities, and codings that are no option.
std::string value_text(core::Value const& value) {
    if (auto const* truth = std::get_if<bool>(&value)) {
        return *truth ? "true" : "false";
    }
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
    auto const& options = session.item(index).options;
    for (std::size_t option = 0; option < options.size(); ++option) {
        if (session.chosen(index, option)) {
            add(text, 'o', index, std::to_string(option));
        }
    }
    for (auto const& value : session.given(index)) {
        auto const is_it = [&](core::AnswerOption const& option) { return option.value == value; };
        auto const written = value_text(value);
        if (!written.empty() && std::none_of(options.begin(), options.end(), is_it)) {
            add(text, 'v', index, written);
        }
    }
    if (session.said_unknown(index)) {
        add(text, 'u', index, "");
    }
}

std::optional<core::Value> value_of(core::Item const& item, char kind, std::string const& text) {
    if (kind == 'v') {
        return value_from_text(item.type, text);
    }
    auto const option = std::strtoul(text.c_str(), nullptr, 10);
    return kind == 'o' && option < item.options.size() ? std::optional{item.options[option].value} : std::nullopt;
}

void take_in(Session& session, char kind, int number, std::string const& value) {
    auto const index = static_cast<core::ItemIndex>(number);
    auto const date = core::Date::from_iso(value);
    if (kind == 'd' && date) {
        session.set_treated_on(date);
    } else if (kind == 'm' && date) {
        session.keep_move(number, *date);
    } else if (number < 0 || index >= session.protocol().questionnaire.items.size()) {
        return;
    } else if (kind == 'u') {
        session.say_unknown(index, true);
    } else if (auto one = value_of(session.item(index), kind, value)) {
        auto answer = session.given(index);
        answer.push_back(std::move(*one));
        session.set_answer(index, std::move(answer));
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
    auto number = std::string{};
    auto value = std::string{};
    while (!carried.empty()) {
        auto const kind = carried.front();
        carried.remove_prefix(1);
        if (!take(carried, number) || !take(carried, value)) {
            break;
        }
        take_in(session, kind, std::atoi(number.c_str()), value);
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
