#include "ui/motion.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

constexpr double seconds_of_motion = 0.2;

float place(Glide const& glide, double now) {
    if (glide.started < 0) {
        return glide.to;
    }
    return glide.from + (glide.to - glide.from) * eased_share(now - glide.started);
}

}  // namespace

float eased_share(double seconds) {
    auto const left = 1 - static_cast<float>(std::clamp(seconds / seconds_of_motion, 0.0, 1.0));
    return 1 - left * left * left;
}

float follow(Glide& glide, float target, FrameInput const& input, FrameOutput& output) {
    if (!glide.at_rest || input.preferences.reduced_motion || input.without_paint) {
        glide = {target, target, -1, true};
        return target;
    }
    if (target != glide.to) {
        glide = {place(glide, input.seconds), target, input.seconds, true};
    }
    if (glide.started >= 0 && input.seconds - glide.started >= seconds_of_motion) {
        glide.started = -1;
    }
    output.animating = output.animating || glide.started >= 0;
    return place(glide, input.seconds);
}

}  // namespace needlewise::ui
