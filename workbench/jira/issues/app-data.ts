import { z } from "zod";
import { Problem } from "../problem";
import type { Field } from "../config-records";
import { noContent, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { findIssue } from "./find-issue";
import { writeIssue } from "./write-issue";

const one = z.object({ issueIds: z.array(z.number()).min(1).max(1000), value: z.unknown() });
const many = one.extend({ customField: z.string() });
const properties = "/rest/forge/1/app/properties";

/** What an installed app keeps in Jira: the values of its own fields, and properties of its own. */
export const appDataRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/app/field/value", {
    scopes: ["write:app-data:jira"],
    handler(call) {
      const { updates } = readBody(z.object({ updates: z.array(many).min(1) }), call);
      for (const update of updates) setValues(call, ownField(call, update.customField), update);
      return noContent;
    },
  }),
  route("PUT", "/rest/api/3/app/field/{fieldIdOrKey}/value", {
    scopes: ["write:app-data:jira"],
    handler(call) {
      const { updates } = readBody(z.object({ updates: z.array(one).min(1) }), call);
      const field = ownField(call, call.params["fieldIdOrKey"] ?? "");
      for (const update of updates) setValues(call, field, update);
      return noContent;
    },
  }),
  route("GET", properties, {
    scopes: ["read:app-data:jira"],
    handler(call) {
      const appId = ownApp(call);
      const records = call.site.store.collection("property").where("entityId", appId);
      const keys = records.map(({ key }) => ({ key, self: `${call.site.siteUrl}${properties}/${key}` }));
      return ok({ keys });
    },
  }),
  route("GET", `${properties}/{propertyKey}`, {
    scopes: ["read:app-data:jira"],
    handler(call) {
      const record = call.site.store.collection("property").get(recordId(call));
      if (record === null) return message(404, "The requested property does not exist.");
      return ok({ key: record.key, value: record.value });
    },
  }),
  route("PUT", `${properties}/{propertyKey}`, {
    scopes: ["write:app-data:jira"],
    handler(call) {
      const [id, key] = [recordId(call), call.params["propertyKey"] ?? ""];
      if (key.length > 127) return message(400, "The property key cannot be longer than 127 characters.");
      if (call.body === undefined) return message(400, "The property value must be a valid JSON.");
      const records = call.site.store.collection("property");
      const isNew = records.get(id) === null;
      records.put({ id, entity: "app", entityId: ownApp(call), key, value: call.body });
      return message(isNew ? 201 : 200, isNew ? "Property created." : "Property updated.");
    },
  }),
  route("DELETE", `${properties}/{propertyKey}`, {
    scopes: ["write:app-data:jira"],
    handler(call) {
      const id = recordId(call);
      if (call.site.store.collection("property").get(id) === null)
        return message(404, "The requested property does not exist.");
      call.site.store.collection("property").delete(id);
      return noContent;
    },
  }),
];

function setValues(call: Call, field: Field, { issueIds, value }: z.infer<typeof one>): void {
  for (const id of issueIds) {
    const issue = findIssue(call.site, String(id));
    if (issue === null) throw new Problem(400, [`Issue with id ${id} does not exist.`]);
    checkType(field, value);
    const fields = { ...issue.fields, [field.id]: value ?? null };
    if (call.query.get("generateChangelog") === "false") call.site.store.collection("issue").put({ ...issue, fields });
    else writeIssue(call, issue, { fields });
  }
}

function checkType({ id, schema }: Field, value: unknown): void {
  if (value === null || value === undefined || schema.type === "array" || schema.type === "object") return;
  const wanted = schema.type === "number" ? "number" : "string";
  if (typeof value !== wanted) throw new Problem(400, [], { [id]: `The value must be a ${wanted}.` });
}

function ownField(call: Call, idOrKey: string): Field {
  const fields = call.site.store.collection("field");
  const field = fields.get(idOrKey) ?? fields.where("key", idOrKey)[0] ?? null;
  if (field === null) throw new Problem(404, [`The field ${idOrKey} was not found.`]);
  if (call.caller.kind === "app" && call.caller.actingFor === null && field.app?.appId === call.caller.appId)
    return field;
  throw new Problem(403, ["Only the app that provided the field can update its values."]);
}

function ownApp({ caller }: Call): string {
  if (caller.kind === "app" && caller.actingFor === null) return caller.appId;
  throw new Problem(403, ["The request must be made directly by an app."]);
}

function recordId(call: Call): string {
  return `app:${ownApp(call)}:${call.params["propertyKey"] ?? ""}`;
}

function message(statusCode: number, text: string): Answer {
  return { status: statusCode, body: { message: text, statusCode } };
}
