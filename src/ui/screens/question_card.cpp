#include "ui/screens/question_card.hpp"

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

std::string question_id(app::Session const& session, core::ItemIndex question) {
    return "q/" + session.item(question).link_id;
}

std::string option_id(app::Session const& session, core::ItemIndex question, std::size_t option) {
    auto const* coding = std::get_if<core::Coding>(&session.item(question).options[option].value);
    return question_id(session, question) + "/" + (coding != nullptr ? coding->code : std::to_string(option));
}

std::string first_control_id(app::Session const& session, core::ItemIndex question) {
    auto const& item = session.item(question);
    auto const id = question_id(session, question);
    return item.type == core::ItemType::Boolean ? id + "/yes"
                                                : (item.options.empty() ? id : option_id(session, question, 0));
}

std::string problem_in_words(app::Session const& session, core::ItemIndex question) {
    switch (session.problem(question)) {
        case app::Problem::None: return {};
        case app::Problem::Missing:
            return session.text(session.item(question).repeats ? "problem/missing-several" : "problem/missing");
        case app::Problem::Unreadable:
            return session.text(session.item(question).type == core::ItemType::Date ? "problem/no-such-date"
                                                                                    : "problem/unreadable");
        case app::Problem::NotInFuture: return session.text("problem/not-in-future");
        case app::Problem::NotInPast: return session.text("problem/not-in-past");
        case app::Problem::OptionClash: return session.text("problem/option-clash");
        case app::Problem::OutOfRange: break;
    }
    return session.text(session.item(question).type == core::ItemType::Date ? "problem/date-out-of-range"
                                                                            : "problem/out-of-range");
}

namespace {

bool has_field(core::Item const& item) { return item.options.empty(); }

/// A wrong date is said at once; a missing answer only after the person tried to go on.
bool shows_problem(app::Session const& session, core::ItemIndex question) {
    auto const problem = session.problem(question);
    return problem != app::Problem::None && (problem != app::Problem::Missing || session.tried(question));
}

std::string bound_text(app::Session const& session, std::optional<core::Bound> const& bound) {
    if (!bound) {
        return {};
    }
    if (std::holds_alternative<core::Today>(*bound)) {
        return session.today().iso();
    }
    auto const& value = std::get<core::Value>(*bound);
    if (auto const* date = std::get_if<core::Date>(&value)) {
        return date->iso();
    }
    auto const* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? std::to_string(*number) : std::string{};
}

std::string field_text(app::Session const& session, core::ItemIndex question) {
    auto const& answer = session.given(question);
    if (answer.empty()) {
        return {};
    }
    if (auto const* date = std::get_if<core::Date>(&answer.front())) {
        return date->iso();
    }
    return answer_in_words(session, question);
}

Role field_role(core::ItemType type) {
    switch (type) {
        case core::ItemType::Date: return Role::DateField;
        case core::ItemType::Integer:
        case core::ItemType::Decimal:
        case core::ItemType::Quantity: return Role::NumberField;
        case core::ItemType::Text: return Role::TextArea;
        default: return Role::TextField;
    }
}

Chosen choices(Ui& ui, core::ItemIndex question, bool invalid) {
    auto& session = ui.session;
    auto const& item = session.item(question);
    auto chosen = Chosen::Nothing;
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        auto const id = option_id(session, question, option);
        auto const is_chosen = session.chosen(question, option);
        auto const spoken = Spoken{ui};
        if (choice_row(ui, {.id = id,
                            .label = item.options[option].label,
                            .checked = is_chosen,
                            .multiple = item.repeats,
                            .invalid = invalid})) {
            auto const* action = ui.action(id, semantics::ActionKind::Activate);
            session.choose(question, option, !item.repeats || !is_chosen);
            chosen = action->means == semantics::ActionMeans::Pointer ? Chosen::ByPointer : Chosen::Otherwise;
        }
        ui.space(option + 1 < item.options.size() ? ui.theme.space.small : 0);
    }
    return chosen;
}

Chosen boolean_choices(Ui& ui, core::ItemIndex question, bool invalid) {
    auto& session = ui.session;
    auto chosen = Chosen::Nothing;
    for (auto const value : {true, false}) {
        auto const id = question_id(session, question) + (value ? "/yes" : "/no");
        auto const& answer = session.given(question);
        auto const is_chosen = !answer.empty() && answer.front() == core::Value{value};
        if (choice_row(ui, {.id = id,
                            .label = session.text(value ? "answer/yes" : "answer/no"),
                            .checked = is_chosen,
                            .invalid = invalid})) {
            session.set_answer(question, {core::Value{value}});
            chosen = Chosen::Otherwise;
        }
        ui.space(ui.theme.space.small);
    }
    return chosen;
}

void date_in_words(Ui& ui, core::ItemIndex question) {
    auto& session = ui.session;
    auto const& answer = session.given(question);
    auto const* date = answer.empty() ? nullptr : std::get_if<core::Date>(&answer.front());
    if (date == nullptr) {
        return;
    }
    ui.space(ui.theme.space.hair);
    paragraph(ui, question_id(session, question) + "/in-words",
              session.dates().full_with_distance(session.today(), *date), ui.theme.type.small_strong,
              ui.theme.colors.muted);
}

