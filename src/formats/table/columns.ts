/** What a column of a table of steps may hold. */
export type Field =
  | "id"
  | "title"
  | "description"
  | "owner"
  | "start"
  | "finish"
  | "anchor"
  | "duration"
  | "after"
  | "success"
  | "side"
  | "stream"
  | "phase"
  | "wave"
  | "parent"
  | "kind"
  | "objective"
  | "needs"
  | "departments"
  | "key"
  | "level"
  | "outline";

/** The heading we write, then the headings other tools write. */
export const columns: readonly { readonly field: Field; readonly heading: string; readonly also: readonly string[] }[] =
  [
    { field: "id", heading: "ID", also: ["step id", "task id", "unique id", "uid", "nr", "no", "#"] },
    {
      field: "title",
      heading: "Title",
      also: [
        "step",
        "task",
        "task name",
        "name",
        "summary",
        "activity",
        "action",
        "action step",
        "vorgangsname",
        "aufgabe",
      ],
    },
    { field: "description", heading: "Description", also: ["details", "notes", "notizen", "beschreibung"] },
    {
      field: "owner",
      heading: "Owner",
      also: [
        "assignee",
        "assigned to",
        "responsible",
        "resource names",
        "resources",
        "who",
        "ressourcennamen",
        "verantwortlich",
      ],
    },
    { field: "start", heading: "Start", also: ["start date", "begin", "planned start", "anfang", "beginn"] },
    {
      field: "finish",
      heading: "Finish",
      also: ["end", "end date", "finish date", "due", "due date", "ende", "fertig"],
    },
    { field: "anchor", heading: "Anchor", also: ["relative to"] },
    { field: "duration", heading: "Duration", also: ["length", "dauer"] },
    {
      field: "after",
      heading: "Predecessors",
      also: ["after", "depends on", "dependencies", "dependency", "blocked by", "vorgänger"],
    },
    {
      field: "success",
      heading: "Success criteria",
      also: ["success", "criteria", "acceptance criteria", "done when"],
    },
    { field: "side", heading: "Side", also: [] },
    { field: "stream", heading: "Stream", also: ["workstream"] },
    { field: "phase", heading: "Phase", also: ["stage"] },
    { field: "wave", heading: "Wave", also: [] },
    { field: "parent", heading: "Parent", also: ["parent id", "group"] },
    { field: "kind", heading: "Kind", also: [] },
    { field: "objective", heading: "Objective", also: ["objectives", "goal"] },
    { field: "needs", heading: "Needs", also: [] },
    { field: "departments", heading: "Departments", also: ["department"] },
    { field: "key", heading: "Key", also: ["issue key", "jira key", "work item", "work item key"] },
    { field: "level", heading: "Outline Level", also: ["outline level", "level", "indent", "gliederungsebene"] },
    { field: "outline", heading: "WBS", also: ["outline number", "wbs code", "psp-code", "gliederungsnummer"] },
  ];

export function fieldOf(heading: string): Field | null {
  const said = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, " ");
  return columns.find(({ heading: own, also }) => own.toLowerCase() === said || also.includes(said))?.field ?? null;
}

/** The row that heads the table: the first with a title among at least two known columns, or with a title alone. */
export function findHeading(rows: readonly (readonly string[])[]): number | null {
  const known = rows.slice(0, 30).map((row) => {
    const fields = new Set(row.map(fieldOf).filter((field) => field !== null));
    return fields.has("title") ? fields.size : 0;
  });
  const most = Math.max(0, ...known);
  return most === 0 ? null : known.indexOf(most);
}
