#include "formats/protocol_loader.hpp"

#include "formats/fhir_questionnaire.hpp"
#include "formats/protocol_reading.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::Item;

constexpr std::string_view part_names[] = {"questionnaire.json", "protocol.json", "rules.json", "timeline.json",
                                           "sources.json"};

/// The last part of a path, or the last two if it is a words file; empty if it is no file of a protocol.
std::string_view part_of(std::string_view path) {
    auto const slash = path.find_last_of("/\\");
    std::string_view const name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    std::string_view const folder = slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
    if (std::find(std::begin(part_names), std::end(part_names), name) != std::end(part_names)) {
        return name;
    }
    if (folder.size() >= 5 && folder.substr(folder.size() - 5) == "words" &&
        (folder.size() == 5 || folder[folder.size() - 6] == '/' || folder[folder.size() - 6] == '\\')) {
        return path.substr(folder.size() - 5);
    }
    return {};
}

/// `words/pt-BR.json` -> `pt-BR`.
std::string_view language_of(std::string_view part) {
    constexpr std::string_view before = "words/";
    constexpr std::string_view after = ".json";
    if (part.size() <= before.size() + after.size() || part.substr(0, 5) != "words" ||
        part.substr(part.size() - after.size()) != after) {
        return {};
    }
    auto const tag = part.substr(before.size(), part.size() - before.size() - after.size());
    return tag.find('.') == std::string_view::npos ? tag : std::string_view{};
}

/// `words/fr.source.json`: what the texts were when they were translated (translation_checks.hpp).
bool is_source_of_words(std::string_view part) {
    constexpr std::string_view end = ".source.json";
    return part.size() > end.size() && part.substr(part.size() - end.size()) == end;
}

ProtocolFile const* find_words(ProtocolReading const& reading, std::string_view language) {
    for (auto const& [tag, file] : reading.words_files) {
        if (same_tag(tag, language)) {
            return file;
        }
    }
    return nullptr;
}

void report_file(ProtocolReading& reading, std::string path, Error const& error, std::string advice) {
    Diagnostic diagnostic;
    diagnostic.file = std::move(path);
    diagnostic.line = error.where.line;
    diagnostic.column = error.where.column;
    diagnostic.pointer = error.where.pointer;
    diagnostic.code = error.code;
    diagnostic.message = error.message;
    diagnostic.advice = std::move(advice);
    reading.diagnostics.push_back(std::move(diagnostic));
}

void open_files(ProtocolReading& reading, std::span<SourceFile const> files) {
    for (SourceFile const& file : files) {
        std::string_view part = part_of(file.path);
        if (part.empty() && files.size() == 1) {
            part = "questionnaire.json";  // alone it may have any name
        }
        if (part.empty()) {
            continue;  // not ours; check_protocol says so
        }
        Result<JsonDocument> document = parse_json(file.text);
        if (!document) {
            report_file(reading, file.path, document.error(), "Correct the JSON");
            reading.broken.emplace_back(part);
            continue;
        }
        if (reading.find_file(part) != nullptr) {
            report_file(reading, file.path, {"duplicate-file", "this file is given twice", {}}, "Give it once");
            continue;
        }
        reading.files.push_back({file.path, std::string{part}, std::move(*document)});
        ContentReader reader = reading.reader(reading.files.back());
        if (!reader.expect(reader.root(), JsonKind::Object)) {
            reading.files.pop_back();
            reading.broken.emplace_back(part);
            continue;
        }
        if (std::string_view const language = language_of(part); !language.empty()) {
            reading.words_files.emplace_back(language, &reading.files.back());
        }
    }
}

void read_binding(ContentReader& reader, JsonValue bindings, char const* name,
                  std::initializer_list<core::ItemType> types, std::optional<core::ItemIndex>& binding,
                  ProtocolReading const& reading) {
    binding = read_question(reader, bindings, name, Need::Optional, reading);
    if (binding &&
        std::find(types.begin(), types.end(), reading.protocol.questionnaire.items[*binding].type) == types.end()) {
        reader.error(bindings.member(name), "wrong-type", "this question is not of the type that % needs",
                     "Bind a question of the right type", {name});
        binding.reset();
    }
}

