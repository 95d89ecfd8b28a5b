#include "ui/screens/minute_rail.hpp"

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <cstdlib>

namespace needlewise::ui {

namespace {

constexpr float disc_radius = 18;
constexpr float rail_room = 56;

std::string minutes_text(app::Session const& session, core::TimelineItem const& item) {
    auto const from = item.from_minute.value_or(0);
    auto const to = item.to_minute.value_or(0);
    constexpr int hour = 60;
    if (from >= 2 * hour) {
        return session.text("span/hours-after",
                            {{"from", std::to_string(from / hour)}, {"to", std::to_string(to / hour)}});
    }
    return session.text(from < 0 ? "span/minutes-before" : "span/minutes-after",
                        {{"from", std::to_string(std::abs(from))}, {"to", std::to_string(std::abs(to))}});
}

void step(Ui& ui, std::string const& prefix, core::TimelineItem const& item) {
    auto const& session = ui.session;
    auto const& c = ui.theme.colors;
    auto const id = prefix + "/" + item.id;
    auto node = Node{.id = id, .role = Role::ListItem};
    node.data = {{"item", item.id}, {"session", std::to_string(item.session)}};
    ui.open(std::move(node));
    auto const column = ui.column;
    auto const top = ui.y;
    ui.column = {column.left + rail_room, column.width - rail_room};
    paragraph(ui, id + "/when", minutes_text(session, item), ui.theme.type.small_strong, c.accent);
    paragraph(ui, id + "/text", session.text("timeline/" + item.id + "/text"));
    clinic_products(ui, id, item.id);
    if (item.set_by_clinic) {
        paragraph(ui, id + "/set", session.text("finding/set-by-clinic"), ui.theme.type.caption_strong, c.accent);
    }
    ui.column = column;
    auto const center = column.left + disc_radius;
    ui.disc(center, top + disc_radius + 3, disc_radius, c.accent_soft);
    ui.icon(icon_named(item.icon), center - 11, top + disc_radius - 8, 22, c.accent);
    ui.y = std::max(ui.y, top + 2 * disc_radius + 6) + ui.theme.space.base;
    ui.close();
}

}  // namespace

void minute_rail(Ui& ui, std::string const& id, std::string_view name,
                 std::vector<core::TimelineItem const*> const& steps) {
    ui.open({.id = id, .role = Role::List, .name = std::string{name}});
    auto const top = ui.y + disc_radius;
    auto last = top;
    for (auto const* item : steps) {
        last = ui.y + disc_radius;
        step(ui, id, *item);
    }
    ui.layer(Layer::Inset);
    auto const x = ui.column.left + disc_radius;
    ui.line(x, top, x, last, ui.theme.colors.line, 2);
    ui.layer(Layer::Content);
    ui.close();
}

}  // namespace needlewise::ui
