import { adoption, gadget } from "#app/adoption/adoption";
import { answerThreshold, observe } from "#app/adoption/observe";
import { nameCoach, tail } from "#app/adoption/tail";
import type { SnapshotView } from "#contract/adoption";
import type { PackedRow } from "#contract/usage-event";
import type { TicketCategory } from "#domain/adoption/ticket-category";
import { startingThresholds } from "#domain/adoption/thresholds";
import type { Kpi, Plan, Threshold } from "#domain/plan/plan";
import { beforeEach, describe, expect, test } from "vitest";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";
import { drawnPlan, start } from "../../support/usage-world";

const day = 86_400_000;
const kpi: Kpi = {
  id: "entry",
  milestone: "golive",
  title: "Minutes to enter an order",
  unit: "minutes",
  better: "lower",
  baseline: 14,
  planned: [
    { on: "2026-03-16", value: 14 },
    { on: "2026-04-15", value: 11 },
  ],
  owner: "lena@example.com",
};
const plan: Plan = { ...drawnPlan(["a"]), kpis: [kpi] };
const all = { plan: "crm", wave: null };

let desk: AdoptionDesk;
beforeEach(() => {
  desk = adoptionDesk(plan, start + 31 * day);
});

const look = (): Promise<SnapshotView> => adoption(all, desk.outside);
const note = (more: Partial<Parameters<typeof observe>[0]>): Promise<null> =>
  observe({ plan: "crm", kind: "kpi", name: "entry", day: "2026-04-15", part: 12, whole: null, ...more }, desk.outside);

describe("M84 M85 K2 outcomes against their planned curves", () => {
  test("a reading is compared with the plan for the same day, with sign, unit and direction", async () => {
    expect((await look()).outcomes[0]).toMatchObject({ standing: "unknown", verdict: { reason: "no-evidence" } });
    await note({ day: "2026-03-31", part: 13 });
    await note({});
    const { outcomes } = await look();
    expect(outcomes[0]).toMatchObject({
      standing: "behind",
      owner: "lena@example.com",
      verdict: { reason: "threshold" },
    });
    expect(outcomes[0]!.sentence).toBe(
      "Minutes to enter an order: 12 minutes on 15 Apr 2026, 11 planned: +1 minutes, behind (lower is better).",
    );
    expect(outcomes[0]!.readings).toEqual([
      { on: "2026-03-31", value: 13 },
      { on: "2026-04-15", value: 12 },
    ]);
  });

  test("of one day the later entry holds, and no entry is lost", async () => {
    await note({ part: 99 });
    desk.now += 1000;
    await note({ part: 11 });
    expect((await look()).outcomes[0]!.readings).toEqual([{ on: "2026-04-15", value: 11 }]);
    expect(desk.observations).toHaveLength(2);
  });

  test("a day to come, an unknown KPI, and a hand without the right are refused", async () => {
    await expect(note({ day: "2026-04-17" })).rejects.toThrow("has not come yet");
    await expect(note({ name: "other" })).rejects.toThrow("no KPI");
    desk.may = ["see"];
    await expect(note({})).rejects.toThrow("may not edit");
  });
});

describe("M77 M78 M79 what is counted by hand", () => {
  test("cells, goals and cases as a part of a whole, the newest count of each; nothing counted is null", async () => {
    expect((await look()).shares.map(({ value }) => value)).toEqual([null, 0, null]);
    await note({ kind: "field", name: "Phone", part: 50, whole: 100 });
    await note({ kind: "field", name: "E-mail", part: 90, whole: 100 });
    await note({ kind: "field", name: "Phone", part: 70, whole: 100, day: "2026-04-16" });
    await note({ kind: "case", name: "order", part: 9, whole: 12 });
    await note({ part: 13.5 });
    const { shares } = await look();
    expect(shares.map(({ measure, part, whole }) => [measure, part, whole])).toEqual([
      ["completeness", 160, 200],
      ["goals", 1, 2],
      ["compliance", 9, 12],
    ]);
    expect(shares[0]!.sentence).toBe("80 % (74–85) of the mandatory cells are filled: 160 of 200.");
  });
});

