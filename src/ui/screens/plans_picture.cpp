#include "ui/screens/plans_picture.hpp"

#include <algorithm>

namespace needlewise::ui {

namespace {

constexpr float row_height = 64;
constexpr float head = 34;
constexpr float foot = 30;
constexpr float label_width = 34;

/// Days across the column, with some room before and after.
class Span {
public:
    Span(std::vector<core::Timeline> const& plans, Column const& column)
        : first_{plans.front().sessions.front().date}, left_{column.left + label_width} {
        auto last = first_;
        for (auto const& plan : plans) {
            first_ = std::min(first_, plan.sessions.front().date);
            last = std::max(last, plan.sessions.back().date);
            if (plan.event) {
                first_ = std::min(first_, plan.event->date);
                last = std::max(last, plan.event->date);
            }
        }
        constexpr int margin = 10;
        first_ = first_.plus_days(-margin);
        days_ = core::days_between(first_, last) + margin;
        width_ = column.width - label_width;
    }
    float x(core::Date date) const {
        return left_ + width_ * static_cast<float>(core::days_between(first_, date)) / static_cast<float>(days_);
    }
    float left() const { return left_; }
    float right() const { return left_ + width_; }
    /// The first of each month within.
    std::vector<core::Date> months() const {
        auto all = std::vector<core::Date>{};
        auto day = first_.plus_days(1 - static_cast<int>(first_.day())).plus_months(1);
        for (; core::days_between(first_, day) < days_; day = day.plus_months(1)) all.push_back(day);
        return all;
    }

private:
    core::Date first_;
    float left_;
    float width_ = 0;
    int days_ = 1;
};

void months(Ui& ui, Span const& span, float top, float bottom) {
    auto const& type = ui.theme.type.caption;
    auto free_from = span.left();
    for (auto const month : span.months()) {
        auto const x = span.x(month);
        ui.line(x, top, x, bottom, ui.theme.colors.line);
        auto const text = ui.session.text("date/month-short/" + std::to_string(month.month()));
        auto const width = ui.text_width(text, type);
        if (x + 4 < free_from || x + 4 + width > span.right()) continue;
        ui.paint_line(text, type, x + 4, bottom + 4, ui.theme.colors.muted);
        free_from = x + width + 12;
    }
}

void event(Ui& ui, Span const& span, core::Date date, float top, float bottom) {
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.caption_strong;
    auto const x = span.x(date);
    auto const& text = ui.session.text("present/the-event");
    auto const width = ui.text_width(text, type) + 16;
    auto const left = std::clamp(x - width / 2, span.left(), std::max(span.left(), span.right() - width));
    ui.line(x, top + type.line + 6, x, bottom, c.text, 2);
    ui.fill({left, top, width, type.line + 6}, c.text, 8);
    ui.paint_line(text, type, left + 8, top + 3, c.card);
}

void sessions(Ui& ui, Span const& span, core::Timeline const& plan, float middle) {
    auto const& c = ui.theme.colors;
    auto const& type = ui.theme.type.caption_strong;
    constexpr float radius = 13;
    ui.line(span.x(plan.sessions.front().date), middle, span.x(plan.sessions.back().date), middle, c.accent, 3);
    for (auto const& one : plan.sessions) {
        auto const x = span.x(one.date);
        auto const close = one.event && *one.event != core::EventFit::Fine;
        auto const number = std::to_string(one.number);
        ui.disc(x, middle, radius, close ? c.danger.strong : c.accent);
        ui.ring(x, middle, radius, c.card);
        ui.paint_line(number, type, x - ui.text_width(number, type) / 2, middle - type.line / 2,
                      close ? c.card : c.on_accent);
    }
}

}  // namespace

void plans_picture(Ui& ui, std::vector<core::Timeline> const& plans) {
    if (std::any_of(plans.begin(), plans.end(), [](auto const& plan) { return plan.sessions.empty(); })) return;
    auto const span = Span{plans, ui.column};
    auto const top = ui.y;
    auto const rows = top + head;
    auto const bottom = rows + row_height * static_cast<float>(plans.size());
    auto node = Node{.id = "present/picture", .role = Role::Image, .name = ui.session.text("present/picture")};
    node.rectangle = {ui.column.left, top, ui.column.width, bottom + foot - top};
    ui.add(std::move(node));
    months(ui, span, rows, bottom);
    if (plans.front().event) {
        event(ui, span, plans.front().event->date, top, bottom);
    }
    auto middle = rows + row_height / 2;
    auto const& type = ui.theme.type.label;
    char letter = 'A';
    for (auto const& plan : plans) {
        if (plans.size() > 1) {
            ui.paint_line({&letter, 1}, type, ui.column.left, middle - type.line / 2, ui.theme.colors.text);
        }
        sessions(ui, span, plan, middle);
        middle += row_height;
        ++letter;
    }
    ui.y = bottom + foot;
}

}  // namespace needlewise::ui
