// Any bytes as a catalogue of words, the protocol's and the page's: every problem has a place, all that is made of the
// words is made, and no word changes what is judged or what a code means.
#include "app/content.hpp"
#include "formats/answer_code.hpp"
#include "formats/protocol_checks.hpp"
#include "formats/translation_checks.hpp"

#include "fuzz/content.hpp"
#include "support/small_protocol.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

void require_told(std::vector<formats::Diagnostic> const& diagnostics) {
    for (auto const& diagnostic : diagnostics) {
        require(!diagnostic.code.empty() && !diagnostic.message.empty() && !formats::to_text(diagnostic).empty());
    }
}

/// The small protocol with `text` as its words in Spanish, or as the note of what they were made from.
formats::LoadedProtocol translated(std::string_view text, char const* path) {
    static auto const folder = formats::test::small_protocol();
    std::vector<formats::SourceFile> files{{path, text}};
    for (auto const& [name, content] : folder) {
        files.push_back({name, content});
    }
    return formats::check_protocol(files, "es");
}

/// As the page's own words, as their translation and as the note of what that was made from.
void require_told_of_the_page(std::string_view text) {
    for (bool const is_own : {false, true}) {
        std::vector<formats::SourceFile> const files{{"words/en.json", is_own ? text : R"({"a":"{date}","b":"B"})"},
                                                     {"words/es.json", is_own ? R"({"a":"{day}"})" : text},
                                                     {"words/es.source.json", text}};
        require_told(formats::check_interface_words(files));
    }
}

void make_all(core::Protocol const& protocol, core::Catalogue const& words) {
    core::AnswerSheet const nothing{protocol.questionnaire};
    auto const parameters = protocol.initial_parameters();
    core::PlanRequest request;
    request.date = fuzz::a_day();
    for (auto const* language : {"en", "ar", "x"}) {
        auto const plan = core::plan(protocol, parameters, nothing, fuzz::a_day(), request);
        require(!formats::calendar(protocol, parameters, plan.timeline, words, language).empty());
        require(!formats::timeline_text(protocol, parameters, plan.timeline, words, language).empty());
        formats::DateWords const dates{protocol, &words, language};
        for (int const days : {-400, -2, -1, 0, 1, 7, 28, 400}) {
            dates.full_with_distance(fuzz::a_day(), fuzz::a_day().plus_days(days));
            dates.brief(fuzz::a_day().plus_days(days));
            dates.weeks_or_days(days);
        }
    }
}

void require_same_meaning(core::Protocol const& original, core::Protocol const& translation) {
    core::AnswerSheet const nothing{original.questionnaire};
    require(formats::write_answer_code(original.questionnaire, {nothing, {}, 0}) ==
            formats::write_answer_code(translation.questionnaire, {nothing, {}, 0}));
    auto const parameters = original.initial_parameters();
    auto const before = core::assess(original, parameters, nothing, fuzz::a_day());
    auto const after = core::assess(translation, parameters, nothing, fuzz::a_day());
    require(before.outcome == after.outcome && before.findings.size() == after.findings.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size > 8192) {
        return -1;  // our own catalogues among the seeds: every key that the small protocol lacks is a problem to tell
    }
    static auto const original = translated("{}", "words/es.json").protocol;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const protocol_words = translated(text, "words/es.json");
    require_told(protocol_words.diagnostics);
    require_told(translated(text, "words/es.source.json").diagnostics);
    require_told_of_the_page(text);
    auto const words = app::read_words(text);
    make_all(original, words);
    for (auto const& [key, word] : words) {
        require(formats::filled(word, {{"", "x"}, {"date", "{date}"}}).size() <= word.size());
    }
    if (protocol_words.usable()) {
        require_same_meaning(original, protocol_words.protocol);
        make_all(protocol_words.protocol, words);
    }
    return 0;
}
