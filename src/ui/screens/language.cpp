#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

namespace {

void add_options(Ui& ui, std::string const& chosen) {
    auto const select = static_cast<int>(ui.output.tree.nodes.size()) - 1;
    auto const& offered = ui.session.languages.offered;
    for (std::size_t at = 0; at + 1 < offered.size(); at += 2) {
        auto const& tag = offered[at];
        auto node = Node{.id = "language/" + tag, .role = Role::Option, .name = offered[at + 1]};
        node.value = tag;
        node.language = tag;
        node.checked = tag == chosen ? semantics::Checked::Yes : semantics::Checked::No;
        ui.add(std::move(node)).parent = select;
    }
}

}  // namespace

bool offers_languages(app::Session const& session) { return session.languages.offered.size() > 2; }

void language_choice(Ui& ui) {
    auto& session = ui.session;
    auto& languages = session.languages;
    if (!offers_languages(session)) {
        return;
    }
    constexpr float icon = 24;
    constexpr float field_left = 34;
    auto const column = ui.column;
    auto const top = ui.y;
    auto const shown = languages.wanted.empty() ? session.language() : languages.wanted;
    ui.column = {column.left + field_left, column.width - field_left};
    // A sign before it, for who cannot read its label.
    auto const* const chosen = field(ui, {.id = "language",
                                          .role = Role::Select,
                                          .label = session.text("language/label"),
                                          .value = shown,
                                          .described_by = languages.failed ? "language/failed" : "",
                                          .width = 200,
                                          .label_hidden = true});
    add_options(ui, shown);
    ui.column = column;
    ui.icon(Icon::Globe, column.left, (top + ui.y - icon) / 2, icon, ui.theme.colors.accent);
    if (languages.failed) {
        ui.space(ui.theme.space.small);
        error_text(ui, "language/failed", session.text("language/failed"));
    }
    if (chosen != nullptr && chosen->value != shown) {
        languages.wanted = chosen->value;
        languages.failed = false;
    }
}

}  // namespace needlewise::ui
