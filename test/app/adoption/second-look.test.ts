import { computeSnapshot } from "#app/adoption/compute-snapshot";
import type { SnapshotInput } from "#app/adoption/basis";
import { addDays } from "#domain/calendar/day";
import { expect, test } from "vitest";
import { drawnWorld, start } from "../../support/usage-world";
import { weekFacts } from "../../support/week-facts";

const day = 86_400_000;

/** Twenty people at work every week, and so many tickets in each. */
async function input(
  tickets: readonly number[],
  more: Partial<SnapshotInput["plan"]["anchors"]> = {},
): Promise<SnapshotInput> {
  const people = Array.from({ length: 20 }, () => ({ wave: "a", department: "d", first: 0, left: null, tickets: 0 }));
  const made = await (await drawnWorld(people, 7 * tickets.length + 3)).input(null);
  const weeks = tickets.map((count, at) => weekFacts({ week: `2026-W${12 + at}`, active: 20, tickets: count }));
  const now = start + (7 * tickets.length + 3) * day;
  const anchors = {
    ...made.plan.anchors,
    ...Object.fromEntries(Object.entries(more).flatMap(([name, on]) => (on === undefined ? [] : [[name, on]]))),
  };
  return { ...made, hasTickets: true, plan: { ...made.plan, anchors }, weeks, waveWeeks: new Map([["a", weeks]]), now };
}

const line = async (made: Promise<SnapshotInput>) => {
  const { metrics, gateLines } = computeSnapshot(await made);
  const of = (list: typeof metrics) => list.find(({ metric }) => metric === "trend")!;
  return { claim: of(metrics).verdict.colour, gate: of(gateLines) };
};

test("V10 four weeks may claim a fall, but the gate waits for a second week that does", async () => {
  const { claim, gate } = await line(input([40, 30, 20, 10]));
  expect([claim, gate.verdict]).toEqual(["GREEN", { colour: "RED", reason: "trend" }]);
  expect(gate.sentence).toMatch(/not yet in two weeks running/);
  expect((await line(input([40, 30, 20, 10, 5]))).gate.verdict.colour).toBe("GREEN");
});

test("V10 on the day declared for the gate one look is enough, on the next it is not", async () => {
  const today = addDays("2026-03-16", 31);
  expect((await line(input([40, 30, 20, 10], { gate2: today }))).gate.verdict.colour).toBe("GREEN");
  expect((await line(input([40, 30, 20, 10], { gate2: addDays(today, -1) }))).gate.verdict.colour).toBe("RED");
});
