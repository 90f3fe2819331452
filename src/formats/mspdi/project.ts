/** A project file as it stands, in minutes and wall-clock texts (`2026-03-02T08:00`), before it is a plan or a network. */
export interface Project {
  readonly title: string | null;
  readonly start: string | null;
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly calendar: ProjectCalendar | null;
  /** Those of single tasks, by UID. */
  readonly calendars: ReadonlyMap<string, ProjectCalendar>;
  readonly tasks: readonly ProjectTask[];
  /** What is used up, paid or booked, and the people who work beside an owner. */
  readonly resources: readonly ProjectResource[];
  readonly notes: readonly string[];
}

export interface ProjectResource {
  readonly uid: string;
  readonly title: string;
  readonly kind: "material" | "cost" | "person";
}

export interface ProjectCalendar {
  readonly name: string;
  /** Monday first; minutes past midnight. */
  readonly week: readonly (readonly ProjectShift[])[];
  readonly exceptions: ReadonlyMap<string, readonly ProjectShift[]>;
}

export interface ProjectShift {
  readonly from: number;
  readonly to: number;
}

export type Unit = "m" | "h" | "d" | "w" | "mo" | "%";

export interface Length {
  readonly amount: number;
  readonly unit: Unit;
  readonly elapsed: boolean;
}

export interface ProjectTask {
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly notes: string;
  readonly owner: string | null;
  /** UIDs of what else it takes: who is assigned beside the owner, and resources that are no people. */
  readonly needs: readonly string[];
  readonly parent: string | null;
  readonly summary: boolean;
  /** The amount is in minutes; the unit is how it was shown. */
  readonly duration: Length | null;
  /** Whether it says a length that nobody can read. */
  readonly hasCutSpan: boolean;
  readonly constraint: { readonly type: number; readonly on: string | null };
  readonly manualStart: string | null;
  readonly deadline: string | null;
  /** As MS Project last worked them out. */
  readonly scheduled: { readonly start: string | null; readonly finish: string | null };
  readonly percentComplete: number;
  /** The first of its baselines. */
  readonly baseline: { readonly start: string | null; readonly finish: string | null } | null;
  /** Whether there are more. */
  readonly hasBaselines: boolean;
  /** The UID of a calendar of its own. */
  readonly calendar: string | null;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
  readonly remaining: number | null;
  readonly links: readonly ProjectLink[];
}

export interface ProjectLink {
  readonly uid: string;
  readonly type: "FS" | "SS" | "FF" | "SF";
  /** In minutes, or in percent of the predecessor. */
  readonly lag: Length;
}

const formats: readonly (readonly [number, Unit, boolean])[] = [
  [3, "m", false],
  [4, "m", true],
  [5, "h", false],
  [6, "h", true],
  [7, "d", false],
  [8, "d", true],
  [9, "w", false],
  [10, "w", true],
  [11, "mo", false],
  [12, "mo", true],
  [19, "%", false],
  [20, "%", true],
];

/** How a length is shown, by the numbers of the MSPDI schema; 32 more says that it is estimated. */
export function unitOf(format: number | null): { readonly unit: Unit; readonly elapsed: boolean } {
  const plain = format !== null && format >= 35 ? format - 32 : format;
  const [, unit = "d", elapsed = false] = formats.find(([number]) => number === plain) ?? [];
  return { unit, elapsed };
}

export function formatNumber(unit: Unit, elapsed: boolean): number {
  return formats.find(([, other, otherElapsed]) => other === unit && otherElapsed === elapsed)?.[0] ?? 7;
}
