#include "platform/web/painter.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

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
    return data.Textures != nullptr &&
           std::any_of(data.Textures->begin(), data.Textures->end(),
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

}  // namespace

Painter::Painter() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoKeyboard | ImGuiConfigFlags_NoMouseCursorChange;
    // Fonts grow as letters are used; without a context they wait until there is one.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

Painter::~Painter() {
    detach();
    ImGui::DestroyContext();
}

bool Painter::attach() {
    detach();
    attached_ = ImGui_ImplOpenGL3_Init("#version 300 es");
    return attached_;
}

void Painter::detach() {
    if (attached_) ImGui_ImplOpenGL3_Shutdown();
    attached_ = false;
    drawn_ = 0;
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void Painter::begin(float width, float height, float device_pixel_ratio, double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(width, 1.0F), std::max(height, 1.0F)};
    io.DisplayFramebufferScale = {device_pixel_ratio, device_pixel_ratio};
    io.DeltaTime = static_cast<float>(std::clamp(seconds - last_seconds_, 0.0001, 0.1));
    last_seconds_ = seconds;
    // Sizes are CSS pixels, errors are seen in device pixels.
    ImGuiStyle& style = ImGui::GetStyle();
    ImGuiStyle const usual;
    style.CurveTessellationTol = usual.CurveTessellationTol / device_pixel_ratio;
    style.CircleTessellationMaxError = usual.CircleTessellationMaxError / device_pixel_ratio;
    if (attached_) ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void Painter::end_and_draw() {
    ImGui::Render();
    if (!attached_) return;
    ImDrawData& data = *ImGui::GetDrawData();
    if (!textures_wait(data) && fingerprint_of(data) == drawn_) return;
    glViewport(0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x),
               static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y));
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    // Texture ids are given while drawing: only now the fingerprint is the one the next frame would have.
    drawn_ = fingerprint_of(data);
}

void Painter::end() { ImGui::EndFrame(); }

}  // namespace needlewise::platform
