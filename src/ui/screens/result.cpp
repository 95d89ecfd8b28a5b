#include "app/result_words.hpp"
#include "ui/screens/result_findings.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

void date_lines(Ui& ui, core::Assessment const& assessment) {
    auto& session = ui.session;
    auto const say = [&](char const* id, std::string const& text) {
        ui.space(ui.theme.space.small);
        auto const column = ui.column;
        ui.icon(Icon::Calendar, column.left, ui.y + 2, 22, ui.theme.colors.muted);
        ui.column = {column.left + 32, column.width - 32};
        paragraph(ui, id, text, ui.theme.type.body, ui.theme.colors.text);
        ui.column = column;
    };
    auto const dates = session.dates();
    auto const today = session.today();
    auto const& planned = session.protocol().bindings.planned_date;
    auto const* plan = planned ? session.effective().answer(*planned) : nullptr;
    if (assessment.not_before) {
        say("result/not-before",
            session.text("result/not-before", {{"date", dates.full_with_distance(today, *assessment.not_before)}}));
    } else if (assessment.earliest && plan == nullptr) {
        say("result/earliest",
            session.text("result/earliest", {{"date", dates.full_with_distance(today, *assessment.earliest)}}));
    }
    if (plan != nullptr) {
        say("result/planned",
            session.text("result/planned",
                         {{"date", dates.full_with_distance(today, std::get<core::Date>(plan->front()))}}));
    }
    if (assessment.open_ended) {
        say("result/open-ended", session.text("result/open-ended"));
    }
}

void headline_card(Ui& ui) {
    auto& session = ui.session;
    auto const& assessment = session.assessment();
    auto const& tone = tone_of(ui.theme, assessment.outcome);
    auto const card =
        Card{ui, {ui.theme.colors.card, ui.theme.colors.line, ui.narrow() ? 20.0F : 28.0F, ui.theme.space.radius, 1}};
    auto const column = ui.column;
    constexpr float mark = 52;
    ui.disc(column.left + mark / 2, ui.y + mark / 2, mark / 2, tone.soft);
    ui.icon(icon_of(assessment.outcome), column.left + 12, ui.y + 12, 28, tone.strong);
    auto const& name = session.text(std::string{"outcome/"} + key_of(assessment.outcome) + "/short");
    ui.column = {column.left + mark + 16, column.width - mark - 16};
    auto const block = ui.measure(name, ui.theme.type.title, ui.column.width);
    auto const top = ui.y;
    ui.y += std::max(0.0F, (mark - block.height) / 2);
    heading(ui, "result/title", name, 1, ui.theme.type.title);
    ui.y = std::max(ui.y, top + mark);
    ui.column = column;
    ui.space(ui.theme.space.base);
    paragraph(ui, "result/headline", app::headline(session, assessment, assessment.outcome));
    if (assessment.provisional) {
        ui.space(ui.theme.space.small);
        auto const so_far = session.text(std::string{"outcome/"} + key_of(*assessment.provisional) + "/short");
        paragraph(ui, "result/provisional", session.text("result/provisional", {{"outcome", so_far}}));
    }
    date_lines(ui, assessment);
    ui.space(ui.theme.space.base);
    ui.line(ui.column.left, ui.y, ui.column.left + ui.column.width, ui.y, ui.theme.colors.line);
    ui.space(ui.theme.space.medium);
    paragraph(ui, "result/unchecked", session.text("result/unchecked"), ui.theme.type.small, ui.theme.colors.muted);
    paragraph(ui, "result/worried", session.text("red-flags/worried"), ui.theme.type.small_strong,
              ui.theme.colors.text);
}

/// What is still to answer, or wrong, with a way to each.
void open_questions(Ui& ui, std::vector<core::ItemIndex> const& questions, char const* title) {
    auto& session = ui.session;
    if (questions.empty()) {
        return;
    }
    {
        auto const card = Card{ui};
        heading(ui, title, session.text(title), 2, ui.theme.type.heading);
        ui.open({.id = std::string{title} + "/list", .role = Role::List});
        for (auto const question : questions) {
            auto const id = std::string{title} + "/" + session.item(question).link_id;
            ui.open({.id = id, .role = Role::ListItem});
            ui.space(ui.theme.space.small);
            if (button(ui, {.id = id + "/go", .label = session.item(question).text, .icon = Icon::Pencil},
                       Fit::Column)) {
                session.edit(question);
            }
            ui.close();
        }
        ui.close();
    }
    ui.space(ui.theme.space.base);
}

