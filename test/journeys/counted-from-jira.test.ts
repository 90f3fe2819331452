import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addUser, join as joinGroup } from "../../workbench/jira/config/bare-site";
import { launchChromium } from "../support/chromium";
import { journeyPlan } from "../support/journey-plan";
import { openPlannedSpace, visit } from "../support/planned-space";
import type { PlannedSpace, Visitor } from "../support/planned-space";

/** Tickets, work and people that Jira itself knows of become the plan's numbers, and stay hidden from whom Jira hides them. */
let space: PlannedSpace;
let browser: Browser;
let ada: Visitor;
let page: Page;

const shots = process.env["UPTAKE_SHOTS"] ?? null;

beforeAll(async () => {
  space = await openPlannedSpace(journeyPlan);
  await furnish();
  browser = await launchChromium();
  ada = await visit(browser, space, { person: "Ada" });
  ({ page } = ada);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await space?.stop();
});

/** A service space with a ticket of each of twelve people, one by an app, and as many orders in a space of their own. */
async function furnish(): Promise<void> {
  const { jira } = space.grounds;
  const accounts = Array.from({ length: 12 }, (_, at) => {
    const who = { email: `clerk${String(at)}@example.com`, displayName: `Clerk ${String(at)}`, at: 400 + at };
    const { id } = addUser(jira, { ...who, zone: "UTC" });
    joinGroup(jira, "returns-desk", id);
    return id;
  });
  const bot = { id: "557058:00000000-0000-4000-8000-000000000900", email: "", displayName: "Mail robot" };
  jira.store.collection("user").put({ ...bot, timeZone: "UTC", locale: "en_US", active: true, accountType: "app" });
  jira.store.commit();
  const template = "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic";
  const lead = jira.store.collection("user").find(({ email }) => email === "admin@example.com")?.id;
  for (const [key, name] of [
    ["HELP", "Help desk"],
    ["ORD", "Orders"],
  ] as const) {
    const made = { key, name, projectTypeKey: "software", projectTemplateKey: template, leadAccountId: lead };
    await space.call("POST", "/rest/api/3/project", made);
  }
  const make = (key: string, summary: string, who: string) => {
    const fields = {
      project: { key },
      issuetype: { name: "Task" },
      summary,
      labels: ["returns"],
      reporter: { accountId: who },
    };
    return space.call("POST", "/rest/api/3/issue", { fields });
  };
  for (const [at, account] of accounts.entries()) {
    await make("HELP", `The label does not print (${String(at)})`, account);
    await make("ORD", `Return ${String(at)}`, account);
  }
  await make("HELP", "Mailbox is full", bot.id);
}

