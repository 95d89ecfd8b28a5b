#include "ui/screens/minute_rail.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/skin_picture.hpp"
#include "ui/widgets.hpp"

namespace needlewise::ui {

namespace {

/// What is drawn in a card, with its caption below; the day's steps are a list with their title above.
void picture(Ui& ui, std::string const& id, core::ExplainerPicture what) {
    auto& session = ui.session;
    auto const& caption = session.text(id + "/picture");
    if (what == core::ExplainerPicture::Minutes) {
        ui.space(ui.theme.space.base);
        heading(ui, id + "/steps-title", caption, 3, ui.theme.type.label);
        ui.space(ui.theme.space.medium);
        auto const steps = session.steps_of_the_day();
        auto shown = std::vector<core::TimelineItem const*>{};
        for (auto const& step : steps) {
            shown.push_back(&step);
        }
        minute_rail(ui, id + "/steps", caption, shown);
        return;
    }
    constexpr float height = 150;
    auto const area = Rectangle{ui.column.left, ui.y, ui.column.width, height};
    auto const picture_id = id + "/picture";
    switch (what) {
        case core::ExplainerPicture::Channels: skin_picture(ui, picture_id, caption, area, 0, 0); break;
        case core::ExplainerPicture::Collagen: skin_picture(ui, picture_id, caption, area, 0, 84); break;
        case core::ExplainerPicture::Recovery: skin_picture(ui, picture_id, caption, area, 0, 14); break;
        case core::ExplainerPicture::Depths: needle_depths_picture(ui, picture_id, caption, area); break;
        case core::ExplainerPicture::None:
        case core::ExplainerPicture::Minutes: return;
    }
    ui.y += height + ui.theme.space.hair;
    // The image's name says the same to those who do not see it.
    auto const block = ui.measure(caption, ui.theme.type.caption, ui.column.width);
    ui.paint_text(block, ui.column.left, ui.y, ui.theme.colors.muted);
    ui.y += block.height + ui.theme.space.medium;
}

}  // namespace

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
            auto const is_list = entry.picture == core::ExplainerPicture::Minutes;
            if (!is_list) {
                picture(ui, id, entry.picture);
            }
            paragraph(ui, id + "/text", session.text(id + "/text"));
            if (is_list) {
                picture(ui, id, entry.picture);
            }
            auto const open = state.is_expanded(id);
            ui.space(ui.theme.space.hair);
            if (disclosure(ui, id + "/details", session.text("sources/show"), open, session.text(id + "/title"))) {
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
