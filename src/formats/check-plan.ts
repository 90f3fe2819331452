import type { z } from "zod";
import { planFile, planFileVersion } from "#contract/plan-file";
import { upgrade } from "#contract/plan-file-version";
import type { FileFinding, ReadResult } from "./read-result";
import { maxSteps, refuse } from "./read-result";

export type Path = readonly PropertyKey[];
export interface Place {
  readonly line: number;
  readonly column: number | null;
}

/** Where in its file a value stands. */
export type FindPlace = (path: Path) => Place | null;

export function lineOnly(line: number | null | undefined): Place | null {
  return line === null || line === undefined ? null : { line, column: null };
}

/** A parsed document as a plan, or what stands in the way, each with its place and its mend. */
export function checkPlan(document: unknown, findPlace: FindPlace): ReadResult {
  const current = upgrade(document);
  if (current.kind === "unknown") {
    return refuse(
      current.version === null
        ? "The file does not say which version of the plan file it is."
        : `This file is version ${current.version}; this release reads up to ${planFileVersion}.`,
      current.version === null ? "Begin the file with: uptake: 1" : "Update Uptake, or save the plan as version 1.",
      findPlace(["uptake"])?.line ?? null,
    );
  }
  if (stepsIn(current.document) > maxSteps)
    return refuse(`The file has more than ${maxSteps} steps.`, "Split the plan.", findPlace(["steps"])?.line ?? null);
  const read = planFile.safeParse(current.document);
  if (read.success) return { kind: "read", plan: read.data, notes: [] };
  const issues = read.error.issues.flatMap((issue) => meant(issue, []));
  return { kind: "refused", findings: issues.slice(0, 100).map((issue) => finding(issue, findPlace)) };
}

/** Counted before they are checked one by one. */
function stepsIn(document: unknown): number {
  const steps = typeof document === "object" && document !== null && "steps" in document ? document.steps : null;
  return Array.isArray(steps) ? steps.length : 0;
}

interface Said {
  readonly path: Path;
  readonly issue: z.core.$ZodIssue;
}

/** Of the forms a value may take, the one that reads furthest is the one that was meant. */
function meant(issue: z.core.$ZodIssue, above: Path): readonly Said[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ path, issue }];
  const branches = issue.errors.map((errors) => errors.flatMap((each) => meant(each, path)));
  const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  return depth(branches.find((branch) => branch === deepest) ?? []) > path.length ? deepest : [{ path, issue }];
}

function depth(branch: readonly Said[]): number {
  return Math.max(0, ...branch.map(({ path, issue }) => path.length + (issue.code === "unrecognized_keys" ? 1 : 0)));
}

const nowhere = { line: null, column: null };

function finding({ path, issue }: Said, findPlace: FindPlace): FileFinding {
  const where = pathText(path) || "The file";
  if (issue.code === "unrecognized_keys") {
    const more = issue.keys.length > 5 ? ` and ${issue.keys.length - 5} more` : "";
    const keys = `${issue.keys
      .slice(0, 5)
      .map((key) => `"${key.slice(0, 80)}"`)
      .join(", ")}${more}`;
    const message = `${where} has ${keys}, which a plan file does not know.`;
    const place = findPlace([...path, issue.keys[0] ?? ""]) ?? nowhere;
    return { ...place, path: pathText(path), message, mend: "Correct the spelling, or remove it." };
  }
  const missing =
    issue.code === "invalid_type" && issue.input === undefined && !("expected" in issue && issue.expected === "nan");
  const message = missing ? `${where} is missing or not what was expected.` : `${where} cannot be read.`;
  return { ...(findPlace(path) ?? nowhere), path: pathText(path), message, mend: issue.message };
}

export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}
