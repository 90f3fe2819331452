import { look } from "#app/work-items/look";
import { readLook } from "#app/work-items/look-state";
import { keepSources } from "#app/work-items/kept-sources";
import type { ItemSource } from "#app/work-items/work-item-ports";
import { sumWeeks } from "#domain/adoption/weeks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

const minute = 60_000;
const plainly = { accept: false };

let at: ItemsWorld;

beforeEach(async () => {
  at = await itemsWorld();
});
afterEach(() => at.close());

async function lookAt(source: ItemSource, how = plainly) {
  await keepSources(at.plan.id, [source], at.outside().settings);
  return look(source, how, at.outside());
}

const person = async (name: string) =>
  (await at.facts.people(at.plan.id, null)).find((one) => one.person === at.numberOf(name)) ?? null;

const ticketsOf = async (name: string) => (await person(name))?.tickets ?? [];

describe("J2 a look", () => {
  test("turns tickets into facts of the person an address names, and says up to when it has seen everything", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    await at.make({ reporter: { accountId: at.people.ben } }, "CRM");
    const state = await lookAt(at.source());
    expect(await ticketsOf("mia@example.com")).toEqual([{ at: at.world.clock.now(), process: "", about: null }]);
    expect(await person("ben@example.com")).toBeNull();
    expect(state).toMatchObject({ items: 1, refused: null, sums: { counted: 1, services: 0, nobody: 0 } });
    const [source] = await at.facts.sources(at.plan.id);
    expect(source).toMatchObject({ source: "help", completeTo: at.world.clock.now() - 2 * minute });
  });

  test("reads only what changed, once, and goes back far enough for an index that lags and a clock that differs", async () => {
    const source = at.source();
    at.world.jira.faults.indexLagMs = 20 * minute;
    await at.make({ reporter: { accountId: at.people.mia } });
    const first = await lookAt(source);
    expect(first).toMatchObject({ items: 0, sums: { counted: 0 } });
    at.world.clock.advance(25 * minute);
    await at.world.call("GET", "/rest/api/3/myself");
    expect(await lookAt(source)).toMatchObject({ items: 1, sums: { counted: 1 } });
    at.world.clock.advance(5 * minute);
    const before = at.world.records.length;
    expect(await lookAt(source)).toMatchObject({ sums: { counted: 1 } });
    const calls = at.world.records.slice(before).map(({ route }) => route);
    expect(calls.filter((route) => route === "/rest/api/3/search/jql")).toHaveLength(1);
    expect(await ticketsOf("mia@example.com")).toHaveLength(1);
  });

  test("goes on where its turn ended, and a full queue loses nothing", async () => {
    const source = at.source();
    for (let made = 0; made < 120; made += 1) {
      await at.make({ reporter: { accountId: at.people.mia } });
      at.world.clock.advance(100);
    }
    await keepSources(at.plan.id, [source], at.outside().settings);
    let turns = 0;
    const short = { ...at.outside(), isOver: () => (turns += 1) > 1 };
    const half = await look(source, plainly, short);
    expect(half).toMatchObject({ completeAt: null, round: { read: 100 } });
    expect((await at.facts.sources(at.plan.id))[0]?.completeTo).toBe(0);
    at.isFull = true;
    expect(await lookAt(source)).toMatchObject({ round: { read: 100 }, refused: { kind: "waiting" } });
    at.isFull = false;
    expect(await lookAt(source)).toMatchObject({ round: null, refused: null, sums: { counted: 120 } });
    expect(await ticketsOf("mia@example.com")).toHaveLength(120);
  });

  test("a ticket's newest version wins: its person and its process are today's", async () => {
    const source = at.source({ process: { kind: "label" } });
    const id = await at.make({ reporter: { accountId: at.people.mia }, labels: ["login"] });
    await lookAt(source);
    at.world.clock.advance(3 * minute);
    const fields = { reporter: { accountId: at.people.ben }, labels: ["orders"] };
    await at.world.call("PUT", `/rest/api/3/issue/${id}`, { fields });
    await lookAt(source);
    expect(await ticketsOf("mia@example.com")).toEqual([]);
    expect(await ticketsOf("ben@example.com")).toMatchObject([{ process: "orders" }]);
  });

  test("H4 J8 one resolved as a duplicate is no ticket, and is one again when it is opened again", async () => {
    const source = at.source({ about: { kind: "label", names: { data: ["import"] } } });
    const id = await at.make({ reporter: { accountId: at.people.mia }, labels: ["import"] });
    await lookAt(source);
    expect(await ticketsOf("mia@example.com")).toMatchObject([{ about: "data" }]);
    const resolve = async (resolution: { readonly name: string } | null) => {
      at.world.clock.advance(3 * minute);
      expect(await at.world.call("PUT", `/rest/api/3/issue/${id}`, { fields: { resolution } })).toMatchObject({
        status: 204,
      });
    };
    await resolve({ name: "Duplicate" });
    const state = await lookAt(source);
    expect(state.sums).toEqual({ counted: 1, services: 0, nobody: 0, setAside: 1 });
    expect(await ticketsOf("mia@example.com")).toEqual([]);
    expect(
      sumWeeks((await at.facts.weeks(at.plan.id)).values()).map(({ tickets, setAside }) => [tickets, setAside]),
    ).toEqual([[0, 1]]);
    await resolve(null);
    await lookAt(source);
    expect(await ticketsOf("mia@example.com")).toMatchObject([{ about: "data" }]);
  });

  test("J8 a definition kept by an older release still looks, and its sums go on", async () => {
    await at.make({ reporter: { accountId: at.people.mia } });
    const source = at.source();
    const { settings } = at.outside();
    const older = { ...(await readLook(source.id, settings)), sums: { counted: 3, services: 0, nobody: 0 } };
    await settings.write(`look:${source.id}`, older);
    expect((await lookAt(source)).sums).toEqual({ counted: 4, services: 0, nobody: 0, setAside: 0 });
    expect(await ticketsOf("mia@example.com")).toMatchObject([{ about: null }]);
  });

  test("what an app did is counted as done by a service, and belongs to nobody", async () => {
    await at.make({ reporter: { accountId: at.people.bot } });
    const state = await lookAt(at.source());
    expect(state.sums).toEqual({ counted: 0, services: 1, nobody: 0, setAside: 0 });
    expect((await at.facts.sources(at.plan.id)).reduce((sum, { service }) => sum + service, 0)).toBe(1);
    expect(await at.facts.people(at.plan.id, null)).toEqual([]);
  });
});

