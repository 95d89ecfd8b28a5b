// Expects of C++: a frame tells whether it animates and when it wants to be woken; otherwise nothing runs.

// What an event may need to settle: one to take it in, one for what moved by it, one for what that uncovered.
const framesAnEvent = 3;
// Milliseconds after which a frame that the browser owes is taken without it: some give none to a window that they take
// for covered, and what a person did must not wait for that.
const patience = 400;

// frame(seconds) -> {animating, wakeAfter}
export function makeLoop(frame) {
  let owed = 0;
  let handle = 0;
  let timer = 0;
  let overdue = 0;
  let stopped = false;

  function request() {
    if (stopped || handle !== 0 || owed === 0 || document.hidden) return;
    handle = requestAnimationFrame(run);
    overdue = setTimeout(now, patience);
  }

  function run(milliseconds) {
    handle = 0;
    clearTimeout(overdue);
    owed = Math.max(owed - 1, 0); // nobody owes one that is asked for at once
    const { animating, wakeAfter } = frame(milliseconds / 1000);
    if (animating) owed = Math.max(owed, 1);
    clearTimeout(timer);
    timer = wakeAfter >= 0 ? setTimeout(owe, wakeAfter * 1000) : 0;
    request();
  }

  function owe() {
    owed = framesAnEvent;
    request();
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(overdue);
    cancelAnimationFrame(handle);
  }

  function now() {
    cancelAnimationFrame(handle);
    if (!stopped) run(performance.now());
  }

  function resume() {
    stopped = false;
    handle = 0;
    owe();
  }

  document.addEventListener("visibilitychange", owe);
  return { owe, now, stop, resume };
}
