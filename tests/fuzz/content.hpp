// The built-in protocol for fuzzers, and all that is done with one that was loaded: none of it may fail.
#pragma once

#include "core/timeline.hpp"
#include "formats/assessment_json.hpp"
#include "formats/calendar.hpp"
#include "formats/protocol_loader.hpp"
#include "formats/timeline_json.hpp"
#include "formats/timeline_text.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace needlewise::fuzz {

inline void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

inline std::string read_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline core::Protocol const& built_in() {
    static auto const protocol = [] {
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
        auto loaded = formats::load_protocol(files, "en");
        require(loaded.usable());
        return std::move(loaded.protocol);
    }();
    return protocol;
}

inline core::Date a_day() { return core::Date::from_calendar(2026, 3, 2).value_or(core::Date{}); }

/// Judges and plans, and writes all that comes of it.
inline void use(core::Protocol const& protocol, core::ParameterValues const& parameters,
                core::AnswerSheet const& sheet) {
    auto const assessment = core::assess(protocol, parameters, sheet, a_day());
    require(!formats::assessment_json(protocol, parameters, assessment).empty());
    core::PlanRequest request;
    request.date = a_day().plus_days(28);
    core::Catalogue const words;
    for (int round = 0; round < 2; ++round) {
        auto const plan = core::plan(protocol, parameters, sheet, a_day(), request);
        require(!formats::timeline_json(protocol, parameters, plan.timeline).empty());
        require(!formats::calendar(protocol, parameters, plan.timeline, words, "en").empty());
        require(!formats::timeline_text(protocol, parameters, plan.timeline, words, "en").empty());
        request.date.reset();
    }
}

}  // namespace needlewise::fuzz
