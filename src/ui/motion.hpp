#pragma once

#include "ui/page.hpp"

namespace needlewise::ui {

/// A drawn value on its way to another. Motion explains what changed, and is over before anyone waits for it.
struct Glide {
    float from = 0;
    float to = 0;
    /// When it set out, in the clock of FrameInput::seconds; negative: it stands at `to`.
    double started = -1;
    /// Nothing was shown yet: the first target is taken at once.
    bool at_rest = false;
};

/// How much of a motion is over after `seconds`: 0 to 1, fast at first.
float eased_share(double seconds);

/// Where the value is drawn in this frame: on its way to `target`, eased, for a fifth of a second; at once with reduced
/// motion. Asks for another frame while it moves.
float follow(Glide& glide, float target, FrameInput const& input, FrameOutput& output);

}  // namespace needlewise::ui
