#pragma once

#include <cstdint>

struct ImDrawData;
struct ImTextureData;

namespace needlewise::platform {

/// Draws ImGui's lists with WebGL2, and nothing else: a third of the bytes of the general backend, and no reading back
/// of state, for nobody else uses the context. Textures are one byte a pixel.
class GlRenderer {
public:
    /// Makes its objects on the current context. False if that context cannot run them.
    bool create();
    /// The context and all it held are gone.
    void forget(ImDrawData const* last);
    /// Draws onto a cleared, transparent canvas with premultiplied alpha.
    void draw(ImDrawData const& data);

private:
    std::uint32_t program_ = 0;
    std::uint32_t vertices_ = 0;
    std::uint32_t indices_ = 0;
    int scale_location_ = 0;
};

}  // namespace needlewise::platform
