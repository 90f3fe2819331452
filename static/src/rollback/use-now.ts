import { useEffect, useState } from "react";

/** The server's clock, going on: from the instant an answer carried, by as much as has passed on this screen since. */
export function useNow(answered: number, everyMs: number): number {
  const [now, setNow] = useState(answered);
  useEffect(() => {
    const arrived = performance.now();
    const tick = () => setNow(answered + Math.floor(performance.now() - arrived));
    tick();
    const beat = window.setInterval(tick, everyMs);
    return () => window.clearInterval(beat);
  }, [answered, everyMs]);
  return now;
}
