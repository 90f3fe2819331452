import { createHmac } from "node:crypto";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountOf, openPage } from "../../workbench/sites/act";
import { admin, openPlannedSpace } from "../support/planned-space";
import type { PlannedSpace } from "../support/planned-space";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";

/** Refusals are shown with their mend; nothing crashes and nothing is half done. */
let space: PlannedSpace;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  browser = await launchChromium();
  page = await browser.newPage({ colorScheme: "dark" });
  page.setDefaultTimeout(30_000);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

async function tab(name: string): Promise<FrameLocator> {
  await page.goto(`${space.workbench.url}/jira/spaces/CRM/app/uptake-space`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  await frame.getByText(name, { exact: true }).first().click();
  return frame;
}

test("a malformed plan file is refused on the screen, with its line and the mend", async () => {
  const plan = await tab("Plan");
  const text = "uptake: 1\nplan:\n  id: broken\n  title: Broken\nsteps:\n  - { id: a, title: One, after: [nowhere }\n";
  await plan
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "broken.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
  await plan
    .getByText(/line 6/i)
    .first()
    .waitFor();
});

test("an executive may look, and is told who may make a source", async () => {
  await expect(
    space.pageOf("executive@example.com").ask("createSource", { plan: "journey", name: "Mine" }),
  ).rejects.toThrow(/Ask the space's administrator/);
});

test("somebody without Administer Jira sees no set-up, and is told whom to ask", async () => {
  const setUp = openPage(space.grounds, "uptake-admin", {
    email: "pm@example.com",
    extension: { type: "jira:adminPage" },
  });
  await expect(setUp.ask("setupPreview", { space: space.id })).rejects.toThrow(/Administer Jira/);
});

test("an applied proposal that is no longer the one looked at is stale", async () => {
  const file = { text: journeyPlan.replace("Returns desk", "Desk of returns"), fileName: "returns.yaml" };
  await expect(space.pageOf(admin).ask("apply", { ...file, hash: "0".repeat(64) })).rejects.toThrow();
});

test("a request larger than the platform takes does not reach the app", async () => {
  await expect(
    space.pageOf(admin).ask("propose", { text: "x".repeat(600_000), fileName: "large.yaml" }),
  ).rejects.toThrow();
});

test("an unknown bridge command is refused by its name", async () => {
  const extension = { type: "jira:projectPage", project: { id: space.id, key: "CRM", type: "software" } };
  const { frameId } = space.workbench.forge.mount({
    moduleKey: "uptake-space",
    extension,
    accountId: accountOf(space.grounds, admin),
  });
  await expect(space.workbench.forge.bridge(frameId, "launchRockets", {})).rejects.toThrow(/launchRockets/);
});

test("a call without its scope bounces off Jira", async () => {
  const caller = {
    kind: "app",
    appId: "x",
    scopes: ["read:jira-work"],
    actingFor: accountOf(space.grounds, admin),
  } as const;
  const body = JSON.stringify({ fields: { project: { key: "CRM" }, issuetype: { name: "Task" }, summary: "x" } });
  const answer = await space.workbench.jira.handle(
    { method: "POST", path: "/rest/api/3/issue", headers: {}, body },
    caller,
  );
  expect([answer.status, JSON.parse(answer.body ?? "")]).toEqual([
    401,
    { code: 401, message: "Unauthorized; scope does not match" },
  ]);
});

test("the door for events: forged, replayed, too old, too large and another plan's all bounce", async () => {
  const { source, secret } = await space.pageOf(admin).ask("createSource", { plan: "journey", name: "Desk" });
  const now = Math.floor(space.workbench.clock.now() / 1000);
  const event = (plan: string) =>
    JSON.stringify({ id: "1", plan, person: "ana", at: "2026-10-07T09:00:00Z", kind: "transaction", process: "book" });
  const post = async (body: string, { key = secret, skew = 0 } = {}): Promise<number> => {
    const timestamp = String(now + skew);
    const signature = `v1=${createHmac("sha256", key).update(`${timestamp}.${body}`).digest("hex")}`;
    const headers = { "X-Uptake-Timestamp": timestamp, "X-Uptake-Signature": signature };
    return (await fetch(source.url, { method: "POST", headers, body })).status;
  };
  expect(await post(event("journey"), { key: "guess" })).toBe(401);
  expect(await post(event("journey"), { skew: -400 })).toBe(401);
  expect(await post(event("journey"), { skew: 5 })).toBe(202);
  expect(await post(event("journey"), { skew: 5 })).toBe(401);
  expect(await post(event("other"), { skew: 6 })).toBe(422);
  expect(await post("x".repeat(4_100_000), { skew: 7 })).toBe(413);
});
