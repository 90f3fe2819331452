import { createHmac } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workbench } from "../../workbench/start";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";
import { openWorkbench } from "../support/workbench";

/** One plan goes all the way: from a file to a second gate that opens on measured adoption alone. */
let workbench: Workbench;
let browser: Browser;
let page: Page;
let source = { url: "", secret: "" };

const shots = process.env["UPTAKE_SHOTS"] ?? null;

beforeAll(async () => {
  workbench = await openWorkbench();
  browser = await launchChromium();
  page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(30_000);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

const button = (name: string) => page.getByRole("button", { name, exact: true });
const frame = (): FrameLocator => page.locator("iframe:visible").first().contentFrame();

async function shot(name: string): Promise<void> {
  if (shots === null) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function be(person: string): Promise<void> {
  const persona = page.locator("header select").first();
  const label = (await persona.locator("option").allInnerTexts()).find((text) => text.includes(person));
  const changed = page.waitForResponse(
    (response) => response.url().includes("/_workbench/") && response.request().method() === "POST",
  );
  await persona.selectOption({ label: label ?? person });
  await changed;
  await page.waitForTimeout(700);
}

async function implementation(tab: string): Promise<FrameLocator> {
  await page.goto(`${workbench.url}/jira/spaces/CRM/app/uptake-space`);
  await frame().getByText(tab, { exact: true }).first().click();
  return frame();
}

async function rest(path: string): Promise<Record<string, never>> {
  const authorization = `Basic ${Buffer.from("admin@example.com:token").toString("base64")}`;
  const response = await fetch(`${workbench.url}${path}`, { headers: { authorization } });
  expect(response.status).toBe(200);
  return Object(await response.json());
}

test("the administrator sees every change of the set-up before it happens, and a second run has nothing to do (M94)", async () => {
  await page.goto(workbench.url);
  await button("Create space").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("CRM rollout");
  await dialog.getByLabel("Key").fill("CRM");
  await dialog.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "Board" }).waitFor();
  await page.goto(`${workbench.url}/jira/settings/app/uptake-admin`);
  await frame().getByRole("combobox", { name: "Space" }).selectOption({ label: "CRM rollout (CRM, company-managed)" });
  await frame().getByText("Create (11)").waitFor();
  await shot("set-up-preview");
  await frame().getByRole("button", { name: "Set up CRM rollout" }).click();
  await frame().getByRole("button", { name: "Confirm: nothing to change" }).waitFor();
  await frame().getByText("The space offers every type and field.").waitFor();
  await shot("set-up-done");
}, 60_000);

test("the project manager drops a plan file, sees what would change, and gets linked work items (M92)", async () => {
  await be("Petra");
  await page.goto(`${workbench.url}/jira/spaces/CRM/app/uptake-space`);
  await frame().getByText("From delivered to used").waitFor();
  await shot("empty-space");
  const file = { name: "returns.yaml", mimeType: "text/yaml", buffer: Buffer.from(journeyPlan) };
  await frame().locator("input[type=file]").first().setInputFiles(file);
  await frame().getByText("13 create").waitFor();
  await shot("preview");
  await frame()
    .getByRole("button", { name: /^Apply: create 13/ })
    .click();
  await frame().getByText("13 work items created, nothing failed.").waitFor({ timeout: 40_000 });
  await shot("applied");
  const found = await rest(
    "/rest/api/3/search/jql?jql=project%3DCRM%20and%20issuetype%3DStep&fields=issuelinks,summary&maxResults=50",
  );
  const steps: { fields: { summary: string; issuelinks: { type: { name: string } }[] } }[] = found["issues"] ?? [];
  expect(steps.length).toBe(8);
  const blocks = steps.flatMap(({ fields }) => fields.issuelinks).filter(({ type }) => type.name === "Blocks");
  expect(blocks.length).toBe(2 * 8);
}, 90_000);

test("the same file again is nothing to do (law 1)", async () => {
  const plan = await implementation("Plan");
  const file = { name: "returns.yaml", mimeType: "text/yaml", buffer: Buffer.from(journeyPlan) };
  await plan.locator("input[type=file]").first().setInputFiles(file);
  await plan.getByText("0 create").waitFor();
  await plan.getByText("0 update").waitFor();
  await plan.getByText("0 conflict").waitFor();
}, 60_000);

test("the panel of a step says whether it may start, and what done means", async () => {
  await page.goto(`${workbench.url}/browse/CRM-7`);
  await frame()
    .getByText(/Wait: 0 of 1 predecessor/)
    .first()
    .waitFor();
  await shot("step-panel");
  await page.goto(`${workbench.url}/browse/CRM-6`);
  await frame()
    .getByText(/You may start/)
    .first()
    .waitFor();
  await frame()
    .getByText(/returns that follow the map/)
    .first()
    .waitFor();
}, 60_000);

test("a risk is retagged from the keyboard and changes its lane (M51)", async () => {
  const risks = await implementation("Risks");
  const lane = (name: string) => risks.getByRole("region", { name: `${name} risks` });
  await lane("Pre-delivery").getByText("Two people share one scanner").waitFor();
  await risks.getByLabel("Change CRM-2").selectOption("retag");
  await lane("Post-delivery").getByText("Two people share one scanner").waitFor();
  await shot("risks");
}, 60_000);

test("a source is made, its key shown once, and people are listed", async () => {
  await be("Ada");
  const settings = await implementation("Settings");
  await settings.getByLabel("Name of the system").fill("Returns desk, production");
  await settings.getByRole("button", { name: "Create source" }).click();
  const secret = settings.locator("[data-secret]");
  await secret.waitFor();
  source = {
    secret: (await secret.innerText()).trim(),
    url: (await settings.getByRole("article").locator("pre").first().innerText()).trim(),
  };
  await shot("source");
  const rows = Array.from({ length: 20 }, (_, index) => `p${String(index)},desk,Returns`);
  const csv = ["person,wave,department", ...rows].join("\n");
  await settings
    .getByLabel("List of people")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await settings.getByText("20 people taken.").waitFor();
}, 60_000);

test("two of twenty at work: the gadget is RED, with one sentence (M54, M55)", async () => {
  expect(await send(twoOfTwenty())).toBe(202);
  await page.goto(`${workbench.url}/jira/dashboards`);
  await button("Create dashboard").click();
  await page.getByRole("dialog").getByLabel("Name").fill("Implementation");
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await page.getByLabel("Add gadget").selectOption({ label: "Adoption" });
  await frame().getByText("Choose a plan").waitFor();
  await button("Configure").click();
  await frame().getByRole("button", { name: "Save" }).click();
  await frame().getByText("10 % (3–34) work on their own by day 14; gate 2 needs 80 %.").first().waitFor();
  await frame().getByText("RED").first().waitFor();
  await shot("gadget-red");
}, 90_000);

test("the gate's rule refuses the transition and names the unmet metric", async () => {
  await page.goto(`${workbench.url}/jira/settings/workflows`);
  const workflow = page.locator("details.workflow").filter({ hasText: "CRM" });
  await workflow.getByLabel("Add validator to Done").selectOption({ label: "Gate opens on measured adoption" });
  const dialog = page.getByRole("dialog");
  await dialog.frameLocator("iframe").getByText("Save the rule to put it in force.").waitFor();
  await shot("gate-rule");
  await dialog.getByRole("button", { name: "Save" }).click();
  await workflow.locator(".rule").waitFor();
  await recompute("LOCKED");
  expect(await move("Done")).toContain("work on their own by day 14");
  await shot("refused");
}, 90_000);

test("once people work on their own the same transition passes, in the dark as well", async () => {
  await button("Dark").click();
  workbench.clock.advance(86_400_000);
  expect(await send(everybody())).toBe(202);
  await recompute("OPEN until");
  await shot("gate-open-dark");
  await page.goto(`${workbench.url}/jira/dashboards`);
  await page.getByRole("link", { name: "Implementation" }).click();
  await frame().getByText("GREEN").first().waitFor();
  await shot("gadget-green-dark");
  expect(await move("Done")).toBe("");
  const plan = await rest("/rest/api/3/issue/CRM-1?fields=status");
  expect(Object(plan["fields"])["status"]["name"]).toBe("Done");
}, 90_000);

async function recompute(word: string): Promise<void> {
  const gates = await implementation("Gates");
  await gates.getByRole("button", { name: "Recompute now" }).click();
  await gates.getByText(new RegExp(`^${word}`)).waitFor();
}

/** Moves the plan's work item; what Jira says against it, or nothing. */
async function move(status: string): Promise<string> {
  await page.goto(`${workbench.url}/browse/CRM-1`);
  await page.getByLabel("Transition").selectOption({ label: status });
  await page.waitForTimeout(1500);
  const said = page.getByRole("alert");
  return (await said.count()) === 0 ? "" : said.first().innerText();
}

interface Row {
  readonly person: string;
  readonly at: string;
  readonly kind: "transaction" | "login";
}

function twoOfTwenty(): readonly Row[] {
  return [
    ...["p0", "p1"].map((person) => ({ person, at: "2026-10-07T09:00:00Z", kind: "transaction" as const })),
    heard(),
  ];
}

function everybody(): readonly Row[] {
  const rows = Array.from({ length: 20 }, (_, index) => {
    return { person: `p${String(index)}`, at: "2026-10-08T09:00:00Z", kind: "transaction" as const };
  });
  return [...rows, heard()];
}

/** A sign of life up to now: without it the evidence would end with the last transaction. */
function heard(): Row {
  return { person: "p0", at: new Date(workbench.clock.now() - 60_000).toISOString(), kind: "login" };
}

async function send(rows: readonly Row[]): Promise<number> {
  const events = rows.map((row, index) => ({
    id: `${row.kind}-${String(index)}`,
    plan: "journey",
    process: "book",
    ...row,
  }));
  const body = events.map((event) => JSON.stringify(event)).join("\n");
  const timestamp = String(Math.floor(workbench.clock.now() / 1000));
  const signature = `v1=${createHmac("sha256", source.secret).update(`${timestamp}.${body}`).digest("hex")}`;
  const headers = { "X-Uptake-Timestamp": timestamp, "X-Uptake-Signature": signature };
  const response = await fetch(source.url, { method: "POST", headers, body });
  await workbench.forge.tick();
  return response.status;
}