describe("M21 M22 M23 M24 symptoms", () => {
  const ticket = (at: number, number: number, ...about: [] | [TicketCategory]): PackedRow => {
    return [1 + (number % 6), start + at * day, "k", "order", 0, `T${at}-${number}`, ...about];
  };

  beforeEach(async () => {
    await desk.list(Array.from({ length: 6 }, (_, person) => ({ person: person + 1, wave: "a", department: "Sales" })));
  });

  test.each([
    [30, 3, "yes", "10.0 times"],
    [29, 3, "no", "9.6 times"],
    [30, 0, "unknown", "n/a"],
  ])("Y1 %i tickets after go-live against %i defects before it: %s, %s", async (after, before, seen, words) => {
    await desk.report([
      ...Array.from({ length: after }, (_, number) => ticket(2, number)),
      ...Array.from({ length: before }, (_, number) => ticket(-9, number)),
    ]);
    const surge = (await look()).symptoms[0]!;
    expect([surge.symptom, surge.seen]).toEqual(["ticket-surge", seen]);
    expect(surge.sentence).toContain(words);
    expect(surge.sentence).toContain("(16 Mar 2026 to 16 Apr 2026)");
  });

  test("Y1 M35 before go-live only defects count and what nobody marked, after it every ticket but what was set aside", async () => {
    const tickets = (at: number, count: number, ...about: [] | [TicketCategory]) =>
      desk.report(Array.from({ length: count }, (_, number) => ticket(at, number, ...about)));
    await tickets(-9, 2, "defect");
    await tickets(-20, 7, "how-to");
    await tickets(-8, 4, "access");
    await tickets(-7, 3, "data");
    await tickets(-6, 5, "spam");
    const after = ["how-to", "access", "defect", "data"] as const;
    for (const [place, about] of after.entries()) await tickets(2 + place, 5, about);
    await tickets(7, 9, "duplicate");
    const surge = async () => (await look()).symptoms[0]!;
    expect((await surge()).sentence).toBe(
      "10.0 times: 20 tickets (16 Mar 2026 to 16 Apr 2026) against 2 defects handled before go-live (7 Mar 2026 to 15 Mar 2026).",
    );
    expect((await surge()).seen).toBe("yes");
    desk.now += 1000;
    await tickets(-10, 1);
    expect(await surge()).toMatchObject({
      seen: "no",
      sentence: expect.stringContaining(
        "3 defects handled before go-live (6 Mar 2026 to 15 Mar 2026); 1 of these says",
      ),
    });
  });

  test("Y2 Y4 reports of work beside the system carry no name, and need no right but to see the plan", async () => {
    desk.now = start + 60 * day;
    await desk.report([ticket(2, 0)]);
    desk.may = ["see"];
    for (let number = 0; number < 12; number += 1)
      await note({ kind: "shadow", name: "Sales", part: 1, day: "2026-05-10" });
    await note({ kind: "legacy", name: "Sales", part: 1, day: "2026-05-10" });
    expect(desk.observations.every(({ by }) => by === "")).toBe(true);
    const seen = Object.fromEntries((await look()).symptoms.map((each) => [each.symptom, each]));
    expect(seen["shadow-work"]).toMatchObject({ seen: "yes" });
    expect(seen["legacy-reports"]).toMatchObject({ seen: "unknown", sentence: expect.stringContaining("Sales 1") });
    desk.may = ["see", "edit"];
    await note({ kind: "migrated", name: "", part: 100, whole: 100, day: "2026-05-11" });
    expect((await look()).symptoms.at(-1)).toMatchObject({ symptom: "legacy-reports", seen: "yes" });
  });

  test("M43 attendance stands in a symptom and in no verdict", async () => {
    await desk.report([ticket(2, 0)]);
    const before = (await look()).metrics;
    await note({ kind: "attendance", name: "a", part: 6, whole: 6 });
    const { metrics, symptoms } = await look();
    expect(metrics).toEqual(before);
    expect(symptoms[1]!.sentence).toContain("100 % attended the training");
  });
});

