import { expect, test } from "vitest";
import { testJira } from "../../support/jira";

const base = "/rest/api/3";
const task = (summary: string, more: object = {}) => ({
  fields: { project: { key: "CRM" }, issuetype: { name: "Task" }, summary, ...more },
});
const adf = (text: string) => ({
  type: "doc",
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

test("a work item is created, read, edited and remembered in its changelog", async () => {
  const { call, admin } = testJira();
  const made = await call("POST", `${base}/issue`, {
    ...task("Export records", { labels: ["a"], duedate: "2026-03-02", description: adf("Twice.") }),
    properties: [{ key: "uptake.item", value: { plan: "crm" } }],
  });
  expect(made).toMatchObject({ status: 201, body: { key: "CRM-1" } });
  const read = await call("GET", `${base}/issue/CRM-1?properties=uptake.item`);
  expect(read.body).toMatchObject({
    properties: { "uptake.item": { plan: "crm" } },
    fields: {
      summary: "Export records",
      status: { name: "To Do", statusCategory: { key: "new" } },
      created: "2026-02-02T09:00:00.000+0000",
      reporter: { accountId: admin.kind === "user" ? admin.accountId : "" },
      comment: { comments: [], total: 0 },
    },
  });
  const edit = { fields: { summary: "Export all" }, update: { labels: [{ add: "b" }, { remove: "a" }] } };
  expect((await call("PUT", `${base}/issue/CRM-1`, edit)).status).toBe(204);
  const changelog = await call("GET", `${base}/issue/CRM-1/changelog`);
  expect(changelog.body).toMatchObject({
    isLast: true,
    total: 1,
    values: [
      {
        items: [
          { field: "labels", fromString: "a", toString: "b" },
          { field: "summary", fromString: "Export records", toString: "Export all" },
        ],
      },
    ],
  });
});

test("a field that is not on the create screen, a missing summary and a wrong type are refused in Jira's words", async () => {
  const { call, jira, space } = testJira();
  const field = jira.store.collection("field").get("environment");
  expect(field).not.toBeNull();
  const cases: readonly [object, object][] = [
    [
      task("a", { environment: adf("x") }),
      { environment: "Field 'environment' cannot be set. It is not on the appropriate screen, or unknown." },
    ],
    [task(""), { summary: "You must specify a summary of the issue." }],
    [
      { fields: { project: { id: space.id }, issuetype: { name: "Nope" }, summary: "a" } },
      { issuetype: "Specify a valid issue type" },
    ],
    [task("a", { labels: ["two words"] }), { labels: "The label 'two words' contains spaces which is invalid." }],
    [
      task("a", { description: { type: "doc", version: 1, content: [{ type: "text", text: "bare" }] } }),
      { description: "INVALID_INPUT" },
    ],
    [task("a", { duedate: "2026-02-30" }), { duedate: "Error parsing date string: 2026-02-30" }],
  ];
  for (const [body, errors] of cases)
    expect(await call("POST", `${base}/issue`, body)).toMatchObject({ status: 400, body: { errors } });
  expect(jira.store.collection("project").get(space.id)?.lastIssueNumber).toBe(0);
});

test("bulk creation keeps the good elements, names the bad ones and leaves no gap in the keys", async () => {
  const { call } = testJira();
  const bad = {
    ...task("b"),
    update: { issuelinks: [{ add: { type: { name: "Nope" }, outwardIssue: { key: "CRM-1" } } }] },
  };
  const { status, body } = await call("POST", `${base}/issue/bulk`, { issueUpdates: [task("a"), bad, task("c")] });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    issues: [{ key: "CRM-1" }, { key: "CRM-2" }],
    errors: [{ failedElementNumber: 1, status: 404, elementErrors: { errors: {} } }],
  });
});

test("a link shows its other end on the right side, its words follow, and a duplicate changes nothing", async () => {
  const { call, jira, events } = testJira();
  for (const name of ["a", "b"]) await call("POST", `${base}/issue`, task(name));
  const link = { type: { name: "Blocks" }, inwardIssue: { key: "CRM-1" }, outwardIssue: { key: "CRM-2" } };
  expect(await call("POST", `${base}/issueLink`, link)).toEqual({ status: 201, body: null });
  expect((await call("POST", `${base}/issueLink`, link)).status).toBe(201);
  expect(jira.store.collection("issueLink").all()).toHaveLength(1);
  const id = jira.store.collection("issueLink").all()[0]?.id;
  const shown = (key: string) => call("GET", `${base}/issue/${key}?fields=issuelinks`);
  expect((await shown("CRM-1")).body).toMatchObject({
    fields: { issuelinks: [{ id, outwardIssue: { key: "CRM-2" } }] },
  });
  expect((await shown("CRM-2")).body).toMatchObject({
    fields: { issuelinks: [{ id, inwardIssue: { key: "CRM-1" } }] },
  });
  const told = events.filter(({ eventType }) => eventType === "avi:jira:created:issuelink");
  expect(told).toMatchObject([{ payload: { issueLinkType: { name: "Blocks" } } }]);
  expect(told[0]?.payload).not.toHaveProperty("issue");
  expect((await call("DELETE", `${base}/issueLink/${id}`)).status).toBe(204);
});

