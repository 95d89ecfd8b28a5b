#include "ui/screens/question_card.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

/// Time to see one's own choice before the page goes on by itself (design.md section 6).
constexpr double advance_after_seconds = 0.4;

/// The sections beside the form on broad screens: where one is, and a way back.
void section_list(Ui& ui, std::vector<app::FormPage> const& pages, std::size_t current) {
    auto& session = ui.session;
    auto const& c = ui.theme.colors;
    ui.open({.id = "sections", .role = Role::Region, .name = session.text("questions/sections")});
    auto last = std::optional<core::ItemIndex>{};
    for (std::size_t at = 0; at < pages.size(); ++at) {
        auto const section = pages[at].section;
        if (!section || section == last || session.item(*section).text.empty()) {
            continue;
        }
        last = section;
        auto const& item = session.item(*section);
        auto const id = "sections/" + item.link_id;
        auto const is_current = pages[current].section == section;
        auto answered = false;
        auto complete = true;
        for (auto part = at; part < pages.size() && pages[part].section == section; ++part) {
            for (auto const question : pages[part].questions) {
                answered = answered || session.answered(question);
                complete = complete && session.problem(question) == app::Problem::None;
            }
        }
        auto const done = answered && complete;
        auto const block = ui.measure(item.text, ui.theme.type.small_strong, ui.column.width - 52);
        auto const area = Rectangle{ui.column.left, ui.y, ui.column.width, std::max(46.0F, block.height + 20)};
        if (is_current || ui.hovered(id)) {
            ui.fill(area, is_current ? c.card : c.accent_soft, ui.theme.space.radius_small);
        }
        auto const center = area.y + area.height / 2;
        if (done) {
            ui.disc(area.x + 22, center, 11, c.accent);
            ui.icon(Icon::Check, area.x + 14, center - 8, 16, c.on_accent);
        } else {
            ui.ring(area.x + 22, center, 11, is_current ? c.accent : c.control, 2);
            if (is_current) {
                ui.disc(area.x + 22, center, 5, c.accent);
            }
        }
        ui.paint_text(block, area.x + 44, center - block.height / 2, is_current ? c.text : c.muted);
        if (ui.focus_shown(id)) {
            ui.focus_ring(area, ui.theme.space.radius_small);
        }
        auto const spoken = Spoken{ui};
        auto node = Node{.id = id, .role = Role::Button, .name = item.text};
        node.variant = is_current ? "current" : "quiet";
        node.rectangle = area;
        ui.add(std::move(node));
        if (ui.activated(id)) {
            session.show(pages[at].questions.front());
        }
        ui.y += area.height + 2;
    }
    ui.close();
}

void missing_notice(Ui& ui, app::FormPage const& page) {
    auto& session = ui.session;
    if (!session.page_tried(page)) {
        return;
    }
    ui.open({.id = "questions/missing", .role = Role::Region, .name = session.text("questions/missing-name")});
    notice(ui, Mood::Danger, Icon::Warning, [&] {
        paragraph(ui, "questions/missing-text", session.text("questions/missing"));
        ui.space(ui.theme.space.small);
        if (button(ui,
                   {.id = "questions/skip", .label = session.text("questions/skip"), .kind = ButtonKind::Secondary})) {
            session.next(true);
        }
    });
    ui.close();
    ui.space(ui.theme.space.base);
}

/// After "next" with something missing: says so at once and puts the focus on the first question that needs it.
void announce_missing(Ui& ui, app::FormPage const& page) {
    auto& session = ui.session;
    ui.output.announcements.push_back({session.text("questions/missing"), true});
    for (auto const question : page.questions) {
        if (session.problem(question) != app::Problem::None) {
            ui.output.focus = first_control_id(session, question);
            ui.output.scroll_to = question_id(session, question);
            return;
        }
    }
}

void navigation(Ui& ui, ScreenState& state, app::FormPage const& page, std::size_t current) {
    auto& session = ui.session;
    auto const returning = session.here().returns_to_review;
    auto views = std::vector<ButtonView>{};
    views.push_back({.id = "questions/back", .label = session.text("questions/back"), .icon = Icon::ArrowLeft});
    views.push_back({.id = "questions/next",
                     .label = session.text(returning ? "questions/to-review" : "questions/next"),
                     .kind = ButtonKind::Primary,
                     .icon = Icon::ArrowRight,
                     .icon_after = true});
    auto const pressed = button_row(ui, views);
    if (pressed == 0) {
        state.advance_at = -1;
        auto const* before = session.travel().before();
        if (before != nullptr) {
            session.back();
        } else if (current > 0) {
            session.show(session.pages()[current - 1].questions.front());
        }
    } else if (pressed == 1) {
        state.advance_at = -1;
        if (!session.next(false)) {
            announce_missing(ui, page);
        }
    }
}

