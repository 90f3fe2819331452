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
  "category",
  "id",
  "assisted",
  "environment",
  "channel",
];

/** What help desks call the column that says what a ticket was about. */
const sorts = ["ticketcategory", "tickettype", "requesttype", "issuetype", "worktype", "anfragetyp", "typededemande"];

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
  category: [...sorts, "category", "kategorie", "categorie"],
  assisted: ["withhelp", "helped", "training", "intraining"],
  environment: ["env", "system", "stage", "instance"],
  channel: ["usertype", "accounttype", "origin"],
};

/** The column of the very name first, then one by another name; each column serves once. */
export function guessColumns(columns: readonly string[]): EventColumns {
  const isList = isTicketList(columns.map(plain));
  const names = isList ? namesInTickets : otherNames;
  const free = new Map(columns.map((column) => [plain(column), column]));
  const take = (names: readonly string[]): FieldSource => {
    const name = names.find((each) => free.has(each));
    const column = name === undefined ? undefined : free.get(name);
    if (name === undefined || column === undefined) return { kind: "none" };
    free.delete(name);
    return { kind: "column", column };
  };
  const exact = new Map(
    eventFields.map((field) => [field, field === "category" ? ({ kind: "none" } as const) : take([field])]),
  );
  const source = (field: EventField): FieldSource => {
    const found = exact.get(field);
    return found === undefined || found.kind === "none" ? take(names[field]) : found;
  };
  return {
    person: source("person"),
    at: source("at"),
    kind: isList ? { kind: "always", value: "ticket" } : source("kind"),
    process: source("process"),
    category: source("category"),
    id: source("id"),
    assisted: source("assisted"),
    environment: source("environment"),
    channel: source("channel"),
  };
}

/** A file that numbers tickets, or sorts them, and says of no line what happened, lists tickets. */
function isTicketList(names: readonly string[]): boolean {
  const says = (known: readonly string[]) => names.some((name) => known.includes(name));
  return (
    says(["ticket", "ticketid", "ticketnumber", "issuekey", "ticketnummer", "numeroticket", ...sorts]) &&
    !says(["kind", "event", "eventtype", "eventname", "action", "activity"])
  );
}

/** In a list of tickets `category` and `type` sort them; in a log of events a category is a process unless another column is. */
const namesInTickets: typeof otherNames = {
  ...otherNames,
  process: otherNames.process.filter((name) => name !== "category").concat("component", "product", "service"),
  category: ["category", ...sorts, "kategorie", "categorie", "type", "typ"],
};

function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
}
