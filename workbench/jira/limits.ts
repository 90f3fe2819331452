import type { Caller } from "../wire/wire";
import type { Clock } from "../wire/clock";
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
  const [points, bursts, writes] = [createPoints(clock), createBursts(clock), createWrites(clock)];
  return {
    admit(call) {
      if (faults.limits === "off") return null;
      if (call.caller.kind === "app" && points.left(call.caller.appId) <= 0)
        return { reason: "jira-quota-global-based", retryAfterSeconds: points.secondsToReset() };
      if (!bursts.take(call)) return { reason: "jira-burst-based", retryAfterSeconds: 1 };
      return call.issue === null ? null : writes.take(call.issue);
    },
    spend: (caller, count) => (caller.kind === "app" ? points.spend(caller.appId, count) : undefined),
    headers(call) {
      const { size, left } = bursts.now(call);
      if (call.caller.kind !== "app") return limitHeaders(size, left, clock.now() + 1000);
      const [remaining, seconds] = [Math.max(0, points.left(call.caller.appId)), points.secondsToReset()];
      return {
        ...limitHeaders(quotaPoints, remaining, clock.now() + seconds * 1000),
        "beta-ratelimit-policy": `"global-app-quota";q=${quotaPoints};w=3600`,
        "beta-ratelimit": `"global-app-quota";r=${remaining};t=${seconds}`,
      };
    },
  };
}

function createPoints(clock: Clock) {
  const spent = new Map<string, { hour: number; points: number }>();
  const hourNow = (): number => Math.floor(clock.now() / hourMs);
  const used = (appId: string): number => (spent.get(appId)?.hour === hourNow() ? (spent.get(appId)?.points ?? 0) : 0);
  return {
    left: (appId: string): number => quotaPoints - used(appId),
    spend: (appId: string, points: number): void =>
      void spent.set(appId, { hour: hourNow(), points: used(appId) + points }),
    secondsToReset: (): number => Math.ceil(((hourNow() + 1) * hourMs - clock.now()) / 1000),
  };
}

/** A bucket holds one second's worth of calls and fills at that rate. */
function createBursts(clock: Clock) {
  const buckets = new Map<string, { at: number; left: number }>();
  const now = ({ method, pattern }: Metered) => {
    const [key, at] = [`${method} ${pattern}`, clock.now()];
    const size = widerBursts[key] ?? burstPerSecond[method];
    const known = buckets.get(key) ?? { at, left: size };
    return { key, at, size, left: Math.min(size, known.left + ((at - known.at) / 1000) * size) };
  };
  return {
    now,
    take(call: Metered): boolean {
      const { key, at, left } = now(call);
      if (left >= 1) buckets.set(key, { at, left: left - 1 });
      return left >= 1;
    },
  };
}

function createWrites(clock: Clock) {
  const writes = new Map<string, readonly number[]>();
  return {
    take(issue: string): Refused | null {
      const now = clock.now();
      const recent = (writes.get(issue) ?? []).filter((at) => now - at < 30_000);
      for (const { count, withinMs } of writesPerIssue) {
        const within = recent.filter((at) => now - at < withinMs);
        const waitMs = withinMs - (now - (within[0] ?? now));
        if (within.length >= count)
          return { reason: "jira-per-issue-on-write", retryAfterSeconds: Math.ceil(waitMs / 1000) };
      }
      writes.set(issue, [...recent, now]);
      return null;
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
