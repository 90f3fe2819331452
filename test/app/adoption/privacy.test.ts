import { arithmeticOf } from "#app/adoption/arithmetic";
import { computeSnapshot } from "#app/adoption/compute-snapshot";
import { gadgetView } from "#app/adoption/gadget-view";
import { smallestGroup } from "#domain/adoption/suppression";
import { array, asyncProperty, assert, constantFrom, integer, record } from "fast-check";
import { expect, test } from "vitest";
import { arithmeticCsv } from "../../../static/src/adoption/arithmetic-csv";
import { drawnWorld } from "../../support/usage-world";
import type { Drawn, UsageWorld } from "../../support/usage-world";

const waves = ["a", "b", "c"];
const departments = ["d", "e"];
const metrics = ["ttft", "hdr", "trend", "concentration", "adoption-rate"] as const;

const anyGroup = record({
  wave: constantFrom(...waves),
  department: constantFrom(...departments),
  size: constantFrom(1, 2, 3, 4, 4, 5, 6, 12, 30),
  first: integer({ min: 0, max: 30 }),
  left: constantFrom(null, null, null, 16, 24),
  tickets: integer({ min: 0, max: 3 }),
});

/** Everybody of a group differs a little, so that numbers of different groups differ too. */
const anyPeople = array(anyGroup, { minLength: 1, maxLength: 7 }).map((groups) =>
  groups.flatMap(({ wave, department, size, first, left, tickets }): Drawn[] =>
    Array.from({ length: size }, (_, at) => ({
      wave,
      department,
      first: at % 7 === 6 ? null : first + (at % 3),
      left: at % 9 === 8 ? left : null,
      tickets: at % 2 === 0 ? tickets : 0,
    })),
  ),
);

/** Every group of people of which any number stands on any page, in any export or on any gadget, as who is in it. */
async function groupsTold(people: readonly Drawn[], world: UsageWorld): Promise<boolean[][]> {
  const told: boolean[][] = [];
  const tell = (isIn: (person: Drawn) => boolean) => void told.push(people.map(isIn));
  for (const wave of [null, ...new Set(people.map((person) => person.wave))]) {
    const isHere = (person: Drawn): boolean => wave === null || person.wave === wave;
    const input = await world.input(wave);
    const view = computeSnapshot(input);
    const config = { version: 1, plan: "crm", wave, cards: ["ttft", "hdr", "gate"], weeks: null } as const;
    const gadget = gadgetView(view, "P-1", { ...config, cards: [...config.cards] });
    const open = metrics.map((metric) => arithmeticOf(input, { metric, department: null }));
    const numbers = [...view.metrics, ...gadget.cards, ...open, ...(wave === null ? [] : view.gateLines)];
    if (numbers.some(({ value, n }) => value !== null || n > 0) || view.curve !== null || view.weeks.length > 0)
      tell(isHere);
    expect(gadget.weeks.length).toBe(view.weeks.length);
    expect(gadget.spark.length > 0).toBe(view.curve !== null);
    if (wave === null) {
      view.waves.forEach(({ id, title }) => {
        const lines = view.gateLines.filter((line) => line.title.startsWith(`${title}:`));
        if (lines.some(({ value, n }) => value !== null || n > 0)) tell((person) => person.wave === id);
      });
    }
    for (const { name, shown } of view.departments) {
      const drilled = arithmeticOf(input, { metric: "ttft", department: name });
      const file = arithmeticCsv(drilled);
      if (shown === null) expect([drilled.rows, drilled.value, /\nvalue,\d/.test(file)]).toEqual([[], null, false]);
      else tell((person) => isHere(person) && person.department === name);
    }
  }
  return told;
}

