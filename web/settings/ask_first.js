// A patient who strays here finds the way back, and nothing to wonder about.
import { button, make } from "./elements.js";

export function askFirst({ cover, say, enter, leave }) {
  const wrong = make("p", { className: "nws-error", role: "alert" });
  const go = button(say("settings/ask/enter"), async () => {
    go.disabled = true;
    wrong.textContent = "";
    try {
      await enter();
    } catch (error) {
      console.error(error);
      wrong.textContent = say("settings/ask/failed");
      go.disabled = false;
    }
  });
  cover.show(make("main", { className: "nws-ask" },
    make("h1", { tabIndex: -1 }, say("settings/ask/title")),
    make("p", {}, say("settings/ask/text")),
    make("div", { className: "nws-row" }, button(say("settings/ask/back"), leave, "nws-primary"), go),
    wrong));
}
