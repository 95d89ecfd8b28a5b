#include "formats/fhir_response.hpp"

#include "formats/content_reader.hpp"
#include "formats/fhir_values.hpp"

#include <algorithm>

namespace needlewise::formats {

namespace {

using core::AnswerSheet;
using core::Item;
using core::ItemIndex;

bool absent(JsonValue value) { return !value || value.is(JsonKind::Null); }

/// The first modifierExtension that says something; absent if there is none. No deeper than the reader lets through.
JsonValue find_modifier(JsonValue value) {
    for (JsonMember member : value.members()) {
        bool const empty = absent(member.value) || (member.value.is(JsonKind::Array) && member.value.size() == 0);
        if (member.name() == "modifierExtension" && !empty) {
            return member.key;
        }
        if (JsonValue const found = find_modifier(member.value)) {
            return found;
        }
    }
    for (JsonValue element : value.elements()) {
        if (JsonValue const found = find_modifier(element)) {
            return found;
        }
    }
    return {};
}

class ResponseReader {
public:
    /// With a list of what is left out, broken parts go there instead of refusing the whole.
    ResponseReader(JsonDocument const& document, core::Questionnaire const& questionnaire,
                   std::vector<LeftOut>* left_out = nullptr)
        : document_{document},
          left_out_{left_out},
          questionnaire_{questionnaire},
          sheet_{questionnaire},
          seen_(questionnaire.items.size(), 0) {
        for (ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
            helps_ = helps_ || !questionnaire.items[index].help_link_ids.empty();
        }
    }

    Result<AnswerSheet> read(JsonValue response) {
        if (check_root(response) && read_items(response.member("item"))) {
            std::vector<std::string>& unknown = sheet_.unknown_link_ids;
            std::sort(unknown.begin(), unknown.end());
            unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
            return std::move(sheet_);
        }
        return std::move(error_);
    }

private:
    bool refuse(JsonValue at, char const* code, std::string message) {
        error_ = Error{code, std::move(message), document_.place_of(at)};
        return false;
    }

    /// A part that cannot be placed; whether reading goes on.
    bool broken(JsonValue at, char const* code, char const* message, std::string_view link_id = {}) {
        if (left_out_ == nullptr) {
            return refuse(at, code, message);
        }
        left_out_->push_back({std::string{link_id}, LeftOutReason::Broken});
        return true;
    }

    bool check_root(JsonValue response) {
        if (!response.is(JsonKind::Object)) {
            return refuse(response, "wrong-resource",
                          std::string{"this is "} + name_of(response.kind()) + ", not a QuestionnaireResponse");
        }
        JsonValue const type = response.member("resourceType");
        if (type.text() != "QuestionnaireResponse") {
            return refuse(type ? type : response, "wrong-resource",
                          type ? "the resourceType is not QuestionnaireResponse" : "there is no resourceType");
        }
        JsonValue const canonical = response.member("questionnaire");
        if (!absent(canonical) && !canonical.is(JsonKind::String)) {
            return refuse(canonical, "wrong-questionnaire", "the questionnaire is not named by a text");
        }
        std::string_view const named = canonical.text().substr(0, canonical.text().find('|'));
        if (!canonical.text().empty() && !questionnaire_.url.empty() && named != questionnaire_.url) {
            return refuse(
                canonical, "wrong-questionnaire",
                "these are answers to another questionnaire: " + quoted(named) + ", not " + quoted(questionnaire_.url));
        }
        if (response.member("status").text() == "entered-in-error") {
            return refuse(response.member("status"), "entered-in-error",
                          "the status says that these answers are a mistake");
        }
        if (JsonValue const modifier = find_modifier(response)) {
            return refuse(modifier, "unknown-modifier", "a modifier extension may change what the answers mean");
        }
        return true;
    }

    bool read_items(JsonValue items) {
        if (absent(items)) {
            return true;
        }
        if (!items.is(JsonKind::Array)) {
            return broken(items, "not-a-list", "\"item\" is not a list");
        }
        for (JsonValue item : items.elements()) {
            if (!read_item(item)) {
                return false;
            }
        }
        return true;
    }

