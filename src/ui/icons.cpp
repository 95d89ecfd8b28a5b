#include "ui/icons.hpp"

#include <imgui.h>

#include <array>
#include <utility>

namespace needlewise::ui {

namespace {

/// Icons are written on a 24 x 24 grid. Each text is a run of strokes: a letter, then its numbers.
/// P x y … open polyline (ends with ;), Z the same closed, C x y r circle, D x y r disc, A x y r from to arc (degrees).
struct Drawing {
    Icon icon;
    char const* strokes;
};

constexpr std::array drawings{
    Drawing{Icon::Check, "P 5 12.5 10 17.5 19 7;"},
    Drawing{Icon::Cross, "P 6 6 18 18;P 18 6 6 18;"},
    Drawing{Icon::ArrowRight, "P 5 12 19 12;P 13 6 19 12 13 18;"},
    Drawing{Icon::ArrowLeft, "P 19 12 5 12;P 11 6 5 12 11 18;"},
    Drawing{Icon::ChevronDown, "P 6 9.5 12 15.5 18 9.5;"},
    Drawing{Icon::ChevronUp, "P 6 15 12 9 18 15;"},
    Drawing{Icon::ChevronRight, "P 9.5 6 15.5 12 9.5 18;"},
    Drawing{Icon::Warning, "Z 12 4 21 19.5 3 19.5;P 12 10 12 14;D 12 16.7 0.9"},
    Drawing{Icon::Stop, "C 12 12 9;P 7.5 12 16.5 12;"},
    Drawing{Icon::Speech, "Z 4 5 20 5 20 16 11.5 16 7 20 7 16 4 16;P 8 9 16 9;P 8 12.3 13.5 12.3;"},
    Drawing{Icon::Clock, "C 12 12 9;P 12 7 12 12 15.5 14.5;"},
    Drawing{Icon::List, "P 9 6.5 20 6.5;P 9 12 20 12;P 9 17.5 20 17.5;D 4.8 6.5 1.2;D 4.8 12 1.2;D 4.8 17.5 1.2"},
    Drawing{Icon::Info, "C 12 12 9;P 12 11 12 16.5;D 12 7.7 1.1"},
    Drawing{Icon::Shield, "Z 12 3.5 19.5 6 19 13.5 16.5 17.5 12 20.5 7.5 17.5 5 13.5 4.5 6;P 8.5 12 11 14.5 15.5 9.5;"},
    Drawing{Icon::Calendar, "Z 4 6 20 6 20 20 4 20;P 4 10.5 20 10.5;P 8 3.5 8 7.5;P 16 3.5 16 7.5;"},
    Drawing{Icon::Heart, "Z 12 20 4.5 12.5 3.8 9 5.5 6 8.5 5.2 12 8 15.5 5.2 18.5 6 20.2 9 19.5 12.5;"},
    Drawing{Icon::Trash,
            "P 4.5 6.5 19.5 6.5;P 9.5 6.5 9.5 4 14.5 4 14.5 6.5;Z 6.5 6.5 7.3 20 16.7 20 17.5 6.5;P 10.3 10.5 10.3 "
            "16;P 13.7 10.5 13.7 16;"},
    Drawing{Icon::Restart, "A 12 12 7.5 -60 220;P 15.8 2.6 15.9 6.2 12.4 6.9;"},
    Drawing{Icon::Pencil, "Z 4.5 19.5 5.5 15 16 4.5 19.5 8 9 18.5;P 13.8 6.8 17.2 10.2;"},
    Drawing{Icon::Bell, "Z 6 16.5 7 10 8.5 6.5 12 5 15.5 6.5 17 10 18 16.5;P 10.3 19.5 13.7 19.5;"},
    Drawing{Icon::Text, "P 5 19 10 5 15 19;P 6.8 14.3 13.2 14.3;P 17 19 17 12;P 15 12 21 12;"},
    Drawing{Icon::Sun,
            "C 12 12 4;P 12 3 12 5.5;P 12 18.5 12 21;P 3 12 5.5 12;P 18.5 12 21 12;P 5.6 5.6 7.4 7.4;P 16.6 16.6 18.4 "
            "18.4;P 5.6 18.4 7.4 16.6;P 16.6 7.4 18.4 5.6;"},
    Drawing{Icon::Globe, "C 12 12 9;P 3 12 21 12;Z 12 3 8.5 7.5 7.7 12 8.5 16.5 12 21 15.5 16.5 16.3 12 15.5 7.5;"},
    Drawing{Icon::Drop, "Z 12 3.5 17.5 11.5 18 15 16 18.7 12 20.3 8 18.7 6 15 6.5 11.5;"},
    Drawing{Icon::Cream, "Z 5.5 11 18.5 11 18 20 6 20;P 7 11 7 7.5 17 7.5 17 11;P 10 4 14 4;"},
    Drawing{Icon::Heat,
            "P 7 20 5.5 16 8 12 6.5 8 8 4.5;P 12.3 20 10.8 16 13.3 12 11.8 8 13.3 4.5;P 17.6 20 16.1 16 18.6 12 17.1 8 "
            "18.6 4.5;"},
    Drawing{Icon::Swim,
            "P 3 17 6 15.5 9 17 12 15.5 15 17 18 15.5 21 17;P 3 20.5 6 19 9 20.5 12 19 15 20.5 18 19 21 20.5;P 5 12.5 "
            "10 8 14.5 12.5;P 10 8 14 6;C 18 9.5 1.8"},
    Drawing{Icon::Sport, "P 3 12 3 12;P 4 9 4 15;P 7 6.5 7 17.5;P 17 6.5 17 17.5;P 20 9 20 15;P 7 12 17 12;"},
    Drawing{Icon::Glass, "Z 6.5 4 17.5 4 16 11.5 12 14 8 11.5;P 12 14 12 20;P 8 20 16 20;P 7.5 8.5 16.5 8.5;"},
    Drawing{Icon::Smoke,
            "Z 3 15 16 15 16 18.5 3 18.5;P 18.5 15 18.5 18.5;P 21 15 21 18.5;P 18.5 12 17.5 9.5 19.5 7.5 18.5 5;"},
    Drawing{Icon::Pillow, "Z 4 7 8 7.8 12 8 16 7.8 20 7 19.2 12 20 17 16 16.2 12 16 8 16.2 4 17 4.8 12;"},
    Drawing{Icon::Razor, "Z 5 4.5 19 4.5 19 9 5 9;P 8 6.8 16 6.8;P 12 9 12 20.5;"},
    Drawing{Icon::Needle, "P 20 4 16.5 7.5;P 13.5 6 18 10.5;Z 15 7.5 16.5 9 9 16.5 7.5 15;P 8 16 3.5 20.5;"},
    Drawing{Icon::Pill,
            "Z 5.5 13 12.5 6 15.5 5.3 18 7.2 18.8 10 18 12 11 19 8 19.3 5.6 17.5 4.8 15;P 9 9.5 14.5 15.5;"},
    Drawing{Icon::Cool,
            "P 12 3 12 21;P 4.2 7.5 19.8 16.5;P 4.2 16.5 19.8 7.5;P 9.5 4.5 12 7 14.5 4.5;P 9.5 19.5 12 17 14.5 19.5;"},
    Drawing{Icon::Food, "P 7 4 7 20;P 4.5 4 4.5 9 7 11 9.5 9 9.5 4;P 17 20 17 4 14.5 8 14.5 13 17 13;"},
    Drawing{Icon::Plane, "Z 21 4 14 20 11.5 13 4 10;P 11.5 13 21 4;"},
    Drawing{Icon::Camera, "Z 3.5 8 8 8 9.5 5.5 14.5 5.5 16 8 20.5 8 20.5 19 3.5 19;C 12 13.2 3.6"},
    Drawing{Icon::Hand,
            "Z 7 12.5 7 6.5 8.8 6 9.6 11 9.6 4.5 11.5 4 12.3 11 12.8 4.5 14.6 5 15 11.5 16 7.5 17.7 8 17.5 15 15.5 20 "
            "9.5 20 5 14.5 5.8 12.7;"},
    Drawing{Icon::Phone,
            "Z 5 4.5 9 4 10.5 8.5 8.3 10.5 10 13.5 13.5 15.7 15.5 13.5 20 15 19.5 19 17 20 10 17 6.5 13 4 7.5;"},
    Drawing{Icon::Eye, "Z 3 12 6.5 8.2 12 6.2 17.5 8.2 21 12 17.5 15.8 12 17.8 6.5 15.8;C 12 12 3"},
    Drawing{Icon::Star, "C 12 12 3.5"},
};

constexpr std::array named{
    std::pair{std::string_view{"hand"}, Icon::Hand},     std::pair{std::string_view{"drop"}, Icon::Drop},
    std::pair{std::string_view{"wash"}, Icon::Drop},     std::pair{std::string_view{"make-up"}, Icon::Pencil},
    std::pair{std::string_view{"sun"}, Icon::Sun},       std::pair{std::string_view{"heat"}, Icon::Heat},
    std::pair{std::string_view{"swim"}, Icon::Swim},     std::pair{std::string_view{"sport"}, Icon::Sport},
    std::pair{std::string_view{"alcohol"}, Icon::Glass}, std::pair{std::string_view{"smoke"}, Icon::Smoke},
    std::pair{std::string_view{"cream"}, Icon::Cream},   std::pair{std::string_view{"pillow"}, Icon::Pillow},
    std::pair{std::string_view{"razor"}, Icon::Razor},   std::pair{std::string_view{"treatment"}, Icon::Needle},
    std::pair{std::string_view{"tattoo"}, Icon::Needle}, std::pair{std::string_view{"pill"}, Icon::Pill},
    std::pair{std::string_view{"cool"}, Icon::Cool},     std::pair{std::string_view{"food"}, Icon::Food},
    std::pair{std::string_view{"plane"}, Icon::Plane},   std::pair{std::string_view{"camera"}, Icon::Camera},
    std::pair{std::string_view{"talk"}, Icon::Speech},   std::pair{std::string_view{"list"}, Icon::List},
    std::pair{std::string_view{"phone"}, Icon::Phone},   std::pair{std::string_view{"eye"}, Icon::Eye},
};

/// Reads the next number of a drawing; the texts above are constants, so no input is checked.
float number(char const*& at) {
    while (*at == ' ') {
        ++at;
    }
    auto negative = false;
    if (*at == '-') {
        negative = true;
        ++at;
    }
    auto value = 0.0F;
    auto scale = 0.0F;
    for (; (*at >= '0' && *at <= '9') || *at == '.'; ++at) {
        if (*at == '.') {
            scale = 1.0F;
            continue;
        }
        value = value * 10.0F + static_cast<float>(*at - '0');
        scale *= 10.0F;
    }
    value = scale > 0.0F ? value / scale : value;
    return negative ? -value : value;
}

constexpr float grid = 24.0F;
constexpr float radians = 3.14159265F / 180.0F;

class Pen {
public:
    Pen(ImDrawList& draw, float x, float y, float size, ImU32 color)
        : draw_{draw}, x_{x}, y_{y}, unit_{size / grid}, color_{color} {}

