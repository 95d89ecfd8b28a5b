#include "app/presenter.hpp"

#include "app/session.hpp"

namespace needlewise::app {

namespace {

void tick(core::AnswerSheet& sheet, core::Questionnaire const& questionnaire, std::optional<core::ItemIndex> question,
          std::set<std::string> const& codes) {
    if (!question) return;
    for (auto const& option : questionnaire.items[*question].options) {
        auto const* coding = std::get_if<core::Coding>(&option.value);
        if (coding != nullptr && codes.contains(coding->code)) {
            sheet.answers[*question].push_back(option.value);
        }
    }
}

}  // namespace

core::Date first_day(Session const& session) {
    constexpr int four_weeks = 28;
    return session.presenter.first.value_or(session.today().plus_days(four_weeks));
}

core::Timeline example_plan(Session const& session, std::size_t plan) {
    auto const& protocol = session.protocol();
    auto const& presenter = session.presenter;
    core::AnswerSheet sheet{protocol.questionnaire};
    tick(sheet, protocol.questionnaire, protocol.bindings.concerns, presenter.concerns);
    if (protocol.figure) {
        tick(sheet, protocol.questionnaire, protocol.figure->question, presenter.areas);
    }
    auto const& chosen = presenter.plans[plan];
    return core::example_plan(protocol, session.parameters(), sheet, session.today(),
                              {first_day(session), chosen.sessions, chosen.spacing, presenter.event});
}

void compare(Session& session, bool on) {
    auto& presenter = session.presenter;
    presenter.comparing = on;
    presenter.shown = 0;
    if (on && !presenter.plans[1].sessions) {
        constexpr int two_weeks = 14;
        auto const timeline = example_plan(session, 0);
        presenter.plans[1] = {static_cast<int>(timeline.sessions.size()) + 1, timeline.schedule.spacing + two_weeks};
    }
}

}  // namespace needlewise::app
