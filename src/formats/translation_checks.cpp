#include "formats/translation_checks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>

namespace needlewise::formats {

namespace {

/// Plural categories but `other`, which alone every language has.
constexpr std::array<std::string_view, 5> special_categories{"zero", "one", "two", "few", "many"};

struct SplitKey {
    std::string_view before;
    std::string_view last;
};
SplitKey split(std::string_view key) {
    auto const slash = key.rfind('/');
    return slash == std::string_view::npos ? SplitKey{{}, key} : SplitKey{key.substr(0, slash), key.substr(slash + 1)};
}

bool is_special_category(std::string_view name) {
    return std::find(special_categories.begin(), special_categories.end(), name) != special_categories.end();
}

/// The original that a key stands for: itself, or `…/other` for another category of it, also within `in` or `ago`.
core::Catalogue::const_iterator original_of(std::string_view key, core::Catalogue const& originals) {
    if (auto const found = originals.find(key); found != originals.end()) {
        return found;
    }
    auto [before, last] = split(key);
    if (last != "other" && !is_special_category(last)) {
        return originals.end();
    }
    if (auto const within = split(before); within.last == "in" || within.last == "ago") {
        before = within.before;
    }
    return originals.find(std::string{before} + "/other");
}

std::set<std::string_view> placeholders_of(std::string_view text) {
    std::set<std::string_view> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        text.remove_prefix(open + 1);
        names.insert(text.substr(0, text.find('}')));
    }
    return names;
}

void check_placeholders(ContentReader& reader, JsonMember const& member, std::string_view original) {
    auto const expected = placeholders_of(original);
    auto const given = placeholders_of(member.value.text());
    for (auto const name : given) {
        if (!expected.contains(name)) {
            reader.error(member.value, "placeholder-mismatch", "the original has no {$}",
                         "Write the placeholders of the original, untranslated", {name.substr(0, 40)});
        }
    }
    // "One day" needs no number.
    auto const counts = is_special_category(split(member.name()).last);
    for (auto const name : expected) {
        if (!given.contains(name) && !(counts && name == "count")) {
            reader.warning(member.value, "placeholder-mismatch", "{$} of the original is missing", "Add it",
                           {name.substr(0, 40)});
        }
    }
}

std::string_view language_in(std::string_view path) {
    auto const name = split(path).last;
    constexpr std::string_view end = ".json";
    return name.ends_with(end) ? name.substr(0, name.size() - end.size()) : std::string_view{};
}

struct WordsFile {
    std::string path;
    JsonDocument document;
};

/// The file's words; none, and said why, where there are none.
std::optional<WordsFile> open_words(SourceFile const& file, std::vector<Diagnostic>& problems) {
    auto document = parse_json(file.text);
    if (document) {
        auto words = WordsFile{file.path, std::move(*document)};
        auto reader = ContentReader{words.path, words.document, problems};
        auto good = reader.expect(reader.root(), JsonKind::Object);
        for (auto const member : reader.root().members()) {
            good = reader.expect(member.value, JsonKind::String) && good;
        }
        return good ? std::optional{std::move(words)} : std::nullopt;
    }
    auto const& [code, message, where] = document.error();
    problems.push_back(
        {Severity::Error, file.path, where.line, where.column, where.pointer, code, message, "Correct the JSON"});
    return std::nullopt;
}

core::Catalogue catalogue_of(JsonValue root) {
    core::Catalogue words;
    for (auto const member : root.members()) {
        words.emplace(member.name(), member.value.text());
    }
    return words;
}

}  // namespace

std::string text_hash(std::string_view text) {
    constexpr std::uint32_t prime = 16777619;
    std::uint32_t hash = 2166136261;
    for (auto const letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * prime;
    }
    std::string digits(8, '0');
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, hash >>= 4U) {
        *at = "0123456789abcdef"[hash & 15U];
    }
    return digits;
}

void check_translation(ContentReader& reader, core::Catalogue const& originals, JsonValue hashes) {
    std::set<std::string_view> given;
    for (auto const member : reader.root().members()) {
        given.insert(member.name());
        auto const original = original_of(member.name(), originals);
        if (original == originals.end()) {
            reader.warning(member.key, "unused-word", "nothing uses the text %", "Correct the key, or take it out",
                           {member.name()});
            continue;
        }
        if (original->second.empty()) {
            continue;  // only known to be needed
        }
        check_placeholders(reader, member, original->second);
        auto const hash = hashes.member(member.name()).text();
        if (!hash.empty() && hash != text_hash(original->second)) {
            reader.warning(member.value, "changed-original", "the original of % has changed since: %",
                           "Translate it anew, then run node web/tools/translated.mjs",
                           {member.name(), original->second});
        }
    }
    for (auto const& [key, text] : originals) {
        if (!given.contains(key) && !is_special_category(split(key).last)) {
            reader.warning(reader.root(), "missing-word", "there is no text %", "Translate it", {key});
        }
    }
}

std::vector<Diagnostic> check_interface_words(std::span<SourceFile const> files) {
    std::vector<Diagnostic> problems;
    auto const find = [&](std::string const& name) -> std::optional<WordsFile> {
        for (auto const& file : files) {
            if (split(file.path).last == name) {
                return open_words(file, problems);
            }
        }
        return std::nullopt;
    };
    auto const english = find("en.json");
    if (!english) {
        return problems;
    }
    auto originals = catalogue_of(english->document.root());
    // The settings page, which a clinic's staff see once, speaks English.
    std::erase_if(originals, [](auto const& word) { return word.first.starts_with("settings/"); });
    for (auto const& file : files) {
        auto const language = language_in(file.path);
        if (language == "en" || language.ends_with(".source")) {
            continue;
        }
        auto const words = open_words(file, problems);
        auto const hashes = find(std::string{language} + ".source.json");
        if (words) {
            auto reader = ContentReader{words->path, words->document, problems};
            check_translation(reader, originals, hashes ? hashes->document.root() : JsonValue{});
        }
    }
    return problems;
}

}  // namespace needlewise::formats
