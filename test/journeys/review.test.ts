import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { admin, openPlannedSpace } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";

/** The weekly meeting: fifteen risks, two sides, one keyboard. */
let space: PlannedSpace;
let browser: Browser;
const shots = process.env["UPTAKE_SHOTS"];
const risks = 15;

function planWithRisks(): string {
  const more = Array.from({ length: risks - 3 }, (_, at) => {
    const side = at % 2 === 0 ? "buyer" : "supplier";
    return `  - { id: more${at}, title: Risk number ${at}, tag: ${at % 3 === 0 ? "post" : "pre"}-delivery, likelihood: ${1 + (at % 5)}, impact: ${1 + (at % 4)}, owner: pm@example.com, side: ${side}, response: Somebody looks at it. }`;
  });
  return journeyPlan.replace("rollbacks:\n", `${more.join("\n")}\nrollbacks:\n`);
}

beforeAll(async () => {
  space = await openPlannedSpace(planWithRisks());
  browser = await launchChromium();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

async function openRisks(colorScheme: "light" | "dark"): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await browser.newPage({ colorScheme });
  page.setDefaultTimeout(20_000);
  await page.goto(`${space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  await frame.getByRole("button", { name: "Risks", exact: true }).click();
  return { page, frame };
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/review-${name}.png`, fullPage: true });
}

test("M52 a review of fifteen risks is held from the keyboard alone, and minuted", async () => {
  const { page, frame } = await openRisks("light");
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press("Tab");
      const focused = frame.locator(":focus");
      if ((await focused.count()) === 0) continue;
      const text = `${(await focused.getAttribute("aria-label")) ?? ""} ${await focused.evaluate((node) => node.closest("label")?.textContent ?? node.textContent ?? "")}`;
      if (name.test(text)) return;
    }
    throw new Error(`Tab never came to ${name}.`);
  };
  await frame.getByRole("button", { name: "Weekly review" }).focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("button", { name: "Start the review" }).waitFor();
  await tabTo(/Start the review/);
  await page.keyboard.press("Enter");
  await frame.getByText("Nobody is here for the supplier and the buyer").waitFor();
  await tabTo(/Petra Manager/);
  await page.keyboard.press("Space");
  await frame.getByText("Nobody is here for the supplier:").waitFor();
  await tabTo(/Somebody else for the supplier/);
  await page.keyboard.type("Sue of the supplier");
  await page.keyboard.press("Enter");
  await frame.getByText("Both sides are here").waitFor();
  await tabTo(/Next →/);
  for (let at = 0; at < risks; at += 1) {
    await page.keyboard.press(["m", "a", "e", "l", "r"][at % 5] ?? "m");
    await frame.getByRole("button", { name: "Decide (Enter)" }).waitFor();
    if (at === 1) await shoot(page, "decide");
    await page.keyboard.press("Enter");
    await frame.getByText(`, ${at + 1} decided`).waitFor();
  }
  await frame.getByText("Every risk is decided.").waitFor();
  await tabTo(/Close the review/);
  await page.keyboard.press("Enter");
  await frame.getByText("Reviews so far").waitFor();
  await frame.getByText(/15 decisions · held/).waitFor();
  await frame.getByRole("button", { name: "Copy the minutes" }).waitFor();
  await shoot(page, "held");
  const { past, due } = await space.pageOf(admin).ask("riskReview", { plan: "journey" });
  expect(past[0]).toMatchObject({ isHeld: true });
  expect(past[0]?.decisions).toHaveLength(risks);
  expect(due.overdueDays).toBe(0);
  await page.close();
});

test("M50 M97 heat map, burndown, exceptions and register are there, in the dark as well", async () => {
  const { page, frame } = await openRisks("dark");
  await frame.getByLabel("Band").selectOption("high");
  await frame.getByRole("button", { name: "Save this view …" }).click();
  await frame.getByLabel("Name of the view").fill("The heavy ones");
  await page.keyboard.press("Enter");
  await frame.getByRole("button", { name: "Show all" }).click();
  await frame.getByRole("button", { name: "The heavy ones" }).click();
  await frame.getByRole("button", { name: "Show all" }).waitFor();
  await shoot(page, "board-dark");
  await frame.getByRole("button", { name: "Heat map" }).click();
  await frame.getByRole("heading", { name: "On the critical path" }).waitFor();
  await frame.getByText("Where the open risks gather").waitFor();
  await frame.locator(".heat-button").first().click();
  await frame.getByText(/at exposure/).waitFor();
  await shoot(page, "heat-dark");
  await frame.getByRole("button", { name: "Log an exception" }).click();
  await frame.getByLabel("What people do", { exact: true }).fill("Orders are kept on paper first");
  await shoot(page, "log-dark");
  await page.keyboard.press("Enter");
  await frame.getByLabel("What people do", { exact: true }).waitFor({ state: "detached" });
  await frame.getByRole("button", { name: "Burndown" }).click();
  await frame.getByText(/open with an exposure of/).waitFor();
  await frame.getByRole("button", { name: "Show as table" }).click();
  await frame.getByRole("columnheader", { name: "Scored anew" }).waitFor();
  await frame.getByRole("button", { name: "Exceptions" }).click();
  await frame.getByLabel("What people do", { exact: true }).fill("Prices are looked up in the old sheet");
  await page.keyboard.press("Enter");
  await frame.getByText("Prices are looked up in the old sheet").waitFor();
  await frame.getByRole("button", { name: "Take it over" }).first().click();
  await frame.getByLabel("Who ends it").fill("Priya");
  await page.keyboard.press("Enter");
  await frame.getByText(/^Priya; no day/).waitFor();
  await shoot(page, "exceptions-dark");
  await frame.getByRole("button", { name: "All plans" }).click();
  await frame.getByText(/open risks? in 1 plan/).waitFor();
  await frame.getByLabel("Filter the register").fill("scanner");
  await frame.getByText("1 risk, the heaviest first").waitFor();
  await page.close();
});

test("M50 M75 a risk is raised from a step, the usual five are added, and a register is read in", async () => {
  const { rows } = await space.pageOf(admin).ask("planTable", { plan: "journey" });
  const page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(20_000);
  await page.goto(`${space.workbench.url}/browse/${rows[0]?.key ?? ""}`);
  await page.getByLabel("Actions").selectOption({ label: "Raise a risk" });
  const dialog = page.getByRole("dialog").locator("iframe").contentFrame();
  await dialog.getByLabel("What may happen").fill("The printer jams");
  await shoot(page, "raise");
  await dialog.getByRole("button", { name: "Raise it" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.close();
  for (let turns = 0; turns < 5; turns += 1) await space.workbench.forge.tick();

  const risksPage = await openRisks("light");
  const { frame } = risksPage;
  await frame.getByText("The printer jams").first().waitFor();
  await frame.getByRole("button", { name: "Add the usual five" }).click();
  await frame.getByRole("button", { name: /^Apply: / }).click();
  await frame.getByRole("button", { name: "Show the plan" }).first().click();
  await frame.getByText("People keep their old ways after go-live").first().waitFor();
  const csv =
    "Risk,Likelihood,Impact,Owner,Status\nThe lift breaks,High (3),Medium (2),pm@example.com,Open\nOld news,Low (1),Low (1),,Closed\n";
  const buffer = Buffer.from(csv);
  await frame.locator("input[type=file]").setInputFiles({ name: "register.csv", mimeType: "text/csv", buffer });
  await frame.getByText("The lift breaks").first().waitFor();
  await frame.getByRole("button", { name: /^Apply: / }).waitFor();
  await shoot(risksPage.page, "register-import");
  await risksPage.page.close();
});
