// Shared by the parts of the protocol loader; not for others.
#pragma once

#include "formats/content_reader.hpp"
#include "formats/protocol_loader.hpp"

#include <deque>

namespace needlewise::formats {

/// One file with its values; stays where it is, for the places that point into it.
struct ProtocolFile {
    std::string path;
    /// What it is in the folder: `rules.json`, `words/en.json` …
    std::string part;
    JsonDocument document;
};

/// A named thing and where it is written.
struct WrittenAt {
    ProtocolFile const* file = nullptr;
    JsonValue value;
};

/// A protocol while it is read, with the places that later checks point to.
struct ProtocolReading {
    core::Protocol protocol;
    std::vector<Diagnostic> diagnostics;
    std::deque<ProtocolFile> files;

    /// Parts that are there and could not be opened as JSON: what others name in them is not reported as unknown.
    std::vector<std::string> broken;

    std::string unknown_code;
    std::vector<JsonValue> item_places;                                    // by ItemIndex, in questionnaire.json
    std::vector<WrittenAt> parameter_places;                               // by ParameterIndex
    std::vector<WrittenAt> span_places;                                    // as Protocol::spans
    std::vector<WrittenAt> rule_places;                                    // by RuleIndex
    std::vector<std::pair<std::string, ProtocolFile const*>> words_files;  // by language

    ProtocolFile const* find_file(std::string_view name) const;
    bool is_broken(std::initializer_list<std::string_view> parts) const;
    ContentReader reader(ProtocolFile const& file) { return {file.path, file.document, diagnostics}; }
};

/// Whether a path names a part of a protocol folder.
bool is_protocol_file(std::string_view path);

ProtocolReading read_protocol(std::span<SourceFile const> files, std::string_view language);

// The parts, in the order in which they need each other.
void read_information(ContentReader& reader, ProtocolReading& reading);
void read_sources(ContentReader& reader, ProtocolReading& reading);
void read_parameters(ContentReader& reader, ProtocolFile const& file, ProtocolReading& reading);
void read_differences(ContentReader& reader, ProtocolReading& reading);
void read_rules(ContentReader& reader, ProtocolFile const& file, ProtocolReading& reading);
void read_timeline(ContentReader& reader, ProtocolReading& reading);
void read_parts(ContentReader& reader, ProtocolReading& reading);
void read_words(ProtocolReading& reading, std::string_view language);
/// Puts translated texts where those of the protocol's own language stand.
void translate(core::Protocol& protocol);
/// Language tags (BCP 47) are compared without case.
bool same_tag(std::string_view a, std::string_view b);
/// A wait may not be longer than the span its question asks about (rules.md section 5).
void check_spans(ProtocolReading& reading);

// Shared look-ups; each reports what it does not find.
std::optional<core::Condition> read_condition(ContentReader& reader, JsonValue value, ProtocolReading const& reading);
std::optional<core::ItemIndex> read_question(ContentReader& reader, JsonValue object, char const* name, Need need,
                                             ProtocolReading const& reading);
/// `kind`: which alternative of Parameter::kind it must be.
enum class ParameterKind : std::uint8_t { Number, Level, Text };
std::optional<core::ParameterIndex> read_parameter(ContentReader& reader, JsonValue object, char const* name, Need need,
                                                   ParameterKind kind, ProtocolReading const& reading);
std::vector<std::string> read_source_keys(ContentReader& reader, JsonValue object, Need need,
                                          ProtocolReading const& reading);
std::vector<std::string> read_differs(ContentReader& reader, JsonValue object, ProtocolReading const& reading);
core::Strength read_strength(ContentReader& reader, JsonValue object);
/// The coding of the question's option with that code; reported if there is none.
std::optional<core::Coding> find_code(ContentReader& reader, JsonValue code, core::Item const& question);

}  // namespace needlewise::formats
