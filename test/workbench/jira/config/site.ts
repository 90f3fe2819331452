import { createClock, type Clock } from "../../../../workbench/wire/clock";
import { createProject, type NewProject } from "../../../../workbench/jira/config/create-project";
import { people, seedBareSite, seedPeople } from "../../../../workbench/jira/config/bare-site";
import { createJira, type Jira } from "../../../../workbench/jira/jira";
import type { Caller, InstalledApp } from "../../../../workbench/wire/wire";

export interface Reply {
  readonly status: number;
  // What Jira answered; tests look into it as a client would.
  readonly body: Readonly<Record<string, unknown>>;
}
export type Send = (method: string, path: string, body?: unknown) => Promise<Reply>;

export interface TestSite {
  readonly jira: Jira;
  readonly clock: Clock;
  readonly as: (part: (typeof people)[number]["part"]) => Send;
  readonly asCaller: (caller: Caller) => Send;
  readonly accountId: (part: (typeof people)[number]["part"]) => string;
}

/** A bare site with its five people, in memory. */
export function openSite(): TestSite {
  let offset = 0;
  const clock = createClock({ read: () => offset, write: (moved) => void (offset = moved) });
  const jira = createJira({ stateDir: null, clock, siteUrl: "https://site.example" });
  jira.faults.limits = "off";
  seedBareSite(jira, clock.now());
  seedPeople(jira);
  jira.store.commit();
  const asCaller =
    (caller: Caller): Send =>
    async (method, path, body) => {
      const text = body === undefined ? null : JSON.stringify(body);
      const answer = await jira.handle({ method, path: `/rest/api/3/${path}`, headers: {}, body: text }, caller);
      return { status: answer.status, body: answer.body === null ? {} : JSON.parse(answer.body) };
    };
  const accountId: TestSite["accountId"] = (part) => {
    const email = people.find((person) => person.part === part)?.email;
    return jira.store.collection("user").find((user) => user.email === email)?.id ?? "";
  };
  const as: TestSite["as"] = (part) => asCaller({ kind: "user", accountId: accountId(part) });
  return { jira, clock, as, asCaller, accountId };
}

export function addSpace(site: TestSite, wanted: Partial<NewProject> = {}): string {
  const usual = { key: "CRM", name: "CRM rollout", projectTypeKey: "software", style: "classic" } as const;
  const project = createProject(site.jira, { ...usual, leadId: site.accountId("administrator"), ...wanted });
  site.jira.store.commit();
  return project.id;
}

/** Makes a work item and gives its key. */
export async function addItem(
  send: Send,
  fields: Readonly<Record<string, unknown>>,
  properties: readonly unknown[] = [],
): Promise<string> {
  const base = { project: { key: "CRM" }, issuetype: { name: "Task" } };
  const reply = await send("POST", "issue", { fields: { ...base, ...fields }, properties });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return String(reply.body["key"]);
}

export const appId = "ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555";

export function testApp(
  modules: InstalledApp["modules"],
  invoke: InstalledApp["invoke"] = async () => ({}),
): InstalledApp {
  return { appId, environmentId: "99999999-2222-4333-8444-555555555555", modules, invoke };
}

export function ari(moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/11111111-2222-4333-8444-555555555555/99999999-2222-4333-8444-555555555555/static/${moduleKey}`;
}
