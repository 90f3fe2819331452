import { expect, test } from "vitest";
import { marksOf } from "../../../static/src/timeline/marks";
import { lineFrom, naturalGrouping, outlineOf, withWaveTitles } from "../../../static/src/timeline/outline";
import type { Grouping } from "../../../static/src/timeline/outline";
import { dayNumber, fitted, scaleAround, ticksOf, widthOf, xOf } from "../../../static/src/timeline/schedule-scale";
import type { Plan } from "#domain/plan/plan";
import { after, pageOf, planOf, rowsOf } from "../../support/plan-page";

const lines = (plan: Plan, grouping: Grouping, folded: readonly string[] = []) =>
  outlineOf(rowsOf(pageOf(plan)).rows, grouping, new Set(folded));

test("M6 a bar covers its days whole, and what takes no time is a moment", () => {
  const first = dayNumber("2026-03-02");
  const plan = planOf({ id: "a", duration: "2d" }, { id: "b", duration: null }, { id: "c", duration: "3d" });
  expect(lines(plan, "none").map(({ span }) => span)).toEqual([
    { from: first, to: first + 2, isMoment: false },
    { from: first, to: first + 1, isMoment: true },
    { from: first, to: first + 3, isMoment: false },
  ]);
});

test("M6 steps stand under what they share, in the plan's order, and a folded heading hides its own", () => {
  const plan = planOf(
    { id: "a", phase: "Build" },
    { id: "b", phase: "Test" },
    { id: "c", phase: "Build" },
    { id: "d" },
  );
  const ids = (folded: readonly string[]) => lines(plan, "phase", folded).map(({ name }) => name);
  expect(ids([])).toEqual(["Build", "Step a", "Step c", "Test", "Step b", "No phase", "Step d"]);
  expect(ids(["phase:Build"])).toEqual(["Build", "Test", "Step b", "No phase", "Step d"]);
});

test("M71 a wave is headed by its title, not by its id", () => {
  const plan = planOf({ id: "a", wave: "s" }, { id: "b", wave: "gone" });
  const titled = withWaveTitles(lines(plan, "wave"), [{ id: "s", title: "Sales" }]);
  expect(titled.map(({ name }) => name)).toEqual(["Sales", "Step a", "gone", "Step b"]);
});

test("M6 groups of the plan hold their steps at any depth, and a step whose group is not shown stands at the top", () => {
  const plan = planOf({ id: "a" }, { id: "b", parent: "a" }, { id: "c", parent: "b" }, { id: "d", parent: "gone" });
  expect(lines(plan, "outline").map(({ id, depth, isOpen }) => [id, depth, isOpen])).toEqual([
    ["a", 0, true],
    ["b", 1, true],
    ["c", 2, null],
    ["d", 0, null],
  ]);
  expect(lines(plan, "outline", ["b"]).map(({ id }) => id)).toEqual(["a", "b", "d"]);
});

test.each([
  [planOf({ id: "a" }, { id: "b", parent: "a" }), "outline"],
  [planOf({ id: "a", phase: "Build" }), "phase"],
  [planOf({ id: "a" }), "none"],
] as const)("M6 a plan is first read by its groups, else by its phases", (plan, grouping) => {
  expect(naturalGrouping(rowsOf(pageOf(plan)).rows)).toBe(grouping);
});

test.each([
  ["ArrowDown", "c"],
  ["ArrowUp", "a"],
  ["ArrowLeft", "a"],
  ["ArrowRight", "d"],
  ["Home", "a"],
  ["End", "d"],
  ["x", undefined],
] as const)("M6 %s leads from b to %s", (key, item) => {
  const plan = planOf({ id: "a" }, { id: "b", after: after("a") }, { id: "c" }, { id: "d", after: after("b") });
  expect(lineFrom(lines(plan, "none"), "b", key)?.id).toBe(item);
});

test("M6 names of days that are close stand in lanes of their own", () => {
  const days = ["2026-03-02", "2026-03-03", "2026-06-01"].map((day) => ({ name: "Go-live Sales", day }));
  expect(marksOf(days, 8).map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

test("names without room are left to the pointer rather than written over each other", () => {
  const days = Array.from({ length: 9 }, (_, at) => ({
    name: `Go-live of wave ${String(at)}`,
    day: `2026-03-0${String(at + 1)}`,
  }));
  const marks = marksOf(days, 2);
  expect(marks.map(({ word }) => word).filter((word) => word !== "")).toHaveLength(6);
  expect(new Set(marks.slice(0, 6).map(({ lane }) => lane)).size).toBe(6);
  expect(marks.every(({ name }) => name.startsWith("Go-live of wave"))).toBe(true);
});

test("M11 points of no return of one day are named together", () => {
  const turn = (name: string) => ({ name: `Point of no return: ${name}`, day: "2026-03-02T08:00:00+00:00" });
  expect(marksOf([turn("one"), turn("two")], 8).map(({ name, kind }) => [name, kind])).toEqual([
    ["Point of no return, 2 rollbacks", "no-return"],
  ]);
  expect(marksOf([turn("one")], 8).map(({ name }) => name)).toEqual(["Point of no return: one"]);
});

test.each([
  ["day", ["Sa 28", "1 Mar", "2 Mar", "Tu 3"]],
  ["week", ["2 Mar"]],
  ["month", ["Mar 2026"]],
  ["quarter", []],
] as const)("M6 by %s the days are named %j", (zoom, labels) => {
  const scale = { zoom, first: dayNumber("2026-02-28"), days: 4, perDay: 8 };
  expect(ticksOf(scale).flatMap(({ label }) => (label === null ? [] : [label]))).toEqual(labels);
});

test("M6 on paper every day of the picture lies within the sheet", () => {
  const days = [dayNumber("2026-01-05"), dayNumber("2027-05-30")];
  const sheet = fitted(scaleAround(days, "week"), 740);
  expect(widthOf(sheet)).toBeCloseTo(740);
  expect(days.map((day) => xOf(sheet, day)).every((x) => x >= 0 && x <= 740)).toBe(true);
  expect(sheet.zoom).toBe("quarter");
});
