// Lies over the page, which stays as it is beneath, answers and all, and cannot be reached meanwhile.
import { make } from "./elements.js";

export function coverPage(title) {
  const root = document.documentElement;
  const element = make("div", { id: "nw-settings", lang: "en", dir: "ltr" });
  const covered = [...document.body.children].filter(({ inert }) => !inert);
  for (const one of covered) one.inert = true;
  root.classList.add("nw-covered");
  document.body.append(element);

  // The page names itself with its first frame, which may come later.
  let before = document.title;
  const keepTitle = () => {
    if (document.title === title) return;
    before = document.title;
    document.title = title;
  };
  const observer = new MutationObserver(keepTitle);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  keepTitle();

  return {
    show(...children) {
      element.replaceChildren(...children);
      element.scrollTop = 0;
      element.querySelector("h1")?.focus();
    },
    remove() {
      observer.disconnect();
      element.remove();
      for (const one of covered) one.inert = false;
      root.classList.remove("nw-covered");
      document.title = before;
      if (location.hash === "#/settings") history.replaceState(history.state, "", location.pathname + location.search);
      document.querySelector("h1")?.focus({ preventScroll: true });
    },
  };
}
