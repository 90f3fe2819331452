import { useCallback, useState } from "react";
import type { RunningView, RunView } from "#contract/sync";
import { ask, flagRefusal } from "../bridge";
import { sayShare } from "../parts/share";
import { useFollowed, wasFollowed } from "./followed-runs";
import { RunFollow } from "./run-follow";
import { useRunning } from "./use-running";

interface Props {
  readonly plan: string;
  /** The plan is no longer what it was. */
  readonly onDone: () => void;
}

/** Whoever opens the plan while somebody applies it sees who, how far, and what came of it; also after a reload. */
export function RunningBanner({ plan, onDone }: Props) {
  const [run, setRun] = useState<RunView | null>(null);
  const followed = useFollowed();
  const show = useCallback((id: string) => void ask("run", { run: id }).then(setRun, flagRefusal), []);
  const over = useCallback(
    (id: string) => {
      if (!wasFollowed(id)) show(id);
    },
    [show],
  );
  const seen = useRunning(plan, over);
  if (run !== null) return <RunFollow key={run.id} first={run} onDone={onDone} onClose={() => setRun(null)} />;
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
