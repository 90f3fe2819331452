import type { CallRecord, Caller, HttpAnswer, ProductEvent } from "../../workbench/wire/wire";
import { createProject } from "../../workbench/jira/config/create-project";
import { seedBareSite, seedPeople } from "../../workbench/jira/config/bare-site";
import { createJira, type Jira } from "../../workbench/jira/jira";
import type { Project } from "../../workbench/jira/config-records";

export interface TestJira {
  readonly jira: Jira;
  readonly space: Project;
  readonly admin: Caller;
  readonly member: Caller;
  readonly events: ProductEvent[];
  readonly records: CallRecord[];
  readonly clock: { now(): number; advance(milliseconds: number): void; onMove(listener: () => void): void };
  /** Calls as the administrator, or as whoever is named, and reads the answer. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    caller?: Caller,
  ) => Promise<{ status: number; body: unknown }>;
  readonly raw: (method: string, path: string, body?: unknown, caller?: Caller) => Promise<HttpAnswer>;
}

export const testStart = Date.UTC(2026, 1, 2, 9);
const siteUrl = "http://localhost:8090";

/** A seeded site with one space, `CRM`; its clock stands still until it is moved. */
export function testJira({ stateDir = null }: { stateDir?: string | null } = {}): TestJira {
  let now = testStart;
  const clock = {
    now: () => now,
    advance: (milliseconds: number) => void (now += milliseconds),
    onMove: () => undefined,
  };
  const jira = createJira({ stateDir, clock, siteUrl });
  const { store } = jira;
  if (store.collection("user").all().length === 0) seed(jira);
  const idOf = (email: string): string => store.collection("user").find((user) => user.email === email)?.id ?? "";
  const [events, records]: [ProductEvent[], CallRecord[]] = [[], []];
  jira.onEvent((event) => events.push(event));
  jira.onCall((record) => records.push(record));
  const admin: Caller = { kind: "user", accountId: idOf("admin@example.com") };
  const member: Caller = { kind: "user", accountId: idOf("member@example.com") };
  const space = store.collection("project").where("key", "CRM")[0];
  if (space === undefined) throw new Error("The seeded space is missing.");
  const raw = (method: string, path: string, body?: unknown, caller: Caller = admin): Promise<HttpAnswer> =>
    jira.handle({ method, path, headers: {}, body: body === undefined ? null : JSON.stringify(body) }, caller);
  return {
    jira,
    space,
    admin,
    member,
    events,
    records,
    clock,
    raw,
    async call(method, path, body, caller) {
      const answer = await raw(method, path, body, caller);
      return { status: answer.status, body: answer.body === null ? null : JSON.parse(answer.body) };
    },
  };
}

function seed({ store }: Jira): void {
  seedBareSite({ store }, testStart);
  seedPeople({ store });
  const leadId = store.collection("user").all()[0]?.id ?? "";
  createProject({ store }, { key: "CRM", name: "CRM rollout", leadId, projectTypeKey: "software", style: "classic" });
  store.commit();
}
