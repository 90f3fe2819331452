import { plainText } from "../expressions/plain-text";
import type { Field } from "../config-records";
import type { ChangeItem, Issue } from "../records";
import type { Call } from "../router";
import { isRich } from "./adf";
import { parentItem } from "./changelog";
import { changeParts, emitIssueEvent } from "./events";
import { isEmpty } from "./fields-of";

/** Keeps the new values, and what changed as one entry of the changelog and one event. Nothing changed, nothing is written. */
export function writeIssue(call: Call, before: Issue, change: Partial<Issue>): Issue {
  const after = { ...before, ...change };
  const items = changedItems(call, before, after);
  const hasProperties = change.properties !== undefined;
  if (items.length === 0 && !hasProperties) return before;
  const kept = items.length === 0 ? call.site.store.collection("issue").put(after) : touch(call, after);
  recordItems(call, kept, items);
  return kept;
}

/** Marks a work item as updated now. */
export function touch({ site }: Call, issue: Issue): Issue {
  return site.store.collection("issue").put({ ...issue, updated: site.clock.now() });
}

export function recordItems(call: Call, issue: Issue, items: readonly ChangeItem[]): void {
  if (items.length === 0) return;
  const histories = call.site.store.collection("history");
  const [id, created] = [histories.nextId(), call.site.clock.now()];
  histories.put({ id, issueId: issue.id, authorId: call.accountId, created, items });
  const changes = changeParts(call, id, items);
  emitIssueEvent(call, issue, { eventType: "avi:jira:updated:issue", ...changes });
  if (items.some(({ fieldId }) => fieldId === "assignee"))
    emitIssueEvent(call, issue, { eventType: "avi:jira:assigned:issue", ...changes });
}

function changedItems(call: Call, before: Issue, after: Issue): readonly ChangeItem[] {
  const { store } = call.site;
  const ids = Object.keys(after.fields).filter((id) => !isSame(before.fields[id], after.fields[id]));
  const changed = ids.flatMap((id) => store.collection("field").get(id) ?? []);
  const items = changed.map((field) => itemOf(call, field, [before.fields[field.id], after.fields[field.id]]));
  if (before.typeId !== after.typeId) {
    const [fromText, toText] = [before, after].map(({ typeId }) => store.collection("issueType").get(typeId)?.name);
    items.push({ field: "issuetype", fieldId: "issuetype", fieldtype: "jira", from: before.typeId, fromText: fromText ?? null, to: after.typeId, toText: toText ?? null }); // prettier-ignore
  }
  return items.filter(({ fieldId }) => fieldId !== "resolutiondate");
}

function isSame(left: unknown, right: unknown): boolean {
  return (isEmpty(left) && isEmpty(right)) || JSON.stringify(left) === JSON.stringify(right);
}

type Side = readonly [id: string | null, text: string | null];

function itemOf(call: Call, field: Field, [from, to]: readonly [unknown, unknown]): ChangeItem {
  const [[fromId, fromText], [toId, toText]] = [sideOf(call, field, from), sideOf(call, field, to)];
  const values = { from: fromId, fromText, to: toId, toText };
  if (field.id === "parent") return { field: parentItem, fieldId: null, fieldtype: "jira", ...values };
  const name = field.custom ? field.name : (changelogNames[field.id] ?? field.id);
  return { field: name, fieldId: field.id, fieldtype: field.custom ? "custom" : "jira", ...values };
}

const changelogNames: Readonly<Record<string, string>> = {
  components: "Component",
  fixVersions: "Fix Version",
  versions: "Version",
  security: "Security Level",
};

/** What a changelog says of a value: the id of what it names, and its words. */
function sideOf({ site: { store } }: Call, field: Field, raw: unknown): Side {
  if (isEmpty(raw)) return [null, field.schema.items === "string" ? "" : null];
  if (isRich(field)) return [null, plainText(raw)];
  const type = field.schema.type === "array" ? (field.schema.items ?? "string") : field.schema.type;
  const values: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const names: Readonly<Record<string, (id: string) => string | undefined>> = {
    user: (id) => store.collection("user").get(id)?.displayName,
    status: (id) => store.collection("status").get(id)?.name,
    priority: (id) => store.collection("priority").get(id)?.name,
    resolution: (id) => store.collection("resolution").get(id)?.name,
    component: (id) => store.collection("component").get(id)?.name,
    version: (id) => store.collection("version").get(id)?.name,
    option: (id) => store.collection("option").get(id)?.value,
    securitylevel: (id) => store.collection("securityLevel").get(id)?.name,
    issuelink: (id) => store.collection("issue").get(id)?.key,
    group: (id) => store.collection("group").get(id)?.name,
  };
  const name = names[type];
  if (name !== undefined) {
    const ids = values.map(String);
    return [ids.join(", "), ids.map((id) => name(id) ?? id).join(", ")];
  }
  if (type === "date") return [String(raw), `${String(raw)} 00:00:00.0`];
  return [null, values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ")];
}
