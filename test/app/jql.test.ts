import { expect, test } from "vitest";
import { answerClause } from "#app/jql/answer-clause";
import { keepFunctionsFresh } from "#app/jql/keep-fresh";
import { blindTo, finished, migration, planWorld } from "../support/plan-world";

const call = (name: string, ...words: string[]) => ({ name, words, operator: "in" });

test("a function of live names stays live, and its opposite is the whole clause's", async () => {
  const { outside } = await planWorld(migration);
  expect(await answerClause(call("risksOf", "crm"), outside)).toEqual({
    jql: 'uptakePlan = "crm" AND uptakeKind = "risk"',
  });
  expect(await answerClause({ ...call("rollbacksOf", "crm"), operator: "not in" }, outside)).toEqual({
    jql: 'NOT (uptakePlan = "crm" AND uptakeKind = "rollback")',
  });
  expect(await answerClause(call("staleRisks", "crm", "3"), outside)).toMatchObject({
    jql: expect.stringContaining("updated <= -3d"),
  });
});

test("M51 openPreDelivery goes by the field where the space has one, else by the keys of today", async () => {
  const world = await planWorld(migration);
  expect(await answerClause(call("openPreDelivery", "crm"), world.outside)).toEqual({
    jql: `key in (${world.issue("dup").key})`,
  });
  world.move("dup", finished);
  const answer = { statuses: async () => [finished] };
  const outside = { ...world.outside, jira: { ...world.jira, ...answer } };
  expect(await answerClause(call("openPreDelivery", "crm"), outside)).toEqual({ jql: 'created < "1970-01-02"' });
});

test.each([
  [call("risksOf", "a b"), "is not the id of a plan"],
  [call("risksOf", "nope"), "shows you no plan “nope”"],
  [call("criticalPath", "nope"), "shows you no plan “nope”"],
  [call("staleRisks", "crm", "soon"), "is not a number of days"],
  [call("noSuch", "crm"), "no JQL function noSuch"],
])("what cannot be answered says why: %j", async (asked, words) => {
  const { outside } = await planWorld(migration);
  expect(await answerClause(asked, outside)).toEqual({ error: expect.stringContaining(words) });
});

test("what a function comes to is given to Jira anew once it has changed, and only then", async () => {
  const world = await planWorld(migration);
  const asked = call("blockedSteps", "crm");
  const before = await answerClause(asked, world.outside);
  world.jira.precomputed = [{ id: "1", ...asked, value: "jql" in before ? before.jql : null }];
  expect(await keepFunctionsFresh(world.outside)).toBe(0);
  world.move("freeze", finished);
  expect(await keepFunctionsFresh(world.outside)).toBe(1);
  expect(world.jira.precomputed[0]?.value).not.toContain(world.issue("export").key);
});

test("a step that Jira hides is in nobody's answer but by its key, which Jira hides again", async () => {
  const world = await planWorld(migration);
  const answer = await answerClause(call("blockedSteps", "crm"), blindTo(world, ["export"]));
  expect(JSON.stringify(answer)).not.toContain(world.issue("export").key);
});
