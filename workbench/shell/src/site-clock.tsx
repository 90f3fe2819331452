import { useCallback, useEffect, useState } from "react";
import { bench } from "./bench";
import { onLive } from "./live";
import { attempt } from "./parts/flags";
import { Press } from "./parts/press";

const steps = Object.entries({ "+1 h": "1h", "+1 day": "1d", "+1 week": "1w" });
const shown = { dateStyle: "medium", timeStyle: "short" } as const;

/** The site's own time: real time plus what it was moved forward. */
export function SiteClock() {
  const [offset, setOffset] = useState(0);
  const [real, setReal] = useState(() => Date.now());
  const [busy, setBusy] = useState(false);
  const keep = useCallback(({ now: moved }: { now: number }) => {
    setReal(Date.now());
    setOffset(moved - Date.now());
  }, []);
  useEffect(() => {
    attempt(() => bench.now().then(keep));
    const beating = setInterval(() => setReal(Date.now()), 15_000);
    const quiet = onLive((event) => event.kind === "clock" && keep(event));
    return () => {
      clearInterval(beating);
      quiet();
    };
  }, [keep]);
  const move = (wanted: { to?: number; by?: string }) => {
    setBusy(true);
    const moved = bench.advance(wanted).then(keep);
    attempt(() => moved.finally(() => setBusy(false)));
  };
  const now = new Date(real + offset);
  const day = now.toISOString().slice(0, 10);
  return (
    <details className="menu">
      <summary title="Site time">
        <time dateTime={now.toISOString()}>{now.toLocaleString("en-GB", shown)}</time>
      </summary>
      <div className="menu-body" aria-busy={busy}>
        <p>Site time only moves forward. What becomes due runs at once.</p>
        {steps.map(([text, by]) => (
          <Press key={by} text={text} disabled={busy} onPress={() => move({ by })} />
        ))}
        <label>
          Go to{" "}
          <input
            key={day}
            type="date"
            min={day}
            defaultValue={day}
            onChange={({ target }) => target.value > day && move({ to: Date.parse(`${target.value}T09:00:00Z`) })}
          />
        </label>
      </div>
    </details>
  );
}
