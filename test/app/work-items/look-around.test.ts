import { keepSources } from "#app/work-items/kept-sources";
import { lookAround, lookHinted } from "#app/work-items/look-around";
import { readLook } from "#app/work-items/look-state";
import { afterEach, beforeEach, expect, test } from "vitest";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

let at: ItemsWorld;
const minute = 60_000;

beforeEach(async () => {
  at = await itemsWorld();
  await keepSources(at.plan.id, [at.source()], at.outside().settings);
  await at.make({ reporter: { accountId: at.people.mia } });
});
afterEach(() => at.close());

const around = () => lookAround([at.plan.id, at.plan.id], at.outside());
const looked = async () => (await readLook("help", at.outside().settings)).completeAt;
const helpSpace = () => at.world.jira.store.collection("project").where("key", "HELP")[0]!.id;

test("the schedule looks every quarter of an hour, and at once where a turn was cut short", async () => {
  await lookAround([at.plan.id], { ...at.outside(), isOver: () => true });
  expect(await looked()).toBeNull();
  await around();
  const first = await looked();
  at.world.clock.advance(10 * minute);
  await around();
  expect(await looked()).toBe(first);
  at.world.clock.advance(5 * minute);
  await around();
  expect(await looked()).toBe(at.world.clock.now());
});

test("an event of a space that counts is a hint to look now, at most once a minute; one of another space is none", async () => {
  await around();
  const first = await looked();
  at.world.clock.advance(2 * minute);
  await lookHinted(at.world.space.id, at.outside());
  expect(await looked()).toBe(first);
  await lookHinted(helpSpace(), at.outside());
  const second = await looked();
  expect(second).toBe(at.world.clock.now());
  at.world.clock.advance(minute / 2);
  await lookHinted(helpSpace(), at.outside());
  expect(await looked()).toBe(second);
});
