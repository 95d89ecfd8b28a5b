#pragma once

#include "app/print_page.hpp"

namespace needlewise::app {

/// A section while it is filled; what stays empty is not printed.
class SectionMaker {
public:
    explicit SectionMaker(std::string title, int columns = 1) { section_ = {std::move(title), {}, columns}; }

    void text(PrintKind kind, std::string text);
    /// An item, or a row of a table: those that follow each other become one list or table.
    void item(std::string text) { row(PrintKind::List, {std::move(text)}); }
    void row(std::vector<std::string> cells) { row(PrintKind::Table, std::move(cells)); }
    /// The names of the columns of a table that begins.
    void table(std::vector<std::string> head);
    void add_to(PrintPage& page);

private:
    void row(PrintKind kind, std::vector<std::string> cells);
    PrintSection section_;
};

/// Outcome, headline and dates, as the result says them.
PrintSection result_section(Session const& session);
/// What is still to answer, and what is to be checked.
PrintSection open_questions_section(Session const& session);

/// Several sentences or parts as one; empty ones are left out.
std::string joined(std::vector<std::string> const& parts, std::string_view between);

}  // namespace needlewise::app
