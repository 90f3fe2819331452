import { beforeEach, expect, test } from "vitest";
import type { Jira } from "#app/ports";
import { countReading, enterReading } from "#app/rollback/enter-reading";
import type { RollbackOutside } from "#app/rollback/rollback-ports";
import { saveTemplate } from "#app/plan/templates";
import { rollbacks } from "#app/rollback/rollbacks";
import { takeReadings } from "#app/rollback/take-readings";
import { abortRollback, announceAgain, noteLesson, startRollback, tickRunStep } from "#app/rollback/run-rollback";
import { blankPlan, blankRollback, blankStep } from "#domain/plan/blank";
import { watchTriggers } from "#app/rollback/watch-triggers";
import type { Plan } from "#domain/plan/plan";
import { readPlan } from "#formats/yaml";
import { memoryLog } from "../../support/memory-log";
import { planWorld } from "../../support/plan-world";
import type { PlanWorld } from "../../support/plan-world";

const plan: Plan = {
  ...blankPlan("crm", "CRM migration"),
  zone: "Europe/Berlin",
  anchors: { golive: "2026-03-03" },
  steps: [blankStep("load", "Load the orders")],
  rollbacks: [
    {
      ...blankRollback("back", "Back to the old system"),
      covers: ["load"],
      triggers: [
        { kind: "reading", reading: "downtime", op: ">", value: 4, unit: "h", window: null },
        { kind: "reading", reading: "lost-records", op: ">", value: 0.1, unit: "%", window: null },
        { kind: "all", of: ["orders-stop", "no-workaround"] },
        { kind: "reading", reading: "open-defects", op: ">", value: 3, unit: "defects", window: null },
      ],
      runbook: [
        { id: "stop", title: "Stop the import", owner: "Ann", duration: "30m", after: [] },
        { id: "restore", title: "Restore the backup", owner: "Ben", duration: "2h", after: ["stop"] },
      ],
      communication: [
        { audience: "Sales", channel: "e-mail", text: "Back to the old one.", owner: "Ann" },
        { audience: "sales", channel: "chat", text: "Back to the old one.", owner: null },
        { audience: "Service", channel: "e-mail", text: "Back to the old one.", owner: null },
      ],
    },
  ],
};

let world: PlanWorld;
let outside: RollbackOutside;
let now = 0;
const of = { plan: "crm", rollback: "back" };
const run = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";

beforeEach(async () => {
  world = await planWorld(plan);
  now = Date.UTC(2026, 2, 2, 9);
  const clock = { ...world.outside.clock, now: () => now };
  const audience = async (_: string, name: string) => (name === "Sales" ? ["1", "2", "3", "4", "5", "6"] : ["9"]);
  outside = { ...world.outside, clock, log: memoryLog(), audience };
});

const as = (accountId: string): RollbackOutside => ({ ...outside, who: { accountId } });
const withJira = (jira: Partial<Jira>): RollbackOutside => ({
  ...outside,
  jira: { ...world.jira, ...jira },
  jiraAsApp: { ...world.jira, ...jira },
});
const states = async () => (await rollbacks(of, outside)).rollbacks[0]!.triggers.map(({ state }) => state);
const enter = (reading: string, content: Parameters<typeof enterReading>[0]["content"], by = outside) =>
  enterReading({ ...of, reading, content, at: null }, by);
const tasks = () => [...world.jira.items.values()].filter(({ properties }) => "uptake.notice" in properties);

test("M10 a system's reading counts for whoever asks for it in a unit that compares, once however often it comes", async () => {
  const told = (more: object) => ({
    id: "r1",
    plan: "crm",
    at: new Date(now).toISOString(),
    kind: "reading" as const,
    reading: "Downtime",
    value: 4.5,
    unit: "h",
    rollback: null,
    ...more,
  });
  const take = (...readings: ReturnType<typeof told>[]) =>
    takeReadings({ plan: "crm", source: "Monitor", batch: "b", readings }, outside);
  await take(told({ unit: "%" }), told({ reading: "humidity" }), told({ rollback: "another" }), told({ value: true }));
  expect((await states())[0]).toBe("unknown");
  const one = told({});
  await take(one, told({ id: "r2", reading: "orders-stop", value: true }));
  await take(one);
  const { readings, triggers } = (await rollbacks(of, outside)).rollbacks[0]!;
  expect(triggers[0]).toMatchObject({ state: "met", sentence: expect.stringContaining("by Monitor") });
  expect(readings.find(({ name }) => name === "orders-stop")?.last).toMatchObject({ said: "yes", by: "Monitor" });
  expect(await outside.log.read({ space: "10000", plan: "crm" }, ["reading"])).toHaveLength(2);
});