    void run(char const* at) {
        while (*at != '\0') {
            auto const kind = *at++;
            if (kind == 'P' || kind == 'Z') {
                polyline(at, kind == 'Z');
            } else if (kind == 'C' || kind == 'D' || kind == 'A') {
                round(at, kind);
            }
        }
    }

private:
    ImVec2 point(char const*& at) {
        auto const px = number(at);
        auto const py = number(at);
        return {x_ + px * unit_, y_ + py * unit_};
    }
    void polyline(char const*& at, bool closed) {
        while (*at != ';' && *at != '\0') {
            draw_.PathLineTo(point(at));
            while (*at == ' ') {
                ++at;
            }
        }
        at += *at == ';' ? 1 : 0;
        draw_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke * unit_);
    }
    void round(char const*& at, char kind) {
        auto const center = point(at);
        auto const radius = number(at) * unit_;
        if (kind == 'D') {
            draw_.AddCircleFilled(center, radius, color_);
        } else if (kind == 'C') {
            draw_.AddCircle(center, radius, color_, 0, stroke * unit_);
        } else {
            auto const from = number(at) * radians;
            auto const to = number(at) * radians;
            draw_.PathArcTo(center, radius, from, to);
            draw_.PathStroke(color_, ImDrawFlags_None, stroke * unit_);
        }
    }

