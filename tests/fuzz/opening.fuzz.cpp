// Any bytes as a file or as the content of a code, opened as the page does it: refused with a reason, or brought to a
// session that holds it whole; and what that session takes along opens to the same answers again.
#include "app/carried.hpp"
#include "formats/answer_code.hpp"
#include "formats/json.hpp"
#include "platform/take/taker.hpp"

#include "fuzz/content.hpp"
#include "support/every_type.hpp"
#include "support/sealed_code.hpp"

using namespace needlewise;
using fuzz::require;

namespace {

using Content = std::vector<std::pair<std::string, std::string>>;

/// A page and the program beside it, with the same content.
class Pages {
public:
    explicit Pages(Content const& content) : session_{session_of(content)} {
        for (auto const& [path, text] : content) {
            taker_.add_source(path, text);
        }
        require(taker_.boot("en", fuzz::a_day().iso()));
    }

    void open_code(std::string const& content) {
        open("open-code", formats::test::sealed_content(session_.protocol().questionnaire, content));
    }

    void open(char const* what, std::string_view input) {
        auto const brought = member(taker_.run(what, input, options), "state");
        if (brought) {
            app::carry_in(session_, *brought);
            require(app::carry_out(session_) == *brought);
            require_same_again("code", "open-code", *brought);
            require_same_again("file", "open-file", *brought);
            require(member(taker_.run("message", *brought, options), "text").has_value());
            require(member(taker_.run("calendar", *brought, options), "text").has_value());
        }
    }

private:
    static constexpr char const* options = R"({"today":"2026-03-02","planId":"00000000002a","moment":""})";

    static app::Session session_of(Content const& content) {
        std::vector<formats::SourceFile> files;
        for (auto const& [path, text] : content) {
            files.push_back({path, text});
        }
        return app::make_session(files, "en", fuzz::a_day());
    }

    /// A text of the answer; empty where it was refused.
    static std::optional<std::string> member(std::string const& answer, char const* name) {
        auto const document = formats::parse_json(answer);
        require(static_cast<bool>(document));
        if (auto const text = document->root().member(name)) {
            return std::string{text.text()};
        }
        require(!document->root().member("error").text().empty());
        return std::nullopt;
    }

    void require_same_again(char const* make, char const* open, std::string const& state) {
        auto const made = member(taker_.run(make, state, options), "text");
        require(made.has_value());
        auto const again = taker_.run(open, *made, options);
        require(member(again, "state") == state || made->size() > formats::longest_answer_code);
        require(member(again, "leftOut").value_or("").empty());
    }

    app::Session session_;
    platform::Taker taker_;
};

Content built_in_content() {
    Content content;
    for (std::string const name :
         {"questionnaire.json", "protocol.json", "rules.json", "timeline.json", "sources.json", "words/en.json"}) {
        content.emplace_back("protocol/" + name,
                             fuzz::read_file(NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/" + name));
    }
    return content;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size > 16384) {
        return -1;
    }
    static Pages built_in{built_in_content()};
    static Pages every_type{{{"protocol/questionnaire.json", std::string{formats::test::every_type}}}};
    std::string const text{reinterpret_cast<char const*>(data), size};
    for (auto* pages : {&built_in, &every_type}) {
        pages->open("open-file", text);
        pages->open_code(text);
    }
    return 0;
}
