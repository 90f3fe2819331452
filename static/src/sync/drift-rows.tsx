import type { DriftRow, DriftView, Newcomer } from "#contract/drift";
import { sayInstant } from "../parts/day";
import { ItemLink } from "../parts/item-link";
import { TextChange } from "./field-diff";
import { fieldName } from "./field-words";
import { NamesContext, useNames } from "./use-names";
import { Windowed } from "./windowed";

type Line = { readonly id: string; readonly row: DriftRow } | { readonly id: string; readonly newcomer: Newcomer };

export function DriftRows({ view: { rows, newcomers } }: { readonly view: DriftView }) {
  const names = useNames(
    rows.flatMap(({ by, field, was, now }) => [by ?? "", ...(field === "assignee" ? [was ?? "", now ?? ""] : [])]),
  );
  const lines: readonly Line[] = [
    ...rows
      .toSorted((a, b) => b.since - a.since)
      .map((row, at) => ({ id: `${row.item} ${row.field} ${String(at)}`, row })),
    ...newcomers.map((newcomer) => ({ id: newcomer.key, newcomer })),
  ];
  return (
    <NamesContext value={names}>
      <Windowed label="Differences" lines={lines} keyOf={({ id }) => id}>
        {(line) => ("row" in line ? <Difference row={line.row} names={names} /> : <New newcomer={line.newcomer} />)}
      </Windowed>
    </NamesContext>
  );
}

const happened = {
  deleted: "deleted in Jira",
  moved: "moved to another space",
  retyped: "turned into another type",
} as const;

function Difference({ row, names }: { readonly row: DriftRow; readonly names: ReadonlyMap<string, string> }) {
  const who = names.get(row.by ?? "");
  return (
    <div className="line drift-line">
      <div>
        {row.key === null ? null : <ItemLink itemKey={row.key} />} {row.title}
        <p className="faint">
          {sayInstant(row.since)}
          {who === undefined ? "" : `, ${who}`}
        </p>
      </div>
      <div>
        {row.what === "field" || row.what === "link" ? (
          <>
            <span className="subtle">{fieldName(row.field)}: </span>
            <TextChange field={row.field} before={row.was} after={row.now} />
          </>
        ) : (
          <span className="missing">{happened[row.what]}</span>
        )}
      </div>
    </div>
  );
}

function New({ newcomer }: { readonly newcomer: Newcomer }) {
  return (
    <div className="line drift-line">
      <div>
        <ItemLink itemKey={newcomer.key} /> {newcomer.title}
      </div>
      <div>
        <span className="tag">{newcomer.kind}</span> not in the plan; it hangs on {newcomer.beside}. The next preview
        offers to take it on.
      </div>
    </div>
  );
}
