#include "ui/screens/question_card.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

char const* key_of(core::Outcome outcome) {
    static constexpr char const* keys[] = {"clear",  "prepare", "mention",    "defer",
                                           "review", "exclude", "incomplete", "error"};
    return keys[static_cast<int>(outcome)];
}

char const* key_of(core::Level level) {
    static constexpr char const* keys[] = {"info", "prepare", "mention", "defer", "review", "exclude"};
    return keys[static_cast<int>(level)];
}

char const* key_of(core::DateKind kind) {
    static constexpr char const* keys[] = {"wait-ends", "not-before", "stop-by", "window-ends", "start-by", "plan-by"};
    return keys[static_cast<int>(kind)];
}

std::string headline(app::Session const& session, core::Assessment const& assessment, core::Outcome outcome) {
    auto const key = std::string{"outcome/"} + key_of(outcome);
    auto const date = assessment.not_before ? session.dates().full(*assessment.not_before) : std::string{};
    if (outcome == core::Outcome::Defer && !assessment.not_before) {
        return session.text(key + "/headline-open");
    }
    if (outcome == core::Outcome::Review && assessment.not_before) {
        return session.text(key + "/headline-dated", {{"date", date}});
    }
    return session.text(key + "/headline", {{"date", date}});
}

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
    paragraph(ui, "result/headline", headline(session, assessment, assessment.outcome));
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

std::string date_text(app::Session const& session, core::Finding const& finding) {
    auto const& rule = session.protocol().rules[finding.rule];
    if (finding.date && finding.date_kind) {
        auto const date = session.dates().full_with_distance(session.today(), *finding.date);
        return session.text(std::string{"date-kind/"} + key_of(*finding.date_kind), {{"date", date}});
    }
    if (!finding.clarify && finding.wait) {
        auto const days = session.dates().length(finding.wait->length, finding.wait->unit);
        if (rule.kind == core::RuleKind::Stoppable) {
            return session.text("date-kind/stop-by-open", {{"days", days}});
        }
        if (rule.kind == core::RuleKind::Lead) {
            return session.text("date-kind/start-by-open", {{"days", days}});
        }
    }
    return {};
}

std::string trace_text(app::Session const& session, core::Trace const& trace, int depth) {
    static constexpr char const* values[] = {"trace/false", "trace/unknown", "trace/true"};
    auto text = std::string(static_cast<std::size_t>(depth) * 2, ' ');
    auto const& form = trace.condition->form;
    if (auto const* comparison = std::get_if<core::Comparison>(&form)) {
        auto const* coding = std::get_if<core::Coding>(&comparison->answer);
        text += session.item(comparison->question).link_id + " = " + (coding != nullptr ? coding->code : "");
    } else {
        static constexpr char const* kinds[] = {"all", "any", "not", "at least"};
        text += kinds[form.index()];
    }
    text += ": " + session.text(values[static_cast<int>(trace.value)]);
    for (auto const& part : trace.parts) {
        text += "\n" + trace_text(session, part, depth + 1);
    }
    return text;
}

void finding_details(Ui& ui, core::Finding const& finding, std::string const& id) {
    auto& session = ui.session;
    auto const& rule = session.protocol().rules[finding.rule];
    auto const& type = ui.theme.type.small;
    auto const& c = ui.theme.colors;
    paragraph(ui, id + "/because-title", session.text("finding/because"), ui.theme.type.small_strong, c.text);
    for (auto const question : finding.because) {
        auto const& link_id = session.item(question).link_id;
        paragraph(ui, id + "/because/" + link_id,
                  session.text("finding/because-answer", {{"question", session.item(question).text},
                                                          {"answer", answer_in_words(session, question)}}),
                  type, c.text);
    }
    ui.space(ui.theme.space.medium);
    auto const changes = core::what_would_change(rule, finding);
    if (!changes.empty()) {
        static constexpr char const* keys[] = {"change-by/date-reached",  "change-by/later-date", "change-by/healed",
                                               "change-by/doctor-agrees", "change-by/clarified",  "change-by/done"};
        paragraph(ui, id + "/change-title", session.text("finding/change"), ui.theme.type.small_strong, c.text);
        auto const date = finding.date ? session.dates().plain(*finding.date) : std::string{};
        for (auto const change : changes) {
            auto const key = std::string{keys[static_cast<int>(change)]};
            paragraph(ui, id + "/" + key, session.text(key, {{"date", date}}), type, c.text);
        }
        ui.space(ui.theme.space.medium);
    }
    if (finding.set_by_clinic) {
        paragraph(ui, id + "/set-by-clinic", session.text("finding/set-by-clinic"), ui.theme.type.small_strong,
                  c.accent);
        ui.space(ui.theme.space.medium);
    }
    source_notes(ui, id, rule.sources, rule.differs, rule.strength);
    ui.space(ui.theme.space.medium);
    auto codes = rule.id;
    for (auto const& clinical : rule.clinical_ids) {
        codes += " · " + clinical;
    }
    paragraph(ui, id + "/staff-title", session.text("finding/staff"), ui.theme.type.caption_strong, c.muted);
    paragraph(ui, id + "/rule", session.text("finding/rule", {{"rule", codes}}), ui.theme.type.caption, c.muted);
    paragraph(ui, id + "/trace", trace_text(session, core::trace(rule.when, session.effective(), rule.unknown_as), 0),
              ui.theme.type.caption, c.muted);
}

