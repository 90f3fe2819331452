import { useState } from "react";
import type { PlanPageView } from "#contract/plan-page";
import type { Plan } from "#domain/plan/plan";
import { naturalGrouping, outlineOf, withWaveTitles } from "../timeline/outline";
import type { Grouping, Line } from "../timeline/outline";
import type { Zoom } from "../timeline/schedule-scale";
import { StepDetail } from "../timeline/step-detail";
import type { Rows, StepRow } from "../timeline/step-row";
import type { View } from "./columns";
import { FreezePart } from "./freeze-part";
import { JobCards } from "./job-cards";
import { PlanSheet } from "./plan-sheet";
import { allSteps, filterSteps } from "./step-filter";
import { StepFilters } from "./step-filters";
import { StepWords } from "./step-words";
import type { Edits } from "./use-edits";
import { ViewTools } from "./view-tools";

export interface PlanProps {
  readonly view: PlanPageView;
  /** With this person's changes in it. */
  readonly plan: Plan;
  readonly rows: Rows;
  readonly edits: Edits;
  readonly onStatus: (key: string, status: string) => void;
  /** What Jira or the store holds has changed. */
  readonly onAgain: () => void;
}

/** The steps as rows, as bars, or both beside each other where there is room; one search for all of them. */
export function PlanViews(props: PlanProps) {
  const { plan, rows } = props;
  const [filter, setFilter] = useState(allSteps);
  const [shown, setShown] = useState<View>("table");
  const [zoom, setZoom] = useState<Zoom>("month");
  const [grouping, setGrouping] = useState<Grouping>(() => naturalGrouping(rows.rows));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [detail, setDetail] = useState<string | null>(null);
  const [cards, setCards] = useState(false);
  const found = filterSteps(rows.rows, filter);
  const outline = outlineOf(found, grouping, folded);
  const lines = grouping === "wave" ? withWaveTitles(outline, plan.waves) : outline;
  const row = rows.rows.find(({ item }) => item === detail);
  const fold = ({ id, isOpen }: Line) => setFolded(isOpen === true ? new Set([...folded, id]) : without(folded, id));
  return (
    <div className="stack stack-tight">
      <div className="row row-apart plan-tools">
        <StepFilters rows={rows.rows} filter={filter} onChange={setFilter} />
        <ViewTools
          look={{ shown, zoom, grouping, cards }}
          lines={lines}
          onShow={setShown}
          onZoom={setZoom}
          onGroup={setGrouping}
          onFoldAll={(ids) => setFolded(new Set(ids))}
          onCards={() => setCards(!cards)}
        />
      </div>
      {cards ? (
        <JobCards plan={plan} rows={found} onClose={() => setCards(false)} />
      ) : lines.length === 0 ? (
        <Nothing onAll={() => setFilter(allSteps)} />
      ) : (
        <PlanSheet {...props} lines={lines} shown={shown} zoom={zoom} onFold={fold} told={detail} onTell={setDetail} />
      )}
      {row && !cards ? <Detail {...props} row={row} onGo={setDetail} /> : null}
    </div>
  );
}

function Detail({
  view,
  plan,
  rows,
  edits,
  onAgain,
  row,
  onGo,
}: PlanProps & { readonly row: StepRow; readonly onGo: (item: string | null) => void }) {
  const { marks, editing } = view;
  const canEdit = editing.kind === "allowed";
  const freeze = view.freezes.find(({ step }) => step === row.item);
  const close = () => onGo(null);
  return (
    <StepDetail key={row.item} row={row} plan={plan} rows={rows} marks={marks} onGo={onGo} onClose={close}>
      <StepWords
        row={row}
        canEdit={canEdit}
        onWrite={(value) => edits.write({ step: row.item, field: "description", value })}
      />
      {freeze === undefined ? null : (
        <FreezePart
          plan={plan.id}
          zone={plan.zone}
          now={view.now}
          freeze={freeze}
          canEdit={canEdit}
          onChange={onAgain}
        />
      )}
    </StepDetail>
  );
}

function Nothing({ onAll }: { readonly onAll: () => void }) {
  return (
    <p className="subtle">
      No step fits this search.{" "}
      <button type="button" className="link" onClick={onAll}>
        Show all
      </button>
    </p>
  );
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id));
}
