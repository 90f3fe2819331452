/** What a Jira expression can hold. A bean is a Jira entity: it knows its type and answers one property at a time. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | Bean
  | Entries
  | Instant
  | CalendarDay
  | Lambda;

export interface Bean {
  readonly kind: "bean";
  readonly type: string;
  readonly id: string;
  /** undefined: this type has no such property. */
  read(name: string): Value | undefined;
}
export interface Entries {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Value>;
}
export interface Instant {
  readonly kind: "date";
  readonly at: number;
}
export interface CalendarDay {
  readonly kind: "day";
  readonly day: string;
}
export interface Lambda {
  readonly kind: "lambda";
  call(values: readonly Value[]): Value;
}

/** Why an expression has no value. Jira's messages name the part it could not evaluate. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function typeOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "Number";
  if (typeof value === "string") return "String";
  if ("kind" in value) {
    if (value.kind === "bean") return value.type;
    return { map: "Map", date: "Date", day: "CalendarDate", lambda: "Lambda" }[value.kind];
  }
  return "List";
}

/** Lists and maps compare by what they hold, entities by type and id. */
export function isSame(left: Value, right: Value): boolean {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return left === right;
  if (isList(left) || isList(right)) {
    if (!isList(left) || !isList(right) || left.length !== right.length) return false;
    return left.every((item, at) => isSame(item, right[at] ?? null));
  }
  if (left.kind === "bean" && right.kind === "bean") return left.type === right.type && left.id === right.id;
  if (left.kind === "lambda" || right.kind === "lambda") return left === right;
  return left.kind === right.kind && JSON.stringify(toJson(left)) === JSON.stringify(toJson(right));
}

/** A JSON value as an expression sees it: what entity properties and rule configurations hold. */
export function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === "boolean" || typeof json === "number" || typeof json === "string") return json;
  if (Array.isArray(json)) return json.map(fromJson);
  return { kind: "map", entries: new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)])) };
}

export function toJson(value: Value): unknown {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(toJson);
  if (value.kind === "map") return Object.fromEntries([...value.entries].map(([key, item]) => [key, toJson(item)]));
  if (value.kind === "date") return new Date(value.at).toISOString().replace("Z", "+0000");
  if (value.kind === "day") return value.day;
  if (value.kind === "lambda") throw new ExpressionError("A function cannot be the result of an expression.");
  const shown = ["key", "accountId", "name", "summary", "displayName"].map((name) => [name, value.read(name)] as const);
  return { id: value.id, ...Object.fromEntries(shown.filter(([, item]) => typeof item === "string")) };
}
