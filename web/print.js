// A page for paper (src/app/print_page.hpp) as elements that only print shows: real text, by the browser's own print.
import styles from "./print.css";

const patience = 2000; // milliseconds until a browser that prints has begun to

// Characters; more is set smaller, and smaller still, so that two sheets, or the clinic's one, hold it in all languages.
const muchText = { "for-patient": { dense: 7500, denser: 9800 }, "for-clinic": { dense: 4000 } };

function element(tag, text = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
function filled(tag, children, className) {
  const made = element(tag, "", className);
  made.append(...children);
  return made;
}

// With named columns the first row names them, without each row's first cell names it.
function table({ head, rows }) {
  const named = head.length > 0;
  const row = (cells) => filled("tr", cells.map((text, at) => {
    const cell = element(!named && at === 0 ? "th" : "td", text);
    if (!named && at === 0) {
      cell.scope = "row";
      cell.classList.toggle("long", text.length > 32); // than any day or days
    }
    return cell;
  }));
  const heads = head.map((text) => Object.assign(element("th", text), { scope: "col" }));
  const body = filled("tbody", rows.map(row));
  return filled("table", named ? [filled("thead", [filled("tr", heads)]), body] : [body], named ? "grid" : "rows");
}

const blocks = {
  table,
  list: ({ rows }) => filled("ul", rows.map(([text]) => element("li", text))),
};
const block = (one) => blocks[one.kind]?.(one) ?? element("p", one.text, one.kind);

function section({ title, columns, blocks: inside }) {
  const body = filled("div", inside.map(block), ["", "two", "three"][columns - 1]);
  return filled("section", title ? [element("h2", title), body] : [body]);
}

function paper({ title, header, footer, sections }) {
  const top = filled("div", [element("h1", title), element("p", header)], "header");
  const head = filled("thead", [filled("tr", [filled("td", [top])])]);
  const content = [...sections.map(section), element("p", footer, "footer")];
  const body = filled("tbody", [filled("tr", [filled("td", content)])]);
  const sheet = filled("table", [head, body], "sheet");
  sheet.setAttribute("role", "presentation");
  return sheet;
}

// A sheet made by a script is allowed where the policy allows none inline; older browsers only take single rules.
function addStyles() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    const [sheet] = document.styleSheets;
    for (const rule of styles.replace(/\/\*.*?\*\//g, "").split(/^(?=@)/m)) if (rule.trim()) sheet.insertRule(rule, sheet.cssRules.length);
  }
}

// made(): the page for paper of what is shown now, at once; nothing where that is the screen itself.
export function makePrinter(made) {
  const root = document.documentElement;
  let title;
  function clear() {
    if (!document.getElementById("print")) return;
    document.getElementById("print").remove();
    root.classList.remove("nw-printing");
    document.title = title;
  }
  function show(page, className) {
    clear();
    const place = filled("div", [paper(page)], className);
    const { length } = place.textContent;
    for (const [density, limit] of Object.entries(muchText[className])) place.classList.toggle(density, length > limit);
    place.id = "print";
    place.translate = false;
    document.body.append(place);
    root.classList.add("nw-printing");
    title = document.title;
    document.title = page.title; // names the PDF
  }
  addStyles();
  // The browser's own menu prints it too. In a frame that would be the page around it.
  if (window === top) {
    addEventListener("beforeprint", () => {
      const page = !document.getElementById("print") && made();
      if (page) show(page, "for-patient");
    });
  }
  addEventListener("afterprint", clear);
  return {
    // Gives whether the browser began to, or may have: where a frame or an app does not let it, it says nothing.
    async print(page, className) {
      show(page, className);
      let began = false;
      addEventListener("beforeprint", () => (began = true), { once: true });
      window.print?.();
      if (!began) await new Promise((resolve) => setTimeout(resolve, patience));
      return began || !document.getElementById("print");
    },
    clear,
  };
}
