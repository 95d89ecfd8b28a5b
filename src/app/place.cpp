#include "app/place.hpp"

namespace needlewise::app {

void Travel::go(Place place) {
    if (place == here()) {
        return;
    }
    places_.resize(position_ + 1);
    places_.push_back(place);
    ++position_;
}

bool Travel::back() {
    if (position_ == 0) {
        return false;
    }
    --position_;
    return true;
}

bool Travel::to(int entry) {
    if (entry < 0 || static_cast<std::size_t>(entry) >= places_.size()) {
        return false;
    }
    position_ = static_cast<std::size_t>(entry);
    return true;
}

void Travel::forget() {
    places_.assign(1, Place{});
    position_ = 0;
}

}  // namespace needlewise::app
