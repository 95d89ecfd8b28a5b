#include "platform/web/gl_renderer.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace needlewise::platform {

namespace {

constexpr GLuint position_attribute = 0;
constexpr GLuint texture_attribute = 1;
constexpr GLuint color_attribute = 2;

constexpr char const* vertex_source = R"(#version 300 es
layout(location=0) in vec2 position;
layout(location=1) in vec2 place;
layout(location=2) in vec4 tint;
uniform vec2 scale;
out vec2 uv;
out vec4 color;
void main() {
  uv = place;
  color = tint;
  gl_Position = vec4(position * scale + vec2(-1, 1), 0, 1);
})";
constexpr char const* fragment_source = R"(#version 300 es
precision mediump float;
uniform sampler2D letters;
in highp vec2 uv;
in vec4 color;
out vec4 result;
void main() {
  float alpha = color.a * texture(letters, uv).r;
  result = vec4(color.rgb * alpha, alpha);
})";

void add_shader(GLuint program, GLenum kind, char const* source) {
    GLuint const shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
}

GLuint texture_name(ImTextureID id) { return static_cast<GLuint>(id); }

void upload(ImTextureData& texture) {
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (texture.Status == ImTextureStatus_WantCreate) {
        GLuint name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE,
                     texture.GetPixels());
        texture.SetTexID(name);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        auto const& area = texture.UpdateRect;
        glBindTexture(GL_TEXTURE_2D, texture_name(texture.GetTexID()));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        glTexSubImage2D(GL_TEXTURE_2D, 0, area.x, area.y, area.w, area.h, GL_RED, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(area.x, area.y));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        GLuint const name = texture_name(texture.GetTexID());
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void describe_vertices() {
    auto const attribute = [](GLuint index, GLint count, GLenum type, GLboolean normalized, std::size_t offset) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, count, type, normalized, sizeof(ImDrawVert),
                              reinterpret_cast<void const*>(static_cast<std::uintptr_t>(offset)));
    };
    attribute(position_attribute, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
    attribute(texture_attribute, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
    attribute(color_attribute, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
}

}  // namespace

bool GlRenderer::create() {
    program_ = glCreateProgram();
    add_shader(program_, GL_VERTEX_SHADER, vertex_source);
    add_shader(program_, GL_FRAGMENT_SHADER, fragment_source);
    glLinkProgram(program_);
    GLint linked = GL_FALSE;
    glGetProgramiv(program_, GL_LINK_STATUS, &linked);
    if (linked == GL_FALSE) return false;
    glUseProgram(program_);
    scale_location_ = glGetUniformLocation(program_, "scale");
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    describe_vertices();
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glClearColor(0, 0, 0, 0);
    return true;
}

void GlRenderer::forget(ImDrawData const* last) {
    if (last == nullptr || last->Textures == nullptr) return;
    for (ImTextureData* texture : *last->Textures) {
        if (texture->GetTexID() == ImTextureID_Invalid) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void GlRenderer::draw(ImDrawData const& data) {
    for (ImTextureData* texture : *data.Textures) {
        if (texture->Status != ImTextureStatus_OK) upload(*texture);
    }
    ImVec2 const scale = data.FramebufferScale;
    auto const columns = static_cast<GLsizei>(data.DisplaySize.x * scale.x);
    auto const rows = static_cast<GLsizei>(data.DisplaySize.y * scale.y);
    glViewport(0, 0, columns, rows);
    glDisable(GL_SCISSOR_TEST);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    // Of the drawing buffer, not of the window: half a pixel cut off would blur every letter a little.
    glUniform2f(scale_location_, 2 * scale.x / static_cast<float>(columns), -2 * scale.y / static_cast<float>(rows));
    for (ImDrawList const* list : data.CmdLists) {
        glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
        for (ImDrawCmd const& command : list->CmdBuffer) {
            ImVec4 const& clip = command.ClipRect;
            auto const left = static_cast<GLint>(std::floor(clip.x * scale.x));
            auto const top = static_cast<GLint>(std::floor(clip.y * scale.y));
            auto const right = static_cast<GLint>(std::ceil(clip.z * scale.x));
            auto const bottom = static_cast<GLint>(std::ceil(clip.w * scale.y));
            if (right <= left || bottom <= top) continue;
            glScissor(left, rows - bottom, right - left, bottom - top);
            glBindTexture(GL_TEXTURE_2D, texture_name(command.GetTexID()));
            glDrawElements(
                GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                reinterpret_cast<void const*>(static_cast<std::uintptr_t>(command.IdxOffset * sizeof(ImDrawIdx))));
        }
    }
}

}  // namespace needlewise::platform
