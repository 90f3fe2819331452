import { expect, test } from "vitest";
import { readable } from "#app/sync/readable";
import { writeYaml } from "#formats/yaml";
import { longestText } from "#domain/sync/sayable";

const head = { id: "crm", title: "CRM", zone: "Europe/London", anchors: { golive: "2026-03-16" } };
const freeze = { id: "freeze", title: "Freeze", duration: "1d" };
const document = {
  uptake: 1,
  plan: head,
  steps: [freeze, { id: "export", title: "Export", after: ["freeze"], duration: "2d" }],
  risks: [{ id: "slot", title: "Slot lost", tag: "pre-delivery", likelihood: 4, impact: 5 }],
};

test.each([
  ["a text longer than any", { ...freeze, description: "x".repeat(longestText + 1) }],
  ["a duration of no length", { ...freeze, duration: "banana" }],
  ["a link to nothing", { ...freeze, after: [{ step: 7, lag: [] }] }],
])("S11 %s is left out, and the rest of the plan still stands", (_, step) => {
  const plan = readable({ ...document, steps: [step, document.steps[1]] });
  expect(plan?.steps.map(({ id, title }) => [id, title])).toEqual([
    ["freeze", "Freeze"],
    ["export", "Export"],
  ]);
  expect(plan?.steps[1]?.after).toMatchObject([{ step: "freeze" }]);
  expect([plan?.zone, plan?.risks.length]).toEqual(["Europe/London", 1]);
});

test("S11 an item nobody can name is left out whole, and so is a part of the plan", () => {
  const plan = readable({ ...document, steps: [{ ...freeze, id: "a b c" }, document.steps[1]], kpis: "many" });
  expect(plan?.steps.map(({ id }) => id)).toEqual(["export"]);
  expect(plan?.anchors).toEqual({ golive: "2026-03-16" });
  expect(readable({ ...document, plan: { ...head, zone: "Moon" } })?.steps).toHaveLength(2);
});

test("S11 a document without a fault is the plan it says", () => {
  const plan = readable(document);
  expect(plan === null ? "" : writeYaml(plan)).toContain("title: Slot lost");
});
