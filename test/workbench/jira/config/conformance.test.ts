import { expect, test } from "vitest";
import type { CallRecord } from "../../../../workbench/wire/wire";
import { loadOpenApi } from "../../../support/openapi";
import { addItem, addSpace, appId, ari, openSite, testApp } from "./site";

const document = loadOpenApi();

const type = "com.atlassian.jira.plugin.system.customfieldtypes:select";
const searcherKey = "com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher";
const rules = [{ key: "gate", name: "Gate", description: "d", expression: "true", projectTypes: ["company-managed"] }];

/** Every kind of call once, in an order in which each finds what it needs; `%name` stands for an id an earlier answer gave. */
const session: readonly (readonly [string, string, unknown?, string?])[] = [
  ["GET", "myself?expand=groups"], ["GET", "user?accountId=%admin"], ["GET", "users/search"], ["GET", "user/search?query=a"],
  ["GET", "user/assignable/search?project=CRM"], ["GET", "user/bulk?accountId=%admin"], ["GET", "user/groups?accountId=%admin"],
  ["GET", "group/bulk"], ["GET", "groups/picker"], ["GET", "group/member?groupname=jira-administrators"],
  ["GET", "permissions"], ["GET", "mypermissions?permissions=ADMINISTER,EDIT_ISSUES&issueKey=CRM-1"], ["GET", "permissionscheme?expand=permissions"],
  ["POST", "permissionscheme", { name: "Own", permissions: [{ permission: "EDIT_ISSUES", holder: { type: "anyone" } }] }, "scheme"],
  ["GET", "permissionscheme/%scheme"], ["GET", "permissionscheme/%scheme/permission"], ["PUT", "project/CRM/permissionscheme", { id: 0 }],
  ["GET", "project/CRM/permissionscheme"], ["GET", "role"], ["GET", "project/CRM/role"], ["GET", "project/CRM/role/10000"],
  ["POST", "project/CRM/role/10001", { user: ["%admin"] }], ["DELETE", "project/CRM/role/10001?user=%admin"],
  ["POST", "project", { key: "NEW", name: "New", projectTypeKey: "business", projectTemplateKey: "com.atlassian.jira-core-project-templates:jira-core-simplified-process-control" }],
  ["GET", "project/search"], ["GET", "project/NEW"], ["PUT", "project/NEW", { name: "Newer" }], ["DELETE", "project/NEW"],
  ["GET", "project/CRM/statuses"], ["PUT", "project/CRM/properties/p", { x: 1 }], ["GET", "project/CRM/properties"], ["GET", "project/CRM/properties/p"],
  ["POST", "issuetype", { name: "Risk" }, "type"], ["GET", "issuetype"], ["GET", "issuetype/%type"], ["PUT", "issuetype/%type", { description: "r" }],
  ["GET", "issuetype/project?projectId=%project"], ["GET", "issuetypescheme"], ["GET", "issuetypescheme/mapping"], ["GET", "issuetypescheme/project?projectId=%project"],
  ["POST", "issuetypescheme", { name: "Mine", issueTypeIds: ["%type"] }], ["DELETE", "issuetype/%type"],
  ["POST", "field", { name: "Likelihood", type, searcherKey }, "field"], ["GET", "field"], ["GET", "field/search?query=like"], ["PUT", "field/%field", { description: "l" }],
  ["GET", "field/%field/context", null], ["POST", "field/%field/context", { name: "CRM only", projectIds: ["%project"] }, "context"],
  ["GET", "field/%field/context/projectmapping"], ["GET", "field/%field/context/issuetypemapping"], ["PUT", "field/%field/context/%context", { name: "CRM" }],
  ["POST", "field/%field/context/%context/option", { options: [{ value: "Low" }] }], ["GET", "field/%field/context/%context/option"],
  ["PUT", "field/association", { associationContexts: [{ type: "PROJECT_ID", identifier: { projectId: 10000 } }], fields: [{ type: "FIELD_ID", identifier: { fieldId: "%field" } }] }],
  ["POST", "screens", { name: "Risk screen" }, "screen"], ["GET", "screens"], ["GET", "screens/%screen/tabs"], ["POST", "screens/%screen/tabs", { name: "More" }, "tab"],
  ["POST", "screens/%screen/tabs/%tab/fields", { fieldId: "%field" }], ["GET", "screens/%screen/tabs/%tab/fields"], ["GET", "screens/%screen/availableFields"],
  ["GET", "field/%field/screens?expand=tab"], ["DELETE", "screens/%screen/tabs/%tab/fields/%field"], ["POST", "screens/addToDefault/%field"],
  ["GET", "screenscheme"], ["GET", "issuetypescreenscheme"], ["GET", "issuetypescreenscheme/mapping"], ["GET", "issuetypescreenscheme/project?projectId=%project"],
  ["POST", "field/%field/trash"], ["POST", "field/%field/restore"],
  ["GET", "status"], ["GET", "status/Done"], ["GET", "statuscategory"], ["GET", "statuses?id=10000"], ["GET", "statuses/search"],
  ["POST", "statuses", { scope: { type: "GLOBAL" }, statuses: [{ name: "Review", statusCategory: "IN_PROGRESS" }] }],
  ["POST", "workflows", { workflowNames: ["jira"] }], ["GET", "workflows/search"], ["GET", "workflows/capabilities?projectId=%project"],
  ["GET", "workflowscheme"], ["GET", "workflowscheme/10000"], ["GET", "workflowscheme/project?projectId=%project"], ["POST", "workflowscheme", { name: "Mine" }],
  ["POST", "dashboard", { name: "D", sharePermissions: [], editPermissions: [] }, "board"], ["GET", "dashboard/search"], ["GET", "dashboard/gadgets"], ["GET", "dashboard/%board"],
  ["POST", "dashboard/%board/gadget", { moduleKey: ari("g") }, "gadget"], ["GET", "dashboard/%board/gadget"], ["PUT", "dashboard/%board/gadget/%gadget", { title: "T" }],
  ["PUT", "dashboard/%board/items/%gadget/properties/p", { a: 1 }], ["GET", "dashboard/%board/items/%gadget/properties"], ["GET", "dashboard/%board/items/%gadget/properties/p"],
  ["POST", "filter", { name: "F", jql: "project = CRM" }, "filter"], ["GET", "filter/%filter"], ["GET", "filter/search?expand=jql"],
  ["POST", "issuesecurityschemes", { name: "S", levels: [{ name: "L", members: [{ type: "reporter" }] }] }, "security"], ["GET", "issuesecurityschemes"],
  ["GET", "issuesecurityschemes/%security"], ["PUT", "project/CRM", { issueSecurityScheme: 10000 }], ["GET", "project/CRM/issuesecuritylevelscheme"], ["GET", "project/CRM/securitylevel"],
  ["POST", "search/jql", { jql: "project = CRM", fields: ["*all"], expand: "names,schema" }], ["GET", "search/jql?jql=project=CRM"], ["POST", "search/approximate-count", { jql: "project = CRM" }],
  ["POST", "jql/parse", { queries: ["project = CRM", "x"] }], ["POST", "jql/match", { jqls: ["project = CRM"], issueIds: [10000] }],
  ["GET", "jql/autocompletedata"], ["GET", "jql/autocompletedata/suggestions?fieldName=status"],
  ["POST", "expression/evaluate?expand=meta.complexity", { expression: "issue.key", context: { issue: { key: "CRM-1" } } }], ["POST", "expression/analyse", { expressions: ["a.("] }],
]; // prettier-ignore

