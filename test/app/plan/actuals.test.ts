import { beforeEach, expect, test } from "vitest";
import { planPage } from "#app/plan/plan-page";
import { planTable } from "#app/plan/plan-table";
import type { Jira, Status } from "#app/ports";
import { doing, finished, migration, planWorld, toDo } from "../../support/plan-world";
import type { PlanWorld } from "../../support/plan-world";

let world: PlanWorld;
let made = 0;
const jira = (): Jira => ({ ...world.jira, statuses: async () => [toDo, doing, finished] });

beforeEach(async () => {
  world = await planWorld(migration);
});

function moved(item: string, to: Status, at: string): void {
  const { id, status: from } = world.issue(item);
  const side = ({ id: value, name: text }: Status) => ({ value, text });
  const change = { issue: id, at: Date.parse(at), by: "ann", byApp: false, field: "status" };
  world.jira.history.push({ id: String((made += 1)), ...change, from: side(from), to: side(to) });
  world.move(item, to);
}

async function dates(): Promise<Record<string, readonly (string | undefined)[]>> {
  const { rows } = await planTable({ plan: "crm" }, { ...world.outside, jira: jira() });
  return Object.fromEntries(rows.map(({ item, start, finish }) => [item, [start?.slice(0, 10), finish?.slice(0, 10)]]));
}

test("M92 a step that was done late moves what waits for it; one that was begun late takes its length from there", async () => {
  const planned = await dates();
  expect(planned["export"]).toEqual(["2026-03-03", "2026-03-04"]);
  moved("freeze", doing, "2026-03-02T09:00:00Z");
  moved("freeze", finished, "2026-03-04T17:00:00Z");
  expect((await dates())["freeze"]).toEqual(["2026-03-02", "2026-03-04"]);
  expect((await dates())["export"]?.[0]).toBe("2026-03-05");
  moved("export", doing, "2026-03-09T08:00:00Z");
  expect((await dates())["export"]).toEqual(["2026-03-09", "2026-03-10"]);
});

test("M92 put back into the first column a step has not begun; taken up again it is not done", async () => {
  const planned = await dates();
  moved("freeze", doing, "2026-03-05T09:00:00Z");
  moved("freeze", toDo, "2026-03-05T10:00:00Z");
  expect(await dates()).toEqual(planned);
  moved("freeze", finished, "2026-03-06T10:00:00Z");
  moved("freeze", doing, "2026-03-06T11:00:00Z");
  const { steps } = await planPage({ plan: "crm" }, { ...world.outside, jira: jira() });
  const { began, ended } = steps.find(({ step }) => step === "freeze")!;
  expect([began, ended]).toEqual([Date.parse("2026-03-06T10:00:00Z"), null]);
});

test("M92 a plan of which nothing has begun asks for no changelog", async () => {
  const asked: number[] = [];
  const changes: Jira["changes"] = async (issues) => (asked.push(issues.length), []);
  await planTable({ plan: "crm" }, { ...world.outside, jira: { ...jira(), changes } });
  expect(asked).toEqual([]);
});

test("M92 a step that only ever went to done is taken to have lasted as long as was planned", async () => {
  moved("freeze", finished, "2026-03-03T17:00:00Z");
  moved("export", finished, "2026-03-09T17:00:00Z");
  const { freeze, export: exported } = await dates();
  expect(freeze).toEqual(["2026-03-03", "2026-03-03"]);
  expect(exported).toEqual(["2026-03-06", "2026-03-09"]);
});
