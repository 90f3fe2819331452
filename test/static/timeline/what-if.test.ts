import { expect, test } from "vitest";
import { openMoves } from "#domain/schedule/move-step";
import { planDates, seenNetwork } from "#domain/schedule/plan-dates";
import { applyEdits } from "../../../static/src/plan/step-field";
import { neighboursOf, sayMayStart } from "../../../static/src/timeline/neighbours";
import { whatIf, whatIfMoved } from "../../../static/src/timeline/what-if";
import { after, pageOf, planOf, rowsOf } from "../../support/plan-page";

const done = { id: "3", name: "Done", category: "done" } as const;
const plan = planOf(
  { id: "a", duration: "2d" },
  {
    id: "b",
    after: after("a"),
    success: [{ measure: "rows loaded", op: ">=", value: 1, unit: "", by: "2026-03-04", from: null, holds: "by" }],
  },
  { id: "c", start: "2026-03-06", after: after("b") },
  { id: "d" },
);
const marks = [{ name: "Delivery", day: "2026-03-06" }];

const tried = (value: string) => {
  const next = applyEdits(plan, [{ step: "a", field: "duration", value, was: null }]);
  const now = Date.UTC(2026, 2, 2);
  return whatIf({ plan, dates: planDates(plan, now) }, { plan: next, dates: planDates(next, now) }, marks);
};

test("M6 a preview names every step that would move, and by how much the plan ends later", () => {
  const { moves, laterDays } = tried("3d");
  expect(moves.map(({ item, from, to }) => [item, from.finish, to.finish])).toEqual([
    ["a", "2026-03-03", "2026-03-04"],
    ["b", "2026-03-04", "2026-03-05"],
  ]);
  expect(laterDays).toBe(0);
  expect(tried("5d").laterDays).toBe(4);
});

test("M6 a preview names the pinned days, deadlines and days of the plan that would be broken, and none that were before", () => {
  expect(tried("3d").breaks.map(({ text }) => text)).toEqual([
    "“rows loaded” of Step b is due 4 Mar 2026, and the step would end 5 Mar 2026",
  ]);
  expect(tried("5d").breaks.map(({ text }) => text)).toEqual([
    "“rows loaded” of Step b is due 4 Mar 2026, and the step would end 9 Mar 2026",
    "Step c is pinned to 6 Mar 2026 and would start 10 Mar 2026",
    "Step b and 1 more would end after Delivery, 6 Mar 2026",
  ]);
  expect(tried("1d").breaks).toEqual([]);
});

test("M6 steps that would wait for each other are named instead of dates", () => {
  const loop = applyEdits(plan, [{ step: "a", field: "after", value: "b", was: null }]);
  const now = Date.UTC(2026, 2, 2);
  const { cycle, moves } = whatIf(
    { plan, dates: planDates(plan, now) },
    { plan: loop, dates: planDates(loop, now) },
    [],
  );
  expect([cycle?.toSorted(), moves]).toEqual([["a", "b"], []]);
});

test("M3 a step says whether it may start, and why not", () => {
  const page = pageOf(plan);
  const said = (isDone: boolean) => {
    const steps = page.steps.map((facts) => (facts.step === "a" && isDone ? { ...facts, status: done } : facts));
    const { rows } = rowsOf({ ...page, steps });
    const row = rows.find(({ item }) => item === "b")!;
    return sayMayStart(row, neighboursOf(row, rows));
  };
  expect(said(false)).toBe("Wait: 0 of 1 predecessor is done.");
  expect(said(true)).toBe("You may start: 1 of 1 predecessor is done.");
});

test("M6 a baseline is compared in working days", () => {
  const baseline = {
    at: 0,
    by: "Ana",
    steps: [{ step: "a", start: "2026-03-02T00:00", finish: "2026-03-03T00:00" }],
  };
  const { rows } = rowsOf(pageOf(plan, { baseline }));
  expect(rows.map(({ base }) => base?.laterDays ?? null)).toEqual([1, null, null, null]);
});

test("M6 a drag worked out from the dragged step on says the same as the whole plan worked out anew", () => {
  const now = Date.UTC(2026, 2, 2);
  const side = { plan, dates: planDates(plan, now) };
  const moves = openMoves(seenNetwork(plan, now));
  for (const day of ["2026-03-03", "2026-03-05", "2026-03-07", "2026-03-20"]) {
    const next = applyEdits(plan, [{ step: "a", field: "start", value: day, was: null }]);
    const moved = moves.kind === "moves" ? moves.move("a", Date.parse(day)) : null;
    expect(whatIfMoved(moved!, { ...side, plan: next }, marks)).toEqual(
      whatIf(side, { plan: next, dates: planDates(next, now) }, marks),
    );
  }
});
