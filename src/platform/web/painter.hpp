#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;
struct ImTextureData;

namespace needlewise::platform {

/// Dear ImGui's draw lists and fonts, without its windows and without a backend. Of its frame only what these need is
/// done here: windows, tables, menus and their input are never used, and left out they save a third of the program.
/// web/painter.js draws the result with WebGL2, from where it lies in memory. Lays out without WebGL too.
class Painter {
public:
    Painter();

    /// There is somebody to draw, who has no textures yet. Without, nothing is handed out.
    void attach();
    void detach();

    /// CSS pixels of the painted window of the page.
    void begin(float width, float height, float device_pixel_ratio);
    void end();

    /// What is to be drawn since end(); empty if the canvas shows it already. Addresses are good until the next call.
    ///
    ///     words 0 to 5: textures, commands, address and bytes of the vertices, address and bytes of the indices
    ///     each texture, 8 words: number, kind (1 create, 2 update, 3 destroy), width, left, top, columns, rows of what
    ///         changed, address of its pixels; a byte a pixel, rows `width` apart
    ///     each command, 7 words: texture, left, bottom, width, height of its clip in device pixels of the canvas,
    ///         first index, indices
    ///
    /// Vertices are ImDrawVert (x, y, u, v as floats, then red, green, blue, alpha as bytes), indices 32 bits wide.
    std::vector<std::uint32_t> const& drawing() const { return drawing_; }

private:
    void write_texture(ImTextureData& texture);
    void write_commands(ImDrawData const& data);

    bool attached_ = false;
    std::uint32_t last_texture_ = 0;
    /// Of the draw data on the canvas; 0: unknown.
    std::uint64_t drawn_ = 0;
    std::vector<std::uint32_t> drawing_;
};

}  // namespace needlewise::platform
