#include "ui/screens/question_card.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

/// A question, its answer and the way to change it.
void answer_row(Ui& ui, core::ItemIndex question) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const id = "review/" + session.item(question).link_id;
    auto const problem = session.problem(question);
    auto const again = session.is_asked_again(question);
    ui.open({.id = id, .role = Role::ListItem});
    auto const column = ui.column;
    auto const view =
        ButtonView{.id = id + "/change",
                   .label = session.text("review/change"),
                   .kind = ButtonKind::Quiet,
                   .icon = Icon::Pencil,
                   .accessible_name = session.text("review/change-name", {{"question", session.item(question).text}})};
    auto const button_room = button_width(ui, view);
    auto const top = ui.y;
    ui.column.width = column.width - button_room - ui.theme.space.small;
    {
        auto const spoken = Spoken{ui};
        paragraph(ui, id + "/question", session.item(question).text, ui.theme.type.small, c.muted);
    }
    ui.space(2);
    paragraph(ui, id + "/answer", answer_in_words(session, question), ui.theme.type.label,
              problem == app::Problem::None ? c.text : c.danger.strong);
    if (problem != app::Problem::None && problem != app::Problem::Missing) {
        ui.space(ui.theme.space.hair);
        error_text(ui, id + "/problem", problem_in_words(session, question));
    }
    if (again) {
        ui.space(ui.theme.space.hair);
        paragraph(ui, id + "/again", session.text("again/short"), ui.theme.type.small_strong, c.warning.strong);
    }
    auto const bottom = ui.y;
    ui.column = column;
    auto const height = button_height(ui, view, button_room);
    if (button_at(ui, view,
                  {column.left + column.width - button_room + ui.theme.space.small, top, button_room, height})) {
        session.edit(question);
    }
    ui.y = std::max(bottom, top + height) + ui.theme.space.medium;
    ui.close();
}

/// Why a question was not asked: the answers its enableWhen reads.
std::string reason_not_asked(app::Session const& session, core::ItemIndex question) {
    auto parts = std::vector<std::string>{};
    for (auto const& rule : session.item(question).enable_when) {
        auto const& opener = session.item(rule.question);
        auto part = session.effective().enabled(rule.question)
                        ? session.text("review/because-answer",
                                       {{"question", opener.text}, {"answer", answer_in_words(session, rule.question)}})
                        : session.text("review/because-not-asked", {{"question", opener.text}});
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) {
            parts.push_back(std::move(part));
        }
    }
    auto text = std::string{};
    for (auto const& part : parts) {
        text += (text.empty() ? "" : " ") + part;
    }
    return text;
}

void not_asked(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto skipped = std::vector<core::ItemIndex>{};
    for (core::ItemIndex index = 0; index < session.protocol().questionnaire.items.size(); ++index) {
        if (core::is_question(session.item(index).type) && !session.item(index).hidden &&
            !session.effective().enabled(index)) {
            skipped.push_back(index);
        }
    }
    if (skipped.empty()) {
        return;
    }
    auto const card = Card{ui};
    heading(ui, "review/skipped-title", session.text("review/skipped"), 2, ui.theme.type.heading);
    auto const open = state.is_expanded("review/skipped");
    auto const count = std::to_string(skipped.size());
    if (disclosure(ui, "review/skipped-toggle", session.text("review/skipped-count", {{"count", count}}), open)) {
        state.toggle("review/skipped");
    }
    if (!open) {
        return;
    }
    ui.open({.id = "review/skipped", .role = Role::List});
    for (auto const question : skipped) {
        auto const id = "review/skipped/" + session.item(question).link_id;
        ui.open({.id = id, .role = Role::ListItem});
        paragraph(ui, id + "/question", session.item(question).text, ui.theme.type.small_strong, ui.theme.colors.text);
        paragraph(ui, id + "/why", reason_not_asked(session, question), ui.theme.type.small, ui.theme.colors.muted);
        ui.space(ui.theme.space.medium);
        ui.close();
    }
    ui.close();
}

void open_points(Ui& ui) {
    auto& session = ui.session;
    auto const open = session.first_open();
    if (open) {
        notice(ui, Mood::Warning, Icon::Warning, [&] {
            paragraph(ui, "review/open-text", session.text("review/open"));
            ui.space(ui.theme.space.small);
            if (button(ui, {.id = "review/open-go", .label = session.text("review/open-go")})) {
                session.edit(*open);
            }
        });
        ui.space(ui.theme.space.base);
    }
    auto const& again = session.asked_again();
    auto const first =
        std::find_if(again.begin(), again.end(), [&](auto question) { return session.is_asked_again(question); });
    if (first != again.end()) {
        notice(ui, Mood::Warning, Icon::Pencil, [&] {
            paragraph(ui, "review/again-text", session.text("again/review"));
            ui.space(ui.theme.space.small);
            if (button(ui, {.id = "review/again-go", .label = session.text("again/go")})) {
                session.edit(*first);
            }
        });
        ui.space(ui.theme.space.base);
    }
}

}  // namespace

void review_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    heading(ui, "review/title", session.text("review/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    paragraph(ui, "review/lead", session.text("review/lead"), ui.theme.type.body, ui.theme.colors.muted);
    ui.space(ui.theme.space.base);
    result_change_notice(ui);
    open_points(ui);
    for (auto const& page : form_pages(session.protocol().questionnaire, session.effective(), app::Paging::Section)) {
        auto const id = "review/section/" + session.item(page.anchor(app::Paging::Section)).link_id;
        {
            auto const card = Card{ui};
            if (page.section && !session.item(*page.section).text.empty()) {
                auto const spoken = Spoken{ui};
                heading(ui, id + "/title", session.item(*page.section).text, 2, ui.theme.type.heading);
                ui.space(ui.theme.space.base);
            }
            ui.open({.id = id, .role = Role::List});
            for (auto const question : page.questions) {
                answer_row(ui, question);
            }
            ui.close();
        }
        ui.space(ui.theme.space.base);
    }
    not_asked(ui, state);
    ui.space(ui.theme.space.large);
    auto views = std::vector<ButtonView>{
        {.id = "review/back", .label = session.text("questions/back"), .icon = Icon::ArrowLeft}};
    if (!session.protocol().rules.empty()) {  // a questionnaire alone has nothing to judge by
        views.push_back({.id = "review/result",
                         .label = session.text("review/result"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::ArrowRight,
                         .icon_after = true});
    }
    auto const pressed = button_row(ui, views);
    if (pressed == 0) {
        session.back();
    } else if (pressed == 1) {
        session.go(app::Screen::Result);
    }
}

}  // namespace needlewise::ui
