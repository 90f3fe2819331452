import { useRef, useState } from "react";
import type { PlanSummary } from "#contract/plans";
import type { ProposalView, RunView } from "#contract/sync";
import { noChoices } from "#formats/table/layout";
import type { TableChoices } from "#formats/table/layout";
import { ask, refusalOf } from "../bridge";
import { holdsStepsOnly } from "./format-words";
import { unsettled } from "../sync/settling";
import type { Settling } from "../sync/settling";
import type { PlanSource } from "./plan-file";
import { checkSize, formatOfSource, readPlanFile } from "./plan-file";
import { recallColumns } from "./remembered-columns";
import type { PlanReading, UnderstoodPlan } from "./understand-plan";
import type { Asked } from "../parts/use-ask";

/** A table names no plan: its steps are those of the plan at hand, or of a plan of their own. */
export type Target = "this-plan" | "own-plan";

export interface Looking {
  readonly kind: "look";
  readonly source: PlanSource;
  readonly target: Target;
  /** What was said about the table. */
  readonly table: TableChoices;
  /** Whether its columns are those chosen for such a table before. */
  readonly recalled: boolean;
  readonly doing: string;
  readonly reading: Asked<PlanReading>;
  readonly settling: Settling;
  /** Null until there is a plan to compare. */
  readonly proposal: Asked<ProposalView> | null;
}

export type ImportStage = { readonly kind: "choose" } | Looking | { readonly kind: "run"; readonly run: RunView };

export interface Import {
  readonly stage: ImportStage;
  readonly choose: (source: PlanSource, said?: Said) => Promise<void>;
  readonly settle: (settling: Settling) => Promise<void>;
  readonly follow: (run: RunView) => void;
  readonly restart: () => void;
}

export type Said = Partial<Pick<Looking, "target" | "table" | "recalled">>;

/** From a file to a run: read here, compared with Jira there, applied when somebody says so. What comes late is dropped. */
export function useImport(into: PlanSummary | null): Import {
  const [stage, setStage] = useState<ImportStage>({ kind: "choose" });
  const round = useRef(0);
  const stop = useRef(new AbortController());
  const begin = () => {
    round.current += 1;
    const mine = round.current;
    stop.current.abort();
    stop.current = new AbortController();
    return (next: ImportStage) => {
      if (round.current === mine) setStage(next);
    };
  };
  const compare = async (from: Looking, read: UnderstoodPlan, keep: (next: ImportStage) => void) => {
    const looking = { ...from, reading: { kind: "ready", value: read } } as const;
    keep({ ...looking, proposal: { kind: "waiting" } });
    const proposal = await asked(() => proposalOf(from, read.text));
    keep({ ...looking, proposal });
  };
  const choose = async (source: PlanSource, said: Said = {}) => {
    const keep = begin();
    const { signal } = stop.current;
    const start = startOf(source, said);
    const progress = (doing: string) => keep({ ...start, doing });
    progress("Opening the file");
    const { target, table } = start;
    const reading = await asked(async () =>
      readPlanFile({ source, current: await currentText(source, target, into), table, progress, signal }),
    );
    if (signal.aborted) return;
    const better = reading.kind === "ready" ? await betterReading(reading.value, table) : null;
    if (signal.aborted) return;
    if (better !== null) return choose(source, { ...said, ...better });
    if (said.target === undefined && reading.kind === "ready" && isStrange(reading.value))
      return choose(source, { ...said, target: "own-plan" });
    if (reading.kind === "ready" && reading.value.kind === "read") return compare(start, reading.value, keep);
    keep({ ...start, reading });
  };
  const settle = async (settling: Settling) => {
    if (stage.kind !== "look" || stage.reading.kind !== "ready" || stage.reading.value.kind !== "read") return;
    await compare({ ...stage, settling }, stage.reading.value, begin());
  };
  return {
    stage,
    choose,
    settle,
    follow: (run) => begin()({ kind: "run", run }),
    restart: () => begin()({ kind: "choose" }),
  };
}

function proposalOf({ source, settling }: Looking, text: string): Promise<ProposalView> {
  checkSize(source.name, text);
  return ask("propose", { text, fileName: sentName, ...settling });
}

function startOf(source: PlanSource, { target, table, recalled: isRecalled }: Said): Looking {
  return {
    kind: "look",
    source,
    target: target ?? "this-plan",
    table: table ?? noChoices,
    recalled: isRecalled ?? false,
    doing: "",
    reading: { kind: "waiting" },
    settling: unsettled(source.blob instanceof File ? source.blob.lastModified : null),
    proposal: null,
  };
}

/** Steps of which the plan knows none would put every one it has out of it; more likely they are a plan of their own. */
function isStrange(reading: PlanReading): boolean {
  return reading.kind === "read" && reading.isStrange;
}

/** Another reading of the same table, where there is reason for one: a heading no rule knows, or what was said before. */
async function betterReading(
  { grid }: PlanReading,
  table: TableChoices,
): Promise<Pick<Looking, "table" | "recalled"> | null> {
  if (grid === null || table.fields !== null) return null;
  if (grid.heading === null) {
    const first = grid.top.find(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
    if (!first || table.heading !== null) return null;
    return { table: { ...table, heading: first.line }, recalled: false };
  }
  const fields = await recallColumns(grid);
  return fields === null ? null : { table: { ...table, fields }, recalled: true };
}

/** The plan goes on as YAML, so its name must end that way too. */
export const sentName = "plan.yaml";

async function currentText(source: PlanSource, target: Target, into: PlanSummary | null): Promise<string | null> {
  const format = formatOfSource(source);
  if (into === null || target === "own-plan" || format === null || !holdsStepsOnly(format)) return null;
  return (await ask("planText", { plan: into.id })).text;
}

async function asked<T>(answer: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: "ready", value: await answer() };
  } catch (error) {
    return { kind: "refused", refusal: refusalOf(error) };
  }
}
