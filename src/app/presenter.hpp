#pragma once

#include "core/timeline.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace needlewise::app {

class Session;

/// One of the plans looked at; what is not chosen is as usual for the concerns.
struct ExamplePlan {
    std::optional<int> sessions;
    /// Days.
    std::optional<int> spacing;
};

/// Two people at one screen look at example plans: choices of nobody, which are no answers and judge nothing.
struct Presenter {
    /// The page is neither a waiting room's nor part of a website.
    bool offered = false;
    /// Day of session 1; in four weeks until chosen.
    std::optional<core::Date> first;
    std::optional<core::Date> event;
    /// Codes of the protocol's questions about concerns and areas.
    std::set<std::string> concerns;
    std::set<std::string> areas;
    bool comparing = false;
    std::array<ExamplePlan, 2> plans;
    /// The plan whose days are looked at.
    std::size_t shown = 0;
};

core::Date first_day(Session const& session);
/// The timeline of plan 0 or 1 (core::example_plan).
core::Timeline example_plan(Session const& session, std::size_t plan);
/// Shows a second plan, at first with one session more and two weeks more between them; or takes it away.
void compare(Session& session, bool on);

}  // namespace needlewise::app
