import { beforeEach, expect, test } from "vitest";
import type { Jira } from "#app/ports";
import type { LoggingOutside } from "#app/log";
import { riskBoard } from "#app/risk/risk-board";
import { attendees } from "#app/risk/attendees";
import { attendReview, closeReview, decideRisk, openReview, riskReview } from "#app/risk/reviews";
import { livePlan } from "#app/plan/live-plan";
import { proposeSync } from "#app/sync/propose";
import { writeYaml } from "#formats/yaml";
import { memoryLog } from "../../support/memory-log";
import { blindTo, finished, migration, planWorld, toDo } from "../../support/plan-world";
import type { PlanWorld } from "../../support/plan-world";

const plan = "crm";
const review = "11111111-1111-4111-8111-111111111111";
const later = "99999999-9999-4999-8999-999999999999";
let ids = 0;
const id = () => `22222222-2222-4222-8222-${String((ids += 1)).padStart(12, "0")}`;
const silent = { note: "", owner: null, due: null, over: null };

let world: PlanWorld;
let outside: LoggingOutside;
let now = 0;

beforeEach(async () => {
  world = await planWorld(migration);
  now = Date.UTC(2026, 2, 2, 9);
  for (const [issue] of world.jira.items) world.jira.edit(issue, { createdAt: Date.UTC(2026, 1, 20), updatedAt: now });
  outside = { ...world.outside, clock: { ...world.outside.clock, now: () => now }, log: memoryLog() };
});

const as = (accountId: string): LoggingOutside => ({ ...outside, who: { accountId } });
const withJira = (jira: Partial<Jira>): LoggingOutside => ({ ...outside, jira: { ...world.jira, ...jira } });

test("M52 the agenda runs from the heaviest risk, with what a room needs to decide", async () => {
  const { agenda, due } = await riskReview({ plan }, outside);
  expect(agenda.map(({ risk, exposure, tag, isNew }) => [risk, exposure, tag, isNew])).toEqual([
    ["dup", 20, "pre-delivery", true],
    ["drift", 4, "post-delivery", true],
  ]);
  expect(agenda[0]).toMatchObject({ response: "Clean first", threatens: ["Export customers"], side: "buyer" });
  expect(due).toEqual({ day: "2026-02-27", overdueDays: 3, lastHeldAt: null });
});

test("M52 R16 a review without the supplier is a meeting, says so, and the next one is due as before", async () => {
  await openReview({ plan, review }, outside);
  await attendReview({ plan, review, person: "ana@example.com", side: "buyer", present: true }, outside);
  await attendReview({ plan, review, person: "Sam", side: "supplier", present: true }, outside);
  const shown = await attendReview({ plan, review, person: "Sam", side: "supplier", present: false }, outside);
  expect(shown.open?.missing).toEqual(["supplier"]);
  const closed = await closeReview({ plan, review }, outside);
  expect(closed.past).toEqual([
    {
      id: review,
      openedAt: now,
      minutes: 0,
      isHeld: false,
      missing: ["supplier"],
      decisions: [],
      present: { supplier: [], buyer: ["ana@example.com"], joint: [] },
    },
  ]);
  expect(closed.due.day).toBe("2026-02-27");
});

test("M52 a held review is minuted on each decided risk once, and proposes the next a week on", async () => {
  await openReview({ plan, review }, outside);
  await attendReview({ plan, review, person: "ana@example.com", side: "buyer", present: true }, outside);
  await attendReview({ plan, review, person: "sue@supplier.example", side: "supplier", present: true }, outside);
  const decision = { kind: "treat" } as const;
  const owner = "ben@example.com";
  const decided = { plan, review, id: id(), risk: "dup", decision, note: "Borrow a tool.", owner, due: "2026-03-09" };
  now += 2 * 60_000;
  await decideRisk({ ...decided, over: null }, outside);
  expect(world.issue("dup")).toMatchObject({ due: "2026-03-09", assignee: { accountId: "account-ben@example.com" } });
  now += 13 * 60_000;
  const closed = await closeReview({ plan, review }, outside);
  await closeReview({ plan, review }, outside);
  expect(closed.past[0]).toMatchObject({
    isHeld: true,
    minutes: 15,
    present: { buyer: ["ana@example.com"], supplier: ["sue@supplier.example"] },
    decisions: [{ title: "Duplicates", said: "to be mitigated, ben@example.com by 9 Mar 2026", seconds: 120 }],
  });
  expect(closed.due).toMatchObject({ day: "2026-03-09", overdueDays: 0 });
  expect(world.jira.comments).toHaveLength(1);
  expect(world.jira.comments[0]?.issue).toBe(world.issue("dup").id);
  expect(JSON.stringify(world.jira.comments[0]?.lines)).toContain(
    "Risk review of 2 Mar 2026: to be mitigated, ben@example.com by 9 Mar 2026.",
  );
});

