#include "app/session.hpp"
#include "formats/decimal.hpp"
#include "formats/fhir_values.hpp"

#include <algorithm>
#include <cstdlib>

namespace needlewise::app {

bool Session::chosen(core::ItemIndex index, std::size_t option) const {
    auto const& answer = sheet_.answers[index];
    return std::find(answer.begin(), answer.end(), item(index).options[option].value) != answer.end();
}

void Session::choose(core::ItemIndex index, std::size_t option, bool on) {
    auto const& question = item(index);
    auto answer = core::Answer{};
    for (std::size_t other = 0; other < question.options.size(); ++other) {
        auto const is_it = other == option;
        auto const stays = question.repeats && !question.options[option].exclusive &&
                           !question.options[other].exclusive && chosen(index, other);
        auto const kept = !on && chosen(index, other);
        if (is_it ? on : (on ? stays : kept)) {
            answer.push_back(question.options[other].value);
        }
    }
    set_answer(index, std::move(answer));
}

void Session::set_answer(core::ItemIndex index, core::Answer answer) {
    if (answer == sheet_.answers[index] && !sheet_.malformed[index]) {
        return;
    }
    sheet_.answers[index] = std::move(answer);
    sheet_.malformed[index] = false;
    if (answered(index)) {
        unknown_.erase(index);
    }
    answers_changed(index);
}

std::optional<core::Value> value_from_text(core::ItemType type, std::string const& text) {
    switch (type) {
        case core::ItemType::Date: {
            auto const date = core::Date::from_iso(text);
            return date ? std::optional<core::Value>{*date} : std::nullopt;
        }
        case core::ItemType::Integer: {
            char* end = nullptr;
            auto const number = std::strtoll(text.c_str(), &end, 10);
            return end == text.c_str() + text.size() ? std::optional<core::Value>{static_cast<std::int64_t>(number)}
                                                     : std::nullopt;
        }
        case core::ItemType::Decimal: {
            return formats::is_decimal(text) ? std::optional<core::Value>{formats::read_decimal(text)} : std::nullopt;
        }
        case core::ItemType::DateTime:
            return formats::is_date_time(text) ? std::optional<core::Value>{core::DateTimeText{text}} : std::nullopt;
        case core::ItemType::Time: {
            auto const whole = text.size() == 5 ? text + ":00" : text;  // people leave out the seconds
            return formats::is_time(whole) ? std::optional<core::Value>{core::TimeText{whole}} : std::nullopt;
        }
        case core::ItemType::Url: return core::Value{core::UrlText{text}};
        case core::ItemType::Boolean: return core::Value{text == "true"};
        default: return core::Value{text};
    }
}

void Session::set_from_text(core::ItemIndex index, std::string const& text) {
    if (text.empty()) {
        set_answer(index, {});
        return;
    }
    auto const value = text == "!" ? std::nullopt : value_from_text(item(index).type, text);
    if (value) {
        set_answer(index, {*value});
        return;
    }
    sheet_.answers[index].clear();
    sheet_.malformed[index] = true;
    unknown_.erase(index);
    answers_changed(index);
}

void Session::say_unknown(core::ItemIndex index, bool unknown) {
    if (unknown) {
        set_answer(index, {});
        unknown_.insert(index);
    } else {
        unknown_.erase(index);
    }
}

void Session::answers_changed(core::ItemIndex index) {
    effective_.update(protocol().questionnaire, sheet_, index, today_);
    if (is_asked_again(index)) {
        confirm_again(index);
    }
    ask_again_after(index);
    recompute();
}

void Session::ask_again_after(core::ItemIndex index) {
    for (auto const& recheck : protocol().rechecks) {
        if (recheck.question != index) {
            continue;
        }
        for (auto const question : recheck.ask_again) {
            if (answered(question) && !is_asked_again(question)) {
                asked_again_.push_back(question);
            }
        }
        std::sort(asked_again_.begin(), asked_again_.end());
    }
}

bool Session::is_asked_again(core::ItemIndex index) const {
    return effective_.enabled(index) &&
           std::find(asked_again_.begin(), asked_again_.end(), index) != asked_again_.end();
}

void Session::confirm_again(core::ItemIndex index) {
    asked_again_.erase(std::remove(asked_again_.begin(), asked_again_.end(), index), asked_again_.end());
}

Problem Session::problem(core::ItemIndex index) const {
    auto const& question = item(index);
    if (!effective_.enabled(index)) {
        return Problem::None;
    }
    switch (effective_.standing(index)) {
        case core::AnswerStanding::Absent: return question.required ? Problem::Missing : Problem::None;
        case core::AnswerStanding::Valid: return Problem::None;
        case core::AnswerStanding::Malformed:
            return sheet_.malformed[index] ? Problem::Unreadable : Problem::OptionClash;
        case core::AnswerStanding::OutOfRange: break;
    }
    if (auto const* date = std::get_if<core::Date>(&sheet_.answers[index].front())) {
        auto const is_today = [](std::optional<core::Bound> const& bound) {
            return bound && std::holds_alternative<core::Today>(*bound);
        };
        if (is_today(question.maximum) && *date > today_) {
            return Problem::NotInFuture;
        }
        if (is_today(question.minimum) && *date < today_) {
            return Problem::NotInPast;
        }
    }
    return Problem::OutOfRange;
}

}  // namespace needlewise::app
