import { beforeEach, expect, test } from "vitest";
import type { LoggingOutside } from "#app/log";
import { escalateDue } from "#app/risk/escalate";
import { riskBurndown } from "#app/risk/burndown";
import { riskRegister } from "#app/risk/register";
import { closeException, exceptions, noteException, takeException } from "#app/risk/exceptions";
import { retagRisk } from "#app/risk/retag-risk";
import { decideRisk, openReview, riskReview } from "#app/risk/reviews";
import { riskBoard } from "#app/risk/risk-board";
import type { FieldChange } from "#app/ports";
import { memoryLog } from "../../support/memory-log";
import { finished, migration, planWorld, toDo } from "../../support/plan-world";
import type { PlanWorld } from "../../support/plan-world";

const day = 86_400_000;
const monday = Date.UTC(2026, 2, 2, 9);
let world: PlanWorld;
let outside: LoggingOutside;
let now = 0;

beforeEach(async () => {
  world = await planWorld({ ...migration, seats: { ...migration.seats, projectManager: "pm@example.com" } });
  now = monday;
  for (const [issue] of world.jira.items)
    world.jira.edit(issue, { createdAt: monday, updatedAt: monday, priority: "3" });
  outside = { ...world.outside, clock: { ...world.outside.clock, now: () => now }, log: memoryLog() };
});

const asked = () => world.jira.comments.map(({ issue, lines }) => [issue, JSON.stringify(lines[0])] as const);

test("M51 R7 R8 each rung is climbed once it is due, whoever works it out and however often", async () => {
  expect(await escalateDue("crm", outside)).toBe(0);
  now = monday + 3 * day;
  await escalateDue("crm", outside);
  await escalateDue("crm", outside);
  const first = asked();
  expect(first.filter(([issue]) => issue === world.issue("dup").id)).toHaveLength(1);
  expect(world.issue("dup").properties["uptake.escalation"]).toMatchObject({ level: 1, tag: "pre-delivery" });
  now = monday + 8 * day;
  await escalateDue("crm", outside);
  const dup = world.issue("dup");
  expect(dup.assignee?.accountId).toBe("account-pm@example.com");
  expect(dup.priority).toBe("2");
  now = monday + 30 * day;
  await escalateDue("crm", outside);
  await escalateDue("crm", outside);
  expect(world.issue("dup").labels).toEqual(["steering-agenda"]);
  expect(asked().filter(([issue]) => issue === dup.id)).toHaveLength(3);
});

test("M51 R11 a risk that crosses to the other side climbs the other ladder from its foot", async () => {
  now = monday + 3 * day;
  await escalateDue("crm", outside);
  const { id, key } = world.issue("dup");
  await retagRisk({ key, tag: "post-delivery" }, outside);
  world.jira.history.push(change({ issue: id, at: now, field: "f1", from: "Pre-delivery", to: "Post-delivery" }));
  now += 2 * day;
  await escalateDue("crm", outside);
  expect(world.issue("dup").properties["uptake.escalation"]).toMatchObject({ level: 1, tag: "post-delivery" });
});

test("M51 a crash after the fields were set asks nobody twice", async () => {
  now = monday + 8 * day;
  let calls = 0;
  world.jira.around = (moment, what) => {
    if (moment === "before" && what.startsWith("comment") && (calls += 1) === 1) throw new Error("killed");
  };
  await expect(escalateDue("crm", outside)).rejects.toThrow("killed");
  world.jira.around = () => undefined;
  await escalateDue("crm", outside);
  expect(asked().filter(([issue]) => issue === world.issue("dup").id)).toHaveLength(1);
});

test("R13 the supplier's rung asks whoever owns the supplier's steps, and not the buyer's project manager", async () => {
  const steps = migration.steps.map((step) => ({ ...step, side: "supplier" as const, owner: "sue@supplier.example" }));
  world = await planWorld({ ...migration, steps, seats: { ...migration.seats, projectManager: "pm@example.com" } });
  for (const [issue] of world.jira.items) world.jira.edit(issue, { createdAt: monday, updatedAt: monday });
  outside = { ...outside, ...world.outside, clock: outside.clock, log: memoryLog() };
  now = monday + 4 * day;
  await escalateDue("crm", outside);
  expect(world.issue("drift").properties["uptake.escalation"]).toMatchObject({ level: 2, tag: "post-delivery" });
  const second = asked().filter(([issue]) => issue === world.issue("drift").id)[1];
  expect(second?.[1]).toContain("sue@supplier.example");
});