test("M102 a kept snapshot loses its colour the moment its evidence is older than seven days", async () => {
  await desk.list(Array.from({ length: 30 }, (_, person) => ({ person: person + 1, wave: "a", department: "Sales" })));
  await desk.report(Array.from({ length: 30 }, (_, person) => [person + 1, start + day, "t", "order", 0, ""]));
  const ttft = async () => (await look()).metrics[0]!.verdict;
  desk.now += 7 * day - 60_000;
  expect(await ttft()).toEqual({ colour: "GREEN", reason: null });
  desk.now += 60_000;
  expect(await ttft()).toEqual({ colour: "GREEN", reason: null });
  desk.now += 1000;
  expect(await ttft()).toEqual({ colour: "RED", reason: "stale-data" });
});

describe("M101 thresholds chosen at kick-off, and what became of them", () => {
  const withThresholds = (thresholds: readonly Threshold[]): Plan => {
    return { ...plan, gates: { ...plan.gates, implementation: { ...plan.gates.implementation, thresholds } } };
  };
  const easier = startingThresholds.map((each) =>
    each.metric === "ttft" ? { ...each, value: 0.5, bound: null } : each,
  );

  test("T2 T3 a lowered bar shows with its day, keeps the gate shut, and opens it only by a name and what was given up", async () => {
    expect((await look()).thresholdChanges).toEqual([]);
    desk.plan = withThresholds(easier);
    desk.now += day;
    const lowered = await look();
    expect(lowered.thresholdChanges).toMatchObject([
      { on: "2026-04-17", metric: "ttft", kind: "easier", decision: null },
    ]);
    expect(lowered.gateLines.at(-1)).toMatchObject({ verdict: { colour: "RED", reason: "no-decision" } });
    expect(lowered.thresholds[0]).toEqual({
      metric: "ttft",
      words: "Share independent: at least 50 % by day 14, for sure 50 %",
      since: "2026-04-17",
    });
    const answer = {
      plan: "crm",
      metric: "ttft" as const,
      on: "2026-04-17",
      to: lowered.thresholds[0]!.words,
      givenUp: "Half of Service stays on paper.",
    };
    await answerThreshold(answer, desk.outside);
    const answered = await look();
    expect(answered.thresholdChanges[0]!.decision).toEqual({ by: "me", givenUp: answer.givenUp });
    expect(answered.gateLines.some(({ verdict }) => verdict.reason === "no-decision")).toBe(false);
    await expect(answerThreshold(answer, desk.outside)).rejects.toThrow("answered for already");
  });

  test("T3 who answers for a change has not answered for another one of the same day", async () => {
    await look();
    desk.now += day;
    desk.plan = withThresholds(easier);
    const to = (await look()).thresholds[0]!.words;
    const answer = { plan: "crm", metric: "ttft" as const, on: "2026-04-17", to, givenUp: "Half of Service waits." };
    await answerThreshold(answer, desk.outside);
    desk.plan = withThresholds(easier.map((each) => (each.metric === "ttft" ? { ...each, value: 0.2 } : each)));
    const lowered = await look();
    expect(lowered.thresholdChanges).toMatchObject([{ kind: "easier", isUnanswered: true, decision: null }]);
    expect(lowered.gate.open).toBe(false);
    await expect(answerThreshold(answer, desk.outside)).rejects.toThrow("became another one");
  });

  test("T4 a bar that is put back needs no answer, and the list says that it was down", async () => {
    await look();
    desk.now += day;
    desk.plan = withThresholds(easier);
    expect((await look()).easier).toHaveLength(1);
    desk.now += day;
    desk.plan = plan;
    const back = await look();
    expect(back.thresholdChanges).toMatchObject([
      { kind: "easier", isTakenBack: true, isUnanswered: false },
      { kind: "harder", isTakenBack: false },
    ]);
    expect(back.gateLines.some(({ verdict }) => verdict.reason === "no-decision")).toBe(false);
    expect(back.easier).toEqual([]);
  });

  test("T5 the gadget says what was asked at kick-off, and what was given up for asking less", async () => {
    await look();
    desk.now += day;
    desk.plan = withThresholds(easier);
    const config = { version: 1 as const, plan: "crm", wave: null, cards: ["ttft" as const], weeks: null };
    const said = async () => (await gadget({ config }, desk.outside)).easier.map(({ sentence }) => sentence);
    const was = "Threshold made easier on 17 Apr 2026, from at least 80 % by day 14, for sure 70 %";
    const now = "to at least 50 % by day 14, for sure 50 %";
    expect(await said()).toEqual([`${was}, ${now}. Nobody answers for it.`]);
    const to = (await look()).thresholds[0]!.words;
    const answer = { plan: "crm", metric: "ttft" as const, on: "2026-04-17", to, givenUp: "Half of Service waits." };
    await answerThreshold(answer, desk.outside);
    expect(await said()).toEqual([`${was}, ${now}. Given up: Half of Service waits.`]);
  });

  test("T2 a raised bar needs nobody's answer; lowered and raised again on one day is no change", async () => {
    await look();
    desk.now += day;
    desk.plan = withThresholds(easier);
    await look();
    desk.plan = withThresholds(
      startingThresholds.map((each) => (each.metric === "hdr" ? { ...each, value: 0.1 } : each)),
    );
    expect((await look()).thresholdChanges).toMatchObject([{ metric: "hdr", kind: "harder", decision: null }]);
  });
});

