#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace needlewise::ui {

namespace {

semantics::TextStyle style_of(Type const& type) { return {type.size, type.line, type.strong ? 600 : 400}; }

constexpr float icon_size = 22;
constexpr float icon_gap = 8;

}  // namespace

void heading(Ui& ui, std::string id, std::string_view text, int level, Type const& type) {
    auto const block = ui.measure(text, type, ui.column.width);
    ui.paint_text(block, ui.column.left, ui.y, ui.theme.colors.text);
    auto node = Node{.id = std::move(id), .role = Role::Heading, .name = std::string{text}, .level = level};
    node.text = style_of(type);
    node.rectangle = {ui.column.left, ui.y, ui.column.width, block.height};
    ui.add(std::move(node));
    ui.y += block.height;
}

void paragraph(Ui& ui, std::string const& id, std::string_view text, Type const& type, Color color) {
    auto number = 0;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const part = text.substr(0, end);
        auto const block = ui.measure(part, type, ui.column.width);
        if (number > 0) {
            ui.space(ui.theme.space.small);
        }
        ui.paint_text(block, ui.column.left, ui.y, color);
        auto node = Node{.id = number == 0 ? id : id + "/" + std::to_string(number), .name = std::string{part}};
        node.variant = color == ui.theme.colors.muted ? "muted" : (type.strong ? "strong" : "");
        node.text = style_of(type);
        node.rectangle = {ui.column.left, ui.y, ui.column.width, block.height};
        ui.add(std::move(node));
        ui.y += block.height;
        ++number;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void paragraph(Ui& ui, std::string const& id, std::string_view text) {
    paragraph(ui, id, text, ui.theme.type.body, ui.theme.colors.text);
}

namespace {

constexpr float button_padding = 20;
constexpr float quiet_padding = 12;

float padding_of(ButtonView const& view) { return view.kind == ButtonKind::Quiet ? quiet_padding : button_padding; }

float icon_room(ButtonView const& view) { return view.icon == Icon::None ? 0 : icon_size + icon_gap; }

struct ButtonColors {
    Color fill;
    Color text;
    Color line;
    bool filled = true;
};

ButtonColors colors_of(Ui const& ui, ButtonView const& view) {
    auto const& c = ui.theme.colors;
    auto const raised = ui.hovered(view.id) || ui.pressed(view.id);
    switch (view.kind) {
        case ButtonKind::Primary: return {raised ? c.accent_hover : c.accent, c.on_accent, c.accent, true};
        case ButtonKind::Secondary: return {raised ? c.accent_soft : c.card, c.accent, c.control, true};
        case ButtonKind::Danger: return {raised ? c.danger.soft : c.card, c.danger.strong, c.danger.strong, true};
        case ButtonKind::Quiet: break;
    }
    return {c.accent_soft, c.accent, c.accent_soft, raised};
}

char const* variant_of(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Primary: return "primary";
        case ButtonKind::Secondary: return "secondary";
        case ButtonKind::Danger: return "danger";
        case ButtonKind::Quiet: break;
    }
    return "quiet";
}

}  // namespace

float button_width(Ui const& ui, ButtonView const& view) {
    return std::ceil(ui.text_width(view.label, ui.theme.type.label) + 2 * padding_of(view) + icon_room(view));
}

float button_height(Ui const& ui, ButtonView const& view, float width) {
    auto const block = ui.measure(view.label, ui.theme.type.label, width - 2 * padding_of(view) - icon_room(view) + 1);
    return std::max(ui.theme.space.target, block.height + 22);
}

bool button_at(Ui& ui, ButtonView const& view, Rectangle const& area) {
    auto const colors = colors_of(ui, view);
    auto const& type = ui.theme.type.label;
    auto const radius = ui.theme.space.radius_small;
    auto const block = ui.measure(view.label, type, area.width - 2 * padding_of(view) - icon_room(view) + 1);
    if (colors.filled) {
        ui.fill(area, colors.fill, radius);
    }
    if (view.kind == ButtonKind::Secondary || view.kind == ButtonKind::Danger) {
        ui.outline(area, colors.line, radius, 1.5F);
    }
    auto const content = block.width + icon_room(view);
    auto const left = area.x + (area.width - content) / 2;
    auto const text_left = left + (view.icon_after ? 0 : icon_room(view));
    ui.paint_text(block, text_left, area.y + (area.height - block.height) / 2, colors.text, Align::Center, block.width);
    ui.icon(view.icon, view.icon_after ? left + block.width + icon_gap : left, area.y + (area.height - icon_size) / 2,
            icon_size, colors.text);
    if (ui.focus_shown(view.id)) {
        ui.focus_ring(area, radius);
    }
    auto node = Node{.id = view.id,
                     .role = Role::Button,
                     .name = view.accessible_name.empty() ? std::string{view.label} : view.accessible_name};
    node.variant = variant_of(view.kind);
    node.text = style_of(type);
    node.rectangle = area;
    ui.add(std::move(node));
    return ui.activated(view.id);
}

