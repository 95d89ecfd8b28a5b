import { makeFrame } from "./frame.js";
import { dress, reservedHeight } from "./height.js";
import { fetchSettings } from "./settings.js";
import { watchTheme } from "./theme.js";

// needlewise.html lies beside this script, wherever that is.
const script = document.currentScript?.src ?? document.querySelector('script[src$="/embed.js"]')?.src ?? document.baseURI;
const near = "400px"; // loads when the screen is that close
const patience = 30_000;
const slightly = 120; // pixels of it that are as good as none
const attributes = ["settings", "language", "theme", "height", "reserve", "page", "label"];
const everywhere = /^(class|dir|hidden|id|lang|part|role|slot|style|tabindex|title|aria-.*|data-.*|on.*)$/;

class NeedlewiseScreening extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  #box;
  #marker;
  #frame;
  #stops = [];
  #height = 0; // as told
  #followed = false; // a person went on, so that room held for the first page is no longer needed

  static observedAttributes = ["height", "reserve"];

  constructor() {
    super();
    dress(this.#shadow);
    [this.#box, this.#marker] = ["div", "div"].map((name) => this.#shadow.appendChild(document.createElement(name)));
    this.#box.className = "box";
    this.#marker.className = "marker";
  }

  connectedCallback() {
    this.#followed = false;
    this.#height = 0;
    for (const { name } of this.attributes) {
      if (!attributes.includes(name) && !everywhere.test(name)) this.#complain("attribute", `there is no attribute "${name}"`);
    }
    this.#lay();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      this.#load();
    }, { rootMargin: near });
    observer.observe(this);
    const resize = new ResizeObserver(() => this.#lay());
    resize.observe(this);
    this.#stops.push(() => observer.disconnect(), () => resize.disconnect());
  }

  disconnectedCallback() {
    this.#stops.splice(0).forEach((stop) => stop());
  }

  // Moved by moveBefore(): the frame and its answers stay.
  connectedMoveCallback() {}

  attributeChangedCallback() {
    if (this.isConnected) this.#lay();
  }

  #load() {
    const settings = fetchSettings(this.getAttribute("settings"), (...problem) => this.#complain(...problem));
    const themes = watchTheme(this, (theme) => this.#frame.send({ type: "theme", theme }));
    const timer = setTimeout(() => this.#box.classList.add("shown"), 5000);
    this.#expect();
    this.#frame = makeFrame({
      address: new URL(this.getAttribute("page") || "needlewise.html", script),
      label: this.getAttribute("label") || this.title || "Needlewise",
      greet: async () => ({
        settings: await settings,
        language: this.getAttribute("language") ?? "",
        theme: themes.now(),
        height: this.#mode() === "auto" ? "auto" : "own",
        // One history for several frames would lead from one to the other.
        history: document.querySelectorAll(this.localName).length === 1,
      }),
      hear: (message) => this.#hear(message),
    });
    this.#box.append(this.#frame.element);
    this.#stops.push(() => clearTimeout(timer), themes.stop, this.#frame.close, () => this.#box.classList.remove("shown"));
  }

  // Says so when nothing comes of it: a browser tells nobody that a policy or a wrong address keeps a frame empty.
  #expect() {
    const timer = setInterval(() => {
      if (document.hidden || !this.#box.offsetWidth) return;
      clearInterval(timer);
      this.#complain("silent", `nothing answers from ${new URL(this.getAttribute("page") || "needlewise.html", script)}: `
        + "look at its address, and at frame-src of this page's policy and frame-ancestors of that one's");
    }, patience);
    this.#answered = () => clearInterval(timer);
    this.#stops.push(this.#answered);
  }
  #answered;

  #hear({ type, ...message }) {
    this.#answered();
    if (type === "problem") {
      this.#box.classList.add("shown");
      return this.#complain(message.code, message.message);
    }
    if (type === "height") return this.#resize(message.height);
    if (type === "top") return this.#toTop();
    if (type === "see") return this.#see(message.top, message.bottom);
    if (type === "ready") this.#box.classList.add("shown");
    this.#tell(type, message);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #complain(code, message) {
    console.warn(`<needlewise-screening>: ${message}`);
    this.#tell("error", { code, message });
  }

  // "auto", "fill" or a number of pixels.
  #mode() {
    const text = this.getAttribute("height") || "auto";
    return text === "fill" ? text : Number.parseFloat(text) || "auto";
  }

  #lay() {
    const mode = this.#mode();
    const reserved = Number.parseFloat(this.getAttribute("reserve")) || reservedHeight(this.clientWidth);
    const height = this.#followed ? this.#height : Math.max(this.#height, reserved);
    this.#box.style.height = mode === "fill" ? "100%" : `${mode === "auto" ? height : mode}px`;
  }

  #resize(height) {
    if (this.#mode() !== "auto") return;
    const before = this.#box.getBoundingClientRect();
    this.#height = height;
    this.#lay();
    const now = this.#box.getBoundingClientRect();
    if (now.height === before.height) return;
    this.#tell("resize", { height: now.height });
    // What was in view is not left behind by a page that got shorter.
    if (before.bottom > 0 && now.bottom < slightly) this.#see(Math.max(0, now.height - innerHeight / 2), now.height);
  }

  // A new page begins at its top: brought into view where it is not, and nothing moves where it is.
  #toTop() {
    this.#followed = true;
    this.#resize(this.#height);
    this.#see(0, 1);
  }

  #see(top, bottom) {
    const { style } = this.#marker;
    const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(this);
    Object.assign(style, { top: `${top}px`, height: `${bottom - top}px`, scrollMarginTop, scrollMarginBottom });
    this.#marker.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }
}

export const defineElement = () => customElements.define("needlewise-screening", NeedlewiseScreening);
