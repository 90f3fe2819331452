import { Refusal } from "../refusal";
import type { Trouble } from "./look-state";

const fewest = 10;
const share = 0.7;

/**
 * J4: where Jira suddenly shows the app much less, it has most likely lost its access; to take that for fewer tickets would turn a ratio
 * green by blindness.
 */
export function mustNotShrink(before: number | null, now: number): void {
  if (before === null || before < fewest || now >= before * share) return;
  throw new Refusal("stale", {
    message: `Jira shows the app ${now} work items where it showed ${before} before.`,
    mend: "Give the app access to the space again. If the rest really went, say so here and the look goes on.",
    cause: { shrunk: true },
  });
}

/** What kept a look from being complete, in words for whoever set it up. */
export function troubleOf({ code, message, mend, cause }: Refusal, at: number): Trouble {
  const status = causeIn(cause, "status");
  if (code === "jira_throttled" || code === "busy")
    return { kind: "waiting", at, message, mend: "Nothing to do: the look goes on by itself." };
  if (causeIn(cause, "shrunk") === true) return { kind: "shrunk", at, message, mend };
  if (status === 400) return { kind: "refused", at, ...refusedQuery(message) };
  return { kind: "refused", at, message, mend };
}

/** Jira's own words about a query. */
export function refusedQuery(said: string): { readonly message: string; readonly mend: string } {
  return {
    message: `Jira does not take this JQL: ${said}`,
    mend: "Try it in Jira's own search, and put here what works there. Values the app may not see do not exist for it.",
  };
}

/** A query that Jira refuses, refused with its mend. */
export function asQueryRefusal(error: unknown): unknown {
  if (!(error instanceof Refusal) || causeIn(error.cause, "status") !== 400) return error;
  return new Refusal("jira_refused", { ...refusedQuery(error.message), cause: error });
}

function causeIn(cause: unknown, name: string): unknown {
  return typeof cause === "object" && cause !== null ? new Map<string, unknown>(Object.entries(cause)).get(name) : null;
}
