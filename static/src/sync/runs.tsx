import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RunView } from "#contract/sync";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { sayInstant } from "../parts/day";
import { isOver, sayState } from "./run-state";
import { Table } from "../parts/table";
import { RunFollow } from "./run-follow";
import { useAsk } from "../parts/use-ask";
import { useNames } from "./use-names";

interface Props {
  readonly plan: string;
  readonly onUndone: () => void;
}

/** Every apply of this plan, with the way back while Jira still holds what it wrote. */
export function Runs({ plan, onUndone }: Props) {
  const { state, again } = useAsk("listRuns", { plan });
  const [followed, setFollowed] = useState<RunView | null>(null);
  const undo = async (run: RunView) => {
    try {
      const undone = await ask("undoRun", { run: run.id });
      flag({
        type: "success",
        title: "Undo started",
        description: "What the run wrote is taken back where Jira still holds it.",
      });
      setFollowed(undone);
    } catch (error) {
      flagRefusal(error);
    }
  };
  return (
    <section className="stack stack-tight plan-runs">
      <h2>Runs</h2>
      {followed === null ? null : <RunFollow first={followed} onDone={onUndone} onClose={() => setFollowed(null)} />}
      <AskedFor state={state} what="the runs" onAgain={again}>
        {(runs) =>
          runs.length === 0 ? (
            <p className="subtle">No plan file was applied yet.</p>
          ) : (
            <RunTable runs={runs} onUndo={(run) => void undo(run)} onFollow={setFollowed} />
          )
        }
      </AskedFor>
    </section>
  );
}

interface TableProps {
  readonly runs: readonly RunView[];
  readonly onUndo: (run: RunView) => void;
  readonly onFollow: (run: RunView) => void;
}

function RunTable({ runs, onUndo, onFollow }: TableProps) {
  const names = useNames(runs.map(({ by }) => by));
  return (
    <Table
      caption="Newest first, in your own time zone"
      columns={[
        { name: "Started", heads: "row", render: (run) => <span className="nowrap">{sayInstant(run.startedAt)}</span> },
        { name: "By", render: (run) => names.get(run.by) ?? <span className="faint">no name to show</span> },
        { name: "State", render: sayState },
        { name: "Changes", align: "end", render: (run) => `${String(run.done)} of ${String(run.total)}` },
        { name: "Created", align: "end", render: (run) => run.created.length },
        { name: "Failed", align: "end", render: (run) => run.failures.length },
        { name: "Action", render: (run) => <Action run={run} onUndo={onUndo} onFollow={onFollow} /> },
      ]}
      rows={runs}
      rowKey={(run) => run.id}
    />
  );
}

function Action({ run, onUndo, onFollow }: { readonly run: RunView } & Omit<TableProps, "runs">) {
  if (!isOver(run)) {
    return (
      <Button spacing="compact" onClick={() => onFollow(run)}>
        Follow
      </Button>
    );
  }
  if (!run.canUndo) return null;
  return (
    <Button spacing="compact" onClick={() => onUndo(run)}>
      Undo
    </Button>
  );
}
