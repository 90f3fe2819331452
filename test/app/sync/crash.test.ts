import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applySync } from "#app/sync/apply";
import { proposeSync } from "#app/sync/propose";
import { undoRun } from "#app/sync/runs";
import { answerLost, quotaSpent } from "#app/sync/trouble";
import { blankPlan, blankRisk, blankRollback, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { Killed } from "../../support/memory-jira";
import { memoryWorld, redeliver, workOff } from "../../support/memory-outside";
import type { World } from "../../support/memory-outside";
import { fileOf, issueOf, sync } from "../../support/sync-world";

const first: Plan = {
  ...blankPlan("crm", "CRM"),
  steps: [
    blankStep("a", "Freeze"),
    { ...blankStep("b", "Export"), parent: "a", after: [{ step: "a", type: "SS", lag: "1d" }] },
    { ...blankStep("c", "Import"), after: [{ step: "b", type: "FS", lag: "0" }] },
  ],
  risks: [{ ...blankRisk("r", "Slot lost"), threatens: ["b"] }, blankRisk("old", "Gone by then")],
  rollbacks: [{ ...blankRollback("rb", "Go back"), covers: ["c"] }],
};

/** Every kind of call: creations, new values, a type, links, unlinks, an orphan that leaves and one that is closed. */
const second: Plan = {
  ...first,
  title: "CRM, second edition",
  steps: [
    { ...blankStep("a", "Freeze all"), parent: null },
    { ...blankStep("c", "Import"), after: [{ step: "a", type: "FS", lag: "0" }] },
    blankStep("d", "Announce"),
  ],
  risks: [{ ...blankRisk("r", "Slot lost"), threatens: ["c"] }],
  rollbacks: [{ ...blankRollback("rb", "Go back"), covers: ["c", "d"] }],
};
const wanted = { orphans: { b: "unlink", old: "close" } } as const;

type Trouble = "before" | "after" | "lost" | "quota";

async function begin(trouble: Map<number, Trouble>) {
  const world = memoryWorld();
  await sync(world, first);
  const before = stateOf(world);
  const request = { ...fileOf(second), ...wanted };
  const proposal = await proposeSync(request, world.outside);
  const run = await applySync(
    { ...request, hash: proposal.hash, confirmed: proposal.limit?.touched ?? null },
    world.outside,
  );
  const calls = strike(world, trouble);
  await through(world);
  return { world, run, before, calls: calls() };
}

/** Lets the n-th write go wrong: killed before or after it took effect, its answer lost, or refused because the hour is spent. */
function strike({ jira, outside }: World, trouble: Map<number, Trouble>): () => number {
  let calls = 0;
  jira.around = (moment) => {
    if (moment === "before") calls += 1;
    const kind = trouble.get(calls);
    const now = kind === "after" || kind === "lost" ? "after" : "before";
    if (kind === undefined || moment !== now) return;
    trouble.delete(calls);
    if (kind === "lost") throw answerLost("nothing came back");
    if (kind === "quota") throw quotaSpent(outside.clock.now() + 1_000);
    throw new Killed();
  };
  return () => calls;
}

async function through(world: World): Promise<void> {
  await workOff(world).catch(onlyKilled);
  for (let tries = 0; tries < 12; tries += 1) await redeliver(world).catch(onlyKilled);
}

function onlyKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

/** What Jira holds, without the numbers it gave out. */
function stateOf({ jira }: World) {
  const name = (id: string) =>
    JSON.stringify(jira.items.get(id)?.properties["uptake.item"] ?? jira.items.get(id)?.summary);
  const items = [...jira.items.values()].map(({ id: _id, key: _key, links: _links, ...rest }) =>
    JSON.stringify(rest, byName),
  );
  const links = jira.links.map(({ type, from, to }) => `${type} ${name(from)} ${name(to)}`);
  return { items: items.toSorted(), links: links.toSorted() };
}

function byName(_: string, value: unknown): unknown {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}

async function nothingLeft(world: World) {
  const { rows, links } = await proposeSync(fileOf(second), world.outside);
  expect({ rows, links }).toEqual({ rows: [], links: [] });
}

const calm = await undisturbed();
const points = Array.from({ length: calm.calls }, (_, at) => at + 1);

describe("S2 a process killed at every point of the journal ends where an undisturbed one does", () => {
  test("the undisturbed run makes calls of every kind and leaves nothing to do", async () => {
    expect(calm.calls).toBeGreaterThan(9);
    await nothingLeft(calm.world);
  });

  test.each(["before", "after", "lost", "quota"] as const)("every call, %s", async (kind) => {
    for (const at of points) {
      const { world, run, before } = await begin(new Map([[at, kind]]));
      if (world.kept.runs[run.id]?.state === "failed") await again(world);
      expect({ at, ...stateOf(world) }).toEqual({ at, ...stateOf(calm.world) });
      await nothingLeft(world);
      if (world.kept.runs[run.id]?.state !== "done") continue;
      await undoRun({ run: run.id }, world.outside);
      await through(world);
      expect({ at, ...stateOf(world) }).toEqual({ at, ...stateOf(calm.undone) });
      expect(before).toEqual(calm.before);
    }
  });

  test("every call of the undo, killed before and after", async () => {
    for (const kind of ["before", "after"] as const) {
      for (const at of points) {
        const { world, run } = await begin(new Map());
        await undoRun({ run: run.id }, world.outside);
        strike(world, new Map([[at, kind]]));
        await through(world);
        expect({ at, ...stateOf(world) }).toEqual({ at, ...stateOf(calm.undone) });
      }
    }
  });
});

async function undisturbed() {
  const { world, calls } = await begin(new Map());
  const back = await begin(new Map());
  await undoRun({ run: back.run.id }, back.world.outside);
  await through(back.world);
  return { world, calls, before: back.before, undone: back.world };
}

async function again(world: World): Promise<void> {
  world.jira.around = () => undefined;
  const request = { ...fileOf(second), ...wanted };
  const { hash, limit } = await proposeSync(request, world.outside);
  await applySync({ ...request, hash, confirmed: limit?.touched ?? null }, world.outside);
  await workOff(world);
}

test("S2 on a larger plan, any number of troubles anywhere", async () => {
  const steps = Array.from({ length: 130 }, (_, at) => ({
    ...blankStep(`s${at}`, `Step ${at}`),
    after: at > 2 ? [{ step: `s${at - 1 - (at % 3)}`, type: "FS" as const, lag: "0" }] : [],
  }));
  const large: Plan = { ...blankPlan("crm", "CRM"), steps };
  const trouble = fc.tuple(fc.integer({ min: 1, max: 260 }), fc.constantFrom<Trouble>("before", "after", "quota"));
  await fc.assert(
    fc.asyncProperty(fc.array(trouble, { maxLength: 8 }), async (troubles) => {
      const world = memoryWorld();
      const { hash } = await proposeSync(fileOf(large), world.outside);
      await applySync({ ...fileOf(large), hash, confirmed: null }, world.outside);
      strike(world, new Map(troubles));
      await through(world);
      expect(world.jira.items.size).toBe(131);
      expect(
        new Set([...world.jira.items.values()].map(({ properties }) => JSON.stringify(properties["uptake.item"]))).size,
      ).toBe(131);
      expect(issueOf(world, "s129")).not.toBe("");
      const left = await proposeSync(fileOf(large), world.outside);
      expect({ rows: left.rows, links: left.links }).toEqual({ rows: [], links: [] });
    }),
    { numRuns: 25 },
  );
});
