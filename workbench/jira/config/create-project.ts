import type { Project, Workflow } from "../config-records";
import type { Site } from "../site";
import { deskStatuses, openTransitions, statusIds, usualStatusIds, workflowId } from "./bare-site";
import { usualScreenFields } from "./system-fields";

type Stored = Pick<Site, "store">;

export interface NewProject {
  readonly key: string;
  readonly name: string;
  readonly leadId: string;
  readonly projectTypeKey: Project["projectTypeKey"];
  readonly style: Project["style"];
  readonly description?: string;
  /** A scheme named here is shared; one left out is made for this space alone, as Jira's templates do. */
  readonly issueTypeSchemeId?: string;
  readonly issueTypeScreenSchemeId?: string;
  readonly workflowSchemeId?: string;
  readonly permissionSchemeId?: string;
  readonly securitySchemeId?: string;
}

/** Makes a space with its own types, screens and workflow. */
export function createProject(site: Stored, wanted: NewProject): Project {
  const { store } = site;
  const id = store.collection("project").nextId();
  const administrators = store.collection("role").find(({ name }) => name === "Administrators");
  const scope = wanted.style === "next-gen" ? id : null;
  const { key, name, leadId, projectTypeKey, style, description = "" } = wanted;
  const actors = { userIds: [leadId], groupIds: [] };
  const schemes = {
    issueTypeSchemeId: wanted.issueTypeSchemeId ?? addTypes(site, wanted, scope),
    issueTypeScreenSchemeId: wanted.issueTypeScreenSchemeId ?? addScreens(site, wanted, scope),
    workflowSchemeId: wanted.workflowSchemeId ?? addWorkflow(site, wanted, scope),
    permissionSchemeId: wanted.permissionSchemeId ?? "0",
    fieldConfigurationId: "10000",
    securitySchemeId: wanted.securitySchemeId ?? null,
  };
  const project = { id, key, name, description, leadId, projectTypeKey, style, ...schemes };
  const roleActors = administrators === null ? {} : { [administrators.id]: actors };
  return store.collection("project").put({ ...project, roleActors, lastIssueNumber: 0, deleted: false });
}

function addTypes({ store }: Stored, { key, projectTypeKey }: NewProject, scope: string | null): string {
  const types = store.collection("issueType");
  const add = (name: string, hierarchyLevel: number): string => {
    const known = types.find((type) => type.name === name && type.scopeProjectId === scope);
    const base = { id: types.nextId(), name, description: "", hierarchyLevel, avatarId: 10_310, scopeProjectId: scope };
    return (known ?? types.put(base)).id;
  };
  const desk = ["[System] Service request", "[System] Incident", "[System] Problem"];
  const standard = projectTypeKey === "service_desk" ? desk : ["Story", "Task", "Bug"];
  const issueTypeIds = [add("Epic", 1), ...standard.map((name) => add(name, 0)), add("Sub-task", -1)];
  const schemes = store.collection("issueTypeScheme");
  const text = { id: schemes.nextId(), name: `${key}: Issue Type Scheme`, description: "" };
  return schemes.put({ ...text, defaultIssueTypeId: issueTypeIds[1] ?? null, issueTypeIds, isDefault: false }).id;
}

function addScreens({ store }: Stored, { key, projectTypeKey }: NewProject, scope: string | null): string {
  const [screens, screenSchemes] = [store.collection("screen"), store.collection("screenScheme")];
  const request = store
    .collection("field")
    .where("name", "Request Type")
    .map(({ id }) => id);
  const fieldIds = [...usualScreenFields, ...(projectTypeKey === "service_desk" ? request : [])];
  const name = `${key}: Default Screen`;
  const id = screens.nextId();
  screens.put({ id, name, description: "", tabs: [{ id, name: "Field Tab", fieldIds }], scopeProjectId: scope });
  const schemeId = screenSchemes.nextId();
  const use = { default: id, create: null, edit: null, view: null };
  screenSchemes.put({ id: schemeId, name: `${key}: Screen Scheme`, description: "", screens: use });
  const typed = store.collection("issueTypeScreenScheme");
  const text = { id: typed.nextId(), name: `${key}: Issue Type Screen Scheme`, description: "" };
  return typed.put({ ...text, defaultScreenSchemeId: schemeId, screenSchemeIds: {} }).id;
}

function addWorkflow(site: Stored, { key, projectTypeKey }: NewProject, scope: string | null): string {
  const { store } = site;
  const desk = projectTypeKey === "service_desk";
  const ids = desk ? statusIds(site, deskStatuses, scope) : usualStatusIds(site, scope);
  const workflow = addOpenWorkflow(site, {
    name: `Software workflow for ${key}`,
    statusIds: ids,
    scopeProjectId: scope,
  });
  const schemes = store.collection("workflowScheme");
  const text = { id: schemes.nextId(), name: `${key}: Workflow Scheme`, description: "" };
  return schemes.put({ ...text, defaultWorkflowId: workflow.id, workflowIds: {} }).id;
}

function addOpenWorkflow(site: Stored, wanted: Pick<Workflow, "name" | "statusIds" | "scopeProjectId">): Workflow {
  const workflows = site.store.collection("workflow");
  const at = Number(workflows.nextId());
  const version = { id: workflowId(1, at), versionNumber: 1 };
  const transitions = openTransitions(site, wanted.statusIds);
  return workflows.put({ ...wanted, id: workflowId(0, at), description: "", version, transitions });
}
