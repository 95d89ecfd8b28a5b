#include "ui/ui.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>

namespace needlewise::ui {

namespace {

/// Dear ImGui's font size is ascender to descender; CSS's is the em. Inter's are 0.969 and 0.242 of its em.
constexpr float height_of_em = 1.2102F;

float font_height(Type const& type) { return type.size * height_of_em; }

ImFont* font_for(Fonts const& fonts, Type const& type) { return type.strong ? fonts.strong : fonts.regular; }

}  // namespace

Ui::Ui(FrameInput const& frame_input, app::Session& frame_session, Theme const& frame_theme,
       std::span<semantics::Action const> actions, ImDrawList* draw)
    : input{frame_input},
      session{frame_session},
      theme{frame_theme},
      actions_{actions},
      draw_{draw},
      fonts_{current_fonts()} {
    if (draw_ != nullptr) {
        draw_->ChannelsSplit(3);
        layer(Layer::Content);
    }
}

Ui::~Ui() {
    if (draw_ != nullptr) {
        draw_->ChannelsMerge();
    }
}

bool Ui::activated(std::string_view id) const { return action(id, semantics::ActionKind::Activate) != nullptr; }

semantics::Action const* Ui::action(std::string_view id, semantics::ActionKind kind) const {
    auto const found = std::find_if(actions_.rbegin(), actions_.rend(), [&](semantics::Action const& candidate) {
        return candidate.kind == kind && candidate.target == id;
    });
    return found == actions_.rend() ? nullptr : &*found;
}

Node& Ui::add(Node node) {
    node.parent = open_.empty() ? -1 : open_.back();
    if (node.language.empty()) {
        node.language = spoken;
    }
    output.tree.nodes.push_back(std::move(node));
    return output.tree.nodes.back();
}

void Ui::open(Node node) {
    add(std::move(node));
    open_.push_back(static_cast<int>(output.tree.nodes.size()) - 1);
    origins_.push_back({column.left, y, column.width, 0});
}

namespace {

/// A group's rectangle is that of its legend, and whoever opens it gives it.
bool spans_its_children(Node const& node) {
    auto const role = node.role;
    return node.presentation == semantics::Presentation::Painted && node.rectangle == Rectangle{} &&
           (role == Role::Main || role == Role::ContentInfo || role == Role::Region || role == Role::List ||
            role == Role::ListItem);
}

}  // namespace

void Ui::close() {
    auto& node = output.tree.nodes[static_cast<std::size_t>(open_.back())];
    auto area = origins_.back();
    area.height = y - area.y;
    // What has no size counts as hidden: to screen readers that are explored by touch, and to test tools.
    if (area.height > 0 && spans_its_children(node)) {
        node.rectangle = area;
    }
    open_.pop_back();
    origins_.pop_back();
}

std::string const& Ui::open_id() const { return output.tree.nodes[static_cast<std::size_t>(open_.back())].id; }

Node* Ui::find(std::string_view id) {
    auto const found = std::find_if(output.tree.nodes.begin(), output.tree.nodes.end(),
                                    [&](Node const& node) { return node.id == id; });
    return found == output.tree.nodes.end() ? nullptr : &*found;
}

namespace {

/// Dear ImGui also breaks lines behind punctuation that no space follows, as in `"What`; browsers do not.
char const* back_to_space(char const* at, char const* stop, char const* end) {
    constexpr auto punctuation = std::string_view{".,;!?\""};
    if (stop == end || *stop == ' ' || *stop == '\n' || punctuation.find(stop[-1]) == std::string_view::npos) {
        return stop;
    }
    auto const* before = stop;
    while (before > at && before[-1] != ' ') {
        --before;
    }
    return before > at ? before : stop;
}

}  // namespace

TextBlock Ui::measure(std::string_view text, Type const& type, float width) const {
    auto block = TextBlock{{}, type, 0, 0};
    auto* font = font_for(fonts_, type);
    if (font == nullptr) {
        return block;
    }
    auto const height = font_height(type);
    auto const* at = text.data();
    auto const* const end = at + text.size();
    while (at < end) {
        auto const* stop = font->CalcWordWrapPosition(height, at, end, width);
        if (stop == at) {
            ++stop;  // narrower than one letter: never stand still
            while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80U) {
                ++stop;
            }
        }
        stop = back_to_space(at, stop, end);
        auto const* const newline = std::find(at, stop, '\n');
        auto const* line_end = std::min(newline, stop);
        while (line_end > at && line_end[-1] == ' ') {
            --line_end;
        }
        block.lines.emplace_back(at, static_cast<std::size_t>(line_end - at));
        block.width = std::max(block.width, font->CalcTextSizeA(height, FLT_MAX, 0, at, line_end).x);
        at = newline < stop ? newline + 1 : stop;
        while (at < end && *at == ' ') {
            ++at;
        }
        if (at < end && *at == '\n' && newline >= stop) {
            ++at;
        }
    }
    block.height = static_cast<float>(block.lines.size()) * type.line;
    return block;
}