test("M10 B2 exactly 4 h and exactly 0.1 % do not trigger, a second and a hair more do, and it says who entered it", async () => {
  await enter("downtime", { kind: "value", value: 4, unit: "h" });
  await enter("lost-records", { kind: "counts", part: 40, whole: 40_000 });
  expect((await states()).slice(0, 2)).toEqual(["not-met", "not-met"]);
  await enter("Downtime", { kind: "value", value: 14_401, unit: "s" }, as("ann"));
  const view = await enter("lost-records", { kind: "counts", part: 41, whole: 40_000 });
  expect(view.rollbacks[0]?.triggers[0]).toEqual({
    text: "downtime > 4 h",
    state: "met",
    sentence: "Met at 10:00 by ann: downtime > 4 h.",
    missing: [],
  });
  expect(view.rollbacks[0]?.triggers[1]?.state).toBe("met");
});

test("M10 B6 a time that runs passes its limit by itself", async () => {
  await expect(enter("downtime", { kind: "ended" })).rejects.toThrow("Nobody has said when");
  await enter("downtime", { kind: "began" });
  now += 4 * 3_600_000;
  expect((await states())[0]).toBe("not-met");
  now += 1;
  expect((await states())[0]).toBe("met");
  const { rollbacks: shown } = await enter("downtime", { kind: "ended" });
  expect(shown[0]?.readings[0]?.last).toMatchObject({ said: "4 h 0 min", isRunning: false });
});

test("M10 B5 broken and no workaround: both, and neither alone", async () => {
  await enter("orders-stop", { kind: "fact", holds: true });
  expect((await states())[2]).toBe("unknown");
  await enter("no-workaround", { kind: "fact", holds: false });
  expect((await states())[2]).toBe("not-met");
  await enter("no-workaround", { kind: "fact", holds: true });
  expect((await states())[2]).toBe("met");
});

test("M10 a reading is counted by Jira as whoever asks may see it", async () => {
  const asked: string[] = [];
  const count = async (jql: string) => (asked.push(jql), 4);
  const view = await countReading({ ...of, reading: "open-defects", jql: "type = Bug" }, withJira({ count }));
  expect(asked).toEqual(["type = Bug"]);
  expect(view.rollbacks[0]?.triggers[3]?.state).toBe("met");
});

test.each([
  ["downtime", { kind: "value", value: 5, unit: "" }, "a number alone says nothing"],
  ["downtime", { kind: "value", value: 5, unit: "%" }, "which % does not measure"],
  ["downtime", { kind: "counts", part: 1, whole: 2 }, "is compared in h"],
  ["downtime", { kind: "fact", holds: true }, "is a reading"],
  ["orders-stop", { kind: "value", value: 5, unit: "h" }, "holds or it does not"],
  ["sunshine", { kind: "value", value: 5, unit: "h" }, "No trigger"],
] as const)("M10 %s as %j is refused and nothing is kept", async (reading, content, words) => {
  await expect(enter(reading, content)).rejects.toThrow(words);
  expect(await outside.log.read({ space: "10000", plan: "crm" }, ["reading", "run"])).toEqual([]);
});

test("M10 a reading of tomorrow is refused", async () => {
  const content = { kind: "fact", holds: true } as const;
  await expect(enterReading({ ...of, reading: "orders-stop", content, at: now + 1 }, outside)).rejects.toThrow(
    "future",
  );
});

test("M10 the trigger stands in a property, written and told only when it changes", async () => {
  const property = () => world.issue("back").properties["uptake.trigger"];
  await enter("downtime", { kind: "value", value: 5, unit: "h" });
  expect(property()).toEqual({ state: "met", since: "2026-03-02T09:00:00.000Z" });
  await enter("downtime", { kind: "value", value: 6, unit: "h" });
  expect(world.jira.comments.map(({ lines }) => lines)).toEqual([[["Met at 10:00 by me: downtime > 4 h."]]]);
  now += 1000;
  await enter("downtime", { kind: "value", value: 1, unit: "h" });
  expect(property()).toEqual({ state: "not-met", since: null });
});