test("a transition moves the status, resolves the work item and tells of it", async () => {
  const { call, events } = testJira();
  await call("POST", `${base}/issue`, task("a"));
  const offered = await call("GET", `${base}/issue/CRM-1/transitions`);
  expect(offered.body).toMatchObject({
    transitions: [{ name: "To Do" }, { name: "In Progress" }, { id: "31", name: "Done" }],
  });
  expect((await call("POST", `${base}/issue/CRM-1/transitions`, { transition: { id: "31" } })).status).toBe(204);
  expect((await call("GET", `${base}/issue/CRM-1?fields=status,resolution`)).body).toMatchObject({
    fields: { status: { name: "Done" }, resolution: { name: "Done" } },
  });
  expect(events.at(-1)).toMatchObject({
    eventType: "avi:jira:updated:issue",
    selfGenerated: false,
    payload: { associatedStatuses: [{ name: "To Do" }, { name: "Done" }], timestamp: expect.any(String) },
  });
  const wrong = await call("POST", `${base}/issue/CRM-1/transitions`, { transition: { id: "99" } });
  expect(wrong.status).toBe(400);
});

test("Jira gives five properties with a page of work items, and refuses a sixth", async () => {
  const { call } = testJira();
  await call("POST", `${base}/issue`, task("a"));
  const ask = (count: number) =>
    call("POST", `${base}/issue/bulkfetch`, {
      issueIdsOrKeys: ["CRM-1"],
      properties: Array.from({ length: count }, (_, at) => `p${at}`),
    });
  expect((await ask(5)).status).toBe(200);
  expect(await ask(6)).toMatchObject({ status: 400 });
});

test("a parent stands one level above, and losing it is a change without a field id", async () => {
  const { call } = testJira();
  await call("POST", `${base}/issue`, { fields: { ...task("e").fields, issuetype: { name: "Epic" } } });
  await call("POST", `${base}/issue`, task("a", { parent: { key: "CRM-1" } }));
  const wrong = await call("POST", `${base}/issue`, task("b", { parent: { key: "CRM-2" } }));
  expect(wrong).toMatchObject({ status: 400, body: { errors: { parent: "Please select valid parent issue." } } });
  await call("PUT", `${base}/issue/CRM-2`, { fields: { parent: null } });
  const { body } = await call("POST", `${base}/changelog/bulkfetch`, {
    issueIdsOrKeys: ["CRM-2"],
    fieldIds: ["parent"],
  });
  expect(body).toMatchObject({
    issueChangeLogs: [
      {
        changeHistories: [
          { created: expect.any(Number), items: [{ field: "IssueParentAssociation", fromString: "CRM-1" }] },
        ],
      },
    ],
  });
});

test("comments are written, ordered, edited by their author alone, and count as an update", async () => {
  const { call, member, events } = testJira();
  await call("POST", `${base}/issue`, task("a"));
  await call("POST", `${base}/issue/CRM-1/comment`, { body: adf("one") });
  await call("POST", "/rest/api/2/issue/CRM-1/comment", { body: "two" });
  expect((await call("GET", "/rest/api/2/issue/CRM-1/comment?orderBy=-created")).body).toMatchObject({
    total: 2,
    comments: [{ body: "two" }, { body: "one" }],
  });
  const { body } = await call("GET", `${base}/issue/CRM-1/comment`);
  const id = JSON.stringify(body).match(/comment\/(\d+)/)?.[1];
  expect((await call("PUT", `${base}/issue/CRM-1/comment/${id}`, { body: adf("mine") }, member)).status).toBe(400);
  expect((await call("PUT", `${base}/issue/CRM-1/comment/${id}`, { body: adf("uno") })).status).toBe(200);
  expect(events.filter(({ eventType }) => eventType === "avi:jira:commented:issue")).toHaveLength(3);
});

test("bulk edit reports each work item by itself", async () => {
  const { call } = testJira();
  for (const name of ["a", "b"]) await call("POST", `${base}/issue`, task(name));
  const started = await call("POST", `${base}/bulk/issues/fields`, {
    selectedActions: ["labels"],
    selectedIssueIdsOrKeys: ["CRM-1", "CRM-2", "CRM-9"],
    editedFieldsInput: {
      labelsFields: [{ fieldId: "labels", bulkEditMultiSelectFieldOption: "ADD", labels: [{ name: "late" }] }],
    },
  });
  const taskId = JSON.stringify(started.body).match(/\d+/)?.[0];
  expect((await call("GET", `${base}/bulk/queue/${taskId}`)).body).toMatchObject({
    status: "COMPLETE",
    totalIssueCount: 3,
    processedAccessibleIssues: [expect.any(Number), expect.any(Number)],
    invalidOrInaccessibleIssueCount: 1,
  });
  expect((await call("GET", `${base}/issue/CRM-2?fields=labels`)).body).toMatchObject({ fields: { labels: ["late"] } });
});

test("deleting asks about sub-tasks and takes links along", async () => {
  const { call, jira } = testJira();
  await call("POST", `${base}/issue`, task("a"));
  const child = { ...task("c").fields, issuetype: { name: "Sub-task" }, parent: { key: "CRM-1" } };
  expect((await call("POST", `${base}/issue`, { fields: child })).status).toBe(201);
  expect((await call("DELETE", `${base}/issue/CRM-1`)).status).toBe(400);
  expect((await call("DELETE", `${base}/issue/CRM-1?deleteSubtasks=true`)).status).toBe(204);
  expect(jira.store.collection("issue").all()).toEqual([]);
  expect(await call("GET", `${base}/issue/CRM-1`)).toEqual({
    status: 404,
    body: { errorMessages: ["Issue does not exist or you do not have permission to see it."], errors: {} },
  });
});
