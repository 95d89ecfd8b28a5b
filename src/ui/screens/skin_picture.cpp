#include "ui/screens/skin_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace needlewise::ui {

namespace {

using Points = std::vector<std::pair<float, float>>;

/// 0 before `from`, 1 after `to`, smooth between.
float eased(float day, float from, float to) {
    auto const share = std::clamp((day - from) / (to - from), 0.0F, 1.0F);
    return share * share * (3 - 2 * share);
}

/// How the skin is on a day, each from 0 to 1.
struct SkinState {
    float open;  ///< channels
    float red;
    float swollen;
    float flaking;
    float collagen;
};

SkinState state_on(float day) {
    return {1 - eased(day, 0, 3.2F), 1 - eased(day, 0.5F, 7), 1 - eased(day, 1, 3.5F),
            eased(day, 1.5F, 3.5F) * (1 - eased(day, 6, 9)), eased(day, 21, 84)};
}

struct SkinColors {
    Color air;
    Color top;
    Color top_red;
    Color middle;
    Color deep;
    Color blood;
    Color flake;
    Color fibre;
    Color old_fibre;
};

Color mixed(Color a, Color b, float share) {
    auto const part = [&](unsigned shift) {
        auto const from = static_cast<float>((a.rgb >> shift) & 255U);
        auto const to = static_cast<float>((b.rgb >> shift) & 255U);
        return static_cast<std::uint32_t>(from + (to - from) * share + 0.5F) << shift;
    };
    return {part(16) | part(8) | part(0)};
}

SkinColors colors_for(bool dark) {
    return dark ? SkinColors{{0x1E292E}, {0x8A6150}, {0xA8574A}, {0x5A3E38}, {0x463530},
                             {0xF08C82}, {0xE8D9C8}, {0x6FD6CB}, {0x8D6F64}}
                : SkinColors{{0xF4F8F8}, {0xF1CDB6}, {0xEBA08E}, {0xF8E2D5}, {0xFBEFE4},
                             {0xC4524A}, {0xFFF9F0}, {0x1F8C84}, {0xE2BFAC}};
}

/// Cheap even scatter without random numbers: the fractional parts of multiples of the golden ratio.
float scatter(int number, float offset = 0) {
    auto const value = static_cast<float>(number) * 0.618034F + offset;
    return value - std::floor(value);
}

class SkinPen {
public:
    SkinPen(Ui& ui, Rectangle const& area, float from_day, float to_day)
        : ui_{ui}, area_{area}, from_{from_day}, to_{to_day}, colors_{colors_for(ui.theme.dark)} {}

    /// The needles of the left half reach only a part as deep.
    void shorten_left_half() { short_left_ = true; }

    void draw() {
        ui_.fill(area_, colors_.air, ui_.theme.space.radius);
        layers();
        fibres();
        channels();
        flakes();
        ui_.outline(area_, ui_.theme.colors.line, ui_.theme.space.radius, 1);
    }

private:
    float day_at(float share) const { return from_ + (to_ - from_) * share * share * share; }
    float x(float share) const { return area_.x + area_.width * share; }
    float surface(float share) const {
        auto const now = state_on(day_at(share));
        return area_.y + area_.height * (0.27F - 0.035F * now.swollen) + 2.5F * std::sin(share * 9) +
               1.6F * now.swollen * std::sin(share * 40);
    }
    float base_of_top(float share) const { return area_.y + area_.height * 0.45F + 3 * std::sin(share * 8 + 1); }
    float base_of_middle(float share) const { return area_.y + area_.height * 0.84F + 2 * std::sin(share * 6 + 2); }

    template <class Upper, class Lower>
    void band(float from, float to, Upper upper, Lower lower, Color color, float opacity) {
        auto points = Points{};
        constexpr int steps = 30;
        for (auto step = 0; step <= steps; ++step) {
            auto const share = from + (to - from) * static_cast<float>(step) / steps;
            points.emplace_back(x(share), upper(share));
        }
        for (auto step = steps; step >= 0; --step) {
            auto const share = from + (to - from) * static_cast<float>(step) / steps;
            points.emplace_back(x(share), lower(share));
        }
        ui_.shape(points, color, opacity);
    }

