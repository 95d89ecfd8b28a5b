// A picture from a file becomes part of the settings. It is only ever shown as a picture, in which nothing runs.
import { button, freshId, make } from "./elements.js";

const largest = 100_000; // bytes: it is waited for by everybody
const types = { png: "image/png", svg: "image/svg+xml", webp: "image/webp", jpg: "image/jpeg", jpeg: "image/jpeg" };

const dataUrlOf = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.addEventListener("load", () => resolve(reader.result));
  reader.addEventListener("error", () => reject(reader.error));
  reader.readAsDataURL(blob);
});

// Throws the key of what is wrong.
async function readPicture(file) {
  const type = types[/\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase()];
  if (!type) throw "settings/logo/kind";
  if (file.size > largest) throw "settings/logo/large";
  const address = await dataUrlOf(new Blob([await file.arrayBuffer()], { type }));
  const picture = make("img", { src: address });
  await picture.decode().catch(() => {
    throw "settings/logo/unreadable";
  });
  return address;
}

export function logoField({ draft, say, fields }) {
  const path = ["logo"];
  const picture = make("img", { className: "nws-logo", alt: say("settings/logo/alt") });
  const note = make("p", { className: "nws-hint" });
  const wrong = make("p", { className: "nws-error", role: "alert" });
  const error = fields.errorPlace();
  const input = make("input", { type: "file", id: freshId(), accept: ".png,.svg,.webp,.jpg,.jpeg" });
  const remove = button(say("settings/logo/remove"), () => draft.set(path, undefined));
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    wrong.textContent = "";
    try {
      draft.set(path, await readPicture(file));
    } catch (reason) {
      wrong.textContent = say(typeof reason === "string" ? reason : "settings/logo/unreadable", { size: Math.ceil(file.size / 1000) });
    }
    input.value = "";
  });
  const field = fields.register({ path, control: input, error, show() {} });
  field.refresh = () => {
    const logo = draft.at(path);
    const inside = typeof logo === "string" && /^data:image\//.test(logo);
    picture.hidden = !inside;
    if (inside) picture.src = logo;
    else picture.removeAttribute("src");
    remove.hidden = logo === undefined;
    note.textContent = typeof logo === "string" && !inside ? say("settings/logo/beside", { file: logo.slice(0, 100) }) : "";
  };
  return make("div", { className: "nws-field" }, make("label", { for: input.id }, say("settings/logo/label")), input,
    make("p", { className: "nws-hint" }, say("settings/logo/hint")), note, wrong, error,
    make("div", { className: "nws-row" }, picture, remove));
}
