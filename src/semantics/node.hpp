#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace needlewise::semantics {

/// What a node is to assistive technology; each becomes one kind of HTML element (WAI-ARIA 1.2 names).
enum class Role : std::uint8_t {
    Main,
    Banner,
    ContentInfo,
    Region,      ///< section with a name
    Group,       ///< fieldset with a legend
    RadioGroup,  ///< fieldset role radiogroup
    Radio,       ///< input type=radio inside a label
    Checkbox,    ///< input type=checkbox inside a label
    Button,
    Link,     ///< a with href, opened in a new tab
    Heading,  ///< h1 to h3, see Node::level
    Paragraph,
    List,
    ListItem,
    Table,  ///< rows are Row, cells are ColumnHeader, RowHeader or Cell
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    DateField,    ///< input type=date, always a visible native control
    NumberField,  ///< input type=number, visible
    TextField,    ///< input type=text, visible
    TextArea,     ///< textarea, visible
    Select,       ///< select with Option children, visible
    Option,
    Slider,  ///< input type=range
    Progress,
    Image,   ///< role img with a name
    Dialog,  ///< native modal dialog, visible
    HitArea,  ///< empty label: room to tap for the control whose id is `value`, or, without one, for what another control
              ///< does too; unknown to assistive technology
    Details,  ///< button with aria-expanded is used instead; kept for the plain view's print
};

/// Rectangle in content coordinates: CSS pixels from the top left of the scrolled content.
struct Rectangle {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    bool operator==(Rectangle const&) const = default;
};

enum class Checked : std::uint8_t { None, No, Yes };
enum class Expanded : std::uint8_t { None, No, Yes };

/// How a control's looks are made.
enum class Presentation : std::uint8_t {
    /// Painted on the canvas; the HTML control lies transparent on top.
    Painted,
    /// A visible native element at the node's rectangle, styled with the theme (text fields, dates).
    Native,
    /// A visible native element outside the canvas, placed by the style sheet (banner, dialogs).
    Chrome,
};

/// How a text node's letters were painted, so that selection and find lie over them.
struct TextStyle {
    float size = 17;
    float line_height = 24;
    int weight = 400;
    bool operator==(TextStyle const&) const = default;
};

/// One thing on a screen: what it means, what it says, where it is.
struct Node {
    /// Stable path in the model, such as `q/isotretinoin/yes`; never a translated label. Unique in a tree. It is the
    /// DOM id of the control.
    std::string id;
    /// Index of the parent in Tree::nodes, smaller than its own; -1 for a root.
    int parent = -1;
    Role role = Role::Paragraph;
    /// Accessible name; for texts, headings and buttons also the visible text.
    std::string name;
    /// Tied with aria-describedby: ids of other nodes (space-separated) of this tree.
    std::string described_by;
    /// Value of a field or slider (dates ISO), href of a link, address of a picture that is not painted (`data:image/`).
    std::string value;
    /// Spoken value of a slider ("Day 3, 12 April") or progress.
    std::string value_text;
    std::string minimum;
    std::string maximum;
    std::string step;
    /// Class hint for the native looks: `primary`, `secondary`, `quiet`, `danger`, `error`, `hint` …; `current` is the
    /// step one is at, and is said as such.
    std::string variant;
    /// BCP 47, if it differs from the page's.
    std::string language;
    /// Heading level 1 to 3.
    int level = 0;
    Checked checked = Checked::None;
    Expanded expanded = Expanded::None;
    bool required = false;
    bool invalid = false;
    bool disabled = false;
    bool hidden_from_view = false;  ///< for assistive technology only, not drawn in plain view either
    Presentation presentation = Presentation::Painted;
    TextStyle text;
    /// data-* attributes, such as {"outcome","defer"} and {"finding","isotretinoin-recent"}.
    std::vector<std::pair<std::string, std::string>> data;
    /// Where it is. Groups: where the legend's text was painted. Structure without looks (Main, Region, List) may be empty.
    Rectangle rectangle;

    bool operator==(Node const&) const = default;
};

/// A whole screen in reading order: parents before children, children in order.
struct Tree {
    std::vector<Node> nodes;
    bool operator==(Tree const&) const = default;
};

}  // namespace needlewise::semantics