/// Where the clinic takes bookings for such an outcome.
void booking(Ui& ui) {
    auto const address = ui.session.booking_link();
    if (address.empty()) {
        return;
    }
    {
        auto const card = Card{ui};
        paragraph(ui, "result/booking-text", ui.session.text("result/booking-text"));
        link(ui, "result/booking", ui.session.text("result/booking"), std::string{address});
    }
    ui.space(ui.theme.space.base);
}

/// The page around this one is told the outcome only by the person's own tap, after reading what it is told.
void share_card(Ui& ui) {
    auto& session = ui.session;
    auto const& assessment = session.assessment();
    auto const judged = assessment.outcome != core::Outcome::Incomplete && assessment.outcome != core::Outcome::Error;
    if (session.shares_with().empty() || !judged) {
        return;
    }
    auto const name = app::Placeholder{"name", session.shares_with()};
    auto what = session.text(std::string{"outcome/"} + key_of(assessment.outcome) + "/short");
    if (assessment.earliest) {
        what = session.text("result/share-dated",
                            {{"outcome", what}, {"date", session.dates().full(*assessment.earliest)}});
    }
    auto const card = Card{ui};
    heading(ui, "result/share-title", session.text("result/share-title"), 2, ui.theme.type.heading);
    ui.space(ui.theme.space.small);
    paragraph(ui, "result/share-text", session.text("result/share-text", {name, {"outcome", what}}));
    ui.space(ui.theme.space.medium);
    if (session.shared()) {
        paragraph(ui, "result/share-done", session.text("result/share-done", {name}), ui.theme.type.label,
                  ui.theme.colors.text);
    } else if (button(ui, {.id = "result/share", .label = session.text("result/share", {name})})) {
        session.share();
        ui.output.announcements.push_back({session.text("result/share-done", {name}), false});
        ui.output.focus = "result/share-title";
    }
}

void next_steps(Ui& ui) {
    auto& session = ui.session;
    ui.space(ui.theme.space.base);
    auto views =
        std::vector<ButtonView>{{.id = "result/review", .label = session.text("result/review"), .icon = Icon::Pencil}};
    if (!session.protocol().timeline.empty()) {
        views.push_back({.id = "result/timeline",
                         .label = session.text("result/timeline"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::ArrowRight,
                         .icon_after = true});
    }
    auto const pressed = button_row(ui, views);
    if (pressed == 0) {
        session.go(app::Screen::Review);
    } else if (pressed == 1) {
        session.set_treated_on(std::nullopt);
        session.go(app::Screen::Timeline);
    }
    ui.space(ui.theme.space.medium);
    if (can_take_along(session)) {
        if (button(ui, {.id = "result/take", .label = session.text("take/open"), .kind = ButtonKind::Quiet})) {
            session.go(app::Screen::TakeAlong);
        }
        ui.space(ui.theme.space.small);
    }
    if (explainer_is_here(session) &&
        button(ui, {.id = "result/explainer", .label = session.text("welcome/explainer"), .kind = ButtonKind::Quiet})) {
        session.go(app::Screen::Explainer);
    }
}

}  // namespace

void result_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    auto const& assessment = session.assessment();
    auto root = Node{.id = "result", .role = Role::Region, .name = session.text("title/result")};
    root.data = {{"outcome", key_of(assessment.outcome)}};
    if (assessment.provisional) {
        root.data.emplace_back("provisional", key_of(*assessment.provisional));
    }
    if (assessment.not_before) {
        root.data.emplace_back("not-before", assessment.not_before->iso());
    }
    if (assessment.earliest) {
        root.data.emplace_back("earliest", assessment.earliest->iso());
    }
    root.data.emplace_back("open-ended", assessment.open_ended ? "true" : "false");
    ui.open(std::move(root));
    headline_card(ui);
    ui.space(ui.theme.space.base);
    result_change_notice(ui);
    open_questions(ui, assessment.incomplete, "result/incomplete");
    open_questions(ui, assessment.errors, "result/errors");
    for (auto const level : {core::Level::Exclude, core::Level::Review, core::Level::Defer, core::Level::Mention,
                             core::Level::Prepare, core::Level::Info}) {
        level_findings(ui, state, level);
    }
    ui.close();
    booking(ui);
    share_card(ui);
    clinic_contact(ui, "result/clinic");
    next_steps(ui);
}

}  // namespace needlewise::ui
