#include "ui/motion.hpp"

#include "support/catch.hpp"

namespace {

using needlewise::ui::follow;
using needlewise::ui::FrameInput;
using needlewise::ui::FrameOutput;
using needlewise::ui::Glide;

struct Shown {
    float value = 0;
    bool animating = false;
};

Shown show(Glide& glide, float target, double seconds, bool reduced_motion = false) {
    FrameInput input;
    input.seconds = seconds;
    input.preferences.reduced_motion = reduced_motion;
    FrameOutput output;
    auto const value = follow(glide, target, input, output);
    return {value, output.animating};
}

}  // namespace

TEST_CASE("A glide starts where it is, moves on its way, and comes to rest") {
    Glide glide;
    CHECK(show(glide, 3, 10).value == 3.0F);
    CHECK_FALSE(show(glide, 3, 10.1).animating);

    CHECK(show(glide, 9, 11).value == 3.0F);
    auto const under_way = show(glide, 9, 11.08);
    CHECK(under_way.animating);
    CHECK(under_way.value > 3.0F);
    CHECK(under_way.value < 9.0F);
    auto const there = show(glide, 9, 12);
    CHECK(there.value == 9.0F);
    CHECK_FALSE(there.animating);
}

TEST_CASE("A glide that is sent elsewhere goes on from where it is drawn") {
    Glide glide;
    show(glide, 0, 1);
    show(glide, 10, 2);
    auto const before = show(glide, 10, 2.05).value;
    CHECK(show(glide, 0, 2.05).value == before);
    CHECK(show(glide, 0, 3).value == 0.0F);
}

TEST_CASE("With reduced motion nothing glides") {
    Glide glide;
    show(glide, 0, 1, true);
    auto const shown = show(glide, 10, 2, true);
    CHECK(shown.value == 10.0F);
    CHECK_FALSE(shown.animating);
}
