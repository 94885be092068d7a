/** A page in the background is woken once a minute by its browser: only a longer gap is sleep. */
const gapMilliseconds = 90_000;
const lookMilliseconds = 10_000;

/**
 * Tells of a gap in time: the device slept, or the browser froze the page. `since` is the last moment the page was awake, in milliseconds.
 * Both clocks are asked, because some devices stop one of them while asleep. Returns the function that stops it.
 */
export function onWake(wake: (since: number) => void, gap = gapMilliseconds): () => void {
  let wall = Date.now();
  let steady = performance.now();
  const look = (): void => {
    const [before, passed] = [wall, Math.max(Date.now() - wall, performance.now() - steady)];
    wall = Date.now();
    steady = performance.now();
    if (passed > gap) wake(before);
  };
  const timer = setInterval(look, lookMilliseconds);
  // The first sign of life after a long sleep need not be the timer.
  const signs = ['visibilitychange', 'focus', 'pageshow', 'resume'] as const;
  for (const sign of signs) (sign === 'visibilitychange' || sign === 'resume' ? document : window).addEventListener(sign, look);
  return () => {
    clearInterval(timer);
    for (const sign of signs) (sign === 'visibilitychange' || sign === 'resume' ? document : window).removeEventListener(sign, look);
  };
}