Chosen entry(Ui& ui, core::ItemIndex question, bool invalid, std::string const& described_by) {
    auto& session = ui.session;
    auto const& item = session.item(question);
    auto const id = question_id(session, question);
    auto const is_date = item.type == core::ItemType::Date;
    auto view = FieldView{.id = id, .role = field_role(item.type), .label = item.text};
    view.value = field_text(session, question);
    view.minimum = bound_text(session, item.minimum);
    view.maximum = bound_text(session, item.maximum);
    view.described_by = described_by;
    view.unit = item.unit;
    view.invalid = invalid;
    view.required = item.required;
    view.label_hidden = true;
    view.width = is_date ? 220.0F : (view.role == Role::NumberField ? 140.0F : 480.0F);
    auto chosen = Chosen::Nothing;
    auto const* change = [&] {
        auto const spoken = Spoken{ui};
        return field(ui, view);
    }();
    if (change != nullptr) {
        session.set_from_text(question, change->value);
        chosen = Chosen::Otherwise;
    }
    if (is_date) {
        date_in_words(ui, question);
    }
    if (!item.required && is_date) {
        ui.space(ui.theme.space.small);
        auto const ahead = item.minimum && std::holds_alternative<core::Today>(*item.minimum);
        auto const unknown = session.said_unknown(question);
        if (choice_row(ui, {.id = id + "/unknown",
                            .label = session.text(ahead ? "questions/no-date-yet" : "questions/date-unknown"),
                            .checked = unknown,
                            .multiple = true})) {
            session.say_unknown(question, !unknown);
            chosen = Chosen::Otherwise;
        }
    }
    return chosen;
}

void again_notice(Ui& ui, core::ItemIndex question) {
    auto& session = ui.session;
    if (!session.is_asked_again(question)) {
        return;
    }
    auto const id = question_id(session, question) + "/again";
    notice(ui, Mood::Warning, Icon::Pencil, [&] {
        paragraph(ui, id + "/text", session.text("again/text"), ui.theme.type.small, ui.theme.colors.text);
        ui.space(ui.theme.space.small);
        if (button(ui, {.id = id + "/confirm",
                        .label = session.text("again/confirm"),
                        .kind = ButtonKind::Secondary,
                        .icon = Icon::Check})) {
            session.confirm_again(question);
            ui.output.focus = first_control_id(session, question);  // this button goes away
        }
    });
    ui.space(ui.theme.space.medium);
}

}  // namespace

Chosen question_card(Ui& ui, core::ItemIndex question, bool large) {
    auto& session = ui.session;
    auto const& item = session.item(question);
    auto const id = question_id(session, question);
    auto const card = Card{ui};
    auto const invalid = shows_problem(session, question);
    auto const& type = large ? ui.theme.type.heading : ui.theme.type.label;
    auto const legend = item.prefix.empty() ? item.text : item.prefix + " " + item.text;
    auto const block = ui.measure(legend, type, ui.column.width);

    auto const is_field = has_field(item) && item.type != core::ItemType::Boolean;
    auto group = Node{.id = is_field ? id + "/group" : id,
                      .role = item.options.empty() || item.repeats ? Role::Group : Role::RadioGroup,
                      .name = legend};
    group.described_by = item.help.empty() ? "" : id + "/help";
    group.required = item.required;
    group.invalid = invalid;
    if (invalid) {
        group.described_by += (group.described_by.empty() ? "" : " ") + id + "/problem";
    }
    group.text = {type.size, type.line, 600};
    group.rectangle = {ui.column.left, ui.y, ui.column.width, block.height};
    auto const described_by = group.described_by;
    {
        auto const spoken = Spoken{ui};
        ui.open(std::move(group));
    }
    ui.paint_text(block, ui.column.left, ui.y, ui.theme.colors.text);
    ui.y += block.height;
    if (!item.help.empty()) {
        ui.space(ui.theme.space.hair);
        auto const spoken = Spoken{ui};
        paragraph(ui, id + "/help", item.help, ui.theme.type.small, ui.theme.colors.muted);
    }
    ui.space(ui.theme.space.base);
    again_notice(ui, question);
    if (invalid) {
        error_text(ui, id + "/problem", problem_in_words(session, question));
        ui.space(ui.theme.space.medium);
    }
    auto chosen = Chosen::Nothing;
    auto const& drawn = session.protocol().figure;
    if (drawn && drawn->question == question) {
        figure(ui, question, ui.column);
    }
    if (item.type == core::ItemType::Boolean) {
        chosen = boolean_choices(ui, question, invalid);
    } else if (is_field) {
        chosen = entry(ui, question, invalid, described_by);
    } else {
        chosen = choices(ui, question, invalid);
    }
    ui.close();
    if (chosen != Chosen::Nothing && session.problem(question) != app::Problem::None &&
        session.problem(question) != app::Problem::Missing) {
        ui.output.announcements.push_back({problem_in_words(session, question), true});
    }
    return chosen;
}

}  // namespace needlewise::ui
