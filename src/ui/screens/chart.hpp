#pragma once

#include "ui/ui.hpp"

#include <optional>

namespace needlewise::ui {

/// The days a chart spans and how they lie across the column; shared by the charts and the slider above them.
class DayScale {
public:
    DayScale(Ui const& ui, float label_width);
    int last_day() const { return last_day_; }
    /// Middle of a day's column.
    float x(float day) const { return left_ + day_width_ * (day + 0.5F); }
    float left() const { return left_; }
    float width() const { return day_width_ * static_cast<float>(last_day_ + 1); }
    float day_width() const { return day_width_; }

private:
    int last_day_;
    float left_;
    float day_width_;
};

/// A sign's drawn strength on a day, 0 to 1.
float sign_strength(core::TimelineItem const& sign, float day);
/// What to expect, as soft bands whose height is the sign's strength; `session` from 1.
void sign_chart(Ui& ui, core::Timeline const& timeline, int session, int day, std::optional<int> today);
/// What to do and not to do, as bars.
void care_chart(Ui& ui, core::Timeline const& timeline, int session, int day, std::optional<int> today);
/// Width of the charts' label column; 0 where labels stand above.
float chart_label_width(Ui const& ui);

}  // namespace needlewise::ui
