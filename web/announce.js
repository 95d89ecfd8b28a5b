// Expects of C++: announcements as [text, assertive], each said once.

const shown = 1000;

// Two regions that are there from the start: screen readers miss what comes together with its region.
export function makeAnnouncer(live, status, alert) {
  function say([text, assertive]) {
    const line = document.createElement("p");
    line.textContent = text;
    (assertive ? alert : status).append(line);
    setTimeout(() => line.remove(), shown); // else it is found by reading on
  }
  return (announcements) => {
    // What lies outside of an open modal dialog is inert, its live regions too.
    const dialog = document.querySelector("dialog[open]");
    const home = dialog ?? document.body;
    if (live.parentNode !== home) home.append(live);
    announcements.forEach(say);
  };
}
