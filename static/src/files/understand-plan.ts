import type { FindingView } from "#contract/sync";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { carryOver } from "#formats/carry-over";
import { formatOf } from "#formats/format";
import type { Format } from "#formats/format";
import { readGrid } from "#formats/read-grid";
import type { Grid } from "#formats/read-grid";
import type { TableChoices } from "#formats/table/layout";
import { slug } from "#formats/table/names";
import { itemLines } from "#formats/item-lines";
import { decode, readFile } from "#formats/read-file";
import type { FileNote } from "#formats/read-result";
import { count } from "../parts/share";
import type { PlanNames } from "./plan-file";

export interface ChosenPlan {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Said by the person; null: the name of the file says it. */
  readonly format: Format | null;
  /** The plan as Jira holds it, when a file that knows only steps is meant for it. */
  readonly current: string | null;
  /** What somebody said about a table. */
  readonly table: TableChoices;
  /** How it is called by somebody, whatever the file is called. */
  readonly called: PlanNames | null;
}

export interface UnderstoodPlan {
  readonly kind: "read";
  /** As YAML, whatever it came in as: one form goes on to be compared with Jira. */
  readonly text: string;
  readonly format: Format;
  readonly plan: { readonly id: string; readonly title: string; readonly owner: string | null };
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly notes: readonly FileNote[];
  readonly findings: readonly FindingView[];
  /** The table it was read from, where it was one. */
  readonly grid: Grid | null;
  /** Whether it has not one step in common with the plan it was taken to be meant for. */
  readonly isStrange: boolean;
}

export interface RefusedPlan {
  readonly kind: "refused";
  readonly findings: readonly FindingView[];
  readonly grid: Grid | null;
}

export type PlanReading = UnderstoodPlan | RefusedPlan;

/** What is being done just now, in words. */
export type Progress = (doing: string) => void;

/** A chosen file as the plan it holds, with everything there is to say about it; or why it cannot be read. */
export async function understandPlan(chosen: ChosenPlan, progress: Progress): Promise<PlanReading> {
  progress("Opening the file");
  const looked = await readGrid(chosen, chosen.table);
  const grid = looked?.kind === "grid" ? looked : null;
  progress(grid === null ? "Reading the plan" : `Reading ${count(grid.steps, "step")}`);
  const read = await readFile({ ...chosen, choices: chosen.table });
  if (read.kind === "refused") {
    const findings = read.findings.map(({ line, path, message, mend }): FindingView => ({
      rule: "plan-file",
      level: "error",
      item: null,
      field: path === "" ? null : path,
      line,
      message,
      mend,
    }));
    return { kind: "refused", findings, grid };
  }
  progress(`Checking ${count(read.plan.steps.length, "step")} against the rules`);
  const { readPlan, writeYaml } = await import("#formats/yaml");
  const format = chosen.format ?? formatOf(chosen.name) ?? "yaml";
  const current = chosen.current === null ? null : readPlan(chosen.current, "current.yaml");
  const own = chosen.called === null ? read.plan : named(read.plan, chosen.called);
  const plan = current?.kind === "read" ? carryOver(current.plan, read.plan, format) : own;
  return {
    kind: "read",
    text: writeYaml(plan),
    format,
    plan: { id: plan.id, title: plan.title, owner: plan.owner },
    counts: countsOf(plan),
    notes: read.notes,
    findings: findingsOf(plan, format, chosen.bytes),
    grid,
    isStrange: current?.kind === "read" && !shareSteps(current.plan, read.plan),
  };
}

function named(plan: Plan, { title, owner }: PlanNames): Plan {
  return { ...plan, id: slug(title) || plan.id, title, owner: owner === "" ? plan.owner : owner };
}

function shareSteps(held: Plan, read: Plan): boolean {
  const known = new Set(held.steps.flatMap(({ id, title }) => [id, title]));
  return held.steps.length === 0 || read.steps.some(({ id, title }) => known.has(id) || known.has(title));
}

function countsOf(plan: Plan): UnderstoodPlan["counts"] {
  return [
    { name: "step", count: plan.steps.length },
    { name: "dependency", count: plan.steps.reduce((sum, step) => sum + step.after.length, 0) },
    { name: "risk", count: plan.risks.length },
    { name: "rollback", count: plan.rollbacks.length },
    { name: "wave", count: plan.waves.length },
  ];
}

function findingsOf(plan: Plan, format: Format, bytes: Uint8Array): readonly FindingView[] {
  const line = format === "xlsx" ? () => null : itemLines({ text: decode(bytes), format, plan });
  return lint(plan).map((finding) => ({ ...finding, line: line(finding.item, finding.field) }));
}
