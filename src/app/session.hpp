#pragma once

#include "app/form_pages.hpp"
#include "app/kiosk.hpp"
#include "app/languages.hpp"
#include "app/place.hpp"
#include "app/presenter.hpp"
#include "app/take_along.hpp"
#include "app/words.hpp"
#include "core/assessment.hpp"
#include "core/clinic_settings.hpp"
#include "core/timeline.hpp"
#include "formats/date_words.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace needlewise::app {

/// What a session is made of; all of it checked before.
struct SessionContent {
    core::Protocol protocol;
    core::ClinicSettings clinic;
    core::ParameterValues parameters;
    Words words;
    std::string language = "en";
    /// Why nothing can be screened, for staff; empty when all is well. Screens then show AskStaff only.
    std::vector<std::string> staff_notes;
};

/// What is wrong with an answer, as the form says it.
enum class Problem : std::uint8_t { None, Missing, Unreadable, NotInFuture, NotInPast, OutOfRange, OptionClash };

/// What changed in the result since the person last looked at it.
struct ResultChange {
    core::Outcome before = core::Outcome::Incomplete;
    core::Outcome after = core::Outcome::Incomplete;
    std::vector<core::RuleIndex> came;
    std::vector<core::RuleIndex> gone;
    /// Questions asked now and not before, and the other way round.
    std::vector<core::ItemIndex> opened;
    std::vector<core::ItemIndex> closed;
    bool nothing() const { return before == after && came.empty() && gone.empty() && opened.empty() && closed.empty(); }
};

/// A value of a question of that type, as a field holds it; none if the text cannot be read.
std::optional<core::Value> value_from_text(core::ItemType type, std::string const& text);

enum class Brightness : std::uint8_t { Device, Light, Dark };

/// One person's visit: answers, place and choices, in memory only. Every change goes through its functions.
class Session {
public:
    Session(SessionContent content, core::Date today);

    core::Protocol const& protocol() const { return content_.protocol; }
    core::ClinicSettings const& clinic() const { return content_.clinic; }
    core::ParameterValues const& parameters() const { return content_.parameters; }
    std::string const& language() const { return content_.language; }
    /// Goes on in another language: the same content, read for it. Answers, place and choices stay. False, and nothing
    /// changes but that the choice failed, where it cannot be used.
    bool speak(SessionContent content);
    std::vector<std::string> const& staff_notes() const { return content_.staff_notes; }
    core::Date today() const { return today_; }
    void set_today(core::Date today);

    std::string const& text(std::string const& key) const { return content_.words.text(key, content_.protocol); }
    std::string text(std::string const& key, std::initializer_list<Placeholder> placeholders) const {
        return filled(text(key), placeholders);
    }
    bool has_text(std::string const& key) const { return content_.words.has(key, content_.protocol); }
    /// Words of the result, the timeline and the explainer may come after the first screen.
    bool late_words_are_here() const;
    void add_words(core::Catalogue late) { content_.words.add(std::move(late)); }
    core::Catalogue const& page_words() const { return content_.words.page_words(); }
    formats::DateWords dates() const { return {content_.protocol, &content_.words.page_words(), content_.language}; }
    std::string const& emergency_number() const;
    /// The clinic's link for booking where it shows one with this outcome; else empty.
    std::string_view booking_link() const;

    // Answers

    core::Item const& item(core::ItemIndex index) const { return content_.protocol.questionnaire.items[index]; }
    core::AnswerSheet const& sheet() const { return sheet_; }
    core::EffectiveAnswers const& effective() const { return effective_; }
    core::Answer const& given(core::ItemIndex index) const { return sheet_.answers[index]; }
    bool answered(core::ItemIndex index) const { return !sheet_.answers[index].empty(); }
    bool chosen(core::ItemIndex index, std::size_t option) const;
    /// Ticks or unticks an option; exclusive ones and single choices put out the others.
    void choose(core::ItemIndex index, std::size_t option, bool on);
    void set_answer(core::ItemIndex index, core::Answer answer);
    /// Takes what was typed or picked in a field; "!" is something the browser could not read, "" empties it.
    void set_from_text(core::ItemIndex index, std::string const& text);
    /// "I don't know": said so by the person; to logic the same as blank (questions.md).
    bool said_unknown(core::ItemIndex index) const { return unknown_.contains(index); }
    void say_unknown(core::ItemIndex index, bool unknown);
    Problem problem(core::ItemIndex index) const;
    /// Nothing was answered yet, and nothing typed.
    bool untouched() const;
    std::vector<core::ItemIndex> const& asked_again() const { return asked_again_; }
    bool is_asked_again(core::ItemIndex index) const;
    void confirm_again(core::ItemIndex index);

    // Form