test("M52 whoever may come is offered once, by name, on one side, and by where they sat before", async () => {
  const named = withJira({ nameOf: async (account) => account.replace("account-", "Name of ") });
  const before = await attendees({ plan }, named);
  expect(before).toContainEqual({ person: "Name of ana@example.com", side: "buyer" });
  await openReview({ plan, review }, outside);
  const sat = { plan, review, side: "supplier" as const, present: true };
  await attendReview({ ...sat, person: "Sue" }, outside);
  await attendReview({ ...sat, person: "Name of ana@example.com" }, outside);
  const after = await attendees({ plan }, named);
  expect(after).toContainEqual({ person: "Sue", side: "supplier" });
  expect(after.filter(({ person }) => person === "Name of ana@example.com")).toEqual([
    { person: "Name of ana@example.com", side: "supplier" },
  ]);
});

test("M52 R19 two people press open in the same minute and sit in one review; it goes on after a reload", async () => {
  await openReview({ plan, review }, outside);
  const joined = await openReview({ plan, review: later }, as("ben"));
  expect(joined.open?.id).toBe(review);
  await expect(
    attendReview({ plan, review: later, person: "x", side: "buyer", present: true }, outside),
  ).rejects.toThrow("somebody else has opened another");
  expect((await riskReview({ plan }, outside)).open?.id).toBe(review);
});

test("M52 R20 two decisions without sight of each other are both kept, and shown as contested", async () => {
  await openReview({ plan, review }, outside);
  const first = id();
  await decideRisk({ plan, review, id: first, risk: "dup", decision: { kind: "accept" }, ...silent }, as("ann"));
  now += 1000;
  const second = { plan, review, id: id(), risk: "dup", decision: { kind: "treat" } as const, ...silent };
  const contested = await decideRisk(second, as("ben"));
  expect(contested.open?.decisions[0]).toMatchObject({
    isContested: true,
    stands: { by: "ben", said: "to be mitigated" },
    overruled: [{ by: "ann", said: "accepted" }],
  });
  now += 1000;
  const third = {
    plan,
    review,
    id: id(),
    risk: "dup",
    decision: { kind: "accept" } as const,
    ...silent,
    over: second.id,
  };
  expect((await decideRisk(third, as("ann"))).open?.decisions[0]).toMatchObject({ stands: { by: "ann" } });
});

test("M50 M52 a decision changes the work item: retagged, scored anew, closed, and closed stays on today's agenda", async () => {
  world.jira.edit(world.issue("dup").id, { createdAt: now - 1000 });
  await openReview({ plan, review }, outside);
  const of = { plan, review, risk: "dup", ...silent };
  await decideRisk({ ...of, id: id(), decision: { kind: "retag", tag: "post-delivery" } }, outside);
  expect(world.issue("dup").phase).toBe("Post-delivery");
  await decideRisk({ ...of, id: id(), decision: { kind: "rescore", likelihood: 2, impact: 3 } }, outside);
  expect(world.issue("dup")).toMatchObject({ likelihood: 2, impact: 3, exposure: 6 });
  const jira: Partial<Jira> = {
    statuses: async () => [toDo, finished],
    async moveTo(issue) {
      world.jira.edit(issue, { status: finished });
      const [from, to] = [toDo, finished].map(({ id: value, name }) => ({ value, text: name }));
      world.jira.history.push({
        id: "1",
        issue,
        at: now,
        by: "me",
        byApp: false,
        field: "status",
        from: from!,
        to: to!,
      });
      return "moved";
    },
  };
  now += 1000;
  const closed = await decideRisk({ ...of, id: id(), decision: { kind: "close" } }, withJira(jira));
  expect(closed.agenda.map(({ risk, status }) => [risk, status])).toContainEqual(["dup", "Done"]);
});

test.each([
  [{ owner: "nobody knows" }, "Jira knows nobody"],
  [{ risk: "ghost" }, "no risk “ghost”"],
] as const)("M52 what cannot be carried out is refused and not recorded: %j", async (change, words) => {
  await openReview({ plan, review }, outside);
  const asked = { plan, review, id: id(), risk: "dup", decision: { kind: "accept" } as const, ...silent, ...change };
  await expect(decideRisk(asked, outside)).rejects.toThrow(words);
  expect((await riskReview({ plan }, outside)).open?.decisions).toEqual([]);
});

test("M52 a workflow without a way to done refuses to close, and says which status stands in the way", async () => {
  await openReview({ plan, review }, outside);
  const asked = { plan, review, id: id(), risk: "dup", decision: { kind: "close" } as const, ...silent };
  const stuck = withJira({ statuses: async () => [toDo, finished], moveTo: async () => "no-transition" });
  await expect(decideRisk(asked, stuck)).rejects.toThrow("no way from “To Do”");
});

test("M52 whoever may not edit may watch a review and not hold it", async () => {
  const viewer = withJira({ missingPermissions: async ({ permissions }) => permissions });
  expect((await riskReview({ plan }, viewer)).canEdit).toBe(false);
  await expect(openReview({ plan, review }, viewer)).rejects.toThrow("permission");
});

