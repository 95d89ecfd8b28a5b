#include "platform/web/web_page.hpp"

#include "app/carried.hpp"
#include "core/date.hpp"
#include "semantics/diff.hpp"
#include "ui/fonts.hpp"

#include <utility>

namespace needlewise::platform {

bool WebPage::add_font(int weight) { return ui::add_font(texts[0].data(), texts[0].size(), weight); }

void WebPage::add_source() { sources_.push_back({std::move(texts[0]), std::move(texts[1])}); }

bool WebPage::boot() {
    auto const today = core::Date::from_iso(texts[1]);
    if (!today) return false;
    session_.emplace(content(texts[0]), *today);
    return true;
}

app::SessionContent WebPage::content(std::string_view language) const {
    std::vector<formats::SourceFile> files;
    files.reserve(sources_.size());
    for (Source const& source : sources_) files.push_back({source.path, source.text});
    return app::read_content(files, language);
}

void WebPage::offer(bool plain_only) {
    if (!session_) return;
    session_->languages.offered = app::lines_of(texts[0]);
    session_->languages.plain_only = plain_only;
}

std::string const& WebPage::speak() {
    if (texts[0].empty()) {
        session_->languages.wanted.clear();
        session_->languages.failed = true;
    } else {
        session_->speak(content(texts[0]));
    }
    return session_->text(session_->languages.failed ? "language/failed" : "language/changed");
}

void WebPage::add_words() {
    if (session_) session_->add_words(app::read_words(texts[0]));
}

void WebPage::share_with() {
    if (session_) session_->share_with(std::move(texts[0]));
}

bool WebPage::set_today() {
    auto const today = core::Date::from_iso(texts[0]);
    if (!today || !session_) return false;
    if (session_->today() != *today) session_->set_today(*today);
    return true;
}

bool WebPage::tell_kiosk(KioskNews what, int seconds, int minutes_of_day, int count) {
    if (!session_ || !session_->staff_notes().empty()) return false;  // asks for staff as it is
    app::Kiosk& kiosk = session_->kiosk;
    kiosk.at(seconds, minutes_of_day);
    switch (what) {
        case KioskNews::Time: break;
        case KioskNews::Open: session_->open_kiosk(texts[0], count); break;
        case KioskNews::Touched: kiosk.touched(); break;
        case KioskNews::PinRight: kiosk.pin_checked(true); break;
        case KioskNews::PinWrong: kiosk.pin_checked(false); break;
        case KioskNews::Reset: kiosk.reset(); break;
        case KioskNews::OffersSettings: kiosk.offer_settings(); break;
    }
    return true;
}

void WebPage::set_site(bool newer) {
    if (!session_) return;
    session_->page_version = {std::move(texts[0]), std::move(texts[1]), std::move(texts[2]), newer};
}

std::string const& WebPage::taken() {
    static std::string const nothing;
    if (!session_) return nothing;
    auto& take = session_->take;
    take.message = std::move(texts[0]);
    take.lines = app::lines_of(texts[1]);
    take.link = std::move(texts[2]);
    if (!take.message.empty() && take.about == app::Way::None) {  // a link that was followed
        take.about = app::Way::Open;
        session_->go(app::Screen::OpenSaved);
    }
    return take.message.empty() ? nothing : session_->text(take.message);
}

std::string const& WebPage::printable() {
    auto const is = session_ && app::is_for_paper(*session_);
    return printable_ = is ? app::carry_out(*session_) : std::string{};
}

void WebPage::can_share() {
    if (session_) session_->take.can_share = true;
}

void WebPage::present(bool at_once) {
    if (!session_) return;
    session_->presenter.offered = true;
    if (at_once) session_->present();
}

void WebPage::carry_in() {
    if (!session_) return;
    app::bring_in(*session_, {texts[0], app::lines_of(texts[1])});
}

void WebPage::frame() {
    news.clear();
    if (!session_) return;
    painter.begin(input.width, input.paint_height, input.device_pixel_ratio);
    ui::FrameOutput output = page_.frame(*session_, input, std::exchange(actions, {}));
    if (!input.without_paint) painter.end();
    semantics::make_rectangles_relative(output.tree);
    auto const patches = semantics::difference(tree_, output.tree);
    news = news_of(output, patches, told_);
    tree_ = std::move(output.tree);
    animating = output.animating;
    wake_after_seconds = output.wake_after_seconds;
}

}  // namespace needlewise::platform
