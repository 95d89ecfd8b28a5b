#include "formats/questionnaire_writer.hpp"

#include "formats/fhir_translations.hpp"
#include "formats/protocol_reading.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

/// What one text is called in each language.
using Translations = std::vector<std::pair<std::string_view, std::string_view>>;

std::string_view line_of(std::string_view text, std::size_t number) {
    while (number-- > 0) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return text.substr(0, text.find('\n'));
}

class QuestionnaireWriter {
public:
    QuestionnaireWriter(ProtocolReading const& reading, JsonLayout layout) : reading_{reading}, json_{layout} {}

    std::string write(JsonValue root) {
        json_.begin_object();
        for (JsonMember member : root.members()) {
            json_.key(member.name());
            if (member.name() == "item") {
                write_items(member.value, nullptr);
            } else {
                copy(member.value);
            }
        }
        json_.end_object();
        return json_.take();
    }

private:
    Translations translations(std::string const& key) const {
        Translations found;
        for (auto const& [tag, file] : reading_.words_files) {
            std::string_view const text = file->document.root().member(key).text();
            if (!text.empty() && !same_tag(tag, reading_.protocol.information.language)) {
                found.emplace_back(tag, text);
            }
        }
        return found;
    }

    Translations help_translations(core::Item const& item, std::string_view link_id) const {
        auto const& ids = item.help_link_ids;
        auto const place = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), link_id) - ids.begin());
        if (place == ids.size()) {
            return {};
        }
        Translations found = translations("question/" + item.link_id + "/help");
        if (ids.size() == 1) {
            return found;
        }
        std::erase_if(found, [&](auto const& one) {
            return static_cast<std::size_t>(std::count(one.second.begin(), one.second.end(), '\n')) + 1 != ids.size();
        });
        for (auto& [tag, text] : found) {
            text = line_of(text, place);
        }
        std::erase_if(found, [](auto const& one) { return one.second.empty(); });
        return found;
    }

    void write_items(JsonValue items, core::Item const* helped) {
        if (!items.is(JsonKind::Array)) {
            return copy(items);
        }
        json_.begin_array();
        for (JsonValue item : items.elements()) {
            write_item(item, helped);
        }
        json_.end_array();
    }

    void write_item(JsonValue value, core::Item const* helped) {
        auto const& questionnaire = reading_.protocol.questionnaire;
        std::string const link_id{value.member("linkId").text()};
        auto const index = questionnaire.find(link_id);
        core::Item const* item = index ? &questionnaire.items[*index] : nullptr;
        Translations texts;
        if (item != nullptr) {
            texts = translations((item->type == core::ItemType::Group ? "section/" : "question/") + link_id + "/text");
        } else if (helped != nullptr) {
            texts = help_translations(*helped, link_id);
        }
        json_.begin_object();
        for (JsonMember member : value.members()) {
            if (member.name() == "_text" && value.member("text")) {
                continue;
            }
            json_.key(member.name());
            if (member.name() == "item") {
                write_items(member.value, item);
            } else if (member.name() == "answerOption") {
                write_options(member.value, link_id);
            } else {
                copy(member.value);
            }
            if (member.name() == "text") {
                write_extended("_text", value.member("_text"), texts);
            }
        }
        json_.end_object();
    }

    void write_options(JsonValue options, std::string const& link_id) {
        json_.begin_array();
        for (JsonValue option : options.elements()) {
            json_.begin_object();
            for (JsonMember member : option.members()) {
                json_.key(member.name());
                if (member.name() == "valueCoding") {
                    write_coding(member.value, link_id);
                } else {
                    copy(member.value);
                }
            }
            json_.end_object();
        }
        json_.end_array();
    }

    void write_coding(JsonValue coding, std::string const& link_id) {
        Translations const texts = translations("option/" + link_id + "/" + std::string{coding.member("code").text()});
        json_.begin_object();
        for (JsonMember member : coding.members()) {
            if (member.name() == "_display" && coding.member("display")) {
                continue;
            }
            json_.key(member.name());
            copy(member.value);
            if (member.name() == "display") {
                write_extended("_display", coding.member("_display"), texts);
            }
        }
        json_.end_object();
    }

    /// The member beside a text: what was in it, and the translations that were not.
    void write_extended(char const* name, JsonValue extended, Translations texts) {
        JsonValue const extensions = extended.member("extension");
        for (JsonValue extension : extensions.elements()) {
            if (extension.member("url").text() == translation_url) {
                std::erase_if(texts, [there = read_translation(extension).language](auto const& one) {
                    return same_tag(one.first, there);
                });
            }
        }
        if (texts.empty() && !extended) {
            return;
        }
        json_.key(name);
        json_.begin_object();
        for (JsonMember member : extended.members()) {
            if (member.name() != "extension") {
                json_.key(member.name());
                copy(member.value);
            }
        }
        if (extensions.size() + texts.size() > 0) {
            json_.key("extension");
            json_.begin_array();
            for (JsonValue extension : extensions.elements()) {
                copy(extension);
            }
            for (auto const& [tag, text] : texts) {
                write_translation(tag, text);
            }
            json_.end_array();
        }
        json_.end_object();
    }

    void write_translation(std::string_view tag, std::string_view text) {
        json_.begin_object();
        write_text("url", translation_url);
        json_.key("extension");
        json_.begin_array();
        write_part("lang", "valueCode", tag);
        write_part("content", "valueString", text);
        json_.end_array();
        json_.end_object();
    }

    void write_part(char const* url, char const* type, std::string_view text) {
        json_.begin_object();
        write_text("url", url);
        write_text(type, text);
        json_.end_object();
    }

    void write_text(char const* key, std::string_view text) {
        json_.key(key);
        json_.string(text);
    }

    void copy(JsonValue value) {
        switch (value.kind()) {
            case JsonKind::Null: return json_.null();
            case JsonKind::Boolean: return json_.boolean(value.boolean());
            case JsonKind::Integer:
            case JsonKind::Number: return json_.as_written(value.raw());  // FHIR: 1.50 is not 1.5
            case JsonKind::String: return json_.string(value.text());
            case JsonKind::Array: return copy_array(value);
            case JsonKind::Object: return copy_object(value);
        }
    }

    void copy_array(JsonValue value) {
        json_.begin_array();
        for (JsonValue element : value.elements()) {
            copy(element);
        }
        json_.end_array();
    }

    void copy_object(JsonValue value) {
        json_.begin_object();
        for (JsonMember member : value.members()) {
            json_.key(member.name());
            copy(member.value);
        }
        json_.end_object();
    }

    ProtocolReading const& reading_;
    JsonWriter json_;
};

}  // namespace

Result<std::string> write_questionnaire(std::span<SourceFile const> files, JsonLayout layout) {
    ProtocolReading const reading = read_protocol(files, "");
    ProtocolFile const* const file = reading.find_file("questionnaire.json");
    for (Diagnostic const& diagnostic : reading.diagnostics) {
        if (diagnostic.severity == Severity::Error) {
            return Error{diagnostic.code,
                         diagnostic.message,
                         {diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.pointer}};
        }
    }
    if (file == nullptr) {
        return Error{"missing-file", "there is no questionnaire.json", {}};
    }
    return QuestionnaireWriter{reading, layout}.write(file->document.root());
}

}  // namespace needlewise::formats
