#include "formats/fhir_translations.hpp"

#include "formats/protocol_reading.hpp"

namespace needlewise::formats {

namespace {

class TranslationReader {
public:
    TranslationReader(ContentReader& reader, std::string_view language, core::Questionnaire& questionnaire)
        : reader_{reader}, language_{language}, questionnaire_{questionnaire} {}

    void read() {
        put(reader_.root().member("_title"), questionnaire_.title);
        read_items(reader_.root(), nullptr);
    }

private:
    void read_items(JsonValue parent, core::Item* asked) {
        std::string help;
        bool translated = false;
        for (JsonValue value : parent.member("item").elements()) {
            auto const index = questionnaire_.find(value.member("linkId").text());
            if (index) {
                core::Item& item = questionnaire_.items[*index];
                put(value.member("_text"), item.text);
                read_options(value, item);
                read_items(value, &item);
            } else if (asked != nullptr && is_help_of(*asked, value)) {
                std::string text{value.member("text").text()};
                translated = put(value.member("_text"), text) || translated;
                help += (help.empty() ? "" : "\n") + text;
            }
        }
        if (translated) {
            asked->help = std::move(help);
        }
    }

    static bool is_help_of(core::Item const& item, JsonValue value) {
        for (std::string const& link_id : item.help_link_ids) {
            if (link_id == value.member("linkId").text()) {
                return true;
            }
        }
        return false;
    }

    void read_options(JsonValue value, core::Item& item) {
        for (JsonValue option : value.member("answerOption").elements()) {
            JsonValue const coding = option.member("valueCoding");
            JsonValue const extended = coding ? coding.member("_display") : option.member("_valueString");
            if (extended) {
                put_label(coding ? coding.member("code").text() : option.member("valueString").text(),
                          coding.member("system").text(), extended, item);
            }
        }
    }

    void put_label(std::string_view code, std::string_view system, JsonValue extended, core::Item& item) {
        for (core::AnswerOption& option : item.options) {
            auto const* coding = std::get_if<core::Coding>(&option.value);
            auto const* text = std::get_if<std::string>(&option.value);
            if ((coding != nullptr && coding->code == code && coding->system == system) ||
                (text != nullptr && *text == code)) {
                put(extended, option.label);
                return;
            }
        }
    }

    /// The best of the translations that stand at one text; false if there is none.
    bool put(JsonValue extended, std::string& text) {
        std::string_view const base = language_.substr(0, language_.find('-'));
        std::string_view best;
        bool exact = false;
        for (JsonValue extension : extended.member("extension").elements()) {
            if (extension.member("url").text() != translation_url) {
                continue;
            }
            Translation const one = read_translation(extension);
            if (one.language.empty()) {
                reader_.warning(extension, "bad-translation", "this translation has no language or no text",
                                "Give it an extension lang with valueCode and one content with valueString");
            } else if (same_tag(one.language, language_) || (!exact && same_tag(one.language, base))) {
                exact = same_tag(one.language, language_);
                best = one.text;
            }
        }
        if (best.empty()) {
            return false;
        }
        text = best;
        return true;
    }

    ContentReader& reader_;
    std::string_view language_;
    core::Questionnaire& questionnaire_;
};

}  // namespace

Translation read_translation(JsonValue extension) {
    Translation read;
    for (JsonValue part : extension.member("extension").elements()) {
        if (part.member("url").text() == "lang") {
            read.language = part.member("valueCode").text();
        } else if (part.member("url").text() == "content") {
            JsonValue const text = part.member("valueString");
            read.text = text ? text.text() : part.member("valueMarkdown").text();
        }
    }
    if (read.text.empty()) {
        read.language = {};
    }
    return read;
}

void read_translations(ContentReader& reader, std::string_view language, core::Questionnaire& questionnaire) {
    TranslationReader{reader, language, questionnaire}.read();
}

}  // namespace needlewise::formats
