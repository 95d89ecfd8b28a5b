#pragma once

#include "app/content.hpp"
#include "platform/web/frame_json.hpp"
#include "platform/web/painter.hpp"
#include "semantics/action.hpp"
#include "ui/page.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace needlewise::platform {

/// The page in a browser: what web/wasm.js talks to. Texts come in through slots, so that calls carry numbers only.
class WebPage {
public:
    static constexpr std::size_t slots = 4;
    std::array<std::string, slots> texts;

    Painter painter;
    ui::FrameInput input;
    /// What people did since the last frame.
    std::vector<semantics::Action> actions;

    /// Slot 0: bytes of a TTF.
    bool add_font(int weight);
    /// Slots 0 and 1: path and text of a content file.
    void add_source();
    /// Slots 0 and 1: language tag, today as ISO date. Reads what was added. False if the date is none.
    bool boot();
    /// Slot 0: JSON object of words that come after the first screen.
    void add_words();
    /// Slot 0: the languages on offer, a line for each tag and one for its name.
    void offer(bool plain_only);
    /// Slot 0: a language whose words were added, or nothing where they could not be had. Gives what to say of it.
    std::string const& speak();
    /// Slot 0: who may be told the outcome, if the person wants it.
    void share_with();
    /// Slot 0: today as ISO date.
    bool set_today();
    /// Slots 0 to 2: version of the page itself, word of how it is kept, the file that speaks of.
    void set_site(bool newer);
    /// Slots 0 to 2: word of what taking along came to, what could not be read, a link. Gives what to say of it.
    std::string const& taken();
    /// The answers (app::carry_out) where the screen is one that a page for paper stands for, and a clinic offers it.
    std::string const& printable();
    /// The device has a share sheet.
    void can_share();
    /// Slot 0: answers that were taken along before; slot 1: what could not be read of them.
    void present(bool at_once);
    void carry_in();

    /// What web/kiosk.js tells, and with it the time: whole seconds that never go back, minutes since midnight.
    enum class KioskNews { Time, Open, Touched, PinRight, PinWrong, Reset, OffersSettings };
    /// To open it, slot 0: what is off here; `count`: wrong PINs before, negative where none can be checked. True if there is a kiosk.
    bool tell_kiosk(KioskNews news, int seconds, int minutes_of_day, int count);
    app::Kiosk& kiosk() { return session_->kiosk; }

    /// One frame of `input`. What the browser has to hear of stays in `news` until the next one.
    void frame();
    std::string news;
    bool animating = false;
    double wake_after_seconds = -1;

private:
    struct Source {
        std::string path;
        std::string text;
    };
    app::SessionContent content(std::string_view language) const;
    std::vector<Source> sources_;
    std::optional<app::Session> session_;
    ui::Page page_;
    semantics::Tree tree_;
    std::string printable_;
    Told told_;
};

}  // namespace needlewise::platform