void finding_card(Ui& ui, ScreenState& state, core::Finding const& finding) {
    auto& session = ui.session;
    auto const& rule = session.protocol().rules[finding.rule];
    auto const id = "finding/" + rule.id;
    auto const& tone = tone_of(ui.theme, finding.level);
    auto item = Node{.id = id, .role = Role::ListItem};
    item.data = {
        {"finding", rule.id}, {"level", key_of(finding.level)}, {"clarify", finding.clarify ? "true" : "false"}};
    if (finding.date) {
        item.data.emplace_back("date", finding.date->iso());
    }
    ui.open(std::move(item));
    {
        auto const card = Card{ui};
        heading(ui, id + "/title", session.text("rule/" + rule.id + "/title"), 3, ui.theme.type.label);
        ui.space(ui.theme.space.hair);
        if (finding.clarify) {
            auto const dated =
                rule.date_question && finding.questions.size() == 1 && finding.questions[0] == *rule.date_question;
            paragraph(ui, id + "/clarify",
                      session.text(finding.level == core::Level::Review ? "clarify/review" : "clarify/mention"));
            if (dated) {
                paragraph(ui, id + "/clarify-date", session.text("clarify/date"));
            }
            for (auto const question : finding.questions) {
                ui.space(ui.theme.space.small);
                if (button(ui,
                           {.id = id + "/clarify/" + session.item(question).link_id,
                            .label = session.item(question).text,
                            .icon = Icon::Pencil},
                           Fit::Column)) {
                    session.edit(question);
                }
            }
        } else {
            paragraph(ui, id + "/text", session.text("rule/" + rule.id + "/text"));
            paragraph(ui, id + "/advice", session.text("rule/" + rule.id + "/advice"), ui.theme.type.label,
                      ui.theme.colors.text);
        }
        if (auto const date = date_text(session, finding); !date.empty()) {
            ui.space(ui.theme.space.small);
            auto const column = ui.column;
            ui.icon(Icon::Calendar, column.left, ui.y, 22, tone.strong);
            ui.column = {column.left + 32, column.width - 32};
            paragraph(ui, id + "/date", date, ui.theme.type.label, tone.strong);
            ui.column = column;
        }
        auto const open = state.is_expanded(id);
        ui.space(ui.theme.space.hair);
        if (disclosure(ui, id + "/details", session.text("finding/details"), open)) {
            state.toggle(id);
        }
        if (open) {
            ui.space(ui.theme.space.small);
            finding_details(ui, finding, id);
        }
    }
    ui.close();
    ui.space(ui.theme.space.medium);
}

void level_group(Ui& ui, ScreenState& state, core::Level level) {
    auto& session = ui.session;
    auto const& findings = session.assessment().findings;
    auto const has =
        std::any_of(findings.begin(), findings.end(), [&](auto const& finding) { return finding.level == level; });
    if (!has) {
        return;
    }
    auto const id = std::string{"level/"} + key_of(level);
    auto const& tone = tone_of(ui.theme, level);
    ui.open({.id = id, .role = Role::Region, .name = session.text(id + "/name")});
    ui.space(ui.theme.space.base);
    auto const column = ui.column;
    ui.icon(icon_of(level), column.left, ui.y + 2, 24, tone.strong);
    ui.column = {column.left + 34, column.width - 34};
    heading(ui, id + "/title", session.text(id + "/name"), 2, ui.theme.type.heading);
    paragraph(ui, id + "/meaning", session.text(id + "/meaning"), ui.theme.type.small, ui.theme.colors.muted);
    ui.column = column;
    ui.space(ui.theme.space.medium);
    ui.open({.id = id + "/list", .role = Role::List});
    for (auto const& finding : findings) {
        if (finding.level == level) {
            finding_card(ui, state, finding);
        }
    }
    ui.close();
    ui.close();
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
    if (!session.protocol().explainer.empty() &&
        button(ui, {.id = "result/explainer", .label = session.text("welcome/explainer"), .kind = ButtonKind::Quiet})) {
        session.go(app::Screen::Explainer);
    }
    if (button(ui, {.id = "result/again",
                    .label = session.text("page/start-again"),
                    .kind = ButtonKind::Quiet,
                    .icon = Icon::Restart})) {
        session.asking_to_delete = true;
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
        level_group(ui, state, level);
    }
    ui.close();
    next_steps(ui);
}

}  // namespace needlewise::ui