/** People nobody told apart move together; the smallest set of them that follows by adding and subtracting. */
function fewestTold(people: readonly Drawn[], told: readonly boolean[][]): number {
  const kinds = new Map<string, { people: number; row: number[] }>();
  people.forEach(({ wave, department }, at) => {
    const name = `${wave} ${department}`;
    const kind = kinds.get(name) ?? { people: 0, row: told.map((group) => (group[at] === true ? 1 : 0)) };
    kinds.set(name, { ...kind, people: kind.people + 1 });
  });
  const cells = [...kinds.values()];
  const rows = told.map((_, group) => cells.map(({ row }) => row[group]!));
  const rank = rankOf(rows);
  let fewest = Infinity;
  for (let set = 1; set < 2 ** cells.length; set += 1) {
    const row = cells.map((_, at) => (set >> at) & 1);
    const size = cells.reduce((sum, cell, at) => sum + row[at]! * cell.people, 0);
    if (size < fewest && rows.length > 0 && rankOf([...rows, row]) === rank) fewest = size;
  }
  return fewest;
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = left[at]![column]! / left[rank]![column]!;
      left[at] = left[at]!.map((value, place) => value - factor * left[rank]![place]!);
    }
    rank += 1;
  }
  return rank;
}

test("P1 P2 law 7: over pages, exports and gadgets of every wave together, nothing follows about fewer than five people", async () => {
  await assert(
    asyncProperty(anyPeople, async (people) => {
      const told = await groupsTold(people, await drawnWorld(people, 40));
      expect(fewestTold(people, told)).toBeGreaterThanOrEqual(smallestGroup);
    }),
    { numRuns: 20 },
  );
});

test("P3 P4 counts of a week, of week 3 and of a usual day: none of fewer than five, nor one by subtracting waves", async () => {
  await assert(
    asyncProperty(anyPeople, async (people) => {
      const world = await drawnWorld(people, 40);
      const names = [...new Set(people.map(({ wave }) => wave))];
      const views = await Promise.all([null, ...names].map(async (wave) => countsOf(world, wave)));
      const [all, ...own] = views;
      for (const [what, total] of all!) {
        const parts = own.flatMap((view) => view.get(what) ?? []);
        const rest = total - parts.reduce((sum, part) => sum + part, 0);
        expect([total, ...parts].every((count) => count === 0 || count >= smallestGroup)).toBe(true);
        if (parts.length === names.length - 1) expect(rest === 0 || rest >= smallestGroup).toBe(true);
      }
    }),
    { numRuns: 15 },
  );
});

async function countsOf(world: UsageWorld, wave: string | null): Promise<ReadonlyMap<string, number>> {
  const input = await world.input(wave);
  const { weeks, askedFor } = computeSnapshot(input);
  const shownWeeks = new Set(weeks.map(({ week }) => week));
  if (askedFor !== null) expect([shownWeeks.has(askedFor.from), shownWeeks.has(askedFor.to)]).toEqual([true, true]);
  const days = arithmeticOf(input, { metric: "adoption-rate", department: null });
  const hours = arithmeticOf(input, { metric: "concentration", department: null });
  return new Map([
    ...weeks.map(({ week, active }) => [week, active] as const),
    ...(askedFor === null ? [] : [["person-weeks", askedFor.personWeeks] as const]),
    ...days.rows.map(([day, , provisioned]) => [`on ${day}`, Number(provisioned)] as const),
    ...(hours.rows.length > 0 ? [["week 3", hours.rows.length] as const] : []),
  ]);
}

test("P1 a wave of four shows no number anywhere, and the wave beside it none either", async () => {
  const people = Array.from({ length: 34 }, (_, at): Drawn => {
    return { wave: at < 4 ? "a" : "b", department: "d", first: at % 5, left: null, tickets: at % 2 };
  });
  const world = await drawnWorld(people, 40);
  const small = computeSnapshot(await world.input("a"));
  expect([small.curve, small.weeks, small.departments]).toEqual([null, [], [{ name: "d", shown: null }]]);
  expect(small.metrics.every(({ value, n, verdict }) => value === null && n === 0 && verdict.colour === "RED")).toBe(
    true,
  );
  expect(small.metrics.map(({ sentence }) => sentence).join()).not.toMatch(/\d+ %|\d+\.\d/);
  expect(computeSnapshot(await world.input("b")).curve).toBeNull();
  const all = computeSnapshot(await world.input(null));
  expect(all.curve?.n).toBe(34);
  expect(all.gateLines.filter(({ metric }) => metric === "ttft").every(({ value }) => value === null)).toBe(true);
});
