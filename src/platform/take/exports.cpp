// What web/take.js calls; as in platform/web, texts go in through slots.
#include "platform/take/taker.hpp"

#include <emscripten.h>

#include <array>

namespace {

struct Program {
    std::array<std::string, 3> texts;
    needlewise::platform::Taker taker;
    std::string answer;
};

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Program* nw_take_create() { return new Program; }

/// Room for a text of `size` bytes, to be written at once: the memory may move with the next call.
EMSCRIPTEN_KEEPALIVE char* nw_take_text(Program* program, int slot, int size) {
    std::string& text = program->texts[static_cast<std::size_t>(slot)];
    text.resize(static_cast<std::size_t>(size));
    return text.data();
}

/// Slots 0 and 1: path and text of a content file.
EMSCRIPTEN_KEEPALIVE void nw_take_source(Program* program) {
    program->taker.add_source(program->texts[0], program->texts[1]);
}
/// Slots 0 and 1: language tag, today as ISO date.
EMSCRIPTEN_KEEPALIVE bool nw_take_boot(Program* program) {
    return program->taker.boot(program->texts[0], program->texts[1]);
}
/// Slot 0: JSON object of words.
EMSCRIPTEN_KEEPALIVE void nw_take_words(Program* program) { program->taker.add_words(program->texts[0]); }

/// Slots 0 to 2: what, input, options (see taker.hpp). nw_take_size() is the length of the answer.
EMSCRIPTEN_KEEPALIVE char const* nw_take_run(Program* program) {
    program->answer = program->taker.run(program->texts[0], program->texts[1], program->texts[2]);
    return program->answer.data();
}
EMSCRIPTEN_KEEPALIVE int nw_take_size(Program const* program) { return static_cast<int>(program->answer.size()); }
}
