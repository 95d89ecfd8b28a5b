#include "platform/web/painter.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
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

std::uint32_t address_of(void const* place) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(place));
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

void Painter::attach() {
    detach();
    attached_ = true;
}

void Painter::detach() {
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        if (texture->GetTexID() == ImTextureID_Invalid) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);  // asks for it anew with the next frame
    }
    attached_ = false;
    drawn_ = 0;
    drawing_.clear();
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
    drawing_.clear();
}

void Painter::write_texture(ImTextureData& texture) {
    constexpr std::uint32_t create = 1;
    constexpr std::uint32_t update = 2;
    constexpr std::uint32_t destroy = 3;
    auto const write = [&](std::uint32_t kind, ImTextureRect area) {
        drawing_.insert(drawing_.end(), {static_cast<std::uint32_t>(texture.GetTexID()), kind,
                                         static_cast<std::uint32_t>(texture.Width), area.x, area.y, area.w, area.h,
                                         address_of(texture.GetPixelsAt(area.x, area.y))});
    };
    if (texture.Status == ImTextureStatus_WantCreate) {
        texture.SetTexID(++last_texture_);
        write(create, {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        write(update, texture.UpdateRect);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        write(destroy, {});
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void Painter::write_commands(ImDrawData const& data) {
    ImDrawList const& list = *data.CmdLists[0];
    ImVec2 const scale = data.FramebufferScale;
    float const rows = std::floor(data.DisplaySize.y * scale.y);
    for (ImDrawCmd const& command : list.CmdBuffer) {
        ImVec4 const& clip = command.ClipRect;
        float const left = std::max(std::floor(clip.x * scale.x), 0.0F);
        float const top = std::max(std::floor(clip.y * scale.y), 0.0F);
        float const width = std::max(std::ceil(clip.z * scale.x) - left, 0.0F);
        float const bottom = std::min(std::ceil(clip.w * scale.y), rows);
        drawing_.insert(
            drawing_.end(),
            {static_cast<std::uint32_t>(command.GetTexID()), static_cast<std::uint32_t>(left),
             static_cast<std::uint32_t>(rows - bottom), static_cast<std::uint32_t>(width),
             static_cast<std::uint32_t>(std::max(bottom - top, 0.0F)), command.IdxOffset, command.ElemCount});
    }
}

void Painter::end() {
    if (!attached_) return;
    ImGuiContext& context = *ImGui::GetCurrentContext();
    ImGuiViewportP& viewport = *context.Viewports[0];
    ImDrawData& data = viewport.DrawDataP;
    data.Clear();
    data.Valid = true;
    data.DisplaySize = viewport.Size;
    data.FramebufferScale = viewport.FramebufferScale;
    data.AddDrawList(ImGui::GetBackgroundDrawList(&viewport));
    ImDrawList const* const list = data.CmdLists.empty() ? nullptr : data.CmdLists[0];
    if (list == nullptr) return;

    ImVector<ImTextureData*> const& textures = context.IO.Fonts->TexList;
    constexpr std::size_t head = 6;
    constexpr std::size_t texture_words = 8;
    drawing_ = {0,
                static_cast<std::uint32_t>(list->CmdBuffer.Size),
                address_of(list->VtxBuffer.Data),
                static_cast<std::uint32_t>(list->VtxBuffer.size_in_bytes()),
                address_of(list->IdxBuffer.Data),
                static_cast<std::uint32_t>(list->IdxBuffer.size_in_bytes())};
    for (ImTextureData* texture : textures) write_texture(*texture);
    drawing_[0] = static_cast<std::uint32_t>((drawing_.size() - head) / texture_words);
    std::uint64_t const fingerprint = fingerprint_of(data);
    if (drawing_[0] == 0 && fingerprint == drawn_) {
        drawing_.clear();
        return;
    }
    write_commands(data);
    drawn_ = fingerprint;
}

}  // namespace needlewise::platform
