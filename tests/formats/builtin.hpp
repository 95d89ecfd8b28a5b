// The built-in protocol, loaded from assets/, and answers to it as tests/vectors writes them.
#pragma once

#include "formats/json.hpp"
#include "formats/protocol_loader.hpp"
#include "support/assessment_text.hpp"
#include "support/catch.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::formats::test {

inline std::string read_whole(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline core::Protocol load_builtin() {
    std::vector<std::string> texts;
    std::vector<SourceFile> files;
    std::vector<std::string> const names{"questionnaire.json", "protocol.json", "rules.json",
                                         "timeline.json",      "sources.json",  "words/en.json"};
    texts.reserve(names.size());
    for (auto const& name : names) {
        texts.push_back(read_whole(NEEDLEWISE_ASSETS_DIR "/protocols/microneedling/" + name));
        files.push_back({name, texts.back()});
    }
    auto loaded = load_protocol(files, "en");
    for (auto const& diagnostic : loaded.diagnostics) {
        UNSCOPED_INFO(to_text(diagnostic));
    }
    REQUIRE(loaded.usable());
    return std::move(loaded.protocol);
}

inline core::Protocol const& builtin() {
    static core::Protocol const protocol = load_builtin();
    return protocol;
}

/// A file of tests/vectors; its text must outlive the document's values, so both are kept.
struct Vectors {
    explicit Vectors(std::string const& name)
        : text{read_whole(NEEDLEWISE_TESTS_DIR "/vectors/" + name)}, document{read(text)} {}

    static JsonDocument read(std::string const& text) {
        auto parsed = parse_json(text);
        REQUIRE(parsed);
        return std::move(parsed.value());
    }
    JsonValue root() const { return document.root(); }

    std::string text;
    JsonDocument document;
};

/// The question's own coding for a code; an unknown code gets the same system, as a reader would give it.
inline core::Coding coding_of(core::Item const& item, std::string_view code) {
    for (auto const& option : item.options) {
        auto const* coding = std::get_if<core::Coding>(&option.value);
        if (coding != nullptr && coding->code == code) {
            return *coding;
        }
    }
    return {"urn:needlewise:codes:microneedling", std::string{code}, ""};
}

/// Puts one answer on the sheet: a code, a list of codes, a date, a whole number, or null for none.
inline void put_answer(core::AnswerSheet& sheet, core::Questionnaire const& form, core::ItemIndex item,
                       JsonValue value) {
    auto& answer = sheet.answers[item];
    answer.clear();
    sheet.malformed[item] = false;
    if (value.is(JsonKind::Null)) {
        return;
    }
    if (value.is(JsonKind::Integer)) {
        answer = {value.integer()};
    } else if (value.is(JsonKind::Array)) {
        for (auto const code : value.elements()) {
            answer.emplace_back(coding_of(form.items[item], code.text()));
        }
    } else if (form.items[item].type != core::ItemType::Date) {
        answer = {coding_of(form.items[item], value.text())};
    } else if (auto const date = core::Date::from_iso(value.text())) {
        answer = {*date};
    } else {
        sheet.malformed[item] = true;
    }
}

inline void put_answers(core::AnswerSheet& sheet, core::Questionnaire const& form, JsonValue answers) {
    for (auto const& member : answers.members()) {
        auto const item = form.find(member.name());
        if (item) {
            put_answer(sheet, form, *item, member.value);
        } else {
            sheet.unknown_link_ids.emplace_back(member.name());
        }
    }
}

inline core::Date date_of(JsonValue value) { return core::Date::from_iso(value.text()).value(); }

inline core::ItemIndex item_named(std::string_view link_id) {
    auto const item = builtin().questionnaire.find(link_id);
    INFO(link_id);
    REQUIRE(item.has_value());
    return *item;
}

}  // namespace needlewise::formats::test
