import { useState } from "react";
import type { RegisterRow, RegisterView } from "#contract/risks";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";
import { Exposure } from "./risk-card";
import { RiskTag } from "./risk-tag";

/** A register of two thousand rows is read by narrowing it, not by scrolling. */
const shownAtOnce = 100;

export function RegisterPart() {
  const { state, again } = useAsk("riskRegister", {});
  return (
    <AskedFor state={state} what="the risks of every plan" onAgain={again}>
      {(view) => (view.risks.length === 0 ? <Nothing /> : <Register view={view} />)}
    </AskedFor>
  );
}

function Nothing() {
  return (
    <Empty title="No open risk in any plan">
      <p>Every plan you may see is listed here with what is still open.</p>
    </Empty>
  );
}

function Register({ view }: { readonly view: RegisterView }) {
  const [words, setWords] = useState("");
  const [most, setMost] = useState(shownAtOnce);
  const rows = view.risks.filter((row) => matches(row, words));
  const plans = new Set(view.risks.map(({ plan }) => plan)).size;
  return (
    <section className="stack stack-tight">
      <div className="row row-apart">
        <p className="subtle">
          {count(view.risks.length, "open risk")} in {count(plans, "plan")}. Read in {count(view.reads, "request")} (
          {count(view.points, "point")}).
        </p>
        <input
          type="text"
          aria-label="Filter the register"
          placeholder="Plan, owner, side, band …"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Table
        caption={`${count(rows.length, "risk")}, the heaviest first`}
        columns={[
          { name: "Risk", heads: "row", render: (row: RegisterRow) => row.title },
          { name: "Key", render: (row) => <ItemLink itemKey={row.key} /> },
          { name: "Plan", render: (row) => row.plan },
          { name: "Tag", render: (row) => <RiskTag tag={row.tag} /> },
          { name: "Exposure", align: "end", render: (row) => <Exposure {...row} /> },
          { name: "Owner", render: (row) => row.owner ?? "nobody yet" },
          { name: "Status", render: (row) => row.status },
          { name: "Untouched", align: "end", render: (row) => `${row.staleDays} d${row.isStale ? ", stale" : ""}` },
        ]}
        rows={rows.slice(0, most)}
        rowKey={(row) => row.key}
      />
      {rows.length <= most ? null : (
        <button type="button" className="button" onClick={() => setMost(most + shownAtOnce)}>
          Show {Math.min(shownAtOnce, rows.length - most)} more
        </button>
      )}
    </section>
  );
}

function matches(row: RegisterRow, words: string): boolean {
  const text = [
    row.title,
    row.key,
    row.plan,
    row.space,
    row.tag,
    row.owner,
    row.side,
    row.status,
    row.band,
    row.isStale ? "stale" : "",
  ]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
