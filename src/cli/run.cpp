#include "cli/run.hpp"

#include "cli/cases.hpp"
#include "cli/content.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "formats/clinic_settings.hpp"
#include "formats/fhir_response.hpp"
#include "formats/protocol_checks.hpp"
#include "formats/questionnaire_writer.hpp"
#include "formats/translation_checks.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace needlewise::cli {

namespace {

constexpr int done = 0;
constexpr int found_problems = 1;
constexpr int unusable = 2;

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The answers of the one case; none given is fine for a timeline.
core::Result<core::AnswerSheet> read_answers(Options const& options, core::Questionnaire const& questionnaire) {
    bool const timeline = options.command == Command::Timeline;
    if (timeline && options.file.empty() && input_is_terminal()) {
        return core::AnswerSheet{questionnaire};
    }
    std::string const file = options.file.empty() ? "-" : options.file;
    core::Result<std::string> text = read_file(file);
    if (!text) {
        return std::move(text.error());
    }
    if (timeline && options.file.empty() && is_blank(*text)) {
        return core::AnswerSheet{questionnaire};
    }
    core::Result<core::AnswerSheet> sheet = formats::read_response(*text, questionnaire);
    if (!sheet) {
        sheet.error().where.file = file == "-" ? "<stdin>" : file;
    }
    return sheet;
}

int judge_one(Content const& content, Options const& options) {
    core::Result<core::AnswerSheet> sheet = read_answers(options, content.protocol.questionnaire);
    if (!sheet) {
        complain(sheet.error());
        return unusable;
    }
    core::Result<std::string> result =
        options.command == Command::Take
            ? take(content, options, *sheet)
            : judge(content, content.parameters, content.today, options, options.plan, *sheet);
    if (!result) {
        complain(result.error());
        return unusable;
    }
    print(*result);
    if (result->empty() || result->back() != '\n') {
        print("\n");
    }
    return done;
}

std::string error_line(core::Error const& error, std::size_t line) {
    formats::JsonWriter json;
    json.begin_object();
    json.key("error");
    json.begin_object();
    json.key("message");
    json.string(error.where.pointer.empty() ? error.message : error.message + " (at " + error.where.pointer + ")");
    json.key("line");
    json.integer(static_cast<std::int64_t>(line));
    json.key("column");
    json.integer(error.where.column == 0 ? 1 : error.where.column);
    json.end_object();
    json.end_object();
    return json.take();
}

int judge_lines(Content const& content, Options const& options) {
    std::FILE* file = stdin;
    struct Close {
        void operator()(std::FILE* opened) const { std::fclose(opened); }
    };
    std::unique_ptr<std::FILE, Close> opened;
    if (!options.file.empty() && options.file != "-") {
        opened.reset(std::fopen(options.file.c_str(), "rb"));
        if (!opened) {
            complain({"cannot-read", "cannot be read", {options.file, 0, 0, {}}});
            return unusable;
        }
        file = opened.get();
    }
    LineReader reader{file, formats::json_size_limit};
    std::string line;
    std::size_t number = 0;
    int status = done;
    while (reader.next(line)) {
        ++number;
        core::Result<std::string> result = judge_line(content, options, line);
        if (!result) {
            status = unusable;
        }
        print(result ? *result : error_line(result.error(), number));
        print("\n");
    }
    if (reader.failed()) {
        complain({"cannot-read", "cannot be read", {options.file.empty() ? "<stdin>" : options.file, 0, 0, {}}});
        return unusable;
    }
    return status;
}

int report(std::vector<formats::Diagnostic> const& problems, std::string const& what, std::size_t files) {
    for (formats::Diagnostic const& problem : problems) {
        print(formats::to_text(problem) + "\n");
    }
    if (!problems.empty()) {
        print(std::to_string(problems.size()) + (problems.size() == 1 ? " problem\n" : " problems\n"));
        return found_problems;
    }
    print(what + ": no problems in " + std::to_string(files) + " files\n");
    return done;
}

/// A folder like assets/interface: words, and nothing to ask.
bool is_page_words(std::vector<formats::SourceFile> const& files) {
    return std::all_of(files.begin(), files.end(), [](formats::SourceFile const& file) {
        auto const folder = std::filesystem::path{file.path}.parent_path().filename();
        return folder == "words";
    });
}

int check(Options const& options) {
    core::Result<ProtocolFiles> files = read_protocol_files(options.protocol);
    if (!files) {
        complain(files.error());
        return unusable;
    }
    if (is_page_words(files->files)) {
        return report(formats::check_interface_words(files->files), "the page's words", files->files.size());
    }
    formats::LoadedProtocol loaded = formats::check_protocol(files->files, "");
    std::vector<formats::Diagnostic> problems = std::move(loaded.diagnostics);
    std::size_t count = files->files.size();
    if (options.protocol.empty()) {
        std::vector<formats::SourceFile> const words = interface_words_files();
        std::vector<formats::Diagnostic> more = formats::check_interface_words(words);
        problems.insert(problems.end(), more.begin(), more.end());
        count += words.size();
    }
    if (!options.clinic.empty()) {
        core::Result<std::string> text = read_file(options.clinic);
        if (!text) {
            complain(text.error());
            return unusable;
        }
        if (formats::any_error(problems)) {
            complain({"", "not checked, as the protocol has errors", {options.clinic, 0, 0, {}}});
        } else {
            formats::LoadedClinic clinic = formats::load_clinic(options.clinic, *text, loaded.protocol);
            problems.insert(problems.end(), clinic.diagnostics.begin(), clinic.diagnostics.end());
        }
    }
    core::ProtocolInformation const& information = loaded.protocol.information;
    return report(problems, information.id + " " + information.version, count);
}

int judge_all(Options const& options) {
    std::optional<Content> const content = read_content(options);
    if (!content) {
        return unusable;
    }
    return options.lines ? judge_lines(*content, options) : judge_one(*content, options);
}

int print_questionnaire(Options const& options) {
    core::Result<ProtocolFiles> files = read_protocol_files(options.protocol);
    core::Result<std::string> text =
        files ? formats::write_questionnaire(files->files, formats::JsonLayout::Pretty) : std::move(files.error());
    if (!text) {
        complain(text.error());
        return unusable;
    }
    print(*text + "\n");
    return done;
}

int print_version() {
    core::Result<ProtocolFiles> files = read_protocol_files("");
    core::ProtocolInformation const information = formats::load_protocol(files->files, "").protocol.information;
    print("needlewise with protocol " + information.id + " " + information.version + "\n");
    return done;
}

int do_command(Options const& options) {
    switch (options.command) {
        case Command::Help: print(help_text); return done;
        case Command::Version: return print_version();
        case Command::Check: return check(options);
        case Command::Questionnaire: return print_questionnaire(options);
        case Command::Assess:
        case Command::Take:
        case Command::Timeline: break;
    }
    return judge_all(options);
}

}  // namespace

int run(std::span<char const* const> arguments) {
    core::Result<Options> options = parse_options(arguments);
    if (!options) {
        complain(options.error());
        return unusable;
    }
    int const status = do_command(*options);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        complain({"cannot-write", "the result cannot be written", {}});
        return unusable;
    }
    return status;
}

}  // namespace needlewise::cli
