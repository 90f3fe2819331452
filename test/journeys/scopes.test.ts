import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createForgeHost } from "../../workbench/forge/host";
import type { ForgeHost } from "../../workbench/forge/host";
import { seedBareSite, seedPeople } from "../../workbench/jira/config/bare-site";
import { createJira } from "../../workbench/jira/jira";
import { routes } from "../../workbench/jira/routes";
import { clockIn } from "../../workbench/shell/server/state-folder";
import { openPage } from "../../workbench/sites/act";
import { seedSite } from "../../workbench/sites/seed-site";
import { siteStart } from "../../workbench/sites/site";
import type { Grounds } from "../../workbench/sites/site";
import type { CallRecord } from "../../workbench/wire/wire";

const root = join(import.meta.dirname, "../..");
const manifest = z
  .object({ permissions: z.object({ scopes: z.array(z.string()) }) })
  .parse(parse(readFileSync(join(root, "manifest.yml"), "utf8")));

/** Scopes that no REST operation asks for: storage itself, and the personal-data report of the weekly schedule. */
const platformScopes = ["storage:app", "report:personal-data"];

const folder = mkdtempSync(join(tmpdir(), "uptake-scopes-"));
const calls: CallRecord[] = [];
let forge: ForgeHost;
let grounds: Grounds;

beforeAll(async () => {
  const clock = clockIn(folder, siteStart("demo"));
  const siteUrl = "http://localhost:1";
  const jira = createJira({ stateDir: null, clock, siteUrl });
  jira.onCall((record) => void calls.push(record));
  const site = { cloudId: "11223344-a1b2-4c33-8d44-112233445566", siteUrl, timeZone: "UTC" };
  forge = await createForgeHost({
    root,
    stateDir: join(folder, "forge"),
    clock,
    jira,
    site,
    sqlUrl: null,
    pollMs: null,
  });
  seedBareSite(jira, clock.now());
  seedPeople(jira);
  jira.store.commit();
  await forge.installApp();
  grounds = { jira, forge, clock, stateDir: folder };
  await seedSite(grounds, "demo");
}, 300_000);

afterAll(async () => {
  await forge.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the manifest's scopes are those that the operations the app calls demand, no more and no fewer", async () => {
  await useEverything();
  const asked = calls.filter(({ caller }) => caller.kind === "app");
  const used = new Set(asked.map(({ method, route }) => `${method} ${route}`));
  expect(used.size).toBeGreaterThan(20);
  const demanded = routes
    .filter(({ method, pattern }) => used.has(`${method} ${pattern}`))
    .flatMap(({ scopes }) => scopes);
  expect([...new Set([...demanded, ...platformScopes])].toSorted()).toEqual(manifest.permissions.scopes.toSorted());
});

test("the app never calls what Jira does not know, nor what its scopes do not cover", () => {
  const asked = calls.filter(({ caller }) => caller.kind === "app");
  expect(asked.filter(({ route }) => route === null)).toEqual([]);
  expect(asked.filter(({ status, responseBody }) => status === 401 && responseBody?.includes("scope"))).toEqual([]);
});

/** What seeding leaves out: undo, the panels, JQL functions, the removal of the set-up. */
async function useEverything(): Promise<void> {
  const { store } = grounds.jira;
  const project = store.collection("project").find(({ key }) => key === "CRM");
  const space = project?.id ?? "";
  const extension = { type: "jira:projectPage", project: { id: space, key: "CRM", type: "software" } };
  const page = openPage(grounds, "uptake-space", { email: "pm@example.com", extension });
  const admin = openPage(grounds, "uptake-admin", {
    email: "admin@example.com",
    extension: { type: "jira:adminPage" },
  });
  const [plan] = await page.ask("listPlans", {});
  const { id } = plan ?? { id: "" };
  await page.ask("overview", { plan: id });
  await page.ask("gates", { plan: id });
  await page.ask("gadget", { config: { version: 1, plan: id, wave: null, cards: ["ttft"] } });
  const board = await page.ask("riskBoard", { plan: id });
  const card = board.lanes[1]?.cards[0];
  if (card !== undefined) await page.ask("retagRisk", { key: card.key, tag: "pre-delivery" });
  for (const kind of ["step", "risk", "rollback", "plan"]) {
    const issue = store
      .collection("issue")
      .find((one) => JSON.stringify(one.properties["uptake.item"] ?? "").includes(`"${kind}"`));
    const context = { type: "jira:issuePanel", project: extension.project, issue: { id: issue?.id, key: issue?.key } };
    await openPage(grounds, "uptake-panel", { email: "member@example.com", extension: context }).ask("panel", {});
  }
  await admin.ask("listSpaces", {});
  await admin.ask("health", { space });
  const [run] = await page.ask("listRuns", { plan: id });
  if (run !== undefined) await page.ask("undoRun", { run: run.id });
  await countFromJira(id);
  for (let turns = 0; turns < 30; turns += 1) await forge.tick();
  await admin.ask("setupRemove", { space });
}

async function countFromJira(plan: string): Promise<void> {
  const project = grounds.jira.store.collection("project").find(({ key }) => key === "CRM");
  const extension = { type: "jira:projectPage", project: { id: project?.id, key: "CRM", type: "software" } };
  const keeper = openPage(grounds, "uptake-space", { email: "admin@example.com", extension });
  const process = { kind: "request-type" } as const;
  const done = { kind: "reached", category: "done" } as const;
  const counting = { jql: "project = CRM", counts: "transaction", who: "assignee", process } as const;
  await keeper.ask("previewItems", { plan, counting: { ...counting, moment: { kind: "commented" } } });
  await keeper.ask("defineItems", { plan, name: "Steps done", counting: { ...counting, moment: done } });
  const [group] = await keeper.ask("findGroups", { plan, like: "jira" });
  if (group === undefined) throw new Error("The site shows no group.");
  await keeper.ask("setTeams", { plan, teams: [{ group: group.id, name: group.name, wave: "sales", department: "" }] });
}
