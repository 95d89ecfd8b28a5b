#include "app/contact.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

char const* key_of(core::Outcome outcome) {
    static constexpr char const* keys[] = {"clear",  "prepare", "mention",    "defer",
                                           "review", "exclude", "incomplete", "error"};
    return keys[static_cast<int>(outcome)];
}

char const* key_of(core::Level level) {
    static constexpr char const* keys[] = {"info", "prepare", "mention", "defer", "review", "exclude"};
    return keys[static_cast<int>(level)];
}

Node chrome(std::string id, Role role, std::string_view name, std::string variant) {
    auto node = Node{.id = std::move(id), .role = role, .name = std::string{name}};
    node.variant = std::move(variant);
    node.presentation = semantics::Presentation::Chrome;
    return node;
}

bool explainer_is_here(app::Session const& session) {
    auto const& cards = session.protocol().explainer;
    return !cards.empty() && session.has_text("explainer/" + cards.front().id + "/text");
}

std::string listed(app::Session const& session, std::vector<std::string> const& parts) {
    auto text = std::string{};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at > 0) {
            text += session.text(at + 1 == parts.size() ? "list/last" : "list/next");
        }
        text += parts[at];
    }
    return text;
}

void source_notes(Ui& ui, std::string const& id, std::vector<std::string> const& sources,
                  std::vector<std::string> const& differs, std::optional<core::Strength> strength) {
    auto const& session = ui.session;
    auto const& protocol = session.protocol();
    auto const& type = ui.theme.type.small;
    auto const& c = ui.theme.colors;
    if (strength) {
        auto const letter = std::string(1, "ABCD"[static_cast<int>(*strength)]);
        paragraph(ui, id + "/strength", session.text("strength/" + letter), type, c.muted);
        ui.space(ui.theme.space.hair);
    }
    paragraph(ui, id + "/sources-title", session.text("sources/title"), ui.theme.type.small_strong, c.text);
    ui.open({.id = id + "/sources", .role = Role::List});
    for (auto const& key : sources) {
        auto const* source = protocol.find_source(key);
        if (source == nullptr) {
            continue;
        }
        auto const entry = id + "/source/" + key;
        // On the page these come with the late words (web/tools/assemble.mjs).
        auto const late = "source/" + key;
        auto const has_late = session.has_text(late + "/title");
        auto const& title = has_late ? session.text(late + "/title") : source->title;
        auto const& address = has_late ? session.text(late + "/address") : source->address;
        ui.open({.id = entry, .role = Role::ListItem});
        ui.space(ui.theme.space.hair);
        if (address.starts_with("http")) {
            link(ui, entry + "/link", title, address);
        } else {
            paragraph(ui, entry + "/text", title, type, c.text);
        }
        ui.close();
    }
    ui.close();
    for (auto const& key : differs) {
        auto const* difference = protocol.find_difference(key);
        if (difference == nullptr || !session.has_text("difference/" + key + "/choice")) {
            continue;
        }
        auto const entry = id + "/differs/" + key;
        ui.space(ui.theme.space.medium);
        paragraph(ui, entry + "/title", session.text("sources/differ"), ui.theme.type.small_strong, c.text);
        ui.open({.id = entry + "/views", .role = Role::List});
        for (auto const& view : difference->views) {
            ui.open({.id = entry + "/view/" + view, .role = Role::ListItem});
            auto const bullet = ui.column;
            ui.disc(bullet.left + 4, ui.y + type.line / 2, 2.5F, c.muted);
            ui.column = {bullet.left + 16, bullet.width - 16};
            paragraph(ui, entry + "/view/" + view + "/text", session.text("difference/" + key + "/view/" + view), type,
                      c.text);
            ui.column = bullet;
            ui.close();
        }
        ui.close();
        auto const choice = session.text("sources/choice", {{"choice", session.text("difference/" + key + "/choice")}});
        paragraph(ui, entry + "/choice", choice, type, c.text);
    }
}

