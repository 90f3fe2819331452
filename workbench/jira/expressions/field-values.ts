import type { Field } from "../config-records";
import type { Issue } from "../records";
import { bean, richText, statusBean, userBean, type Reading } from "./issue-beans";
import { fromJson, type Value } from "./value";

/** Where expressions name a field otherwise than REST does. */
const otherNames: Readonly<Record<string, string>> = {
  dueDate: "duedate",
  resolutionDate: "resolutiondate",
  securityLevel: "security",
};
const notFields = new Set([
  "duedate",
  "resolutiondate",
  "security",
  "issuelinks",
  "comment",
  "watches",
  "worklog",
  "issuetype",
]);

/** The value of a field as an expression sees it; undefined for a field this site does not have. */
export function fieldValue(reading: Reading, issue: Issue, name: string): Value | undefined {
  const id = otherNames[name] ?? (notFields.has(name) ? "" : name);
  const field = reading.site.store.collection("field").get(id);
  if (field === null || field.trashed) return undefined;
  const raw = issue.fields[id];
  if (id === "description" || id === "environment") return richText(raw);
  if (raw === null || raw === undefined) return field.schema.type === "array" ? [] : null;
  return field.schema.type === "array" && Array.isArray(raw)
    ? raw.map((item) => one(reading, field, item))
    : one(reading, field, raw);
}

function one(reading: Reading, { schema }: Field, raw: unknown): Value {
  const { store } = reading.site;
  const id = String(raw);
  switch (schema.type === "array" ? (schema.items ?? "") : schema.type) {
    case "user":
      return userBean(reading, id);
    case "status":
      return statusBean(reading, id);
    case "date":
      return { kind: "day", day: id.slice(0, 10) };
    case "datetime":
      return { kind: "date", at: typeof raw === "number" ? raw : Date.parse(id) };
    case "priority":
      return named("IssuePriority", id, store.collection("priority").get(id)?.name);
    case "resolution":
      return named("Resolution", id, store.collection("resolution").get(id)?.name);
    case "component":
      return named("Component", id, store.collection("component").get(id)?.name);
    case "version":
      return named("Version", id, store.collection("version").get(id)?.name);
    case "securitylevel":
      return named("SecurityLevel", id, store.collection("securityLevel").get(id)?.name);
    case "option": {
      const value = store.collection("option").get(id)?.value ?? null;
      return bean("CustomFieldOption", id, { id: () => Number(id), value: () => value });
    }
    default:
      return fromJson(raw);
  }
}

function named(type: string, id: string, name: string | undefined): Value {
  return bean(type, id, { id: () => Number(id), name: () => name ?? null });
}