bool button(Ui& ui, ButtonView const& view, Fit fit) {
    auto const width = fit == Fit::Column ? ui.column.width : std::min(ui.column.width, button_width(ui, view));
    // A quiet button has no edge to see: its text stands flush with what is above it.
    auto const shift = view.kind == ButtonKind::Quiet && fit == Fit::Content ? quiet_padding : 0;
    auto const area = Rectangle{ui.column.left - shift, ui.y, width, button_height(ui, view, width)};
    ui.y += area.height;
    return button_at(ui, view, area);
}

int button_row(Ui& ui, std::vector<ButtonView> const& views) {
    auto const gap = ui.theme.space.medium;
    auto total = gap * static_cast<float>(views.size() - 1);
    for (auto const& view : views) {
        total += button_width(ui, view);
    }
    auto pressed = -1;
    if (total > ui.column.width) {
        for (std::size_t at = 0; at < views.size(); ++at) {
            pressed = button(ui, views[at], Fit::Column) ? static_cast<int>(at) : pressed;
            ui.space(at + 1 < views.size() ? gap : 0);
        }
        return pressed;
    }
    auto x = ui.column.left;
    auto height = 0.0F;
    for (std::size_t at = 0; at < views.size(); ++at) {
        auto const last = at + 1 == views.size() && views.size() > 1;
        auto width = button_width(ui, views[at]);
        if (last && ui.narrow()) {
            width = ui.column.left + ui.column.width - x;
        } else if (last) {
            width = std::max(width, 180.0F);
            x = std::max(x, ui.column.left + ui.column.width - width);
        }
        auto const area = Rectangle{x, ui.y, width, button_height(ui, views[at], width)};
        pressed = button_at(ui, views[at], area) ? static_cast<int>(at) : pressed;
        height = std::max(height, area.height);
        x += width + gap;
    }
    ui.y += height;
    return pressed;
}

int button_flow(Ui& ui, std::vector<ButtonView> const& views) {
    auto const gap = ui.theme.space.small;
    auto const start = ui.column.left - (views.front().kind == ButtonKind::Quiet ? quiet_padding : 0);
    auto const end = ui.column.left + ui.column.width;
    auto x = start;
    auto height = 0.0F;
    auto pressed = -1;
    for (std::size_t at = 0; at < views.size(); ++at) {
        if (views[at].label.empty()) {
            continue;
        }
        auto const width = std::min(button_width(ui, views[at]), ui.column.width);
        if (x + width > end && x > start) {
            ui.y += height + gap;
            x = start;
            height = 0;
        }
        auto const area = Rectangle{x, ui.y, width, button_height(ui, views[at], width)};
        pressed = button_at(ui, views[at], area) ? static_cast<int>(at) : pressed;
        height = std::max(height, area.height);
        x += width + gap;
    }
    ui.y += height;
    return pressed;
}

void beside(Ui& ui, float gap, std::vector<Part> const& parts) {
    auto shares = 0.0F;
    for (auto const& part : parts) {
        shares += part.share;
    }
    auto const column = ui.column;
    auto const top = ui.y;
    auto const room = column.width - gap * static_cast<float>(parts.size() - 1);
    auto bottom = top;
    auto left = column.left;
    for (auto const& part : parts) {
        ui.column = {left, room * part.share / shares};
        ui.y = top;
        left += ui.column.width + gap;
        part.content();
        bottom = std::max(bottom, ui.y);
    }
    ui.column = column;
    ui.y = bottom;
}

