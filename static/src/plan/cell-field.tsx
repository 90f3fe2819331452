import type { ReactNode } from "react";
import { sides, streams } from "#domain/plan/step-kinds";
import type { Line } from "../timeline/outline";
import type { StepRow } from "../timeline/step-row";
import { CellEditor } from "./cell-editor";
import type { Choice, Then } from "./cell-editor";
import type { Column } from "./columns";
import type { PlanProps } from "./plan-views";
import { wordsOf } from "./step-filter";
import { readField } from "./step-field";
import { readTyped } from "./typed-value";
import type { Cells } from "./use-cells";

interface Asked extends PlanProps {
  readonly cells: Cells;
  readonly line: Line;
  readonly column: Column;
}

/** The field that stands in a cell while it is written into. */
export function cellField({ view, plan, rows, edits, onStatus, cells, line, column }: Asked): ReactNode {
  const { row } = line;
  const { field } = column;
  if (row === null || field === null) return null;
  const { isClosed, choices } = choicesFor(column, { view, plan, rows });
  const keep = (text: string, then: Then): string | null => {
    if (field === "status") {
      if (row.key !== null) onStatus(row.key, text);
      cells.follow(then);
      return null;
    }
    const typed = readTyped(field, text, { plan, row });
    if (typed.kind === "complaint") return typed.message;
    if (text !== firstOf(row, column, plan)) edits.write({ step: row.item, field: typed.field, value: typed.value });
    cells.follow(then);
    return null;
  };
  return (
    <CellEditor
      column={column}
      name={row.title}
      first={firstOf(row, column, plan)}
      typed={cells.editing?.typed ?? null}
      choices={choices}
      isClosed={isClosed}
      onKeep={keep}
      onLeave={cells.leave}
    />
  );
}

function firstOf(row: StepRow, { field }: Column, plan: PlanProps["plan"]): string {
  if (field === null) return "";
  if (field === "status") return row.status?.id ?? "";
  if (field === "finish") return row.finishDay ?? "";
  const said = readField(plan, row.step, field) ?? "";
  // An empty start follows from the steps before; showing that day is the better start for typing another.
  return field === "start" && said === "" ? (row.start?.slice(0, 10) ?? "") : said;
}

function choicesFor(
  { field }: Column,
  { view, plan, rows }: Pick<PlanProps, "view" | "plan" | "rows">,
): { readonly isClosed: boolean; readonly choices: readonly Choice[] } {
  const plain = (words: readonly string[]) => words.map((word) => ({ value: word, title: word }));
  const none = { value: "", title: "none" };
  if (field === "status")
    return { isClosed: true, choices: view.statuses.map(({ id, name }) => ({ value: id, title: name })) };
  if (field === "stream") return { isClosed: true, choices: [none, ...plain(streams)] };
  if (field === "side") return { isClosed: true, choices: [none, ...plain(sides)] };
  if (field === "wave")
    return { isClosed: true, choices: [none, ...plan.waves.map(({ id, title }) => ({ value: id, title }))] };
  if (field === "owner") return { isClosed: false, choices: ownersIn(rows.rows) };
  return { isClosed: false, choices: field === "phase" ? plain(wordsOf(rows.rows, "phase")) : [] };
}

/** By the words of the plan, with the name Jira has for them. */
function ownersIn(rows: readonly StepRow[]): readonly Choice[] {
  const names = new Map(
    rows.flatMap(({ step, owner }) => (step.owner === null ? [] : [[step.owner, owner ?? step.owner]])),
  );
  return [...names].map(([value, title]) => ({ value: value ?? "", title: title ?? "" }));
}
