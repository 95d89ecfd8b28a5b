// Any bytes as one file of a small protocol whose other files are right: all problems have a place, and what loads
// without an error can be used without one.
#include "formats/protocol_checks.hpp"

#include "fuzz/content.hpp"
#include "support/small_protocol.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

/// Which file the bytes are meant to be, so that our own content serves as seeds.
char const* name_for(std::string_view text) {
    auto const has = [&](char const* word) { return text.find(word) != std::string_view::npos; };
    return has("\"resourceType\"")  ? "questionnaire.json"
           : has("\"spans\"")       ? "rules.json"
           : has("\"preparation\"") ? "timeline.json"
           : has("\"bindings\"")    ? "protocol.json"
           : has("\"mark\"")        ? "sources.json"
                                    : "words/en.json";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const folder = formats::test::small_protocol();
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    std::string_view const name = name_for(text);
    std::vector<formats::SourceFile> files;
    for (auto const& [path, content] : folder) {
        files.push_back({path, path == name ? text : std::string_view{content}});
    }
    auto const loaded = formats::check_protocol(files, "en");
    for (auto const& diagnostic : loaded.diagnostics) {
        require(!diagnostic.code.empty() && !diagnostic.message.empty() && !diagnostic.advice.empty());
        require(!formats::to_text(diagnostic).empty());
    }
    if (loaded.usable()) {
        auto const parameters = loaded.protocol.initial_parameters();
        fuzz::use(loaded.protocol, parameters, core::AnswerSheet{loaded.protocol.questionnaire});
    }
    return 0;
}