test("R2 R3 a plan's own scales and residual scores decide the board, the number field and what can be scored", async () => {
  const scales = { likelihoods: ["a", "b", "c"], impacts: ["a", "b", "c"] };
  const bands = [
    { name: "calm", from: 1, staleAfterDays: 30 },
    { name: "urgent", from: 6, staleAfterDays: 3 },
  ];
  const [dup] = migration.risks;
  const own = await planWorld({
    ...migration,
    riskScheme: { matrix: { ...scales, bands }, ladders: null },
    risks: [{ ...dup!, likelihood: 3, impact: 3, residual: { likelihood: 2, impact: 1 } }],
  });
  const there = { ...own.outside, log: memoryLog() };
  const board = await riskBoard({ plan }, there);
  expect(board.lanes[0]?.cards[0]).toMatchObject({ exposure: 2, inherent: 9, band: "calm" });
  expect(board.heat.likelihoods).toEqual(scales.likelihoods);
  expect(own.issue("dup").exposure).toBe(2);
  await openReview({ plan, review }, there);
  const score = (likelihood: number, impact: number) =>
    decideRisk(
      { plan, review, id: id(), risk: "dup", decision: { kind: "rescore", likelihood, impact }, ...silent },
      there,
    );
  await expect(score(4, 1)).rejects.toThrow("not on the scales");
  const { agenda } = await score(3, 2);
  expect(agenda[0]).toMatchObject({ exposure: 6, inherent: 9, band: "urgent" });
  expect(own.issue("dup")).toMatchObject({ likelihood: 3, impact: 3, exposure: 6 });
});

test("R1 on scales of ten steps a score above five is kept, and leaves nothing to do", async () => {
  const words = Array.from({ length: 10 }, (_, at) => `step ${at + 1}`);
  const bands = [{ name: "any", from: 1, staleAfterDays: 30 }];
  const [dup] = migration.risks;
  const ten = {
    ...migration,
    riskScheme: { matrix: { likelihoods: words, impacts: words, bands }, ladders: null },
    risks: [{ ...dup!, likelihood: 9, impact: 10 }],
  };
  const own = await planWorld(ten);
  const { plan: live } = await livePlan(plan, own.outside);
  expect(live.risks[0]).toMatchObject({ likelihood: 9, impact: 10 });
  const again = await proposeSync({ fileName: "crm.yaml", text: writeYaml(ten) }, own.outside);
  expect(again.rows).toEqual([]);
});

test("R1 a score beyond the plan's own scale, typed in Jira, is asked about and empties no board", async () => {
  const scale = ["no", "yes"];
  const bands = [{ name: "any", from: 1, staleAfterDays: 30 }];
  const [dup] = migration.risks;
  const two = {
    ...migration,
    riskScheme: { matrix: { likelihoods: scale, impacts: scale, bands }, ladders: null },
    risks: [{ ...dup!, likelihood: 2, impact: 2 }],
  };
  const own = await planWorld(two);
  own.jira.edit(own.issue("dup").id, { likelihood: 5 });
  const { plan: live } = await livePlan(plan, own.outside);
  expect([live.steps.length, live.risks]).toMatchObject([two.steps.length, [{ likelihood: 1, impact: 2 }]]);
  const again = await proposeSync({ fileName: "crm.yaml", text: writeYaml(two) }, own.outside);
  expect(again.rows).toMatchObject([{ item: "dup", action: "conflict" }]);
});

test("M51 R14 after the delivery day each open pre-delivery risk is named until somebody has closed, retagged or escalated it", async () => {
  expect((await riskReview({ plan }, outside)).untriaged).toEqual([]);
  now = Date.UTC(2026, 2, 5, 9);
  expect((await riskReview({ plan }, outside)).untriaged).toEqual([world.issue("dup").key]);
  await openReview({ plan, review }, outside);
  const asked = { plan, review, risk: "dup", ...silent };
  await decideRisk({ ...asked, id: id(), decision: { kind: "accept" } }, outside);
  expect((await riskReview({ plan }, outside)).untriaged).toHaveLength(1);
  now += 1000;
  await decideRisk({ ...asked, id: id(), decision: { kind: "escalate" } }, outside);
  expect((await riskReview({ plan }, outside)).untriaged).toEqual([]);
});

test("M52 whoever may not see a risk learns nothing of it from the review, nor of what was decided on it", async () => {
  await openReview({ plan, review }, outside);
  const decision = { kind: "accept" } as const;
  await decideRisk({ plan, review, id: id(), risk: "dup", decision, ...silent, note: "The price is secret." }, outside);
  const supplier = { ...blindTo(world, ["dup"], outside), log: outside.log };
  const seen = await riskReview({ plan }, supplier);
  expect(seen.agenda.map(({ risk }) => risk)).toEqual(["drift"]);
  expect(JSON.stringify(seen)).not.toMatch(/Duplicates|secret|"dup"/);
  await closeReview({ plan, review }, outside);
  expect((await riskReview({ plan }, supplier)).past[0]?.decisions).toEqual([]);
  await openReview({ plan, review: later }, outside);
  const tried = decideRisk({ plan, review: later, id: id(), risk: "dup", decision, ...silent }, supplier);
  await expect(tried).rejects.toThrow("shows you no risk");
});
