#include "ui/screens/result_findings.hpp"

#include "app/result_words.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

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

Node finding_node(app::Session const& session, core::Finding const& finding) {
    auto const& rule = session.protocol().rules[finding.rule];
    auto const id = "finding/" + rule.id;
    auto item = Node{.id = id, .role = Role::ListItem};
    item.data = {
        {"finding", rule.id}, {"level", key_of(finding.level)}, {"clarify", finding.clarify ? "true" : "false"}};
    if (finding.date) {
        item.data.emplace_back("date", finding.date->iso());
    }
    return item;
}

void finding_card(Ui& ui, ScreenState& state, core::Finding const& finding) {
    auto& session = ui.session;
    auto const& rule = session.protocol().rules[finding.rule];
    auto const id = "finding/" + rule.id;
    auto const& tone = tone_of(ui.theme, finding.level);
    ui.open(finding_node(session, finding));
    {
        auto const card = Card{ui};
        heading(ui, id + "/title", session.text("rule/" + rule.id + "/title"), 3, ui.theme.type.label);
        ui.space(ui.theme.space.hair);
        paragraph(ui, id + "/text", session.text("rule/" + rule.id + "/text"));
        paragraph(ui, id + "/advice", session.text("rule/" + rule.id + "/advice"), ui.theme.type.label,
                  ui.theme.colors.text);
        if (auto const date = date_of_finding(session, finding); !date.empty()) {
            ui.space(ui.theme.space.small);
            auto const column = ui.column;
            ui.icon(Icon::Calendar, column.left, ui.y, 22, tone.strong);
            ui.column = {column.left + 32, column.width - 32};
            paragraph(ui, id + "/date", date, ui.theme.type.label, tone.strong);
            ui.column = column;
        }
        auto const open = state.is_expanded(id);
        ui.space(ui.theme.space.hair);
        if (disclosure(ui, id + "/details", session.text("finding/details"), open,
                       session.text("rule/" + rule.id + "/title"))) {
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

/// What is not sure about one question: it leads at its highest level, with every point that hangs on it.
bool same_group(core::Finding const& a, core::Finding const& b) {
    return a.clarify && b.clarify && a.questions.front() == b.questions.front();
}

void clarify_card(Ui& ui, ScreenState& state, core::Finding const& lead) {
    auto& session = ui.session;
    auto const question = lead.questions.front();
    auto const id = "clarify/" + session.item(question).link_id;
    ui.open({.id = id, .role = Role::ListItem});
    {
        auto const card = Card{ui};
        auto const& rule = session.protocol().rules[lead.rule];
        heading(ui, id + "/title", session.text("finding/not-sure", {{"question", session.item(question).text}}), 3,
                ui.theme.type.label);
        ui.space(ui.theme.space.hair);
        paragraph(ui, id + "/text",
                  session.text(lead.level == core::Level::Review ? "clarify/review" : "clarify/mention"));
        if (rule.date_question == question) {
            paragraph(ui, id + "/date", session.text("clarify/date"));
        }
        ui.space(ui.theme.space.small);
        if (button(ui, {.id = id + "/go", .label = session.text("finding/look-again"), .icon = Icon::Pencil})) {
            session.edit(question);
        }
        ui.space(ui.theme.space.medium);
        paragraph(ui, id + "/matters", session.text("finding/matters"), ui.theme.type.small_strong,
                  ui.theme.colors.muted);
        ui.open({.id = id + "/list", .role = Role::List});
        for (auto const& finding : session.assessment().findings) {
            if (!same_group(lead, finding)) {
                continue;
            }
            auto const& one = session.protocol().rules[finding.rule];
            auto const entry = "finding/" + one.id;
            ui.open(finding_node(session, finding));
            auto const open = state.is_expanded(entry);
            if (disclosure(ui, entry + "/details", session.text("rule/" + one.id + "/title"), open)) {
                state.toggle(entry);
            }
            if (open) {
                finding_details(ui, finding, entry);
                ui.space(ui.theme.space.medium);
            }
            ui.close();
        }
        ui.close();
    }
    ui.close();
    ui.space(ui.theme.space.medium);
}

/// A finding that its group's leading one shows already.
bool is_led(std::vector<core::Finding> const& findings, core::Finding const& finding) {
    auto const leader = std::find_if(findings.begin(), findings.end(),
                                     [&](core::Finding const& other) { return same_group(other, finding); });
    return finding.clarify && &*leader != &finding;
}

}  // namespace

void level_findings(Ui& ui, ScreenState& state, core::Level level) {
    auto& session = ui.session;
    auto const& findings = session.assessment().findings;
    auto const has = std::any_of(findings.begin(), findings.end(), [&](auto const& finding) {
        return finding.level == level && !is_led(findings, finding);
    });
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
        if (finding.level != level || is_led(findings, finding)) {
            continue;
        }
        if (finding.clarify) {
            clarify_card(ui, state, finding);
        } else {
            finding_card(ui, state, finding);
        }
    }
    ui.close();
    ui.close();
}

}  // namespace needlewise::ui
