import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { checkDrift, drift } from "#app/sync/drift";
import { noteHint, sweepAll, sweepHinted } from "#app/sync/hints";
import { exportHistory, syncHistory } from "#app/sync/history";
import { blankPlan, blankStep } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import { flatMapping } from "../../support/memory-jira";
import type { World } from "../../support/memory-outside";
import { fileOf, issueOf, sync, syncedWorld } from "../../support/sync-world";
import { proposeSync } from "#app/sync/propose";

const plan: Plan = {
  ...blankPlan("crm", "CRM"),
  steps: [blankStep("a", "Freeze"), { ...blankStep("b", "Export"), after: [{ step: "a", type: "FS", lag: "0" }] }],
};
const asked = { plan: "crm" };

/** Somebody renames a step on a board, and Jira writes down who. */
function rename(world: World, item: string, { to, at, by = "ana" }: { to: string; at: number; by?: string }) {
  const issue = issueOf(world, item);
  const was = world.jira.items.get(issue)?.summary ?? "";
  world.jira.edit(issue, { summary: to, updatedAt: at });
  const texts = { from: { value: null, text: was }, to: { value: null, text: to } };
  world.jira.history.push({ id: `${at}/0`, issue, at, by, byApp: by === "app", field: "summary", ...texts });
}

test("S39 what people changed in Jira shows as drift, with since when and who, until a sync has taken it in", async () => {
  const world = await syncedWorld(plan);
  expect(await checkDrift(asked, world.outside)).toMatchObject({ rows: [], since: null });
  rename(world, "a", { to: "Freeze all", at: 500_000 });
  await checkDrift(asked, world.outside);
  rename(world, "a", { to: "Freeze all of it", at: 600_000 });
  const seen = await checkDrift(asked, world.outside);
  expect(seen).toMatchObject({
    since: 600_000,
    rows: [{ item: "a", what: "field", field: "summary", was: "Freeze", now: "Freeze all of it", by: "ana" }],
  });
  await sync(world, plan);
  expect((await checkDrift(asked, world.outside)).rows).toEqual([]);
});

test("S39 links made and cut, work items deleted, moved and retyped are noticed", async () => {
  const world = await syncedWorld(plan);
  const blocks = world.jira.links.find(({ type }) => type === "Blocks");
  await world.jira.unlink(blocks?.id ?? "");
  expect((await checkDrift(asked, world.outside)).rows).toMatchObject([
    { item: "b", what: "link", was: "a → b", now: null },
  ]);
  world.jira.edit(issueOf(world, "a"), { typeId: "999" });
  expect((await checkDrift(asked, world.outside)).rows).toContainEqual(
    expect.objectContaining({ item: "a", what: "retyped" }),
  );
  world.jira.edit(issueOf(world, "a"), { typeId: "102", spaceId: "9" });
  expect((await checkDrift(asked, world.outside)).rows).toContainEqual(
    expect.objectContaining({ item: "a", what: "moved" }),
  );
  await world.jira.deleteItem(issueOf(world, "b"));
  expect((await checkDrift(asked, world.outside)).rows).toContainEqual(
    expect.objectContaining({ item: "b", what: "deleted" }),
  );
});

test("S40 a work item linked to the plan is offered, and a key of it in the file takes it on", async () => {
  const world = await syncedWorld(plan);
  const draft = { item: "", typeId: "102", parent: null, values: { summary: "Late idea" }, properties: {} };
  const [made] = await world.jira.createItems([draft], flatMapping);
  if (made?.kind !== "created") throw new Error("not made");
  await world.jira.link("Blocks", issueOf(world, "b"), made.id);
  const { newcomers } = await checkDrift(asked, world.outside);
  expect(newcomers).toEqual([{ key: made.key, title: "Late idea", kind: "step", beside: "b" }]);
  const larger = { ...plan, steps: [...plan.steps, { ...blankStep("late", "Late idea"), key: made.key }] };
  const { proposal } = await sync(world, larger);
  expect(proposal.counts).toMatchObject({ create: 0, adopt: 1 });
  expect((await checkDrift(asked, world.outside)).newcomers).toEqual([]);
});

