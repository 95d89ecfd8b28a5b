#pragma once

#include "app/content.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::platform {

/// Makes what a person takes along, and reads it back: a program of its own beside the page's, fetched when it is
/// wanted. It holds a session over the same content, which gets the page's answers (app::carry_out) with each request.
class Taker {
public:
    void add_source(std::string path, std::string text) { sources_.push_back({std::move(path), std::move(text)}); }
    /// False if today is no date.
    bool boot(std::string_view language, std::string_view today);
    void add_words(std::string_view words);

    /// Answers as JSON. `what` is calendar, file, code, message, print-patient, print-clinic, open-file or
    /// open-code; `options` is a JSON object, whose `today` is taken over.
    ///
    ///     made:    {"text": …}
    ///     printed: app::print_json
    ///     opened:  {"state": …, "planId": …, "leftOut": "lines"}
    ///     refused: {"error": "code-cut"}
    std::string run(std::string_view what, std::string_view input, std::string_view options);

private:
    struct Source {
        std::string path;
        std::string text;
    };
    std::vector<Source> sources_;
    std::optional<app::Session> session_;
};

}  // namespace needlewise::platform
