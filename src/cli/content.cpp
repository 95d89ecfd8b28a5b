#include "cli/content.hpp"

#include "cli/embedded_assets.hpp"
#include "cli/input.hpp"
#include "formats/clinic_settings.hpp"
#include "formats/json.hpp"
#include "formats/protocol_checks.hpp"

#include <cstdio>
#include <ctime>

namespace needlewise::cli {

namespace {

constexpr std::string_view built_in = "protocols/microneedling/";
constexpr std::string_view interface_words = "interface/words/";

void print_to_stderr(std::string const& line) {
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fputc('\n', stderr);
}

void print_errors(std::vector<formats::Diagnostic> const& diagnostics) {
    for (formats::Diagnostic const& diagnostic : diagnostics) {
        if (diagnostic.severity == formats::Severity::Error) {
            print_to_stderr(formats::to_text(diagnostic));
        }
    }
}

void add_interface_words(std::string_view language, core::Catalogue& words) {
    std::string const name = std::string{interface_words} + std::string{language} + ".json";
    for (EmbeddedFile const& file : embedded_files()) {
        if (file.path != name) {
            continue;
        }
        if (core::Result<formats::JsonDocument> document = formats::parse_json(file.content)) {
            for (formats::JsonMember member : document->root().members()) {
                words.insert_or_assign(std::string{member.name()}, std::string{member.value.text()});
            }
        }
    }
}

core::Catalogue read_interface_words(std::string_view language) {
    core::Catalogue words;
    add_interface_words("en", words);
    add_interface_words(language.substr(0, language.find('-')), words);
    add_interface_words(language, words);
    return words;
}

}  // namespace

core::Result<ProtocolFiles> read_protocol_files(std::string const& path) {
    ProtocolFiles read;
    if (path.empty()) {
        for (EmbeddedFile const& file : embedded_files()) {
            if (file.path.substr(0, built_in.size()) == built_in) {
                read.files.push_back({std::string{file.path}, file.content});
            }
        }
        return read;
    }
    core::Result<std::vector<FolderFile>> folder = read_protocol_folder(path);
    if (!folder) {
        return std::move(folder.error());
    }
    read.contents.reserve(folder->size());
    for (FolderFile& file : *folder) {
        read.contents.push_back(std::move(file.content));
        read.files.push_back({std::move(file.path), read.contents.back()});
    }
    if (read.files.empty()) {
        return core::Error{"missing-file", "there is no questionnaire.json", {path, 0, 0, {}}};
    }
    return read;
}

std::vector<formats::SourceFile> interface_words_files() {
    std::vector<formats::SourceFile> files;
    for (EmbeddedFile const& file : embedded_files()) {
        if (file.path.substr(0, interface_words.size()) == interface_words) {
            files.push_back({std::string{file.path}, file.content});
        }
    }
    return files;
}

std::optional<Content> read_content(Options const& options) {
    core::Result<ProtocolFiles> files = read_protocol_files(options.protocol);
    if (!files) {
        complain(files.error());
        return std::nullopt;
    }
    // The built-in protocol was checked in full by the tests.
    formats::LoadedProtocol loaded = options.protocol.empty() ? formats::load_protocol(files->files, options.language)
                                                              : formats::check_protocol(files->files, options.language);
    if (!loaded.usable()) {
        print_errors(loaded.diagnostics);
        return std::nullopt;
    }
    Content content;
    content.protocol = std::move(loaded.protocol);
    content.parameters = content.protocol.initial_parameters();
    content.page_words = read_interface_words(options.language);
    content.today = options.today ? *options.today : local_today();
    if (!options.clinic.empty()) {
        core::Result<std::string> text = read_file(options.clinic);
        if (!text) {
            complain(text.error());
            return std::nullopt;
        }
        formats::LoadedClinic clinic = formats::load_clinic(options.clinic, *text, content.protocol);
        if (!clinic.usable()) {
            print_errors(clinic.diagnostics);
            return std::nullopt;
        }
        content.parameters = std::move(clinic.parameters);
    }
    return content;
}

void complain(core::Error const& error) {
    std::string line = "needlewise: ";
    if (!error.where.file.empty()) {
        line += error.where.file;
        if (error.where.line != 0) {
            line += ":" + std::to_string(error.where.line) + ":" + std::to_string(error.where.column);
        }
        line += ": ";
    }
    line += error.message;
    if (!error.where.pointer.empty()) {
        line += " (at " + error.where.pointer + ")";
    }
    print_to_stderr(formats::printable(std::move(line)));
}

core::Date local_today() {
    std::time_t const now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return core::Date::from_calendar(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                                     static_cast<unsigned>(local.tm_mday))
        .value_or(core::Date{});
}

}  // namespace needlewise::cli
