import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RunView } from "#contract/sync";
import { AskedFor } from "../parts/asked-for";
import { sayInstant } from "../parts/day";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";
import { PersonName } from "./person-name";
import { RunFollow } from "./run-follow";
import { isOver, sayState } from "./run-state";
import { UndoCheck } from "./undo-check";
import { useNamesOrWait } from "./use-names";

interface Props {
  readonly plan: string;
  readonly onUndone: () => void;
}

type Shown = { readonly kind: "follow" | "undo"; readonly run: RunView };

/** Every apply of this plan, with the way back while Jira still holds what it wrote. */
export function RunList({ plan, onUndone }: Props) {
  const { state, again } = useAsk("listRuns", { plan });
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => {
    setShown(null);
    again();
  };
  return (
    <>
      {shown?.kind === "follow" ? (
        <RunFollow key={shown.run.id} first={shown.run} onDone={onUndone} onClose={close} />
      ) : null}
      {shown?.kind === "undo" ? (
        <UndoCheck
          key={shown.run.id}
          run={shown.run}
          onUndone={(run) => setShown({ kind: "follow", run })}
          onLeave={() => setShown(null)}
        />
      ) : null}
      <AskedFor state={state} what="the runs" onAgain={again}>
        {(runs) =>
          runs.length === 0 ? (
            <p className="subtle">No plan file was applied yet.</p>
          ) : (
            <RunTable runs={runs} onShow={setShown} />
          )
        }
      </AskedFor>
    </>
  );
}

interface TableProps {
  readonly runs: readonly RunView[];
  readonly onShow: (shown: Shown) => void;
}

function RunTable({ runs, onShow }: TableProps) {
  const names = useNamesOrWait(runs.map(({ by }) => by));
  return (
    <Table
      caption="Newest first, in your own time zone"
      columns={[
        { name: "Started", heads: "row", render: (run) => <span className="nowrap">{sayInstant(run.startedAt)}</span> },
        { name: "By", render: (run) => <PersonName account={run.by} names={names} /> },
        { name: "State", render: sayState },
        { name: "Calls", align: "end", render: (run) => `${String(run.done)} of ${String(run.total)}` },
        { name: "Created", align: "end", render: (run) => run.created.length },
        { name: "Failed", align: "end", render: (run) => run.failures.length },
        { name: "Points", align: "end", render: (run) => run.points.toLocaleString("en") },
        { name: "Action", render: (run) => <Actions run={run} onShow={onShow} /> },
      ]}
      rows={runs}
      rowKey={(run) => run.id}
    />
  );
}

function Actions({ run, onShow }: { readonly run: RunView; readonly onShow: TableProps["onShow"] }) {
  return (
    <span className="row">
      <Button spacing="compact" onClick={() => onShow({ kind: "follow", run })}>
        {isOver(run) ? "Show" : "Follow"}
      </Button>
      {isOver(run) && run.canUndo ? (
        <Button spacing="compact" onClick={() => onShow({ kind: "undo", run })}>
          Undo …
        </Button>
      ) : null}
    </span>
  );
}
