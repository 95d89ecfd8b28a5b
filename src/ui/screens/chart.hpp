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

/// What the charts show.
struct ChartView {
    core::Timeline const& timeline;
    /// From 1.
    int session = 1;
    /// The chosen day, and where its mark is drawn while it glides there.
    int day = 0;
    float drawn_day = 0;
    /// Days since the session; none while it lies ahead.
    std::optional<int> today;
};

/// A sign's drawn strength on a day, 0 to 1.
float sign_strength(core::TimelineItem const& sign, float day);
/// What to expect, as soft bands whose height is the sign's strength. Gives the day that was tapped.
std::optional<int> sign_chart(Ui& ui, ChartView const& view);
/// What to do and not to do, as bars. Gives the day that was tapped.
std::optional<int> care_chart(Ui& ui, ChartView const& view);
/// Width of the charts' label column; 0 where labels stand above.
float chart_label_width(Ui const& ui);

}  // namespace needlewise::ui
