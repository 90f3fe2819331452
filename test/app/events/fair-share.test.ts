import { doorParts, mostPartsABatch, partsOf, patienceSeconds, secondsToWait, withBatch } from "#app/events/fair-share";
import type { Batch, Passed } from "#app/events/fair-share";
import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";

const start = Date.parse("2026-03-20T12:00:00Z");

interface Arrival {
  readonly source: string;
  readonly parts: number;
  readonly afterMs: number;
}

const arrivals = array(
  record({
    source: constantFrom("a", "a", "a", "b", "c"),
    parts: integer({ min: 1, max: mostPartsABatch }),
    afterMs: constantFrom(0, 1, 400, 999, 1_000, 7_300, 59_000),
  }),
  { maxLength: 120 },
);

/** Everything that is let in of what arrives one after another. */
function letIn(all: readonly Arrival[]): readonly Batch[] {
  let [now, passed]: [number, readonly Passed[]] = [start, []];
  const taken: Batch[] = [];
  for (const { source, parts, afterMs } of all) {
    now += afterMs;
    const batch = { source, parts, now };
    if (secondsToWait(passed, batch) > 0) continue;
    passed = withBatch(passed, batch);
    taken.push(batch);
  }
  return taken;
}

function flood(sources: readonly string[], passed: readonly Passed[] = []): readonly Passed[] {
  let held = passed;
  for (let turn = 0; turn < doorParts; turn += 1) {
    for (const source of sources) {
      const batch = { source, parts: 1, now: start };
      if (secondsToWait(held, batch) === 0) held = withBatch(held, batch);
    }
  }
  return held;
}

const ownOf = (passed: readonly Passed[], source: string): number => partsOf(passed.filter((one) => one[1] === source));

test("M93 no minute, wherever it begins, sees more parts than the door lets in", () => {
  assert(
    property(arrivals, (all) => {
      const taken = letIn(all);
      for (const { now } of taken) {
        const minute = taken.filter((one) => one.now >= now && one.now <= now + 60_000);
        expect(minute.reduce((sum, { parts }) => sum + parts, 0)).toBeLessThanOrEqual(doorParts);
      }
    }),
  );
});

test("M93 the wait that is named is long enough where nobody else sends, and no second too long", () => {
  assert(
    property(arrivals, integer({ min: 1, max: mostPartsABatch }), (all, parts) => {
      const taken = letIn(all);
      const passed = taken.reduce<readonly Passed[]>(withBatch, []);
      const batch = { source: "a", parts, now: taken.at(-1)?.now ?? start };
      const wait = secondsToWait(passed, batch);
      expect(wait).toBeLessThanOrEqual(patienceSeconds);
      expect(secondsToWait(passed, { ...batch, now: batch.now + wait * 1000 })).toBe(0);
      if (wait > 0) expect(secondsToWait(passed, { ...batch, now: batch.now + (wait - 1) * 1000 })).toBeGreaterThan(0);
    }),
  );
});

test.each([
  [["a"], [175]],
  [
    ["a", "b"],
    [117, 116],
  ],
  [
    ["a", "b", "c", "d"],
    [70, 70, 70, 70],
  ],
])("M93 of %s who flood each gets as much as is left over", (sources, shares) => {
  const passed = flood(sources);
  expect(sources.map((source) => ownOf(passed, source))).toEqual(shares);
});

test("M93 whoever sends its first batch of the minute comes in, however the others flood", () => {
  const others = ["a", "b", "c", "d"];
  for (let count = 1; count <= others.length; count += 1) {
    const passed = flood(others.slice(0, count));
    const room = Math.floor((doorParts - partsOf(passed)) / 2);
    expect(room).toBeGreaterThanOrEqual(30);
    expect(secondsToWait(passed, { source: "quiet", parts: room, now: start })).toBe(0);
  }
});

test("M93 any batch that is not refused for its size comes in alone", () => {
  expect(secondsToWait([], { source: "a", parts: mostPartsABatch, now: start })).toBe(0);
});
