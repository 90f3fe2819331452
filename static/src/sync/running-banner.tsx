import { useEffect, useState } from "react";
import type { RunningView, RunView } from "#contract/sync";
import { ask, flagRefusal } from "../bridge";
import { sayShare } from "../parts/share";
import { useFollowed } from "./followed-runs";
import { RunFollow } from "./run-follow";

interface Props {
  readonly plan: string;
  /** The plan is no longer what it was. */
  readonly onDone: () => void;
}

/** Nobody waits at a page nobody looks at. */
const everyMs = 20_000;

/** Whoever opens the plan while somebody applies it sees who, how far, and what came of it; also after a reload. */
export function RunningBanner({ plan, onDone }: Props) {
  const [seen, setSeen] = useState<RunningView | null>(null);
  const [run, setRun] = useState<RunView | null>(null);
  const followed = useFollowed();
  const isWaiting = run === null;
  useEffect(() => {
    if (!isWaiting) return;
    let current = true;
    const keep = (next: RunningView | null) => {
      if (current) setSeen(next);
    };
    const look = () => {
      if (document.visibilityState !== "hidden") ask("running", { plan }).then(keep, () => {});
    };
    look();
    const beat = window.setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      current = false;
      window.clearInterval(beat);
      document.removeEventListener("visibilitychange", look);
    };
  }, [plan, isWaiting]);
  const show = (id: string) => void ask("run", { run: id }).then(setRun, flagRefusal);
  if (run !== null) return <RunFollow first={run} onDone={onDone} onClose={() => setRun(null)} />;
  if (seen === null || followed.has(seen.run)) return null;
  return <Banner seen={seen} onShow={() => show(seen.run)} />;
}

function Banner({ seen, onShow }: { readonly seen: RunningView; readonly onShow: () => void }) {
  const share = seen.total === 0 ? 0 : seen.done / seen.total;
  return (
    <section className="note running" role="status">
      <p>
        <strong>
          {seen.by} is applying this plan: {sayShare(share)}
        </strong>{" "}
        <span className="subtle">{seen.doing}</span>
      </p>
      <div className="row">
        <button type="button" className="button" onClick={onShow}>
          Follow it
        </button>
        <span className="faint">What you see here may be half of the change until then.</span>
      </div>
    </section>
  );
}