describe("P5 the tail is for the plan's named coach alone (M41)", () => {
  beforeEach(async () => {
    await desk.list(
      Array.from({ length: 9 }, (_, person) => ({
        person: person + 1,
        wave: "a",
        department: person < 7 ? "Sales" : "Legal",
      })),
    );
    await desk.report([
      [1, start + 2 * day, "t", "order", 0, ""],
      [2, start + 3 * day, "t", "order", 1, ""],
      [3, start + 9 * day, "x", "", 0, ""],
      [2, start + 3 * day, "k", "order", 0, "T1"],
    ]);
  });

  test("without a coach, and to everybody else, administrators included, it is empty", async () => {
    expect(await tail(all, desk.outside)).toEqual({ coach: null, isYours: false, rows: [], more: 0 });
    await nameCoach({ plan: "crm", coach: "coach" }, desk.outside);
    expect(await tail(all, desk.outside)).toEqual({ coach: "coach", isYours: false, rows: [], more: 0 });
    await expect(nameCoach({ plan: "crm", coach: "two people" }, desk.outside)).rejects.toThrow("more than one");
    desk.may = ["see", "edit"];
    await expect(nameCoach({ plan: "crm", coach: "me" }, desk.outside)).rejects.toThrow("may not administer");
  });

  test("the coach sees pseudonyms: not who made it, not who left, no department of fewer than five", async () => {
    await nameCoach({ plan: "crm", coach: "me" }, desk.outside);
    const { rows, more, isYours } = await tail(all, desk.outside);
    expect([rows.length, more, isYours]).toEqual([7, 0, true]);
    expect(rows.every(({ waitingDays, pseudonym }) => waitingDays === 31 && /^[0-9A-F]{6}$/.test(pseudonym))).toBe(
      true,
    );
    expect(rows[0]).toMatchObject({ lastTried: "order on 19 Mar 2026", tickets: 1, department: "a small department" });
    expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(7);
  });
});