    bool read_item(JsonValue value) {
        if (!value.is(JsonKind::Object)) {
            return broken(value, "not-an-object", "an item is not an object");
        }
        JsonValue const link_id = value.member("linkId");
        if (link_id.text().empty()) {
            return broken(link_id ? link_id : value, "missing-link-id", "an item has no linkId");
        }
        JsonValue const answer = value.member("answer");
        if (!absent(answer) && !answer.is(JsonKind::Array)) {
            return broken(answer, "not-a-list", "\"answer\" is not a list", link_id.text());
        }
        std::optional<ItemIndex> const found = questionnaire_.find(link_id.text());
        if (found) {
            take_answers(*found, answer);
        } else if (!is_help(link_id.text())) {
            sheet_.unknown_link_ids.emplace_back(link_id.text());
        }
        for (JsonValue one : answer.elements()) {
            if (!read_items(one.member("item"))) {
                return false;
            }
        }
        return read_items(value.member("item"));
    }

    void take_answers(ItemIndex index, JsonValue list) {
        Item const& item = questionnaire_.items[index];
        if (item.type == core::ItemType::Display) {
            return;
        }
        core::Answer& answer = sheet_.answers[index];
        bool good = seen_[index] == 0 && !sheet_.malformed[index];
        seen_[index] = 1;
        for (JsonValue one : list.elements()) {
            if (one.is(JsonKind::Null)) {
                continue;
            }
            TypedValue const typed = find_typed(one, "value");
            if (one.is(JsonKind::Object) && !typed.value) {
                continue;
            }
            ReadValue read = read_value(typed.value, typed.type);
            if (read.state == ValueState::None && one.is(JsonKind::Object) && !typed.several) {
                continue;
            }
            good = good && !typed.several && read.state == ValueState::Good && fits(item, typed.type) &&
                   (item.repeats || answer.empty());
            complete_coding(item, read.value);
            answer.push_back(std::move(read.value));
        }
        if (!good) {
            sheet_.malformed[index] = true;
            answer.clear();
        }
    }

    bool is_help(std::string_view link_id) const {
        return helps_ && std::any_of(questionnaire_.items.begin(), questionnaire_.items.end(), [&](Item const& item) {
                   return std::find(item.help_link_ids.begin(), item.help_link_ids.end(), link_id) !=
                          item.help_link_ids.end();
               });
    }

    JsonDocument const& document_;
    std::vector<LeftOut>* left_out_;
    core::Questionnaire const& questionnaire_;
    AnswerSheet sheet_;
    std::vector<char> seen_;
    bool helps_ = false;
    Error error_;
};

/// Takes from the sheet what does not count, and what the rest hides.
void keep_what_counts(core::Questionnaire const& questionnaire, KeptResponse& kept) {
    AnswerSheet& sheet = kept.sheet;
    for (std::string& link_id : sheet.unknown_link_ids) {
        kept.left_out.push_back({std::move(link_id), LeftOutReason::UnknownQuestion});
    }
    sheet.unknown_link_ids.clear();
    // Neither being well formed nor being asked depends on the day.
    core::EffectiveAnswers const answers{questionnaire, sheet, core::Date{}};
    for (ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
        bool const given = sheet.malformed[index] || !sheet.answers[index].empty();
        bool const counts = answers.standing(index) != core::AnswerStanding::Malformed;
        if (!given || (answers.enabled(index) && counts)) {
            continue;
        }
        kept.left_out.push_back({questionnaire.items[index].link_id, !answers.enabled(index) ? LeftOutReason::NotAsked
                                                                     : sheet.malformed[index]
                                                                         ? LeftOutReason::NotReadable
                                                                         : LeftOutReason::NotOffered});
        sheet.answers[index].clear();
        sheet.malformed[index] = false;
    }
}

}  // namespace

Result<KeptResponse> keep_response(JsonDocument const& document, JsonValue response,
                                   core::Questionnaire const& questionnaire) {
    KeptResponse kept;
    Result<AnswerSheet> sheet = ResponseReader{document, questionnaire, &kept.left_out}.read(response);
    if (!sheet) {
        return std::move(sheet.error());
    }
    kept.sheet = std::move(*sheet);
    keep_what_counts(questionnaire, kept);
    return kept;
}

Result<AnswerSheet> read_response(JsonDocument const& document, JsonValue response,
                                  core::Questionnaire const& questionnaire) {
    return ResponseReader{document, questionnaire}.read(response);
}

Result<AnswerSheet> read_response(std::string_view text, core::Questionnaire const& questionnaire) {
    Result<JsonDocument> document = parse_json(text);
    if (!document) {
        return std::move(document.error());
    }
    return read_response(*document, document->root(), questionnaire);
}

}  // namespace needlewise::formats
