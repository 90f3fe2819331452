import { z } from "zod";
import { permitted } from "../permitted";
import { Problem } from "../problem";
import type { Project } from "../config-records";
import type { Issue } from "../records";
import type { Call } from "../router";
import { refusals, writtenBy } from "../workflow-rules";
import { changedFields, editBody, runUpdates } from "./edit-issue";
import { emitIssueEvent } from "./events";
import { isEmpty, requiredFields, screenFields, type Kind } from "./fields-of";
import { projectOf } from "./find-issue";
import { checkParent, readType } from "./hierarchy";
import { named } from "./read-value";
import { arrived, initialTransition, move } from "./transitions";

const id = z.union([z.string(), z.number()]).transform(String);
export const createBody = editBody.extend({ transition: z.looseObject({ id }).optional() });
export type Create = z.infer<typeof createBody>;

/** Makes a work item: its space, type and screen decide what may and must be given. */
export async function createIssue(call: Call, asked: Create): Promise<Issue> {
  const { project: sentProject, issuetype, ...fields } = asked.fields ?? {};
  const project = creatable(call, sentProject);
  const kind = { project, typeId: readType(call, project, issuetype) };
  const settable = screenFields(call.site, kind, "create");
  const changed = changedFields(call, { ...asked, fields }, { kind, issue: null, settable });
  mustHave(call, kind, changed);
  checkParent(call, { kind, parentId: changed["parent"] ?? null });
  const initial = initialTransition(call, kind);
  const values = { ...defaults(call, project), ...present(changed), ...writtenBy(initial) };
  const properties = Object.fromEntries((asked.properties ?? []).map(({ key, value }) => [key, value]));
  const draft = arrived(call, blank(call, kind, { fields: values, properties }), initial);
  const said = await refusals(call.site, call.caller, { issue: draft, original: draft, transition: initial });
  if (said.length > 0) throw new Problem(400, said);
  // The number is taken last, so that a refused request leaves no gap.
  const latest = call.site.store.collection("project").get(project.id) ?? project;
  const lastIssueNumber = latest.lastIssueNumber + 1;
  call.site.store.collection("project").put({ ...latest, lastIssueNumber });
  const issues = call.site.store.collection("issue");
  const made = issues.put({ ...draft, id: issues.nextId(), key: `${project.key}-${lastIssueNumber}` });
  runUpdates(call, made, asked);
  emitIssueEvent(call, made, { eventType: "avi:jira:created:issue" });
  return asked.transition === undefined ? made : move(call, made, { transitionId: asked.transition.id });
}

function creatable({ site, caller }: Call, sent: unknown): Project {
  const { id: projectId, name: key } = named(sent);
  const project = projectOf(site, projectId ?? key ?? "");
  if (project === null) throw new Problem(400, [], { project: "Specify a valid project ID or key" });
  if (permitted(site, caller, { permission: "CREATE_ISSUES", project, issue: null })) return project;
  throw new Problem(400, [], { project: "You cannot create issues in this project." });
}

function mustHave({ site }: Call, kind: Kind, changed: Readonly<Record<string, unknown>>): void {
  const missing = requiredFields(site, kind).filter((fieldId) => isEmpty(changed[fieldId]));
  const errors = missing.map((fieldId) => {
    const name = site.store.collection("field").get(fieldId)?.name ?? fieldId;
    return [fieldId, fieldId === "summary" ? "You must specify a summary of the issue." : `${name} is required.`];
  });
  if (errors.length > 0) throw new Problem(400, [], Object.fromEntries(errors));
}

function defaults({ site, accountId }: Call, project: Project): Readonly<Record<string, unknown>> {
  const priority = site.store.collection("priority").find(({ isDefault }) => isDefault)?.id ?? null;
  const scheme = site.store.collection("securityScheme").get(project.securitySchemeId ?? "");
  return { priority, reporter: accountId, creator: accountId, labels: [], security: scheme?.defaultLevelId ?? null };
}

function present(changed: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => !isEmpty(value)));
}

function blank(
  { site, accountId }: Call,
  { project, typeId }: Kind,
  held: Pick<Issue, "fields" | "properties">,
): Issue {
  const now = site.clock.now();
  const place = { id: "", key: "", projectId: project.id, typeId };
  return { ...place, ...held, watcherIds: [accountId], created: now, updated: now };
}
