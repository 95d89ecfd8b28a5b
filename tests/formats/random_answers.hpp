// Random, well-formed answers to the built-in questionnaire, most of them harmless.
#pragma once

#include "builtin.hpp"
#include "support/random.hpp"

#include <algorithm>

namespace needlewise::formats::test {

using needlewise::test::Random;

inline core::Value const& option_value(core::Item const& item, std::size_t place) { return item.options[place].value; }

inline std::string const& code_of(core::Value const& value) { return std::get<core::Coding>(value).code; }

inline bool is_harmless(core::Value const& value) {
    auto const& code = code_of(value);
    return code == "none" || code == "no" || code == "never" || code == "needle-only" || code == "22-plus";
}

inline core::Answer harmless_answer(core::Item const& item) {
    for (auto const& option : item.options) {
        if (is_harmless(option.value)) {
            return {option.value};
        }
    }
    return {option_value(item, 0)};
}

inline core::Answer random_ticks(Random& random, core::Item const& item) {
    core::Answer answer;
    for (auto const& option : item.options) {
        if (!option.exclusive) {
            answer.push_back(option.value);
        }
    }
    random.shuffle(answer);
    answer.resize(1 + std::min(answer.size() - 1, random.below(4)));
    return answer;
}

inline core::Answer random_choice(Random& random, core::Item const& item, std::size_t harmless_percent) {
    if (random.below(100) < harmless_percent) {
        return harmless_answer(item);
    }
    if (item.repeats) {
        return random_ticks(random, item);
    }
    return {option_value(item, random.below(item.options.size()))};
}

inline core::Answer random_date(Random& random, core::Item const& item, core::Date today) {
    if (random.one_in(4)) {
        return {};
    }
    int const least = item.minimum ? 0 : (random.one_in(2) ? -30 : -400);
    int const most = item.maximum ? 0 : (random.one_in(2) ? 30 : 200);
    return {today.plus_days(random.between(least, most))};
}

inline core::Answer random_answer(Random& random, core::Item const& item, core::Date today,
                                  std::size_t harmless_percent) {
    if (item.type == core::ItemType::Choice) {
        return random_choice(random, item, harmless_percent);
    }
    if (item.type == core::ItemType::Date) {
        return random_date(random, item, today);
    }
    if (item.type == core::ItemType::Integer) {
        return {std::int64_t{random.between(1, 12)}};
    }
    return {};
}

/// Answers to every question, the hidden ones too; now and then one is left out.
inline core::AnswerSheet random_sheet(Random& random, core::Date today) {
    static std::vector<std::size_t> const shares{30, 70, 90, 95, 98};
    auto const& form = builtin().questionnaire;
    core::AnswerSheet sheet{form};
    auto const harmless_percent = random.one_of(shares);
    bool const leaves_out = random.one_in(4);
    for (core::ItemIndex item = 0; item < form.items.size(); ++item) {
        if (leaves_out && random.one_in(20)) {
            continue;
        }
        sheet.answers[item] = random_answer(random, form.items[item], today, harmless_percent);
    }
    return sheet;
}

}  // namespace needlewise::formats::test
