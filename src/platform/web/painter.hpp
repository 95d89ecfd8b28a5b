#pragma once

#include "platform/web/gl_renderer.hpp"

#include <cstdint>

namespace needlewise::platform {

/// Dear ImGui's draw lists and fonts on WebGL2. Of its frame only what these need is done here: windows, tables, menus
/// and their input are never used, and left out they save a third of the page's program. Lays out without WebGL too.
class Painter {
public:
    Painter();

    /// A WebGL2 context is current from now on, new or restored. False if it cannot be used.
    bool attach();
    /// The context is lost: draws nothing until the next attach().
    void detach();

    /// CSS pixels of the painted window of the page.
    void begin(float width, float height, float device_pixel_ratio);
    /// Draws what was added since begin(), unless it is what the canvas shows already.
    void end_and_draw();

private:
    GlRenderer renderer_;
    bool attached_ = false;
    /// Of the draw data on the canvas; 0: unknown.
    std::uint64_t drawn_ = 0;
};

}  // namespace needlewise::platform
