#include "formats/fhir_questionnaire.hpp"

#include "formats/fhir_values.hpp"

#include <algorithm>
#include <map>

namespace needlewise::formats {

namespace {

using core::EnableWhen;
using core::Item;
using core::ItemIndex;
using core::ItemType;
using core::Operator;

constexpr std::string_view structure_definition = "http://hl7.org/fhir/StructureDefinition/";

JsonValue find_extension(JsonValue element, std::string_view name) {
    for (JsonValue extension : element.member("extension").elements()) {
        std::string_view const url = extension.member("url").text();
        if (url.substr(0, structure_definition.size()) == structure_definition &&
            url.substr(structure_definition.size()) == name) {
            return extension;
        }
    }
    return {};
}

std::string item_control(JsonValue item) {
    JsonValue const concept_value = find_extension(item, "questionnaire-itemControl").member("valueCodeableConcept");
    for (JsonValue coding : concept_value.member("coding").elements()) {
        return std::string{coding.member("code").text()};
    }
    return {};
}

bool has_modifier(JsonValue element) { return element.member("modifierExtension").size() > 0; }

/// In `element` itself or in one of the parts of it that FHIR lets carry one.
bool is_modified(JsonValue item) {
    if (has_modifier(item)) {
        return true;
    }
    for (char const* list : {"enableWhen", "answerOption", "initial"}) {
        for (JsonValue part : item.member(list).elements()) {
            if (has_modifier(part)) {
                return true;
            }
        }
    }
    return false;
}

bool is_today(JsonValue primitive_extension) {
    for (JsonValue extension : primitive_extension.member("extension").elements()) {
        JsonValue const expression = extension.member("valueExpression").member("expression");
        if (expression.text() == "today()" || extension.member("valueString").text() == "today()") {
            return true;
        }
    }
    return false;
}

class QuestionnaireReader {
public:
    QuestionnaireReader(ContentReader& reader, std::vector<JsonValue>& places) : reader_{reader}, places_{places} {}

    core::Questionnaire read() {
        JsonValue const root = reader_.root();
        if (!reader_.expect(root, JsonKind::Object)) {
            return {};
        }
        if (root.member("resourceType").text() != "Questionnaire") {
            reader_.error(root.member("resourceType") ? root.member("resourceType") : root, "wrong-resource",
                          "this is no FHIR Questionnaire", "Write \"resourceType\": \"Questionnaire\"");
            return {};
        }
        if (has_modifier(root)) {
            reader_.warning(root.member("modifierExtension"), "unknown-modifier",
                            "a modifier extension may change what the questionnaire means", "Take it out");
        }
        questionnaire_.url = reader_.text(root, "url", Need::Optional);
        questionnaire_.url = questionnaire_.url.substr(0, questionnaire_.url.find('|'));
        questionnaire_.version = reader_.text(root, "version", Need::Optional);
        questionnaire_.title = reader_.text(root, "title", Need::Optional);
        questionnaire_.language = reader_.text(root, "language", Need::Optional);
        read_items(root, std::nullopt, Trust::Full);
        if (questionnaire_.items.empty()) {
            reader_.error(root, "no-items", "the questionnaire has no items", "Add at least one question");
        }
        for (ItemIndex index = 0; index < questionnaire_.items.size(); ++index) {
            read_enable_when(index);
            read_initial(index);
        }
        report_cycles();
        questionnaire_.index();
        return std::move(questionnaire_);
    }

private:
    /// Whether an item means what it says, or something above it may have changed that.
    enum class Trust : std::uint8_t { Full, None };

    void read_items(JsonValue parent_value, std::optional<ItemIndex> parent, Trust trust) {
        for (JsonValue value : reader_.member(parent_value, "item", JsonKind::Array, Need::Optional).elements()) {
            if (!reader_.expect(value, JsonKind::Object)) {
                continue;
            }
            std::string link_id = reader_.text(value, "linkId", Need::Required);
            if (link_id.empty()) {
                continue;
            }
            auto const next = static_cast<ItemIndex>(questionnaire_.items.size());
            if (!by_link_id_.emplace(link_id, next).second) {
                reader_.error(value.member("linkId"), "duplicate-link-id", "the linkId % is used twice",
                              "Give each item a linkId of its own", {link_id});
                continue;
            }
            if (parent && value.member("type").text() == "display" && item_control(value) == "help") {
                Item& helped = questionnaire_.items[*parent];
                helped.help += helped.help.empty() ? "" : "\n";
                helped.help += value.member("text").text();
                helped.help_link_ids.push_back(link_id);
                by_link_id_[link_id] = *parent;
                continue;
            }
            read_item(value, std::move(link_id), parent, trust);
        }
    }

