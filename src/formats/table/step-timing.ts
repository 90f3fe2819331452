import type { Step } from "#domain/plan/plan";
import type { Constraint } from "#domain/plan/step-timing";
import type { Field } from "./columns";
import type { DayOrder } from "./day-words";
import { readDay } from "./day-words";
import { readDuration } from "./duration-words";
import { isDone, isOpen } from "./status-words";
import type { RowCells } from "./table-rows";

type Note = (message: string) => void;

interface Said {
  readonly order: DayOrder;
  /** What a whole is in the column of progress: a hundred, or one where a spreadsheet shows shares as percent. */
  readonly whole: 1 | 100;
  readonly note: Note;
}

/** What the cells of a row say of time beyond its day and its length, as a plan file says it. */
export function stepTiming(cells: RowCells, said: Said): Record<string, unknown> {
  const moment = (field: Field) => momentOf(cells[field], said.order);
  const deadline = moment("deadline");
  const [start, finish] = [moment("baselineStart"), moment("baselineFinish")];
  const constraint = constraintOf(cells, said);
  return {
    ...(constraint === null ? {} : { constraint }),
    ...(deadline === null ? {} : { deadline }),
    ...progressOf(cells, said),
    ...(start === null && finish === null ? {} : { baseline: { start, finish } }),
  };
}

/** Whether the column of progress holds shares of one: what a spreadsheet shows as 50 % it keeps as 0.5. */
export function wholeOf(rows: readonly { readonly cells: RowCells }[]): 1 | 100 {
  const numbers = rows.map(({ cells }) => (cells.percent ?? "").trim()).filter((cell) => cell !== "");
  const isShare = numbers.some((cell) => /[.,]\d/.test(cell)) || numbers.some((cell) => cell === "1");
  return isShare && numbers.every((cell) => /^(?:0?[.,]\d+|[01])$/.test(cell)) ? 1 : 100;
}

/** Days that say that there is none are none. */
function momentOf(cell: string | undefined, order: DayOrder): string | null {
  const text = (cell ?? "").trim();
  return /^(?:|na|n\/a|nv|none|-|tbd)$/i.test(text) ? null : (readDay(text, order) ?? text);
}

const undated = ["as-late-as-possible", "must-start-on", "by-hand"] as const;
const dated = ["must-finish-on", "start-no-later-than", "finish-no-earlier-than", "finish-no-later-than"] as const;

/** `finish-no-later-than 2026-03-10`, or MS Project's words in one column and the day in another. */
function constraintOf(cells: RowCells, { order, note }: Said): unknown {
  const text = (cells.constraint ?? "").trim();
  const words = text.toLowerCase().replaceAll(/[\s_]+/g, "-");
  const plain = undated.find((kind) => words === kind);
  if (plain !== undefined) return plain;
  const kind = dated.find((one) => words.startsWith(one));
  if (kind !== undefined) {
    const on = momentOf(text.slice(kind.length), order) ?? momentOf(cells.constraintDate, order);
    return on === null ? null : { [kind]: on };
  }
  if (text !== "" && !/^(?:as-soon-as-possible|start-no-earlier-than)/.test(words))
    note(`"${text.slice(0, 80)}" is no constraint that is known; it was left out.`);
  return null;
}

function progressOf(cells: RowCells, said: Said): Record<string, unknown> {
  const [started, finished] = [momentOf(cells.started, said.order), momentOf(cells.finished, said.order)];
  const remaining = (cells.remaining ?? "").trim();
  const left = remaining === "" ? null : readDuration(remaining);
  const share = percentOf(cells.percent, said.whole);
  const status = (cells.status ?? "").trim();
  const percent = share ?? (isDone(status) ? 100 : null);
  if (share === null && !isDone(status) && !isOpen(status))
    said.note(`Of a status a plan keeps only that a step is done: "${status.slice(0, 80)}" was left out.`);
  const isSaid = (percent ?? 0) > 0 || started !== null || finished !== null;
  return isSaid ? { progress: { percent, started, finished, remaining: left } } : {};
}

function percentOf(cell: string | undefined, whole: 1 | 100): number | null {
  const [, digits, mark] = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec((cell ?? "").trim()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace(",", "."));
  const percent = mark === "%" || whole === 100 ? number : number * 100;
  return percent > 100 ? null : Math.round(percent * 100) / 100;
}

/** The cells that say the same. */
export function timingCells({ constraint, deadline, progress, baseline }: Step): RowCells {
  return {
    constraint: constraint === null ? "" : spellConstraint(constraint),
    deadline: deadline ?? "",
    percent: percentText(progress?.percent ?? null),
    started: progress?.started ?? "",
    finished: progress?.finished ?? "",
    remaining: progress?.remaining ?? "",
    baselineStart: baseline?.start ?? "",
    baselineFinish: baseline?.finish ?? "",
  };
}

function spellConstraint(constraint: Constraint): string {
  return "on" in constraint ? `${constraint.kind} ${constraint.on}` : constraint.kind;
}

function percentText(percent: number | null): string {
  return percent === null ? "" : `${percent}%`;
}
