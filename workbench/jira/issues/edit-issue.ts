import { z } from "zod";
import { Problem } from "../problem";
import type { Field } from "../config-records";
import type { Issue } from "../records";
import type { Call } from "../router";
import { addComment } from "./comments";
import { kindOf, listIn, requiredFields, type Kind } from "./fields-of";
import { may, must } from "./find-issue";
import { checkParent, readParent, readType } from "./hierarchy";
import { addLink, endOf, linkType } from "./links";
import { operationsOf } from "./meta";
import { readValue, ValueRefused } from "./read-value";
import { writeIssue } from "./write-issue";

const verb = z.record(z.string(), z.unknown());
export const property = z.looseObject({ key: z.string().min(1).max(255), value: z.unknown() });
export const editBody = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(verb)).optional(),
  properties: z.array(property).optional(),
});
export type Edit = z.infer<typeof editBody>;

/** What is edited and which of its fields may be. */
export interface Scope {
  readonly kind: Kind;
  /** null while it is being made. */
  readonly issue: Issue | null;
  /** The fields of a screen; null where Jira asks no screen. */
  readonly settable: readonly Field[] | null;
}

/** Fields that have verbs of their own and no value to set. */
const verbsOnly = ["issuelinks", "comment", "worklog"];
const neverSet = ["status", "created", "updated", "creator", "resolutiondate", "watches", "subtasks", "statusCategory"];

export function editIssue(call: Call, issue: Issue, edit: Edit): Issue {
  must(call, issue, "EDIT_ISSUES");
  const kind = kindOf(call.site, issue);
  const { issuetype, ...fields } = edit.fields ?? {};
  const typeId = issuetype === undefined ? issue.typeId : readType(call, kind.project, issuetype);
  const changed = changedFields(call, { ...edit, fields }, { kind: { ...kind, typeId }, issue, settable: null });
  if ("parent" in changed || typeId !== issue.typeId)
    checkParent(call, { kind: { ...kind, typeId }, parentId: changed["parent"] ?? issue.fields["parent"] ?? null });
  const properties = propertiesAfter(issue, edit);
  const written = writeIssue(call, issue, {
    typeId,
    fields: { ...issue.fields, ...changed },
    ...(properties === null ? {} : { properties }),
  });
  runUpdates(call, written, edit);
  return written;
}

/** The raw values after `fields` and `update`; every refusal is told at once, each beside its field. */
export function changedFields(call: Call, edit: Edit, scope: Scope): Readonly<Record<string, unknown>> {
  const errors: Record<string, string> = {};
  const changed: Record<string, unknown> = {};
  const attempt = (fieldId: string, run: (field: Field) => unknown): void => {
    try {
      changed[fieldId] = run(settable(call, fieldId, scope));
    } catch (error) {
      if (!(error instanceof ValueRefused)) throw error;
      errors[fieldId] = error.message;
    }
  };
  for (const [id, sent] of Object.entries(edit.fields ?? {})) {
    if (verbsOnly.includes(id)) errors[id] = `Field does not support update '${id}'`;
    else attempt(id, (field) => readSet(call, field, { scope, sent }));
  }
  for (const [id, verbs] of Object.entries(edit.update ?? {})) {
    if (!verbsOnly.includes(id)) attempt(id, (field) => verbs.reduce((held, each) => applied(call, field, { scope, held, verb: each }), changed[id] ?? scope.issue?.fields[id])); // prettier-ignore
  }
  if (Object.keys(errors).length > 0) throw new Problem(400, [], errors);
  return changed;
}

/** The verbs that make things of their own: links and comments. */
export function runUpdates(call: Call, issue: Issue, { update }: Edit): void {
  for (const each of update?.["issuelinks"] ?? []) {
    const { type, outwardIssue, inwardIssue } = linkVerb(each);
    const kind = linkType(call, type);
    if (outwardIssue !== undefined)
      addLink(call, { type: kind, source: issue, destination: endOf(call, outwardIssue) });
    if (inwardIssue !== undefined) addLink(call, { type: kind, source: endOf(call, inwardIssue), destination: issue });
  }
  for (const each of update?.["comment"] ?? []) {
    const read = z.looseObject({ add: z.looseObject({ body: z.unknown() }) }).safeParse(each);
    if (!read.success)
      throw new Problem(400, [], { comment: "Field 'comment' only supports the operation 'add' here." });
    addComment(call, issue, read.data.add.body);
  }
}