    void read_item(JsonValue value, std::string link_id, std::optional<ItemIndex> parent, Trust trust) {
        Item item;
        item.link_id = std::move(link_id);
        item.parent = parent;
        item.text = reader_.text(value, "text", Need::Optional);
        item.prefix = reader_.text(value, "prefix", Need::Optional);
        item.required = reader_.flag(value, "required", false);
        item.repeats = reader_.flag(value, "repeats", false);
        item.read_only = reader_.flag(value, "readOnly", false);
        item.item_control = item_control(value);
        item.hidden = find_extension(value, "questionnaire-hidden").member("valueBoolean").boolean();
        JsonValue const unit = find_extension(value, "questionnaire-unit").member("valueCoding");
        item.unit = unit.member("display") ? unit.member("display").text() : unit.member("code").text();
        if (std::optional<int> const length = reader_.whole(value, "maxLength", Need::Optional)) {
            if (*length < 1) {
                reader_.error(value.member("maxLength"), "out-of-range", "maxLength is below 1", "Write 1 or more");
            } else {
                item.max_length = length;
            }
        }
        if (std::string const type = reader_.text(value, "type", Need::Required); !type.empty()) {
            std::optional<ItemType> const known = item_type(type);
            if (!known) {
                reader_.warning(value.member("type"), "unknown-type",
                                "the item type % is not known; the item is left out",
                                "Use a type of FHIR R4 that takes answers, or group or display", {type});
                trust = Trust::None;
            }
            item.type = known.value_or(ItemType::Display);
        }
        if (is_modified(value)) {
            reader_.warning(value, "unknown-modifier",
                            "a modifier extension may change what % means; the item is left out",
                            "Take the modifier extension out", {item.link_id});
            trust = Trust::None;
        }
        if (trust == Trust::None) {
            item.type = ItemType::Display;
            item.hidden = true;
            item.required = false;
        } else {
            read_options(value, item);
            item.minimum = read_bound(value, "minValue", item);
            item.maximum = read_bound(value, "maxValue", item);
        }
        auto const index = static_cast<ItemIndex>(questionnaire_.items.size());
        questionnaire_.items.push_back(std::move(item));
        places_.push_back(value);
        trust_.push_back(trust);
        read_items(value, index, trust);
    }

    void read_options(JsonValue value, Item& item) {
        bool const choice = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
        JsonValue const list = reader_.member(value, "answerOption", JsonKind::Array, Need::Optional);
        if (value.member("answerValueSet")) {
            reader_.warning(value.member("answerValueSet"), "unsupported", "answerValueSet is not read",
                            "List the options as answerOption");
        } else if (choice && list.size() == 0) {
            reader_.warning(value, "no-options", "% is a choice without options", "Add answerOption", {item.link_id});
        } else if (!choice && list) {
            reader_.warning(list, "unsupported", "options of a question that is no choice are not read",
                            "Use type choice or open-choice");
            return;
        }
        for (JsonValue element : list.elements()) {
            if (!reader_.expect(element, JsonKind::Object)) {
                continue;
            }
            TypedValue const typed = find_typed(element, "value");
            ReadValue read = read_value(typed.value, typed.type);
            bool const usable = typed.type == "Coding" || typed.type == "Integer" || typed.type == "Date" ||
                                typed.type == "Time" || typed.type == "String";
            if (typed.several || !usable || read.state != ValueState::Good) {
                reader_.error(element, "wrong-type", "this option has no value that can be read",
                              "Give it one valueCoding with system, code and display");
                continue;
            }
            core::AnswerOption option;
            option.label = typed.value.is(JsonKind::Integer) ? typed.value.raw() : typed.value.text();
            if (auto const* coding = std::get_if<core::Coding>(&read.value)) {
                option.label = coding->display.empty() ? coding->code : coding->display;
            }
            option.value = std::move(read.value);
            option.initially_selected = reader_.flag(element, "initialSelected", false);
            option.exclusive =
                find_extension(element, "questionnaire-optionExclusive").member("valueBoolean").boolean();
            for (core::AnswerOption const& other : item.options) {
                if (other.value == option.value) {
                    reader_.error(typed.value, "duplicate-code", "the option % stands here twice",
                                  "Give each option a code of its own", {option.label});
                }
            }
            item.options.push_back(std::move(option));
        }
    }

