#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

void explainer_screen(Ui& ui, ScreenState& state) {
    auto& session = ui.session;
    heading(ui, "explainer/title", session.text("explainer/title"), 1, ui.theme.type.title);
    ui.space(ui.theme.space.small);
    if (session.has_text("protocol/about")) {
        paragraph(ui, "explainer/about", session.text("protocol/about"), ui.theme.type.body, ui.theme.colors.muted);
        ui.space(ui.theme.space.base);
    }
    for (auto const& entry : session.protocol().explainer) {
        auto const id = "explainer/" + entry.id;
        {
            auto const card = Card{ui};
            heading(ui, id + "/title", session.text(id + "/title"), 2, ui.theme.type.heading);
            ui.space(ui.theme.space.small);
            paragraph(ui, id + "/text", session.text(id + "/text"));
            auto const open = state.is_expanded(id);
            ui.space(ui.theme.space.hair);
            if (disclosure(ui, id + "/details", session.text("sources/show"), open)) {
                state.toggle(id);
            }
            if (open) {
                source_notes(ui, id, entry.sources, entry.differs, std::nullopt);
            }
        }
        ui.space(ui.theme.space.base);
    }
    ui.space(ui.theme.space.small);
    if (button(ui, {.id = "explainer/back",
                    .label = session.text("page/back-to-where"),
                    .kind = ButtonKind::Primary,
                    .icon = Icon::ArrowLeft})) {
        session.back();
    }
}

}  // namespace needlewise::ui
