#include "ui/screens/question_card.hpp"
#include "ui/screens/screens.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace needlewise::ui {

namespace {

using Points = std::vector<std::pair<float, float>>;

/// Where a region of the figure is tapped and how it is tinted, on a grid of 300 x 260.
struct Region {
    std::string_view name;
    Rectangle tap;
};

/// Later ones lie over earlier ones.
constexpr std::array regions{
    Region{"face", {22, 52, 116, 126}}, Region{"scalp", {22, 4, 116, 48}},    Region{"eyes", {30, 78, 100, 44}},
    Region{"lips", {50, 136, 60, 44}},  Region{"neck", {48, 182, 64, 48}},    Region{"body", {176, 4, 112, 252}},
    Region{"chest", {204, 50, 56, 46}}, Region{"abdomen", {204, 97, 56, 45}}, Region{"thighs", {198, 148, 68, 52}},
};

constexpr float grid_width = 300;
constexpr float grid_height = 260;

/// Draws on the grid, scaled into place.
class FigurePen {
public:
    FigurePen(Ui& ui, float left, float top, float scale) : ui_{ui}, left_{left}, top_{top}, scale_{scale} {}

    Rectangle at(Rectangle const& area) const {
        return {left_ + area.x * scale_, top_ + area.y * scale_, area.width * scale_, area.height * scale_};
    }
    void ellipse(float x, float y, float rx, float ry, Color color, float opacity = 1) {
        ui_.shape(round(x, y, rx, ry), color, opacity);
    }
    void ellipse_line(float x, float y, float rx, float ry, Color color, float thickness) {
        ui_.stroke(round(x, y, rx, ry), color, thickness, true);
    }
    void shape(Points points, Color color, float opacity = 1) { ui_.shape(placed(std::move(points)), color, opacity); }
    void line(Points points, Color color, float thickness, bool closed = false) {
        ui_.stroke(placed(std::move(points)), color, thickness, closed);
    }
    void box(Rectangle const& area, float radius, Color color, float opacity = 1) {
        ui_.fill(at(area), color, radius * scale_, opacity);
    }

private:
    Points placed(Points points) const {
        for (auto& [x, y] : points) {
            x = left_ + x * scale_;
            y = top_ + y * scale_;
        }
        return points;
    }
    Points round(float x, float y, float rx, float ry) const {
        auto points = Points{};
        constexpr int corners = 40;
        for (auto corner = 0; corner < corners; ++corner) {
            auto const angle = 6.2831853F * static_cast<float>(corner) / corners;
            points.emplace_back(x + rx * std::cos(angle), y + ry * std::sin(angle));
        }
        return placed(std::move(points));
    }
    Ui& ui_;
    float left_;
    float top_;
    float scale_;
};

struct Skin {
    Color base;
    Color line;
    Color mark;
    Color hair;
};

void draw_head(FigurePen& pen, Skin const& skin, auto const& is_on) {
    pen.shape({{62, 160}, {98, 160}, {98, 206}, {126, 222}, {140, 240}, {20, 240}, {34, 222}, {62, 206}}, skin.base);
    if (is_on("neck")) {
        pen.shape({{62, 172}, {98, 172}, {98, 206}, {112, 216}, {48, 216}, {62, 206}}, skin.mark, 0.55F);
    }
    pen.ellipse(80, 104, 54, 74, skin.base);
    pen.ellipse(26, 108, 7, 15, skin.base);
    pen.ellipse(134, 108, 7, 15, skin.base);
    if (is_on("face")) {
        pen.ellipse(80, 110, 53, 66, skin.mark, 0.45F);
    }
    auto cap = Points{};
    for (auto step = 0; step <= 24; ++step) {
        auto const angle = 3.1415927F + 3.1415927F * static_cast<float>(step) / 24;
        cap.emplace_back(80 + 56 * std::cos(angle), 84 + 60 * std::sin(angle));
    }
    cap.emplace_back(124, 70);
    cap.emplace_back(108, 56);
    cap.emplace_back(80, 50);
    cap.emplace_back(52, 56);
    cap.emplace_back(36, 70);
    pen.shape(cap, skin.hair);
    if (is_on("scalp")) {
        pen.shape(cap, skin.mark, 0.7F);
    }
    for (auto const x : {58.0F, 102.0F}) {
        if (is_on("eyes")) {
            pen.ellipse(x, 99, 19, 13, skin.mark, 0.7F);
        }
        pen.line({{x - 11, 99}, {x - 4, 104}, {x + 4, 104}, {x + 11, 99}}, skin.line, 2);
        pen.line({{x - 12, 87}, {x, 83}, {x + 12, 87}}, skin.line, 2);
    }
    pen.line({{80, 103}, {76, 124}, {83, 127}}, skin.line, 1.6F);
    if (is_on("lips")) {
        pen.ellipse(80, 151, 21, 11, skin.mark, 0.75F);
    }
    pen.line({{66, 151}, {74, 148}, {80, 150}, {86, 148}, {94, 151}}, skin.line, 2);
    pen.line({{68, 153}, {80, 158}, {92, 153}}, skin.line, 1.6F);
}

void draw_body(FigurePen& pen, Skin const& skin, auto const& is_on) {
    auto const part = [&](std::string_view name, Rectangle const& area, float radius) {
        if (is_on(name)) {
            pen.box(area, radius, skin.mark, 0.6F);
        }
    };
    auto const limb = is_on("body");
    auto const paint = [&](Points points) {
        pen.shape(points, skin.base);
        if (limb) {
            pen.shape(std::move(points), skin.mark, 0.45F);
        }
    };
    pen.ellipse(232, 21, 14, 17, skin.base);
    pen.box({226, 34, 12, 12}, 3, skin.base);
    paint({{205, 52}, {196, 58}, {190, 84}, {184, 132}, {191, 133}, {202, 92}, {206, 74}});
    paint({{259, 52}, {268, 58}, {274, 84}, {280, 132}, {273, 133}, {262, 92}, {258, 74}});
    paint({{207, 138}, {231, 138}, {229, 196}, {226, 250}, {213, 250}, {209, 196}});
    paint({{257, 138}, {233, 138}, {235, 196}, {238, 250}, {251, 250}, {255, 196}});
    pen.shape({{214, 45},
               {250, 45},
               {261, 52},
               {258, 84},
               {254, 110},
               {259, 146},
               {205, 146},
               {210, 110},
               {206, 84},
               {203, 52}},
              skin.base);
    part("chest", {207, 53, 50, 39}, 12);
    part("abdomen", {210, 98, 44, 42}, 12);
    part("thighs", {208, 150, 22, 48}, 9);
    part("thighs", {234, 150, 22, 48}, 9);
    pen.line({{208, 95}, {220, 98}, {244, 98}, {256, 95}}, skin.line, 1.2F);
    pen.line({{206, 146}, {232, 150}, {258, 146}}, skin.line, 1.2F);
    pen.ellipse(232, 124, 1.6F, 2.2F, skin.line, 0.8F);
}

}  // namespace