    std::optional<core::Bound> read_bound(JsonValue value, std::string_view name, Item const& item) {
        JsonValue const extension = find_extension(value, name);
        if (!extension) {
            return std::nullopt;
        }
        if (JsonValue const primitive = extension.member("_valueDate")) {
            if (is_today(primitive) && item.type == ItemType::Date) {
                return core::Today{};
            }
            reader_.warning(primitive, "unsupported", "only the expression today() is known here", "Write today()");
            return std::nullopt;
        }
        TypedValue const typed = find_typed(extension, "value");
        ReadValue read = read_value(typed.value, typed.type);
        bool const number_for_decimal = item.type == ItemType::Decimal && typed.type == "Integer";
        if (typed.several || read.state != ValueState::Good || !(fits(item, typed.type) || number_for_decimal)) {
            reader_.error(extension, "wrong-type", "$ of % is no $", "Give it a value of the question's own type",
                          {name, item.link_id, fhir_name(item.type)});
            return std::nullopt;
        }
        if (number_for_decimal) {
            return core::Value{typed.value.number()};
        }
        return read.value;
    }

    void read_enable_when(ItemIndex index) {
        JsonValue const value = places_[index];
        Item& item = questionnaire_.items[index];
        int const behavior = reader_.one_of(value, "enableBehavior", {"all", "any"}, Need::Optional);
        item.enable_behavior = behavior == 0 ? core::EnableBehavior::All : core::EnableBehavior::Any;
        JsonValue const list = reader_.member(value, "enableWhen", JsonKind::Array, Need::Optional);
        if (trust_[index] == Trust::None) {
            return;
        }
        if (list.size() > 1 && behavior < 0 && !value.member("enableBehavior")) {
            reader_.error(list, "missing-member", "several enableWhen need an enableBehavior", "Add all or any");
        }
        for (JsonValue element : list.elements()) {
            if (reader_.expect(element, JsonKind::Object)) {
                read_one_enable_when(element, item);
            }
        }
    }

    void read_one_enable_when(JsonValue element, Item& item) {
        std::string const link_id = reader_.text(element, "question", Need::Required);
        int const comparison =
            reader_.one_of(element, "operator", {"exists", "=", "!=", ">", "<", ">=", "<="}, Need::Required);
        if (link_id.empty() || comparison < 0) {
            return;
        }
        auto const found = by_link_id_.find(link_id);
        if (found == by_link_id_.end()) {
            reader_.error(element.member("question"), "unknown-link-id", "there is no item %",
                          "Name the linkId of a question of this questionnaire", {link_id});
            return;
        }
        EnableWhen rule;
        rule.question = found->second;
        rule.comparison = static_cast<Operator>(comparison);
        Item const& question = questionnaire_.items[rule.question];
        bool const takes_answers = is_question(question.type);
        if (!takes_answers || question.link_id != link_id) {
            reader_.warning(element.member("question"), "no-question", "% takes no answer, so this never holds",
                            "Name a question", {link_id});
        }
        TypedValue const typed = find_typed(element, "answer");
        ReadValue read = read_value(typed.value, typed.type);
        bool const exists = rule.comparison == Operator::Exists;
        bool const fitting = exists ? typed.type == "Boolean" : !takes_answers || fits(question, typed.type);
        if (typed.several || read.state != ValueState::Good || !fitting) {
            JsonValue const at = typed.value ? typed.value : element;
            if (exists) {
                reader_.error(at, "wrong-type", "exists needs an answerBoolean", "Compare with true or false");
            } else {
                reader_.error(at, "wrong-type", "the answer does not fit %, which is of type $",
                              "Compare with an answer of the question's own type", {link_id, fhir_name(question.type)});
            }
            return;
        }
        rule.answer = std::move(read.value);
        complete_coding(question, rule.answer);
        if (question.type == ItemType::Choice && !exists && !question.options.empty() &&
            std::none_of(question.options.begin(), question.options.end(),
                         [&](core::AnswerOption const& option) { return option.value == rule.answer; })) {
            JsonValue const code = typed.value.member("code") ? typed.value.member("code") : typed.value;
            reader_.error(code, "unknown-code", "% has no option %", "Use a code (and system) of one of its options",
                          {link_id, code.text()});
            return;
        }
        item.enable_when.push_back(std::move(rule));
    }

