import { describe, expect, test } from "vitest";
import { addItem, addSpace, appId, ari, openSite, testApp, type Send, type TestSite } from "../config/site";

async function keys(send: Send, jql: string): Promise<string> {
  const reply = await send("POST", "search/jql", { jql, fields: ["key"] });
  if (reply.status !== 200) return JSON.stringify(reply.body);
  return Object(reply.body["issues"])
    .map(({ key }: { key: string }) => key)
    .join(" ");
}

async function stocked(): Promise<TestSite & { admin: Send }> {
  const site = openSite();
  addSpace(site);
  const index = {
    entityType: "issue",
    propertyKey: "plan.item",
    values: [{ path: "phase", type: "string", searchAlias: "planPhase" }],
  };
  const call = {
    key: "risks",
    name: "risksOf",
    function: "jql",
    types: ["issue"],
    operators: ["in", "not in"],
    arguments: [{ name: "plan", required: true }],
  };
  let asked = 0;
  // The fragment stands for the whole clause, so that the operator is the app's to read.
  const isNegative = (payload: unknown) => JSON.stringify(payload).includes("not in");
  const invoke = async (_: string, payload: unknown) => {
    asked += 1;
    return JSON.stringify(payload).includes("broken")
      ? { error: "No plan is called broken." }
      : { jql: `${isNegative(payload) ? "NOT " : ""}(labels = risk AND summary !~ asked${asked})` };
  };
  await site.jira.install(
    testApp({ "jira:entityProperty": [{ key: "i", ...index }], "jira:jqlFunction": [call] }, invoke),
  );
  const admin = site.as("administrator");
  await addItem(admin, {
    summary: "Train the night shift",
    labels: ["risk"],
    duedate: "2026-03-01",
    priority: { name: "High" },
  });
  await addItem(admin, { summary: "Migrate data", assignee: { accountId: site.accountId("supplier") } }, [
    { key: "plan.item", value: { phase: "delivery" } },
  ]);
  await addItem(admin, { summary: "Hyper-care", labels: ["risk", "late"], priority: { name: "Low" } });
  await admin("POST", "issueLink", {
    type: { name: "Blocks" },
    inwardIssue: { key: "CRM-1" },
    outwardIssue: { key: "CRM-2" },
  });
  await admin("POST", "issue/CRM-3/transitions", { transition: { id: "31" } });
  return { ...site, admin };
}

