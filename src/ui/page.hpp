#pragma once

#include "app/session.hpp"
#include "semantics/action.hpp"
#include "semantics/node.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace needlewise::ui {

/// What the person's device prefers.
struct Preferences {
    bool dark = false;
    bool reduced_motion = false;
    bool more_contrast = false;
    /// Root font size divided by 16: 1 unless the person changed it.
    float text_scale = 1;
    bool operator==(Preferences const&) const = default;
};

/// State of the HTML controls that looks depend on.
struct Interaction {
    std::string hovered;
    std::string pressed;
    std::string focused;
    /// The browser's :focus-visible.
    bool focus_visible = false;
};

/// Everything a frame depends on besides the session. CSS pixels.
struct FrameInput {
    float width = 390;
    float viewport_height = 844;
    float device_pixel_ratio = 1;
    /// Top and height of the painted window of the content.
    float paint_top = 0;
    float paint_height = 844;
    double seconds = 0;
    Preferences preferences;
    Interaction interaction;
    /// Nothing is painted: only meaning is wanted (plain view, tests).
    bool without_paint = false;
};

struct Announcement {
    std::string text;
    bool assertive = false;
};

struct FrameOutput {
    semantics::Tree tree;
    float content_height = 0;
    /// Page title for the browser; never holds an answer.
    std::string title;
    std::string language;
    /// Another language was chosen and has to be fetched (app::Languages::wanted); empty: none.
    std::string wanted_language;
    /// Id to focus because a new page was shown (its h1), or a dialog opened or closed; empty: leave focus alone.
    std::string focus;
    bool scroll_to_top = false;
    /// Scroll so that this node is in view; empty: leave.
    std::string scroll_to;
    std::vector<Announcement> announcements;
    /// The form's section that is shown and how many there are, whatever the answers; 0: none is.
    int section = 0;
    int sections = 0;
    /// Number of the history entry the page is at; the browser pushes an entry when it grows.
    int history_entry = 0;
    /// History entries are to be forgotten: everything was deleted.
    bool forget_everything = false;
    /// What the person asked to take along (app::TakeAlong::request), with the answers as app::carry_out gives them.
    std::string take;
    std::string carried;
    bool plain_view = false;
    /// An animation runs: give another frame. Otherwise the loop may stop.
    bool animating = false;
    /// Seconds until something changes by itself (auto-advance); negative: nothing will.
    double wake_after_seconds = -1;
    /// CSS custom properties of the theme, for native controls; only when they changed.
    std::vector<std::pair<std::string, std::string>> theme;
};

/// The page over a session: each frame takes what people did, lays out, paints into the current ImGui frame's
/// background draw list, and describes. Needs a current ImGui context with fonts (see fonts.hpp) between NewFrame and
/// Render.
class Page {
public:
    Page();
    ~Page();
    FrameOutput frame(app::Session& session, FrameInput const& input, std::span<semantics::Action const> actions);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace needlewise::ui
