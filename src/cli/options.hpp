#pragma once

#include "core/date.hpp"
#include "core/result.hpp"
#include "core/timeline.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace needlewise::cli {

enum class Command : std::uint8_t { Assess, Timeline, Check, Questionnaire, Take, Help, Version };
enum class Format : std::uint8_t { Json, Text, Calendar, Code, File };

/// What was asked for on the command line.
struct Options {
    Command command = Command::Help;
    /// Folder of a protocol, or a questionnaire.json; empty: the built-in one.
    std::string protocol;
    std::string clinic;
    std::optional<core::Date> today;
    std::string language;
    bool lines = false;
    Format format = Format::Json;
    core::PlanRequest plan;
    /// Empty: none named; `-`: standard input.
    std::string file;
};

core::Result<Options> parse_options(std::span<char const* const> arguments);

/// A day from 1900-01-01 to 2199-12-31: what the questions take, with room for every date that is worked out.
std::optional<core::Date> parse_day(std::string_view text);

extern char const* const help_text;

}  // namespace needlewise::cli