namespace {

void tick_mark(Ui& ui, ChoiceView const& view, float x, float center) {
    auto const& c = ui.theme.colors;
    constexpr float size = 24;
    auto const outline = view.invalid ? c.danger.strong : (view.checked ? c.accent : c.control);
    if (view.multiple) {
        auto const box = Rectangle{x, center - size / 2, size, size};
        ui.fill(box, view.checked ? c.accent : c.card, 7);
        ui.outline(box, outline, 7, 2);
        if (view.checked) {
            ui.icon(Icon::Check, x + 2, center - size / 2 + 2, size - 4, c.on_accent);
        }
        return;
    }
    ui.disc(x + size / 2, center, size / 2, c.card);
    ui.ring(x + size / 2, center, size / 2, outline, 2);
    if (view.checked) {
        ui.disc(x + size / 2, center, 6.5F, c.accent);
    }
}

}  // namespace

bool choice_row(Ui& ui, ChoiceView const& view) {
    auto const& c = ui.theme.colors;
    constexpr float padding = 14;
    constexpr float mark = 24;
    auto const text_left = ui.column.left + padding + mark + 14;
    auto const block =
        ui.measure(view.label, ui.theme.type.body, ui.column.left + ui.column.width - padding - text_left);
    auto const area = Rectangle{ui.column.left, ui.y, ui.column.width, std::max(54.0F, block.height + 2 * 13)};
    auto const radius = ui.theme.space.radius_small;
    auto const raised = ui.hovered(view.id) || ui.pressed(view.id);
    if (!view.quiet || raised) {
        ui.fill(area, view.checked || raised ? c.accent_soft : c.sunken, radius);
    }
    if (!view.quiet) {
        ui.outline(area, view.checked ? c.accent : (view.invalid ? c.danger.strong : (raised ? c.control : c.line)),
                   radius, view.checked ? 2.0F : 1.0F);
    }
    tick_mark(ui, view, area.x + padding, area.y + area.height / 2);
    ui.paint_text(block, text_left, area.y + (area.height - block.height) / 2, c.text);
    if (ui.focus_shown(view.id)) {
        ui.focus_ring(area, radius);
    }
    auto node =
        Node{.id = view.id, .role = view.multiple ? Role::Checkbox : Role::Radio, .name = std::string{view.label}};
    node.checked = view.checked ? semantics::Checked::Yes : semantics::Checked::No;
    node.text = style_of(ui.theme.type.body);
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += area.height;
    return ui.activated(view.id);
}

std::optional<int> segments(Ui& ui, std::string const& id, std::string_view name,
                            std::vector<std::string> const& labels, int chosen) {
    constexpr float target = 44;
    constexpr float radius = target / 2;
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.small_strong;
    auto activated = std::optional<int>{};
    auto x = ui.column.left;
    auto number = 0;
    ui.open({.id = id, .role = Role::RadioGroup, .name = std::string{name}});
    for (auto const& label : labels) {
        auto const own_id = id + "/" + std::to_string(++number);
        auto const on = number == chosen;
        auto const width = ui.text_width(label, type) + 32;
        if (x + width > ui.column.left + ui.column.width && x > ui.column.left) {
            x = ui.column.left;
            ui.y += target + ui.theme.space.small;
        }
        auto const area = Rectangle{x, ui.y, width, target};
        ui.fill(area, on ? c.accent : (ui.hovered(own_id) ? c.accent_soft : c.card), radius);
        ui.outline(area, on ? c.accent : c.control, radius, 1.5F);
        ui.paint_line(label, type, x + 16, ui.y + (target - type.line) / 2, on ? c.on_accent : c.text);
        if (ui.focus_shown(own_id)) {
            ui.focus_ring(area, radius);
        }
        auto node = Node{.id = own_id, .role = Role::Radio, .name = label};
        node.checked = on ? semantics::Checked::Yes : semantics::Checked::No;
        node.variant = "segment";
        node.text = {type.size, type.line, 600};
        node.rectangle = area;
        ui.add(std::move(node));
        if (ui.activated(own_id)) {
            activated = number;
        }
        x += width + ui.theme.space.small;
    }
    ui.close();
    ui.y += target + ui.theme.space.base;
    return activated;
}