    Paging paging() const { return paging_; }
    void set_paging(Paging paging);
    /// Good until the next answer.
    std::vector<FormPage> const& pages() const { return pages_; }
    std::size_t current_page(std::vector<FormPage> const& pages) const;
    /// Goes to the next page, or marks what is missing on this one and stays. True if it went on.
    bool next(bool skip_what_is_missing);
    void start_form();
    /// True once "next" was pressed with something missing on the page.
    bool tried(core::ItemIndex index) const { return tried_.contains(index); }
    bool page_tried(FormPage const& page) const;
    /// To a question from the review or the result, and from there back to the review.
    void edit(core::ItemIndex index);
    /// To a question from within the form or on the way back into it: it goes on as the form goes.
    void show(core::ItemIndex index);
    /// First page that was never completed, for the way back into the form.
    std::optional<core::ItemIndex> first_open() const;

    // Place

    Travel const& travel() const { return travel_; }
    Place const& here() const { return travel_.here(); }
    void go(Screen screen);
    void back();
    void history(int entry);
    /// Forgets every answer, place and choice about the person.
    void delete_everything();
    /// Grows with each deletion, so that the page can forget with it.
    int deletions() const { return deletions_; }

    // Result and plan

    core::Assessment const& assessment() const { return assessment_; }
    std::optional<ResultChange> result_change() const;
    void dismiss_result_change();
    /// The steps of a treatment day, also where nothing can be planned.
    std::vector<core::TimelineItem> steps_of_the_day() const {
        return core::steps_of_the_day(protocol(), parameters(), effective_, today_);
    }
    /// Where this page is part of another one that may be told the outcome: by that one's name, if the person wants it.
    std::string const& shares_with() const { return shares_with_; }
    void share_with(std::string name) { shares_with_ = std::move(name); }
    bool shared() const { return shared_ == std::pair{assessment_.outcome, assessment_.earliest}; }
    void share() { shared_ = {assessment_.outcome, assessment_.earliest}; }
    core::PlanRequest const& plan_request() const { return request_; }
    core::Timeline const& timeline() const { return timeline_; }
    std::optional<core::MoveRefused> const& move_refused() const { return refused_; }
    /// "I have been treated already" on this day; empty: back to the plan.
    void set_treated_on(std::optional<core::Date> date);
    void move_session(int session, core::Date date);
    /// Takes over a move that was made before, possible or not by now: as with a changed answer, the plan then stays
    /// unmoved and says why.
    void keep_move(int session, core::Date date);
    void reset_moves();
    /// The day looked at on the timeline, counted from the first session.
    int selected_day() const { return selected_day_; }
    void select_day(int day) { selected_day_ = day; }

    // How is it going?

    std::set<std::string> const& seen_signs() const { return seen_signs_; }
    void see_sign(std::string const& id, bool seen);
    /// The day the signs were seen, today unless said otherwise.
    core::Date check_date() const { return check_date_.value_or(today_); }
    void set_check_date(core::Date date) { check_date_ = date; }

    /// What is taken along, and what came back of it.
    TakeAlong take;

    // Choices about the page itself; they outlive a deletion

    float text_scale = 1;
    Brightness brightness = Brightness::Device;
    bool plain_view = false;
    bool advance_by_itself = true;
    /// A "delete my answers?" dialog is open.
    bool asking_to_delete = false;
    /// Which version of the page this is, for staff. How it is kept for use without network: a word's key, and the file
    /// it speaks of.
    struct PageVersion {
        std::string name;
        std::string kept;
        std::string file;
        /// A newer one is at hand, and may be offered.
        bool newer = false;
    } page_version;
    /// Nothing would be lost if the page were loaded again.
    bool nothing_to_lose() const {
        return untouched() && !request_.date && seen_signs_.empty() && !presenter.first && presenter.concerns.empty();
    }
    /// On a shared tablet, with larger type. `off`, `wrong_pins`: see Kiosk.
    void open_kiosk(std::string off, int wrong_pins);
    Languages languages;
    /// In a waiting room: whose turn it is.
    Kiosk kiosk;
    /// In a consultation: example plans.
    Presenter presenter;
    /// To the example plans, with larger type.
    void present();

private:
    void answers_changed(core::ItemIndex index);
    void recompute();
    void ask_again_after(core::ItemIndex index);
    void leave_place();
    void go_to(Place place);
    Place place_of(core::ItemIndex index, bool returns_to_review) const;

    SessionContent content_;
    core::Date today_;
    core::AnswerSheet sheet_;
    core::EffectiveAnswers effective_;
    core::Assessment assessment_;
    core::PlanRequest request_;
    core::Timeline timeline_;
    std::optional<core::MoveRefused> refused_;
    Travel travel_;
    Paging paging_ = Paging::Question;
    /// Looked at several times a frame, and as long as the form.
    std::vector<FormPage> pages_;
    std::set<core::ItemIndex> unknown_;
    std::set<core::ItemIndex> tried_;
    std::set<core::ItemIndex> confirmed_;
    std::vector<core::ItemIndex> asked_again_;
    /// The result and the questions as last looked at.
    std::optional<core::Assessment> seen_;
    std::vector<bool> seen_enabled_;
    std::set<std::string> seen_signs_;
    std::optional<core::Date> check_date_;
    int selected_day_ = 0;
    int deletions_ = 0;
    std::string shares_with_;
    /// What the page around was told last.
    std::optional<std::pair<core::Outcome, std::optional<core::Date>>> shared_;
};

}  // namespace needlewise::app
