// Expects of C++: the nw_* functions of src/platform/web/exports.cpp; texts go in through numbered slots.
import { instantiate } from "./instantiate.js";
import createNeedlewise from "./needlewise.mjs";

export const actionKinds = { activate: 0, change: 1, input: 2, dismiss: 3, history: 4 };
export const actionMeans = { keyboard: 0, pointer: 1, assistive: 2 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// wasm: promise of the fetched module, or a compiled one. onAbort(reason): the module is dead and must not be called again.
export async function loadWasm(wasm, onAbort) {
  let compiled;
  const module = await new Promise((resolve, reject) => {
    createNeedlewise({
      instantiateWasm(imports, receive) {
        instantiate(wasm, imports).then(({ instance, module: made }) => receive(instance, (compiled = made)), reject);
        return {};
      },
      locateFile: (path) => path,
      onAbort,
      print: () => {},
      printErr: (text) => console.error(text),
    }).then(resolve, reject);
  });
  const page = module._nw_create();

  const putBytes = (slot, bytes) => {
    // The memory may grow by the call: read HEAPU8 after it.
    const address = module._nw_text(page, slot, bytes.length);
    module.HEAPU8.set(bytes, address);
  };
  const put = (slot, text) => putBytes(slot, encoder.encode(text));
  const textAt = (begin) => decoder.decode(module.HEAPU8.subarray(begin, module.HEAPU8.indexOf(0, begin)));

  return {
    compiled,
    // For kiosk.js; the text is for what = open.
    tellKiosk(what, text, ...numbers) {
      put(0, text);
      return module._nw_kiosk(page, what, ...numbers);
    },
    kioskWakeAfter: () => module._nw_kiosk_wake_after(page),
    // Overwrites all it knows; it must not be called again.
    wipe: () => module.HEAPU8.fill(0),
    addFont(bytes, weight) {
      putBytes(0, bytes);
      return Boolean(module._nw_add_font(page, weight));
    },
    addSource(path, text) {
      put(0, path);
      put(1, text);
      module._nw_add_source(page);
    },
    boot(language, today) {
      put(0, language);
      put(1, today);
      return Boolean(module._nw_boot(page));
    },
    // languages: tag, name, tag, name …
    offer(languages, plainOnly) {
      put(0, languages.join("\n"));
      module._nw_offer(page, plainOnly);
    },
    // A language whose words were added as sources, or nothing where they could not be had. Gives what is to be said of it.
    speak(language) {
      put(0, language);
      return textAt(module._nw_speak(page));
    },
    addWords(text) {
      put(0, text);
      module._nw_add_words(page);
    },
    // Who may be told the outcome, if the person wants it; empty: nobody.
    shareWith(name) {
      put(0, name);
      module._nw_share_with(page);
    },
    // Version of the page; how it is kept for use without network, as a word's key and the file it speaks of; whether a
    // newer one is at hand.
    tellSite(version, kept = "", file = "", newer = false) {
      [version, kept, file].forEach((text, slot) => put(slot, text));
      module._nw_site(page, newer);
    },
    // How taking along went; gives what is to be said of it.
    taken(word, lines, link) {
      [word, lines, link].forEach((text, slot) => put(slot, text));
      return textAt(module._nw_taken(page));
    },
    // What a page for paper is made of, where this screen has one; else empty.
    printable: () => textAt(module._nw_printable(page)),
    canShare: () => module._nw_can_share(page),
    present: (atOnce) => module._nw_present(page, atOnce),
    carryIn(state, lines) {
      put(0, state);
      put(1, lines);
      module._nw_carry_in(page);
    },
    setToday(today) {
      put(0, today);
      module._nw_today(page);
    },
    // Whether there is somebody to draw; each time that one knows no textures yet.
    attach: () => module._nw_attach(page),
    detach: () => module._nw_detach(page),
    // Lets draw(memory, address) have what the last frame wants drawn.
    draw(draw) {
      const address = module._nw_drawing(page);
      if (address) draw(module.HEAPU8, address);
    },
    act({ kind, means = actionMeans.keyboard, target = "", value = "" }) {
      put(0, target);
      put(1, value);
      module._nw_action(page, kind, means);
    },
    setInteraction({ hovered, pressed, focused, focusVisible }) {
      put(0, hovered);
      put(1, pressed);
      put(2, focused);
      module._nw_interaction(page, focusVisible);
    },
    setPreferences: ({ dark, reducedMotion, moreContrast, textScale }) =>
      module._nw_preferences(page, dark, reducedMotion, moreContrast, textScale),
    // The news of a frame (src/platform/web/frame_json.hpp), or nothing.
    frame({ width, viewportHeight, ratio, top, height, seconds, withoutPaint }) {
      const address = module._nw_frame(page, width, viewportHeight, ratio, top, height, seconds, withoutPaint);
      if (!address) return undefined;
      return JSON.parse(decoder.decode(module.HEAPU8.subarray(address, address + module._nw_news_size(page))));
    },
    animating: () => Boolean(module._nw_animating(page)),
    wakeAfter: () => module._nw_wake_after(page),
  };
}