/// A choice answers the whole page: a single one, with no follow-up that it opened.
bool goes_on_by_itself(app::Session const& session, core::ItemIndex question) {
    if (!session.advance_by_itself || session.here().returns_to_review || session.item(question).repeats) {
        return false;
    }
    auto const& pages = session.pages();
    return pages[session.current_page(pages)].questions.size() == 1;
}

void form(Ui& ui, ScreenState& state, std::vector<app::FormPage> const& pages, std::size_t current) {
    auto& session = ui.session;
    // A copy: an answer below makes other pages.
    auto const page = pages[current];  // NOLINT(performance-unnecessary-copy-initialization)
    auto const single = session.paging() == app::Paging::Question;
    auto const step = session.text("questions/step",
                                   {{"number", std::to_string(current + 1)}, {"count", std::to_string(pages.size())}});
    paragraph(ui, "questions/step", step, ui.theme.type.caption_strong, ui.theme.colors.muted);
    ui.space(ui.theme.space.hair + 2);
    progress_bar(ui, "questions/progress", session.text("questions/progress"), current + 1, pages.size());
    ui.space(ui.theme.space.base);
    auto const& form_title = session.protocol().questionnaire.title;
    auto const& section_title = page.section ? session.item(*page.section).text : form_title;
    auto const& title = section_title.empty() ? session.text("title/questions") : section_title;
    {
        auto const spoken = Spoken{ui};
        heading(ui, "questions/title", title, 1, single ? ui.theme.type.small_strong : ui.theme.type.title);
    }
    ui.space(single ? ui.theme.space.small : ui.theme.space.base);
    missing_notice(ui, page);
    result_change_notice(ui);
    state.entrances.note(ui, page.questions);
    for (auto const question : page.questions) {
        auto const sliding = Sliding{ui, state.entrances.share(ui, question)};
        auto const chosen = question_card(ui, question, single && question == page.questions.front());
        if (chosen == Chosen::ByPointer && single && goes_on_by_itself(session, question)) {
            state.advance_at = ui.input.seconds + advance_after_seconds;
        } else if (chosen != Chosen::Nothing) {
            state.advance_at = -1;
        }
        ui.space(ui.theme.space.base);
    }
    ui.space(ui.theme.space.small);
    navigation(ui, state, page, current);
    auto const& first = session.item(page.questions.front());
    if (single && page.questions.size() == 1 && !first.repeats && !first.options.empty()) {
        ui.space(ui.theme.space.base);
        ChoiceView const view{.id = "questions/advance",
                              .label = session.text("questions/advance"),
                              .checked = session.advance_by_itself,
                              .multiple = true,
                              .quiet = true};
        if (choice_row(ui, view)) {
            session.advance_by_itself = !session.advance_by_itself;
        }
    }
}

}  // namespace

void questions_screen(Ui& ui, ScreenState& state) {
    auto const& pages = ui.session.pages();
    if (pages.empty()) {
        heading(ui, "questions/title", ui.session.text("questions/none"), 1, ui.theme.type.title);
        return;
    }
    auto const current = ui.session.current_page(pages);
    auto const has_sections = std::any_of(pages.begin(), pages.end(), [&](app::FormPage const& page) {
        return page.section && !ui.session.item(*page.section).text.empty();
    });
    if (!ui.wide() || !has_sections) {
        form(ui, state, pages, current);
        return;
    }
    constexpr float side = 280;
    auto const column = ui.column;
    auto const top = ui.y;
    ui.column = {column.left, side};
    ui.y = top + ui.theme.space.large;
    section_list(ui, pages, current);
    auto const side_bottom = ui.y;
    ui.y = top;
    ui.column = {column.left + side + ui.theme.space.huge, column.width - side - ui.theme.space.huge};
    form(ui, state, pages, current);
    ui.y = std::max(ui.y, side_bottom);
    ui.column = column;
}

}  // namespace needlewise::ui
