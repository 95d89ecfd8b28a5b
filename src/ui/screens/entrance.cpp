#include "ui/screens/entrance.hpp"

#include "ui/motion.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

/// Longer ago than any motion takes.
constexpr double long_ago = -1000;

}  // namespace

void Entrances::note(Ui const& ui, std::vector<core::ItemIndex> const& questions) {
    if (!ui.paints()) {
        return;
    }
    auto const& here = ui.session.here();
    auto const same_page = place_ == here;
    place_ = here;
    auto now = std::map<core::ItemIndex, double>{};
    for (auto const question : questions) {
        auto const known = same_page ? since_.find(question) : since_.end();
        now[question] = known != since_.end() ? known->second : (same_page ? ui.input.seconds : long_ago);
    }
    since_ = std::move(now);
}

float Entrances::share(Ui& ui, core::ItemIndex question) const {
    auto const found = since_.find(question);
    if (found == since_.end() || ui.input.preferences.reduced_motion || !ui.paints()) {
        return 1;
    }
    auto const share = eased_share(ui.input.seconds - found->second);
    ui.output.animating = ui.output.animating || share < 1;
    return share;
}

Sliding::Sliding(Ui& ui, float share) : ui_{ui} {
    constexpr float from_above = 14;
    ui.presence = share;
    ui.shift = (share - 1) * from_above;
}

Sliding::~Sliding() {
    ui_.presence = 1;
    ui_.shift = 0;
}

}  // namespace needlewise::ui
