// A person's visit to the page with the built-in protocol, and what must hold on whatever screen they see.
#pragma once

#include "platform/headless/headless_page.hpp"
#include "platform/headless/tree_text.hpp"
#include "support/catch.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace needlewise::ui::test {

using platform::HeadlessPage;
using platform::NotOnPage;
using semantics::Role;

inline constexpr float phone = 390;
inline constexpr float desktop = 1440;

/// Answers by linkId: codes, a date or a number, as tests/vectors writes them. No values: left blank.
using Answers = std::vector<std::pair<std::string, std::vector<std::string>>>;

core::Date day(std::string_view iso);
std::vector<platform::ContentFile> const& built_in_content();
std::vector<platform::HeadlessFont> const& page_fonts();

struct VisitOptions {
    float width = desktop;
    std::string_view today = "2026-03-02";
    ui::Preferences preferences;
    /// Instead of no clinic settings at all.
    std::string clinic;
    /// The page around this one that may be told the outcome.
    std::string shares_with;
    /// Instead of the built-in content.
    std::vector<platform::ContentFile> content;
};

/// A page with the built-in protocol, on its welcome screen.
class Visit : public HeadlessPage {
public:
    explicit Visit(VisitOptions const& options = {});

    /// The text of a question, and of one of its options, as the questionnaire has them.
    std::string const& question(std::string const& link_id) const;
    std::string const& option(std::string const& link_id, std::string const& code) const;
    bool asks(std::string const& link_id) const { return find("q/" + link_id) != nullptr; }
    bool is_chosen(std::string const& link_id, std::string const& code) const;

    /// Answers one question on this page as a person would, option by option.
    void answer(std::string const& link_id, std::vector<std::string> const& values);
    /// Goes through the whole form from the welcome screen to the review.
    void answer_all(Answers const& answers);
    /// The result as the page shows it: "defer not-before=2026-03-10; tan-recent defer; keloid review clarify".
    std::string result() const;

private:
    core::ItemIndex item_named(std::string const& link_id) const;
    void answer_page(Answers const& answers);
};

/// Somebody of whom nothing speaks against a treatment, with changes (the base answers of protocol/examples.md).
Answers healthy(Answers const& changes = {});

/// What is wrong with the screen for somebody who cannot see it, or sees it large; empty if nothing is.
std::vector<std::string> faults(HeadlessPage& page);

/// Compares with tests/ui/snapshots/<name>.txt, or writes it where NEEDLEWISE_UPDATE_SNAPSHOTS is set.
void check_snapshot(HeadlessPage const& page, std::string const& name);

}  // namespace needlewise::ui::test
