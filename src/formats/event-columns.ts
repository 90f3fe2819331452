import type { UsageEvent } from "#contract/usage-event";

export type EventField = Exclude<keyof UsageEvent, "plan">;

/** Where a field of every event comes from: a column of the file, one value for all lines, or neither. */
export type FieldSource =
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "always"; readonly value: string }
  | { readonly kind: "none" };

export type EventColumns = Readonly<Record<EventField, FieldSource>>;

export const eventFields: readonly EventField[] = [
  "person",
  "at",
  "kind",
  "process",
  "id",
  "assisted",
  "environment",
  "channel",
];

/** What systems call these columns, in small letters and without what is no letter. */
const otherNames: Readonly<Record<EventField, readonly string[]>> = {
  id: ["eventid", "uuid", "uid", "key", "number", "ticket", "ticketid", "issuekey", "recordid"],
  person: [
    "user",
    "username",
    "userid",
    "useremail",
    "email",
    "mail",
    "employee",
    "account",
    "login",
    "actor",
    "reporter",
  ],
  at: [
    "time",
    "timestamp",
    "datetime",
    "date",
    "when",
    "created",
    "createdat",
    "createddate",
    "occurredat",
    "eventtime",
  ],
  kind: ["type", "event", "eventtype", "eventname", "action", "activity"],
  process: ["processname", "task", "workflow", "module", "screen", "object", "transaction", "category"],
  assisted: ["withhelp", "helped", "training", "intraining"],
  environment: ["env", "system", "stage", "instance"],
  channel: ["usertype", "accounttype", "origin"],
};

/** The column of the very name first, then one by another name; each column serves once. */
export function guessColumns(columns: readonly string[]): EventColumns {
  const free = new Map(columns.map((column) => [plain(column), column]));
  const take = (names: readonly string[]): FieldSource => {
    const name = names.find((each) => free.has(each));
    const column = name === undefined ? undefined : free.get(name);
    if (name === undefined || column === undefined) return { kind: "none" };
    free.delete(name);
    return { kind: "column", column };
  };
  const exact = new Map(eventFields.map((field) => [field, take([field])]));
  const source = (field: EventField): FieldSource => {
    const found = exact.get(field);
    return found === undefined || found.kind === "none" ? take(otherNames[field]) : found;
  };
  return {
    person: source("person"),
    at: source("at"),
    kind: source("kind"),
    process: source("process"),
    id: source("id"),
    assisted: source("assisted"),
    environment: source("environment"),
    channel: source("channel"),
  };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}
