// Somebody who presses anything: the page never falls over, and its result is always that of its answers.
#include "ui/visit.hpp"

#include "support/random.hpp"

using namespace needlewise;
using namespace needlewise::ui::test;

namespace {

using semantics::Node;
using test::Random;

std::string some_value(Random& random, Node const& node) {
    switch (node.role) {
        case Role::DateField: {
            static std::vector<std::string> const dates{"",           "!",          "2026-02-30", "2026-03-02",
                                                        "2026-02-20", "2025-12-31", "2026-03-30", "2026-06-06",
                                                        "0001-01-01", "9999-12-31", "nonsense"};
            return random.one_of(dates);
        }
        case Role::Slider: return std::to_string(random.between(-5, 200));
        default: {
            static std::vector<std::string> const texts{"",    "!", "0", "3", "12", "-1", "99999999999999999999",
                                                        "1.5", "x"};
            return random.one_of(texts);
        }
    }
}

bool can_be_filled(Role role) {
    return role == Role::DateField || role == Role::NumberField || role == Role::TextField || role == Role::TextArea ||
           role == Role::Slider;
}

bool can_be_pressed(Role role) { return role == Role::Button || role == Role::Radio || role == Role::Checkbox; }

/// One thing that somebody may do now, and its name for a failure's report.
std::string do_something(Visit& visit, Random& random) {
    if (random.one_in(12)) {
        auto const width = random.one_of(std::vector<float>{320, phone, 820, desktop});
        visit.resize(width, 800);
        return "resize to " + std::to_string(width);
    }
    if (random.one_in(15) && visit.output().history_entry > 0) {
        visit.browser_back();
        return "browser back";
    }
    if (random.one_in(40)) {
        visit.set_today(visit.session().today().plus_days(random.between(-3, 3)));
        return "another day";
    }
    std::vector<Node const*> controls;
    auto const in_dialog = visit.find("dialog/delete") != nullptr;
    for (auto const& node : visit.tree().nodes) {
        auto const reachable = !in_dialog || node.id.starts_with("dialog/");
        auto const deletes = node.id == "banner/delete" && !random.one_in(10);
        if (reachable && !deletes && (can_be_pressed(node.role) || can_be_filled(node.role))) {
            controls.push_back(&node);
        }
    }
    auto const& chosen = *random.one_of(controls);
    auto const id = chosen.id;
    if (can_be_filled(chosen.role)) {
        auto const value = some_value(random, chosen);
        visit.fill(id, value);
        return id + " = " + value;
    }
    auto const before = visit.session().here();
    visit.press(id, random.one_in(2) ? semantics::ActionMeans::Pointer : semantics::ActionMeans::Keyboard);
    if (visit.focused().empty()) {
        FAIL_CHECK("the focus is lost after " << id);
    }
    auto const* focused = visit.find(visit.focused());
    if (before != visit.session().here() && (focused == nullptr || focused->level != 1)) {
        FAIL_CHECK("after " << id << " the focus is not on the new page's title but on " << visit.focused());
    }
    if (random.one_in(4)) {
        visit.wait(0.5);
    }
    return id;
}

}  // namespace

TEST_CASE("Whatever somebody does, the page stands and its result is that of its answers") {
    auto const seed = test::random_seed();
    CAPTURE(seed);
    constexpr unsigned walks = 8;
    constexpr int steps = 400;
    for (unsigned walk = 0; walk < walks; ++walk) {
        Random random{seed + walk};
        Visit visit{{.width = walk % 2 == 0 ? phone : desktop}};
        std::string way;
        for (auto step = 0; step < steps; ++step) {
            INFO("walk " << walk << " after\n" << way);
            way += do_something(visit, random) + "\n";
            auto const& session = visit.session();
            auto const fresh = core::assess(session.protocol(), session.parameters(), session.sheet(), session.today());
            if (session.assessment() != fresh) {
                REQUIRE(session.assessment() == fresh);
            }
            if (step % 20 == 0) {
                for (auto const& fault : faults(visit)) {
                    FAIL_CHECK(fault);
                }
            }
        }
        SUCCEED();
    }
}