describe("what kept a look from being complete", () => {
  test("J4 a query Jira refuses says so in Jira's words, and the cut stays where it was", async () => {
    const state = await lookAt(at.source({ jql: "project = NOWHERE" }));
    expect(state.refused).toMatchObject({ kind: "refused" });
    expect(state.refused?.message).toContain("NOWHERE");
    expect(await at.facts.sources(at.plan.id)).toEqual([]);
  });

  test("J4 much less than before is no fewer tickets until somebody says so", async () => {
    const ids: string[] = [];
    for (let made = 0; made < 12; made += 1) ids.push(await at.make({ reporter: { accountId: at.people.mia } }));
    await lookAt(at.source());
    const cut = (await at.facts.sources(at.plan.id))[0]?.completeTo;
    at.world.clock.advance(7 * 60 * minute);
    for (const id of ids.slice(0, 6)) await at.world.call("DELETE", `/rest/api/3/issue/${id}`);
    const shrunk = await lookAt(at.source());
    expect(shrunk.refused).toMatchObject({ kind: "shrunk", message: expect.stringContaining("6 work items") });
    expect((await at.facts.sources(at.plan.id))[0]?.completeTo).toBe(cut);
    expect(await ticketsOf("mia@example.com")).toHaveLength(12);
    expect(await lookAt(at.source(), { accept: true })).toMatchObject({ refused: null, items: 6 });
    expect(await ticketsOf("mia@example.com")).toHaveLength(6);
    expect((await readLook("help", at.outside().settings)).refused).toBeNull();
  });

  test("J5 a ticket that is found to be none is taken out again", async () => {
    const source = at.source({ jql: "project = HELP and (labels is EMPTY or labels != spam)" });
    const id = await at.make({ reporter: { accountId: at.people.mia } });
    await at.make({ reporter: { accountId: at.people.ben } });
    await lookAt(source);
    await at.world.call("PUT", `/rest/api/3/issue/${id}`, { fields: { labels: ["spam"] } });
    at.world.clock.advance(40 * minute);
    await lookAt(source);
    expect(await ticketsOf("mia@example.com")).toHaveLength(1);
    at.world.clock.advance(7 * 60 * minute);
    await lookAt(source);
    expect(await ticketsOf("mia@example.com")).toEqual([]);
    expect(await ticketsOf("ben@example.com")).toHaveLength(1);
  });
});
