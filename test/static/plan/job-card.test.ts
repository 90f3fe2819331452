import { expect, test } from "vitest";
import { blankRollback } from "#domain/plan/blank";
import { jobCard } from "../../../static/src/plan/job-card";
import { planOf } from "../../support/plan-page";

const description =
  "1. Scan the label\n2. Press Book\n- E104: the customer is blocked, call the desk\nE7 - wait a minute";
const plan = {
  ...planOf({ id: "book", description, phase: "Go-live" }),
  rollbacks: [{ ...blankRollback("back", "Back to paper"), covers: ["book"], owner: "ana@example.com" }],
};

test("M39 the front of a card holds what to do, the back the error codes and the way back", () => {
  const card = jobCard(plan.steps[0]!, plan);
  expect(card.actions).toEqual(["Scan the label", "Press Book"]);
  expect(card.codes).toEqual([
    { code: "E104", answer: "the customer is blocked, call the desk" },
    { code: "E7", answer: "wait a minute" },
  ]);
  expect(card.fallback).toEqual(["Back to paper: call ana@example.com"]);
});

test.each([
  [1_000, "normal"],
  [2_000, "small"],
  [3_000, "too-long"],
] as const)("M39 a description of %d letters is %s", (letters, size) => {
  expect(jobCard({ ...plan.steps[0]!, description: "x".repeat(letters) }, plan).size).toBe(size);
});
