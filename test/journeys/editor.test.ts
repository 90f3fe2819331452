import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";

/** The plan as text: a slip is shown at its line, a mend is one click away, and nothing reaches Jira without its preview. */
const journey = openJourney(journeyPlan);
const shots = process.env["UPTAKE_SHOTS"];

test("M4 write, see the remark, mend it, look, apply; an unfinished text is back after a reload", async () => {
  const page = await journey.browser.newPage({ colorScheme: "dark" });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  const open = async () => {
    await page.goto(`${journey.space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
    const frame = page.locator("iframe:visible").first().contentFrame();
    await frame.getByRole("button", { name: "Plan", exact: true }).click();
    await frame.getByRole("button", { name: "Edit as text" }).click();
    await frame.getByRole("textbox", { name: "The plan as text" }).waitFor();
    return frame;
  };
  let frame = await open();
  const code = () => frame.getByRole("textbox", { name: "The plan as text" });
  await frame
    .getByRole("status")
    .getByText(/other remarks?$/)
    .waitFor();
  await code().press("Control+End");
  await page.keyboard.type("risks: [");
  await frame.getByRole("status").getByText("This is no plan yet").waitFor();
  await expect.poll(() => frame.getByRole("button", { name: "Show what would change" }).isDisabled()).toBe(true);
  if (shots !== undefined) await page.screenshot({ path: `${shots}/editor-broken.png`, fullPage: true });
  await page.waitForTimeout(2_000);
  frame = await open();
  await frame.getByText("What you wrote last time and did not apply is back.").waitFor();
  await frame.getByRole("button", { name: "Start again from Jira" }).click();
  await frame
    .getByRole("status")
    .getByText(/other remarks?$/)
    .waitFor();

  await code().press("Control+End");
  await page.keyboard.type("\ndepart");
  await frame.getByRole("option", { name: "departments" }).waitFor();
  await page.keyboard.press("Escape");
  for (let letter = 0; letter < 7; letter += 1) await page.keyboard.press("Backspace");
  await code().press("Control+Home");
  await frame.locator(".cm-line", { hasText: "title: Returns desk" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" today");
  await frame
    .getByRole("status")
    .getByText(/other remarks?$/)
    .waitFor();
  if (shots !== undefined) await page.screenshot({ path: `${shots}/editor-dark.png`, fullPage: true });
  await code().press("Control+s");
  await frame.getByRole("button", { name: "Apply: update 1" }).click();
  await frame.getByRole("button", { name: "Show the plan" }).click();
  await frame.getByRole("heading", { name: "Returns desk today" }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("M4 what lies below the sheet comes with it, so that nothing moves away from under a press", async () => {
  const page = await journey.browser.newPage();
  page.setDefaultTimeout(20_000);
  const held = Promise.withResolvers<undefined>();
  await page.route("**/_workbench/bridge/**", async (route) => {
    if (route.request().postData()?.includes('"planPage"')) await held.promise;
    await route.continue();
  });
  await page.goto(`${journey.space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  await frame.getByRole("button", { name: "Plan", exact: true }).click();
  await frame.getByRole("status", { name: "Loading the steps" }).waitFor();
  await expect.poll(() => frame.getByRole("button", { name: "Edit as text" }).count()).toBe(0);
  held.resolve(undefined);
  await frame.getByRole("button", { name: "Edit as text" }).click();
  await frame.getByRole("textbox", { name: "The plan as text" }).waitFor();
  await page.close();
});
