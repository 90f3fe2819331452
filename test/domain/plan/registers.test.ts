import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { blankPlan } from "#domain/plan/blank";
import { freezeEnd, thaw } from "#domain/plan/freeze";
import { handoffsOf } from "#domain/plan/handoffs";
import { lint } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { raciChanges } from "#domain/plan/raci-changes";
import { withRaciTasks } from "#domain/plan/raci-tasks";
import { refreshSteps } from "#domain/plan/refresh";
import { starterRisks } from "#domain/plan/starter-risks";
import { instantOf, spellInstant } from "#domain/calendar/zone";
import type { Resource } from "#domain/plan/register";
import { bookingsOf, clashes, resourceGaps } from "#domain/plan/resource-gaps";
import { proposeTuesdays, tuesdayFaults } from "#domain/plan/tuesday";
import { anyPlan, someStep } from "../../support/any-plan";

const plan = (rest: Partial<Plan>): Plan => ({ ...blankPlan("p", "P"), ...rest });
const items = (some: Partial<Plan>, rule: string) =>
  lint(plan(some)).flatMap((finding) => (finding.rule === rule ? [finding.item] : []));

test("M34 Tuesdays between delivery and go-live that are worked, and why others will not do", () => {
  const anchors = { delivery: "2026-11-06", golive: "2026-12-08" };
  const holidays = plan({
    anchors,
    calendar: {
      kind: "working",
      days: ["mon", "tue", "wed", "thu", "fri"],
      hours: ["08:00-12:00"],
      holidays: ["2026-11-24"],
    },
  });
  expect(proposeTuesdays(holidays, null)).toEqual(["2026-11-10", "2026-11-17", "2026-12-01"]);
  const faults = (start: string, departments = ["Sales"]) =>
    tuesdayFaults(holidays, someStep("t", { start, departments, duration: "4h", kind: "tuesday-morning" }));
  expect(faults("2026-11-10")).toEqual([]);
  expect(faults("2026-11-11")).toEqual(["not-tuesday"]);
  expect(faults("2026-11-24")).toEqual(["holiday"]);
  expect(faults("2026-11-10", ["Sales", "Service"])).toEqual(["departments"]);
  expect(faults("2026-11-03")).toEqual(["before-delivery"]);
  expect(faults("2026-12-08")).toEqual(["after-golive"]);
});

test.each([
  ["2026-11-13", ["2026-11-16", "2026-12-04", "2027-02-15"]],
  ["2026-11-30", ["2026-12-03", "2026-12-21", "2027-03-01"]],
  ["2027-11-30", ["2027-12-03", "2027-12-21", "2028-02-29"]],
])("M40 training that ends on %s is refreshed on %j", (trainingEnd, days) => {
  expect(refreshSteps(plan({ anchors: { trainingEnd } })).map(({ start }) => start)).toEqual(days);
});

test("M40 nothing is refreshed while nobody knows when training ends", () => {
  expect(refreshSteps(plan({}))).toEqual([]);
});

const dba: Resource = {
  id: "dba",
  title: "DBA",
  kind: "person",
  quantity: 1,
  from: "2026-03-02",
  to: "2026-03-04",
  phase: null,
  booked: true,
  mirrorsProduction: false,
};

test("M7 the DBA of three days: a step outside the window is a gap, and a slip makes one", () => {
  const some = plan({ resources: [dba], steps: [someStep("load", { needs: ["dba"] }), someStep("train")] });
  const days = (first: string, last: string) => [{ step: "load", first, last }];
  expect(resourceGaps(some, days("2026-03-02", "2026-03-04"))).toEqual([]);
  expect(resourceGaps(some, days("2026-03-03", "2026-03-05"))).toEqual([
    { step: "load", resource: "dba", first: "2026-03-03", last: "2026-03-05" },
  ]);
});

test("M7 two plans booking one room on a day clash; with two rooms they do not", () => {
  const some = (id: string) => ({ ...plan({ steps: [someStep("s", { needs: ["room"] })] }), id });
  const bookings = [
    ...bookingsOf(some("p"), [{ step: "s", first: "2026-03-02", last: "2026-03-04" }]),
    ...bookingsOf(some("q"), [{ step: "s", first: "2026-03-04", last: "2026-03-05" }]),
  ];
  expect(clashes(bookings, () => 1)).toMatchObject([{ resource: "room", day: "2026-03-04" }]);
  expect(clashes(bookings, () => 2)).toEqual([]);
});

test("M18 handoffs are exactly the edges that cross from supplier to buyer or back", () => {
  assert(
    property(anyPlan, (some) => {
      const side = (id: string) => some.steps.find((step) => step.id === id)?.side ?? null;
      const crossing = some.steps.flatMap((step) =>
        step.after
          .filter(({ step: from }) => ["buyer>supplier", "supplier>buyer"].includes(`${side(from)}>${step.side}`))
          .map(({ step: from }) => `${from}>${step.id}`),
      );
      expect(handoffsOf(some).map(({ from, to }) => `${from}>${to}`)).toEqual(crossing);
    }),
    { numRuns: 60 },
  );
});

