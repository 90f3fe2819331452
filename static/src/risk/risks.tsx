import { useState } from "react";
import type { RiskBoardView, RiskCard } from "#contract/risks";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { Segments } from "../parts/segments";
import { BurndownPart } from "./burndown";
import { ExceptionsPart } from "./exceptions";
import { MoreRisks } from "./more-risks";
import { BoardFilters } from "./board-filters";
import { everything, filtered, jqlOf } from "./board-filter";
import { CriticalPart } from "./critical-part";
import { HeatMap } from "./heat-map";
import { RegisterPart } from "./register";
import { ReviewPart } from "./review";
import { RiskBoard } from "./risk-board";
import type { RiskChange } from "./risk-board";
import { RiskTable } from "./risk-table";
import { tagNames } from "./risk-tag";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";

type View = "board" | "review" | "heat" | "burndown" | "exceptions" | "register";

const views: readonly (readonly [View, string])[] = [
  ["board", "Board"],
  ["review", "Weekly review"],
  ["heat", "Heat map"],
  ["burndown", "Burndown"],
  ["exceptions", "Exceptions"],
  ["register", "All plans"],
];

export function RisksScreen({ plan }: { readonly plan: string }) {
  const [view, setView] = useState<View>("board");
  const { state, again } = useAsk("nextReview", { plan });
  const overdueDays = state.kind === "ready" ? state.value.overdueDays : 0;
  const choose = (next: View) => {
    again();
    setView(next);
  };
  const named = views.map(([key, name]) => [key, key === "review" ? withBadge(name, overdueDays) : name] as const);
  return (
    <div className="stack">
      <Segments name="What to see of the risks" choices={named} chosen={view} onChoose={choose} />
      <Shown view={view} plan={plan} onClosed={again} />
    </div>
  );
}

function withBadge(name: string, overdueDays: number): string {
  return overdueDays === 0 ? name : `${name} · ${count(overdueDays, "day")} overdue`;
}

interface ShownProps {
  readonly view: View;
  readonly plan: string;
  readonly onClosed: () => void;
}

function Shown({ view, plan, onClosed }: ShownProps) {
  switch (view) {
    case "review":
      return <ReviewPart plan={plan} onClosed={onClosed} />;
    case "burndown":
      return <BurndownPart plan={plan} />;
    case "exceptions":
      return <ExceptionsPart plan={plan} />;
    case "register":
      return <RegisterPart />;
    case "board":
    case "heat":
      return <BoardPart plan={plan} isHeat={view === "heat"} />;
  }
}

function BoardPart({ plan, isHeat }: { readonly plan: string; readonly isHeat: boolean }) {
  const { state, again } = useAsk("riskBoard", { plan });
  return (
    <AskedFor state={state} what="the risks" onAgain={again}>
      {(board) =>
        isHeat ? (
          <div className="stack">
            <HeatMap heat={board.heat} />
            <CriticalPart plan={plan} />
          </div>
        ) : (
          <div className="stack">
            {board.canEdit ? <MoreRisks plan={plan} onChanged={again} /> : null}
            <Risks board={board} onChanged={again} />
          </div>
        )
      }
    </AskedFor>
  );
}

/** Made for a screen that supplier and buyer look at together: two lanes, the largest exposure on top. */
function Risks({ board, onChanged }: { readonly board: RiskBoardView; readonly onChanged: () => void }) {
  const [shown, setShown] = useState<"board" | "table">("board");
  const [busy, setBusy] = useState<string | null>(null);
  const [filter, setFilter] = useState(everything);
  const cards = board.lanes.flatMap((lane) => lane.cards);
  if (cards.length === 0) {
    return (
      <Empty title="No risks yet">
        <p>Raise one, add the usual five, or import the register you have. A plan file may name them under “risks”.</p>
      </Empty>
    );
  }
  const change = (card: RiskCard, wanted: RiskChange) => {
    setBusy(card.key);
    carryOut(card, wanted)
      .then(onChanged, flagRefusal)
      .finally(() => setBusy(null));
  };
  const seen = filtered(board, filter);
  return (
    <div className="stack">
      <div className="row row-apart">
        <p className="subtle">
          {sayOpen(seen)} {board.canEdit ? "Drag a card, or use its menu." : "You may look at them, not move them."}
        </p>
        <div className="row">
          <button type="button" className="button" onClick={() => setShown(shown === "board" ? "table" : "board")}>
            {shown === "board" ? "Show as table" : "Show as board"}
          </button>
          <button type="button" className="button" onClick={() => void copy(jqlOf(board, filter))}>
            Copy as JQL
          </button>
        </div>
      </div>
      <BoardFilters board={board} filter={filter} onChange={setFilter} onSaved={onChanged} />
      {shown === "board" ? <RiskBoard board={seen} busy={busy} onChange={change} /> : <RiskTable board={seen} />}
    </div>
  );
}

async function carryOut(card: RiskCard, wanted: RiskChange): Promise<void> {
  if (wanted.tag !== null) {
    await ask("retagRisk", { key: card.key, tag: wanted.tag });
    flag({ type: "success", title: `${card.key} is now ${tagNames[wanted.tag].toLowerCase()}` });
  }
  if (wanted.status !== null) {
    await ask("moveRisk", { key: card.key, status: wanted.status.id });
    flag({ type: "success", title: `${card.key} is now ${wanted.status.name}` });
  }
}

function sayOpen({ lanes, statuses }: RiskBoardView): string {
  const over = new Set(statuses.filter(({ category }) => category === "done").map(({ name }) => name));
  const open = lanes.map(({ tag, cards }) => {
    const count = cards.filter(({ status }) => !over.has(status)).length;
    return `${String(count)} open ${tagNames[tag].toLowerCase()}`;
  });
  return `${open.join(", ")}.`;
}

async function copy(jql: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(jql);
    flag({ type: "success", title: "JQL copied", description: jql });
  } catch {
    flag({ type: "info", title: "Copy this JQL", description: jql });
  }
}
