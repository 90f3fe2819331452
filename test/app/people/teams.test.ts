import { readTeams } from "#app/people/read-teams";
import { listTeams, setTeams } from "#app/people/teams";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addUser, join } from "../../../workbench/jira/config/bare-site";
import { itemsWorld } from "../../support/items-world";
import type { ItemsWorld } from "../../support/items-world";

let at: ItemsWorld;

beforeEach(async () => {
  at = await itemsWorld();
  const { store } = at.world.jira;
  for (let number = 0; number < 60; number += 1) {
    join(
      { store },
      "crm-users",
      addUser({ store }, { email: `u${number}@example.com`, displayName: `U${number}`, at: 300 + number, zone: "UTC" })
        .id,
    );
  }
  join({ store }, "crm-users", at.people.bot);
  store.commit();
});
afterEach(() => at.close());

const team = { group: "group-crm-users", name: "crm-users", wave: "", department: "Sales" };
const set = (teams = [team]) => setTeams({ plan: at.plan.id, teams }, at.outside());
const row = async (email: string) =>
  (await at.facts.people(at.plan.id, null)).find(({ person }) => person === at.numberOf(email)) ?? null;

function members(change: (ids: readonly string[]) => readonly string[]): void {
  const groups = at.world.jira.store.collection("group");
  const group = groups.get(team.group)!;
  groups.put({ ...group, memberIds: [...change(group.memberIds)] });
  at.world.jira.store.commit();
}

test("J7 a group's members are the people of its wave, page after page, less the apps among them", async () => {
  expect(await set()).toMatchObject([{ people: 60, services: 1, wave: "sales", refused: null }]);
  expect(await at.facts.people(at.plan.id, "sales")).toHaveLength(60);
  expect(await row("u7@example.com")).toMatchObject({ department: "Sales", accessAt: null, leftAt: null });
});

test("J7 who joins has access from then on, who goes has left, and reading again changes nothing", async () => {
  await set();
  at.world.clock.advance(3_600_000);
  const first = at.world.jira.store.collection("group").get(team.group)!.memberIds[0]!;
  members((ids) => [...ids.filter((id) => id !== first), at.people.mia]);
  await readTeams(at.plan.id, at.outside());
  const now = at.world.clock.now();
  expect(await row("mia@example.com")).toMatchObject({ accessAt: now, leftAt: null, department: "Sales" });
  expect(await row("u0@example.com")).toMatchObject({ leftAt: now });
  const before = await at.facts.people(at.plan.id, null);
  at.world.clock.advance(3_600_000);
  await readTeams(at.plan.id, at.outside());
  expect(await at.facts.people(at.plan.id, null)).toEqual(before);
  members((ids) => [...ids, first]);
  await readTeams(at.plan.id, at.outside());
  expect(await row("u0@example.com")).toMatchObject({ leftAt: null });
});

test("J7 a group that went, or shows nobody any more, makes nobody leave, and says so", async () => {
  await set();
  members(() => []);
  const [emptied] = await readTeams(at.plan.id, at.outside());
  expect(emptied?.refused?.message).toContain("no member");
  at.world.jira.store.collection("group").delete(team.group);
  const [gone] = await readTeams(at.plan.id, at.outside());
  expect(gone?.refused?.mend).toContain("nobody is taken to have joined or left");
  expect((await at.facts.people(at.plan.id, null)).filter(({ leftAt }) => leftAt !== null)).toEqual([]);
});

test("removing a group makes nobody leave; another department is taken over at once", async () => {
  await set();
  await set([{ ...team, department: "Service" }]);
  expect(await row("u3@example.com")).toMatchObject({ department: "Service", leftAt: null });
  await set([]);
  expect(await listTeams({ plan: at.plan.id }, at.outside())).toEqual([]);
  expect(await row("u3@example.com")).toMatchObject({ department: "Service", leftAt: null });
});

test("a wave the plan does not have, and a group Jira does not show, are refused with their mend", async () => {
  await expect(set([{ ...team, wave: "moon" }])).rejects.toMatchObject({ message: expect.stringContaining("moon") });
  await expect(set([{ ...team, name: "other", group: "g" }])).rejects.toMatchObject({ code: "not_found" });
});
