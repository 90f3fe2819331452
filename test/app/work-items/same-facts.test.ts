import { look } from "#app/work-items/look";
import { keepSources } from "#app/work-items/kept-sources";
import type { ItemSource } from "#app/work-items/work-item-ports";
import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { expect, test } from "vitest";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

const minute = 60_000;
const who = ["mia", "ben", "shy", "cus", "bot"] as const;

const anyAct = record({
  what: constantFrom("make", "make", "pass on", "label", "move", "look", "look", "cut short"),
  which: integer({ min: 0, max: 5 }),
  person: constantFrom(...who),
  minutes: integer({ min: 1, max: 50 }),
});

type Act = typeof anyAct extends { generate: (...args: never) => { value: infer T } } ? T : never;

/** Tickets by label, and arrivals at the end by whoever was in charge. */
const definitions = (at: ItemsWorld, plan: string): readonly ItemSource[] =>
  [
    at.source({ process: { kind: "label" }, jql: "project = HELP order by created" }, `tickets-${plan}`),
    at.source(
      {
        counts: "transaction",
        who: "assignee",
        moment: { kind: "reached", category: "done" },
        process: { kind: "fixed", name: "p" },
      },
      `work-${plan}`,
    ),
  ].map((source) => ({ ...source, plan }));

async function lookAtAll(at: ItemsWorld, plan: string, isOver = () => false): Promise<void> {
  for (const source of definitions(at, plan)) await look(source, { accept: true }, { ...at.outside(), isOver });
}

async function carryOut(at: ItemsWorld, { what, which, person }: Act, made: string[]): Promise<void> {
  const id = made[which % Math.max(1, made.length)];
  const account = { accountId: at.people[person] };
  if (what === "make")
    made.push(await at.make({ reporter: account, assignee: { accountId: at.people.mia }, labels: ["new"] }));
  else if (what === "look") await lookAtAll(at, "often");
  else if (what === "cut short") await lookAtAll(at, "often", () => true);
  else if (id !== undefined && what === "move") await move(at, id, which);
  else if (id !== undefined) {
    const assigned = person === "mia" || person === "ben" ? { assignee: account } : {};
    const fields = what === "label" ? { labels: [person] } : { reporter: account, ...assigned };
    await at.world.call("PUT", `/rest/api/3/issue/${id}`, { fields });
  }
}

async function move(at: ItemsWorld, id: string, which: number): Promise<void> {
  const { body } = await at.world.call("GET", `/rest/api/3/issue/${id}/transitions`);
  const offered: readonly { id: string }[] = Object(body)["transitions"];
  const transition = offered[which % offered.length];
  if (transition !== undefined) await at.world.call("POST", `/rest/api/3/issue/${id}/transitions`, { transition });
}

test("law 4 J2 however often, when and how far it was looked, at the end stands what one look at the end would have found", async () => {
  await assert(
    asyncProperty(array(anyAct, { minLength: 6, maxLength: 25 }), integer({ min: 0, max: 15 }), async (acts, lag) => {
      const at = await itemsWorld();
      at.world.jira.faults.indexLagMs = lag * minute;
      for (const plan of ["often", "once"]) await keepSources(plan, definitions(at, plan), at.outside().settings);
      const made: string[] = [];
      for (const act of acts) {
        await carryOut(at, act, made);
        at.world.clock.advance(act.minutes * minute);
      }
      at.world.clock.advance(20 * minute);
      await at.world.call("GET", "/rest/api/3/myself");
      await lookAtAll(at, "often");
      await lookAtAll(at, "once");
      // Whoever merely was a ticket's person once is still known to be there, but has nothing to show.
      const told = async (plan: string) =>
        (await at.facts.people(plan, null)).filter(({ candidates, tickets }) => candidates.length + tickets.length > 0);
      expect(await told("often")).toEqual(await told("once"));
      expect(await at.facts.weeks("often")).toEqual(await at.facts.weeks("once"));
      await at.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
