#pragma once

#include "ui/ui.hpp"

#include <functional>

namespace needlewise::ui {

/// h1 to h3. The page's h1 takes focus when the page is shown.
void heading(Ui& ui, std::string id, std::string_view text, int level, Type const& type);
/// A paragraph each line of `text`.
void paragraph(Ui& ui, std::string const& id, std::string_view text, Type const& type, Color color);
void paragraph(Ui& ui, std::string const& id, std::string_view text);

enum class ButtonKind : std::uint8_t { Primary, Secondary, Quiet, Danger };
struct ButtonView {
    std::string id;
    std::string_view label;
    ButtonKind kind = ButtonKind::Secondary;
    Icon icon = Icon::None;
    bool icon_after = false;
    /// Name for assistive technology where the label alone would not tell ("Change: Diabetes"); begins with the label.
    std::string accessible_name;
};
float button_width(Ui const& ui, ButtonView const& view);
float button_height(Ui const& ui, ButtonView const& view, float width);
/// In the given rectangle. True when it was pressed.
bool button_at(Ui& ui, ButtonView const& view, Rectangle const& area);
enum class Fit : std::uint8_t { Content, Column };
/// At the column's next place.
bool button(Ui& ui, ButtonView const& view, Fit fit = Fit::Content);
/// Back and forward beside each other; -1 if none was pressed, else its position.
int button_row(Ui& ui, std::vector<ButtonView> const& views);

/// Beside each other from the left, going on below where there is no room; those without a label are left out. -1 or the
/// position of the one pressed.
int button_flow(Ui& ui, std::vector<ButtonView> const& views);

/// Lays parts out beside each other, each in its share of the column's width, and goes on below the longest.
struct Part {
    float share = 1;
    std::function<void()> content;
};
void beside(Ui& ui, float gap, std::vector<Part> const& parts);

struct ChoiceView {
    std::string id;
    std::string_view label;
    bool checked = false;
    bool multiple = false;
    bool invalid = false;
    /// A choice about the page, not an answer: without a surface of its own.
    bool quiet = false;
};
/// A large row with a radio or tick mark. True when it was activated.
bool choice_row(Ui& ui, ChoiceView const& view);

/// Few short choices beside each other, numbered from 1; ids are `id`/1 and so on. Gives the one that was activated.
std::optional<int> segments(Ui& ui, std::string const& id, std::string_view name,
                            std::vector<std::string> const& labels, int chosen);

struct FieldView {
    std::string id;
    Role role = Role::DateField;
    std::string_view label;
    std::string value;
    std::string minimum;
    std::string maximum;
    std::string described_by;
    std::string_view unit;
    bool invalid = false;
    bool required = false;
    float width = 240;
    /// The label is already painted as the question's text.
    bool label_hidden = false;
};
/// A visible native field. Gives the new text once it is committed or edited.
semantics::Action const* field(Ui& ui, FieldView const& view);

enum class Mood : std::uint8_t { Information, Positive, Warning, Danger, Quiet };
Tone const& tone_of(Theme const& theme, Mood mood);
/// A soft box with an icon; `content` lays out what stands in it.
void notice(Ui& ui, Mood mood, Icon icon, std::function<void()> const& content);
/// The same with one text. The node's id is `id`.
void notice(Ui& ui, std::string const& id, Mood mood, Icon icon, std::string_view text);
/// An error message at a field; announced by the page.
void error_text(Ui& ui, std::string const& id, std::string_view text);

/// A small label with a tone, at x and y; gives its width.
float badge(Ui& ui, std::string_view text, Tone const& tone, Icon icon, float x, float top);
float badge_height(Ui const& ui);

/// A bar of `done` of `all`; its text is announced politely by the page.
void progress_bar(Ui& ui, std::string id, std::string_view name, std::size_t done, std::size_t all);

/// A button that shows or hides what follows. `about`: what it belongs to, where its label alone would not tell it from
/// others; it is said and not painted.
bool disclosure(Ui& ui, std::string const& id, std::string_view label, bool expanded, std::string_view about = {});

/// A link to another site, opened in a new tab.
void link(Ui& ui, std::string id, std::string_view label, std::string address);

struct SliderView {
    std::string id;
    std::string_view name;
    int value = 0;
    int minimum = 0;
    int maximum = 100;
    std::string value_text;
};
/// Gives the new value while and after it is moved.
std::optional<int> slider(Ui& ui, SliderView const& view);

}  // namespace needlewise::ui
