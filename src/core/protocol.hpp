#pragma once

#include "core/questionnaire.hpp"
#include "core/screening_rules.hpp"
#include "core/timeline_content.hpp"

#include <map>
#include <string>
#include <vector>

namespace needlewise::core {

/// Position of a rule in Protocol::rules, which is catalogue order.
using RuleIndex = std::uint32_t;

struct Source {
    std::string key;
    std::string title;
    std::string address;
    /// How it was read: V, P, R or DEF (sources.md).
    std::string mark;
    Strength strength = Strength::D;
};

/// A place where sources differ; the texts are words.
struct Difference {
    std::string id;
    /// Source keys, each with a text `difference/<id>/view/<key>`.
    std::vector<std::string> views;
};

/// When `question` changes after any of `ask_again` was answered, those are put to the person again.
struct Recheck {
    ItemIndex question = 0;
    std::vector<ItemIndex> ask_again;
};

/// A question also shown as a drawn figure: option code to region name.
struct Figure {
    ItemIndex question = 0;
    std::vector<std::pair<std::string, std::string>> regions;
};

/// What is drawn in an explainer card; `explainer/<id>/picture` is its caption.
enum class ExplainerPicture : std::uint8_t {
    None,
    Channels,  ///< needled skin on the day
    Collagen,  ///< from the day to the full result
    Depths,    ///< short needles beside long ones
    Minutes,   ///< the day's steps with their times
    Recovery,  ///< the first two weeks
};

struct ExplainerCard {
    std::string id;
    ExplainerPicture picture = ExplainerPicture::None;
    std::vector<std::string> sources;
    std::vector<std::string> differs;
};

struct ProtocolInformation {
    std::string id;
    std::string version;
    std::string content_date;
    std::string review_by;
    /// Empty: not yet signed by a clinician.
    std::string signed_off_by;
    std::string language;
};

/// Texts by key for one language.
using Catalogue = std::map<std::string, std::string, std::less<>>;

/// A whole protocol, checked when loaded: nothing that uses it can fail.
struct Protocol {
    ProtocolInformation information;
    Questionnaire questionnaire;
    Bindings bindings;
    std::vector<Parameter> parameters;
    std::vector<ScreeningRule> rules;
    std::vector<QuestionSpan> spans;
    TimelineContent timeline;
    std::vector<Source> sources;
    std::vector<Difference> differences;
    std::vector<Recheck> rechecks;
    std::optional<Figure> figure;
    std::vector<ExplainerCard> explainer;
    /// In the language the protocol was loaded for, completed from its own language.
    Catalogue words;

    /// The protocol's own values.
    ParameterValues initial_parameters() const;
    std::optional<ParameterIndex> find_parameter(std::string_view id) const;
    Source const* find_source(std::string_view key) const;
    Difference const* find_difference(std::string_view id) const;
    /// The text for a key; the key itself where there is none (a checked protocol has all it uses).
    std::string const& word(std::string const& key) const;
};

}  // namespace needlewise::core
