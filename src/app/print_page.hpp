#pragma once

#include "app/session.hpp"

#include <string>
#include <vector>

namespace needlewise::app {

/// What stands on a page for paper. A list has one cell a row.
enum class PrintKind : std::uint8_t { Strong, Paragraph, Small, List, Table };

struct PrintBlock {
    PrintKind kind = PrintKind::Paragraph;
    /// Of all but lists and tables.
    std::string text;
    /// Named columns of a table; empty: they need no names.
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

struct PrintSection {
    /// Empty: goes on without a heading.
    std::string title;
    std::vector<PrintBlock> blocks;
    /// Side by side, where the lines are short.
    int columns = 1;
};

/// A document for paper as a value: what it says and in which order, and nothing of how it looks.
struct PrintPage {
    std::string title;
    /// Again at the top of each sheet.
    std::string header;
    std::string footer;
    std::vector<PrintSection> sections;
};

/// For the patient: result, reasons, dates, what to do on which day, when to call and whom. Only what the screens show:
/// answers of questions that are not asked count for nothing, and where there is no plan it says why. Needs all words.
PrintPage patient_page(Session const& session);

/// For the clinician: every answer in form order with the findings beside it, what to clarify, values the clinic set,
/// sources and strengths. `time` of day, such as "14:05", is said with the date. Needs all words.
PrintPage clinic_page(Session const& session, std::string_view time);

/// {"title":…,"header":…,"footer":…,"sections":[{"title":…,"columns":1,"blocks":[{"kind":"table","text":…,"head":[…],"rows":[[…]]}]}]}
std::string print_json(PrintPage const& page);

}  // namespace needlewise::app
