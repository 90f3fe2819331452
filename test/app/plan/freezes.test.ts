import { expect, test } from "vitest";
import { planPage } from "#app/plan/plan-page";
import { writeFreeze } from "#app/plan/freezes";
import type { Outside } from "#app/ports";
import { migration, planWorld } from "../../support/plan-world";

const hour = 3_600_000;
const frozen = {
  ...migration,
  zone: "Europe/Berlin",
  start: "2026-03-27",
  steps: migration.steps.map((step) => (step.id === "freeze" ? { ...step, kind: "freeze" as const } : step)),
};
const said = { plan: "crm", step: "freeze" };

const at = (outside: Outside, now: number): Outside => ({ ...outside, clock: { ...outside.clock, now: () => now } });

test("M37 a freeze lasts 48 hours by the clock, over the night in which the clocks change", async () => {
  const { outside } = await planWorld(frozen);
  const [freeze] = (await planPage({ plan: "crm" }, outside)).freezes;
  expect(new Date(freeze!.from).toISOString()).toBe("2026-03-27T07:00:00.000Z");
  expect(freeze!.until - freeze!.from).toBe(48 * hour);
});

test("M37 an early thaw needs a reason, and it stands in the log and at the work item", async () => {
  const world = await planWorld(frozen);
  const early = at(world.outside, Date.UTC(2026, 2, 28, 7));
  await expect(writeFreeze({ ...said, what: "thaw", text: " " }, early)).rejects.toMatchObject({
    message: "The freeze lasts 24 h more.",
  });
  await writeFreeze({ ...said, what: "note", text: "The printer prints nothing" }, early);
  await writeFreeze({ ...said, what: "thaw", text: "The dock stands still" }, early);
  const [freeze] = (await planPage({ plan: "crm" }, early)).freezes;
  expect(freeze?.log).toEqual([{ at: Date.UTC(2026, 2, 28, 7), by: "me", text: "The printer prints nothing" }]);
  expect(freeze?.thawed?.text).toBe("The dock stands still");
});

test("M37 after its time legacy opens without a reason; an empty note is none", async () => {
  const world = await planWorld(frozen);
  const late = at(world.outside, Date.UTC(2026, 2, 30));
  await expect(writeFreeze({ ...said, what: "note", text: "" }, late)).rejects.toMatchObject({ code: "bad_request" });
  await writeFreeze({ ...said, what: "thaw", text: "" }, late);
  expect((await planPage({ plan: "crm" }, late)).freezes[0]?.thawed?.text).toBe("the 48 hours are over");
});
