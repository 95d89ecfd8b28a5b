// Reading, judging and writing 10,000 responses as `needlewise assess --lines` does, and loading the protocol first.
#include "formats/assessment_json.hpp"
#include "formats/fhir_response.hpp"
#include "formats/protocol_checks.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

using namespace needlewise;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string read_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

core::Value harmless(core::Item const& item) {
    for (auto const& option : item.options) {
        if (option.exclusive) {
            return option.value;
        }
    }
    return item.options.front().value;
}

/// The `number`-th person: nothing to say to most questions, and one option in turn to a seventh of them.
std::string response(core::Protocol const& protocol, std::size_t number) {
    core::AnswerSheet sheet{protocol.questionnaire};
    for (core::ItemIndex index = 0; index < protocol.questionnaire.items.size(); ++index) {
        auto const& item = protocol.questionnaire.items[index];
        if (!item.options.empty()) {
            bool const speaks = (number + index) % 7 == 0;
            sheet.answers[index] = {speaks ? item.options[number % item.options.size()].value : harmless(item)};
        }
    }
    auto const today = core::Date::from_calendar(2026, 3, 2).value_or(core::Date{});
    core::EffectiveAnswers const answers{protocol.questionnaire, sheet, today};
    return formats::write_response(protocol.questionnaire, sheet, answers, formats::ResponseStatus::Completed,
                                   formats::JsonLayout::Compact);
}

}  // namespace

int main() {
    std::string const folder = NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/";
    std::vector<std::string> const names{"questionnaire.json", "protocol.json", "rules.json",
                                         "timeline.json",      "sources.json",  "words/en.json"};
    std::vector<std::string> texts;
    std::vector<formats::SourceFile> files;
    texts.reserve(names.size());
    for (auto const& name : names) {
        texts.push_back(read_file(folder + name));
        files.push_back({name, texts.back()});
    }

    auto start = Clock::now();
    auto const loaded = formats::load_protocol(files, "en");
    std::printf("loading the built-in protocol             %8.2f ms\n", milliseconds_since(start));
    start = Clock::now();
    auto const checked = formats::check_protocol(files, "en");
    std::printf("loading and checking it in full           %8.2f ms\n", milliseconds_since(start));
    if (!loaded.usable() || !checked.usable()) {
        return 1;
    }

    auto const& protocol = loaded.protocol;
    auto const parameters = protocol.initial_parameters();
    auto const today = core::Date::from_calendar(2026, 3, 2).value_or(core::Date{});
    constexpr std::size_t count = 10000;
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (std::size_t number = 0; number < count; ++number) {
        lines.push_back(response(protocol, number));
        bytes += lines.back().size();
    }
    std::size_t written = 0;
    start = Clock::now();
    for (auto const& line : lines) {
        auto const sheet = formats::read_response(line, protocol.questionnaire);
        if (!sheet) {
            return 1;
        }
        written +=
            formats::assessment_json(protocol, parameters, core::assess(protocol, parameters, *sheet, today)).size();
    }
    double const milliseconds = milliseconds_since(start);
    std::printf("10,000 responses read, judged, written    %8.2f ms (%.0f a second, %.1f MB in, %.1f MB out)\n",
                milliseconds, static_cast<double>(count) * 1000 / milliseconds, static_cast<double>(bytes) / 1e6,
                static_cast<double>(written) / 1e6);
    return 0;
}
