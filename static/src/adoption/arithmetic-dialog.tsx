import { useEffect, useRef } from "react";
import type { ArithmeticView, SnapshotView } from "#contract/adoption";
import { AskedFor } from "../parts/asked-for";
import { download } from "../parts/download";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";
import { Verdict } from "../parts/verdict";
import { arithmeticCsv } from "./arithmetic-csv";
import { metricOf } from "./metric-name";

export interface Drilled {
  readonly metric: string;
  readonly department: string | null;
}

interface Props {
  readonly view: SnapshotView;
  readonly drilled: Drilled;
  readonly onClose: () => void;
}

/** From a number down to the rows it is made of. */
export function ArithmeticDialog({ view, drilled, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Jira makes the frame as tall as the page, so that its middle may be far from what the person sees.
    dialog.current?.scrollIntoView({ block: "center" });
  }, []);
  const { state, again } = useAsk("arithmetic", {
    plan: view.plan.id,
    wave: view.wave?.id ?? null,
    metric: metricOf(drilled.metric),
    department: drilled.department,
  });
  return (
    <dialog ref={dialog} className="dialog" aria-label="The arithmetic" onClose={onClose}>
      <div className="stack">
        <AskedFor state={state} what="the arithmetic" onAgain={again}>
          {(found) => <Arithmetic found={found} page={view.id} />}
        </AskedFor>
        <form method="dialog" className="row">
          {state.kind === "ready" && state.value.rows.length > 0 ? (
            <button
              type="button"
              className="button button-primary"
              onClick={() => download(`${drilled.metric}-arithmetic.csv`, arithmeticCsv(state.value), "text/csv")}
            >
              CSV for a spreadsheet
            </button>
          ) : null}
          <button type="submit" className="button">
            Close
          </button>
        </form>
      </div>
    </dialog>
  );
}

/** More rows than anybody reads; the file holds all of them. */
const mostRows = 200;

function Arithmetic({ found, page }: { readonly found: ArithmeticView; readonly page: string }) {
  const { rows, columns } = found;
  return (
    <>
      <h2>{found.title}</h2>
      <Verdict verdict={found.verdict} withReason="with reason" />
      <p>{found.sentence}</p>
      {found.snapshot === page ? null : (
        <p className="note">
          Facts have come in since this page was read: reload it to see the same number everywhere.
        </p>
      )}
      <dl className="facts">
        <dt>Formula</dt>
        <dd>{found.formula}</dd>
        <dt>Convention</dt>
        <dd>{found.convention}</dd>
        <dt>Exactly</dt>
        <dd>{exactly(found)}</dd>
        <dt>Left out</dt>
        <dd>
          {found.exclusions
            .map(({ what, count }) => `${what}: ${count === null ? "fewer than 5" : String(count)}`)
            .join(" · ")}
        </dd>
        <dt>Snapshot</dt>
        <dd>{found.snapshot}</dd>
      </dl>
      {rows.length === 0 ? null : (
        <Table
          caption={
            rows.length > mostRows
              ? `The first ${String(mostRows)} of ${String(rows.length)} rows; the file holds all`
              : "The inputs"
          }
          columns={columns.map((name, at) => ({
            name: name.replaceAll("_", " "),
            render: (row: Numbered) => cell(row.cells[at] ?? ""),
            ...(at === 0 ? { heads: "row" as const } : { align: "end" as const }),
          }))}
          rows={rows.slice(0, mostRows).map((cells, place) => ({ cells, place }))}
          rowKey={({ place }) => String(place)}
        />
      )}
    </>
  );
}

interface Numbered {
  readonly cells: readonly (string | number)[];
  readonly place: number;
}

function cell(value: string | number): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(4);
}

function exactly({ value, lower, upper, n, columns, rows }: ArithmeticView): string {
  const spell = (number: number | null): string => (number === null ? "undefined" : number.toFixed(6));
  const soFar = rows.at(-1)?.[columns.indexOf("share")];
  if (value === null && typeof soFar === "number") return `${spell(soFar)} so far; undefined for the day asked`;
  return value === null
    ? "undefined"
    : `${spell(value)} (${spell(lower)} to ${spell(upper)}), n = ${n.toLocaleString("en")}`;
}
