import type { Caller } from "../wire";
import type { Clock } from "../clock";
import type { Faults } from "./faults";

/** Points an app may spend in an hour over all its sites; the hour begins on the UTC hour. */
export const quotaPoints = 65_000;
const hourMs = 3_600_000;
const burstPerSecond = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;
const widerBursts: Readonly<Record<string, number>> = {
  "GET /rest/api/3/issue/{issueIdOrKey}": 150,
  "GET /rest/api/3/issue/{issueIdOrKey}/changelog": 200,
  "POST /rest/api/3/search/approximate-count": 150,
  "POST /rest/api/3/expression/evaluate": 150,
};
const writesPerIssue = [
  { count: 20, withinMs: 2_000 },
  { count: 100, withinMs: 30_000 },
] as const;

export type LimitReason =
  | "jira-quota-global-based"
  | "jira-quota-tenant-based"
  | "jira-burst-based"
  | "jira-per-issue-on-write";

export interface Refused {
  readonly reason: LimitReason;
  readonly retryAfterSeconds: number;
}

export interface Metered {
  readonly caller: Caller;
  readonly method: keyof typeof burstPerSecond;
  readonly pattern: string;
  /** The work item a write names, if it names one. */
  readonly issue: string | null;
}

export interface Meter {
  /** Refuses a call that is over a limit, else counts it. */
  admit(call: Metered): Refused | null;
  spend(caller: Caller, points: number): void;
  headers(call: Metered): Record<string, string>;
}

/** Counts points per app, bursts per endpoint and method for everybody together, and writes per work item. */
export function createMeter(clock: Clock, faults: Faults): Meter {
  const spent = new Map<string, { hour: number; points: number }>();
  const buckets = new Map<string, { at: number; left: number }>();
  const writes = new Map<string, readonly number[]>();
  const hourNow = (): number => Math.floor(clock.now() / hourMs);
  const pointsLeft = (appId: string): number => {
    const known = spent.get(appId);
    return quotaPoints - (known?.hour === hourNow() ? known.points : 0);
  };
  const bucket = ({ method, pattern }: Metered) => {
    const [key, now] = [`${method} ${pattern}`, clock.now()];
    const size = widerBursts[key] ?? burstPerSecond[method];
    const { at, left } = buckets.get(key) ?? { at: now, left: size };
    return { key, now, size, left: Math.min(size, left + ((now - at) / 1000) * size) };
  };
  const overPerIssue = (issue: string): Refused | null => {
    const now = clock.now();
    const recent = (writes.get(issue) ?? []).filter((at) => now - at < 30_000);
    for (const { count, withinMs } of writesPerIssue) {
      const within = recent.filter((at) => now - at < withinMs);
      const wait = withinMs - (now - (within[0] ?? now));
      if (within.length >= count)
        return { reason: "jira-per-issue-on-write", retryAfterSeconds: Math.ceil(wait / 1000) };
    }
    writes.set(issue, [...recent, now]);
    return null;
  };
  return {
    admit(call) {
      if (faults.limits === "off") return null;
      if (call.caller.kind === "app" && pointsLeft(call.caller.appId) <= 0) {
        const retryAfterSeconds = Math.ceil(((hourNow() + 1) * hourMs - clock.now()) / 1000);
        return { reason: "jira-quota-global-based", retryAfterSeconds };
      }
      const { key, now, left } = bucket(call);
      if (left < 1) return { reason: "jira-burst-based", retryAfterSeconds: 1 };
      buckets.set(key, { at: now, left: left - 1 });
      return call.issue === null ? null : overPerIssue(call.issue);
    },
    spend(caller, points) {
      if (caller.kind !== "app") return;
      spent.set(caller.appId, { hour: hourNow(), points: quotaPoints - pointsLeft(caller.appId) + points });
    },
    headers(call) {
      const { size, left } = bucket(call);
      if (call.caller.kind !== "app") return limitHeaders(size, left, clock.now() + 1000);
      const [remaining, reset] = [Math.max(0, pointsLeft(call.caller.appId)), (hourNow() + 1) * hourMs];
      const seconds = Math.ceil((reset - clock.now()) / 1000);
      return {
        ...limitHeaders(quotaPoints, remaining, reset),
        "beta-ratelimit-policy": `"global-app-quota";q=${quotaPoints};w=3600`,
        "beta-ratelimit": `"global-app-quota";r=${remaining};t=${seconds}`,
      };
    },
  };
}

function limitHeaders(limit: number, left: number, reset: number): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(Math.max(0, Math.floor(left))),
    "x-ratelimit-reset": `${new Date(reset).toISOString().slice(0, 16)}Z`,
    ...(left < limit / 5 ? { "x-ratelimit-nearlimit": "true" } : {}),
  };
}