    void layers() {
        auto const top = [this](float share) { return surface(share); };
        auto const below_top = [this](float share) { return base_of_top(share); };
        auto const below_middle = [this](float share) { return base_of_middle(share); };
        auto const bottom = [this](float) { return area_.y + area_.height - 1; };
        auto const edge = 1.5F / area_.width;
        band(edge, 1 - edge, below_middle, bottom, colors_.deep, 1);
        band(edge, 1 - edge, below_top, below_middle, colors_.middle, 1);
        // Each slice reaches a little into the next, drawn over it: smoothed edges side by side would show as lines.
        auto const slices = from_ == to_ ? 1 : 40;
        auto const overlap = slices == 1 ? 0.0F : 2 / area_.width;
        for (auto slice = 0; slice < slices; ++slice) {
            auto const from = std::max(edge, static_cast<float>(slice) / static_cast<float>(slices));
            auto const to = std::min(1 - edge, static_cast<float>(slice + 1) / static_cast<float>(slices) + overlap);
            auto const red = state_on(day_at((from + to) / 2)).red;
            band(from, to, top, below_top, mixed(colors_.top, colors_.top_red, 0.85F * red), 1);
        }
    }

    void fibres() {
        constexpr int count = 22;
        for (auto number = 0; number < count; ++number) {
            auto const share = 0.04F + 0.92F * (static_cast<float>(number) + 0.5F) / count;
            auto const fresh = state_on(day_at(share)).collagen;
            auto const grown = scatter(number, 0.3F) < 0.25F + 0.75F * fresh;
            auto const height = base_of_top(share) + area_.height * (0.06F + 0.28F * scatter(number));
            auto points = Points{};
            for (auto step = 0; step <= 12; ++step) {
                auto const along = static_cast<float>(step) / 12 - 0.5F;
                auto const px = std::clamp(x(share) + along * 58, area_.x + 4, area_.x + area_.width - 4);
                points.emplace_back(px, height + 4 * std::sin(along * 9 + static_cast<float>(number)));
            }
            ui_.stroke(points, colors_.old_fibre, 2, false, 0.8F);
            if (grown && fresh > 0.02F) {
                ui_.stroke(points, colors_.fibre, 1.6F + 1.2F * fresh, false, 0.35F + 0.6F * fresh);
            }
        }
    }

    void channels() {
        auto const count = std::clamp(static_cast<int>(area_.width / 46), 5, 14);
        for (auto number = 0; number < count; ++number) {
            auto const share = (static_cast<float>(number) + 0.5F) / static_cast<float>(count);
            auto const open = state_on(day_at(share)).open;
            if (open <= 0.02F) {
                continue;
            }
            auto const is_short = short_left_ && share < 0.5F;
            auto const width = (1.2F + 4.2F * open) * (is_short ? 0.7F : 1.0F);
            auto const depth = area_.height * (0.08F + 0.34F * open) * (is_short ? 0.2F : 1.0F);
            auto const start = surface(share) - 1;
            ui_.shape({{x(share) - width / 2, start}, {x(share) + width / 2, start}, {x(share), start + depth}},
                      colors_.blood, 0.25F + 0.65F * open);
            if (open > 0.85F && !is_short) {
                ui_.disc(x(share), start - 1, 2.6F, colors_.blood, 0.9F);
            }
        }
    }

    void flakes() {
        constexpr int count = 26;
        for (auto number = 0; number < count; ++number) {
            auto const share = 0.02F + 0.96F * scatter(number, 0.1F);
            auto const amount = state_on(day_at(share)).flaking;
            if (scatter(number, 0.7F) > amount) {
                continue;
            }
            auto const lift = 2 + 9 * amount * scatter(number, 0.45F);
            auto const px = x(share);
            auto const py = surface(share) - lift;
            auto const tilt = 4 * (scatter(number, 0.2F) - 0.5F);
            ui_.shape({{px - 6, py + tilt}, {px + 6, py - tilt}, {px + 4, py - tilt + 3}, {px - 5, py + tilt + 2.5F}},
                      colors_.flake);
            ui_.stroke({{px - 6, py + tilt}, {px + 6, py - tilt}}, colors_.top_red, 1, false, 0.6F);
        }
    }

    Ui& ui_;
    Rectangle area_;
    float from_;
    float to_;
    bool short_left_ = false;
    SkinColors colors_;
};

}  // namespace

void needle_depths_picture(Ui& ui, std::string id, std::string_view name, Rectangle const& area) {
    if (ui.visible(area)) {
        auto pen = SkinPen{ui, area, 0, 0};
        pen.shorten_left_half();
        pen.draw();
        auto const middle = area.x + area.width / 2;
        ui.line(middle, area.y + 8, middle, area.y + area.height - 8, ui.theme.colors.muted, 1.5F, 0.6F);
    }
    ui.add({.id = std::move(id), .role = Role::Image, .name = std::string{name}, .rectangle = area});
}

void skin_picture(Ui& ui, std::string id, std::string_view name, Rectangle const& area, float from_day, float to_day) {
    if (ui.visible(area)) {
        SkinPen{ui, area, from_day, to_day}.draw();
    }
    ui.add({.id = std::move(id), .role = Role::Image, .name = std::string{name}, .rectangle = area});
}

}  // namespace needlewise::ui
