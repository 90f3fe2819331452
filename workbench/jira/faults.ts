/** Troubles a person or a test may switch on; each acts on requests whose `METHOD path` contains `route`. */
export type FaultKind =
  | "jira-quota-global-based"
  | "jira-quota-tenant-based"
  | "jira-burst-based"
  | "jira-per-issue-on-write"
  /** 500 before anything is written. */
  | "error"
  /** The answer comes after `delayMs`. */
  | "timeout"
  /** The connection is cut before anything is written. */
  | "cut"
  /** The write is kept, the caller gets 500. */
  | "lost-answer"
  /** The write is kept, the connection is cut. */
  | "lost-connection";

export interface Fault {
  readonly kind: FaultKind;
  /** Part of `METHOD /path`; empty for all requests. */
  readonly route: string;
  /** How many requests it still hits; null for always. */
  readonly times: number | null;
}

export interface Faults {
  /** "off" lifts points, burst and per-issue limits. */
  limits: "real" | "off";
  /** How long a write stays out of the search index. */
  indexLagMs: number;
  delayMs: number;
  retryAfterSeconds: number;
  list(): readonly Fault[];
  set(faults: readonly Fault[]): void;
  /** The fault that hits this request, used up by one. */
  take(request: string): FaultKind | null;
}

export function createFaults(): Faults {
  let active: readonly Fault[] = [];
  return {
    limits: "real",
    indexLagMs: 0,
    delayMs: 30_000,
    retryAfterSeconds: 5,
    list: () => active,
    set: (faults) => void (active = faults.filter(({ times }) => times === null || times > 0)),
    take(request) {
      const hit = active.find(({ route }) => request.includes(route));
      if (hit === undefined) return null;
      if (hit.times !== null) {
        const left = { ...hit, times: hit.times - 1 };
        active = active.map((fault) => (fault === hit ? left : fault)).filter(({ times }) => times !== 0);
      }
      return hit.kind;
    },
  };
}
