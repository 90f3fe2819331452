import { expect, test } from "vitest";
import { foldBy, placeFrom } from "../../../static/src/plan/cell-keys";
import { columnsFor, isEditable } from "../../../static/src/plan/columns";
import { allSteps, filterSteps, wordsOf } from "../../../static/src/plan/step-filter";
import { outlineOf } from "../../../static/src/timeline/outline";
import { after, pageOf, planOf, rowsOf } from "../../support/plan-page";

const plan = planOf(
  { id: "a", title: "Load customers", phase: "Build", owner: "ana", stream: "data", side: "supplier", duration: "4d" },
  { id: "b", title: "Train the desk", phase: "Launch", stream: "training", side: "buyer" },
  { id: "c", title: "Check the load", phase: "Build", owner: "ana", after: after("a") },
);
const { rows } = rowsOf({ ...pageOf(plan), now: Date.UTC(2026, 2, 5) });
const found = (filter: Partial<typeof allSteps>) =>
  filterSteps(rows, { ...allSteps, ...filter }).map(({ item }) => item);

test.each([
  [{ words: "load cust" }, ["a"]],
  [{ phase: "Build" }, ["a", "c"]],
  [{ stream: "training" }, ["b"]],
  [{ side: "supplier" }, ["a"]],
  [{ owner: "ana" }, ["a", "c"]],
  [{ show: "critical" }, ["a", "c"]],
  [{ show: "late" }, ["b"]],
  [{ show: "edited" }, []],
  [{ show: "open", phase: "Launch" }, ["b"]],
] as const)("M6 the search %j leaves %j", (filter, items) => {
  expect(found(filter)).toEqual(items);
});

test("M4 steps with open findings can be shown alone", () => {
  const weak = rows.filter(({ findings }) => findings.length > 0).map(({ item }) => item);
  expect(found({ show: "findings" })).toEqual(weak);
  expect(weak.length).toBeGreaterThan(0);
});

test("M6 one may choose among the words the plan uses", () => {
  expect(wordsOf(rows, "phase")).toEqual(["Build", "Launch"]);
});

const lines = outlineOf(rows, "phase", new Set());
const sheet = { lines, columns: columnsFor("both", []) };

test.each([
  ["a", "owner", "ArrowDown", "c/owner"],
  ["c", "owner", "ArrowDown", "phase:Launch/title"],
  ["a", "owner", "ArrowRight", "a/start"],
  ["a", "title", "ArrowLeft", "a/title"],
  ["a", "owner", "Home", "a/title"],
  ["a", "owner", "End", "a/finish"],
  ["a", "owner", "Control End", "b/finish"],
  ["a", "owner", "Control Home", "phase:Build/title"],
] as const)("from %s/%s the key %s leads to %s", (line, column, key, to) => {
  const place = placeFrom({ line, column }, key, sheet);
  expect(`${place?.line ?? ""}/${place?.column ?? ""}`).toBe(to);
});

test("left folds an open heading and right unfolds it, before they move on", () => {
  const [heading] = lines;
  expect(foldBy(heading!, "title", "ArrowLeft")).toBe("close");
  expect(foldBy(heading!, "title", "ArrowRight")).toBeNull();
  expect(foldBy({ ...heading!, isOpen: false }, "title", "ArrowRight")).toBe("open");
});

test("M6 what holds other steps takes its dates from them, so they are not typed", () => {
  const held = rowsOf(pageOf(planOf({ id: "a" }, { id: "b", parent: "a" }))).rows;
  const start = columnsFor("table", []).find(({ id }) => id === "start")!;
  expect(held.map((row) => isEditable(start, row))).toEqual([false, true]);
});

test("M4 what is weak about the plan beyond its steps is not lost", () => {
  const { otherFindings } = rowsOf(pageOf(plan));
  expect(otherFindings.length).toBeGreaterThan(0);
  expect(otherFindings.every(({ item }) => item === null || !plan.steps.some(({ id }) => id === item))).toBe(true);
});
