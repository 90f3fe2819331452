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
  | "calendar"
  | "after"
  | "before"
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
  | "outline"
  | "alias"
  | "milestone"
  | "estimate"
  | "active"
  | "uid"
  | "constraint"
  | "constraintDate"
  | "deadline"
  | "percent"
  | "started"
  | "finished"
  | "remaining"
  | "baselineStart"
  | "baselineFinish"
  | "status";

export interface Column {
  readonly field: Field;
  /** The heading we write. */
  readonly heading: string;
  /** The headings other tools write, between bars, the better witness first: where two columns claim a field, the earlier one wins. */
  readonly also: string;
}

export const columns: readonly Column[] = [
  {
    field: "id",
    heading: "ID",
    also: "step id | task id | row id | nr | nr. | no | no. | # | row | vorgangsnummer | step # | step no | step no. | task # | task no | task no. | item # | item no | item no. | number | ref | ref. | s/n | sr no | sr. no. | n° | nº | num | card id",
  },
  {
    field: "title",
    heading: "Title",
    also: "step | task name | task | summary | name | activity | activity name | action | action step | item | item name | work package | subject | vorgangsname | vorgang | aufgabe | tâche | nom de la tâche | nombre de tarea | card name | what | to do | to-do | action items | task description | activity description | action description | libellé | tarea | nom | nombre | attività | nome attività | atividade | taak | taaknaam",
  },
  {
    field: "description",
    heading: "Description",
    also: "details | task content | notes | note | comments | notizen | beschreibung | remarks | task details | card description | how | remarques | observaciones | opmerkingen | note attività | anmerkungen | bemerkung | bemerkungen",
  },
  {
    field: "owner",
    heading: "Owner",
    also: "assignee email | owner email | assignee | assignees | assigned to | task owner | person responsible | responsible | accountable | person | people | lead | resource names | resources | resource | who | ressourcennamen | verantwortlich | zuständig | members | person in charge | pic | responsable | noms ressources | nombres de los recursos | nomi risorse | encargado | eigenaar | bearbeiter",
  },
  {
    field: "start",
    heading: "Start",
    also: "start date text | start date | planned start | scheduled start | custom field start date | custom field target start | timeline - start | timeline start | begin | begins | from | anfang | beginn | début | commence | comienzo | inicio | inizio | start op",
  },
  {
    field: "finish",
    heading: "Finish",
    also: "finish date | end | end date | planned finish | planned end | scheduled finish | timeline - end | timeline end | due | due date text | due date | custom field target end | deadline | until | ende | fertig | fertigstellung | fin | by when | due by | complete by | completion | completion date | target date | end by | échéance | vencimiento | fecha de vencimiento | scadenza | fine | término | bis | fällig | frist",
  },
  { field: "anchor", heading: "Anchor", also: "relative to" },
  {
    field: "duration",
    heading: "Duration",
    also: "length | planned duration | dauer | durée | duración | durata | duração | duur",
  },
  { field: "calendar", heading: "Calendar", also: "task calendar | vorgangskalender" },
  {
    field: "after",
    heading: "Predecessors",
    also: "after | depends on | dependencies | dependency | dependent on | blocked by | blocked by dependencies | waiting on | wbs predecessors | unique id predecessors | inward issue link blocks | predecessor | vorgänger | prédécesseurs | depends on step | depends on task | prerequisite | prerequisites | pre-requisites | dependent upon | abhängig von | voraussetzung | predecesoras | predecessori | predecessoras | voorafgaande taken",
  },
  {
    field: "before",
    heading: "Successors",
    also: "blocking dependencies | blocking | blocks | outward issue link blocks | successor | nachfolger",
  },
  {
    field: "success",
    heading: "Success criteria",
    also: "success | criteria | acceptance criteria | done when",
  },
  { field: "side", heading: "Side", also: "" },
  { field: "stream", heading: "Stream", also: "workstream" },
  {
    field: "phase",
    heading: "Phase",
    also: "stage | section/column | section | list name | group | bucket | bucket name",
  },
  { field: "wave", heading: "Wave", also: "" },
  {
    field: "parent",
    heading: "Parent",
    also: "parent id | parent key | parent task | parent item | parent name | summary task | custom field epic link | epic link | parent summary",
  },
  { field: "kind", heading: "Kind", also: "" },
  { field: "objective", heading: "Objective", also: "objectives | goal" },
  { field: "needs", heading: "Needs", also: "" },
  { field: "departments", heading: "Departments", also: "department" },
  { field: "key", heading: "Key", also: "issue key | jira key | work item | work item key" },
  { field: "level", heading: "Outline Level", also: "level | indent | indent level | gliederungsebene" },
  {
    field: "outline",
    heading: "WBS",
    also: "outline number | wbs code | wbs number | psp-code | gliederungsnummer",
  },
  { field: "uid", heading: "Unique ID", also: "uid | eindeutige nummer | n° unique" },
  {
    field: "alias",
    heading: "Other name",
    also: "issue id | task custom id | custom id | row number",
  },
  {
    field: "estimate",
    heading: "Estimate",
    also: "time estimated text | original estimate | time estimate | time estimated | estimated time",
  },
  { field: "active", heading: "Active", also: "aktiv" },
  { field: "constraint", heading: "Constraint", also: "constraint type" },
  { field: "constraintDate", heading: "Constraint date", also: "" },
  { field: "deadline", heading: "Must be done by", also: "deadline" },
  { field: "percent", heading: "% Complete", also: "percent complete | complete % | progress | % abgeschlossen" },
  { field: "started", heading: "Actual start", also: "" },
  { field: "finished", heading: "Actual finish", also: "actual end | completed at | completed on" },
  { field: "remaining", heading: "Remaining", also: "remaining duration" },
  { field: "baselineStart", heading: "Baseline start", also: "" },
  { field: "baselineFinish", heading: "Baseline finish", also: "baseline end" },
  { field: "status", heading: "Status", also: "state | rag | rag status" },
  { field: "milestone", heading: "Milestone", also: "is milestone | meilenstein" },
];

