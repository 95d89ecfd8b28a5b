// Expects of C++: entries are numbers that grow by going on; going to an entry is the action `history`.

export const noHistory = { follow() {}, forget() {} };

// State and address say nothing about the person: a counter, and which start of the page it belongs to.
export function keepHistory(goTo) {
  const start = Math.round(performance.timeOrigin * 1000);
  let current = 0;
  let ignored = 0;
  history.replaceState({ start, entry: 0 }, "");

  function go(steps) {
    ignored += 1;
    history.go(steps);
  }

  addEventListener("popstate", ({ state }) => {
    if (ignored > 0) {
      ignored -= 1;
      return;
    }
    // An entry from before a reload or a deletion: there is nothing behind it any more.
    if (state?.start !== start || state.entry > top) return history.back();
    current = state.entry;
    goTo(current);
  });

  let top = 0; // highest entry that is still behind something
  return {
    // The model is at this entry now.
    follow(entry) {
      if (entry > current) {
        for (; current < entry; ) history.pushState({ start, entry: ++current }, "");
        top = current;
      } else if (entry < current) {
        go(entry - current);
        current = entry;
      }
    },
    forget() {
      if (current > 0) go(-current);
      current = 0;
      top = 0;
    },
  };
}
