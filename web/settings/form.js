// The form: what assets/README.md, "Clinic settings", lists, in the order in which a clinic thinks of it.
import { freshId, make } from "./elements.js";
import { logoField } from "./logo.js";
import { parameterSections } from "./parameters.js";
import { pinFields } from "./pin.js";
import { productList } from "./products.js";

function section(title, hint, ...children) {
  const heading = make("h2", {}, title);
  return make("details", { className: "nws-section" }, make("summary", {}, heading),
    make("div", { className: "nws-body" }, hint ? make("p", { className: "nws-hint" }, hint) : "", ...children));
}

function accentField({ draft, say, fields }) {
  const path = ["colours", "accent"];
  const picker = make("input", { type: "color", "aria-label": say("settings/accent/picker") });
  const note = make("p", { className: "nws-hint" });
  const swatches = make("p", { className: "nws-swatches" });
  picker.addEventListener("input", () => draft.set(path, picker.value));
  function after() {
    const given = draft.at(path);
    const { light, dark } = draft.accent ?? {};
    picker.value = light ? String(given).toLowerCase() : getComputedStyle(document.documentElement).getPropertyValue("--nw-accent").trim();
    note.textContent = !light ? "" : light === String(given).toLowerCase() ? say("settings/accent/kept", { dark }) : say("settings/accent/changed", { light, dark });
    swatches.replaceChildren(...[light, dark].filter(Boolean).map((color) => {
      const swatch = make("span", { className: "nws-swatch", "aria-hidden": "true" });
      swatch.style.background = color;
      return swatch;
    }));
  }
  const field = fields.text({ path, label: say("settings/accent/label"), hint: say("settings/accent/hint"), after });
  const control = field.querySelector("input");
  const both = make("div", { className: "nws-joined" });
  control.replaceWith(both);
  both.append(control, picker);
  field.append(note, swatches);
  return field;
}

// tags: languages that there are words for.
function languageFields({ say, fields }, tags) {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const options = tags.map((tag) => [tag, `${names.of(tag)} (${tag})`]);
  return [
    fields.choice({ path: ["language"], label: say("settings/language/label"), options: [["", say("settings/language/browser")], ...options] }),
    fields.several({ path: ["languages"], label: say("settings/languages/label"), hint: say("settings/languages/hint"), options, leftOut: tags, emptyIsOut: true }),
  ];
}

const optionsOf = (say, group, values) => values.map((value) => [value, say(`settings/${group}/${value}`)]);

function bookingFields({ say, fields }, outcomes) {
  return [
    fields.text({ path: ["booking", "link"], label: say("settings/booking/link"), hint: say("settings/booking/link-hint") }),
    fields.several({
      path: ["booking", "outcomes"], label: say("settings/booking/outcomes"), hint: say("settings/booking/never"),
      options: outcomes.map((outcome) => [outcome, say(`outcome/${outcome}/short`)]), leftOut: ["clear", "prepare", "mention"],
    }),
  ];
}

function kioskFields(parts) {
  const { draft, say, fields } = parts;
  const number = (name) => fields.text({
    path: ["kiosk", name], numeric: true, label: say(`settings/kiosk/${name}`), hint: say(`settings/kiosk/${name}-hint`), needs: ["kiosk", "enabled"],
  });
  const set = (path, value) => {
    if (draft.at(["kiosk", "enabled"]) === undefined) draft.set(["kiosk", "enabled"], false);
    draft.set(path, value);
  };
  return [
    fields.flag({ path: ["kiosk", "enabled"], label: say("settings/kiosk/enabled"), keep: true }),
    fields.choice({ path: ["kiosk", "open"], label: say("settings/kiosk/open"), needs: ["kiosk", "enabled"], options: [["", say("settings/kiosk/open-always")], ["address", say("settings/kiosk/open-address")]] }),
    number("idleSeconds"), number("warningSeconds"), number("summaryMinutes"),
    pinFields({ ...parts, set }),
  ];
}

// web/tools/assemble.mjs puts it beside the page: the questions that this page asks, as others read them.
const questionnaireLink = (say) =>
  make("a", { className: "nws-button nws-link", href: "questionnaire.json", download: "questionnaire.json" }, say("settings/others/questionnaire"));

// parts: {draft, say, fields}; known: what C++ says of the protocol; tags: languages.
export function makeForm(parts, known, tags) {
  const { say, fields } = parts;
  const text = (name) => fields.text({ path: [name], label: say(`settings/${name}/label`), hint: say(`settings/${name}/hint`) });
  const takeAlong = ["calendar", "file", "code", "link", "message", "print"];
  const element = make("fieldset", { className: "nws-form", id: freshId() },
    make("legend", { className: "nws-hidden" }, say("settings/form")),
    section(say("settings/clinic/title"), "",
      text("name"), fields.lines({ path: ["contact"], label: say("settings/contact/label"), hint: say("settings/contact/hint") }),
      text("openingHours"), known.emergencyNumber ? text("emergencyNumber") : ""),
    section(say("settings/look/title"), "", accentField(parts), logoField(parts)),
    section(say("settings/languages/title"), "", ...languageFields(parts, tags)),
    ...parameterSections(parts, known, section),
    section(say("settings/products/title"), say("settings/products/hint"), productList(parts, known.uses)),
    section(say("settings/booking/title"), say("settings/booking/hint"), ...bookingFields(parts, known.outcomes)),
    section(say("settings/paging/title"), "", fields.choice({
      path: ["paging"], label: say("settings/paging/label"), options: [["", say("settings/paging/auto")], ...optionsOf(say, "paging", ["section", "question"])],
    })),
    section(say("settings/takeAlong/title"), say("settings/takeAlong/hint"),
      ...takeAlong.map((way) => fields.flag({ path: ["takeAlong", way], label: say(`settings/takeAlong/${way}`), leftOut: true }))),
    section(say("settings/kiosk/title"), say("settings/kiosk/hint"), ...kioskFields(parts)),
    section(say("settings/embed/title"), say("settings/embed/hint"),
      fields.lines({ path: ["embed", "origins"], label: say("settings/embed/origins"), hint: say("settings/embed/origins-hint"), rows: 3 }),
      fields.several({
        path: ["embed", "events"], label: say("settings/embed/events"), hint: say("settings/embed/events-hint"), leftOut: ["ready", "height"],
        options: optionsOf(say, "event", ["ready", "height", "section", "outcome", "booking", "deleted"]),
      })),
    section(say("settings/others/title"), say("settings/others/hint"), questionnaireLink(say)));
  element.querySelector("details").open = true;
  return element;
}
