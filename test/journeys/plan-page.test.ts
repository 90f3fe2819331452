import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rest } from "../../workbench/sites/act";
import { admin, openPlannedSpace } from "../support/planned-space";
import { printedSheets } from "../support/printed-sheets";
import type { PlannedSpace } from "../support/planned-space";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";

/** The plan is changed where it stands: by keyboard, by hand, and always with a look at what would follow. */
let space: PlannedSpace;
let browser: Browser;
let page: Page;
let plan: FrameLocator;

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  browser = await launchChromium();
  page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(8_000);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

async function be(person: string): Promise<void> {
  await page.goto(`${space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  const persona = page.locator("header select").first();
  await persona.locator("option").nth(1).waitFor({ state: "attached" });
  const label = (await persona.locator("option").allInnerTexts()).find((text) => text.includes(person));
  const changed = page.waitForResponse(
    (response) => response.url().includes("/_workbench/") && response.request().method() === "POST",
  );
  await persona.selectOption({ label: label ?? person });
  await changed;
  await page.waitForTimeout(700);
}

async function openPlan(): Promise<void> {
  await page.goto(`${space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  plan = page.locator("iframe:visible").first().contentFrame();
  await plan.getByRole("button", { name: "Plan", exact: true }).click();
  await plan.getByRole("treegrid").waitFor();
}

const cell = (step: string, column: string): Locator => plan.locator(`[data-cell="${step}/${column}"]`);
const bar = (step: string): Locator => plan.locator(`[data-step="${step}"]`);
const button = (name: string): Locator => plan.getByRole("button", { name, exact: true });

async function pull(step: string, pixels: number): Promise<void> {
  const body = bar(step).locator(".bar-body");
  await body.hover();
  const box = await body.boundingBox();
  if (box === null) throw new Error(`${step} has no bar in sight.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.down();
  await page.mouse.move(x + pixels, y, { steps: 8 });
}

test("M3 a cell is written into by keyboard, says what is wrong, and moves the dates behind it", async () => {
  await be("Petra");
  await openPlan();
  await cell("build", "duration").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("a while");
  await page.keyboard.press("Enter");
  await plan.getByRole("alert").getByText("Write a length such as 3d").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => cell("build", "duration").innerText()).toBe("3d");
  const before = await cell("close", "finish").innerText();
  await page.keyboard.press("Enter");
  await page.keyboard.type("5d");
  await page.keyboard.press("Enter");
  await plan.getByText("1 change, not in Jira yet.").waitFor();
  await expect.poll(() => cell("build", "duration").innerText()).toContain("5d");
  await expect.poll(() => cell("close", "finish").innerText()).not.toBe(before);
});

test("an undone change is none, and a kept one survives a reload", async () => {
  await page.keyboard.press("Control+z");
  await plan.getByText("Nothing changed").waitFor();
  await button("Redo").click();
  await plan.getByText("1 change, not in Jira yet.").waitFor();
  await page.waitForTimeout(500);
  await openPlan();
  await plan.getByText("1 change, not in Jira yet.").waitFor();
  await plan.getByText("What has changed").press("Enter");
  await button("Take back").press("Enter");
  await plan.getByText("Nothing changed").waitFor();
});

test("M6 a bar is pulled by hand: what else moves and which dates break is said before anything is kept", async () => {
  await button("Timeline").click();
  await button("Weeks").click();
  await pull("map", 120);
  const preview = plan.getByRole("region", { name: /^Moving / });
  await preview.getByText(/7 other steps move/).waitFor();
  await preview
    .getByText(/Breaks a date:/)
    .first()
    .waitFor();
  await page.mouse.up();
  await button("Cancel (Esc)").click();
  expect(await bar("map").getAttribute("aria-label")).toContain("7 Sep 2026 to 8 Sep 2026");
});

test("M6 a bar is moved by keyboard a day at a time, and Escape leaves it", async () => {
  await bar("map").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await plan.getByText("8 Sep 2026 to 9 Sep 2026").waitFor();
  await page.keyboard.press("Escape");
  await plan.getByRole("region", { name: /^Moving / }).waitFor({ state: "detached" });
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await plan.getByText("1 change, not in Jira yet.").waitFor();
  expect(await bar("map").getAttribute("aria-label")).toContain("9 Sep 2026 to 10 Sep 2026");
});

test("a step among its neighbours says whether one may start, and what a delay would do", async () => {
  await bar("build").focus();
  await page.keyboard.press("Enter");
  const detail = plan.getByRole("region", { name: /^Dependencies of / });
  await detail.getByText("Wait: 0 of 1 predecessor is done.").waitFor();
  await detail.getByText("The plan ends 2 working days later.").waitFor();
  await detail.getByRole("button", { name: /^Draw the return process/ }).click();
  await detail.getByText("You may start: nothing has to come first.").waitFor();
  await detail.getByRole("button", { name: "Close" }).click();
  await detail.waitFor({ state: "detached" });
});

test("the changes go to Jira by the way of every plan, and a baseline shows what they did to the dates", async () => {
  await plan.getByText("What has changed").click();
  await button("Take all of them back").click();
  await plan.getByText("Nothing changed").waitFor();
  await button("Set a baseline").click();
  await button("Set baseline").click();
  await plan.getByText(/^Baseline of .*every step as agreed\.$/).waitFor();
  await button("Table").click();
  await cell("map", "start").click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("2026-09-09");
  await page.keyboard.press("Enter");
  await button("Review and send to Jira").click();
  await plan.getByRole("button", { name: /^Apply: update 1/ }).click();
  await plan.getByRole("button", { name: "Show the plan" }).click({ timeout: 40_000 });
  await plan.getByText(/^Baseline of .*8 steps later\.$/).waitFor();
  await expect.poll(() => cell("map", "baseline").innerText()).toContain("+2 d");
  await button("Timeline").click();
  await expect.poll(() => plan.locator(".bar-base").count()).toBe(8);
}, 60_000);

test("M39 a job card prints on two sides of A5 with the phone in bold, and the timeline on landscape sheets", async () => {
  expect(await printedSheets(page)).toMatchObject([{ width: 842, height: 595 }]);
  await button("Job cards").click();
  await plan.getByLabel("Phone to call, in bold on the back").fill("+49 30 1234 567");
  expect(await printedSheets(page)).toEqual([
    { width: 420, height: 595 },
    { width: 420, height: 595 },
  ]);
  const weight = await plan.getByText("+49 30 1234 567").evaluate((element) => getComputedStyle(element).fontWeight);
  expect(Number(weight)).toBeGreaterThanOrEqual(700);
});

test("who may not edit sees everything, is told why, and is offered nothing to change", async () => {
  await forbidEditing();
  await openPlan();
  await plan.getByText("To look at only.").waitFor();
  await cell("build", "duration").click();
  await page.keyboard.press("F2");
  await plan.getByRole("region", { name: /^Dependencies of / }).waitFor();
  await expect.poll(() => plan.locator(".cell-editor").count()).toBe(0);
  await expect.poll(() => button("Set a baseline").or(button("Set it anew")).count()).toBe(0);
  await button("Timeline").click();
  await expect.poll(() => plan.locator(".bar-movable").count()).toBe(0);
});

/** Takes “Edit work items” from everybody in the space. */
async function forbidEditing(): Promise<void> {
  const scheme = await rest(space.grounds, admin, { method: "GET", path: "/rest/api/3/project/CRM/permissionscheme" });
  const path = `/rest/api/3/permissionscheme/${String(Object(scheme)["id"])}/permission`;
  const held: unknown = Object(await rest(space.grounds, admin, { method: "GET", path }))["permissions"];
  for (const grant of Array.isArray(held) ? held : []) {
    if (Object(grant)["permission"] !== "EDIT_ISSUES") continue;
    await rest(space.grounds, admin, { method: "DELETE", path: `${path}/${String(Object(grant)["id"])}` });
  }
}
