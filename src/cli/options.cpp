#include "cli/options.hpp"

#include <charconv>

namespace needlewise::cli {

namespace {

using core::Error;

Error misuse(std::string message) { return {"usage", std::move(message) + " (see needlewise --help)", {}}; }

std::optional<std::pair<int, core::Date>> parse_move(std::string_view text) {
    auto const equals = text.find('=');
    if (equals == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view const number = text.substr(0, equals);
    int session = 0;
    auto const [end, problem] = std::from_chars(number.data(), number.data() + number.size(), session);
    std::optional<core::Date> const day = parse_day(text.substr(equals + 1));
    if (problem != std::errc{} || end != number.data() + number.size() || session < 1 || !day) {
        return std::nullopt;
    }
    return std::pair{session, *day};
}

std::optional<Command> parse_command(std::string_view name) {
    if (name == "assess") return Command::Assess;
    if (name == "timeline") return Command::Timeline;
    if (name == "check") return Command::Check;
    if (name == "questionnaire") return Command::Questionnaire;
    if (name == "take") return Command::Take;
    if (name == "help" || name == "--help" || name == "-h") return Command::Help;
    if (name == "--version" || name == "version") return Command::Version;
    return std::nullopt;
}

std::string in_quotes(std::string_view text) { return "'" + std::string{text} + "'"; }

/// Takes one option with its value; an error message if it is not right.
std::string take_option(Options& options, std::string_view name, std::string_view value) {
    bool const timeline = options.command == Command::Timeline;
    bool const check = options.command == Command::Check;
    std::optional<core::Date> const day = parse_day(value);
    std::string const no_day = in_quotes(value) + " is no day; write YYYY-MM-DD, from 1900-01-01 to 2199-12-31";
    bool const judged = timeline || options.command == Command::Assess;
    bool const take = options.command == Command::Take;
    if (name == "--clinic" && (check || judged)) {
        options.clinic = value;
    } else if (name == "--protocol" && !check) {
        options.protocol = value;
    } else if (name == "--lang" && (judged || take)) {
        options.language = value;
    } else if (name == "--today" && (judged || take)) {
        options.today = day;
        return day ? "" : "--today: " + no_day;
    } else if (name == "--date" && (timeline || take)) {
        options.plan.date = day;
        return day ? "" : "--date: " + no_day;
    } else if (name == "--move" && (timeline || take)) {
        std::optional<std::pair<int, core::Date>> const move = parse_move(value);
        if (!move) {
            return "--move: " + in_quotes(value) +
                   " is no move; write the session's number and its new day, such as 2=2026-05-04";
        }
        if (!options.plan.moves.insert(*move).second) {
            return "--move: session " + std::to_string(move->first) + " is moved twice";
        }
    } else if (name == "--format" && take) {
        if (value != "code" && value != "file") {
            return "--format: " + in_quotes(value) + " is none of code and file";
        }
        options.format = value == "code" ? Format::Code : Format::File;
    } else if (name == "--format" && timeline) {
        if (value != "json" && value != "text" && value != "ics") {
            return "--format: " + in_quotes(value) + " is none of json, text and ics";
        }
        options.format = value == "json" ? Format::Json : value == "text" ? Format::Text : Format::Calendar;
    } else {
        return "there is no option " + in_quotes(name) + " here";
    }
    return "";
}

}  // namespace

char const* const help_text =
    "needlewise: answers before microneedling, judged, and what happens around it\n"
    "\n"
    "  needlewise assess   [options] [FILE|-]          judge a QuestionnaireResponse (FHIR R4)\n"
    "  needlewise timeline [options] [--date DATE] [--move K=DATE]... [--format json|text|ics] [FILE|-]\n"
    "                                                  plan the time before and after; without answers an example\n"
    "  needlewise check    [DIR] [--clinic FILE]       list every problem of a protocol and of clinic settings\n"
    "  needlewise questionnaire [--protocol DIR]       print its FHIR Questionnaire with all translations\n"
    "  needlewise take     [options] [--date DATE] [--move K=DATE]... [--format code|file] [FILE|-]\n"
    "                                                  print the code, or the file, that the page opens again\n"
    "\n"
    "Options of assess and timeline (take: all but --clinic and --lines)\n"
    "  --protocol DIR   a protocol's folder, or a FHIR Questionnaire (default: microneedling, built in)\n"
    "  --clinic FILE    clinic settings\n"
    "  --today DATE     judge as on this day (default: this device's date)\n"
    "  --lang TAG       language of texts, such as en\n"
    "  --lines          one case a line, one result a line. A case is a response, or\n"
    "                   {\"today\":…,\"date\":…,\"clinic\":{…},\"response\":{…}}\n"
    "Options of timeline and take\n"
    "  --date DATE      day of session 1; may be past\n"
    "  --move K=DATE    move session K\n"
    "  --format F       json, text or ics; of take: code (as in a link after #code=) or file\n"
    "\n"
    "Exit status: 0 done, 1 check found a problem, 2 input or options that cannot be used.\n";

std::optional<core::Date> parse_day(std::string_view text) {
    std::optional<core::Date> const day = core::Date::from_iso(text);
    return day && day->year() >= 1900 && day->year() <= 2199 ? day : std::nullopt;
}

core::Result<Options> parse_options(std::span<char const* const> arguments) {
    Options options;
    if (arguments.empty()) {
        return misuse("say what to do: assess, timeline, check, questionnaire or take");
    }
    std::optional<Command> const command = parse_command(arguments[0]);
    if (!command) {
        return misuse("there is no command " + in_quotes(arguments[0]));
    }
    options.command = *command;
    bool only_files = false;
    for (std::size_t index = 1; index < arguments.size(); ++index) {
        std::string_view argument = arguments[index];
        if (only_files || argument.empty() || argument[0] != '-' || argument == "-") {
            bool const folder = options.command == Command::Check || options.command == Command::Questionnaire;
            std::string& place = folder ? options.protocol : options.file;
            if (!place.empty() || argument.empty()) {
                return misuse(in_quotes(argument) + " is one file too many");
            }
            place = argument;
            continue;
        }
        if (argument == "--") {
            only_files = true;
        } else if (argument == "--help" || argument == "-h") {
            options.command = Command::Help;
            return options;
        } else if (argument == "--lines" &&
                   (options.command == Command::Assess || options.command == Command::Timeline)) {
            options.lines = true;
        } else {
            auto const equals = argument.find('=');
            std::string_view const name = argument.substr(0, equals);
            std::string_view value;
            if (equals != std::string_view::npos) {
                value = argument.substr(equals + 1);
            } else if (++index < arguments.size()) {
                value = arguments[index];
            }
            if (std::string problem = take_option(options, name, value); !problem.empty()) {
                return misuse(std::move(problem));
            }
            if (value.empty()) {
                return misuse(std::string{name} + " needs a value");
            }
        }
    }
    if (options.lines && options.format != Format::Json) {
        return misuse("--lines writes json only");
    }
    return options;
}

}  // namespace needlewise::cli