/** Several columns of a kind say more of the same: every link column of a Jira export holds one work item. */
export const listFields: ReadonlySet<Field> = new Set([
  "after",
  "before",
  "alias",
  "objective",
  "needs",
  "departments",
]);

export interface Claim {
  readonly field: Field;
  /** 0 for the heading we write; the higher, the worse a witness. */
  readonly rank: number;
}

/** `Start Date*`, `start_date`, `Custom field (Start date)` and `Start date (dd/mm/yyyy)` say the same. */
export function claimsOf(heading: string): readonly Claim[] {
  const exact = claims(plainHeading(heading));
  if (exact.length > 0) return exact;
  const bare = plainHeading(heading.replaceAll(/\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g, " "));
  const plain = claims(bare);
  return plain.length > 0
    ? plain
    : claims(withoutFiller(bare)).map(({ field, rank }) => ({ field, rank: rank + likely }));
}

/** Words that people put around what a column holds: "planned start date", "responsible person". */
const filler =
  /(?:^| )(?:planned|scheduled|target|expected|estimated|proposed|date|day|name|person|people|text|step|task|item|the|of|for)(?= |$)/g;

function withoutFiller(heading: string): string {
  return heading.replaceAll(filler, "").trim();
}

/** Read with a guess, so any heading that says it outright goes before. */
const likely = 50;

export function fieldOf(heading: string): Field | null {
  return claimsOf(heading)[0]?.field ?? null;
}

const claimed: ReadonlyMap<string, readonly Claim[]> = Map.groupBy(
  columns.flatMap(({ field, heading, also }) =>
    [heading.toLowerCase(), ...namesIn(also)].map((said, rank) => ({ said, field, rank })),
  ),
  ({ said }) => said,
);

function claims(said: string): readonly Claim[] {
  return claimed.get(said) ?? [];
}

/** The headings between bars; none in an empty text. */
export function namesIn(also: string): readonly string[] {
  return also === "" ? [] : also.split(" | ");
}

export function plainHeading(heading: string): string {
  return heading
    .slice(0, 200)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\s_*:()[\]?]+/g, " ")
    .trim();
}
