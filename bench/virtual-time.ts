interface Moved {
  now(): number;
  advance(milliseconds: number): void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Waiting without waiting: the clock jumps to the next sleeper as soon as nobody has anything to do before it. What runs side by side
 * takes as long as its slowest part, and what runs one after another takes the sum, as it would on the line.
 */
export function virtualSleep(clock: Moved): (milliseconds: number) => Promise<void> {
  const sleepers: Sleeper[] = [];
  let pumping = false;
  const pump = () => {
    const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) {
      pumping = false;
      return;
    }
    sleepers.splice(sleepers.indexOf(next), 1);
    if (next.at > clock.now()) clock.advance(next.at - clock.now());
    next.wake();
    idle(pump);
  };
  return (milliseconds) =>
    new Promise((wake) => {
      sleepers.push({ at: clock.now() + milliseconds, wake });
      if (!pumping) {
        pumping = true;
        idle(pump);
      }
    });
}

/** All that was woken has run by then: the embedded Jira answers within promises alone. */
function idle(then: () => void): void {
  setImmediate(() => setImmediate(then));
}
