// What web/settings/checker.js calls; as in platform/web, texts go in through slots.
#include "platform/settings/desk.hpp"

#include <emscripten.h>

#include <array>

namespace {

struct Program {
    std::array<std::string, 2> texts;
    needlewise::platform::SettingsDesk desk;
    std::string answer;
};

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Program* nw_settings_create() { return new Program; }

/// Room for a text of `size` bytes, to be written at once: the memory may move with the next call.
EMSCRIPTEN_KEEPALIVE char* nw_settings_text(Program* program, int slot, int size) {
    std::string& text = program->texts[static_cast<std::size_t>(slot)];
    text.resize(static_cast<std::size_t>(size));
    return text.data();
}

/// Slots 0 and 1: path and text of a file of the protocol.
EMSCRIPTEN_KEEPALIVE void nw_settings_source(Program* program) {
    program->desk.add_source(program->texts[0], program->texts[1]);
}
/// What the form has to know. nw_settings_size() is the length of an answer.
EMSCRIPTEN_KEEPALIVE char const* nw_settings_boot(Program* program) {
    program->answer = program->desk.boot();
    return program->answer.data();
}
/// Slot 0: a draft of settings.
EMSCRIPTEN_KEEPALIVE char const* nw_settings_check(Program* program) {
    program->answer = program->desk.check(program->texts[0]);
    return program->answer.data();
}
EMSCRIPTEN_KEEPALIVE int nw_settings_size(Program const* program) { return static_cast<int>(program->answer.size()); }
}
