import { useEffect, useState } from "react";

/** How long the room has been with something, as `3:05`; from nought whenever that changes. */
export function useMinutes(of: string): string {
  const [since, setSince] = useState({ of, seconds: 0 });
  useEffect(() => {
    const from = performance.now();
    const beat = window.setInterval(
      () => setSince({ of, seconds: Math.floor((performance.now() - from) / 1000) }),
      1000,
    );
    return () => window.clearInterval(beat);
  }, [of]);
  const seconds = since.of === of ? since.seconds : 0;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