semantics::Action const* field(Ui& ui, FieldView const& view) {
    if (!view.label_hidden) {
        auto const block = ui.measure(view.label, ui.theme.type.label, ui.column.width);
        ui.paint_text(block, ui.column.left, ui.y, ui.theme.colors.text);
        ui.y += block.height + ui.theme.space.hair;
    }
    auto const height = std::max(52.0F, ui.theme.type.body.line + 26);
    auto node = Node{.id = view.id, .role = view.role, .name = std::string{view.label}};
    node.described_by = view.described_by;
    node.value = view.value;
    node.minimum = view.minimum;
    node.maximum = view.maximum;
    node.required = view.required;
    node.invalid = view.invalid;
    node.presentation = semantics::Presentation::Native;
    node.text = style_of(ui.theme.type.body);
    node.rectangle = {ui.column.left, ui.y, std::min(view.width, ui.column.width), height};
    if (!view.unit.empty()) {
        ui.paint_line(view.unit, ui.theme.type.body, node.rectangle.x + node.rectangle.width + 10,
                      ui.y + (height - ui.theme.type.body.line) / 2, ui.theme.colors.muted);
    }
    ui.add(std::move(node));
    ui.y += height;
    auto const* change = ui.action(view.id, semantics::ActionKind::Change);
    return change != nullptr ? change : ui.action(view.id, semantics::ActionKind::Input);
}

Tone const& tone_of(Theme const& theme, Mood mood) {
    switch (mood) {
        case Mood::Information: return theme.colors.information;
        case Mood::Positive: return theme.colors.positive;
        case Mood::Warning: return theme.colors.warning;
        case Mood::Danger: return theme.colors.danger;
        case Mood::Quiet: break;
    }
    return theme.colors.quiet;
}

void notice(Ui& ui, Mood mood, Icon icon, std::function<void()> const& content) {
    auto const& tone = tone_of(ui.theme, mood);
    auto const card = Card{ui, {tone.soft, tone.soft, 16, ui.theme.space.radius_small, 0}};
    auto const top = ui.y;
    auto const column = ui.column;
    ui.column = {column.left + icon_size + 12, column.width - icon_size - 12};
    content();
    ui.icon(icon, column.left, top + (ui.theme.type.body.line - icon_size) / 2, icon_size, tone.strong);
    ui.y = std::max(ui.y, top + icon_size);
    ui.column = column;
}

void notice(Ui& ui, std::string const& id, Mood mood, Icon icon, std::string_view text) {
    notice(ui, mood, icon, [&] { paragraph(ui, id, text, ui.theme.type.body, ui.theme.colors.text); });
}

void error_text(Ui& ui, std::string const& id, std::string_view text) {
    auto const column = ui.column;
    ui.icon(Icon::Warning, column.left, ui.y, icon_size, ui.theme.colors.danger.strong);
    ui.column = {column.left + icon_size + icon_gap, column.width - icon_size - icon_gap};
    paragraph(ui, id, text, ui.theme.type.small_strong, ui.theme.colors.danger.strong);
    if (auto* node = ui.find(id)) {
        node->variant = "error";
    }
    ui.column = column;
}

float badge_height(Ui const& ui) { return ui.theme.type.caption_strong.line + 10; }

float badge(Ui& ui, std::string_view text, Tone const& tone, Icon icon, float x, float top) {
    auto const& type = ui.theme.type.caption_strong;
    constexpr float mark = 16;
    auto const room = icon == Icon::None ? 0 : mark + 6;
    auto const width = ui.text_width(text, type) + 20 + room;
    auto const height = badge_height(ui);
    ui.fill({x, top, width, height}, tone.soft, height / 2);
    ui.icon(icon, x + 10, top + (height - mark) / 2, mark, tone.strong);
    ui.paint_line(text, type, x + 10 + room, top + 5, tone.strong);
    return width;
}

void progress_bar(Ui& ui, std::string id, std::string_view name, std::size_t done, std::size_t all) {
    constexpr float height = 8;
    auto const area = Rectangle{ui.column.left, ui.y, ui.column.width, height};
    auto const share = all == 0 ? 0 : static_cast<float>(done) / static_cast<float>(all);
    ui.fill(area, ui.theme.colors.line, height / 2);
    if (share > 0) {
        ui.fill({area.x, area.y, std::max(height, area.width * share), height}, ui.theme.colors.accent, height / 2);
    }
    auto node = Node{.id = std::move(id), .role = Role::Progress, .name = std::string{name}};
    node.value = std::to_string(done);
    node.maximum = std::to_string(all);
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += height;
}

