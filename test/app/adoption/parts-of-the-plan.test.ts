import { expect, test } from "vitest";
import { computeSnapshot } from "#app/adoption/compute-snapshot";
import { drawnWorld } from "../../support/usage-world";
import type { Drawn } from "../../support/usage-world";

/** So many people of a wave and department, of whom so many work on their own from the second day on. */
function group(wave: string, department: string, [working, size]: readonly [number, number]): readonly Drawn[] {
  return Array.from({ length: size }, (_, at) => ({
    wave,
    department,
    first: at < working ? 1 : null,
    left: null,
    tickets: 0,
  }));
}

test("V6 a department that lags is RED beside one that is GREEN, and a day not reached yet is judged by the last one that is", async () => {
  const people = [...group("a", "Sales", [29, 30]), ...group("a", "Service", [12, 30])];
  const colours = async (days: number) => {
    const { departments } = computeSnapshot(await (await drawnWorld(people, days)).input(null));
    return departments.map(({ name, shown }) => [name, shown?.verdict.colour]);
  };
  expect(await colours(20)).toEqual([
    ["Sales", "GREEN"],
    ["Service", "RED"],
  ]);
  expect(await colours(9)).toEqual([
    ["Sales", "GREEN"],
    ["Service", "RED"],
  ]);
});

test("V7 M71 the gate asks each wave on its own: one that lags keeps it shut whatever the whole comes to", async () => {
  const people = [...group("a", "Sales", [100, 100]), ...group("b", "Service", [8, 20])];
  const { metrics, gateLines, gate } = computeSnapshot(await (await drawnWorld(people, 40)).input(null));
  expect(metrics.find(({ metric }) => metric === "ttft")?.verdict.colour).toBe("GREEN");
  const waves = gateLines.filter(({ metric }) => metric === "ttft").map(({ verdict }) => verdict.colour);
  expect(waves).toEqual(["GREEN", "RED"]);
  expect(gate.open).toBe(false);
});
