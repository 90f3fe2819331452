import { useCallback, useEffect, useState } from "react";
import { bench } from "./bench";
import { Drawer } from "./drawer";
import { onLive } from "./live";
import { askToCreate } from "./pages/create-item";
import { attempt } from "./parts/flags";
import { paths } from "./router";
import { useSite } from "./site";
import { useStore } from "./store";
import { colorMode, turnTheme } from "./theme";

export function TopBar() {
  const { people, me } = useSite();
  const mode = useStore(colorMode);
  const [open, setOpen] = useState(false);
  const become = (accountId: string) => attempt(() => bench.become(accountId).then(() => window.location.reload()));
  return (
    <header className="top">
      <nav aria-label="Site">
        <a href={paths.spaces}>Spaces</a>
        <a href={paths.items("order by created DESC")}>Work items</a>
        <a href={paths.dashboards}>Dashboards</a>
        <a href={paths.admin("workflows")}>Settings</a>
        <button type="button" className="primary" onClick={() => askToCreate(null)}>
          Create
        </button>
      </nav>
      <div className="top-tools">
        <SiteClock />
        <select aria-label="Persona" value={me.accountId} onChange={(event) => become(event.target.value)}>
          {people.map(({ accountId, displayName, role }) => (
            <option key={accountId} value={accountId}>
              {role === "" ? displayName : `${displayName} · ${role}`}
            </option>
          ))}
        </select>
        <button type="button" aria-pressed={mode === "dark"} onClick={turnTheme}>
          {mode === "dark" ? "Light" : "Dark"}
        </button>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          Workbench
        </button>
      </div>
      {open && <Drawer onClose={() => setOpen(false)} />}
    </header>
  );
}

const steps = [
  { text: "+1 h", by: "1h" },
  { text: "+1 day", by: "1d" },
  { text: "+1 week", by: "1w" },
];

/** The site's own time: real time plus what it was moved forward. */
function SiteClock() {
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
    attempt(() =>
      bench
        .advance(wanted)
        .then(keep)
        .finally(() => setBusy(false)),
    );
  };
  const now = new Date(real + offset);
  const day = now.toISOString().slice(0, 10);
  return (
    <details className="menu">
      <summary title="Site time">
        <time dateTime={now.toISOString()}>
          {now.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </summary>
      <div className="menu-body" aria-busy={busy}>
        <p>Site time only moves forward. What becomes due runs at once.</p>
        {steps.map(({ text, by }) => (
          <button key={by} type="button" disabled={busy} onClick={() => move({ by })}>
            {text}
          </button>
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
