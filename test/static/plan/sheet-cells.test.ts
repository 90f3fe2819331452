import { expect, test } from "vitest";
import { sayCell } from "../../../static/src/plan/columns";
import { pageOf, planOf, rowsOf } from "../../support/plan-page";

const plan = {
  ...planOf(
    { id: "a", duration: "5d" },
    {
      id: "b",
      duration: "1d",
      start: "2026-03-03",
      after: [
        { step: "a", type: "FS", lag: "0" },
        { step: "a", type: "SS", lag: "2d" },
        { step: "a", type: "FF", lag: "-1d" },
      ],
    },
    { id: "c", duration: "1d", start: "2026-03-03" },
  ),
  start: "2026-03-02",
};
const { rows } = rowsOf(pageOf(plan));
const row = (id: string) => rows.find(({ item }) => item === id)!;

test("M6 the column After says kind and lag of a dependency where they are not the usual ones", () => {
  expect(sayCell("after", row("b"))).toBe("a, a SS+2d, a FF-1d");
});

test("M5 a step that cannot start on its day says so, and one that can does not", () => {
  const said = (id: string) => row(id).findings.filter(({ rule }) => rule === "later-than-planned");
  expect(said("b")).toMatchObject([
    { level: "warning", message: "Planned for 3 Mar 2026, and cannot start before 9 Mar 2026." },
  ]);
  expect(said("c")).toEqual([]);
});
