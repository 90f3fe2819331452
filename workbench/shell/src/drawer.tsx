import { useEffect, useState } from "react";
import { bench } from "./bench";
import { attempt } from "./parts/flags";
import { Ready } from "./parts/standing";
import { useSite } from "./site";
import { useLoad } from "./use-load";
import type { Loaded } from "./use-load";

const beatMs = 2_000;

function useFollowed<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const loaded = useLoad(key, load);
  useEffect(() => {
    const beat = setInterval(loaded.reload, beatMs);
    return () => clearInterval(beat);
  }, [loaded.reload]);
  return loaded;
}

const tabs = { Faults, Calls, "App log": AppLog, Site } as const;
const names = ["Faults", "Calls", "App log", "Site"] as const;

export function Drawer({ onClose }: { readonly onClose: () => void }) {
  const [tab, setTab] = useState<(typeof names)[number]>("Calls");
  const Body = tabs[tab];
  return (
    <aside className="drawer" aria-label="Workbench">
      <header>
        <div className="tabs">
          {names.map((name) => (
            <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
              {name}
            </button>
          ))}
        </div>
        <button type="button" className="quiet" aria-label="Close the workbench" onClick={onClose}>
          ✕
        </button>
      </header>
      <Body />
    </aside>
  );
}

function Faults() {
  const loaded = useLoad("faults", bench.faults);
  const set = (key: string, value: boolean | number | string) =>
    attempt(() => bench.setFault(key, value).finally(loaded.reload));
  return (
    <Ready of={loaded}>
      {(faults) =>
        faults.map(({ key, label, value }) => (
          <label key={key} className="switch">
            {typeof value === "boolean" ? (
              <input type="checkbox" checked={value} onChange={(event) => set(key, event.target.checked)} />
            ) : (
              <input
                type={typeof value === "number" ? "number" : "text"}
                min={0}
                defaultValue={value}
                onBlur={({ target }) => set(key, typeof value === "number" ? Number(target.value) : target.value)}
              />
            )}
            {label}
          </label>
        ))
      }
    </Ready>
  );
}

function Calls() {
  const loaded = useFollowed("calls", bench.calls);
  return (
    <Ready of={loaded}>
      {({ total, points, records }) => (
        <>
          <p>
            {total} calls, {points} points since the start.
          </p>
          <div className="scroll">
            <table className="list log">
              <tbody>
                {records.map(({ at, who, method, path, status, points }, row) => (
                  <tr key={row} className={status >= 400 ? "bad" : ""}>
                    <td>{clockTime(at)}</td>
                    <td>{who}</td>
                    <td>{status}</td>
                    <td>{points} p</td>
                    <td className="wide">
                      {method} {path}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Ready>
  );
}

function AppLog() {
  const loaded = useFollowed("logs", bench.logs);
  return (
    <Ready of={loaded}>
      {(lines) =>
        lines.length === 0 ? (
          <p>The app has written nothing yet.</p>
        ) : (
          <ol className="lines">
            {lines.map(({ at, level, text }, row) => (
              <li key={row} className={`line-${level}`}>
                {clockTime(at)} {level} {text}
              </li>
            ))}
          </ol>
        )
      }
    </Ready>
  );
}

function Site() {
  const { site } = useSite();
  const triggers = useLoad("web triggers", bench.webTriggers);
  const reset = () => {
    if (window.confirm("Delete everything on this site and start it anew?")) {
      attempt(() => bench.reset().then(() => window.location.assign("/")));
    }
  };
  return (
    <>
      <p>Site: {site}</p>
      <Ready of={triggers}>
        {(found) =>
          found.map(({ key, url }) => (
            <p key={key}>
              Web trigger {key}: <code>{url}</code>
            </p>
          ))
        }
      </Ready>
      <button type="button" className="danger" onClick={reset}>
        Reset the site
      </button>
    </>
  );
}

const clockTime = (at: number) => new Date(at).toLocaleTimeString("en-GB");
