#include "platform/headless/headless_page.hpp"

#include "platform/headless/tree_text.hpp"
#include "ui/fonts.hpp"
#include "ui/ui.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace needlewise::platform {

using semantics::Action;
using semantics::ActionKind;
using semantics::Node;
using semantics::Role;

namespace {

constexpr double seconds_a_frame = 1.0 / 60;
/// An animation that is still running then never ends.
constexpr int most_frames = 600;

std::string named(Role role, std::string_view name) { return role_name(role) + " \"" + std::string{name} + "\""; }

app::SessionContent read(std::span<ContentFile const> content, std::string_view language) {
    std::vector<formats::SourceFile> files;
    for (auto const& file : content) {
        files.push_back({file.path, file.text});
    }
    return app::read_content(files, language);
}

app::Session start(HeadlessDescription const& description) {
    auto session = app::Session{read(description.content, description.language), description.today};
    session.share_with(description.shares_with);
    return session;
}

ImGuiContext* make_context(HeadlessDescription const& description) {
    auto* const context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    for (auto const& font : description.fonts) {
        if (!ui::add_font(font.bytes.data(), font.bytes.size(), font.weight)) {
            throw std::runtime_error{"a font that is none"};
        }
    }
    return context;
}

/// Every texture is as it should be, as a renderer would have it by now.
void accept_textures() {
    for (auto* texture : *ImGui::GetDrawData()->Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

bool is_control(Role role) {
    switch (role) {
        case Role::Radio:
        case Role::Checkbox:
        case Role::Button:
        case Role::Link: return true;
        default: return false;
    }
}

}  // namespace

HeadlessPage::HeadlessPage(HeadlessDescription const& description)
    : context_{make_context(description)}, session_{start(description)} {
    input_.preferences = description.preferences;
    resize(description.width, description.height);
}

HeadlessPage::~HeadlessPage() {
    ImGui::SetCurrentContext(context_);
    for (auto* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void HeadlessPage::frame(std::vector<Action> actions) {
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.DisplaySize = {input_.width, input_.paint_height};
    io.DeltaTime = static_cast<float>(seconds_a_frame);
    ImGui::NewFrame();
    auto said = std::move(output_.announcements);
    auto const entry = output_.history_entry;
    auto const travelled = std::any_of(actions.begin(), actions.end(),
                                       [](Action const& action) { return action.kind == ActionKind::History; });
    output_ = page_.frame(session_, input_, actions);
    output_.announcements.insert(output_.announcements.begin(), said.begin(), said.end());
    ImGui::Render();
    accept_textures();
    if (output_.forget_everything || (!travelled && output_.history_entry > entry)) {
        last_entry_ = output_.history_entry;  // a new entry; what lay ahead is gone
    }
    if (output_.scroll_to_top) {
        input_.paint_top = 0;
    }
    auto& held = input_.interaction.focused;
    if (!output_.focus.empty()) {
        held = output_.focus;
    } else if (find(held) == nullptr) {
        held.clear();
    }
}

void HeadlessPage::settle(std::vector<Action> actions) {
    output_.announcements.clear();
    frame(std::move(actions));
    auto const focus = output_.focus;
    for (auto number = 0; output_.animating; ++number) {
        if (number == most_frames) {
            throw std::runtime_error{"an animation does not end"};
        }
        input_.seconds += seconds_a_frame;
        frame({});
    }
    output_.focus = output_.focus.empty() ? focus : output_.focus;
}

Node const* HeadlessPage::find(std::string_view id) const {
    auto const& nodes = output_.tree.nodes;
    auto const found = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) { return node.id == id; });
    return found == nodes.end() ? nullptr : &*found;
}

bool HeadlessPage::reachable(Node const& node) const {
    auto const& nodes = output_.tree.nodes;
    auto const has_dialog =
        std::any_of(nodes.begin(), nodes.end(), [](Node const& other) { return other.role == Role::Dialog; });
    if (!has_dialog) {
        return true;
    }
    auto const* at = &node;
    while (at->role != Role::Dialog && at->parent >= 0) {
        at = &nodes[static_cast<std::size_t>(at->parent)];
    }
    return at->role == Role::Dialog;
}

std::vector<Node const*> HeadlessPage::all(Role role, std::string_view name) const {
    std::vector<Node const*> found;
    for (auto const& node : output_.tree.nodes) {
        if (node.role == role && node.name == name && reachable(node)) {
            found.push_back(&node);
        }
    }
    return found;
}

Node const& HeadlessPage::only(std::vector<Node const*> const& found, std::string const& what) const {
    if (found.size() == 1) {
        return *found.front();
    }
    throw NotOnPage{(found.empty() ? "no " : "more than one ") + what + " on this page:\n" + text()};
}

Node const& HeadlessPage::see(Role role, std::string_view name) const {
    return only(all(role, name), named(role, name));
}

bool HeadlessPage::says(std::string_view text) const {
    auto const& nodes = output_.tree.nodes;
    return std::any_of(nodes.begin(), nodes.end(),
                       [&](Node const& node) { return node.name.find(text) != std::string::npos && reachable(node); });
}

std::string HeadlessPage::text() const { return tree_text(output_.tree); }

void HeadlessPage::press(Role role, std::string_view name) { press(see(role, name).id); }

void HeadlessPage::press(std::string_view id, semantics::ActionMeans means) {
    auto const* node = find(id);
    if (node == nullptr || !is_control(node->role) || node->disabled || !reachable(*node)) {
        throw NotOnPage{"nothing to press with the id " + std::string{id} + " on this page:\n" + text()};
    }
    input_.interaction.focused = node->id;
    settle({{ActionKind::Activate, means, node->id, ""}});
}

void HeadlessPage::choose(std::string_view group, std::string_view option) {
    auto const& nodes = output_.tree.nodes;
    for (auto const& node : nodes) {
        if ((node.role != Role::Radio && node.role != Role::Checkbox) || node.name != option || !reachable(node)) {
            continue;
        }
        for (auto parent = node.parent; parent >= 0; parent = nodes[static_cast<std::size_t>(parent)].parent) {
            auto const& holder = nodes[static_cast<std::size_t>(parent)];
            if ((holder.role == Role::Group || holder.role == Role::RadioGroup) && holder.name == group) {
                press(std::string{node.id});
                return;
            }
        }
    }
    throw NotOnPage{"no option \"" + std::string{option} + "\" in \"" + std::string{group} + "\" on this page:\n" +
                    text()};
}

void HeadlessPage::fill(Role role, std::string_view name, std::string value) {
    fill(see(role, name).id, std::move(value));
}

void HeadlessPage::fill(std::string_view id, std::string value) {
    auto const* node = find(id);
    if (node == nullptr || is_control(node->role) || !reachable(*node)) {
        throw NotOnPage{"nothing to fill in with the id " + std::string{id} + " on this page:\n" + text()};
    }
    input_.interaction.focused = node->id;
    settle({{ActionKind::Change, semantics::ActionMeans::Keyboard, node->id, std::move(value)}});
}

void HeadlessPage::dismiss() {
    for (auto const& node : output_.tree.nodes) {
        if (node.role == Role::Dialog) {
            settle({{ActionKind::Dismiss, semantics::ActionMeans::Keyboard, node.id, ""}});
            return;
        }
    }
    throw NotOnPage{"no dialog on this page:\n" + text()};
}

void HeadlessPage::browser_go(int steps) {
    auto const entry = output_.history_entry + steps;
    if (entry < 0 || entry > last_entry_) {
        throw NotOnPage{"the browser has no such history entry: " + std::to_string(entry)};
    }
    settle({{ActionKind::History, semantics::ActionMeans::Pointer, "", std::to_string(entry)}});
}

void HeadlessPage::hover(std::string_view id) {
    input_.interaction.hovered = id;
    settle({});
}

void HeadlessPage::focus(std::string_view id) {
    input_.interaction.focused = id;
    input_.interaction.focus_visible = true;
    settle({});
}

void HeadlessPage::resize(float width, float height) {
    input_.width = width;
    input_.viewport_height = height;
    input_.paint_height = 2 * height;  // half a screen each way
    settle({});
}

void HeadlessPage::prefer(ui::Preferences preferences) {
    input_.preferences = preferences;
    settle({});
}

bool HeadlessPage::speak(std::span<ContentFile const> content, std::string_view language) {
    auto const done = session_.speak(read(content, language));
    settle({});
    return done;
}

void HeadlessPage::set_today(core::Date today) {
    session_.set_today(today);
    settle({});
}

void HeadlessPage::wait(double seconds) {
    output_.announcements.clear();
    auto const end = input_.seconds + seconds;
    while (output_.wake_after_seconds >= 0 && input_.seconds + output_.wake_after_seconds <= end) {
        input_.seconds += output_.wake_after_seconds;
        frame({});
    }
    input_.seconds = end;
    frame({});
}

void HeadlessPage::paint_window(float top, float height) {
    input_.paint_top = top;
    input_.paint_height = height;
    settle({});
}

semantics::Tree HeadlessPage::tree_without_paint() {
    input_.without_paint = true;
    settle({});
    auto tree = output_.tree;
    input_.without_paint = false;
    settle({});
    return tree;
}

std::vector<std::pair<float, float>> HeadlessPage::painted_points() const {
    ImGui::SetCurrentContext(context_);
    std::vector<std::pair<float, float>> points;
    for (auto const* list : ImGui::GetDrawData()->CmdLists) {
        for (auto const& index : list->IdxBuffer) {
            auto const& corner = list->VtxBuffer[static_cast<int>(index)].pos;
            points.emplace_back(corner.x, corner.y + input_.paint_top);
        }
    }
    constexpr std::size_t surface = 6;  // painted first, as two triangles
    points.erase(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(std::min(surface, points.size())));
    return points;
}

std::pair<float, float> HeadlessPage::measured(std::string_view text, semantics::TextStyle const& style, float width) {
    ImGui::SetCurrentContext(context_);
    constexpr int strong_from = 600;
    auto const theme = ui::Theme{};
    auto const ui = ui::Ui{input_, session_, theme, {}, nullptr};
    auto const block = ui.measure(text, {style.size, style.line_height, style.weight >= strong_from}, width);
    return {block.width, block.height};
}

}  // namespace needlewise::platform
