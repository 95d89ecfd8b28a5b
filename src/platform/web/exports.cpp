// What web/wasm.js calls: plain functions with the page as a handle, numbers only; texts go through the page's slots.
#include "platform/web/web_page.hpp"

#include <emscripten.h>

#include <cstddef>
#include <cstdint>

using needlewise::platform::WebPage;
namespace semantics = needlewise::semantics;

extern "C" {

EMSCRIPTEN_KEEPALIVE WebPage* nw_create() { return new WebPage; }

/// Room for a text or bytes of `size`, to be written at once: the memory may move with the next call.
EMSCRIPTEN_KEEPALIVE char* nw_text(WebPage* page, int slot, int size) {
    std::string& text = page->texts[static_cast<std::size_t>(slot)];
    text.resize(static_cast<std::size_t>(size));
    return text.data();
}

EMSCRIPTEN_KEEPALIVE bool nw_add_font(WebPage* page, int weight) { return page->add_font(weight); }
EMSCRIPTEN_KEEPALIVE void nw_add_source(WebPage* page) { page->add_source(); }
EMSCRIPTEN_KEEPALIVE bool nw_boot(WebPage* page) { return page->boot(); }
EMSCRIPTEN_KEEPALIVE void nw_add_words(WebPage* page) { page->add_words(); }
EMSCRIPTEN_KEEPALIVE void nw_offer(WebPage* page, bool plain_only) { page->offer(plain_only); }
EMSCRIPTEN_KEEPALIVE char const* nw_speak(WebPage* page) { return page->speak().c_str(); }
EMSCRIPTEN_KEEPALIVE void nw_share_with(WebPage* page) { page->share_with(); }
EMSCRIPTEN_KEEPALIVE bool nw_today(WebPage* page) { return page->set_today(); }

/// Slots 0 to 2: see WebPage. `newer`: another version is at hand.
EMSCRIPTEN_KEEPALIVE void nw_site(WebPage* page, bool newer) { page->set_site(newer); }

EMSCRIPTEN_KEEPALIVE char const* nw_taken(WebPage* page) { return page->taken().c_str(); }
EMSCRIPTEN_KEEPALIVE char const* nw_printable(WebPage* page) { return page->printable().c_str(); }
EMSCRIPTEN_KEEPALIVE void nw_can_share(WebPage* page) { page->can_share(); }
/// Offers example plans, and shows them at once.
EMSCRIPTEN_KEEPALIVE void nw_present(WebPage* page, bool at_once) { page->present(at_once); }
EMSCRIPTEN_KEEPALIVE void nw_carry_in(WebPage* page) { page->carry_in(); }

EMSCRIPTEN_KEEPALIVE void nw_attach(WebPage* page) { page->painter.attach(); }
EMSCRIPTEN_KEEPALIVE void nw_detach(WebPage* page) { page->painter.detach(); }

/// Slots 0 and 1: the node's id, the value.
EMSCRIPTEN_KEEPALIVE void nw_action(WebPage* page, int kind, int means) {
    page->actions.push_back({.kind = static_cast<semantics::ActionKind>(kind),
                             .means = static_cast<semantics::ActionMeans>(means),
                             .target = page->texts[0],
                             .value = page->texts[1]});
}

/// Slots 0 to 2: ids of the nodes hovered, pressed and focused.
EMSCRIPTEN_KEEPALIVE void nw_interaction(WebPage* page, bool focus_visible) {
    page->input.interaction = {.hovered = page->texts[0],
                               .pressed = page->texts[1],
                               .focused = page->texts[2],
                               .focus_visible = focus_visible};
}

EMSCRIPTEN_KEEPALIVE void nw_preferences(WebPage* page, bool dark, bool reduced_motion, bool more_contrast,
                                         float text_scale) {
    page->input.preferences = {
        .dark = dark, .reduced_motion = reduced_motion, .more_contrast = more_contrast, .text_scale = text_scale};
}

/// Gives phase + 16 * wish + 256 * wrong PINs (app::Kiosk), or -1 where there can be no kiosk; a wish once.
EMSCRIPTEN_KEEPALIVE int nw_kiosk(WebPage* page, int news, int seconds, int minutes_of_day, int count) {
    if (!page->tell_kiosk(static_cast<WebPage::KioskNews>(news), seconds, minutes_of_day, count)) return -1;
    auto& kiosk = page->kiosk();
    return static_cast<int>(kiosk.phase()) + 16 * static_cast<int>(kiosk.take_wish()) + 256 * kiosk.wrong_pins();
}
EMSCRIPTEN_KEEPALIVE int nw_kiosk_wake_after(WebPage* page) { return page->kiosk().wake_after(); }

/// The news of this frame (see frame_json.hpp) as a text that ends with a zero, or nothing; nw_news_size() is its length.
EMSCRIPTEN_KEEPALIVE char const* nw_frame(WebPage* page, float width, float viewport_height, float device_pixel_ratio,
                                          float paint_top, float paint_height, double seconds, bool without_paint) {
    page->input.width = width;
    page->input.viewport_height = viewport_height;
    page->input.device_pixel_ratio = device_pixel_ratio;
    page->input.paint_top = paint_top;
    page->input.paint_height = paint_height;
    page->input.seconds = seconds;
    page->input.without_paint = without_paint;
    page->frame();
    return page->news.empty() ? nullptr : page->news.c_str();
}

/// What the frame wants drawn (see painter.hpp), or nothing.
EMSCRIPTEN_KEEPALIVE std::uint32_t const* nw_drawing(WebPage const* page) {
    auto const& words = page->painter.drawing();
    return words.empty() ? nullptr : words.data();
}
EMSCRIPTEN_KEEPALIVE int nw_news_size(WebPage const* page) { return static_cast<int>(page->news.size()); }
EMSCRIPTEN_KEEPALIVE bool nw_animating(WebPage const* page) { return page->animating; }
EMSCRIPTEN_KEEPALIVE double nw_wake_after(WebPage const* page) { return page->wake_after_seconds; }
}
