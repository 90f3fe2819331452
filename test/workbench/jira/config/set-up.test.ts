import { describe, expect, test } from "vitest";
import { addItem, addSpace, openSite } from "./site";

const select = "com.atlassian.jira.plugin.system.customfieldtypes:select";
const searcher = "com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher";

describe("setting a site up through the API", () => {
  test("a type, a field with options and a screen can be made, read again and used on a work item", async () => {
    const site = openSite();
    const projectId = addSpace(site);
    const admin = site.as("administrator");
    const type = await admin("POST", "issuetype", { name: "Risk", hierarchyLevel: 0 });
    expect(type.status).toBe(201);
    const schemes = await admin("GET", `issuetypescheme/project?projectId=${projectId}`);
    const schemeId = String(Object(schemes.body["values"])[0].issueTypeScheme.id);
    const add = () => admin("PUT", `issuetypescheme/${schemeId}/issuetype`, { issueTypeIds: [type.body["id"]] });
    expect((await add()).status).toBe(204);
    expect((await add()).status).toBe(400);

    const field = await admin("POST", "field", { name: "Likelihood", type: select, searcherKey: searcher });
    expect(field.status).toBe(201);
    const fieldId = String(field.body["id"]);
    const contexts = await admin("GET", `field/${fieldId}/context`);
    const contextId = Object(contexts.body["values"])[0].id;
    const options = `field/${fieldId}/context/${contextId}/option`;
    expect((await admin("POST", options, { options: [{ value: "Low" }, { value: "High" }] })).status).toBe(200);
    expect((await admin("POST", options, { options: [{ value: "Low" }] })).status).toBe(400);
    const kept = await admin("GET", options);
    expect(Object(kept.body["values"]).map(({ value }: { value: string }) => value)).toEqual(["Low", "High"]);
    await admin("PUT", `${options}/move`, {
      customFieldOptionIds: [Object(kept.body["values"])[1].id],
      position: "First",
    });
    expect(Object((await admin("GET", options)).body["values"])[0].value).toBe("High");

    const typed = await admin("GET", `issuetypescreenscheme/project?projectId=${projectId}`);
    const typedId = Object(typed.body["values"])[0].issueTypeScreenScheme.id;
    const mapping = await admin("GET", `issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${typedId}`);
    const screens = await admin("GET", `screenscheme?id=${Object(mapping.body["values"])[0].screenSchemeId}`);
    const screenId = Object(screens.body["values"])[0].screens.default;
    const tabs = await admin("GET", `screens/${screenId}/tabs`);
    const place = () => admin("POST", `screens/${screenId}/tabs/${Object(tabs.body)[0].id}/fields`, { fieldId });
    const refused = await admin("POST", "issue", {
      fields: { project: { key: "CRM" }, issuetype: { name: "Risk" }, summary: "x", [fieldId]: { value: "Low" } },
    });
    expect(refused.status).toBe(400);
    expect((await place()).status).toBe(200);
    expect((await place()).status).toBe(400);
    const key = await addItem(admin, {
      issuetype: { name: "Risk" },
      summary: "Key users leave",
      [fieldId]: { value: "Low" },
    });
    const found = await admin("POST", "search/jql", {
      jql: "Likelihood = Low and issuetype = Risk",
      fields: [fieldId],
    });
    expect(Object(found.body["issues"])[0]).toMatchObject({ key, fields: { [fieldId]: { value: "Low" } } });
  });

  test("M102 global set-up is an administrator's, and names are unique and short", async () => {
    const site = openSite();
    const [admin, member] = [site.as("administrator"), site.as("team member")];
    expect((await member("POST", "issuetype", { name: "Risk" })).status).toBe(403);
    expect((await member("POST", "field", { name: "X", type: select })).status).toBe(403);
    expect((await admin("POST", "issuetype", { name: "task" })).status).toBe(409);
    expect((await admin("POST", "issuetype", { name: "x".repeat(61) })).status).toBe(400);
    expect((await admin("POST", "issuetype", { name: "Level up", hierarchyLevel: 2 })).status).toBe(400);
    expect((await admin("POST", "field", { name: "X", type: select, searcherKey: `${select}no` })).status).toBe(400);
  });

  test("a team-managed space refuses what public calls cannot do", async () => {
    const site = openSite();
    const projectId = addSpace(site, { key: "TEAM", style: "next-gen" });
    const admin = site.as("administrator");
    expect((await admin("PUT", "issuetypescheme/project", { issueTypeSchemeId: "10000", projectId })).status).toBe(400);
    expect(Object((await admin("GET", `issuetypescheme/project?projectId=${projectId}`)).body["values"])).toEqual([]);
    const association = {
      associationContexts: [{ type: "PROJECT_ID", identifier: { projectId: Number(projectId) } }],
      fields: [{ type: "FIELD_ID", identifier: { fieldId: "duedate" } }],
    };
    expect((await admin("PUT", "field/association", association)).status).toBe(400);
    const project = await admin("GET", "project/TEAM");
    expect(project.body).toMatchObject({ style: "next-gen", simplified: true });
  });

  test("a space is made by the API, found by those who may browse it, and gone once deleted", async () => {
    const site = openSite();
    const admin = site.as("administrator");
    const wanted = { key: "DESK", name: "Help desk", projectTypeKey: "service_desk" };
    expect((await admin("POST", "project", wanted)).status).toBe(201);
    expect((await admin("POST", "project", wanted)).body).toMatchObject({ errors: { projectKey: expect.any(String) } });
    const page = await site.as("executive")("GET", "project/search?keys=DESK");
    expect(page.body).toMatchObject({ isLast: true, maxResults: 50, startAt: 0, total: 1 });
    const statuses = await admin("GET", "project/DESK/statuses");
    expect(JSON.stringify(statuses.body)).toContain("Waiting for support");
    expect((await admin("DELETE", "project/DESK")).status).toBe(204);
    expect((await admin("GET", "project/DESK")).body).toMatchObject({
      errorMessages: ["No project could be found with key 'DESK'."],
    });
  });

  test("permissions follow the scheme, and a grant can be given", async () => {
    const site = openSite();
    const id = addSpace(site);
    const supplier = site.as("supplier");
    const mine = () => supplier("GET", "mypermissions?projectKey=CRM&permissions=BROWSE_PROJECTS,ADMINISTER_PROJECTS");
    expect((await mine()).body).toMatchObject({
      permissions: { BROWSE_PROJECTS: { havePermission: true }, ADMINISTER_PROJECTS: { havePermission: false } },
    });
    const grant = {
      permission: "ADMINISTER_PROJECTS",
      holder: { type: "user", parameter: site.accountId("supplier") },
    };
    expect((await supplier("POST", "permissionscheme/0/permission", grant)).status).toBe(403);
    expect((await site.as("administrator")("POST", "permissionscheme/0/permission", grant)).status).toBe(201);
    expect((await mine()).body).toMatchObject({ permissions: { ADMINISTER_PROJECTS: { havePermission: true } } });
    const checked = await supplier("POST", "permissions/check", {
      globalPermissions: ["ADMINISTER"],
      projectPermissions: [{ permissions: ["ADMINISTER_PROJECTS"], projects: [Number(id)] }],
    });
    expect(checked.body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: "ADMINISTER_PROJECTS", projects: [Number(id)], issues: [] }],
    });
  });
});
