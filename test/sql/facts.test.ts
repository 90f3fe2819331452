import { factsIn } from "#adapters/store/forge-facts";
import { mostCandidates } from "#adapters/store/candidates";
import { defaultRule, firstIndependent } from "#domain/adoption/independence";
import { rosterIn } from "#adapters/store/roster";
import { observationsIn } from "#adapters/store/observations";
import { takeSnapshot } from "#app/adoption/read-snapshot";
import { blankPlan } from "#domain/plan/blank";
import { adoptionDesk } from "../support/memory-adoption";
import { memoryFacts } from "#app/adoption/memory-facts";
import { sumWeeks } from "#domain/adoption/weeks";
import type { Facts } from "#app/adoption-ports";
import type { PackedBatch, PackedRow } from "#contract/usage-event";
import { noTickets, setAside, ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";
import { array, assert, asyncProperty, constantFrom, integer, record, tuple } from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startMariadb } from "../support/mariadb";
import { embeddedStore, storeIn } from "../support/store";
import type { Store } from "../support/store";
import { createServerEngine } from "../../workbench/forge/sql/server";

const day = 86_400_000;
const start = Date.parse("2026-03-16T09:00:00Z");

function batch(rows: readonly PackedRow[], more: Partial<PackedBatch> = {}): PackedBatch {
  const head = { plan: "crm", zone: "Europe/London", source: "s1", batch: "b1", part: 0, receivedAt: start };
  return { ...head, completeTo: start, sandbox: 0, service: 0, accounts: [], rows: [...rows], ...more };
}

const anyRow = record({
  person: integer({ min: 1, max: 6 }),
  at: integer({ min: 0, max: 40 }),
  kind: constantFrom("a", "t", "t", "r", "x", "k", "l"),
  process: constantFrom("order", "quote"),
  assisted: constantFrom(0, 1),
  ticket: integer({ min: 0, max: 2 }),
  about: constantFrom(null, ...ticketCategories),
}).map(({ person, at, kind, process, assisted, ticket, about }): PackedRow => {
  const instant = start + at * day;
  // A ticket keeps its person; all else of it may change.
  if (kind !== "k") return [person, instant, kind, process, assisted, ""];
  const id = `T-${person}-${ticket}`;
  return about === null
    ? [person, instant, kind, process, assisted, id]
    : [person, instant, kind, process, assisted, id, about];
});

/** Versions of two tickets that come at the same moment, and differ in any way a version can. */
const anyVersions = array(
  tuple(constantFrom(3, 4), integer({ min: 0, max: 1 }), constantFrom("order", "quote"), integer({ min: 0, max: 7 })),
  { minLength: 2, maxLength: 8 },
).map((drawn) =>
  drawn.map(([person, at, process, category], part): PackedBatch => {
    const about: [] | [TicketCategory] = category === 7 ? [] : [ticketCategories[category]!];
    return batch([[person, start + at * day, "k", process, 0, `T-${part % 2}`, ...about]], { part });
  }),
);

const anyBatches = array(tuple(array(anyRow, { maxLength: 12 }), integer({ min: 0, max: 4 })), { maxLength: 6 }).map(
  (drawn) =>
    drawn.map(([rows, number]) => batch(rows, { batch: `b${number}`, part: rows.length, receivedAt: start + number })),
);

