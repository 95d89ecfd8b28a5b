#pragma once

#include "app/content.hpp"
#include "platform/headless/content_files.hpp"
#include "semantics/action.hpp"
#include "ui/page.hpp"

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ImGuiContext;

namespace needlewise::platform {

struct HeadlessFont {
    std::string bytes;
    int weight = 400;
};

struct HeadlessDescription {
    std::span<ContentFile const> content;
    std::span<HeadlessFont const> fonts;
    std::string language = "en";
    core::Date today;
    float width = 1280;
    float height = 800;
    ui::Preferences preferences;
    /// The page around this one that may be told the outcome; empty: none.
    std::string shares_with;
};

/// What somebody looked for is not on the page, or not to be told from something else there. Says what is there.
class NotOnPage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The page without browser and renderer, driven as a person would: by role and accessible name. It plays the browser's
/// part: it keeps focus and history, lets an open dialog hide what lies behind it, and gives frames while an animation
/// runs. Each page has an ImGui context of its own.
class HeadlessPage {
public:
    explicit HeadlessPage(HeadlessDescription const& description);
    ~HeadlessPage();
    HeadlessPage(HeadlessPage const&) = delete;
    HeadlessPage& operator=(HeadlessPage const&) = delete;

    // What is there

    semantics::Tree const& tree() const { return output_.tree; }
    /// The last frame's, with the announcements of all frames since the last thing a person did.
    ui::FrameOutput const& output() const { return output_; }
    app::Session const& session() const { return session_; }
    /// Null where there is none.
    semantics::Node const* find(std::string_view id) const;
    /// What can be reached (behind an open dialog: nothing) with that role and name, in reading order.
    std::vector<semantics::Node const*> all(semantics::Role role, std::string_view name) const;
    bool sees(semantics::Role role, std::string_view name) const { return !all(role, name).empty(); }
    /// The only one; throws NotOnPage.
    semantics::Node const& see(semantics::Role role, std::string_view name) const;
    /// Some reachable text or name has this in it.
    bool says(std::string_view text) const;
    std::string const& focused() const { return input_.interaction.focused; }
    std::string text() const;
    float width() const { return input_.width; }

    // What a person does

    /// A click on a button, link, radio or checkbox.
    void press(semantics::Role role, std::string_view name);
    void press(std::string_view id, semantics::ActionMeans means = semantics::ActionMeans::Keyboard);
    /// Chooses or ticks an option of the group with that name; the first such group that has the option.
    void choose(std::string_view group, std::string_view option);
    /// Commits a value in a field or slider.
    void fill(semantics::Role role, std::string_view name, std::string value);
    void fill(std::string_view id, std::string value);
    /// Several things done between two frames, in this order.
    void act(std::vector<semantics::Action> actions) { settle(std::move(actions)); }
    /// Escape.
    void dismiss();
    void browser_back() { browser_go(-1); }
    void browser_forward() { browser_go(1); }
    void hover(std::string_view id);
    void focus(std::string_view id);
    void resize(float width, float height);
    void prefer(ui::Preferences preferences);
    void set_today(core::Date today);
    /// Plays the part of web/kiosk.js: tells the kiosk something, then shows what came of it.
    template <class Told>
    void tell_kiosk(Told const& told) {
        told(session_.kiosk);
        settle({});
    }
    /// Plays the part of web/language.js.
    template <class Told>
    void tell_languages(Told const& told) {
        told(session_.languages);
        settle({});
    }
    bool speak(std::span<ContentFile const> content, std::string_view language);
    /// Plays the part of web/offline.js.
    void tell_site(app::Session::PageVersion version) {
        session_.page_version = std::move(version);
        settle({});
    }
    void open_kiosk(std::string off = {}, int wrong_pins = 0) {
        session_.open_kiosk(std::move(off), wrong_pins);
        settle({});
    }
    /// Lets time pass, with the frames that the page asked for meanwhile.
    void wait(double seconds);
    /// The window of the content that is painted.
    void paint_window(float top, float height);

    // What is painted

    /// The tree of a frame that paints nothing, as the plain view wants it.
    semantics::Tree tree_without_paint();
    /// Corners of the triangles of the last frame, in content coordinates, but for the page's own surface.
    std::vector<std::pair<float, float>> painted_points() const;
    /// Height of a text set in `style` and broken at `width`, as the page breaks it, and the width of its widest line.
    std::pair<float, float> measured(std::string_view text, semantics::TextStyle const& style, float width);

private:
    void frame(std::vector<semantics::Action> actions);
    void settle(std::vector<semantics::Action> actions);
    void browser_go(int steps);
    bool reachable(semantics::Node const& node) const;
    semantics::Node const& only(std::vector<semantics::Node const*> const& found, std::string const& what) const;

    ImGuiContext* context_;
    app::Session session_;
    ui::Page page_;
    ui::FrameInput input_;
    ui::FrameOutput output_;
    int last_entry_ = 0;
};

}  // namespace needlewise::platform