bool disclosure(Ui& ui, std::string const& id, std::string_view label, bool expanded, std::string_view about) {
    auto const& type = ui.theme.type.small_strong;
    constexpr float overhang = 8;  // its text stands flush with what is above it
    auto const block = ui.measure(label, type, ui.column.width - 30);
    auto const area =
        Rectangle{ui.column.left - overhang, ui.y, std::min(ui.column.width, block.width + 34) + 2 * overhang,
                  std::max(44.0F, block.height + 16)};
    auto const text_left = area.x + overhang;
    if (ui.hovered(id) || ui.pressed(id)) {
        ui.fill({area.x, area.y + 3, area.width, area.height - 6}, ui.theme.colors.accent_soft,
                ui.theme.space.radius_small);
    }
    ui.paint_text(block, text_left, area.y + (area.height - block.height) / 2, ui.theme.colors.accent);
    ui.icon(expanded ? Icon::ChevronUp : Icon::ChevronDown, text_left + block.width + 8,
            area.y + (area.height - 20) / 2, 20, ui.theme.colors.accent);
    if (ui.focus_shown(id)) {
        ui.focus_ring({area.x + 4, area.y + 4, area.width - 8, area.height - 8}, ui.theme.space.radius_small);
    }
    auto node = Node{.id = id, .role = Role::Button, .name = std::string{label}};
    if (!about.empty()) {
        node.name += ": " + std::string{about};
    }
    node.expanded = expanded ? semantics::Expanded::Yes : semantics::Expanded::No;
    node.variant = "quiet";
    node.text = style_of(type);
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += area.height;
    return ui.activated(id);
}

void link(Ui& ui, std::string id, std::string_view label, std::string address) {
    auto const& type = ui.theme.type.small;
    if (ui.session.kiosk.on()) {  // nothing leads out of a tablet that is shared
        return paragraph(ui, id, label, type, ui.theme.colors.text);
    }
    auto const block = ui.measure(label, type, ui.column.width);
    constexpr float target = 44;
    auto const area = Rectangle{ui.column.left, ui.y, std::max(target, block.width), std::max(target, block.height)};
    auto const top = area.y + (area.height - block.height) / 2;
    ui.paint_text(block, area.x, top, ui.theme.colors.accent);
    auto underline = top + type.line - 3;
    for (auto const text : block.lines) {
        ui.line(area.x, underline, area.x + ui.text_width(text, type), underline, ui.theme.colors.accent);
        underline += type.line;
    }
    if (ui.focus_shown(id)) {
        ui.focus_ring(area, 4);
    }
    auto node = Node{.id = std::move(id), .role = Role::Link, .name = std::string{label}};
    node.value = std::move(address);
    node.text = style_of(type);
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += area.height;
}

std::optional<int> slider(Ui& ui, SliderView const& view) {
    auto const& c = ui.theme.colors;
    constexpr float height = 48;
    constexpr float thumb = 13;
    auto const area = Rectangle{ui.column.left, ui.y, ui.column.width, height};
    auto const center = area.y + height / 2;
    auto const share = view.maximum == view.minimum ? 0
                                                    : static_cast<float>(view.value - view.minimum) /
                                                          static_cast<float>(view.maximum - view.minimum);
    auto const x = area.x + thumb + (area.width - 2 * thumb) * share;
    ui.fill({area.x, center - 3, area.width, 6}, c.control, 3, 0.45F);
    ui.fill({area.x, center - 3, x - area.x, 6}, c.accent, 3);
    ui.disc(x, center, thumb, c.accent);
    ui.disc(x, center, thumb - 5, c.on_accent);
    if (ui.focus_shown(view.id)) {
        ui.focus_ring({x - thumb, center - thumb, 2 * thumb, 2 * thumb}, thumb);
    }
    auto node = Node{.id = view.id, .role = Role::Slider, .name = std::string{view.name}};
    node.value = std::to_string(view.value);
    node.minimum = std::to_string(view.minimum);
    node.maximum = std::to_string(view.maximum);
    node.step = "1";
    node.value_text = view.value_text;
    node.rectangle = area;
    ui.add(std::move(node));
    ui.y += height;
    auto const* input = ui.action(view.id, semantics::ActionKind::Input);
    auto const* change = ui.action(view.id, semantics::ActionKind::Change);
    auto const* latest = change != nullptr ? change : input;
    if (latest == nullptr || latest->value.empty()) {
        return std::nullopt;
    }
    auto value = 0;
    auto const negative = latest->value.front() == '-';
    for (auto const letter : latest->value) {
        if (letter >= '0' && letter <= '9') {
            value = value * 10 + (letter - '0');
        }
    }
    return std::clamp(negative ? -value : value, view.minimum, view.maximum);
}

}  // namespace needlewise::ui
