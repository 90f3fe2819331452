import { withWaves } from "#domain/adoption/waves";
import { everyWeek, sumWeeks } from "#domain/adoption/weeks";
import { blankPlan } from "#domain/plan/blank";
import { someStep } from "../../support/any-plan";
import { weekFacts } from "../../support/week-facts";
import { describe, expect, test } from "vitest";

const plan = { ...blankPlan("crm", "CRM"), anchors: { golive: "2026-03-16" } };
const declared = { id: "sales", title: "Sales", golive: "2026-04-01", departments: [] };
const names = (of: { readonly waves: readonly { readonly id: string }[] }) => of.waves.map(({ id }) => id);

describe("M1 the waves people are counted by", () => {
  test("those the plan declares, and those its steps name", () => {
    const found = withWaves(
      { ...plan, waves: [declared], steps: [someStep("a", { wave: "service" }), someStep("b")] },
      [{ wave: "north" }],
    );
    expect(found.waves).toEqual([declared, { id: "service", title: "service", golive: null, departments: [] }]);
  });

  test("where the plan knows of none, those of the list; where that knows of none either, there are none", () => {
    expect(names(withWaves(plan, [{ wave: "north" }, { wave: null }, { wave: "north" }]))).toEqual(["north"]);
    expect(names(withWaves(plan, [{ wave: null }]))).toEqual([]);
  });
});

test("H1 a week in which nobody worked and nobody asked stands among the others, over the turn of a year too", () => {
  const known = [weekFacts({ week: "2026-W53", active: 3, tickets: 1 })];
  expect(everyWeek(known, 202652, 202701)).toEqual([
    weekFacts({ week: "2026-W52", active: 0, tickets: 0 }),
    ...known,
    weekFacts({ week: "2027-W01", active: 0, tickets: 0 }),
  ]);
});

test("M2 the weeks of the waves add up to those of the plan", () => {
  const sales = [weekFacts({ week: "2026-W12", active: 3, tickets: 1 })];
  const service = [...sales, weekFacts({ week: "2026-W13", active: 5, tickets: 0 })];
  expect(sumWeeks([sales, service])).toEqual([
    weekFacts({ week: "2026-W12", active: 6, tickets: 2 }),
    weekFacts({ week: "2026-W13", active: 5, tickets: 0 }),
  ]);
});
