import { array, assert, boolean, constantFrom, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { green, judge } from "#domain/adoption/verdict";
import type { Reason } from "#domain/adoption/verdict";

const reasons: readonly Reason[] = ["threshold", "trend", "insufficient-n", "stale-data", "guard", "undefined"];

test("V1 M55 GREEN only when every check passes; otherwise RED with the reason of the first that fails", () => {
  assert(
    property(array(tuple(boolean(), constantFrom(...reasons))), (checks) => {
      const failed = checks.filter(([passes]) => !passes);
      expect(judge(checks)).toEqual(failed.length === 0 ? green : { colour: "RED", reason: failed[0]![1] });
    }),
  );
});
