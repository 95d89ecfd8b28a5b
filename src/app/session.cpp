#include "app/session.hpp"

#include <algorithm>

namespace needlewise::app {

Session::Session(SessionContent content, core::Date today)
    : content_{std::move(content)},
      today_{today},
      sheet_{content_.protocol.questionnaire},
      effective_{content_.protocol.questionnaire, sheet_, today} {
    if (!content_.staff_notes.empty()) {
        travel_.replace({Screen::AskStaff});
    }
    recompute();
}

bool Session::speak(SessionContent content) {
    languages.wanted.clear();
    languages.failed = content.staff_notes.size() > content_.staff_notes.size();
    if (!languages.failed) {
        content_ = std::move(content);
        recompute();
    }
    return !languages.failed;
}

bool Session::late_words_are_here() const {
    auto const& rules = content_.protocol.rules;
    return rules.empty() || has_text("rule/" + rules.front().id + "/title");
}

void Session::set_today(core::Date today) {
    if (today == today_) {
        return;
    }
    today_ = today;
    effective_ = core::EffectiveAnswers{protocol().questionnaire, sheet_, today_};
    recompute();
}

std::string const& Session::emergency_number() const {
    static std::string const none;
    auto const parameter = protocol().timeline.emergency_number;
    if (!parameter) {
        return none;
    }
    auto const* text = std::get_if<std::string>(&content_.parameters[*parameter].value);
    return text ? *text : none;
}

std::string_view Session::booking_link() const {
    auto const& booking = clinic().booking;
    auto const shown = booking && std::find(booking->outcomes.begin(), booking->outcomes.end(), assessment_.outcome) !=
                                      booking->outcomes.end();
    return shown ? std::string_view{booking->link} : std::string_view{};
}

void Session::recompute() {
    pages_ = form_pages(protocol().questionnaire, effective_, paging_);
    assessment_ = core::assess(protocol(), parameters(), sheet_, effective_, today_);
    auto result = core::plan(protocol(), parameters(), effective_, assessment_, request_);
    timeline_ = std::move(result.timeline);
    refused_ = result.refused;
}

bool Session::untouched() const {
    return std::all_of(sheet_.answers.begin(), sheet_.answers.end(), [](auto const& a) { return a.empty(); }) &&
           std::none_of(sheet_.malformed.begin(), sheet_.malformed.end(), [](bool bad) { return bad; });
}

void Session::set_paging(Paging paging) {
    if (paging != paging_) {
        paging_ = paging;
        pages_ = form_pages(protocol().questionnaire, effective_, paging_);
    }
}

std::size_t Session::current_page(std::vector<FormPage> const& pages) const {
    // By section, the place of a question is its section's part, even where the question is asked no more.
    auto const item = here().item;
    auto const section = paging_ == Paging::Section ? section_of(protocol().questionnaire, item) : std::nullopt;
    if (!section) {
        return page_of(pages, item);
    }
    auto const part = std::find_if(pages.rbegin(), pages.rend(), [&](FormPage const& page) {
        return page.section == section && page.anchor(paging_) <= item;
    });
    return part != pages.rend() ? static_cast<std::size_t>(pages.rend() - part) - 1 : page_of(pages, *section);
}

bool Session::page_tried(FormPage const& page) const {
    return std::any_of(page.questions.begin(), page.questions.end(),
                       [&](core::ItemIndex question) { return tried(question) && problem(question) != Problem::None; });
}

bool Session::next(bool skip_what_is_missing) {
    auto const& all = pages();
    if (all.empty()) {
        return false;
    }
    auto const at = current_page(all);
    auto stuck = false;
    for (auto const question : all[at].questions) {
        tried_.insert(question);
        stuck = stuck || problem(question) != Problem::None;
    }
    if (stuck && !skip_what_is_missing) {
        return false;
    }
    for (auto const question : all[at].questions) {
        if (is_asked_again(question)) {
            confirm_again(question);
        }
    }
    if (here().returns_to_review || at + 1 >= all.size()) {
        go_to({Screen::Review});
    } else {
        go_to({Screen::Questions, all[at + 1].anchor(paging_)});
    }
    return true;
}

void Session::start_form() {
    auto const& all = pages();
    if (!all.empty()) {
        go_to({Screen::Questions, all.front().anchor(paging_)});
    }
}

void Session::edit(core::ItemIndex index) { go_to(place_of(index, true)); }

void Session::show(core::ItemIndex index) {
    go_to(place_of(index, here().screen == Screen::Questions && here().returns_to_review));
}

Place Session::place_of(core::ItemIndex index, bool returns_to_review) const {
    auto const& all = pages();
    auto const& page = all[page_of(all, index)];
    auto const item = paging_ == Paging::Section ? page.anchor(paging_) : page.questions.front();
    return {Screen::Questions, item, returns_to_review};
}

std::optional<core::ItemIndex> Session::first_open() const {
    for (auto const& page : pages()) {
        for (auto const question : page.questions) {
            auto const& asked = item(question);
            if ((asked.required && !answered(question)) ||
                effective_.standing(question) > core::AnswerStanding::Valid) {
                return question;
            }
        }
    }
    return std::nullopt;
}

void Session::leave_place() {
    auto const screen = here().screen;
    if (screen == Screen::Result || (screen == Screen::Review && !seen_)) {
        seen_ = assessment_;
        seen_enabled_.clear();
        for (core::ItemIndex index = 0; index < protocol().questionnaire.items.size(); ++index) {
            seen_enabled_.push_back(effective_.enabled(index));
        }
    }
}

void Session::go_to(Place place) {
    leave_place();
    travel_.go(place);
}

void Session::go(Screen screen) { go_to({screen}); }

void Session::back() {
    leave_place();
    travel_.back();
}

void Session::history(int entry) {
    leave_place();
    travel_.to(entry);
}

void Session::delete_everything() {
    sheet_ = core::AnswerSheet{protocol().questionnaire};
    effective_ = core::EffectiveAnswers{protocol().questionnaire, sheet_, today_};
    request_ = {};
    unknown_.clear();
    tried_.clear();
    confirmed_.clear();
    asked_again_.clear();
    seen_.reset();
    seen_enabled_.clear();
    seen_signs_.clear();
    check_date_.reset();
    selected_day_ = 0;
    shared_.reset();
    asking_to_delete = false;
    auto const can_share = take.can_share;
    take = {};
    take.can_share = can_share;
    auto const offered = presenter.offered;
    presenter = {};
    presenter.offered = offered;
    travel_.forget();
    if (!content_.staff_notes.empty()) {
        travel_.replace({Screen::AskStaff});
    }
    ++deletions_;
    recompute();
}

void Session::open_kiosk(std::string off, int wrong_pins) {
    constexpr float larger = 1.15F;
    text_scale = larger;
    kiosk.open(clinic().kiosk, std::move(off), wrong_pins);
}

void Session::present() {
    constexpr float for_two = 1.3F;
    text_scale = std::max(text_scale, for_two);
    go(Screen::Presenter);
}

std::optional<ResultChange> Session::result_change() const {
    if (!seen_) {
        return std::nullopt;
    }
    auto change = ResultChange{seen_->outcome, assessment_.outcome, {}, {}, {}, {}};
    auto const lacks = [](core::Assessment const& assessment, core::RuleIndex rule) {
        return std::none_of(assessment.findings.begin(), assessment.findings.end(),
                            [&](core::Finding const& finding) { return finding.rule == rule; });
    };
    for (auto const& finding : assessment_.findings) {
        if (lacks(*seen_, finding.rule)) {
            change.came.push_back(finding.rule);
        }
    }
    for (auto const& finding : seen_->findings) {
        if (lacks(assessment_, finding.rule)) {
            change.gone.push_back(finding.rule);
        }
    }
    for (core::ItemIndex index = 0; index < seen_enabled_.size(); ++index) {
        if (core::is_question(item(index).type) && seen_enabled_[index] != effective_.enabled(index)) {
            (effective_.enabled(index) ? change.opened : change.closed).push_back(index);
        }
    }
    return change.nothing() ? std::nullopt : std::optional{change};
}

void Session::dismiss_result_change() { seen_.reset(); }

void Session::set_treated_on(std::optional<core::Date> date) {
    if (request_.date != date) {
        request_ = {date, {}};
    }
    recompute();
    auto const day = date ? core::days_between(*date, today_) : 0;
    selected_day_ = std::max(0, day);
}

void Session::move_session(int session, core::Date date) {
    auto attempt = request_;
    attempt.moves[session] = date;
    auto result = core::plan(protocol(), parameters(), effective_, assessment_, attempt);
    refused_ = result.refused;
    if (!result.refused) {
        request_ = std::move(attempt);
        timeline_ = std::move(result.timeline);
    }
}

void Session::keep_move(int session, core::Date date) {
    request_.moves[session] = date;
    recompute();
}

void Session::reset_moves() {
    request_.moves.clear();
    recompute();
}

void Session::see_sign(std::string const& id, bool seen) {
    if (seen) {
        seen_signs_.insert(id);
    } else {
        seen_signs_.erase(id);
    }
}

}  // namespace needlewise::app
