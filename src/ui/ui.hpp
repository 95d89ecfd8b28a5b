#pragma once

#include "ui/fonts.hpp"
#include "ui/icons.hpp"
#include "ui/page.hpp"
#include "ui/theme.hpp"

#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace needlewise::ui {

using semantics::Node;
using semantics::Rectangle;
using semantics::Role;

/// Painted back to front; a card's surface is known only when its content is laid out.
enum class Layer : std::uint8_t { Card, Inset, Content };

/// Where widgets are laid out: a column of content, top to bottom.
struct Column {
    float left = 0;
    float width = 0;
};

/// Text broken into lines for a width. The lines point into the text measured.
struct TextBlock {
    std::vector<std::string_view> lines;
    Type type;
    float width = 0;
    float height = 0;
};

enum class Align : std::uint8_t { Left, Center, Right };

/// One frame's layout, painting and meaning. Coordinates are content coordinates in CSS pixels; painting outside of the
/// painted window costs nothing. Widgets are free functions over it (widgets.hpp).
class Ui {
public:
    Ui(FrameInput const& input, app::Session& session, Theme const& theme, std::span<semantics::Action const> actions,
       ImDrawList* draw);
    ~Ui();
    Ui(Ui const&) = delete;
    Ui& operator=(Ui const&) = delete;

    FrameInput const& input;
    app::Session& session;
    Theme const& theme;
    FrameOutput output;

    /// Where the next widget goes.
    float y = 0;
    Column column;
    void space(float height) { y += height; }

    // What people did

    /// True if the control was clicked or otherwise activated.
    bool activated(std::string_view id) const;
    /// How it was, when activated.
    semantics::Action const* action(std::string_view id, semantics::ActionKind kind) const;
    bool hovered(std::string_view id) const { return input.interaction.hovered == id; }
    bool pressed(std::string_view id) const { return input.interaction.pressed == id; }
    bool focus_shown(std::string_view id) const {
        return input.interaction.focus_visible && input.interaction.focused == id;
    }

    // Meaning

    /// Adds a node below the innermost open one.
    Node& add(Node node);
    /// Adds a node and makes it the parent of what follows until `close`.
    void open(Node node);
    void close();
    /// The innermost open node's id.
    std::string const& open_id() const;
    Node* find(std::string_view id);

    /// Language of the nodes added until told otherwise; empty: the page's (see Spoken).
    std::string_view spoken;

    // Text

    TextBlock measure(std::string_view text, Type const& type, float width) const;
    float text_width(std::string_view text, Type const& type) const;
    void paint_text(TextBlock const& block, float x, float top, Color color, Align align = Align::Left,
                    float align_width = 0);
    /// One line that is known to fit.
    void paint_line(std::string_view text, Type const& type, float x, float top, Color color);

    // Painting

    bool visible(Rectangle const& area) const;
    void fill(Rectangle const& area, Color color, float radius = 0, float opacity = 1);
    void outline(Rectangle const& area, Color color, float radius, float thickness = 1, float opacity = 1);
    void line(float x1, float y1, float x2, float y2, Color color, float thickness = 1, float opacity = 1);
    void disc(float x, float y_center, float radius, Color color, float opacity = 1);
    void ring(float x, float y_center, float radius, Color color, float thickness = 2);
    /// A filled area between a curve and its base line; points left to right.
    void area(std::vector<std::pair<float, float>> const& top, float base, Color color, float opacity);
    /// A closed shape, convex or not.
    void shape(std::vector<std::pair<float, float>> const& points, Color color, float opacity = 1);
    void stroke(std::vector<std::pair<float, float>> const& points, Color color, float thickness, bool closed = false,
                float opacity = 1);
    void icon(Icon what, float x, float top, float size, Color color);
    void focus_ring(Rectangle const& area, float radius);
    /// The layer painted into until told otherwise.
    void layer(Layer layer);

    /// False in the pass that only takes in what people did, and where only meaning is wanted.
    bool paints() const { return draw_ != nullptr; }
    /// Everything painted is mixed with what lies below it, and moved; 1 and 0 but for what slides in.
    float presence = 1;
    float shift = 0;

    bool narrow() const { return input.width < narrow_below; }
    bool wide() const { return input.width >= wide_from; }
    static constexpr float narrow_below = 640;
    static constexpr float wide_from = 1040;
    int card_depth = 0;

private:
    std::uint32_t packed(Color color, float opacity) const;
    float to_screen(float content_y) const { return content_y + shift - input.paint_top; }

    std::span<semantics::Action const> actions_;
    ImDrawList* draw_;
    Fonts fonts_;
    std::vector<int> open_;
    /// Where each open node begins, with its column's width.
    std::vector<Rectangle> origins_;
};

/// What is added while it lives are the questionnaire's own words: said in its language where that is not the page's.
class Spoken {
public:
    explicit Spoken(Ui& ui);
    ~Spoken();
    Spoken(Spoken const&) = delete;
    Spoken& operator=(Spoken const&) = delete;

private:
    Ui& ui_;
};

/// A surface with padding; what is laid out while it lives lies on it.
class Card {
public:
    struct Style {
        Color color;
        Color line;
        float padding = 20;
        float radius = 14;
        float line_width = 1;
    };
    explicit Card(Ui& ui);
    Card(Ui& ui, Style const& style);
    ~Card();
    Card(Card const&) = delete;
    Card& operator=(Card const&) = delete;

private:
    Ui& ui_;
    Style style_;
    Column outer_;
    float top_;
};

}  // namespace needlewise::ui
