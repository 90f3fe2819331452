import { expect, test } from "vitest";
import type { PlanTableRow } from "#contract/plans";
import { barFrom, linesOf, marksOf } from "../../static/src/timeline/schedule-lines";
import { dayNumber, fitted, scaleAround, ticksOf, widthOf, xOf } from "../../static/src/timeline/schedule-scale";

const row = (item: string, rest: Partial<PlanTableRow> = {}): PlanTableRow => ({
  item,
  key: null,
  title: item,
  phase: "Build",
  owner: null,
  status: null,
  done: false,
  start: "2026-03-02T08:00:00+00:00",
  finish: "2026-03-03T17:00:00+00:00",
  slackDays: 0,
  critical: false,
  after: [],
  ...rest,
});

const bars = (rows: readonly PlanTableRow[]) => linesOf(rows).filter((line) => line.kind === "bar");

test("M6 a bar covers its days whole; midnight ends the day before, and what takes no time is a moment", () => {
  const midnight = row("b", { finish: "2026-03-03T00:00:00+00:00" });
  const moment = row("c", { finish: "2026-03-02T08:00:00+00:00" });
  const first = dayNumber("2026-03-02");
  expect(bars([row("a"), midnight, moment]).map(({ from, to, isMoment }) => [from, to, isMoment])).toEqual([
    [first, first + 2, false],
    [first, first + 1, false],
    [first, first + 1, true],
  ]);
});

test("M6 steps stand under their phase in the plan's order, and those without dates do not stand at all", () => {
  const rows = [row("a"), row("b", { phase: "Test", done: true }), row("c"), row("d", { start: null, finish: null })];
  expect(
    linesOf(rows).map((line) => (line.kind === "bar" ? line.row.item : `${line.name} ${line.done}/${line.total}`)),
  ).toEqual(["Build 0/2", "a", "c", "Test 1/1", "b"]);
});

test("M6 a plan without phases has no phase lines", () => {
  expect(linesOf([row("a", { phase: null })]).map(({ kind }) => kind)).toEqual(["bar"]);
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
  const rows = [row("a"), row("b", { after: ["a"] }), row("c"), row("d", { after: ["b"] })];
  expect(barFrom(bars(rows), "b", key)?.row.item).toBe(item);
});

test("M6 names of days that are close stand in lanes of their own", () => {
  const days = ["2026-03-02", "2026-03-03", "2026-06-01"].map((day) => ({ name: "Go-live Sales", day }));
  expect(marksOf(days, 8).map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

test.each([
  ["week", ["2 Mar", "9 Mar"]],
  ["month", ["Mar 2026"]],
  ["quarter", []],
] as const)("M6 by %s the days are named %j", (zoom, labels) => {
  const scale = { zoom, first: dayNumber("2026-02-28"), days: 14, perDay: 8 };
  expect(ticksOf(scale).flatMap(({ label }) => (label === null ? [] : [label]))).toEqual(labels);
});

test("M6 on paper every day of the picture lies within the sheet", () => {
  const days = [dayNumber("2026-01-05"), dayNumber("2027-05-30")];
  const sheet = fitted(scaleAround(days, "week"), 740);
  expect(widthOf(sheet)).toBeCloseTo(740);
  expect(days.map((day) => xOf(sheet, day)).every((x) => x >= 0 && x <= 740)).toBe(true);
  expect(sheet.zoom).toBe("quarter");
});
