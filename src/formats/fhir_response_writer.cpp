#include "formats/fhir_response.hpp"

namespace needlewise::formats {

namespace {

using core::Item;
using core::ItemIndex;

struct ValueWriter {
    JsonWriter& json;
    Item const& item;

    void operator()(bool value) const {
        json.key("valueBoolean");
        json.boolean(value);
    }
    void operator()(double value) const {
        json.key("valueDecimal");
        json.number(value);
    }
    void operator()(std::int64_t value) const {
        json.key("valueInteger");
        json.integer(value);
    }
    void operator()(core::Date value) const { text("valueDate", value.iso()); }
    void operator()(core::DateTimeText const& value) const { text("valueDateTime", value.text); }
    void operator()(core::TimeText const& value) const { text("valueTime", value.text); }
    void operator()(std::string const& value) const { text("valueString", value); }
    void operator()(core::UrlText const& value) const { text("valueUri", value.text); }
    void operator()(core::Coding const& value) const {
        json.key("valueCoding");
        json.begin_object();
        some_text("system", value.system);
        text("code", value.code);
        some_text("display", label_of(value));
        json.end_object();
    }
    void operator()(core::Quantity const& value) const {
        json.key("valueQuantity");
        json.begin_object();
        json.key("value");
        json.number(value.value);
        some_text("unit", value.unit);
        some_text("system", value.system);
        some_text("code", value.code);
        json.end_object();
    }

    void text(std::string_view key, std::string_view value) const {
        json.key(key);
        json.string(value);
    }
    void some_text(std::string_view key, std::string_view value) const {
        if (!value.empty()) {
            text(key, value);
        }
    }
    std::string_view label_of(core::Coding const& value) const {
        for (core::AnswerOption const& option : item.options) {
            if (option.value == core::Value{value}) {
                return option.label;
            }
        }
        return value.display;
    }
};

class ResponseWriter {
public:
    ResponseWriter(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                   core::EffectiveAnswers const& answers, JsonLayout layout)
        : questionnaire_{questionnaire},
          sheet_{sheet},
          json_{layout},
          children_(questionnaire.items.size()),
          written_(questionnaire.items.size(), false) {
        for (ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
            std::optional<ItemIndex> const parent = questionnaire.items[index].parent;
            (parent ? children_[*parent] : roots_).push_back(index);
        }
        // A parent stands before its children, so from the end each knows of all below it.
        for (ItemIndex index = static_cast<ItemIndex>(questionnaire.items.size()); index-- > 0;) {
            written_[index] = answers.enabled(index) && (!sheet.answers[index].empty() || written_[index]);
            if (written_[index] && questionnaire.items[index].parent) {
                written_[*questionnaire.items[index].parent] = true;
            }
        }
    }

    std::string write(ResponseStatus status, ResponseDetails const& details) {
        json_.begin_object();
        text("resourceType", "QuestionnaireResponse");
        some_text("language", details.language);
        if (details.write_extension) {
            details.write_extension(json_);
        }
        if (!questionnaire_.url.empty()) {
            text("questionnaire",
                 questionnaire_.url + (questionnaire_.version.empty() ? "" : "|" + questionnaire_.version));
        }
        text("status", status == ResponseStatus::Completed ? "completed" : "in-progress");
        some_text("authored", details.authored);
        write_items(roots_);
        json_.end_object();
        return json_.take();
    }

private:
    void text(std::string_view key, std::string_view value) {
        json_.key(key);
        json_.string(value);
    }

    void some_text(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            text(key, value);
        }
    }

    void write_items(std::vector<ItemIndex> const& items) {
        bool open = false;
        for (ItemIndex const index : items) {
            if (!written_[index]) {
                continue;
            }
            if (!open) {
                json_.key("item");
                json_.begin_array();
                open = true;
            }
            write_item(index);
        }
        if (open) {
            json_.end_array();
        }
    }

    /// FHIR: what is nested in a question stands below its answer, or below the item while there is none.
    void write_item(ItemIndex index) {
        Item const& item = questionnaire_.items[index];
        core::Answer const& answer = sheet_.answers[index];
        json_.begin_object();
        text("linkId", item.link_id);
        if (!item.text.empty()) {
            text("text", item.text);
        }
        if (answer.empty()) {
            write_items(children_[index]);
            json_.end_object();
            return;
        }
        json_.key("answer");
        json_.begin_array();
        for (std::size_t number = 0; number < answer.size(); ++number) {
            json_.begin_object();
            std::visit(ValueWriter{json_, item}, answer[number]);
            if (number == 0) {
                write_items(children_[index]);
            }
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    core::Questionnaire const& questionnaire_;
    core::AnswerSheet const& sheet_;
    JsonWriter json_;
    std::vector<std::vector<ItemIndex>> children_;
    std::vector<ItemIndex> roots_;
    std::vector<bool> written_;
};

}  // namespace

std::string write_response(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                           core::EffectiveAnswers const& answers, ResponseStatus status, JsonLayout layout,
                           ResponseDetails const& details) {
    return ResponseWriter{questionnaire, sheet, answers, layout}.write(status, details);
}

std::string write_response(core::Questionnaire const& questionnaire, core::AnswerSheet const& sheet,
                           core::EffectiveAnswers const& answers, ResponseStatus status, JsonLayout layout) {
    return write_response(questionnaire, sheet, answers, status, layout, {});
}

ResponseStatus status_of(core::Questionnaire const& questionnaire, core::EffectiveAnswers const& answers) {
    for (ItemIndex index = 0; index < questionnaire.items.size(); ++index) {
        auto const standing = answers.standing(index);
        bool const missing = standing == core::AnswerStanding::Absent && questionnaire.items[index].required &&
                             core::is_question(questionnaire.items[index].type);
        if (answers.enabled(index) && (missing || standing > core::AnswerStanding::Valid)) {
            return ResponseStatus::InProgress;
        }
    }
    return ResponseStatus::Completed;
}

}  // namespace needlewise::formats
