/** Field names as a person calls them; what is not listed is called as the plan file calls it. */
const words: Readonly<Record<string, string>> = {
  summary: "Title",
  description: "Description",
  assignee: "Assignee",
  owner: "Owner in the plan",
  ownerIs: "Whom the owner's words stand for",
  start: "Start in the plan",
  day: "Start date",
  due: "Due date",
  anchor: "Counted from",
  calendar: "Calendar",
  calendars: "Further calendars",
  rules: "Rules of the linter",
  sections: "Sections and who has signed them",
  permissions: "Who may view, edit and delete",
  success: "Success criteria",
  after: "Waits for",
  has: "Has step",
  "has step": "Part of",
  parent: "Part of",
  tag: "Delivery phase",
  raci: "RACI",
  kpis: "KPIs",
  order: "Order of items",
  dataSources: "Data sources",
  processMaps: "Process maps",
  documents: "Linked documents",
  handoffs: "Hand-offs",
  affects: "What it affects",
  item: "The work item itself",
};

/** Bookkeeping that follows from another field; told only where nothing else is. */
const quiet: ReadonlySet<string> = new Set(["ownerIs"]);

export function toldFields<F extends { readonly field: string }>(fields: readonly F[]): readonly F[] {
  const told = fields.filter(({ field }) => !quiet.has(field));
  return told.length === 0 ? fields : told;
}

export function fieldName(field: string): string {
  return words[field] ?? field.slice(0, 1).toUpperCase() + field.slice(1);
}

/** A value as it is read aloud: what has parts is told part by part, a line an entry, never in brackets. */
export function fieldText(value: string | null): string | null {
  if (value === null || !/^[[{"]/.test(value)) return value === "" ? null : value;
  const read = parsed(value);
  return read === null ? value : say(read) || null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(say).join(value.some(isRecord) ? "\n" : ", ");
  if (!isRecord(value)) return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  const { measure, metric, op, value: amount, unit, ...rest } = value;
  if (!isSaid(amount)) return Object.entries(value).flatMap(pair).join(", ");
  const said = [measure, metric, op, amount, unit].filter(isSaid).join(" ");
  return [said, ...Object.entries(rest).flatMap(pair)].join(", ");
}

function pair([name, value]: readonly [string, unknown]): readonly string[] {
  if (!isSaid(value) || value === false) return [];
  if (value === true) return [name];
  const text = say(value);
  return [isRecord(value) ? `${name} (${text})` : `${name} ${text}`];
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