/// A text that is the day it should be.
std::string read_day(ContentReader& reader, JsonValue value, char const* name) {
    std::string day = reader.text(value, name, Need::Optional);
    if (!day.empty() && !core::Date::from_iso(day)) {
        reader.error(value.member(name), "bad-date", "% is no date", "Write a day as YYYY-MM-DD", {day});
    }
    return day;
}

/// What the questionnaire itself says, for a protocol without protocol.json.
void default_information(ProtocolReading& reading) {
    core::Questionnaire const& questionnaire = reading.protocol.questionnaire;
    core::ProtocolInformation& information = reading.protocol.information;
    information.id = questionnaire.url;
    if (ProtocolFile const* file = reading.find_file("questionnaire.json")) {
        JsonValue const id = file->document.root().member("id");
        information.id = id.text().empty() ? questionnaire.url : std::string{id.text()};
    }
    information.version = questionnaire.version;
    information.language = questionnaire.language.empty() ? "en" : questionnaire.language;
}

void add_words(ProtocolReading& reading, ProtocolFile const& file) {
    ContentReader reader = reading.reader(file);
    for (JsonMember member : reader.root().members()) {
        if (!reader.expect(member.value, JsonKind::String)) {
            continue;
        }
        if (member.value.text().empty()) {
            reader.error(member.value, "empty-text", "% is empty", "Write the text", {member.name()});
            continue;
        }
        reading.protocol.words.insert_or_assign(std::string{member.name()}, std::string{member.value.text()});
    }
}

void take_word(core::Catalogue const& words, std::string const& key, std::string& text) {
    if (auto const found = words.find(key); found != words.end()) {
        text = found->second;
    }
}

}  // namespace

bool same_tag(std::string_view a, std::string_view b) {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

void translate(core::Protocol& protocol) {
    for (Item& item : protocol.questionnaire.items) {
        bool const section = item.type == core::ItemType::Group;
        take_word(protocol.words, (section ? "section/" : "question/") + item.link_id + "/text", item.text);
        if (!item.help.empty()) {
            take_word(protocol.words, "question/" + item.link_id + "/help", item.help);
        }
        for (core::AnswerOption& option : item.options) {
            if (auto const* coding = std::get_if<core::Coding>(&option.value)) {
                take_word(protocol.words, "option/" + item.link_id + "/" + coding->code, option.label);
            }
        }
    }
    for (core::Parameter& parameter : protocol.parameters) {
        if (auto* text = std::get_if<core::TextParameter>(&parameter.kind)) {
            take_word(protocol.words, "parameter/" + parameter.id + "/default", text->initial);
        }
    }
}

bool is_protocol_file(std::string_view path) {
    std::string_view const part = part_of(path);
    return !part.empty() && (part.substr(0, 5) != "words" || !language_of(part).empty() || is_source_of_words(part));
}

bool ProtocolReading::is_broken(std::initializer_list<std::string_view> parts) const {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        return std::find(broken.begin(), broken.end(), part) != broken.end();
    });
}

ProtocolFile const* ProtocolReading::find_file(std::string_view name) const {
    for (ProtocolFile const& file : files) {
        if (file.part == name) {
            return &file;
        }
    }
    return nullptr;
}

