/** Why a metric is not GREEN. "Not enough data" is one of them: there is no third colour to say it with. */
export type Reason =
  | "threshold"
  | "trend"
  | "insufficient-n"
  | "insufficient-weeks"
  | "stale-data"
  | "guard"
  | "undefined"
  | "no-evidence"
  | "no-decision";

export type Verdict =
  | { readonly colour: "GREEN"; readonly reason: null }
  | { readonly colour: "RED"; readonly reason: Reason };

export const green: Verdict = { colour: "GREEN", reason: null };

export const red = (reason: Reason): Verdict => ({ colour: "RED", reason });

export type Check = readonly [passes: boolean, reason: Reason];

/** V1: GREEN only when every check passes; the first that fails gives the reason. */
export function judge(checks: readonly Check[]): Verdict {
  const failed = checks.find(([passes]) => !passes);
  return failed === undefined ? green : red(failed[1]);
}
