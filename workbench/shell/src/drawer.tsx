import { useEffect, useState } from "react";
import { bench } from "./bench";
import { attempt } from "./parts/flags";
import { Press, Tabs } from "./parts/press";
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
        <Tabs names={names} open={tab} onOpen={setTab} />
        <Press text="✕" label="Close the workbench" look="quiet" onPress={onClose} />
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
          <p>{`${total} calls; those of the app cost ${points} points.`}</p>
          <table className="list log">
            <tbody>
              {records.map(({ at, who, method, path, status, points }, row) => (
                <tr key={row} className={status >= 400 ? "bad" : ""}>
                  {[clockTime(at), who, status, `${points} p`, `${method} ${path}`].map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
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
        lines.map(({ at, level, text }, row) => (
          <p key={row} className={`line line-${level}`}>{`${clockTime(at)} ${level} ${text}`}</p>
        ))
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
      <Press text="Reset the site" look="danger" onPress={reset} />
    </>
  );
}

const clockTime = (at: number) => new Date(at).toLocaleTimeString("en-GB");