float Ui::text_width(std::string_view text, Type const& type) const {
    auto* font = font_for(fonts_, type);
    return font == nullptr
               ? 0
               : font->CalcTextSizeA(font_height(type), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

void Ui::paint_text(TextBlock const& block, float x, float top, Color color, Align align, float align_width) {
    for (auto const line : block.lines) {
        auto left = x;
        if (align != Align::Left) {
            auto const spare = align_width - text_width(line, block.type);
            left += align == Align::Center ? spare / 2 : spare;
        }
        paint_line(line, block.type, left, top, color);
        top += block.type.line;
    }
}

void Ui::paint_line(std::string_view text, Type const& type, float x, float top, Color color) {
    auto* font = font_for(fonts_, type);
    if (draw_ == nullptr || font == nullptr || !visible({x, top, 1, type.line})) {
        return;
    }
    auto const height = font_height(type);
    draw_->AddText(font, height, {x, to_screen(top + (type.line - height) / 2)}, packed(color, 1), text.data(),
                   text.data() + text.size());
}

bool Ui::visible(Rectangle const& area) const {
    return draw_ != nullptr && area.y < input.paint_top + input.paint_height && area.y + area.height > input.paint_top;
}

std::uint32_t Ui::packed(Color color, float opacity) const {
    return IM_COL32((color.rgb >> 16U) & 255U, (color.rgb >> 8U) & 255U, color.rgb & 255U,
                    static_cast<int>(presence * opacity * 255.0F + 0.5F));
}

void Ui::fill(Rectangle const& area, Color color, float radius, float opacity) {
    if (visible(area)) {
        auto const top = to_screen(area.y);
        draw_->AddRectFilled({area.x, top}, {area.x + area.width, top + area.height}, packed(color, opacity), radius);
    }
}

void Ui::outline(Rectangle const& area, Color color, float radius, float thickness, float opacity) {
    if (visible(area)) {
        auto const top = to_screen(area.y);
        auto const half = thickness / 2;
        draw_->AddRect({area.x + half, top + half}, {area.x + area.width - half, top + area.height - half},
                       packed(color, opacity), std::max(0.0F, radius - half), ImDrawFlags_None, thickness);
    }
}

void Ui::line(float x1, float y1, float x2, float y2, Color color, float thickness, float opacity) {
    if (visible({x1, std::min(y1, y2) - thickness, 1, std::max(y1, y2) - std::min(y1, y2) + 2 * thickness})) {
        draw_->AddLine({x1, to_screen(y1)}, {x2, to_screen(y2)}, packed(color, opacity), thickness);
    }
}

void Ui::disc(float x, float y_center, float radius, Color color, float opacity) {
    if (visible({x - radius, y_center - radius, 2 * radius, 2 * radius})) {
        draw_->AddCircleFilled({x, to_screen(y_center)}, radius, packed(color, opacity));
    }
}

void Ui::ring(float x, float y_center, float radius, Color color, float thickness) {
    if (visible({x - radius, y_center - radius, 2 * radius, 2 * radius})) {
        draw_->AddCircle({x, to_screen(y_center)}, radius - thickness / 2, packed(color, 1), 0, thickness);
    }
}

namespace {

/// The smoothed rim of a long flat shape comes out speckled: whoever fills without it strokes the rim.
void fill_without_rim(ImDrawList& draw, std::uint32_t color) {
    auto const flags = draw.Flags;
    draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    draw.PathFillConcave(color);
    draw.Flags = flags;
}

constexpr float rim = 1.25F;

}  // namespace

void Ui::area(std::vector<std::pair<float, float>> const& top, float base, Color color, float opacity) {
    if (draw_ == nullptr || top.size() < 2 || !visible({top.front().first, base - 400, 1, 400})) {
        return;
    }
    draw_->PathLineTo({top.back().first, to_screen(base)});
    draw_->PathLineTo({top.front().first, to_screen(base)});
    for (auto const& [px, py] : top) {
        draw_->PathLineTo({px, to_screen(py)});
    }
    fill_without_rim(*draw_, packed(color, opacity));
    stroke(top, color, rim, false, opacity);
}

void Ui::shape(std::vector<std::pair<float, float>> const& points, Color color, float opacity) {
    if (draw_ == nullptr) {
        return;
    }
    for (auto const& [px, py] : points) {
        draw_->PathLineTo({px, to_screen(py)});
    }
    fill_without_rim(*draw_, packed(color, opacity));
    stroke(points, color, rim, true, opacity);
}

void Ui::stroke(std::vector<std::pair<float, float>> const& points, Color color, float thickness, bool closed,
                float opacity) {
    if (draw_ == nullptr) {
        return;
    }
    for (auto const& [px, py] : points) {
        draw_->PathLineTo({px, to_screen(py)});
    }
    draw_->PathStroke(packed(color, opacity), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Ui::icon(Icon what, float x, float top, float size, Color color) {
    if (visible({x, top, size, size})) {
        draw_icon(*draw_, what, x, to_screen(top), size, packed(color, 1));
    }
}

void Ui::focus_ring(Rectangle const& area, float radius) {
    constexpr float gap = 3;
    constexpr float thickness = 3;
    outline({area.x - gap - thickness + 2, area.y - gap - thickness + 2, area.width + 2 * (gap + thickness - 2),
             area.height + 2 * (gap + thickness - 2)},
            theme.colors.focus, radius + gap, thickness);
}

void Ui::layer(Layer layer) {
    if (draw_ != nullptr) {
        draw_->ChannelsSetCurrent(static_cast<int>(layer));
    }
}

Spoken::Spoken(Ui& ui) : ui_{ui} {
    auto const& own = ui.session.protocol().information.language;
    ui.spoken = own == ui.session.language() ? std::string_view{} : std::string_view{own};
}

Spoken::~Spoken() { ui_.spoken = {}; }

Card::Card(Ui& ui)
    : Card{ui,
           {ui.theme.colors.card, ui.theme.colors.line, ui.narrow() ? ui.theme.space.base : ui.theme.space.large,
            ui.theme.space.radius, 1}} {}

Card::Card(Ui& ui, Style const& style) : ui_{ui}, style_{style}, outer_{ui.column}, top_{ui.y} {
    ++ui.card_depth;
    ui.y += style.padding;
    ui.column = {outer_.left + style.padding, outer_.width - 2 * style.padding};
}

Card::~Card() {
    --ui_.card_depth;
    ui_.y += style_.padding;
    auto const area = Rectangle{outer_.left, top_, outer_.width, ui_.y - top_};
    ui_.layer(ui_.card_depth == 0 ? Layer::Card : Layer::Inset);
    ui_.fill(area, style_.color, style_.radius);
    if (style_.line_width > 0) {
        ui_.outline(area, style_.line, style_.radius, style_.line_width);
    }
    ui_.layer(Layer::Content);
    ui_.column = outer_;
}

}  // namespace needlewise::ui