void read_information(ContentReader& reader, ProtocolReading& reading) {
    JsonValue const root = reader.root();
    reader.only_members(root, {"id", "version", "contentDate", "reviewBy", "signedOffBy", "language", "unknownCode",
                               "bindings", "rechecks", "figure", "explainer"});
    core::ProtocolInformation& information = reading.protocol.information;
    information.id = reader.text(root, "id", Need::Required);
    information.version = reader.text(root, "version", Need::Required);
    information.content_date = read_day(reader, root, "contentDate");
    information.review_by = read_day(reader, root, "reviewBy");
    information.signed_off_by = reader.text(root, "signedOffBy", Need::Optional);
    if (std::string language = reader.text(root, "language", Need::Optional); !language.empty()) {
        information.language = std::move(language);
    }
    reading.unknown_code = reader.text(root, "unknownCode", Need::Optional);
    if (JsonValue const bindings = reader.member(root, "bindings", JsonKind::Object, Need::Optional)) {
        using core::ItemType;
        reader.only_members(bindings, {"plannedDate", "eventDate", "concerns", "sessionsPlanned"});
        core::Bindings& bound = reading.protocol.bindings;
        read_binding(reader, bindings, "plannedDate", {ItemType::Date}, bound.planned_date, reading);
        read_binding(reader, bindings, "eventDate", {ItemType::Date}, bound.event_date, reading);
        read_binding(reader, bindings, "concerns", {ItemType::Choice, ItemType::OpenChoice}, bound.concerns, reading);
        read_binding(reader, bindings, "sessionsPlanned", {ItemType::Integer}, bound.sessions_planned, reading);
    }
}

void read_sources(ContentReader& reader, ProtocolReading& reading) {
    reader.only_members(reader.root(), {"sources"});
    for (JsonValue value : reader.member(reader.root(), "sources", JsonKind::Array, Need::Required).elements()) {
        if (!reader.expect(value, JsonKind::Object)) {
            continue;
        }
        reader.only_members(value, {"key", "title", "address", "mark", "strength"});
        core::Source source;
        source.key = reader.text(value, "key", Need::Required);
        source.title = reader.text(value, "title", Need::Required);
        source.address = reader.text(value, "address", Need::Optional);
        source.mark = reader.text(value, "mark", Need::Required);
        reader.one_of(value, "mark", {"V", "P", "R", "DEF"}, Need::Optional);
        source.strength = read_strength(reader, value);
        if (reading.protocol.find_source(source.key) != nullptr) {
            reader.error(value.member("key"), "duplicate-id", "the source % is there already",
                         "Give each source a key of its own", {source.key});
        } else if (!source.key.empty()) {
            reading.protocol.sources.push_back(std::move(source));
        }
    }
}

void read_parts(ContentReader& reader, ProtocolReading& reading) {
    JsonValue const root = reader.root();
    for (JsonValue value : reader.member(root, "rechecks", JsonKind::Array, Need::Optional).elements()) {
        reader.only_members(value, {"question", "askAgain"});
        std::optional<core::ItemIndex> const question =
            read_question(reader, value, "question", Need::Required, reading);
        core::Recheck recheck;
        recheck.question = question.value_or(0);
        for (JsonValue link_id : reader.member(value, "askAgain", JsonKind::Array, Need::Required).elements()) {
            std::optional<core::ItemIndex> const again = reading.protocol.questionnaire.find(link_id.text());
            if (again && is_question(reading.protocol.questionnaire.items[*again].type)) {
                recheck.ask_again.push_back(*again);
            } else {
                reader.error(link_id, "unknown-link-id", "there is no question %",
                             "Name the linkId of a question of questionnaire.json", {link_id.text()});
            }
        }
        if (question) {
            reading.protocol.rechecks.push_back(std::move(recheck));
        }
    }
    if (JsonValue const value = reader.member(root, "figure", JsonKind::Object, Need::Optional)) {
        reader.only_members(value, {"question", "regions"});
        std::optional<core::ItemIndex> const question =
            read_question(reader, value, "question", Need::Required, reading);
        core::Figure figure;
        figure.question = question.value_or(0);
        JsonValue const regions = reader.member(value, "regions", JsonKind::Object, Need::Required);
        for (JsonMember member : regions.members()) {
            if (question) {
                find_code(reader, member.key, reading.protocol.questionnaire.items[*question]);
            }
            reader.one_of(regions, std::string{member.name()}.c_str(),
                          {"face", "eyes", "lips", "neck", "chest", "abdomen", "thighs", "scalp", "body"},
                          Need::Required);
            figure.regions.emplace_back(member.name(), member.value.text());
        }
        if (question) {
            reading.protocol.figure = std::move(figure);
        }
    }
    for (JsonValue value : reader.member(root, "explainer", JsonKind::Array, Need::Optional).elements()) {
        reader.only_members(value, {"id", "picture", "sources", "differs"});
        core::ExplainerCard card;
        card.id = reader.text(value, "id", Need::Required);
        auto const picture =
            reader.one_of(value, "picture", {"channels", "collagen", "depths", "minutes", "recovery"}, Need::Optional);
        card.picture = static_cast<core::ExplainerPicture>(picture + 1);  // -1: none
        card.sources = read_source_keys(reader, value, Need::Optional, reading);
        card.differs = read_differs(reader, value, reading);
        auto const& cards = reading.protocol.explainer;
        if (std::any_of(cards.begin(), cards.end(),
                        [&](core::ExplainerCard const& other) { return other.id == card.id; })) {
            reader.error(value.member("id"), "duplicate-id", "the card % is there already",
                         "Give each card an id of its own", {card.id});
        }
        reading.protocol.explainer.push_back(std::move(card));
    }
}

