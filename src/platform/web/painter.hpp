#pragma once

#include <cstdint>

namespace needlewise::platform {

/// Dear ImGui as a layout and paint library on WebGL2: no windows, no mouse, no files. Lays out without WebGL too.
class Painter {
public:
    Painter();
    ~Painter();
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    /// A WebGL2 context is current from now on, new or restored. False if it cannot be used.
    bool attach();
    /// The context is lost: draws nothing until the next attach().
    void detach();
    bool attached() const { return attached_; }

    /// CSS pixels of the painted window of the page.
    void begin(float width, float height, float device_pixel_ratio, double seconds);
    /// Draws what was added since begin(), unless it is what the canvas shows already.
    void end_and_draw();
    /// Ends the frame without drawing.
    void end();

private:
    bool attached_ = false;
    double last_seconds_ = 0;
    /// Of the draw data on the canvas; 0: unknown.
    std::uint64_t drawn_ = 0;
};

}  // namespace needlewise::platform
