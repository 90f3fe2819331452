import type { Clock } from "#app/ports";
import { isRead } from "./transport";
import type { JiraRequest } from "./transport";

/** Jira's published limits, each kept a little below, because others share them. */
export const limits = {
  /** Atlassian's advice to apps: five to ten requests side by side. */
  inFlight: 8,
  burst: { GET: 96, POST: 96, PUT: 48, DELETE: 48, perMs: 1_000 },
  item: [
    { writes: 19, perMs: 2_000 },
    { writes: 95, perMs: 30_000 },
  ],
} as const;

export interface Budget {
  /** Waits until this request may go, and counts it. Call what it gives back when the answer is there. */
  enter(request: JiraRequest): Promise<() => void>;
  /** Jira asked for a pause at this endpoint. */
  pause(request: JiraRequest, until: number): void;
}

/** Spends the burst limits without ever hitting them: one window per endpoint and method, two per written work item. */
export function createBudget(clock: Clock): Budget {
  const windows = new Map<string, number[]>();
  const pauses = new Map<string, number>();
  const gate = createGate(limits.inFlight);
  return {
    async enter(request) {
      await gate.enter();
      const rules = rulesFor(request);
      for (let waits = wait(rules); waits > 0; waits = wait(rules)) await clock.sleep(waits);
      const now = clock.now();
      for (const rule of rules) windows.set(rule.key, [...recent(rule, now), now]);
      return () => gate.leave();
    },
    pause(request, until) {
      const key = endpoint(request);
      pauses.set(key, Math.max(pauses.get(key) ?? 0, until));
    },
  };

  function wait(rules: readonly Rule[]): number {
    const now = clock.now();
    return Math.max(0, ...rules.map((rule) => Math.max(free(rule, now), (pauses.get(rule.key) ?? 0) - now)));
  }

  function recent(rule: Rule, now: number): readonly number[] {
    return (windows.get(rule.key) ?? []).filter((at) => at > now - rule.perMs);
  }

  function free(rule: Rule, now: number): number {
    const inside = recent(rule, now);
    const oldest = inside[inside.length - rule.most];
    return oldest === undefined ? 0 : oldest + rule.perMs - now;
  }
}

interface Rule {
  readonly key: string;
  readonly most: number;
  readonly perMs: number;
}

function rulesFor(request: JiraRequest): readonly Rule[] {
  const burst = { key: endpoint(request), most: limits.burst[request.method], perMs: limits.burst.perMs };
  const item = isRead(request) ? null : writtenItem(request);
  if (item === null) return [burst];
  const own = limits.item.map(({ writes, perMs }) => ({ key: `item ${item} ${perMs}`, most: writes, perMs }));
  return [burst, ...own];
}

/** The endpoint with its ids taken out, as Jira counts it. */
export function endpoint({ method, path }: JiraRequest): string {
  const [bare = ""] = path.split("?");
  // The first three parts name the interface and its version, which is a number too.
  const parts = bare.split("/").map((part, at) => (at > 3 && isId(part) ? "{}" : part));
  return `${method} ${parts.join("/")}`;
}

function isId(part: string): boolean {
  return /^(\d+|[A-Z][A-Z0-9_]*-\d+|customfield_\d+|uptake\..+)$/.test(part);
}

/** The limit per work item counts calls that name it in their path; a link names its two ends only in its body. */
function writtenItem({ path }: JiraRequest): string | null {
  const named = /^\/rest\/api\/3\/issue\/([^/?]+)/.exec(path)?.[1];
  return named === undefined || named === "bulk" ? null : named;
}

/** Lets so many through at once; the rest wait in the order they came. */
function createGate(most: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    async enter() {
      if (inside < most) inside += 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
    },
    leave() {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    },
  };
}