test("R15 what the app writes is no touch: a risk stays as stale on the board and in the review as people left it", async () => {
  world.jira.around = (moment, what) => {
    const issue = what.split(" ")[1] ?? "";
    if (moment === "after" && /^(update|comment)/.test(what)) world.jira.edit(issue, { updatedAt: now });
  };
  now = monday + 9 * day;
  await escalateDue("crm", outside);
  now += day;
  const stale = async () => {
    const { lanes } = await riskBoard({ plan: "crm" }, outside);
    const { agenda } = await riskReview({ plan: "crm" }, outside);
    return [lanes[0]?.cards[0]?.staleDays, agenda.find(({ risk }) => risk === "dup")?.staleDays];
  };
  expect(await stale()).toEqual([10, 10]);
  world.jira.edit(world.issue("dup").id, { updatedAt: now });
  expect(await stale()).toEqual([0, 0]);
});

test("R10 escalating in the review asks the next level at once, not with the next hour", async () => {
  const review = "11111111-1111-4111-8111-111111111111";
  await openReview({ plan: "crm", review }, outside);
  const decision = { kind: "escalate" } as const;
  const id = "22222222-2222-4222-8222-222222222222";
  await decideRisk(
    { plan: "crm", review, id, risk: "dup", decision, note: "", owner: null, due: null, over: null },
    outside,
  );
  expect(world.issue("dup").properties["uptake.escalation"]).toMatchObject({ level: 1 });
});

interface Made {
  readonly issue: string;
  readonly at: number;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

let made = 0;
function change({ issue, at, field, from, to }: Made): FieldChange {
  made += 1;
  const side = (text: string) => ({ value: text, text });
  return { id: String(made), issue, at, by: "ann", byApp: false, field, from: side(from), to: side(to) };
}

test("M50 R21 R22 the burndown is replayed from the changelog, day by day and by side of delivery", async () => {
  const { id } = world.issue("dup");
  const jira = { ...world.jira, statuses: async () => [toDo, finished] };
  world.jira.edit(id, { likelihood: 2, status: finished });
  world.jira.history.push(
    change({ issue: id, at: monday + day, field: "f2", from: "4", to: "2" }),
    change({ issue: id, at: monday + 2 * day, field: "status", from: "1", to: "3" }),
  );
  now = monday + 2 * day;
  const { days, gaps } = await riskBurndown({ plan: "crm" }, { ...outside, jira });
  expect(gaps).toEqual([]);
  expect(
    days.map(({ day: on, pre, post, closed, rescored }) => [on, pre.open, pre.exposure, post.open, closed, rescored]),
  ).toEqual([
    ["2026-03-02", 1, 20, 1, 0, 0],
    ["2026-03-03", 1, 10, 1, 0, -10],
    ["2026-03-04", 0, 0, 1, 1, 0],
  ]);
});

test("M50 the register holds every open risk of every plan, the heaviest first", async () => {
  world.move("drift", finished);
  const { risks } = await riskRegister({}, { ...outside, space: null });
  expect(risks.map(({ key, plan, space, exposure }) => [key, plan, space, exposure])).toEqual([
    [world.issue("dup").key, "crm", "CRM", 20],
  ]);
});

test("M97 an exception is noted by anybody, taken over, and closed; the rate is compared with what was before", async () => {
  const none = { owner: null, closeBy: null, department: null };
  const note = (id: string, more: object = {}) =>
    noteException(
      { plan: "crm", id, what: "shadow-work", title: "Price list in Excel", count: 1, ...none, ...more },
      outside,
    );
  await note("11111111-1111-4111-8111-111111111111");
  const once = await note("11111111-1111-4111-8111-111111111111");
  expect(once.open).toHaveLength(1);
  expect(once.open[0]).toMatchObject({ isAdrift: true, by: "me" });
  const [{ id } = { id: "" }] = once.open;
  const taken = await takeException({ plan: "crm", of: id, owner: "Ann", closeBy: "2026-03-09" }, outside);
  expect(taken.open[0]).toMatchObject({ isAdrift: false, owner: "Ann" });
  expect(taken.jump.verdict).toBe("unknown");
  now += 60 * day;
  for (let at = 0; at < 12; at += 1)
    await note(`22222222-2222-4222-8222-${String(at).padStart(12, "0")}`, { count: 2 });
  now += day;
  const busy = await exceptions({ plan: "crm" }, outside);
  expect(busy.jump).toMatchObject({ verdict: "jump", recent: { count: 24, exposure: 28 }, before: { count: 1 } });
  const closed = await closeException({ plan: "crm", of: id }, outside);
  expect([closed.open.length, closed.closed]).toEqual([12, 1]);
});
