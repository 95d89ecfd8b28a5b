#pragma once

#include "app/result_words.hpp"
#include "ui/motion.hpp"
#include "ui/screens/entrance.hpp"
#include "ui/ui.hpp"

#include <set>
#include <string>

namespace needlewise::ui {

/// What the page remembers between frames that is no answer and no place: open disclosures and running timers.
struct ScreenState {
    std::set<std::string, std::less<>> expanded;
    /// When to go on by itself, in the clock of FrameInput::seconds; negative: not.
    double advance_at = -1;
    /// Session looked at on the timeline, from 1.
    int session = 1;
    /// The chosen day of the recovery pictures.
    Glide day;
    /// Follow-ups on their way in.
    Entrances entrances;

    bool is_expanded(std::string_view id) const { return expanded.find(id) != expanded.end(); }
    void toggle(std::string const& id) {
        if (!expanded.erase(id)) {
            expanded.insert(id);
        }
    }
};

// One function a screen; each reads like the screen.

void ask_staff_screen(Ui& ui);
void welcome_screen(Ui& ui, ScreenState& state);
void questions_screen(Ui& ui, ScreenState& state);
void review_screen(Ui& ui, ScreenState& state);
void result_screen(Ui& ui, ScreenState& state);
void timeline_screen(Ui& ui, ScreenState& state);
void recovery_check_screen(Ui& ui, ScreenState& state);
void red_flags_screen(Ui& ui, ScreenState& state);
void treated_screen(Ui& ui, ScreenState& state);
void explainer_screen(Ui& ui, ScreenState& state);
void take_along_screen(Ui& ui);
void open_saved_screen(Ui& ui);
/// Example plans for two people at one screen, one or two beside each other.
void presenter_screen(Ui& ui, ScreenState& state);
/// Instead of a screen whose words are still on their way.
void waiting_screen(Ui& ui);

// In a waiting room (app::Kiosk)

/// What is shown instead of the page: for whoever comes next, for handing back, for staff.
void kiosk_screen(Ui& ui);
void attract_screen(Ui& ui);
void staff_menu_screen(Ui& ui);
void hand_over_screen(Ui& ui);
void staff_summary_screen(Ui& ui);
/// "I am finished", below what there is to read at the end.
void finish_button(Ui& ui);
/// "Are you still there?" and the PIN.
void kiosk_dialogs(Ui& ui);
/// Why the PIN does not let staff on, or what is going on; else empty.
std::string pin_message(app::Session const& session);
/// What takes the focus when kiosk or dialog change: an id, or nothing.
char const* kiosk_focus(app::Kiosk const& kiosk);

// Parts that several screens share

/// There is more than one language.
bool offers_languages(app::Session const& session);
/// A choice of them; nothing where there is none.
void language_choice(Ui& ui);

/// A native control that the style sheet places: of the banner or a dialog.
Node chrome(std::string id, Role role, std::string_view name, std::string variant = {});

/// There are explainer cards, and their words have come.
bool explainer_is_here(app::Session const& session);
/// The red flag groups with their actions, most urgent first.
void red_flag_cards(Ui& ui);
/// How to reach the clinic, where its settings say so: a card with a heading, and the space below it.
void clinic_contact(Ui& ui, std::string const& id);
/// The clinic's own products for an item of the timeline, below its text.
void clinic_products(Ui& ui, std::string const& id, std::string_view item);
/// Sources, strength and, where they differ, the views and the choice made.
void source_notes(Ui& ui, std::string const& id, std::vector<std::string> const& sources,
                  std::vector<std::string> const& differs, std::optional<core::Strength> strength);
/// What changed in the result since it was last looked at.
void result_change_notice(Ui& ui);
/// Part of a word's key: `clear` …, `exclude` ….
char const* key_of(core::Outcome outcome);
char const* key_of(core::Level level);
using app::answer_in_words;
using app::date_of_finding;
using app::headline;
/// There is a way to take the result along.
bool can_take_along(app::Session const& session);
/// "A, B and C", by the catalogue.
std::string listed(app::Session const& session, std::vector<std::string> const& parts);
/// The drawn face and body whose regions are the options of a question.
void figure(Ui& ui, core::ItemIndex question, Column const& where);

}  // namespace needlewise::ui
