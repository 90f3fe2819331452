import type { Field, Project } from "../config-records";
import type { Issue } from "../records";
import type { Site } from "../site";
import { spaceOf } from "./find-issue";

type Stored = Pick<Site, "store">;
export type Operation = "create" | "edit" | "view";

/** A space and type that a work item is made with or has. */
export interface Kind {
  readonly project: Project;
  readonly typeId: string;
}

export function kindOf(site: Stored, issue: Issue): Kind {
  return { project: spaceOf(site, issue), typeId: issue.typeId };
}

/** Whether a custom field has a context for this space and type; Jira's own fields are everywhere. */
export function applies({ store }: Stored, field: Field, { project, typeId }: Kind): boolean {
  if (field.trashed) return false;
  if (!field.custom || (field.locked && field.app === null)) return true;
  if (field.scopeProjectId !== null) return field.scopeProjectId === project.id;
  return contextOf({ store }, field.id, { project, typeId }) !== null;
}

export function contextOf({ store }: Stored, fieldId: string, { project, typeId }: Kind): string | null {
  const contexts = store.collection("fieldContext").where("fieldId", fieldId);
  const fitting = contexts.filter(({ issueTypeIds }) => issueTypeIds.length === 0 || issueTypeIds.includes(typeId));
  const own = fitting.find(({ projectIds }) => projectIds.includes(project.id));
  return (own ?? fitting.find(({ projectIds }) => projectIds.length === 0))?.id ?? null;
}

/** The fields of the screen that a space shows for an operation, in their order. */
export function screenFields({ store }: Stored, kind: Kind, operation: Operation): readonly Field[] {
  const byType = store.collection("issueTypeScreenScheme").get(kind.project.issueTypeScreenSchemeId);
  const schemeId = byType?.screenSchemeIds[kind.typeId] ?? byType?.defaultScreenSchemeId ?? "";
  const screens = store.collection("screenScheme").get(schemeId)?.screens;
  return fieldsOnScreen({ store }, screens?.[operation] ?? screens?.default ?? "", kind);
}

export function fieldsOnScreen({ store }: Stored, screenId: string, kind: Kind): readonly Field[] {
  const ids =
    store
      .collection("screen")
      .get(screenId)
      ?.tabs.flatMap(({ fieldIds }) => fieldIds) ?? [];
  const fields = ids.flatMap((id) => store.collection("field").get(id) ?? []);
  return fields.filter((field) => applies({ store }, field, kind));
}

export function requiredFields({ store }: Stored, { project }: Kind): readonly string[] {
  const configuration = store.collection("fieldConfiguration").get(project.fieldConfigurationId);
  return ["summary", ...(configuration?.requiredFieldIds ?? [])];
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A raw value as the id or text it should be; null when it is empty. */
export function textIn(issue: Issue, fieldId: string): string | null {
  const value = issue.fields[fieldId];
  return typeof value === "string" && value !== "" ? value : null;
}

export function listIn(issue: Issue, fieldId: string): readonly unknown[] {
  const value: unknown = issue.fields[fieldId];
  return Array.isArray(value) ? value : [];
}
