import { factsIn } from "#adapters/store/forge-facts";
import { storageIn } from "#adapters/store/storage";
import { keepHouse, readMeter } from "#app/adoption/keep-house";
import type { Household } from "#app/adoption/keep-house";
import type { Facts, Storage } from "#app/adoption-ports";
import { Refusal } from "#app/refusal";
import type { PackedBatch, PackedRow } from "#contract/usage-event";
import { budgetBytes, noRows } from "#domain/adoption/storage";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createServerEngine } from "../../workbench/forge/sql/server";
import { startMariadb } from "../support/mariadb";
import { createInbox } from "../support/memory-sources";
import { embeddedStore, storeIn } from "../support/store";
import type { Store } from "../support/store";
import { drawnPlan, start } from "../support/usage-world";

const day = 86_400_000;
const plan = drawnPlan(["w"]);

const sender = { id: "s1", plan: plan.id, zone: "UTC", name: "CRM", createdAt: 0, keys: [] };

function batch(rows: readonly PackedRow[], at: number): PackedBatch {
  const head = { plan: plan.id, zone: "UTC", source: "s1", batch: String(at), part: 0, receivedAt: at, completeTo: at };
  return { ...head, sandbox: 0, service: 0, accounts: [], rows };
}

const engines: readonly (readonly [string, () => Promise<Store>])[] = [
  ["the embedded engine", embeddedStore],
  ["a MySQL-protocol server", async () => storeIn(createServerEngine((await startMariadb()).url))],
];

describe.each(engines)("keeping house on %s", (_, open) => {
  let store: Store;
  let facts: Facts;
  let kept: Map<string, unknown>;

  beforeAll(async () => {
    store = await open();
    facts = factsIn(store.database);
  });
  beforeEach(async () => {
    kept = new Map();
    await store.clear();
  });
  afterAll(() => store.close());

  /** A store that says of itself how full it is. */
  const house = (now: number, rows?: Storage["rows"]): Household => ({
    facts,
    storage: { ...storageIn(store.database), ...(rows && { rows }) },
    settings: {
      read: async (key) => kept.get(key),
      write: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    },
    sources: { ...createInbox(sender).sources, list: async () => [] },
    loadPlan: async (id) => {
      if (id === plan.id) return { plan, key: "CRM-1", spaceId: "1" };
      throw new Refusal("not_found", { message: "Gone.", mend: "" });
    },
    now,
  });

  /** Six people who work once a week for thirty weeks, on two processes. */
  async function thirtyWeeks(): Promise<number> {
    await facts.putPeople(
      plan.id,
      [1, 2, 3, 4, 5, 6].map((person) => {
        return { person, wave: "w", department: "D", accessAt: null, leftAt: null, version: "1" };
      }),
    );
    for (let week = 0; week < 30; week += 1) {
      const at = start + (7 * week + 1) * day;
      const rows = [1, 2, 3, 4, 5, 6].flatMap((person): PackedRow[] => [
        [person, at + person, "t", "order", 0, ""],
        [person, at + person, "t", "quote", 0, ""],
      ]);
      await facts.merge(batch(rows, at + 10));
    }
    return start + (7 * 29 + 2) * day;
  }

  test("F2 the days of settled people go, and nothing else; the meter says what is left", async () => {
    const now = await thirtyWeeks();
    const before = await facts.people(plan.id, null);
    const meter = await keepHouse(house(now));
    expect(meter.plans).toMatchObject([{ plan: plan.id, rows: { person: 6, daily: 0, worked: 180, batch: 30 } }]);
    expect(meter.plans[0]!.bytes).toBeGreaterThan(0);
    expect(await facts.people(plan.id, null)).toEqual(before);
    expect(await readMeter(house(now).settings)).toEqual(meter);
  });

  test("F3 a tight store keeps old weeks as totals, with the same numbers a week, and what comes late adds nothing to them", async () => {
    const now = await thirtyWeeks();
    const before = await facts.weeks(plan.id);
    const real = storageIn(store.database);
    const full = async (id: string) => {
      const rows = await real.rows(id);
      return { ...rows, candidate: rows.worked > 100 ? budgetBytes / 100 : 0 };
    };
    const { coarsened } = await keepHouse(house(now, full));
    expect(coarsened).toEqual([
      { plan: plan.id, weeks: 2, kept: 26 },
      { plan: plan.id, weeks: 13, kept: 13 },
    ]);
    expect((await real.rows(plan.id)).worked).toBe(90);
    await facts.merge(batch([[1, start + day, "t", "order", 0, ""]], now));
    expect(await facts.weeks(plan.id)).toEqual(before);
    // Week 3 after go-live is what concentration looks at.
    expect(await facts.worked(plan.id, [202614])).toHaveLength(6);
  });

  test("F1 a plan nobody has reported to for 400 days is forgotten, and no other", async () => {
    await thirtyWeeks();
    const last = start + (7 * 29 + 1) * day + 10;
    await facts.merge({ ...batch([[9, start, "t", "order", 0, ""]], last + 400 * day), plan: "other" });
    await keepHouse(house(last + 400 * day));
    expect(await facts.people(plan.id, null)).toHaveLength(6);
    await keepHouse(house(last + 400 * day + 1));
    expect(await storageIn(store.database).rows(plan.id)).toEqual(noRows);
    expect(await facts.people("other", null)).toHaveLength(1);
  });
});
