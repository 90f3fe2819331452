import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";
import { visit } from "../support/planned-space";

const journey = openJourney(journeyPlan);

/** A plan whose threshold is made easier after kick-off, and put back, as its manager and its executive see it. */
const easier = journeyPlan.replace("value: 0.8, rule: confident", "value: 0.6, rule: confident");
const nobody = /A threshold was made easier on .*, and nobody says what was given up for it\./;

test("M101 T3 the preview tells the new value, and the gate stays shut until a name answers for it", async () => {
  const { page, frame, tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  await (await tab("Adoption")).getByText("Nothing has changed since kick-off.").waitFor();
  const plan = await tab("Plan");
  const file = { name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(easier) };
  await plan.locator("input[type=file]").first().setInputFiles(file);
  await plan.getByRole("button", { name: "Returns desk Gates" }).click();
  const fields = plan.getByLabel("Fields of Returns desk");
  await fields.locator("del").first().waitFor();
  expect(await fields.locator("del").allInnerTexts()).toContain("8");
  expect(await fields.locator("ins").allInnerTexts()).toContain("6");
  await plan.getByRole("button", { name: "Apply: update 1" }).click();
  await plan.getByText("nothing failed", { exact: false }).waitFor();

  await (await tab("Gates")).getByText(nobody).waitFor();
  const adoption = await tab("Adoption");
  await adoption.getByLabel(/What was given up/).fill("Two of five keep the paper form until spring.");
  await adoption.getByRole("button", { name: "Answer for it" }).click();
  await adoption.getByText("Decided by Ada Administrator. Given up: Two of five keep the paper form").waitFor();
  await (await tab("Gates")).getByText("The vote opens when every line above is met.").last().waitFor();
  expect(await frame().getByText(nobody).count()).toBe(0);
  await page.context().close();
}, 90_000);

test("T4 put back, it is listed as taken back", async () => {
  const { workbench, apply } = journey.space;
  workbench.clock.advance(86_400_000);
  await apply(journeyPlan);
  const { page, tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  await (await tab("Adoption")).getByText("Taken back since: no less is asked now than before it.").waitFor();
  await page.context().close();
}, 60_000);
