#include "app/content.hpp"

#include "formats/clinic_settings.hpp"
#include "formats/json.hpp"

namespace needlewise::app {

namespace {

constexpr std::string_view protocol_prefix = "protocol/";
constexpr std::string_view clinic_path = "clinic";

formats::SourceFile const* find_file(std::span<formats::SourceFile const> files, std::string_view path) {
    for (auto const& file : files) {
        if (file.path == path) {
            return &file;
        }
    }
    return nullptr;
}

void note_errors(std::vector<formats::Diagnostic> const& diagnostics, std::vector<std::string>& notes) {
    for (auto const& diagnostic : diagnostics) {
        if (diagnostic.severity == formats::Severity::Error) {
            notes.push_back(formats::to_text(diagnostic));
        }
    }
}

}  // namespace

core::Catalogue read_words(std::string_view text) {
    auto words = core::Catalogue{};
    auto const document = formats::parse_json(text);
    if (!document) {
        return words;
    }
    for (auto const member : document->root().members()) {
        words.emplace(member.name(), member.value.text());
    }
    return words;
}

SessionContent read_content(std::span<formats::SourceFile const> files, std::string_view language) {
    auto content = SessionContent{};
    content.language = std::string{language};
    auto interface_words = core::Catalogue{};
    if (auto const* file = find_file(files, "interface/words/" + content.language + ".json")) {
        interface_words = read_words(file->text);
    }
    content.words = Words{std::move(interface_words)};
    auto protocol_files = std::vector<formats::SourceFile>{};
    for (auto const& file : files) {
        if (file.path.starts_with(protocol_prefix)) {
            protocol_files.push_back({file.path.substr(protocol_prefix.size()), file.text});
        }
    }
    auto loaded = formats::load_protocol(protocol_files, language);
    note_errors(loaded.diagnostics, content.staff_notes);
    content.protocol = loaded.usable() ? std::move(loaded.protocol) : core::Protocol{};
    content.parameters = content.protocol.initial_parameters();
    if (auto const* file = find_file(files, clinic_path)) {
        auto clinic = formats::load_clinic(clinic_path, file->text, content.protocol);
        note_errors(clinic.diagnostics, content.staff_notes);
        content.clinic = std::move(clinic.settings);
        content.parameters = std::move(clinic.parameters);
    }
    return content;
}

Session make_session(std::span<formats::SourceFile const> files, std::string_view language, core::Date today) {
    return Session{read_content(files, language), today};
}

}  // namespace needlewise::app
