import { readFileSync } from "node:fs";
import { projectFile } from "../forge/project-file";
import { addUser, people } from "../jira/config/bare-site";
import { accountOf, openPage, rest } from "./act";
import type { Page } from "./act";
import { openDashboard } from "./demo-dashboard";
import { noteWhatPeopleSee, tickDelivery } from "./demo-notes";
import { demoSpace, openDemoPage } from "./demo-space";
import { guardPlanWorkflow } from "./demo-workflow";
import { workThrough } from "./demo-work";
import type { Grounds, SiteName } from "./site";
import { keepFeed, reportUsage } from "./usage-feed";
import { tellUsage } from "./usage-story";

/** Fills a new site by the doors that people use: set-up, import, the board, and the web trigger for events. */
export async function seedSite(grounds: Grounds, name: SiteName): Promise<void> {
  if (name === "empty") return;
  const text = readFileSync(projectFile("workbench/sites/crm.yaml"), "utf8");
  inviteEverybody(grounds, text);
  const id = await makeSpace(grounds);
  await setUp(grounds, id);
  const page = openDemoPage(grounds);
  const plan = await apply(grounds, page, text);
  await guardPlanWorkflow(grounds, id);
  const { source, secret } = await page.ask("createSource", { plan: plan.id, name: "CRM, production" });
  keepFeed(grounds, { url: source.url, secret, upTo: grounds.clock.now() });
  const rows = tellUsage(plan.id).people.map((person) => `${person.id},${person.wave},${person.department}`);
  await page.ask("importPeople", { plan: plan.id, csv: ["person,wave,department", ...rows].join("\n") });
  await workThrough(grounds, { plan: plan.id, page, reportUsage: () => reportUsage(grounds, plan.id) });
  // The manager has taken in what the escalations of four months have moved in Jira.
  await apply(grounds, page, (await page.ask("planText", { plan: plan.id })).text);
  await tickDelivery(page, plan.id);
  await noteWhatPeopleSee(page, plan.id);
  await openDashboard(grounds, plan.id);
}

/** Whoever the plan names has an account, so that owners are people and not words. */
function inviteEverybody({ jira }: Grounds, text: string): void {
  const named = new Set(text.match(/[a-z.]+@example\.com/g));
  const known = new Set<string>(people.map(({ email }) => email));
  const missing = [...named].filter((email) => !known.has(email)).toSorted();
  missing.forEach((email, at) => {
    const displayName = email.slice(0, email.indexOf("@")).split(".").map(capital).join(" ");
    addUser(jira, { email, displayName, at: 100 + at, zone: "Europe/London" });
  });
  jira.store.commit();
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

async function makeSpace(grounds: Grounds): Promise<string> {
  const body = {
    ...demoSpace,
    projectTypeKey: "software",
    projectTemplateKey: "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
    leadAccountId: accountOf(grounds, "pm@example.com"),
  };
  const made = await rest(grounds, "admin@example.com", { method: "POST", path: "/rest/api/3/project", body });
  await admitAdministrator(grounds);
  return String(Object(made)["id"]);
}

/** Who looks after the site looks after its spaces, as Jira's own default has it. */
async function admitAdministrator(grounds: Grounds): Promise<void> {
  const role = grounds.jira.store.collection("role").find(({ name }) => name === "Administrators");
  const path = `/rest/api/3/project/${demoSpace.key}/role/${role?.id ?? ""}`;
  const body = { user: [accountOf(grounds, "admin@example.com")] };
  await rest(grounds, "pm@example.com", { method: "POST", path, body });
}

async function setUp(grounds: Grounds, id: string): Promise<void> {
  const admin = openPage(grounds, "uptake-admin", {
    email: "admin@example.com",
    extension: { type: "jira:adminPage" },
  });
  const { hash } = await admin.ask("setupPreview", { space: id });
  await admin.ask("setupApply", { space: id, hash });
}

async function apply(grounds: Grounds, page: Page, text: string): Promise<{ readonly id: string }> {
  const file = { text, fileName: "crm.yaml" };
  const { hash, plan } = await page.ask("propose", file);
  const { id: run } = await page.ask("apply", { ...file, hash });
  await finish(grounds, () => page.ask("run", { run }));
  return plan;
}

/** Lets the queue work until the job is over. */
async function finish({ forge, clock }: Grounds, look: () => Promise<{ state: string; doing: string }>): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) {
    await forge.tick();
    const { state, doing } = await look();
    if (state === "done") return;
    if (state === "failed" || state === "cancelled") throw new Error(`The import ended as ${state}: ${doing}`);
    clock.advance(1000);
  }
  throw new Error("The import did not end.");
}