void result_change_notice(Ui& ui) {
    auto& session = ui.session;
    auto const change = session.result_change();
    if (!change || !session.late_words_are_here()) {
        return;
    }
    ui.open({.id = "change", .role = Role::Region, .name = session.text("change/title")});
    notice(ui, Mood::Information, Icon::Pencil, [&] {
        paragraph(ui, "change/title", session.text("change/title"), ui.theme.type.label, ui.theme.colors.text);
        if (change->before != change->after) {
            auto const name = [&](core::Outcome outcome) -> std::string const& {
                return session.text("outcome/" + std::string{key_of(outcome)} + "/short");
            };
            paragraph(
                ui, "change/outcome",
                session.text("change/outcome", {{"before", name(change->before)}, {"after", name(change->after)}}));
        }
        auto const titles = [&](std::vector<core::RuleIndex> const& rules) {
            auto parts = std::vector<std::string>{};
            for (auto const rule : rules) {
                parts.push_back(session.text("rule/" + session.protocol().rules[rule].id + "/title"));
            }
            return listed(session, parts);
        };
        auto const questions = [&](std::vector<core::ItemIndex> const& items) {
            auto parts = std::vector<std::string>{};
            for (auto const item : items) {
                parts.push_back("\"" + session.item(item).text + "\"");
            }
            return listed(session, parts);
        };
        auto const say = [&](char const* key, std::string const& items) {
            if (!items.empty()) {
                paragraph(ui, key, session.text(key, {{"items", items}}), ui.theme.type.small, ui.theme.colors.text);
            }
        };
        say("change/came", titles(change->came));
        say("change/gone", titles(change->gone));
        say("change/opened", questions(change->opened));
        say("change/closed", questions(change->closed));
    });
    ui.close();
    ui.space(ui.theme.space.base);
}

void clinic_contact(Ui& ui, std::string const& id) {
    auto const& session = ui.session;
    auto const& clinic = session.clinic();
    if (clinic.contact.empty() && clinic.opening_hours.empty()) {
        return;
    }
    {
        auto const card = Card{ui};
        heading(ui, id + "/title", clinic.name.empty() ? session.text("clinic/title") : clinic.name, 2,
                ui.theme.type.heading);
        ui.space(ui.theme.space.hair);
        auto number = 0;
        for (auto const& line : clinic.contact) {
            auto const line_id = id + "/" + std::to_string(number++);
            auto address = app::contact_address(line);
            if (address.empty()) {
                ui.space(ui.theme.space.small);
                paragraph(ui, line_id, line);
            } else {
                link(ui, line_id, line, std::move(address));
            }
        }
        if (!clinic.opening_hours.empty()) {
            ui.space(ui.theme.space.small);
            paragraph(ui, id + "/hours", session.text("clinic/hours", {{"hours", clinic.opening_hours}}),
                      ui.theme.type.small, ui.theme.colors.muted);
        }
    }
    ui.space(ui.theme.space.base);
}

void clinic_products(Ui& ui, std::string const& id, std::string_view item) {
    auto number = 0;
    for (auto const& product : ui.session.clinic().products) {
        if (product.use == item) {
            paragraph(ui, id + "/product/" + std::to_string(number++),
                      ui.session.text("clinic/product", {{"name", product.name}}), ui.theme.type.small_strong,
                      ui.theme.colors.accent);
        }
    }
}

void red_flag_cards(Ui& ui) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    auto position = 0;
    for (auto const& group : session.protocol().timeline.red_flags) {
        auto const id = "red-flags/" + group.id;
        auto const& tone = position == 0 ? c.danger : (position == 1 ? c.warning : c.information);
        ui.open({.id = id, .role = Role::Region, .name = session.text("red-flag-group/" + group.id + "/title")});
        {
            auto const card = Card{ui};
            auto const top = ui.y;
            auto const column = ui.column;
            ui.icon(position == 0 ? Icon::Phone : Icon::Clock, column.left, top + 2, 24, tone.strong);
            ui.column = {column.left + 36, column.width - 36};
            heading(ui, id + "/title", session.text("red-flag-group/" + group.id + "/title"), 2, ui.theme.type.heading);
            paragraph(ui, id + "/action",
                      session.text("red-flag-group/" + group.id + "/action",
                                   {{"emergency-number", session.emergency_number()}}),
                      ui.theme.type.label, tone.strong);
            ui.column = column;
            ui.space(ui.theme.space.small);
            ui.open({.id = id + "/list", .role = Role::List});
            for (auto const& flag : group.flags) {
                ui.open({.id = id + "/" + flag, .role = Role::ListItem});
                ui.disc(column.left + 12, ui.y + ui.theme.type.body.line / 2, 3.5F, tone.strong);
                ui.column = {column.left + 36, column.width - 36};
                paragraph(ui, id + "/" + flag + "/text", session.text("red-flag/" + flag));
                ui.column = column;
                ui.space(ui.theme.space.hair);
                ui.close();
            }
            ui.close();
        }
        ui.close();
        ui.space(ui.theme.space.base);
        ++position;
    }
}

}  // namespace needlewise::ui
