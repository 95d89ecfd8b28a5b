#pragma once

#include "semantics/diff.hpp"
#include "ui/page.hpp"

#include <span>
#include <string>

namespace needlewise::platform {

/// What the browser already knows of the last frame, so that only news are told.
struct Told {
    std::string title;
    std::string language;
    std::string wanted_language;
    float content_height = -1;
    int history_entry = 0;
    int section = 0;
    bool plain_view = false;
};

/// The news of a frame as JSON for web/mirror.js and its neighbours; empty if there are none. Members, all optional:
///
///     patches   [{op: "insert"|"update"|"move"|"remove", id, parent, at, …members of the node that changed}], where
///               box [x, y, width, height] and text [size, line height, weight] are in 64ths of a pixel
///     section   [number, of how many], when another one is shown
///     speak     language tag: another one was chosen
///     height, title, lang, focus, top (true: scroll there), scrollTo, entry, forget, plain
///     take      [what, answers]: to be taken along (web/take.js)
///     announce  [[text, assertive]]
///     theme     [[custom property, value]]
std::string news_of(ui::FrameOutput const& output, std::span<semantics::Patch const> patches, Told& told);

}  // namespace needlewise::platform
