// Expects of C++: a frame tells whether it animates and when it wants to be woken; otherwise nothing runs.

// What an event may need to settle: one to take it in, one for what moved by it, one for what that uncovered.
const framesAnEvent = 3;

// frame(seconds) -> {animating, wakeAfter}
export function makeLoop(frame) {
  let owed = 0;
  let handle = 0;
  let timer = 0;
  let stopped = false;

  function request() {
    if (!stopped && handle === 0 && owed > 0 && !document.hidden) handle = requestAnimationFrame(run);
  }

  function run(milliseconds) {
    handle = 0;
    owed -= 1;
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
