// Time of one assessment of the built-in protocol, against the budget of 20 microseconds (design.md section 7):
// a healthy person, one who is sure of nothing; from scratch and after one edit, as a form does it.
#include "core/assessment.hpp"
#include "formats/protocol_loader.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace needlewise::core;

namespace {

constexpr int repetitions = 20000;
auto const today = Date::from_calendar(2026, 3, 2).value();

std::string read_whole(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

Protocol load_builtin() {
    std::vector<std::string> const names{"questionnaire.json", "protocol.json", "rules.json",
                                         "timeline.json",      "sources.json",  "words/en.json"};
    std::vector<std::string> texts;
    std::vector<needlewise::formats::SourceFile> files;
    texts.reserve(names.size());
    files.reserve(names.size());
    for (auto const& name : names) {
        texts.push_back(read_whole(NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/" + name));
        files.push_back({name, texts.back()});
    }
    return needlewise::formats::load_protocol(files, "en").protocol;
}

bool is_harmless(Value const& value) {
    auto const& code = std::get<Coding>(value).code;
    return code == "none" || code == "no" || code == "never" || code == "needle-only" || code == "22-plus";
}

Value harmless_option(Item const& item) {
    for (auto const& option : item.options) {
        if (is_harmless(option.value)) {
            return option.value;
        }
    }
    return item.options.front().value;
}

enum class Person { Healthy, NotSure };

/// Not sure is the last code of most questions.
AnswerSheet sheet_of(Protocol const& protocol, Person person) {
    AnswerSheet sheet{protocol.questionnaire};
    for (ItemIndex item = 0; item < protocol.questionnaire.items.size(); ++item) {
        auto const& question = protocol.questionnaire.items[item];
        if (!question.options.empty()) {
            sheet.answers[item] = {person == Person::Healthy ? harmless_option(question)
                                                             : question.options.back().value};
        }
    }
    sheet.answers[*protocol.bindings.planned_date] = {today.plus_days(28)};
    return sheet;
}

template <class Work>
double microseconds_each(Work const& work) {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        auto const begin = std::chrono::steady_clock::now();
        for (int repetition = 0; repetition < repetitions; ++repetition) {
            work();
        }
        std::chrono::duration<double, std::micro> const taken = std::chrono::steady_clock::now() - begin;
        best = std::min(best, taken.count() / repetitions);
    }
    return best;
}

void time_person(Protocol const& protocol, char const* who, Person person) {
    auto const sheet = sheet_of(protocol, person);
    auto const parameters = protocol.initial_parameters();
    EffectiveAnswers effective{protocol.questionnaire, sheet, today};
    auto const item = *protocol.bindings.concerns;
    std::size_t findings = 0;
    auto const whole =
        microseconds_each([&] { findings = assess(protocol, parameters, sheet, today).findings.size(); });
    auto const edit = microseconds_each([&] {
        effective.update(protocol.questionnaire, sheet, item, today);
        findings = assess(protocol, parameters, sheet, effective, today).findings.size();
    });
    std::printf("assess, %-12s %3zu findings: %5.1f us from the answers, %5.1f us after an edit (budget 20 us)\n", who,
                findings, whole, edit);
}

}  // namespace

int main() {
    auto const protocol = load_builtin();
    if (protocol.rules.empty()) {
        std::fputs("the built-in protocol does not load\n", stderr);
        return 1;
    }
    time_person(protocol, "healthy", Person::Healthy);
    time_person(protocol, "not sure", Person::NotSure);
    return 0;
}
