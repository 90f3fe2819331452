import type { Dependency } from "#domain/plan/plan";
import { sayDay } from "../parts/day";
import { signedDays } from "../timeline/say-step";
import type { StepRow } from "../timeline/step-row";
import type { PlanProps } from "./plan-views";
import type { TypedField } from "./typed-value";

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  readonly width: number;
  /** What typing here changes; null: it follows from the rest. */
  readonly field: TypedField | "status" | null;
  readonly align?: "end";
}

export type ColumnId =
  | "title"
  | "status"
  | "owner"
  | "start"
  | "finish"
  | "duration"
  | "after"
  | "slack"
  | "baseline"
  | "phase"
  | "wave"
  | "stream"
  | "side"
  | "findings";

export type View = "table" | "timeline" | "both";

const all: readonly Column[] = [
  { id: "title", title: "Step", width: 340, field: "title" },
  { id: "status", title: "Status", width: 104, field: "status" },
  { id: "owner", title: "Owner", width: 132, field: "owner" },
  { id: "start", title: "Start", width: 112, field: "start" },
  { id: "finish", title: "Finish", width: 140, field: "finish" },
  { id: "duration", title: "Length", width: 72, field: "duration" },
  { id: "slack", title: "Slack", width: 104, field: null },
  { id: "baseline", title: "Against baseline", width: 124, field: null },
  { id: "findings", title: "Findings", width: 92, field: null },
  { id: "after", title: "After", width: 130, field: "after" },
  { id: "phase", title: "Phase", width: 120, field: "phase" },
  { id: "wave", title: "Wave", width: 96, field: "wave" },
  { id: "stream", title: "Stream", width: 96, field: "stream" },
  { id: "side", title: "Side", width: 88, field: "side" },
];

const beside: readonly ColumnId[] = ["title", "owner", "start", "finish"];
const besideLook: Partial<Record<ColumnId, Partial<Column>>> = {
  title: { width: 216 },
  owner: { width: 96 },
  start: { width: 74 },
  finish: { width: 74 },
  baseline: { width: 74, title: "Baseline" },
};

/** Shown only where there is something to show. */
export type ExtraColumn = "baseline" | "wave";

export function extraColumns({ plan, view }: Pick<PlanProps, "plan" | "view">): readonly ExtraColumn[] {
  return [
    ...(view.baseline === null ? [] : ["baseline" as const]),
    ...(plan.waves.length === 0 ? [] : ["wave" as const]),
  ];
}

/** In the table all of them, beside the bars those that one plans by, and with the bars alone the names. */
export function columnsFor(view: View, extra: readonly ExtraColumn[]): readonly Column[] {
  const known = all.filter(({ id }) => (id !== "baseline" && id !== "wave") || extra.includes(id));
  switch (view) {
    case "table":
      return known;
    case "both":
      return known
        .filter(({ id }) => beside.includes(id) || id === "baseline")
        .map((column) => ({ ...column, ...besideLook[column.id] }));
    case "timeline":
      return known.slice(0, 1).map((column) => ({ ...column, width: 240 }));
  }
}

/** As tracks of a grid: on a narrow page the names leave room for the rest, on a wide one they take what is left. */
export function tracksOf(columns: readonly Column[]): string {
  const track = ({ id, width }: Column) =>
    id === "title" ? `minmax(max(min(${String(width)}px, 46cqi), 20cqi), 1fr)` : `${String(width)}px`;
  return columns.map(track).join(" ");
}

/** Steps that hold others take their dates from them. */
export function isEditable({ field, id }: Column, row: StepRow): boolean {
  if (field === null) return false;
  if (id === "status") return row.key !== null;
  return !(row.isGroup && (id === "start" || id === "finish" || id === "duration"));
}

/** A cell in words; empty where nothing is known. */
export function sayCell(column: ColumnId, row: StepRow): string {
  switch (column) {
    case "title":
      return row.title;
    case "status":
      return row.status?.name ?? "not created";
    case "owner":
      return row.owner ?? "nobody";
    case "start":
      return row.start === null ? "" : sayDay(row.start.slice(0, 10));
    case "finish":
      return row.finishDay === null ? "" : sayDay(row.finishDay);
    case "duration":
      return row.step.duration ?? "";
    case "after":
      return row.step.after.map(sayDependency).join(", ");
    case "slack":
      return saySlack(row);
    case "baseline":
      return row.base === null ? "not in it" : signedDays(row.base.laterDays);
    case "phase":
    case "wave":
    case "stream":
    case "side":
      return row.step[column] ?? "";
    case "findings":
      return row.findings.length === 0 ? "" : `${String(row.findings.length)} ${worst(row)}`;
  }
}

/** `mapping`, `load SS+2d`: only what is not usual is said. */
function sayDependency({ step, type, lag }: Dependency): string {
  if (lag === "0") return type === "FS" ? step : `${step} ${type}`;
  return `${step} ${type}${/^[+-]/.test(lag) ? lag : `+${lag}`}`;
}

function saySlack({ slackDays, critical, done }: StepRow): string {
  if (slackDays === null || done) return "";
  return critical ? `${String(slackDays)} d critical` : `${String(slackDays)} d`;
}

/** The level that weighs most, in words. */
export function worst({ findings }: StepRow): string {
  const levels = ["error", "warning", "hint"] as const;
  const level = levels.find((one) => findings.some((finding) => finding.level === one)) ?? "hint";
  return findings.length === 1 ? level : "open";
}
