#include "platform/web/painter.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace needlewise::platform {

namespace {

/// FNV-1a by words of eight bytes: enough to tell two frames apart, and far cheaper than drawing one.
class Fingerprint {
public:
    void add(void const* bytes, std::size_t size) {
        auto const* next = static_cast<unsigned char const*>(bytes);
        for (; size >= 8; size -= 8, next += 8) {
            std::uint64_t word;
            std::memcpy(&word, next, 8);
            mix(word);
        }
        for (; size > 0; --size, ++next) mix(*next);
    }
    template <class T>
    void add(ImVector<T> const& values) {
        add(values.Data, static_cast<std::size_t>(values.size_in_bytes()));
    }
    std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

private:
    void mix(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x100000001b3U;
        value_ ^= value_ >> 29;
    }
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

bool textures_wait(ImDrawData const& data) {
    return std::any_of(data.Textures->begin(), data.Textures->end(),
                       [](ImTextureData* texture) { return texture->Status != ImTextureStatus_OK; });
}

std::uint64_t fingerprint_of(ImDrawData const& data) {
    Fingerprint fingerprint;
    fingerprint.add(&data.DisplaySize, sizeof data.DisplaySize);
    fingerprint.add(&data.FramebufferScale, sizeof data.FramebufferScale);
    for (ImDrawList const* list : data.CmdLists) {
        fingerprint.add(list->VtxBuffer);
        fingerprint.add(list->IdxBuffer);
        for (ImDrawCmd const& command : list->CmdBuffer) {
            fingerprint.add(&command.ClipRect, sizeof command.ClipRect);
            fingerprint.add(&command.ElemCount, sizeof command.ElemCount);
            ImTextureID const texture = command.GetTexID();
            fingerprint.add(&texture, sizeof texture);
        }
    }
    return fingerprint.value();
}

/// The part of ImGui's SetupDrawListSharedData that has no public name.
void set_up_draw_lists(ImGuiContext& context, ImGuiViewportP const& viewport, float device_pixel_ratio) {
    ImDrawListSharedData& shared = context.DrawListSharedData;
    ImGuiStyle const& style = context.Style;
    shared.ClipRectFullscreen = viewport.GetMainRect().ToVec4();
    // Sizes are CSS pixels, errors are seen in device pixels.
    shared.CurveTessellationTol = style.CurveTessellationTol / device_pixel_ratio;
    shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError / device_pixel_ratio);
    shared.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
    shared.InitialFringeScale = 1 / device_pixel_ratio;
    shared.FontAtlas = context.IO.Fonts;
}

}  // namespace

Painter::Painter() {
    // Lives as long as the page. ImGui::CreateContext would do the same, and bind windows and tables in.
    auto* const context = IM_NEW(ImGuiContext)(nullptr);
    ImGui::SetCurrentContext(context);
    context->Viewports.push_back(IM_NEW(ImGuiViewportP)());
    context->DrawListSharedData.Context = context;
    // Fonts grow as letters are used; without WebGL they wait until there is some.
    context->IO.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    context->IO.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    ImGui::RegisterFontAtlas(context->IO.Fonts);
    context->Initialized = true;
}

bool Painter::attach() {
    detach();
    attached_ = renderer_.create();
    return attached_;
}

void Painter::detach() {
    if (attached_) renderer_.forget(&ImGui::GetCurrentContext()->Viewports[0]->DrawDataP);
    attached_ = false;
    drawn_ = 0;
}

void Painter::begin(float width, float height, float device_pixel_ratio) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiViewportP& viewport = *context.Viewports[0];
    context.FrameCount += 1;
    context.IO.DisplaySize = viewport.Size = {std::max(width, 1.0F), std::max(height, 1.0F)};
    context.IO.DisplayFramebufferScale = viewport.FramebufferScale = {device_pixel_ratio, device_pixel_ratio};
    ImFontAtlas& fonts = *context.IO.Fonts;
    ImFontAtlasUpdateNewFrame(&fonts, context.FrameCount, true);
    context.FontRasterizerDensity = device_pixel_ratio;
    for (ImFont* font : fonts.Fonts) font->CurrentRasterizerDensity = device_pixel_ratio;
    set_up_draw_lists(context, viewport, device_pixel_ratio);
    ImFontAtlasUpdateDrawListsSharedData(&fonts);
}

void Painter::end_and_draw() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiViewportP& viewport = *context.Viewports[0];
    ImVector<ImTextureData*>& textures = context.PlatformIO.Textures;
    textures.resize(0);
    for (ImTextureData* texture : context.IO.Fonts->TexList) textures.push_back(texture);

    ImDrawData& data = viewport.DrawDataP;
    data.Clear();
    data.Valid = true;
    data.DisplaySize = viewport.Size;
    data.FramebufferScale = viewport.FramebufferScale;
    data.Textures = &textures;
    data.AddDrawList(ImGui::GetBackgroundDrawList(&viewport));
    if (!attached_ || (!textures_wait(data) && fingerprint_of(data) == drawn_)) return;
    renderer_.draw(data);
    // Texture ids are given while drawing: only now the fingerprint is the one the next frame would have.
    drawn_ = fingerprint_of(data);
}

}  // namespace needlewise::platform