test.skipIf(document === null)("every answer fits Atlassian's document", async () => {
  const site = openSite();
  const modules = { "jira:workflowValidator": rules, "jira:dashboardGadget": [{ key: "g", title: "G" }] };
  await site.jira.install(testApp(modules));
  const ids = new Map([
    ["admin", site.accountId("administrator")],
    ["project", addSpace(site)],
  ]);
  const send = site.as("administrator");
  await addItem(send, { summary: "One" });
  const records: CallRecord[] = [];
  site.jira.onCall((record) => records.push(record));
  const filled = (text: string): string => text.replaceAll(/%(\w+)/g, (all, name: string) => ids.get(name) ?? all);
  for (const [method, path, body, keep] of session) {
    const reply = await send(method, filled(path), body ? JSON.parse(filled(JSON.stringify(body))) : undefined);
    expect([method, path, reply.status, JSON.stringify(reply.body).slice(0, 300)]).toEqual([
      method,
      path,
      expect.toSatisfy((status: number) => status < 400),
      expect.anything(),
    ]);
    if (keep !== undefined) ids.set(keep, String(reply.body["id"]));
  }
  const app = site.asCaller({ kind: "app", appId, scopes: [], actingFor: null });
  await app("GET", "jql/function/computation");
  expect(records).toHaveLength(session.length + 1);
  expect(records.flatMap((record) => document?.problems(record) ?? [])).toEqual([]);
});