void read_words(ProtocolReading& reading, std::string_view language) {
    std::string const& own = reading.protocol.information.language;
    ProtocolFile const* const first = find_words(reading, own);
    ProtocolFile const* wanted = find_words(reading, language);
    if (wanted == nullptr) {
        wanted = find_words(reading, language.substr(0, language.find('-')));
    }
    if (first != nullptr) {
        add_words(reading, *first);
    }
    if (wanted != nullptr && wanted != first) {
        add_words(reading, *wanted);
    }
    if (!reading.protocol.words.empty()) {
        translate(reading.protocol);
    }
}

ProtocolReading read_protocol(std::span<SourceFile const> files, std::string_view language) {
    ProtocolReading reading;
    open_files(reading, files);
    ProtocolFile const* const questionnaire = reading.find_file("questionnaire.json");
    if (questionnaire == nullptr) {
        if (reading.diagnostics.empty()) {
            report_file(reading, "questionnaire.json", {"missing-file", "there is no questionnaire.json", {}},
                        "A protocol is a folder with at least this file");
        }
        return reading;
    }
    ContentReader reader = reading.reader(*questionnaire);
    reading.protocol.questionnaire = read_questionnaire(reader, reading.item_places);
    default_information(reading);

    ProtocolFile const* const information = reading.find_file("protocol.json");
    ProtocolFile const* const rules = reading.find_file("rules.json");
    ProtocolFile const* const timeline = reading.find_file("timeline.json");
    if (ProtocolFile const* const sources = reading.find_file("sources.json")) {
        ContentReader sources_reader = reading.reader(*sources);
        read_sources(sources_reader, reading);
    }
    if (information != nullptr) {
        ContentReader information_reader = reading.reader(*information);
        read_information(information_reader, reading);
    }
    for (ProtocolFile const* file : {rules, timeline}) {
        if (file != nullptr) {
            ContentReader file_reader = reading.reader(*file);
            read_parameters(file_reader, *file, reading);
            read_differences(file_reader, reading);
        }
    }
    if (rules != nullptr) {
        ContentReader rules_reader = reading.reader(*rules);
        read_rules(rules_reader, *rules, reading);
        check_spans(reading);
    }
    if (timeline != nullptr) {
        ContentReader timeline_reader = reading.reader(*timeline);
        read_timeline(timeline_reader, reading);
    }
    if (information != nullptr) {
        ContentReader information_reader = reading.reader(*information);
        read_parts(information_reader, reading);
    }
    read_words(reading, language);
    return reading;
}

LoadedProtocol load_protocol(std::span<SourceFile const> files, std::string_view language) {
    ProtocolReading reading = read_protocol(files, language);
    return {std::move(reading.protocol), std::move(reading.diagnostics)};
}

std::vector<std::string> languages_of(std::span<SourceFile const> files) {
    std::vector<std::string> languages;
    for (SourceFile const& file : files) {
        if (std::string_view const language = language_of(part_of(file.path)); !language.empty()) {
            languages.emplace_back(language);
        }
    }
    std::sort(languages.begin(), languages.end());
    return languages;
}

}  // namespace needlewise::formats
