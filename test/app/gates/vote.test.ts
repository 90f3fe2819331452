import { beforeEach, expect, test } from "vitest";
import { decideVerdict, gates, voteGate, withdrawGate } from "#app/gates/gates";
import type { GatesOutside } from "#app/gates/gates-ports";
import type { DeliveryEvidence } from "#domain/governance/gates";
import { blankPlan } from "#domain/plan/blank";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";
import { memoryLog } from "../../support/memory-log";

const ready: DeliveryEvidence = {
  done: 4,
  total: 4,
  untriaged: [],
  needsRollback: false,
  rollbacks: 0,
  owner: "olga",
  checklist: [],
};

let desk: AdoptionDesk;
let delivery: DeliveryEvidence;
let log: GatesOutside["log"];

const outside = (): GatesOutside => ({
  ...desk.outside,
  log,
  delivery: async () => delivery,
  nameOf: async (account) => `Name of ${account}`,
});
const as = (caller: string): GatesOutside => {
  desk.caller = caller;
  desk.now += 1_000;
  return outside();
};
const vote = (caller: string, choice: "yes" | "no" = "yes", why = "") =>
  voteGate({ plan: "crm", gate: "delivery", choice, why }, as(caller));
const first = async () => (await gates({ plan: "crm" }, outside())).gates[0]!;

beforeEach(() => {
  const seats = { sponsor: "sam", projectManager: "pia", admin: "adi" };
  desk = adoptionDesk({ ...blankPlan("crm", "CRM"), seats, owner: "olga" }, Date.parse("2026-03-18T12:00:00Z"));
  delivery = ready;
  log = memoryLog();
});

test("M53 G5 the plan's sponsor, manager and owner vote, nobody else, and the last yes decides", async () => {
  await expect(vote("adi")).rejects.toMatchObject({ code: "not_allowed" });
  await vote("sam");
  await vote("pia");
  expect((await first()).vote.decision).toBeNull();
  await vote("olga");
  const { decision, voters, record, yours } = (await first()).vote;
  expect(decision?.at).toBe(new Date(desk.now).toISOString());
  expect(voters.map(({ name, choice }) => [name, choice])).toEqual([
    ["Name of sam", "yes"],
    ["Name of pia", "yes"],
    ["Name of olga", "yes"],
  ]);
  expect([record.length, yours]).toEqual([3, "decided"]);
});

test("M54 G5 no vote before every line is met, whatever the page showed", async () => {
  delivery = { ...ready, done: 3 };
  await expect(vote("sam")).rejects.toMatchObject({ code: "stale" });
  const { yours } = (await first()).vote;
  expect(yours).toBe("lines-unmet");
  const second = { plan: "crm", gate: "implementation", choice: "yes", why: "" } as const;
  await expect(voteGate(second, as("sam"))).rejects.toMatchObject({ code: "stale" });
});

test("M61 G6 the implementation owner's no holds the certificate up, and needs a reason", async () => {
  await vote("sam");
  await vote("pia");
  await expect(vote("olga", "no")).rejects.toMatchObject({ code: "bad_request" });
  await vote("olga", "no", "Nobody in the depot can enter a return yet.");
  expect((await first()).vote.decision).toBeNull();
  await vote("olga");
  expect((await first()).vote.decision).not.toBeNull();
});

test("M53 G7 a decision is not voted on again; taken back with a reason, both stay in the record", async () => {
  for (const voter of ["sam", "pia", "olga"]) await vote(voter);
  await expect(vote("sam", "no", "I have changed my mind.")).rejects.toMatchObject({ code: "stale" });
  const back = { plan: "crm", gate: "delivery", why: "The mirror was an old one." } as const;
  await expect(withdrawGate(back, as("adi"))).rejects.toMatchObject({ code: "not_allowed" });
  await withdrawGate(back, as("pia"));
  const { decision, record, voters } = (await first()).vote;
  expect([decision, record.length, voters.every(({ choice }) => choice === null)]).toEqual([null, 4, true]);
  await expect(withdrawGate(back, as("pia"))).rejects.toMatchObject({ code: "stale" });
});

test("G5 whom nobody on the site answers to cannot vote, and so holds the gate", async () => {
  desk.plan = { ...desk.plan, seats: { ...desk.plan.seats, sponsor: "Not A Person" } };
  await vote("pia");
  await vote("olga");
  const { decision, voters } = (await first()).vote;
  expect(decision).toBeNull();
  expect(voters[0]).toMatchObject({ name: "Not A Person", isKnown: false });
});

test("G8 every line that is not met says who mends it and where", async () => {
  delivery = {
    ...ready,
    untriaged: ["CRM-9"],
    owner: null,
    checklist: [{ item: "Users trained", by: null, on: null }],
  };
  const lines = (await decideVerdict({ plan: "crm" }, outside())).gates.flatMap((gate) => gate.lines);
  const open = lines.filter(({ met }) => !met);
  expect(open.length).toBeGreaterThan(2);
  for (const line of open) expect(line.mend).not.toBeNull();
  expect(open[0]).toMatchObject({ who: "Name of pia, the project manager", where: { tab: "risks" } });
  for (const line of lines.filter(({ met }) => met))
    expect([line.who, line.where, line.mend]).toEqual([null, null, null]);
});

test("M57 G5 what was agreed for the sign-off stands on the second gate, with who ticked it, and waits for nobody's colour", async () => {
  const { gates: asked } = desk.plan;
  desk.plan = {
    ...desk.plan,
    gates: { ...asked, implementation: { ...asked.implementation, checklist: ["Sessions recorded"] } },
  };
  desk.settings.set("checklist:1:crm", { "Sessions recorded": { by: "pia", at: desk.now } });
  const second = (await gates({ plan: "crm" }, outside())).gates[1]!;
  expect(second.signOff).toMatchObject([{ text: "Sessions recorded, says Name of pia on 18 Mar 2026", met: true }]);
  expect(second.lines.some(({ item }) => item !== null)).toBe(false);
});
