#include "core/assessment.hpp"

#include "support/catch.hpp"

using namespace needlewise::core;

namespace {

using Changes = std::vector<Change>;

Changes changes(RuleKind kind, Level level) {
    ScreeningRule rule;
    rule.kind = kind;
    Finding finding;
    finding.level = level;
    return what_would_change(rule, finding);
}

}  // namespace

TEST_CASE("What is to be clarified changes by finding out") {
    Finding finding;
    finding.clarify = true;
    finding.level = Level::Review;
    CHECK(what_would_change(ScreeningRule{}, finding) == Changes{Change::Clarified});
}

TEST_CASE("Waits change by waiting or by a later date") {
    CHECK(changes(RuleKind::PastExposure, Level::Defer) == Changes{Change::DateReached, Change::LaterDate});
    CHECK(changes(RuleKind::PastExposure, Level::Prepare) == Changes{Change::DateReached});
    CHECK(changes(RuleKind::Stoppable, Level::Defer) == Changes{Change::LaterDate, Change::Done});
    CHECK(changes(RuleKind::Stoppable, Level::Prepare) == Changes{Change::Done});
    CHECK(changes(RuleKind::Window, Level::Review) ==
          Changes{Change::DateReached, Change::LaterDate, Change::DoctorAgrees});
    CHECK(changes(RuleKind::Window, Level::Exclude) == Changes{Change::DateReached, Change::LaterDate});
    CHECK(changes(RuleKind::EventGap, Level::Prepare) == Changes{Change::LaterDate});
}

TEST_CASE("Healing, a doctor's agreement and telling the clinic change the rest") {
    CHECK(changes(RuleKind::UntilHealed, Level::Defer) == Changes{Change::Healed});
    CHECK(changes(RuleKind::None, Level::Review) == Changes{Change::DoctorAgrees});
    CHECK(changes(RuleKind::None, Level::Mention) == Changes{Change::Done});
    CHECK(changes(RuleKind::Lead, Level::Mention) == Changes{Change::Done});
    CHECK(changes(RuleKind::Lead, Level::Review) == Changes{Change::DoctorAgrees});
}

TEST_CASE("No agreement is promised where treatment is advised against, and nothing needs to change for a note") {
    CHECK(changes(RuleKind::None, Level::Exclude).empty());
    CHECK(changes(RuleKind::None, Level::Info).empty());
}