async function everything(facts: Facts): Promise<unknown> {
  const people = await facts.people("crm", null);
  return {
    people: people
      .map((person) => ({
        ...person,
        candidates: person.candidates.map((candidate) => JSON.stringify(candidate)).toSorted(),
        tickets: person.tickets.map((ticket) => JSON.stringify(ticket)).toSorted(),
      }))
      .toSorted((a, b) => a.person - b.person),
    weeks: [...(await facts.weeks("crm"))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    worked: await facts.worked("crm", [202612, 202613, 202614, 202615, 202616, 202617]),
  };
}

const engines: readonly (readonly [string, () => Promise<Store>])[] = [
  ["the embedded engine", embeddedStore],
  ["a MySQL-protocol server", async () => storeIn(createServerEngine((await startMariadb()).url))],
];

describe.each(engines)("facts on %s", (_, open) => {
  let store: Store;
  let facts: Facts;

  beforeAll(async () => {
    store = await open();
    facts = factsIn(store.database);
  });
  beforeEach(() => store.clear());
  afterAll(() => store.close());

  test("law 4: any order, any repetition, any cut gives the same facts, and the ones memory gives", async () => {
    await assert(
      asyncProperty(anyBatches, integer(), async (batches, seed) => {
        await store.clear();
        for (const one of batches) await facts.merge(one);
        const once = await everything(facts);
        const plain = memoryFacts();
        for (const one of batches) await plain.merge(one);
        expect(once).toEqual(await everything(plain));

        await store.clear();
        const halves = batches.flatMap((one) => [
          { ...one, rows: one.rows.slice(0, 3), part: 100 + one.part },
          { ...one, rows: one.rows.slice(2), part: 200 + one.part },
        ]);
        for (const one of shuffled([...halves, ...halves, ...batches], seed)) await facts.merge(one);
        expect(await everything(facts)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  test("law 4: versions of a ticket that come at once are settled by all there is of them, whatever their order", async () => {
    await assert(
      asyncProperty(anyVersions, integer(), async (versions, seed) => {
        await store.clear();
        for (const one of versions) await facts.merge(one);
        const once = await everything(facts);
        await store.clear();
        for (const one of shuffled(versions, seed)) await facts.merge(one);
        expect(await everything(facts)).toEqual(once);
        const plain = memoryFacts();
        for (const one of shuffled(versions, seed + 1)) await plain.merge(one);
        expect(await everything(plain)).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  test("H4 a ticket marked a duplicate drops out, and comes back when the mark is taken off", async () => {
    const as = (receivedAt: number, ...about: [] | [TicketCategory]) =>
      facts.merge(batch([[1, start, "k", "order", 0, "T-1", ...about]], { receivedAt, part: receivedAt }));
    const seen = async () => {
      const [person] = await facts.people("crm", null);
      const [week] = sumWeeks((await facts.weeks("crm")).values());
      return [person!.tickets.length, week!.tickets, week!.setAside];
    };
    await as(1, "defect");
    expect(await seen()).toEqual([1, 1, 0]);
    for (const [at, category] of setAside.entries()) {
      await as(10 * at + 2, category);
      expect(await seen()).toEqual([0, 0, 1]);
      await as(10 * at + 1, "defect");
      expect(await seen()).toEqual([0, 0, 1]);
      await as(10 * at + 3);
      expect(await seen()).toEqual([1, 1, 0]);
    }
    const [person] = await facts.people("crm", null);
    expect(person!.tickets).toEqual([{ at: start, process: "order", about: null }]);
  });

  test("keeps a person's earliest transactions only, whatever comes first", async () => {
    const rows = Array.from({ length: 100 }, (_one, index): PackedRow => [
      1,
      start + index * 60_000,
      "t",
      "order",
      0,
      "",
    ]);
    for (const one of shuffled(rows, 7)) await facts.merge(batch([one]));
    const [person] = await facts.people("crm", null);
    expect(person!.candidates.map(({ at }) => (at - start) / 60_000)).toEqual(
      Array.from({ length: mostCandidates }, (_one, index) => index),
    );
  });

  test("A1 whoever makes fifty a day is found independent on the right day, however many of the first did not stand", async () => {
    const anyDay = record({
      day: integer({ min: 0, max: 3 }),
      what: constantFrom("helped", "reversed", "ticket", "alone"),
    });
    await assert(
      asyncProperty(array(anyDay, { minLength: 1, maxLength: 4 }), integer(), async (drawn, seed) => {
        await store.clear();
        const batches = drawn
          .flatMap(({ day: after, what }) => busyDay(after, what))
          .map((row, at) => batch([row], { part: at }));
        const plain = memoryFacts();
        for (const one of shuffled(batches, seed)) await facts.merge(one);
        for (const one of batches) await plain.merge(one);
        const first = async (held: Facts) => firstIndependent((await held.people("crm", null))[0]!, start, defaultRule);
        expect(await first(facts)).toBe(await first(plain));
      }),
      { numRuns: 12, examples: [[[0, 1, 2].map((day) => ({ day, what: day < 2 ? "ticket" : "alone" })), 1]] },
    );
  });

  test("the newest list of people wins, equal times are settled the same way round", async () => {
    const row = (wave: string, version: string) => ({
      person: 1,
      wave,
      department: "D",
      accessAt: null,
      leftAt: null,
      version,
    });
    for (const order of [
      ["2-a", "1-z", "2-b"],
      ["2-b", "2-a", "1-z"],
    ]) {
      await store.clear();
      for (const version of order) await facts.putPeople("crm", [row(version, version)]);
      expect((await facts.people("crm", null))[0]!.wave).toBe("2-b");
    }
  });

  test("H5 counts a week's active people and its tickets by what they were about, of one wave or of all", async () => {
    await facts.putPeople(
      "crm",
      [1, 2].map((person) => ({
        person,
        wave: `w${person}`,
        department: "D",
        accessAt: null,
        leftAt: null,
        version: "1",
      })),
    );
    await facts.merge(
      batch([
        [1, start, "t", "order", 0, ""],
        [1, start + day, "t", "order", 0, ""],
        [2, start, "t", "order", 0, ""],
        [2, start, "k", "order", 0, "T-1", "how-to"],
        [2, start, "k", "order", 0, "T-2", "how-to"],
        [2, start, "k", "order", 0, "T-3", "data"],
        [2, start, "k", "order", 0, "T-4"],
        [2, start, "k", "order", 0, "T-5", "monitoring"],
        [1, start, "k", "order", 0, "T-6", "spam"],
      ]),
    );
    const weeks = await facts.weeks("crm");
    const split = { ...noTickets, "how-to": 2, data: 1, unsaid: 1 };
    expect(sumWeeks(weeks.values())).toEqual([{ week: "2026-W12", active: 2, tickets: 4, split, setAside: 2 }]);
    expect(weeks.get("w1")).toEqual([{ week: "2026-W12", active: 1, tickets: 0, split: noTickets, setAside: 1 }]);
  });

  test("M86 the snapshot that is kept comes with what tells whether it holds, of each wave its own", async () => {
    await facts.merge(batch([[1, start, "t", "order", 0, ""]]));
    await facts.merge(batch([[1, start, "k", "order", 0, "T-1"]], { source: "s2" }));
    expect(await facts.kept("crm", null)).toEqual({ snapshot: null, sources: await facts.sources("crm") });
    const desk = adoptionDesk(blankPlan("crm", "CRM"), start);
    const taken = await takeSnapshot(await desk.outside.loadPlan("crm"), null, { ...desk.outside, facts });
    const kept = await facts.kept("crm", null);
    expect(kept.snapshot).toEqual(taken);
    expect(new Map(kept.sources.map(({ source, events }) => [source, events]))).toEqual(
      new Map([
        ["s1", 1],
        ["s2", 1],
      ]),
    );
    expect((await facts.kept("crm", "w1")).snapshot).toBeNull();
    expect(await facts.kept("erp", null)).toEqual({ snapshot: null, sources: [] });
  });

  test("M93 a source is complete up to its newest event, and its exclusions are counted once a batch", async () => {
    const one = batch([], { sandbox: 3, service: 2, completeTo: start + day });
    await facts.merge(one);
    await facts.merge(one);
    expect(await facts.sources("crm")).toEqual([
      { source: "s1", lastSeenAt: start, completeTo: start + day, events: 0, sandbox: 3, service: 2 },
    ]);
  });

  test("W3 the hours of a week are those of the plan's clocks, an hour once however much was done in it", async () => {
    const late = Date.parse("2026-03-22T23:30:00Z");
    await facts.merge(
      batch([
        [1, start, "t", "order", 0, ""],
        [1, start + 20 * 60_000, "t", "quote", 0, ""],
        [1, late, "t", "order", 0, ""],
        [2, start, "l", "", 0, ""],
        [2, start, "r", "order", 0, ""],
      ]),
    );
    expect(await facts.worked("crm", [202612])).toEqual([
      { person: 1, week: 202612, hours: [1 << 9, 0, 0, 0, 0, 0, 1 << 23] },
    ]);
    expect(await facts.worked("crm", [202613])).toEqual([]);
  });

  test("C1 the first login of a person is the earliest reported", async () => {
    for (const after of [3, 1, 2]) await facts.merge(batch([[1, start + after * day, "l", "", 0, ""]]));
    expect((await facts.people("crm", null))[0]!.firstLoginAt).toBe(start + day);
  });

  test("erasing a person leaves what there would be without them, in every plan, however often", async () => {
    await assert(
      asyncProperty(anyBatches, async (batches) => {
        await store.clear();
        const listed = { wave: "w1", department: "D", accessAt: null, leftAt: null, version: "1" };
        const others = batches.map((one) => ({ ...one, rows: one.rows.filter(([person]) => person !== 1) }));
        for (const one of others) await facts.merge(one);
        const without = await everything(facts);
        await store.clear();
        await facts.putPeople("erp", [{ person: 1, ...listed }]);
        await facts.putPeople("crm", [{ person: 1, ...listed }]);
        for (const one of batches) await facts.merge(one);
        await facts.erasePerson(1, null);
        await facts.erasePerson(1, null);
        expect(await everything(facts)).toEqual(without);
        expect(await facts.people("erp", null)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  test("J3 two names of one person, joined at any moment and as often as you like, are as if there had been one", async () => {
    const roster = rosterIn(store.database);
    await assert(
      asyncProperty(anyBatches, integer({ min: 0, max: 6 }), async (batches, early) => {
        const renamed = batches.map((one) => ({
          ...one,
          rows: one.rows.map(([person, ...rest]): PackedRow => [person === 2 ? 1 : person, ...rest]),
        }));
        await store.clear();
        for (const one of renamed) await facts.merge(one);
        const once = await everything(facts);
        await store.clear();
        for (const [at, one] of batches.entries()) {
          if (at === early) await roster.join("crm", 2, 1);
          await facts.merge(one);
        }
        await roster.join("crm", 2, 1);
        await roster.join("crm", 2, 1);
        expect(await everything(facts)).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });

  test("O1 what people wrote down is kept once, and an account that is gone is taken off it", async () => {
    const observations = observationsIn(store.database);
    const seen = {
      id: "o1",
      kind: "kpi",
      name: "entry",
      day: "2026-03-16",
      part: 0.25,
      whole: null,
      at: start,
      by: "ana",
    } as const;
    for (const one of [seen, seen, { ...seen, id: "o2", kind: "field" as const, part: 3, whole: 4, by: "" }])
      await observations.note("crm", one);
    expect(await observations.list("crm")).toEqual([
      seen,
      { ...seen, id: "o2", kind: "field", part: 3, whole: 4, by: "" },
    ]);
    expect([await observations.list("erp"), await observations.people()]).toEqual([[], ["ana"]]);
    await observations.forgetPerson("ana");
    expect(await observations.people()).toEqual([]);
  });

  test("another plan's facts stay apart", async () => {
    await facts.merge(batch([[1, start, "t", "order", 0, ""]], { plan: "erp" }));
    expect(await facts.people("crm", null)).toEqual([]);
    expect(await facts.plans()).toEqual(["erp"]);
  });
});

/** A day of one clerk's orders, two minutes apart: all of them helped, the first reversed in the evening, or a ticket in the middle. */
function busyDay(after: number, what: "helped" | "reversed" | "ticket" | "alone"): PackedRow[] {
  const at = (minutes: number): number => start + after * 2 * day + minutes * 60_000;
  const orders = Array.from({ length: 20 }, (_one, number): PackedRow => {
    return [1, at(number * 2), "t", "order", what === "helped" ? 1 : 0, ""];
  });
  if (what === "ticket") return [...orders, [1, at(15), "k", "order", 0, `T-${after}`]];
  return what === "reversed" ? [...orders.slice(0, 1), [1, at(1), "r", "order", 0, ""], ...orders.slice(1)] : orders;
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed | 0;
  return items
    .map((item) => ({ item, at: (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