test("M10 B6 a downtime that passes its limit with nobody at a keyboard is written down and told, once", async () => {
  const property = () => world.issue("back").properties["uptake.trigger"];
  await enter("downtime", { kind: "began" });
  now += 4 * 3_600_000;
  await watchTriggers(outside);
  expect(property()).toMatchObject({ state: "not-met" });
  now += 5 * 60_000;
  await watchTriggers(outside);
  await watchTriggers(outside);
  expect(property()).toEqual({ state: "met", since: "2026-03-02T13:00:00.001Z" });
  expect(world.jira.comments.map(({ lines }) => lines)).toEqual([[["Met at 14:00 by me: downtime > 4 h."]]]);
});

test("M12 the task to tell people is in the hands of whoever is to tell them", async () => {
  const knowing = withJira({ findPerson: async (name) => `account-${name}` });
  await startRollback({ ...of, run, purpose: "real" }, knowing);
  expect(tasks().map(({ assignee }) => assignee?.accountId ?? null)).toEqual(["account-Ann", null]);
});

test("M19 M12 what a run has taught stands in the template made from the plan, and on the plan begun with it", async () => {
  await startRollback({ ...of, run, purpose: "rehearsal" }, outside);
  await abortRollback({ ...of, run, reason: "The backup is locked." }, outside);
  await noteLesson({ ...of, run, text: "Ask for the vault key the day before." }, outside);
  const { text } = await saveTemplate({ plan: "crm", title: "Next time" }, outside);
  expect(text).toContain("Ask for the vault key the day before.");
  const read = readPlan(text, "template.yaml");
  if (read.kind !== "read") throw new Error("The template cannot be read.");
  const next = await planWorld(read.plan);
  const [sheet] = (await rollbacks({ plan: next.plan.id }, { ...outside, ...next.outside, log: memoryLog() }))
    .rollbacks;
  expect(sheet?.lessons).toEqual(["Ask for the vault key the day before."]);
});

test("M12 B15 B16 a start makes one task an audience with its people counted, also when it is sent twice", async () => {
  await startRollback({ ...of, run, purpose: "real" }, outside);
  const again = await startRollback({ ...of, run, purpose: "real" }, outside);
  await announceAgain({ ...of, run }, outside);
  expect(tasks().map(({ summary }) => summary)).toEqual(["Tell Sales of the rollback", "Tell Service of the rollback"]);
  const [now] = again.rollbacks[0]!.runs;
  expect(now?.notices.map(({ audience, people, messages }) => [audience, people, messages.length])).toEqual([
    ["Sales", "6 people", 2],
    ["Service", "fewer than 5 people", 1],
  ]);
  expect(now?.notices.map(({ key }) => key)).toEqual(tasks().map(({ key }) => key));
  const steps = world.jira.comments.filter(({ issue }) => issue === world.issue("load").id);
  expect(steps).toHaveLength(1);
});

test("M12 B15 a task whose making was acknowledged by nobody is found and not made again", async () => {
  const lost = withJira({
    createItems: async (drafts, mapping) => {
      await world.jira.createItems(drafts, mapping);
      throw new Error("the answer is lost");
    },
  });
  await expect(startRollback({ ...of, run, purpose: "rehearsal" }, lost)).rejects.toThrow("lost");
  expect((await rollbacks(of, outside)).rollbacks[0]?.runs[0]?.notices.map(({ key }) => key)).toEqual([null, null]);
  const view = await announceAgain({ ...of, run }, outside);
  expect(tasks().map(({ summary }) => summary)).toEqual([
    "Rehearsal, do not send: tell Sales of the rollback",
    "Rehearsal, do not send: tell Service of the rollback",
  ]);
  expect(view.rollbacks[0]?.runs[0]?.notices.map(({ key }) => key)).toEqual(tasks().map(({ key }) => key));
});

test("B11 a second start is refused by name while a run is on, and the real thing overtakes a rehearsal", async () => {
  await startRollback({ ...of, run, purpose: "rehearsal" }, as("ann"));
  await expect(startRollback({ ...of, run: other, purpose: "rehearsal" }, outside)).rejects.toThrow("begun by ann");
  const view = await startRollback({ ...of, run: other, purpose: "real" }, outside);
  expect(view.rollbacks[0]?.runs.map(({ purpose, status }) => [purpose, status.kind])).toEqual([
    ["real", "running"],
    ["rehearsal", "overtaken"],
  ]);
});