    static constexpr float stroke = 1.9F;
    ImDrawList& draw_;
    float x_;
    float y_;
    float unit_;
    ImU32 color_;
};

}  // namespace

Icon icon_named(std::string_view name) {
    for (auto const& [key, icon] : named) {
        if (key == name) {
            return icon;
        }
    }
    return Icon::Star;
}

Icon icon_of(core::Level level) {
    switch (level) {
        case core::Level::Exclude: return Icon::Stop;
        case core::Level::Review: return Icon::Speech;
        case core::Level::Defer: return Icon::Clock;
        case core::Level::Mention: return Icon::Bell;
        case core::Level::Prepare: return Icon::List;
        case core::Level::Info: break;
    }
    return Icon::Info;
}

Icon icon_of(core::Outcome outcome) {
    switch (outcome) {
        case core::Outcome::Exclude: return Icon::Stop;
        case core::Outcome::Review: return Icon::Speech;
        case core::Outcome::Defer: return Icon::Clock;
        case core::Outcome::Mention: return Icon::Bell;
        case core::Outcome::Prepare: return Icon::List;
        case core::Outcome::Clear: return Icon::Check;
        case core::Outcome::Incomplete:
        case core::Outcome::Error: break;
    }
    return Icon::Pencil;
}

void draw_icon(ImDrawList& draw, Icon icon, float x, float y, float size, std::uint32_t packed_color) {
    for (auto const& drawing : drawings) {
        if (drawing.icon == icon) {
            Pen{draw, x, y, size, packed_color}.run(drawing.strokes);
            return;
        }
    }
}

}  // namespace needlewise::ui
