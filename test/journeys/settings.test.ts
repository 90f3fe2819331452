import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";
import { openPlannedSpace, visit } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";

/** What a space's plans use is seen, and another mapping tried, before anything is saved. */
let space: PlannedSpace;
let browser: Browser;

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  browser = await launchChromium();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

const settings = "/jira/spaces/CRM/settings/app/uptake-space-settings";

test("the administrator sees what another step type would mean for what is there, and cannot save it unread (M94)", async () => {
  const { open } = await visit(browser, space, { person: "Ada" });
  const frame = await open(settings);
  await frame.getByRole("row", { name: /^Step Step/ }).waitFor();
  await frame.getByText("A plan holds a step").first().waitFor();
  await frame.getByRole("button", { name: "Change what is used" }).click();
  await frame.getByLabel("Step", { exact: true }).selectOption({ label: "Task" });
  await frame.getByText("8 work items no longer count as Step.").waitFor();
  const save = frame.getByRole("button", { name: "Save" });
  expect(await save.isDisabled()).toBe(true);
  expect((await space.pageOf("admin@example.com").ask("mapping", { space: "CRM" })).types[1]?.name).toBe("Step");
  await frame.getByRole("button", { name: "Leave it as it is" }).click();
  await frame.getByRole("button", { name: "Change what is used" }).waitFor();
}, 60_000);

test("a link type nothing uses yet is changed in two clicks, and the page shows it at once (M94)", async () => {
  const { open } = await visit(browser, space, { person: "Ada" });
  const frame = await open(settings);
  await frame.getByRole("button", { name: "Change what is used" }).click();
  await frame.getByLabel("A rollback covers a step").selectOption({ label: "Relates" });
  await frame.getByText("1 link “Rollback” no longer says “rolls back”.").waitFor();
  await frame.getByLabel("I have read what happens").check();
  await frame.getByRole("button", { name: "Save" }).click();
  await frame.getByRole("row", { name: /^A rollback covers a step Relates/ }).waitFor();
}, 60_000);

test("somebody who only works here reads the mapping, and is told whom to ask", async () => {
  await expect(space.pageOf("member@example.com").ask("setupPreview", { space: "CRM" })).rejects.toThrow(
    /Administer Jira/,
  );
  const view = await space.pageOf("member@example.com").ask("mapping", { space: "CRM" });
  expect([view.mayChange, view.types.map(({ name }) => name)]).toEqual([false, ["Plan", "Step", "Risk", "Rollback"]]);
}, 60_000);