    void read_initial(ItemIndex index) {
        Item& item = questionnaire_.items[index];
        for (JsonValue element :
             reader_.member(places_[index], "initial", JsonKind::Array, Need::Optional).elements()) {
            TypedValue const typed = find_typed(element, "value");
            ReadValue read = read_value(typed.value, typed.type);
            if (trust_[index] == Trust::None) {
                continue;
            }
            if (typed.several || read.state != ValueState::Good || !fits(item, typed.type)) {
                reader_.error(element, "wrong-type", "this initial value does not fit type $",
                              "Give it a value of the question's own type", {fhir_name(item.type)});
                continue;
            }
            complete_coding(item, read.value);
            item.initial.push_back(std::move(read.value));
        }
    }

    /// An item needs its parent and the questions of its enableWhen to be decided first. What can neither be decided
    /// nor is only waiting for it lies on a circle.
    void report_cycles() {
        std::vector<Item> const& items = questionnaire_.items;
        std::vector<std::vector<ItemIndex>> needs(items.size());
        std::vector<std::vector<ItemIndex>> needed_by(items.size());
        for (ItemIndex index = 0; index < items.size(); ++index) {
            if (items[index].parent) {
                needs[index].push_back(*items[index].parent);
            }
            for (EnableWhen const& rule : items[index].enable_when) {
                needs[index].push_back(rule.question);
            }
            for (ItemIndex need : needs[index]) {
                needed_by[need].push_back(index);
            }
        }
        std::vector<char> settled(items.size(), 0);
        take_away(needs, needed_by, settled);
        take_away(needed_by, needs, settled);
        for (ItemIndex index = 0; index < items.size(); ++index) {
            if (settled[index] == 0 && !items[index].enable_when.empty()) {
                reader_.error(
                    places_[index].member("enableWhen"), "enable-when-cycle", "whether % is asked depends on itself",
                    "Break the circle of enableWhen (an item also depends on its parent)", {items[index].link_id});
            }
        }
    }

    /// Settles, one after the other, each item whose `needs` are all settled.
    static void take_away(std::vector<std::vector<ItemIndex>> const& needs,
                          std::vector<std::vector<ItemIndex>> const& needed_by, std::vector<char>& settled) {
        std::vector<std::size_t> open(needs.size(), 0);
        std::vector<ItemIndex> ready;
        for (ItemIndex index = 0; index < needs.size(); ++index) {
            for (ItemIndex need : needs[index]) {
                open[index] += settled[need] == 0 ? 1 : 0;
            }
            if (open[index] == 0 && settled[index] == 0) {
                ready.push_back(index);
            }
        }
        while (!ready.empty()) {
            ItemIndex const index = ready.back();
            ready.pop_back();
            settled[index] = 1;
            for (ItemIndex waiting : needed_by[index]) {
                if (settled[waiting] == 0 && --open[waiting] == 0) {
                    ready.push_back(waiting);
                }
            }
        }
    }

    ContentReader& reader_;
    std::vector<JsonValue>& places_;
    core::Questionnaire questionnaire_;
    std::map<std::string, ItemIndex, std::less<>> by_link_id_;
    std::vector<Trust> trust_;
};

}  // namespace

core::Questionnaire read_questionnaire(ContentReader& reader, std::vector<JsonValue>& places) {
    return QuestionnaireReader{reader, places}.read();
}

}  // namespace needlewise::formats
