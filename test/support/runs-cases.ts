import { expect, test } from "vitest";
import type { Drifted, Journaled, Run, Runs } from "#app/sync/run-ports";
import type { Operation } from "#domain/sync/operation";

const ref = { space: "1", plan: "crm" };

export function runOf(id: string, change: Partial<Run> = {}): Run {
  return {
    ...ref,
    id,
    title: "CRM",
    by: "me",
    undoBy: null,
    startedAt: 1,
    state: "queued",
    direction: "apply",
    doing: "",
    done: 0,
    total: 1,
    points: 0,
    until: null,
    cancelled: false,
    ...change,
  };
}

const link: Operation = { kind: "link", edge: { kind: "after", from: "a", to: "b" } };
const create: Operation = {
  kind: "create",
  items: [
    { item: "a", kind: "step", title: "“A”; 漢🚀", fields: { summary: "'A'" }, details: { side: null }, parent: null },
  ],
};

/** What every memory of the sync keeps, whatever it is made of. */
export function runsCases(name: string, make: () => Promise<Runs>): void {
  test(`${name}: the merge base keeps the newest of each item and forgets what is lost`, async () => {
    const runs = await make();
    const item = (id: string, issue: string) =>
      ({ id, kind: "step", issue, fields: { summary: { plan: id, jira: null } } }) as const;
    const edge = { kind: "after", from: "a", to: "b", plan: "linked", jira: null } as const;
    await runs.writeBase(ref, { items: [item("a", "1"), item("b", "2")], edges: [edge], lostItems: [] });
    await runs.writeBase(ref, { items: [item("a", "3")], edges: [], lostItems: ["b"] });
    expect(await runs.readBase(ref)).toEqual({ items: [item("a", "3")], edges: [edge] });
    expect(await runs.plansIn("1", "a")).toEqual([{ plan: ref.plan, issue: "3" }]);
    expect(await runs.readBase({ ...ref, space: "2" })).toEqual({ items: [], edges: [] });
    await runs.writeBase(ref, { items: [], edges: [{ ...edge, plan: null }], lostItems: [] });
    expect((await runs.readBase(ref)).edges.filter(({ plan, jira }) => plan !== null || jira !== null)).toEqual([]);
  });

  test(`${name}: a journal gives back its calls in order, with the newest answer to each`, async () => {
    const runs = await make();
    await runs.start(runOf("r"), [create, link]);
    const [first] = await runs.journal("r");
    expect(first).toEqual({ run: "r", at: 0, state: "planned", operation: create, made: [], failures: [], mark: null });
    const made = [{ item: "a", title: "A", id: "10", key: "CRM-1" }];
    const failures = [{ item: "b", title: "B", message: "no", mend: "do" }];
    const noted: Journaled = { run: "r", at: 0, state: "sent", operation: create, made: [], failures: [], mark: 7 };
    await runs.note([noted]);
    await runs.note([{ ...noted, state: "done", made, failures }]);
    expect((await runs.journal("r")).map(({ state, mark }) => [state, mark])).toEqual([
      ["done", 7],
      ["planned", null],
    ]);
    expect(await runs.outcome("r")).toEqual({ made, failures });
  });

  test(`${name}: more items and calls than one answer may carry come back whole and in order`, async () => {
    const runs = await make();
    const ids = Array.from({ length: 450 }, (_, at) => `s${String(at).padStart(3, "0")}`);
    const items = ids.map((id) => ({ id, kind: "step", issue: id, fields: {} }) as const);
    await runs.writeBase(ref, { items, edges: [], lostItems: [] });
    await runs.start(
      runOf("r"),
      ids.map((to): Operation => ({ kind: "link", edge: { kind: "after", from: "a", to } })),
    );
    expect((await runs.readBase(ref)).items.map(({ id }) => id)).toEqual(ids);
    expect((await runs.journal("r")).map(({ at }) => at)).toEqual(ids.map((_, at) => at));
  });

  test(`${name}: saving a run never takes back that somebody cancelled it`, async () => {
    const runs = await make();
    await runs.start(runOf("r"), []);
    await runs.start(runOf("newer", { startedAt: 2 }), []);
    await runs.cancel("r");
    await runs.save(runOf("r", { state: "running", until: 5 }));
    expect(await runs.find("r")).toEqual(runOf("r", { state: "running", until: 5, cancelled: true }));
    expect((await runs.list(ref)).map(({ id }) => id)).toEqual(["newer", "r"]);
    expect(await runs.find("nobody")).toBeNull();
  });

  test(`${name}: one holder at a time, until it lets go or its time is over`, async () => {
    const runs = await make();
    const hold = (holder: string, now: number) => runs.hold({ name: "plan", holder, now, until: now + 10 });
    expect([await hold("a", 0), await hold("b", 5), await hold("a", 8)]).toEqual([true, false, true]);
    expect(await hold("b", 18)).toBe(true);
    await runs.letGo("plan", "a");
    expect(await hold("c", 19)).toBe(false);
    await runs.letGo("plan", "b");
    expect(await hold("c", 19)).toBe(true);
  });

  test(`${name}: of an hour's points the largest figure of each spender counts, so it may be written twice`, async () => {
    const runs = await make();
    for (const points of [10, 40, 40, 30]) await runs.spend({ hour: 7, spender: "a", points });
    await runs.spend({ hour: 7, spender: "b", points: 2 });
    expect([await runs.spent(7), await runs.spent(8)]).toEqual([42, 0]);
  });

  test(`${name}: drift is replaced item by item, or as a whole`, async () => {
    const runs = await make();
    const row = (item: string, field: string): Drifted => ({
      item,
      kind: "step",
      issue: `1${item}`,
      key: null,
      title: "“T”",
      what: "field",
      field,
      was: null,
      now: "n",
      since: 5,
      by: "ana",
    });
    await runs.writeDrift(ref, [row("a", "x"), row("a", "y"), row("b", "x")], null);
    await runs.writeDrift(ref, [row("a", "z")], ["a"]);
    const fields = async () => (await runs.readDrift(ref)).map(({ item, field }) => `${item} ${field}`).toSorted();
    expect(await fields()).toEqual(["a z", "b x"]);
    await runs.writeDrift(ref, [], ["b"]);
    expect(await runs.readDrift(ref)).toEqual([row("a", "z")]);
    await runs.writeDrift(ref, [], null);
    expect(await fields()).toEqual([]);
  });

  test(`${name}: a change kept twice stands once, newest first; plans are found by their work items`, async () => {
    const runs = await make();
    const change = (id: string, at: number) =>
      ({
        id,
        at,
        by: null,
        item: "a",
        issue: "1",
        key: "CRM-1",
        title: "T",
        field: "summary",
        was: null,
        now: "n",
      }) as const;
    await runs.keepChanges(ref, [change("1/0", 1), change("2/0", 2)]);
    await runs.keepChanges(ref, [change("2/0", 2), change("3/0", 3)]);
    expect((await runs.changesBefore(ref, 3, 10)).map(({ id }) => id)).toEqual(["2/0", "1/0"]);
    expect(await runs.changesBefore(ref, 99, 1)).toEqual([change("3/0", 3)]);
    const item = (id: string, issue: string) => ({ id, kind: "step", issue, fields: {} }) as const;
    await runs.writeBase(ref, { items: [item("a", "1"), item("b", "2")], edges: [], lostItems: [] });
    await runs.writeBase({ ...ref, plan: "other" }, { items: [item("a", "9")], edges: [], lostItems: [] });
    expect(await runs.plansOf(["2", "1", "77"])).toEqual([ref]);
    expect(await runs.plansOf([])).toEqual([]);
    expect((await runs.plans()).map(({ plan }) => plan).toSorted()).toEqual(["crm", "other"]);
  });
}
