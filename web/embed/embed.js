// <needlewise-screening>: one plain <script src="…/embed.js">, with or without async or defer, once or more.
// What it does for a page, what it tells it, and what must be trusted: web/README.md, "On a clinic's website".
import { defineElement } from "./element.js";

if (!customElements.get("needlewise-screening")) defineElement();
