import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { admin } from "../support/planned-space";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";

/** A rollback is rehearsed and then begun in earnest, by two people at two screens. */
const journey = openJourney(journeyPlan);
const shots = process.env["UPTAKE_SHOTS"];

async function open(colorScheme: "light" | "dark"): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await journey.browser.newPage({ colorScheme });
  page.setDefaultTimeout(20_000);
  await page.goto(`${journey.space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  await frame.getByRole("button", { name: "Rollback", exact: true }).click();
  await frame.getByRole("heading", { name: "Go back to the paper form" }).waitFor();
  return { page, frame };
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/rollback-${name}.png`, fullPage: true });
}

test("M10 M11 M12 trigger, countdown, rehearsal, notices and the record of a rollback", async () => {
  const { page, frame } = await open("light");
  await frame.getByText(/left to begin|Too late|The window ended on/).waitFor();
  await frame.getByLabel("downtime in h").fill("4");
  await page.keyboard.press("Enter");
  await frame.getByText("4 h, entered").waitFor();
  await frame.getByText("Not met", { exact: true }).waitFor();
  await frame.getByLabel("downtime in h").fill("241 min");
  await page.keyboard.press("Enter");
  await frame.getByText(/^Met at .* by Ada Administrator: downtime > 4 h\.$/).waitFor();

  await frame.getByRole("button", { name: "Rehearse" }).click();
  await frame.getByText("Rehearsal: 0 of 2 steps done").waitFor();
  const other = await open("dark");
  await frame.getByRole("checkbox").first().click();
  await frame.getByText("Rehearsal: 1 of 2 steps done").waitFor();
  await other.frame.getByText("Rehearsal: 1 of 2 steps done").waitFor();
  await shoot(other.page, "rehearsal-dark");
  await other.frame.getByRole("checkbox").nth(1).click();
  await frame.getByText(/^Rehearsal of .*: finished/).waitFor();
  await frame.getByLabel("A lesson of this run").fill("Ask for the key of the archive first.");
  await page.keyboard.press("Enter");
  await frame.getByText("Ask for the key of the archive first.").waitFor();
  await shoot(page, "record");

  await frame.getByRole("button", { name: "Roll back …" }).click();
  await frame.getByRole("button", { name: "Begin the rollback" }).click();
  await frame.getByText("Rolling back: 0 of 2 steps done").waitFor();
  await frame.getByRole("button", { name: "Abort …" }).click();
  await frame.getByLabel("Why it is aborted").fill("The screen is back.");
  await page.keyboard.press("Enter");
  await frame.getByText(/aborted by Ada Administrator: The screen is back\./).waitFor();
  const { rollbacks } = await journey.space.pageOf(admin).ask("rollbacks", { plan: "journey" });
  expect(rollbacks[0]?.runs.map(({ purpose, notices }) => [purpose, notices.length])).toEqual([
    ["real", 1],
    ["rehearsal", 1],
  ]);
  await other.page.close();
  await page.close();
});