test("B12 B13 B14 two people tick it through; planned and actual stand side by side, and the record is kept", async () => {
  await startRollback({ ...of, run, purpose: "rehearsal" }, as("ann"));
  now += 45 * 60_000;
  await tickRunStep({ ...of, run, step: "stop", done: true }, as("ben"));
  await tickRunStep({ ...of, run, step: "stop", done: true }, as("ann"));
  now += 2 * 3_600_000;
  const over = await tickRunStep({ ...of, run, step: "restore", done: true }, as("ann"));
  const [record] = over.rollbacks[0]!.runs;
  expect(record?.status.kind).toBe("finished");
  expect(record?.steps.map(({ done, lateMinutes }) => [done?.by, lateMinutes])).toEqual([
    ["ben", 15],
    ["ann", 15],
  ]);
  expect(record?.lateMinutes).toBe(15);
  const learnt = await noteLesson({ ...of, run, text: "Ask for the key first." }, as("ben"));
  expect(learnt.rollbacks[0]?.runs[0]?.lessons.map(({ text, by }) => [text, by])).toEqual([
    ["Ask for the key first.", "ben"],
  ]);
  expect(world.issue("back").properties["uptake.run"]).toMatchObject({
    purpose: "rehearsal",
    status: "finished",
    lateMinutes: 15,
    lessons: ["Ask for the key first."],
  });
  await expect(tickRunStep({ ...of, run, step: "stop", done: false }, outside)).rejects.toThrow("over");
});

test("B13 an abort says why and by whom, and the run is over", async () => {
  await startRollback({ ...of, run, purpose: "real" }, outside);
  const view = await abortRollback({ ...of, run, reason: "The backup is fine." }, as("ben"));
  const status = { kind: "aborted", at: now, by: "ben", reason: "The backup is fine." };
  expect(view.rollbacks[0]?.runs[0]?.status).toEqual(status);
  await expect(abortRollback({ ...of, run, reason: "again" }, outside)).rejects.toThrow("over");
});

test("B17 a runbook that goes in a circle is not begun, and its members are named", async () => {
  const [back] = plan.rollbacks;
  const circle = back!.runbook.map((step) => ({ ...step, after: [step.id === "stop" ? "restore" : "stop"] }));
  const broken = await planWorld({ ...plan, rollbacks: [{ ...back!, runbook: circle }] });
  const there = { ...broken.outside, log: memoryLog(), audience: outside.audience };
  await expect(startRollback({ ...of, run, purpose: "real" }, there)).rejects.toThrow(/stop → restore|restore → stop/);
});

test("M11 M12 whoever may not edit sees all of it and changes none of it", async () => {
  const viewer = withJira({ missingPermissions: async ({ permissions }) => permissions });
  expect((await rollbacks(of, viewer)).canEdit).toBe(false);
  await expect(startRollback({ ...of, run, purpose: "real" }, viewer)).rejects.toThrow("permission");
  await expect(enter("orders-stop", { kind: "fact", holds: true }, viewer)).rejects.toThrow("permission");
  expect(await outside.log.read({ space: "10000", plan: "crm" }, ["reading", "run"])).toEqual([]);
  expect(tasks()).toEqual([]);
});

test("M11 a rollback gives its time and the last moment at which it can begin, and says when that is past", async () => {
  const view = async (at: number) => ((now = at), (await rollbacks(of, outside)).rollbacks[0]);
  expect(await view(Date.UTC(2026, 2, 2, 9))).toMatchObject({
    covers: [{ title: "Load the orders" }],
    minutesToRollBack: 150,
    pointOfNoReturn: "2026-03-03T05:30:00+01:00",
    wayBack: { kind: "open", minutesLeft: 19 * 60 + 30 },
  });
  expect(await view(Date.UTC(2026, 2, 3, 4, 35))).toMatchObject({ wayBack: { kind: "closed", minutesAgo: 5 } });
});

test("M11 a runbook with a step of unknown length has no time rather than too short a one", async () => {
  const [back] = plan.rollbacks;
  const runbook = back!.runbook.map((step) => (step.id === "stop" ? { ...step, duration: null } : step));
  const open = await planWorld({ ...plan, rollbacks: [{ ...back!, runbook }] });
  const there = { ...open.outside, log: memoryLog(), audience: outside.audience };
  expect((await rollbacks(of, there)).rollbacks[0]).toMatchObject({
    minutesToRollBack: null,
    pointOfNoReturn: null,
    wayBack: { kind: "unknown" },
  });
});
