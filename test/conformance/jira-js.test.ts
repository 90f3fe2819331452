import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "jira.js/core";
import {
  addComment,
  addWorklog,
  bulkFetchIssues,
  createIssue,
  createIssues,
  doTransition,
  editIssue,
  getBulkChangelogs,
  getBulkOperationProgress,
  getChangeLogs,
  getComments,
  getCreateIssueMetaIssueTypes,
  getCurrentUser,
  getEditIssueMeta,
  getFieldsPaginated,
  getIssue,
  getIssueLinkTypes,
  getIssueProperty,
  getProject,
  getServerInfo,
  getStatuses,
  getTransitions,
  linkIssues,
  searchAndReconsileIssuesUsingJqlPost,
  searchProjects,
  setIssueProperty,
  submitBulkDelete,
} from "jira.js/cloud";
import { testJira } from "../support/jira";
import { serveJira } from "../support/jira-server";

const site = testJira();
let close = (): void => undefined;
let client: Client;

beforeAll(async () => {
  const served = await serveJira(site.jira);
  close = served.close;
  const auth = { type: "basic", email: "admin@example.com", apiToken: "any" } as const;
  // Its own zod schemas, corrected against a live site, refuse what Jira Cloud would not send.
  client = createClient({ host: served.url, auth, onSchemaMismatch: "throw" });
});
afterAll(() => close());

const adf = { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text: "x" }] }] };
const fields = { project: { key: "CRM" }, issuetype: { name: "Task" }, summary: "a" };

test("an ordinary client makes, finds, edits, links, moves and comments on work items, by the client's own schemas", async () => {
  expect(await getServerInfo(client)).toMatchObject({ deploymentType: "Cloud" });
  expect(await getCurrentUser(client)).toMatchObject({ emailAddress: "admin@example.com" });
  expect(await createIssue(client, { fields: { ...fields, description: adf } })).toMatchObject({ key: "CRM-1" });
  const made = await createIssues(client, { issueUpdates: [{ fields }, { fields: { ...fields, summary: "" } }] });
  expect(made).toMatchObject({ issues: [{ key: "CRM-2" }], errors: [{ failedElementNumber: 1 }] });
  await editIssue(client, {
    issueIdOrKey: "CRM-1",
    fields: { duedate: "2026-03-02" },
    update: { labels: [{ add: "late" }] },
  });
  await linkIssues(client, { type: { name: "Blocks" }, inwardIssue: { key: "CRM-1" }, outwardIssue: { key: "CRM-2" } });
  await addComment(client, { issueIdOrKey: "CRM-1", body: adf });
  await addWorklog(client, { issueIdOrKey: "CRM-1", timeSpent: "1h" });
  const { transitions = [] } = await getTransitions(client, { issueIdOrKey: "CRM-1" });
  await doTransition(client, { issueIdOrKey: "CRM-1", transition: { id: transitions.at(-1)?.id ?? "" } });
  const issue = await getIssue(client, {
    issueIdOrKey: "CRM-1",
    expand: ["changelog", "names", "schema", "transitions"],
  });
  expect(issue.fields).toMatchObject({ labels: ["late"], duedate: "2026-03-02", status: { name: "Done" } });
  expect((await getChangeLogs(client, { issueIdOrKey: "CRM-1" })).total).toBe(3);
  expect((await getComments(client, { issueIdOrKey: "CRM-1" })).total).toBe(1);
});

test("its schemas hold for bulk reads, metadata, configuration and search too", async () => {
  await setIssueProperty(client, { issueIdOrKey: "CRM-1", propertyKey: "p", body: { x: 1 } });
  expect(await getIssueProperty(client, { issueIdOrKey: "CRM-1", propertyKey: "p" })).toEqual({
    key: "p",
    value: { x: 1 },
  });
  const changes = await getBulkChangelogs(client, { issueIdsOrKeys: ["CRM-1"] });
  expect(changes.issueChangeLogs).toHaveLength(1);
  const found = await searchAndReconsileIssuesUsingJqlPost(client, {
    jql: "project = CRM order by key",
    fields: ["*all"],
  });
  expect(found.issues).toHaveLength(2);
  const fetched = await bulkFetchIssues(client, { issueIdsOrKeys: ["CRM-1", "CRM-77"], fields: ["summary"] });
  expect([fetched.issues?.length, fetched.issueErrors?.length]).toEqual([1, 1]);
  const types = await getCreateIssueMetaIssueTypes(client, { projectIdOrKey: "CRM" });
  expect(types.total).toBe(5);
  expect(Object.keys((await getEditIssueMeta(client, { issueIdOrKey: "CRM-1" })).fields ?? {})).toContain("summary");
  expect((await getIssueLinkTypes(client)).issueLinkTypes).toHaveLength(4);
  expect((await searchProjects(client)).total).toBe(1);
  expect(await getProject(client, { projectIdOrKey: "CRM" })).toMatchObject({ key: "CRM" });
  expect((await getFieldsPaginated(client)).isLast).toBe(true);
  expect(await getStatuses(client)).not.toEqual([]);
  const { taskId = "" } = await submitBulkDelete(client, { selectedIssueIdsOrKeys: ["CRM-2"] });
  expect(await getBulkOperationProgress(client, { taskId })).toMatchObject({ status: "COMPLETE" });
});
