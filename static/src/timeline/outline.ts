import { dayNumber } from "./schedule-scale";
import type { Wave } from "#domain/plan/plan";
import type { StepRow } from "./step-row";

/** What the steps stand under: their own groups, or a word they share. */
export type Grouping = "outline" | "phase" | "wave" | "stream" | "side" | "owner" | "none";

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  /** Null where nothing stands below. */
  readonly isOpen: boolean | null;
  /** Null: a heading that is no step itself. */
  readonly row: StepRow | null;
  /** Null while undated. */
  readonly span: Span | null;
  readonly done: number;
  readonly total: number;
}

export interface Span {
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
  /** It takes no time: a milestone. */
  readonly isMoment: boolean;
}

/** The lines to show, top to bottom, in the plan's order; what is folded away is left out. */
export function outlineOf(rows: readonly StepRow[], grouping: Grouping, folded: ReadonlySet<string>): readonly Line[] {
  if (grouping === "none") return rows.map((row) => stepLine(row, 0));
  if (grouping === "outline") return treeOf(rows, folded);
  const groups = Map.groupBy(rows, (row) => wordOf(row, grouping));
  return [...groups].flatMap(([word, members]): readonly Line[] => {
    const heading = headingOf(`${grouping}:${word}`, word === "" ? `No ${grouping}` : word, members);
    const isOpen = !folded.has(heading.id);
    return [{ ...heading, isOpen }, ...(isOpen ? members.map((row) => stepLine(row, 1)) : [])];
  });
}

/** How a plan is best read at first: by its own groups where most steps stand in one, else by its phases. */
export function naturalGrouping(rows: readonly StepRow[]): Grouping {
  const held = rows.filter(({ step }) => step.parent !== null).length;
  if (held > 0 && held >= rows.length / 2) return "outline";
  return rows.some(({ step }) => step.phase !== null) ? "phase" : "none";
}

function wordOf({ step, owner }: StepRow, grouping: "phase" | "wave" | "stream" | "side" | "owner"): string {
  return (grouping === "owner" ? owner : step[grouping]) ?? "";
}

/** A step whose group the search has left out stands at the top. */
function treeOf(rows: readonly StepRow[], folded: ReadonlySet<string>): readonly Line[] {
  const shown = new Set(rows.map(({ item }) => item));
  const below = Map.groupBy(rows, ({ step }) =>
    step.parent !== null && shown.has(step.parent) && step.parent !== step.id ? step.parent : "",
  );
  const seen = new Set<string>();
  const under = (parent: string, depth: number): readonly Line[] =>
    (below.get(parent) ?? []).flatMap((row) => {
      if (seen.has(row.item)) return [];
      seen.add(row.item);
      const members = below.get(row.item) ?? [];
      const isOpen = members.length === 0 ? null : !folded.has(row.item);
      const lines = under(row.item, depth + 1);
      const line = { ...stepLine(row, depth), isOpen, ...countOf(members) };
      return [line, ...(isOpen === true ? lines : [])];
    });
  return under("", 0);
}

function countOf(members: readonly StepRow[]): Pick<Line, "done" | "total"> {
  return { done: members.filter(({ done }) => done).length, total: members.length };
}

function stepLine(row: StepRow, depth: number): Line {
  return { id: row.item, name: row.title, depth, isOpen: null, row, span: spanOf(row), done: 0, total: 0 };
}

function headingOf(id: string, name: string, members: readonly StepRow[]): Line {
  const spans = members.flatMap((row) => spanOf(row) ?? []);
  const span = {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
    isMoment: false,
  };
  return { id, name, depth: 0, isOpen: true, row: null, span: spans.length === 0 ? null : span, ...countOf(members) };
}

export function spanOf({ start, finish, finishDay }: Pick<StepRow, "start" | "finish" | "finishDay">): Span | null {
  if (start === null || finish === null || finishDay === null) return null;
  const from = dayNumber(start);
  return { from, to: dayNumber(finishDay) + 1, isMoment: start === finish };
}

/** Which line a key leads to among the bars: up and down, left to what it waits for, right to what waits for it. */
export function lineFrom(lines: readonly Line[], active: string, key: string): Line | null {
  const bars = lines.filter(({ row, span }) => row !== null && span !== null);
  const at = bars.findIndex(({ id }) => id === active);
  const before = bars[at]?.row?.step.after.map(({ step }) => step) ?? [];
  switch (key) {
    case "ArrowDown":
      return bars[at + 1] ?? null;
    case "ArrowUp":
      return bars[at - 1] ?? null;
    case "ArrowLeft":
      return bars.find(({ id }) => before.includes(id)) ?? null;
    case "ArrowRight":
      return bars.find(({ row }) => row?.step.after.some(({ step }) => step === active) ?? false) ?? null;
    case "Home":
      return bars[0] ?? null;
    case "End":
      return bars.at(-1) ?? null;
    default:
      return null;
  }
}

/** Headings of waves in the words of the plan: a step knows only the id of its wave. */
export function withWaveTitles(lines: readonly Line[], waves: readonly Pick<Wave, "id" | "title">[]): readonly Line[] {
  const titles = new Map(waves.map(({ id, title }) => [id, title]));
  return lines.map((line) => (line.row === null ? { ...line, name: titles.get(line.name) ?? line.name } : line));
}