async function shot(name: string): Promise<void> {
  if (shots === null) return;
  mkdirSync(shots, { recursive: true });
  for (const theme of ["light", "dark"]) {
    for (const width of [1280, 300]) {
      await page.setViewportSize({ width, height: 2600 });
      await page.screenshot({ path: join(shots, `${name}-${theme}-${String(width)}.png`) });
    }
    // The button names the theme it leads to.
    await page.getByRole("button", { name: /^(Dark|Light)$/ }).click();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function openForm(): Promise<FrameLocator> {
  const frame = await ada.tab("Settings");
  await frame.getByText("Count work items of Jira").click();
  return frame;
}

test("a query Jira does not take is refused in its own words, and one it takes is shown before it counts", async () => {
  const frame = await openForm();
  await shot("empty");
  const jql = frame.getByLabel("Work items (JQL)");
  await jql.fill("project = NOWHERE");
  await frame.getByRole("button", { name: "See what it finds" }).click();
  await frame.getByText("Jira does not take this JQL").waitFor();
  await shot("refused");
  await frame.getByLabel("Space key").fill("HELP");
  await frame.getByLabel("Label", { exact: true }).fill("returns");
  await expect.poll(() => jql.inputValue()).toBe('project = "HELP" AND labels = "returns"');
  await frame.getByRole("button", { name: "See what it finds" }).click();
  await frame.getByText("13 work items match in Help desk.").waitFor();
  await frame.getByText("12 tickets of 12 people; 1 by apps and left out").waitFor();
  await shot("preview");
  await frame.getByLabel("What a ticket was about").selectOption({ label: "Its label" });
  await frame.getByRole("button", { name: "See what it finds" }).click();
  await frame.getByText("about: not said").first().waitFor();
  await frame.getByText("Names that mean something else here").click();
  await frame.getByLabel("Means how-to").fill("parcels, Returns");
  await frame.getByRole("button", { name: "See what it finds" }).click();
  await frame.getByText(", about: how-to").first().waitFor();
  await frame.getByText("Its label says what it was about: parcels, Returns for how-to.").waitFor();
  await shot("about");
  await frame.getByLabel("Name of the source").fill("Help desk");
  await frame.getByRole("button", { name: "Save and count" }).click();
  const card = frame.getByRole("article", { name: "Help desk" });
  await card.getByText("13 work items; 12 tickets read, 1 by apps excluded.").waitFor();
}, 90_000);

test("work done is defined beside it, and the people come from a group", async () => {
  const frame = await openForm();
  await frame.getByRole("button", { name: "Work done" }).click();
  await frame.getByLabel("Work items (JQL)").fill("project = ORD order by created");
  await frame.getByLabel("Whose work").selectOption({ label: "Its reporter" });
  await frame.getByRole("button", { name: "See what it finds" }).click();
  await frame.getByLabel("Name of the source").fill("Returns booked");
  await frame.getByRole("button", { name: "Save and count" }).click();
  await frame.getByRole("article", { name: "Returns booked" }).getByText("12 transactions read").waitFor();
  await frame.getByLabel("Part of the group's name").fill("returns");
  await frame.getByLabel("Department").fill("Returns");
  await frame.getByRole("button", { name: "Find groups" }).click();
  await frame.getByRole("button", { name: "Add returns-desk" }).click();
  await frame.getByText(/Returns desk, Returns: 12 people, read/).waitFor();
  await shot("settings");
}, 90_000);

test("M41 the number on the Adoption page is made of them", async () => {
  for (let turns = 0; turns < 4; turns += 1) await space.grounds.forge.tick();
  const frame = await ada.tab("Adoption");
  const row = frame.getByRole("row", { name: /^Help desk/ });
  await row.waitFor();
  await frame.getByRole("row", { name: /^Returns booked/ }).waitFor();
  const { metrics, weeks } = await space.pageOf("admin@example.com").ask("adoption", { plan: "journey" });
  expect(metrics.find(({ metric }) => metric === "ttft")?.n).toBe(12);
  expect(weeks.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(12);
  expect(weeks.reduce((sum, { split }) => sum + split["how-to"], 0)).toBe(12);
  await shot("adoption");
}, 60_000);

test("J4 work items that are suddenly gone are believed only when somebody says so", async () => {
  const jql = encodeURIComponent("project = HELP order by key");
  const found = await space.call("GET", `/rest/api/3/search/jql?jql=${jql}&fields=key&maxResults=8`);
  const issues: readonly { readonly id: string }[] = Object(found)["issues"];
  for (const { id } of issues) await space.call("DELETE", `/rest/api/3/issue/${id}`);
  const frame = await ada.tab("Settings");
  const card = frame.getByRole("article", { name: "Help desk" });
  await card.getByRole("button", { name: "Look now" }).click();
  await card.getByText("Jira shows the app 5 work items where it showed 13 before.").waitFor();
  await shot("shrunk");
  await card.getByRole("button", { name: "They are gone: count on" }).click();
  await card.getByText("5 work items; 12 tickets read").waitFor();
  const { weeks } = await space.pageOf("admin@example.com").ask("adoption", { plan: "journey" });
  expect(weeks.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(4);
}, 60_000);

test("law 7 whoever may not browse the space of the tickets sees no number made of them, and why", async () => {
  const { jira } = space.grounds;
  const scheme = jira.store.collection("permissionScheme").get("0");
  const project = jira.store.collection("project").where("key", "HELP")[0];
  if (scheme === null || project === undefined) throw new Error("The service space is missing.");
  const grants = scheme.grants.filter(({ holder }) => holder.type !== "applicationRole");
  jira.store.collection("permissionScheme").put({ ...scheme, id: "closed", grants });
  jira.store.collection("project").put({ ...project, permissionSchemeId: "closed" });
  jira.store.commit();
  const { metrics, weeks, sources } = await space.pageOf("member@example.com").ask("adoption", { plan: "journey" });
  expect(metrics.find(({ metric }) => metric === "hdr")).toMatchObject({ value: null, n: 0 });
  expect(weeks).toEqual([]);
  expect(sources.map(({ events }) => events)).toEqual([null, null]);
  expect(metrics.find(({ metric }) => metric === "ttft")?.n).toBe(12);
  const visitor = await visit(browser, space, { person: "Mia" });
  const seen = await visitor.tab("Adoption");
  await seen
    .getByText(/No number here: it counts work items of Help desk/)
    .first()
    .waitFor();
  page = visitor.page;
  await shot("hidden");
}, 90_000);
