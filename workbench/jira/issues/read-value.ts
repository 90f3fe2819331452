import { Problem } from "../problem";
import type { Field } from "../config-records";
import type { Call } from "../router";
import { fromText, isAdf, isRich } from "./adf";
import { contextOf, type Kind } from "./fields-of";

/** Why Jira does not take a value; shown beside its field. */
export class ValueRefused extends Error {
  override readonly name = "ValueRefused";
}

/** What a sent value is kept as. */
export function readValue(call: Call, field: Field, { kind, sent }: { kind: Kind; sent: unknown }): unknown {
  if (sent === null || sent === undefined) return null;
  if (isRich(field)) return richValue(sent, call.version);
  if (field.id === "summary") return readSummary(sent);
  if (field.schema.type !== "array") return readOne(call, field, { kind, sent, type: field.schema.type });
  if (!Array.isArray(sent)) throw new ValueRefused("data was not an array");
  const { items: type = "string" } = field.schema;
  const values = sent.map((item) => readOne(call, field, { kind, sent: item, type }));
  if (type === "string") for (const value of values) checkLabel(String(value));
  return [...new Set(values)];
}

/** The body of a comment or worklog. */
export function richBody(sent: unknown, version: 2 | 3): unknown {
  try {
    return richValue(sent, version);
  } catch (error) {
    if (!(error instanceof ValueRefused)) throw error;
    throw new Problem(400, [error.message], { comment: error.message });
  }
}

function richValue(sent: unknown, version: 2 | 3): unknown {
  if (version === 2 && typeof sent === "string") return fromText(sent);
  if (typeof sent !== "object")
    throw new ValueRefused("Operation value must be an Atlassian Document (see the Atlassian Document Format)");
  if (!isAdf(sent)) throw new ValueRefused("INVALID_INPUT");
  return sent;
}

function readSummary(sent: unknown): string {
  if (typeof sent !== "string") throw new ValueRefused("Operation value must be a string");
  if (sent.trim() === "") throw new ValueRefused("You must specify a summary of the issue.");
  if (sent.includes("\n")) throw new ValueRefused("The summary is invalid because it contains newline characters.");
  if (sent.length > 255) throw new ValueRefused("Summary can't exceed 255 characters.");
  return sent.trim();
}

function checkLabel(label: string): void {
  if (label.includes(" ")) throw new ValueRefused(`The label '${label}' contains spaces which is invalid.`);
  if (label.length > 255) throw new ValueRefused(`The label '${label}' is longer than 255 characters.`);
}

interface Sent {
  readonly kind: Kind;
  readonly sent: unknown;
  readonly type: string;
}

function readOne(call: Call, field: Field, { kind, sent, type }: Sent): unknown {
  const { store } = call.site;
  const inProject = ({ projectId }: { projectId: string }): boolean => projectId === kind.project.id;
  switch (type) {
    case "user":
      return readUser(call, field, sent);
    case "priority":
      return chosen(sent, store.collection("priority").all(), "The priority selected is invalid.");
    case "resolution":
      return chosen(sent, store.collection("resolution").all(), "The resolution selected is invalid.");
    case "component":
      return chosen(sent, store.collection("component").all().filter(inProject), "Component name is not valid");
    case "version":
      return chosen(sent, store.collection("version").all().filter(inProject), "Version name is not valid");
    case "group":
      return chosen(sent, store.collection("group").all(), "Group does not exist.");
    case "securitylevel": {
      const levels = store.collection("securityLevel").where("schemeId", kind.project.securitySchemeId ?? "");
      return chosen(sent, levels, "The security level selected is invalid.");
    }
    case "option":
      return readOption(call, field, { kind, sent, type });
    case "number":
      if (typeof sent !== "number") throw new ValueRefused("Operation value must be a number");
      return sent;
    case "date":
      return readDay(sent);
    case "datetime":
      if (Number.isNaN(Date.parse(String(sent)))) throw new ValueRefused(`Error parsing time: ${String(sent)}`);
      return sent;
    case "string":
      if (typeof sent !== "string") throw new ValueRefused("Operation value must be a string");
      return sent;
    default:
      return sent;
  }
}

/** Finds what `{ id }`, `{ name }`, `{ value }` or a bare text names. */
export function chosen(
  sent: unknown,
  known: readonly { readonly id: string; readonly name: string }[],
  message: string,
): string {
  const { id, name } = named(sent);
  const found = known.find((record) => (id === null ? record.name === name : record.id === id));
  if (found === undefined) throw new ValueRefused(message);
  return found.id;
}

export function named(sent: unknown): { readonly id: string | null; readonly name: string | null } {
  const read = new Map<string, unknown>(
    typeof sent === "object" && sent !== null ? Object.entries(sent) : [["id", sent]],
  );
  const text = (...keys: readonly string[]): string | null => {
    const value = keys.map((key) => read.get(key)).find((held) => held !== undefined && held !== null);
    return typeof value === "string" || typeof value === "number" ? String(value) : null;
  };
  return { id: text("id", "accountId", "groupId"), name: text("name", "value", "key") };
}

function readUser({ site }: Call, field: Field, sent: unknown): string {
  const { id } = named(sent);
  const user = site.store.collection("user").get(id ?? "");
  if (user !== null && user.active) return user.id;
  throw new ValueRefused(id === null ? `${field.name} is required.` : `User '${id}' does not exist.`);
}

function readOption({ site }: Call, field: Field, { kind, sent }: Sent): string {
  const context = contextOf(site, field.id, kind);
  const options = site.store.collection("option").where("fieldId", field.id);
  const open = options.filter(({ contextId, disabled }) => contextId === context && !disabled);
  const { id, name } = named(sent);
  const wrong = id === null ? `Option value '${name ?? ""}' is not valid` : `Option id '${id}' is not valid`;
  const known = open.map((option) => ({ id: option.id, name: option.value }));
  return chosen(sent, known, wrong);
}

function readDay(sent: unknown): string {
  const day = typeof sent === "string" ? sent.slice(0, 10) : "";
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  if (isDay && new Date(day).toISOString().startsWith(day)) return day;
  throw new ValueRefused(`Error parsing date string: ${String(sent)}`);
}
