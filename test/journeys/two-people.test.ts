import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";
import { visit } from "../support/planned-space";

/** Two browsers, two people, one plan. */
const journey = openJourney(journeyPlan);

const upload = (text: string) => ({ name: "returns.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });

test("the second sees who applies the plan and how far, cannot apply meanwhile, and sees the result (M92)", async () => {
  const { faults } = journey.space.workbench.jira;
  const later = journeyPlan.replaceAll("phase: Rollout", "phase: Go-live");
  const first = await visit(journey.browser, journey.space, { person: "Ada" });
  const one = await first.tab("Plan");
  await one.locator("input[type=file]").first().setInputFiles(upload(later));
  await one.getByRole("button", { name: /^Apply: update/ }).waitFor();
  // Every write waits, so that there is a run to be met.
  faults.delayMs = 15_000;
  faults.set([{ kind: "timeout", route: "PUT /rest/api/3/issue/", times: null }]);
  await one.getByRole("button", { name: /^Apply: update/ }).click();
  await one.getByRole("button", { name: "Cancel" }).waitFor();

  const second = await visit(journey.browser, journey.space, { person: "Petra" });
  const two = await second.tab("Overview");
  await two.getByText(/Ada Administrator is applying this plan: \d+ %/).waitFor();
  const page = journey.space.pageOf("pm@example.com");
  const file = { text: later, fileName: "plan.yaml" };
  expect((await page.ask("propose", file)).running?.by).toBe("Ada Administrator");
  // The first leaves and comes back: the run is still there.
  await first.page.reload();
  await first
    .frame()
    .getByText(/Ada Administrator is applying this plan/)
    .waitFor();
  faults.set([]);
  await two.getByRole("heading", { name: "Done" }).waitFor();
  await two.getByText(/nothing failed/).waitFor();
}, 120_000);
