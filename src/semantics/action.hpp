#pragma once

#include <cstdint>
#include <string>

namespace needlewise::semantics {

enum class ActionKind : std::uint8_t {
    Activate = 0,  ///< a click on a button, link, radio or checkbox, by any means
    Change = 1,    ///< a field's or slider's value was committed; `value` is the new value
    Input = 2,     ///< a field's or slider's value while it is being edited
    Dismiss = 3,   ///< Escape or a close request on a dialog
    History = 4,   ///< the browser went to history entry number `value`
};

/// How the person acted; auto-advance only follows a pointer (design.md section 6).
enum class ActionMeans : std::uint8_t { Keyboard = 0, Pointer = 1, Assistive = 2 };

/// Something a person did to a control.
struct Action {
    ActionKind kind = ActionKind::Activate;
    ActionMeans means = ActionMeans::Keyboard;
    /// Id of the node acted on.
    std::string target;
    /// Dates as ISO; "" is an emptied field; "!" alone says the browser could not read what was typed (badInput).
    std::string value;
};

}  // namespace needlewise::semantics
