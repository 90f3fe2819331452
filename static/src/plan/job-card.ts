import type { Criterion, Plan, Step } from "#domain/plan/plan";

/** What stands on the two sides of a card that lies beside the machine (M39). */
export interface JobCard {
  readonly title: string;
  readonly where: string;
  readonly actions: readonly string[];
  readonly done: readonly string[];
  readonly codes: readonly ErrorCode[];
  /** Who leads the way back, and by what. */
  readonly fallback: readonly string[];
  /** `normal` fits A5 as it is, `small` in smaller letters, `too-long` not at all. */
  readonly size: "normal" | "small" | "too-long";
}

export interface ErrorCode {
  readonly code: string;
  readonly answer: string;
}

/** `E104: the customer is blocked, call the desk`. */
const codeLine = /^(?:[-*•]\s*)?([A-Z]{1,6}[-_ ]?\d{1,6})\s*(?:[:=]|→|[-–—]\s)\s*(\S.*)$/u;
const bullet = /^(?:[-*•]|\d+[.)])\s+/;

export function jobCard(step: Step, plan: Plan): JobCard {
  const lines = step.description
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const codes = lines.flatMap(codeIn);
  const actions = lines.filter((line) => codeIn(line).length === 0).map((line) => line.replace(bullet, ""));
  const done = step.success.map(sayCriterion);
  const fallback = plan.rollbacks
    .filter(({ covers }) => covers.includes(step.id))
    .map(({ title, owner }) => `${title}${owner === null ? "" : `: call ${owner}`}`);
  const letters = [step.title, ...actions, ...done].join("").length;
  const size = letters <= 1_300 ? "normal" : letters <= 2_200 ? "small" : "too-long";
  const where = [plan.title, step.phase, step.wave].filter((part) => part !== null).join(" · ");
  return { title: step.title, where, actions, done, codes, fallback, size };
}

function codeIn(line: string): readonly ErrorCode[] {
  const [, code, answer] = codeLine.exec(line) ?? [];
  return code === undefined || answer === undefined ? [] : [{ code, answer }];
}

function sayCriterion({ measure, op, value, unit }: Criterion): string {
  return `${measure} ${op} ${String(value)}${unit === "" ? "" : ` ${unit}`}`;
}