void figure(Ui& ui, core::ItemIndex question, Column const& where) {
    auto const& session = ui.session;
    auto const& drawn = *session.protocol().figure;
    auto const scale = std::min(1.0F, where.width / grid_width);
    auto const left = where.left + (where.width - grid_width * scale) / 2;
    auto pen = FigurePen{ui, left, ui.y, scale};
    auto const dark = ui.theme.dark;
    auto const skin = Skin{{dark ? 0x3C4A50U : 0xE9E4DCU},
                           {dark ? 0xA9B7BCU : 0x6C777EU},
                           ui.theme.colors.accent,
                           {dark ? 0x59686FU : 0xCDC5B9U}};
    auto const option_of = [&](std::string_view region) -> std::optional<std::size_t> {
        auto const& options = session.item(question).options;
        for (auto const& [code, name] : drawn.regions) {
            for (std::size_t option = 0; option < options.size() && name == region; ++option) {
                auto const* coding = std::get_if<core::Coding>(&options[option].value);
                if (coding != nullptr && coding->code == code) {
                    return option;
                }
            }
        }
        return std::nullopt;
    };
    auto const is_on = [&](std::string_view region) {
        auto const option = option_of(region);
        return option && session.chosen(question, *option);
    };
    ui.fill({where.left, ui.y - 4, where.width, grid_height * scale + 8}, ui.theme.colors.sunken,
            ui.theme.space.radius_small);
    draw_head(pen, skin, is_on);
    draw_body(pen, skin, is_on);
    for (auto const& region : regions) {
        if (auto const option = option_of(region.name)) {
            auto const target = option_id(session, question, *option);
            auto node = Node{.id = "figure/" + std::string{region.name}, .role = Role::HitArea};
            node.value = target;
            node.rectangle = pen.at(region.tap);
            if (ui.hovered(node.id)) {
                ui.outline(node.rectangle, ui.theme.colors.accent, 8, 1.5F, 0.7F);
            }
            ui.add(std::move(node));
        }
    }
    ui.y += grid_height * scale + 4 + ui.theme.space.base;
}

}  // namespace needlewise::ui
