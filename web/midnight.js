// Expects of C++: today as an ISO date, the device's local one, again whenever it changes.

export function localToday(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// changed(today): at midnight, and when the page is seen again after a sleep.
export function watchToday(changed) {
  let last = localToday();
  let timer = 0;
  function look() {
    const now = new Date();
    const today = localToday(now);
    if (today !== last) changed((last = today));
    clearTimeout(timer);
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(look, midnight - now + 500);
  }
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  look();
}