describe("searching by JQL", () => {
  test("finds by fields, links, history, property aliases and functions", async () => {
    const { admin, as } = await stocked();
    const table: readonly (readonly [string, string])[] = [
      ["project = CRM order by key", "CRM-1 CRM-2 CRM-3"],
      ["project = crm", "CRM-3 CRM-2 CRM-1"],
      ["statusCategory = Done", "CRM-3"],
      ["status was 'To Do' and status = Done", "CRM-3"],
      ["status changed from 'To Do' to Done after -1d by currentUser()", "CRM-3"],
      ["resolution = Unresolved order by key", "CRM-1 CRM-2"],
      ["resolution is EMPTY order by key", "CRM-1 CRM-2"],
      ["labels = risk order by priority desc", "CRM-1 CRM-3"],
      ["priority > Medium", "CRM-1"],
      ["duedate < now()", "CRM-1"],
      ["duedate = 2026-03-01", "CRM-1"],
      ["created >= startOfDay(-1) and assignee is not EMPTY and summary ~ data", "CRM-2"],
      ["issueLinkType = Blocks order by key", "CRM-1 CRM-2"],
      ["issueLinkType = 'is blocked by'", "CRM-2"],
      ["issue in linkedIssues(CRM-1)", "CRM-2"],
      ["planPhase = delivery", "CRM-2"],
      ["issue.property[plan.item].phase = delivery", "CRM-2"],
      ["text ~ 'hyper'", "CRM-3"],
      ["key >= CRM-2 and key not in (CRM-3)", "CRM-2"],
      ["issue in risksOf(crm) order by key", "CRM-1 CRM-3"],
      ["issue not in risksOf(crm)", "CRM-2"],
    ];
    for (const [jql, wanted] of table) expect([jql, await keys(admin, jql)]).toEqual([jql, wanted]);
    expect(await keys(as("supplier"), "assignee = currentUser()")).toBe("CRM-2");
  });

  test.each([
    ["project = NOPE", "The value 'NOPE' does not exist for the field 'project'."],
    ["", "Unbounded JQL queries are not allowed here. Please add a search restriction to your query."],
    ["order by key", "Unbounded JQL queries are not allowed here."],
    ["key = CRM-99", "An issue with key 'CRM-99' does not exist for field 'key'."],
    ["issue in risksOf(broken)", "No plan is called broken."],
    ["issue in risksOf()", "Function 'risksOf' expected between '1' and '1' arguments but received '0'."],
    ["sprint in openSprints()", "Field 'sprint' does not exist or you do not have permission to view it."],
    ["project in openSprints()", "this site has no sprints"],
  ])("refuses %s", async (jql, message) => {
    const { admin } = await stocked();
    const reply = await admin("POST", "search/jql", { jql });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain(message);
  });

  test("gives ids alone by default, and pages by a token of its own query", async () => {
    const { admin } = await stocked();
    const first = await admin("GET", `search/jql?jql=${encodeURIComponent("project = CRM")}&maxResults=2`);
    expect(first.body).toMatchObject({
      isLast: false,
      issues: [{ id: expect.any(String) }, { id: expect.any(String) }],
    });
    expect(Object.keys(Object(first.body["issues"])[0])).toEqual(["id"]);
    const token = first.body["nextPageToken"];
    expect((await admin("POST", "search/jql", { jql: "project = CRM", nextPageToken: token })).body).toMatchObject({
      isLast: true,
      issues: [{}],
    });
    expect((await admin("POST", "search/jql", { jql: "labels = risk", nextPageToken: token })).status).toBe(400);
    expect((await admin("POST", "search/approximate-count", { jql: "project = CRM" })).body).toEqual({ count: 3 });
  });

  test("a write stays out of the index while it lags, unless it is reconciled", async () => {
    const { admin, jira, clock } = await stocked();
    clock.advance(60_000);
    jira.faults.indexLagMs = 10_000;
    const made = await admin("POST", "issue", {
      fields: { project: { key: "CRM" }, issuetype: { name: "Task" }, summary: "New" },
    });
    await admin("PUT", "issue/CRM-1", { fields: { summary: "Renamed" } });
    expect(await keys(admin, "summary ~ renamed or summary ~ new")).toBe("");
    expect(await keys(admin, "summary ~ night")).toBe("CRM-1");
    const reconciled = await admin("POST", "search/jql", {
      jql: "summary ~ new",
      fields: ["key"],
      reconcileIssues: [Number(made.body["id"])],
    });
    expect(reconciled.body["issues"]).toMatchObject([{ key: "CRM-4" }]);
    clock.advance(10_001);
    expect(await keys(admin, "summary ~ renamed or summary ~ new")).toBe("CRM-4 CRM-1");
  });

  test("M7 nobody finds what a security level or a missing browse permission hides", async () => {
    const { admin, as, jira, accountId } = await stocked();
    const scheme = await admin("POST", "issuesecurityschemes", {
      name: "Steering",
      levels: [{ name: "Board", members: [{ type: "user", parameter: accountId("executive") }] }],
    });
    await admin("PUT", "project/CRM", { issueSecurityScheme: Number(scheme.body["id"]) });
    const level = jira.store.collection("securityLevel").all()[0]?.id;
    const issue = jira.store.collection("issue").where("key", "CRM-1")[0];
    if (issue === undefined) throw new Error("no CRM-1");
    jira.store.collection("issue").put({ ...issue, fields: { ...issue.fields, security: level } });
    jira.store.commit();
    expect(await keys(as("executive"), "labels = risk")).toBe("CRM-3 CRM-1");
    expect(await keys(as("supplier"), "labels = risk")).toBe("CRM-3");
    expect(await keys(as("supplier"), "key = CRM-1")).toContain(
      "An issue with key 'CRM-1' does not exist for field 'key'.",
    );
  });

  test("an app's function is asked once, and the app may write its answer anew", async () => {
    const { admin, asCaller } = await stocked();
    await keys(admin, "issue in risksOf(crm)");
    const app = asCaller({
      kind: "app",
      appId,
      scopes: ["read:app-data:jira", "write:app-data:jira"],
      actingFor: null,
    });
    const kept = await app("GET", `jql/function/computation?functionKey=${encodeURIComponent(ari("risks"))}`);
    expect(kept.body["values"]).toMatchObject([
      { functionName: "risksOf", arguments: ["crm"], operator: "in", value: expect.stringContaining("asked1") },
    ]);
    await keys(admin, "issue in risksOf(crm)");
    expect(Object((await app("GET", "jql/function/computation")).body["values"])[0].value).toContain("asked1");
    const id = Object(kept.body["values"])[0].id;
    expect((await app("POST", "jql/function/computation", { values: [{ id, value: "key = CRM-2" }] })).status).toBe(
      204,
    );
    expect(await keys(admin, "issue in risksOf(crm)")).toBe("CRM-2");
    expect((await admin("GET", "jql/function/computation")).status).toBe(403);
  });

  test("queries are parsed and matched without a search", async () => {
    const { admin } = await stocked();
    const parsed = await admin("POST", "jql/parse", { queries: ["project = CRM", "project ="] });
    expect(parsed.body["queries"]).toMatchObject([
      { query: "project = CRM" },
      { errors: [expect.stringContaining("Error in the JQL Query")] },
    ]);
    const found = await admin("POST", "search/jql", { jql: "key = CRM-1" });
    const id = Number(Object(found.body["issues"])[0].id);
    const matched = await admin("POST", "jql/match", { jqls: ["labels = risk", "labels = late"], issueIds: [id] });
    expect(matched.body).toEqual({
      matches: [
        { matchedIssues: [id], errors: [] },
        { matchedIssues: [], errors: [] },
      ],
    });
  });
});
