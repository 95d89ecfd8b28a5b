// The staff PIN becomes its hash here, as in web/tools/pin.mjs, and is forgotten: only the hash goes into the file.
import { button, freshId, make } from "./elements.js";

const iterations = 600_000; // about half a second on a tablet; more is slower for guessers and staff alike
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

async function hashPin(pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const hash = new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
  return { salt: base64(salt), hash: base64(hash), iterations };
}

// set(path, value): writes the kiosk's settings.
export function pinFields({ draft, say, fields, set }) {
  const path = ["kiosk", "pin"];
  const error = fields.errorPlace();
  const state = make("p", { role: "status" });
  const makeField = (label) => {
    const input = make("input", { type: "text", className: "nws-pin", id: freshId(), inputMode: "numeric", autocomplete: "off", spellcheck: false });
    return [input, make("div", { className: "nws-field" }, make("label", { for: input.id }, label), input)];
  };
  const [pin, pinRow] = makeField(say("settings/pin/field"));
  const [again, againRow] = makeField(say("settings/pin/again"));
  const complain = (key) => (error.textContent = key ? say(key) : "");
  const wrongWith = () => !/^\d{6,64}$/.test(pin.value) ? "settings/pin/short" : pin.value !== again.value ? "settings/pin/differs" : "";

  async function give() {
    const wrong = wrongWith();
    complain(wrong);
    if (wrong) return (wrong === "settings/pin/differs" ? again : pin).focus();
    const typed = pin.value;
    pin.value = again.value = "";
    state.textContent = say("settings/pin/making");
    set(path, await hashPin(typed));
  }
  const remove = button(say("settings/pin/remove"), () => {
    set(path, undefined);
    pin.focus();
  });
  const onEnter = (event) => event.key === "Enter" && give();
  for (const input of [pin, again]) input.addEventListener("keydown", onEnter);

  fields.register({ path, control: pin, error, show() {
    const isSet = draft.at(path) !== undefined;
    state.textContent = say(isSet ? "settings/pin/is-set" : "settings/pin/none");
    remove.hidden = !isSet;
  } });
  const parts = crypto.subtle ? [pinRow, againRow, error, make("div", { className: "nws-row" }, button(say("settings/pin/set"), give), remove)]
    : [make("p", { className: "nws-hint" }, say("settings/pin/insecure")), error, remove];
  return make("fieldset", { className: "nws-group" }, make("legend", {}, say("settings/pin/title")),
    make("p", { className: "nws-hint" }, say("settings/pin/hint")), state, ...parts);
}
