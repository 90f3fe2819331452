import { expect, test } from "vitest";
import { readPlan, writeYaml } from "#formats/yaml";
import { rest } from "../../workbench/sites/act";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";
import { holdAnswers } from "../support/hold-answers";
import { admin, visit } from "../support/planned-space";

/** The page between a plan's file and Jira: conflicts by keyboard, differences down to the word, and a way back. */
const journey = openJourney(journeyPlan);

const upload = (text: string) => ({ name: "returns.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
const rename = (key: string, summary: string) =>
  journey.space.call("PUT", `/rest/api/3/issue/${key}`, { fields: { summary } });

async function titleOf(key: string): Promise<string> {
  const issue = await journey.space.call("GET", `/rest/api/3/issue/${key}?fields=summary`);
  return String(Object(Object(issue)["fields"])["summary"]);
}

async function keyOf(start: string): Promise<string> {
  const jql = encodeURIComponent("project = CRM and issuetype = Step");
  const found = await journey.space.call("GET", `/rest/api/3/search/jql?jql=${jql}&fields=summary&maxResults=50`);
  const issues: readonly { key: string; fields: { summary: string } }[] = Object(found)["issues"];
  return issues.find(({ fields }) => fields.summary.startsWith(start))?.key ?? "";
}

test("two conflicts are settled with the keyboard alone, one for each side, and applied (M92)", async () => {
  const [map, load] = [await keyOf("Draw the return"), await keyOf("Load the open")];
  await rename(map, "Draw the return process with the desk");
  await rename(load, "Load all returns into the test system as CSV");
  const text = journeyPlan
    .replace("Draw the return process on one page in Miro", "Draw the return process on two pages in Miro")
    .replace("Load the open returns into", "Load the open returns of May into")
    .replace("Check it against five real returns.", "Check it against nine real returns.");
  const { page, tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame.locator("input[type=file]").first().setInputFiles(upload(text));
  await frame.getByText("Conflicts: 0 of 2 settled").waitFor();
  await frame.locator(".conflict").first().focus();
  await page.keyboard.press("f");
  await page.keyboard.press("j");
  await frame.getByText("Conflicts: 2 of 2 settled").waitFor();
  await page.keyboard.press("Enter");
  await frame.getByRole("button", { name: /^Apply: update 1, take 1 from Jira/ }).waitFor();
  // Down to the word: nine instead of five.
  await frame.getByRole("button", { name: "Open all differences" }).click();
  await expect.poll(() => frame.locator("del", { hasText: "five" }).count()).toBe(1);
  await expect.poll(() => frame.locator("ins", { hasText: "nine" }).count()).toBe(1);
  await frame.getByRole("button", { name: /^Apply/ }).focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("heading", { name: "Done" }).waitFor();
  expect(await titleOf(map)).toContain("two pages");
  expect(await titleOf(load)).toBe("Load all returns into the test system as CSV");
}, 90_000);

test("before a run is taken back the page says what no longer can be, and keeps that (S24)", async () => {
  await rename(await keyOf("Draw the return"), "Draw it once more");
  const { tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame
    .getByRole("row", { name: /1 of 1/ })
    .getByRole("button", { name: "Undo …" })
    .click();
  await frame.getByText("1 change can no longer be undone").waitFor();
  await frame.getByRole("button", { name: "Leave it as it is" }).click();
  expect(await keyOf("Draw it once more")).not.toBe("");
}, 60_000);

test("a button stands where it will be pressed: what is above it comes first, however late (S24)", async () => {
  const { page, open } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await open("/jira/spaces/CRM/app/uptake-space");
  const release = await holdAnswers(page, "planPage");
  await frame.getByRole("navigation").getByText("Plan", { exact: true }).click();
  await frame.getByLabel("Loading the steps").waitFor();
  await expect.poll(() => frame.getByRole("button", { name: /Undo|Export|Edit as text/ }).count()).toBe(0);
  await release();
  const undo = frame.getByRole("button", { name: "Undo …" }).first();
  await undo.waitFor();
  await expect.poll(() => frame.getByRole("heading", { name: "Steps" }).count()).toBe(1);
}, 60_000);

test("a page that loads stays as high as it was, lest it move under a press twice", async () => {
  const { page, tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame.getByRole("button", { name: "Undo …" }).first().waitFor();
  const height = async () => (await page.locator("iframe:visible").boundingBox())?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(900);
  const before = await height();
  const release = await holdAnswers(page, "riskBoard");
  await frame.getByRole("navigation").getByText("Risks", { exact: true }).click();
  await frame.getByRole("status", { name: /^Loading/ }).waitFor();
  expect(await height()).toBeGreaterThanOrEqual(before);
  await release();
  await frame.getByText("Two people share one scanner").first().waitFor();
  await expect.poll(height).toBeLessThan(before);
}, 60_000);

test("the overview says what differs from the plan, after a look (M92)", async () => {
  const { tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Overview");
  await frame.getByRole("button", { name: "Look now" }).click();
  await frame.getByText(/^1 difference since/).waitFor();
  await frame.getByText("1 difference", { exact: true }).click();
  await frame.getByText("once more").first().waitFor();
}, 60_000);

test("the history tells both sides, with names", async () => {
  const { tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame.getByRole("button", { name: "History", exact: true }).click();
  await frame
    .getByRole("row", { name: /Ada Administrator Jira .*Draw/ })
    .first()
    .waitFor();
  await frame.getByLabel("From which side").selectOption({ label: "From the plan's file" });
  await frame
    .getByRole("row", { name: /Plan's file/ })
    .first()
    .waitFor();
  await expect.poll(() => frame.getByRole("row", { name: /Ada Administrator Jira / }).count()).toBe(0);
}, 60_000);

test("a work item that is there already is taken on when a person says so, and not made twice (M92)", async () => {
  const type = (await journey.space.pageOf(admin).ask("mapping", { space: "CRM" })).types[1]?.id ?? "";
  const fields = { project: { key: "CRM" }, issuetype: { id: type }, summary: "Thank the desk with cake" };
  const made = await rest(journey.space.grounds, admin, {
    method: "POST",
    path: "/rest/api/3/issue",
    body: { fields },
  });
  const key = String(Object(made)["key"]);
  const step =
    "  - { id: cake, title: Thank the desk with cake, duration: 1h, after: [close], side: buyer, stream: support, phase: Rollout }\nrisks:";
  const { tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame
    .locator("input[type=file]")
    .first()
    .setInputFiles(upload(journeyPlan.replace("risks:", step.trimStart().replace(/^/, "  "))));
  await frame.getByText("Perhaps there already: 0 of 1 work item taken on").waitFor();
  await frame.getByRole("button", { name: /^Use all that fit/ }).click();
  await frame.getByRole("button", { name: "Look again with these decisions" }).click();
  await frame.getByText("1 take on").waitFor();
  await frame.getByText(key).first().waitFor();
  await frame.getByText("0 create").waitFor();
}, 60_000);

/** The plan as Jira holds it, and one more dependency. */
async function withDependency(step: string, of: string): Promise<string> {
  const { text } = await journey.space.pageOf(admin).ask("planText", { plan: "journey" });
  const read = readPlan(text, "plan.yaml");
  if (read.kind !== "read") throw new Error("The plan that Jira holds cannot be read.");
  const more = { step, type: "FS", lag: "0" } as const;
  const steps = read.plan.steps.map((one) => (one.id === of ? { ...one, after: [...one.after, more] } : one));
  return writeYaml({ ...read.plan, steps });
}

interface Grant {
  readonly id: number;
  readonly permission: string;
  readonly holder: { readonly type: string; readonly parameter?: string; readonly value?: string };
}

async function dropGrants(permission: string, type: string): Promise<readonly Grant[]> {
  const grants = "/rest/api/3/permissionscheme/0/permission";
  const all: readonly Grant[] = Object(await journey.space.call("GET", grants))["permissions"];
  const dropped = all.filter((one) => one.permission === permission && one.holder.type === type);
  for (const { id } of dropped) await journey.space.call("DELETE", `${grants}/${String(id)}`);
  return dropped;
}

test("what Jira refused is named with its mend, and tried again alone once that is mended (S22)", async () => {
  const text = await withDependency("teach", "close");
  const { tab } = await visit(journey.browser, journey.space, { person: "Ada" });
  const frame = await tab("Plan");
  await frame.locator("input[type=file]").first().setInputFiles(upload(text));
  const dropped = await dropGrants("LINK_ISSUES", "projectRole");
  await frame.getByRole("button", { name: /^Apply: / }).click();
  await frame.getByText("0 work items created, 1 failed.").waitFor();
  for (const { permission, holder } of dropped) {
    await journey.space.call("POST", "/rest/api/3/permissionscheme/0/permission", { permission, holder });
  }
  await frame.getByRole("button", { name: "Try the 1 failed one again" }).click();
  await frame.getByText("0 work items created, nothing failed.").waitFor();
}, 60_000);

test("whoever may not write is told so by the name of the permission, and nothing is written", async () => {
  await dropGrants("EDIT_ISSUES", "applicationRole");
  const text = journeyPlan.replace("Walk the floor for three mornings", "Walk the floor for four mornings");
  const { tab } = await visit(journey.browser, journey.space, { person: "Mia" });
  const frame = await tab("Plan");
  await frame.locator("input[type=file]").first().setInputFiles(upload(text));
  const preview = frame.getByRole("region", { name: "What would change" });
  await preview.getByText("You lack the permission “Edit work items” in this space.").waitFor();
  await preview.getByText("Ask the space's administrator for “Edit work items”.").waitFor();
  await expect.poll(() => frame.getByRole("button", { name: /^Apply: update/ }).isDisabled()).toBe(true);
  expect(await keyOf("Walk the floor for three mornings")).not.toBe("");
}, 60_000);
