// What is painted, as far as its triangles tell.
#include "ui/visit.hpp"

#include <algorithm>

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

using semantics::Node;
using semantics::Presentation;
using semantics::Rectangle;
using Points = std::vector<std::pair<float, float>>;

std::size_t count_in(Points const& points, Rectangle const& area) {
    return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [&](auto const& point) {
        return point.first >= area.x && point.first <= area.x + area.width && point.second >= area.y &&
               point.second <= area.y + area.height;
    }));
}

bool is_painted(Node const& node) {
    if (node.presentation != Presentation::Painted || node.rectangle.width == 0) {
        return false;
    }
    switch (node.role) {
        case Role::Button:
        case Role::Radio:
        case Role::Checkbox:
        case Role::Link:
        case Role::Slider:
        case Role::Progress:
        case Role::Image:
        case Role::Heading:
        case Role::Paragraph: return true;
        default: return false;
    }
}

void paint_whole(Visit& visit) { visit.paint_window(0, visit.output().content_height); }

void check_painted(Visit& visit) {
    paint_whole(visit);
    auto const points = visit.painted_points();
    for (auto const& node : visit.tree().nodes) {
        if (is_painted(node) && count_in(points, node.rectangle) < 6) {
            FAIL_CHECK("nothing is painted of " << node.id);
        }
    }
}

}  // namespace

TEST_CASE("Whatever a screen describes as painted is painted there") {
    auto const width = GENERATE(phone, desktop);
    auto preferences = ui::Preferences{};
    preferences.dark = width == phone;
    CAPTURE(width);
    Visit visit{{.width = width, .preferences = preferences}};
    check_painted(visit);
    visit.press("welcome/start");
    check_painted(visit);
    visit.browser_back();
    visit.answer_all(healthy({{"heart", {"heart-disease"}}, {"creams", {"prescription-retinoid"}}}));
    check_painted(visit);
    visit.press("review/result");
    check_painted(visit);
    visit.press("result/timeline");
    check_painted(visit);
    visit.press("timeline/check");
    check_painted(visit);
    visit.press("banner/red-flags");
    check_painted(visit);
}

TEST_CASE("Outside the painted window nothing is painted of a control") {
    Visit visit{{.width = phone}};
    visit.answer_all(healthy());
    paint_whole(visit);
    auto const whole = visit.painted_points().size();
    auto const height = visit.output().content_height;
    REQUIRE(height > 4000);
    for (auto const top : {0.0F, 1000.0F, height - 900.0F}) {
        CAPTURE(top);
        visit.paint_window(top, 900);
        auto const points = visit.painted_points();
        CHECK(points.size() < whole / 2);
        for (auto const& node : visit.tree().nodes) {
            auto const& area = node.rectangle;
            auto const outside = area.y + area.height < top || area.y > top + 900;
            if (!is_painted(node)) {
                continue;
            }
            INFO(node.id);
            if (outside) {
                CHECK(count_in(points, area) == 0);
            } else if (area.y >= top && area.y + area.height <= top + 900) {
                CHECK(count_in(points, area) >= 6);
            }
        }
    }
}

TEST_CASE("The same state paints the same, frame after frame") {
    Visit visit;
    visit.answer_all(healthy());
    paint_whole(visit);
    auto const first = visit.painted_points();
    paint_whole(visit);
    CHECK(visit.painted_points() == first);
    CHECK_FALSE(visit.output().animating);
    CHECK(visit.output().wake_after_seconds < 0);
    CHECK(visit.output().theme.empty());
}

TEST_CASE("A focused control is ringed where the browser shows focus") {
    Visit visit;
    visit.press("welcome/start");
    paint_whole(visit);
    auto const* node = visit.find("q/age-band/22-plus");
    REQUIRE(node != nullptr);
    auto const area = node->rectangle;
    auto const ring = Rectangle{area.x - 8, area.y - 8, area.width + 16, area.height + 16};
    auto const around = [&] {
        auto const points = visit.painted_points();
        return count_in(points, ring) - count_in(points, area);
    };
    auto const before = around();
    visit.focus("q/age-band/22-plus");
    CHECK(around() > before + 8);
    visit.focus("questions/back");
    CHECK(around() == before);
}

TEST_CASE("Colours come with the first frame and when they change") {
    Visit visit;
    CHECK_FALSE(visit.output().theme.empty());
    visit.press("welcome/start");
    CHECK(visit.output().theme.empty());
    auto preferences = ui::Preferences{};
    preferences.dark = true;
    visit.prefer(preferences);
    REQUIRE_FALSE(visit.output().theme.empty());
    CHECK(visit.output().theme.front() == std::pair<std::string, std::string>{"--nw-color-scheme", "dark"});
    visit.press(Role::Button, "Light");
    REQUIRE_FALSE(visit.output().theme.empty());
    CHECK(visit.output().theme.front() == std::pair<std::string, std::string>{"--nw-color-scheme", "light"});
}

TEST_CASE("Text grows step by step and back, and the page with it") {
    Visit visit{{.width = phone}};
    auto const height = visit.output().content_height;
    auto last = height;
    for (auto step = 0; step < 3; ++step) {
        visit.press(Role::Button, "Larger text");
        CHECK(visit.output().content_height > last);
        last = visit.output().content_height;
    }
    visit.press(Role::Button, "Normal text");
    CHECK(visit.output().content_height == height);
}
