#pragma once

#include "core/protocol.hpp"

namespace needlewise::core {

enum class Outcome : std::uint8_t { Clear, Prepare, Mention, Defer, Review, Exclude, Incomplete, Error };

/// What a finding's date says (rules.md section 4).
enum class DateKind : std::uint8_t { WaitEnds, NotBefore, StopBy, WindowEnds, StartBy, PlanBy };

/// One rule that speaks.
struct Finding {
    RuleIndex rule = 0;
    Level level = Level::Info;
    /// "You were not sure": the facts are missing, not the answer no.
    bool clarify = false;
    std::optional<Date> date;
    std::optional<DateKind> date_kind;
    /// What to clarify, in form order; empty unless `clarify`.
    std::vector<ItemIndex> questions;
    /// The smallest set of answers that made the condition true (or unknown), and the dates used, in form order.
    std::vector<ItemIndex> because;
    /// Wait in force, for rules that have one.
    std::optional<Wait> wait;
    /// Wait or level differ from the protocol's own.
    bool set_by_clinic = false;

    bool operator==(Finding const&) const;
};

struct Assessment {
    Outcome outcome = Outcome::Incomplete;
    /// Only when the outcome is Incomplete: what the findings give so far.
    std::optional<Outcome> provisional;
    std::optional<Date> not_before;
    std::optional<Date> earliest;
    bool open_ended = false;
    /// By severity (info last), then catalogue order.
    std::vector<Finding> findings;
    std::vector<ItemIndex> incomplete;
    std::vector<ItemIndex> errors;
    /// Sorted by name; errors too.
    std::vector<std::string> unknown_link_ids;
    Date today;

    bool operator==(Assessment const&) const;
};

/// Judges the answers. Pure: same inputs, same result (rules.md sections 1 to 4).
Assessment assess(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet, Date today);

/// The same over answers already checked and enabled, for a form that keeps them up to date.
Assessment assess(Protocol const& protocol, ParameterValues const& parameters, AnswerSheet const& sheet,
                  EffectiveAnswers const& effective, Date today);

/// What would change a finding: facts and dates, never "answer no" (design.md section 3).
enum class Change : std::uint8_t {
    /// Waiting until the finding's date.
    DateReached,
    /// A later treatment date.
    LaterDate,
    Healed,
    /// A clinician or doctor who knows the case agrees.
    DoctorAgrees,
    /// Finding out what was not known.
    Clarified,
    /// Telling the clinic, or doing the preparation.
    Done,
};
std::vector<Change> what_would_change(ScreeningRule const& rule, Finding const& finding);

}  // namespace needlewise::core