export function propertiesAfter(issue: Issue, { properties }: Edit): Issue["properties"] | null {
  if (properties === undefined) return null;
  return { ...issue.properties, ...Object.fromEntries(properties.map(({ key, value }) => [key, value])) };
}

function settable(call: Call, fieldId: string, { kind, issue, settable: screen }: Scope): Field {
  const field = call.site.store.collection("field").get(fieldId);
  const shown = screen === null ? field : screen.find(({ id }) => id === fieldId);
  const owner = call.caller.kind === "app" ? call.caller.appId : null;
  const isForeign = field?.app?.readOnly === true && field.app.appId !== owner;
  const isFixed = neverSet.includes(fieldId) || (issue !== null && fieldId === "project");
  if (
    field === null ||
    shown === undefined ||
    isForeign ||
    isFixed ||
    field.trashed ||
    !mayWrite(call, fieldId, { kind, issue })
  )
    throw new ValueRefused(`Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`);
  return field;
}

/** Fields that ask for a permission of their own once the work item exists. */
function mayWrite(call: Call, fieldId: string, { issue }: Omit<Scope, "settable">): boolean {
  if (issue === null) return true;
  if (fieldId === "reporter") return may(call, issue, "MODIFY_REPORTER");
  if (fieldId === "security") return may(call, issue, "SET_ISSUE_SECURITY");
  return fieldId !== "assignee" || may(call, issue, "ASSIGN_ISSUES");
}

function readSet(call: Call, field: Field, { scope, sent }: { scope: Scope; sent: unknown }): unknown {
  if (field.id === "parent") return readParent(call, sent);
  const value = readValue(call, field, { kind: scope.kind, sent });
  if (field.id === "assignee" && typeof value === "string") checkAssignable(call, value);
  if (value === null && requiredFields(call.site, scope.kind).includes(field.id))
    throw new ValueRefused(
      field.id === "summary" ? "You must specify a summary of the issue." : `${field.name} is required.`,
    );
  return value;
}

function checkAssignable({ site }: Call, accountId: string): void {
  const user = site.store.collection("user").get(accountId);
  if (user?.accountType !== "atlassian")
    throw new ValueRefused(`User '${user?.displayName ?? accountId}' cannot be assigned issues.`);
}

interface Step {
  readonly scope: Scope;
  readonly held: unknown;
  readonly verb: Readonly<Record<string, unknown>>;
}

function applied(call: Call, field: Field, { scope, held, verb: step }: Step): unknown {
  const [name = "", sent] = Object.entries(step)[0] ?? [];
  if (!operationsOf(field).includes(name)) throw new ValueRefused(`Field does not support the operation '${name}'.`);
  if (name === "set") return readSet(call, field, { scope, sent });
  const one = readValue(call, field, { kind: scope.kind, sent: [sent] });
  const [value]: readonly unknown[] = Array.isArray(one) ? one : [];
  const values: readonly unknown[] = Array.isArray(held)
    ? held
    : scope.issue === null
      ? []
      : listIn(scope.issue, field.id);
  if (name === "remove") return values.filter((known) => known !== value);
  return values.includes(value) ? values : [...values, value];
}

const end = z.looseObject({ id: z.string().optional(), key: z.string().optional() });
const link = z.looseObject({
  add: z.looseObject({
    type: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
    outwardIssue: end.optional(),
    inwardIssue: end.optional(),
  }),
});

function linkVerb(sent: unknown): z.infer<typeof link>["add"] {
  const read = link.safeParse(sent);
  if (read.success) return read.data.add;
  throw new Problem(400, [], { issuelinks: "Field 'issuelinks' only supports the operation 'add' here." });
}