test("M26 M28 the grid always shows the four rows, and a change after publication is dated by difference", () => {
  const grid = withRaciTasks([
    { task: "deliver", accountable: "a@example.com", responsible: ["b", "c"], consulted: [], informed: [] },
  ]);
  expect(grid.map(({ task }) => task)).toEqual([
    "deliver",
    "configure",
    "test-live-data",
    "coach-super-users",
    "decommission-legacy",
  ]);
  expect(withRaciTasks(grid)).toEqual(grid);
  const [first, ...rest] = grid;
  const changed = [{ ...first!, accountable: "z@example.com", responsible: ["c", "b"] }, ...rest];
  expect(raciChanges(grid, changed)).toEqual([
    { task: "deliver", field: "accountable", before: "a@example.com", after: "z@example.com" },
  ]);
});

test("M36 a target mapped twice or not at all, and a mapping nobody has checked", () => {
  const mapping = (source: string, target: string, checkedBy: string | null = "a@example.com") => ({
    source,
    target,
    checkedBy,
    checkedOn: "2026-01-01",
  });
  const mappings = [mapping("A", "X"), mapping("B", "X"), mapping("C", ""), mapping("D", "Y", null)];
  expect(items({ mappings }, "mapping-target")).toEqual(["A", "B", "C"]);
  expect(items({ mappings }, "mapping-no-sample")).toEqual(["D"]);
});

test("M37 a freeze lasts 48 elapsed hours, follows the migration and precedes the launch", () => {
  const freeze = (duration: string, start: string, after: string[]) => ({
    anchors: { golive: "2026-11-16" },
    steps: [
      someStep("migrate"),
      someStep("f", {
        kind: "freeze",
        duration,
        start,
        after: after.map((step) => ({ step, type: "FS" as const, lag: "0" })),
      }),
    ],
  });
  const fields = (some: Partial<Plan>) =>
    lint(plan(some)).flatMap(({ rule, field }) => (rule === "freeze" ? [field] : []));
  expect(fields(freeze("2ed", "2026-11-14", ["migrate"]))).toEqual([]);
  expect(fields(freeze("48eh", "2026-11-14", ["migrate"]))).toEqual([]);
  expect(fields(freeze("2d", "2026-11-17", []))).toEqual(["duration", "after", "start"]);
});

test("M38 M67 M70 M74 M91 registers with a blank are named", () => {
  const departments = [
    { name: "Sales", champion: null, superUsers: [], hiddenProcesses: null },
    { name: "Service", champion: "a@example.com", superUsers: ["a@example.com"], hiddenProcesses: [] },
  ];
  expect(items({ departments }, "hidden-process-unasked")).toEqual(["Sales"]);
  expect(items({ departments }, "department-no-champion")).toEqual(["Sales"]);
  const dataSources = [
    { name: "Classic", accuracy: 1, completeness: null, duplication: 1, disposition: null, owner: null },
  ];
  expect(items({ dataSources }, "data-source-undecided")).toEqual(["Classic", "Classic"]);
  expect(items({ dataSources }, "data-source-unaudited")).toEqual(["Classic"]);
  const curricula = [{ role: "Seller", receive: ["a"], own: [], firstSession: "2026-11-16" }];
  expect(items({ curricula, anchors: { golive: "2026-11-16" } }, "training-late")).toEqual(["Seller"]);
  expect(items({ curricula, anchors: { golive: "2026-11-17" } }, "training-late")).toEqual([]);
  expect(items({ curricula }, "role-no-own-module")).toEqual(["Seller"]);
});

test.each([
  ["2026-01-01", "2026-03-31", 1],
  ["2026-01-01", "2026-04-01", 0],
  ["2026-01-01", "2027-01-31", 0],
  ["2026-01-01", "2027-02-01", 1],
])("M81 a plan from %s to %s gets %i hint on its length", (start, golive, count) => {
  expect(items({ start, anchors: { golive } }, "plan-duration")).toHaveLength(count);
});

test.each([
  ["2026-03-28", "22:00", "2026-03-30T23:00:00+01:00"],
  ["2026-10-24", "22:00", "2026-10-26T21:00:00+00:00"],
  ["2026-11-14", "00:00", "2026-11-16T00:00:00+00:00"],
])("M37 a freeze from %s %s lasts 48 hours whatever the clocks do", (day, time, end) => {
  expect(spellInstant(freezeEnd(instantOf(day, time, "Europe/London")), "Europe/London")).toBe(end);
});

test("M37 an early thaw needs its reason", () => {
  const hour = 3_600_000;
  expect(thaw(0, 47 * hour, " ")).toMatchObject({ kind: "refused", message: "The freeze lasts 1 h more." });
  expect(thaw(0, 47 * hour, "One big order is missing.")).toMatchObject({ kind: "thawed", early: true });
  expect(thaw(0, 48 * hour, "")).toMatchObject({ kind: "thawed", early: false });
});

test("M75 the starter risks come once, each tagged", () => {
  const first = starterRisks(plan({}));
  expect(first.map(({ tag }) => tag).filter((tag) => tag === "pre-delivery")).toHaveLength(3);
  expect(first).toHaveLength(5);
  expect(starterRisks(plan({ risks: first }))).toEqual([]);
});