test("S41 events that come twice, late, out of order or never lead to the same drift", async () => {
  const edit = fc.record({ item: fc.constantFrom("a", "b"), title: fc.constantFrom("X", "Y", "Freeze", "Export") });
  const tell = fc.constantFrom("never", "once", "twice", "late");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(edit, tell), { maxLength: 6 }), async (edits) => {
      const world = await syncedWorld(plan);
      const late: string[] = [];
      for (const [at, [{ item, title }, told]] of edits.entries()) {
        rename(world, item, { to: title, at: 2_000_000 + at });
        const issue = issueOf(world, item);
        if (told === "late") late.unshift(issue);
        else
          for (let times = 0; times < ["never", "once", "twice"].indexOf(told); times += 1)
            await noteHint([issue], world.outside);
      }
      for (const issue of late) await noteHint([issue, "no such item"], world.outside);
      const plans = await world.outside.runs.plans();
      await sweepHinted(plans, world.outside);
      await sweepAll(plans, world.outside);
      const expected = ["a", "b"].filter(
        (id, at) => world.jira.items.get(issueOf(world, id))?.summary !== ["Freeze", "Export"][at],
      );
      expect((await drift(asked, world.outside)).rows.map(({ item }) => item)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("S39 nobody learns from the drift what Jira would not show them", async () => {
  const world = await syncedWorld(plan);
  rename(world, "a", { to: "Secret", at: 1 });
  await checkDrift(asked, world.outside);
  const hidden = issueOf(world, "a");
  const supplier = {
    ...world.outside,
    jira: {
      ...world.jira,
      fetchItems: async (...given: Parameters<typeof world.jira.fetchItems>) =>
        (await world.jira.fetchItems(...given)).filter(({ id }) => id !== hidden),
    },
  };
  expect(JSON.stringify(await drift(asked, supplier))).not.toContain("Secret");
  expect(JSON.stringify(await syncHistory(asked, supplier))).not.toContain("Secret");
  const { rows } = await proposeSync(fileOf(plan), supplier);
  expect(rows).toMatchObject([
    { item: "a", action: "refusal", refusal: { message: expect.stringContaining("does not show you") } },
  ]);
  expect(JSON.stringify(rows)).not.toContain("Secret");
});

test("S42 the history tells who changed what, from which side and when, and is given out as a table", async () => {
  const world = await syncedWorld(plan);
  rename(world, "a", { to: "=Freeze, all", at: 3_000_000 });
  rename(world, "b", { to: "By us", at: 3_000_001, by: "app" });
  await checkDrift(asked, world.outside);
  const { entries, next } = await syncHistory(asked, world.outside);
  expect(next).toBeNull();
  expect(entries[0]).toMatchObject({
    by: "ana",
    side: "jira",
    item: "a",
    field: "summary",
    was: "Freeze",
    now: "=Freeze, all",
  });
  expect(entries.filter(({ side }) => side === "plan")).toHaveLength(3 + world.jira.links.length);
  expect(entries.some(({ now }) => now === "By us")).toBe(false);
  // A link is told by what its ends are called now.
  const link = { item: "b", key: expect.stringMatching(/^CRM-/), title: "By us", was: null, now: "=Freeze, all" };
  expect(entries.find(({ field }) => field === "after")).toMatchObject(link);
  const { text, fileName } = await exportHistory(asked, world.outside);
  expect(fileName).toBe("crm-history.csv");
  expect(text).toContain(`1970-01-01T00:50:00.000Z,ana,jira,a,CRM-`);
  expect(text).toContain(`"'=Freeze, all"`);
});

test("S41 while a look is under way another event of the same minute does not begin a second", async () => {
  const world = await syncedWorld(plan);
  await world.outside.clock.sleep(120_000);
  let looks = 0;
  let goOn = (): void => undefined;
  const wait = new Promise<void>((resolve) => (goOn = resolve));
  const { runs } = world.outside;
  const readBase: typeof runs.readBase = async (ref) => {
    looks += 1;
    await wait;
    return runs.readBase(ref);
  };
  const outside = { ...world.outside, runs: { ...runs, readBase } };
  const first = noteHint([issueOf(world, "a")], outside);
  await vi.waitFor(() => expect(looks).toBe(1));
  await noteHint([issueOf(world, "b")], outside);
  expect(looks).toBe(1);
  goOn();
  await first;
});

test("S39 an assignee taken into the plan is no difference any more, and neither are the words that follow from it", async () => {
  const owned = { ...plan, steps: plan.steps.map((step) => ({ ...step, owner: "ann@example.com" })) };
  const world = await syncedWorld(owned);
  world.jira.edit(issueOf(world, "a"), { assignee: { accountId: "ben", name: "Ben" } });
  await checkDrift(asked, world.outside);
  expect((await drift(asked, world.outside)).rows.map(({ item }) => item)).toEqual(["a"]);
  await sync(world, owned);
  expect((await drift(asked, world.outside)).rows).toEqual([]);
  await world.outside.clock.sleep(120_000);
  await checkDrift(asked, world.outside);
  expect((await drift(asked, world.outside)).rows).toEqual([]);
});
