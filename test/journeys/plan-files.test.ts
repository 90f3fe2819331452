import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlannedSpace } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";

/** Plans arrive: from a template, from a question, and from tables that leave something open. */
let space: PlannedSpace;
let browser: Browser;
let page: Page;
let plan: FrameLocator;

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  browser = await launchChromium();
  page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(20_000);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

const button = (name: string) => plan.getByRole("button", { name, exact: true });

async function open(): Promise<void> {
  await page.goto(`${space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  plan = page.locator("iframe:visible").first().contentFrame();
  await button("New plan").waitFor();
}

async function drop(name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await plan.locator('input[type="file"]').first().setInputFiles({ name, mimeType: "text/csv", buffer });
}

test("M15 M19 M75 the questions lead to a template, its form asks before it is left, and its plan becomes work items", async () => {
  await open();
  await button("New plan").click();
  await button("Do you need this plan?").click();
  for (const answer of ["One", "One", "Once", "No", "Yes", "No"].entries()) {
    await plan.locator("fieldset.need").nth(answer[0]).getByText(answer[1], { exact: true }).click();
  }
  await plan.getByText("A light checklist is enough.").waitFor();
  await button("Start from the template that fits").click();
  await plan.getByLabel("Name of the plan").fill("New badge readers");
  await button("Back").click();
  await plan.getByText("Leave without saving?").waitFor();
  await button("Stay").click();
  await plan.getByLabel("Go-live").fill("2027-03-01");
  await plan
    .getByRole("group", { name: /Who sits where/ })
    .getByRole("textbox")
    .first()
    .fill("admin@example.com");
  await button("Preview the plan").click();
  await plan.getByRole("button", { name: /^Apply: create 6/ }).click();
  await button("Show the plan").click();
  await plan.getByRole("heading", { name: "New badge readers", level: 1 }).waitFor();
}, 60_000);

test("M19 a plan is kept as a template, without a day or a person of its own", async () => {
  await open();
  await button("Plan").click();
  await button("Save as template").click();
  await plan.getByLabel("Name of the template").fill("How we roll out");
  await button("Save").click();
  await button("Save as template").waitFor();
  await button("New plan").click();
  const own = plan.getByRole("region", { name: "Templates of this space" });
  await own.getByRole("button", { name: "Use How we roll out" }).click();
  await plan.getByLabel("Go-live").waitFor();
  await expect.poll(() => plan.getByLabel("Go-live").inputValue()).toBe("");
}, 40_000);

const odd = `What we do;Who does it;From;For how long
Export all customer records as CSV;admin@example.com;03/02/2026;2d
Train the Sales team on order entry;admin@example.com;05/02/2026;3d
`;

test("M1 columns nobody knows are said once, which number is the day is asked, and the next such file is read at once", async () => {
  await open();
  await button("New plan").click();
  await drop("odd.csv", odd);
  const read = (column: string) => plan.getByLabel(`${column} is read as`);
  await read("What we do").selectOption({ label: "Title of the step" });
  await read("Who does it").selectOption({ label: "Owner" });
  await read("For how long").selectOption({ label: "Duration" });
  await button("Read odd.csv so").click();
  await plan.getByText("Which number is the day?").waitFor();
  await plan.getByText("03/02/2026 is 3 February 2026").waitFor();
  await plan.getByText("03/02/2026 is 2 March 2026").waitFor();
  await expect.poll(() => button("Read odd.csv so").isDisabled()).toBe(true);
  await plan.getByRole("radio", { name: /Day first/ }).click();
  await button("Read odd.csv so").click();
  await plan.getByText("What we understood of odd.csv").waitFor();
  await plan.getByLabel("Name of the plan").fill("Sales move 2027");
  await plan.getByLabel("Implementation owner").fill("admin@example.com");
  await button("Use these names").click();
  await plan.getByText("The plan is known as sales-move-2027.").waitFor();
  await expect.poll(() => plan.getByText("has no implementation owner").count()).toBe(0);
  await plan.getByRole("button", { name: /^Apply: create 3/ }).waitFor();
  await button("Choose another file").click();
  await drop("odd-again.csv", odd.replace("03/02", "23/02"));
  await plan.getByText("as said before").waitFor();
  await plan.getByText("What we understood of odd-again.csv").waitFor();
}, 60_000);

test("M4 a slip in the text is remarked on at its line, put right with one press, and looked at before Jira", async () => {
  await open();
  await button("Plan").click();
  await button("Edit as text").click();
  const code = plan.getByRole("textbox", { name: "The plan as text" });
  await code.waitFor();
  await plan
    .locator(".cm-line", { hasText: /^\s*title: / })
    .first()
    .click();
  await page.keyboard.press("Home");
  for (let letter = 0; letter < 2; letter += 1) await page.keyboard.press("Delete");
  await page.keyboard.type("it");
  await page.keyboard.press("Escape");
  const remarks = plan.getByRole("complementary", { name: "Remarks" });
  await remarks.getByText("which a plan file does not know").first().waitFor();
  await remarks
    .getByText(/line \d+/)
    .first()
    .waitFor();
  await remarks.getByRole("button", { name: "Write title" }).click();
  await plan
    .getByRole("status")
    .getByText(/other remarks?$/)
    .waitFor();
  await code.press("Control+s");
  await plan.getByText("What would change in Jira").waitFor();
}, 60_000);
