import { describe, expect, test } from "vitest";
import type { ProductEvent } from "../../../../workbench/wire/wire";
import { addItem, addSpace, appId, ari, openSite, testApp, type Send, type TestSite } from "./site";

const validator = {
  key: "gate",
  name: "Gate",
  description: "d",
  expression: "issue.summary.includes('ready') ? true : 'Not ready: ' + config.why",
  errorMessage: "The gate is locked.",
};

/** Puts the validator on the transition to Done. */
async function guard(site: TestSite, parameters: Readonly<Record<string, string>>): Promise<Send> {
  const projectId = addSpace(site);
  const admin = site.as("administrator");
  const types = await admin("GET", `issuetype/project?projectId=${projectId}`);
  const pair = { projectId, issueTypeId: Object(types.body)[0].id };
  const read = await admin("POST", "workflows", { projectAndIssueTypes: [pair] });
  const [workflow] = Object(read.body["workflows"]);
  const rule = { ruleKey: "forge:expression-validator", parameters: { key: ari("gate"), ...parameters } };
  const transitions = workflow.transitions.map((transition: { name: string }) =>
    transition.name === "Done" ? { ...transition, validators: [rule] } : transition,
  );
  const change = { id: workflow.id, version: workflow.version, statuses: workflow.statuses, transitions };
  const update = () => admin("POST", "workflows/update", { statuses: read.body["statuses"], workflows: [change] });
  expect((await update()).status).toBe(200);
  expect((await update()).status).toBe(409);
  return admin;
}

async function finish(send: Send, key: string): Promise<{ status: number; said: string }> {
  const offered = await send("GET", `issue/${key}/transitions`);
  const done = Object(offered.body["transitions"]).find(({ name }: { name: string }) => name === "Done");
  const reply = await send("POST", `issue/${key}/transitions`, { transition: { id: done.id } });
  return { status: reply.status, said: JSON.stringify(reply.body) };
}

describe("M54 a workflow rule of an app", () => {
  test("lets through, refuses with its own words, and reads its configuration", async () => {
    const site = openSite();
    await site.jira.install(testApp({ "jira:workflowValidator": [validator] }));
    const admin = await guard(site, { config: JSON.stringify({ why: "two steps open" }) });
    const [ready, open] = [await addItem(admin, { summary: "ready" }), await addItem(admin, { summary: "open" })];
    expect((await finish(admin, ready)).status).toBe(204);
    expect(await finish(admin, open)).toMatchObject({
      status: 400,
      said: expect.stringContaining("Not ready: two steps open"),
    });
  });

  test.each([
    ["an error", "issue.nothing == 1"],
    ["an answer that is no truth value", "1"],
    ["false", "false"],
  ])("fails closed on %s, with the module's message", async (_, expression) => {
    const site = openSite();
    await site.jira.install(testApp({ "jira:workflowValidator": [validator] }));
    const admin = await guard(site, { config: JSON.stringify({ expression }) });
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    expect(await finish(admin, await addItem(admin, { summary: "ready" }))).toMatchObject({
      status: 400,
      said: expect.stringContaining("The gate is locked."),
    });
    const failed = events.filter(({ eventType }) => eventType === "avi:jira:failed:expression");
    expect(failed).toHaveLength(expression === "false" ? 0 : 1);
  });

  test("fails closed when the app is gone", async () => {
    const site = openSite();
    const admin = await guard(site, {});
    expect(await finish(admin, await addItem(admin, { summary: "ready" }))).toMatchObject({
      status: 400,
      said: expect.stringContaining("workflow rule of an app"),
    });
  });

  test("a rule that nobody plays is refused when it is saved", async () => {
    const site = openSite();
    const admin = site.as("administrator");
    const status = { id: "10000", name: "To Do", statusCategory: "TODO", statusReference: "todo" };
    const transition = {
      id: "1",
      name: "Create",
      type: "INITIAL",
      toStatusReference: "todo",
      validators: [{ ruleKey: "system:unheard-of" }],
    };
    const workflow = {
      name: "New",
      statuses: [{ statusReference: "todo", properties: {} }],
      transitions: [transition],
    };
    const reply = await admin("POST", "workflows/create", {
      scope: { type: "GLOBAL" },
      statuses: [status],
      workflows: [workflow],
    });
    expect(reply.body).toMatchObject({ errorMessages: ["The workflow rule 'system:unheard-of' is not supported."] });
    const good = { ...workflow, transitions: [{ ...transition, validators: [] }] };
    expect(
      (await admin("POST", "workflows/create", { scope: { type: "GLOBAL" }, statuses: [status], workflows: [good] }))
        .status,
    ).toBe(200);
  });

  test("the capabilities name the rules of installed apps", async () => {
    const site = openSite();
    await site.jira.install(testApp({ "jira:workflowValidator": [validator] }));
    const reply = await site.as("administrator")("GET", "workflows/capabilities");
    expect(reply.body["forgeRules"]).toMatchObject([
      { id: ari("gate"), ruleKey: "forge:expression-validator", ruleType: "Validator" },
    ]);
  });
});

describe("an installed app", () => {
  test("gets its field, its permission and its system user", async () => {
    const site = openSite();
    addSpace(site);
    const field = { key: "verdict", name: "Gate verdict", description: "d", type: "string", readOnly: true };
    const permission = { key: "run", name: "Run", description: "d", defaultGrants: ["jira-administrators"] };
    const app = testApp({ "jira:customField": [field], "jira:globalPermission": [permission] });
    await site.jira.install(app);
    await site.jira.install(app);
    const admin = site.as("administrator");
    const fields = await admin("GET", "field");
    expect(Object(fields.body).filter(({ name }: { name: string }) => name === "Gate verdict")).toMatchObject([
      { schema: { type: "string", custom: ari("verdict") } },
    ]);
    const mine = await admin("GET", `mypermissions?permissions=${encodeURIComponent(ari("run"))}`);
    expect(mine.body).toMatchObject({ permissions: { [ari("run")]: { havePermission: true } } });
    const asApp = site.asCaller({ kind: "app", appId, scopes: ["read:jira-user", "read:jira-work"], actingFor: null });
    expect((await asApp("GET", "myself")).body).toMatchObject({ accountType: "app" });
    expect((await asApp("GET", "project/CRM")).status).toBe(200);
  });
});
