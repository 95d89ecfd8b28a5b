import { button, freshId, make } from "./elements.js";

const shown = 90; // letters of an advice
const cut = (text) => (text.length > shown ? `${text.slice(0, shown)}…` : text);

// The clinic's own products. uses: where one can be named.
export function productList({ draft, say, fields }, uses) {
  const path = ["products"];
  const list = make("div", { className: "nws-list" });
  const error = fields.errorPlace();
  const products = () => (Array.isArray(draft.at(path)) ? draft.at(path) : []);
  const change = (edit) => {
    const next = structuredClone(products());
    edit(next);
    draft.set(path, next.length > 0 ? next : undefined);
  };
  const parts = [...new Set(uses.map(({ part }) => part))];
  const groupOf = (part) => make("optgroup", { label: say(`settings/part/${part}`) },
    ...uses.filter((use) => use.part === part).map(({ id }) => make("option", { value: id }, cut(say(`timeline/${id}/text`)))));

  function row(index) {
    const name = make("input", { type: "text", id: freshId(), autocomplete: "off" });
    const use = make("select", { id: freshId() }, make("option", { value: "" }, say("settings/products/choose")), ...parts.map(groupOf));
    const [nameError, useError] = [fields.errorPlace(), fields.errorPlace()];
    name.addEventListener("input", () => change((all) => (all[index] = { ...all[index], name: name.value })));
    use.addEventListener("change", () => change((all) => (all[index] = { ...all[index], use: use.value })));
    const at = (member) => products()[index]?.[member] ?? "";
    fields.register({ path: [...path, index, "name"], control: name, error: nameError, show: () => (name.value = at("name")) });
    fields.register({ path: [...path, index, "use"], control: use, error: useError, show: () => (use.value = at("use")) });
    const number = index + 1;
    return make("fieldset", { className: "nws-group" }, make("legend", {}, say("settings/products/number", { number })),
      make("div", { className: "nws-field" }, make("label", { for: name.id }, say("settings/products/name")), name, nameError),
      make("div", { className: "nws-field" }, make("label", { for: use.id }, say("settings/products/use")), use, useError),
      button(say("settings/products/remove", { number }), () => {
        change((all) => all.splice(index, 1));
        add.focus();
      }, "nws-small"));
  }
  const add = button(say("settings/products/add"), () => {
    change((all) => all.push({ name: "", use: "" }));
    list.lastElementChild?.querySelector("input").focus();
  });

  const field = fields.register({ path, control: add, error, show() {} });
  field.refresh = () => {
    const count = products().length;
    if (list.childElementCount === count) return;
    fields.forget([...list.querySelectorAll("input, select")]);
    list.replaceChildren(...Array.from({ length: count }, (_, index) => row(index)));
  };
  return make("div", {}, list, add, error);
}
