import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drop, isOvertaken, redo, startTrail, stillOpen, undo, write } from "../../../static/src/plan/edit-trail";
import { pulledValue } from "../../../static/src/plan/moved-step";
import { applyEdits, readField } from "../../../static/src/plan/step-field";
import { readTyped } from "../../../static/src/plan/typed-value";
import type { TypedField } from "../../../static/src/plan/typed-value";
import { after, pageOf, planOf, rowsOf } from "../../support/plan-page";

const working = {
  kind: "working",
  days: ["mon", "tue", "wed", "thu", "fri"],
  hours: ["08:00-16:00"],
  holidays: [],
} as const;
const plan = {
  ...planOf(
    { id: "a", duration: "2d" },
    { id: "b", after: after("a") },
    { id: "c", anchor: { anchor: "golive", offset: "-3d" } },
  ),
  calendar: working,
  anchors: { golive: "2026-03-20" },
};
const { rows } = rowsOf(pageOf(plan));
const row = (id: string) => rows.find(({ item }) => item === id)!;
const typed = (field: TypedField, text: string, id = "a") => readTyped(field, text, { plan, row: row(id) });

test.each([
  ["start", "2026-03-04", "2026-03-04"],
  ["start", "2026-03-04T13:00", "2026-03-04T13:00"],
  ["start", "+3", "2026-03-05"],
  ["start", "-2d", "2026-02-28"],
  ["start", "golive -10d", "golive -10d"],
  ["start", "golive", "golive +0d"],
  ["start", "", null],
  ["duration", "3d 4h", "3d 4h"],
  ["after", "b SS+2d", "b SS+2d"],
  ["owner", "ana@example.com", "ana@example.com"],
  ["owner", " ", null],
] as const)("M3 %s takes “%s”", (field, text, value) => {
  expect(typed(field, text)).toEqual({ kind: "value", field, value });
});

test.each([
  ["start", "soon"],
  ["start", "launch -3d"],
  ["start", "2026-02-30"],
  ["duration", "a while"],
  ["after", "nothing"],
  ["title", "  "],
  ["finish", "2026-03-01"],
  ["finish", "then"],
] as const)("M3 %s says what is wrong with “%s”", (field, text) => {
  expect(typed(field, text)).toMatchObject({ kind: "complaint", message: expect.stringMatching(/\.$/) });
});

test("M3 an end is kept as the length that leads there, over the weekend", () => {
  expect(typed("finish", "2026-03-09")).toEqual({ kind: "value", field: "duration", value: "6d" });
});

test("M3 writing and taking back leaves no change", () => {
  const first = write(startTrail([]), plan, { step: "a", field: "duration", value: "5d" });
  expect(first.edits).toEqual([{ step: "a", field: "duration", value: "5d", was: "2d" }]);
  expect(write(first, plan, { step: "a", field: "duration", value: "2d" }).edits).toEqual([]);
  expect(undo(first).edits).toEqual([]);
  expect(redo(undo(first)).edits).toEqual(first.edits);
  expect(drop(first, () => true).edits).toEqual([]);
});

test("M3 as many undos as there were changes lead back to the beginning", () => {
  const written = fc.record({
    step: fc.constantFrom("a", "b", "c"),
    field: fc.constantFrom("title", "owner", "phase"),
    value: fc.constantFrom("x", "y", "z"),
  });
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), (list) => {
      const trail = list.reduce((before, one) => write(before, plan, one), startTrail([]));
      const back = trail.past.reduce((before) => undo(before), trail);
      expect(back.edits).toEqual([]);
      expect(applyEdits(plan, back.edits)).toBe(plan);
      for (const { step, field, value } of trail.edits) {
        expect(
          readField(
            applyEdits(plan, trail.edits),
            applyEdits(plan, trail.edits).steps.find(({ id }) => id === step)!,
            field,
          ),
        ).toBe(value);
      }
    }),
  );
});

test("a change that Jira holds by now is none any more, and one that Jira has overtaken is named", () => {
  const edit = { step: "a", field: "duration", value: "5d", was: "2d" } as const;
  expect(stillOpen([edit], applyEdits(plan, [edit]))).toEqual([]);
  expect(stillOpen([edit], { ...plan, steps: [] })).toEqual([]);
  expect(isOvertaken(edit, plan)).toBe(false);
  expect(isOvertaken(edit, applyEdits(plan, [{ ...edit, value: "9d" }]))).toBe(true);
});

test("M5 a pulled bar that is counted from an anchor stays counted from it", () => {
  expect(row("c").start).toBe("2026-03-17T08:00");
  const pulled = pulledValue(plan, row("c"), { item: "c", edge: "whole", days: -5 });
  expect(pulled).toEqual({ field: "start", value: "golive -6d" });
});

test("M6 a pulled bar is pinned to its new day, and one pulled by its end grows", () => {
  expect(pulledValue(plan, row("a"), { item: "a", edge: "whole", days: 2 })).toEqual({
    field: "start",
    value: "2026-03-04",
  });
  expect(pulledValue(plan, row("a"), { item: "a", edge: "end", days: 1 })).toEqual({ field: "duration", value: "3d" });
  expect(pulledValue(plan, row("a"), { item: "a", edge: "end", days: -9 })).toEqual({ field: "duration", value: "1d" });
});
