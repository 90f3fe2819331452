import { Refusal } from "../refusal";
import { isRecord } from "./details";

/** Jira's hourly quota is spent: nothing may be asked before this instant. */
export function quotaSpent(until: number): Refusal {
  return new Refusal("jira_throttled", {
    message: "Jira's hourly allowance for this app is used up.",
    mend: "Wait until it starts again; a job that is under way then goes on by itself.",
    cause: { until },
  });
}

export function parkedUntil(error: unknown): number | null {
  const cause = error instanceof Refusal ? error.cause : null;
  return isRecord(cause) && typeof cause["until"] === "number" ? cause["until"] : null;
}

/** A call went out and no answer came back: whether Jira did it must be looked up, never assumed. */
export function answerLost(cause: unknown): Refusal {
  return new Refusal("jira_refused", {
    message: "Jira did not answer.",
    mend: "Try again; a run that was cut off is resumed, and what Jira did is looked up first.",
    cause: { lost: true, reason: cause },
  });
}

export function isLost(error: unknown): boolean {
  const cause = error instanceof Refusal ? error.cause : null;
  return isRecord(cause) && cause["lost"] === true;
}
