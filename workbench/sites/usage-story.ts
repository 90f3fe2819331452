import type { TicketCategory } from "#domain/adoption/ticket-category";
import { createChance } from "./chance";
import type { Chance } from "./chance";

/**
 * Eight hundred people of the demo rollout. Two in three take to the new system within days, so whoever counts only those who made it
 * sees a flattering median. The rest, most of them in Service, keep asking for help until a job card and a retraining in week nine.
 */
export interface StoryPerson {
  readonly id: string;
  readonly wave: "sales" | "service";
  readonly department: string;
}

export interface StoryEvent {
  readonly id: string;
  readonly plan: string;
  readonly person: string;
  readonly at: string;
  readonly kind: "access" | "transaction" | "left" | "ticket";
  readonly process: string;
  readonly assisted: boolean;
  /** Of a ticket what it was about; some the help desk has not sorted. */
  readonly category?: TicketCategory;
}

export interface Story {
  readonly people: readonly StoryPerson[];
  /** In order of time. */
  readonly events: readonly StoryEvent[];
}

interface Department {
  readonly name: string;
  readonly wave: "sales" | "service";
  readonly people: number;
  /** Of ten people, how many take to it within days. */
  readonly quick: number;
}

const departments: readonly Department[] = [
  { name: "Field sales", wave: "sales", people: 150, quick: 7 },
  { name: "Inside sales", wave: "sales", people: 150, quick: 8 },
  { name: "Sales operations", wave: "sales", people: 100, quick: 8 },
  { name: "Contact centre", wave: "service", people: 180, quick: 5 },
  { name: "Field service", wave: "service", people: 120, quick: 3 },
  { name: "Service back office", wave: "service", people: 100, quick: 6 },
];

const day = 86_400_000;
export const goLive = { sales: Date.parse("2026-11-16T00:00:00Z"), service: Date.parse("2026-11-30T00:00:00Z") };
const retraining = Date.parse("2027-01-18T08:00:00Z");
const end = Date.parse("2027-03-15T00:00:00Z");
const processes = { sales: ["enter-order", "quote"], service: ["answer-case", "book-visit"] } as const;

export function tellUsage(plan: string): Story {
  const chance = createChance(20_260_907);
  const told = departments.flatMap((department) =>
    Array.from({ length: department.people }, (_, index) => life(department, index, { plan, chance })),
  );
  return {
    people: told.map(({ person }) => person),
    events: sorted([...told.flatMap(({ events }) => events), ...defects(plan, told)].toSorted(byTime)),
  };
}

function byTime(a: StoryEvent, b: StoryEvent): number {
  return a.at < b.at ? -1 : 1;
}

const bump = { from: Date.parse("2026-12-07T00:00:00Z"), to: Date.parse("2026-12-21T00:00:00Z") };

/**
 * The help desk sorts what comes in: at first half of it asks how things are done, which the retraining ends; a release in December brings
 * two weeks of defects. By a chance of its own, so that what people do stays the same whatever they ask for.
 */
function sorted(events: readonly StoryEvent[]): readonly StoryEvent[] {
  const chance = createChance(11);
  return events.flatMap((event) => {
    if (event.kind !== "ticket" || event.category !== undefined) return [event];
    const category = categoryAt(Date.parse(event.at), chance);
    const ticket = category === null ? event : { ...event, category };
    // Now and then somebody sends the same twice.
    return chance.below(40) > 0 ? [ticket] : [ticket, { ...event, id: `${event.id}-again`, category: "duplicate" }];
  });
}

function categoryAt(at: number, chance: Chance): TicketCategory | null {
  const drawn = chance.next();
  if (drawn < 0.06) return null;
  const isBump = at >= bump.from && at < bump.to;
  const howTo = at < retraining + 7 * day ? 0.68 : 0.36;
  const asks = isBump ? howTo - 0.25 : howTo;
  const rest = chance.next();
  if (rest < asks) return "how-to";
  if (isBump && rest < asks + 0.4) return "defect";
  const other = chance.next();
  return other < 0.4 ? "access" : other < 0.7 ? "defect" : "data";
}

/** What testers found in the weeks before go-live: every sixth person of Sales one thing. */
function defects(plan: string, told: readonly Life[]): readonly StoryEvent[] {
  const chance = createChance(7);
  const testers = told.filter(({ person }, at) => person.wave === "sales" && at % 6 === 0);
  return testers.map(({ person }, number) => ({
    id: `defect-${number}`,
    plan,
    person: person.id,
    at: new Date(workingHour(goLive.sales - (4 + chance.below(30)) * day, chance)).toISOString(),
    kind: "ticket",
    category: "defect",
    process: processes.sales[number % 2]!,
    assisted: false,
  }));
}

interface Telling {
  readonly plan: string;
  readonly chance: Chance;
}

interface Life {
  readonly person: StoryPerson;
  readonly events: readonly StoryEvent[];
}

function life(department: Department, index: number, { plan, chance }: Telling): Life {
  const id = `${department.name.toLowerCase().replaceAll(" ", "-")}-${String(index + 1).padStart(3, "0")}`;
  const person: StoryPerson = { id, wave: department.wave, department: department.name };
  const start = goLive[department.wave];
  const alone = independentFrom(department, start, chance);
  const gone = chance.below(40) === 0 ? start + chance.wait(50) * day : end;
  const events: Omit<StoryEvent, "id" | "plan" | "person">[] = [];
  const add = (at: number, kind: StoryEvent["kind"], assisted: boolean): void => {
    const process = kind === "access" || kind === "left" ? "" : processes[department.wave][chance.below(2)]!;
    events.push({ at: new Date(workingHour(at, chance)).toISOString(), kind, process, assisted });
  };
  for (let at = start + chance.wait(2) * day; at < Math.min(alone, gone); at += (1.5 + chance.wait(3)) * day) {
    // Whoever still needs help gets through with a colleague beside them, and writes a ticket every other time.
    add(at, "transaction", true);
    if (chance.below(2) === 0) add(at, "ticket", false);
  }
  for (let at = alone; at < Math.min(end, gone); at += (1 + chance.wait(2)) * day) {
    add(at, "transaction", false);
    const weeks = (at - start) / (7 * day);
    if (at > alone + 2 * day && chance.next() < 0.16 * Math.exp(-weeks / 4)) add(at, "ticket", false);
  }
  if (gone < end) add(gone, "left", false);
  const named = events.map((event, order) => ({ ...event, plan, person: id, id: `${id}-${order}` }));
  return { person, events: named };
}

/** Quick people within days; the others after months, unless the retraining reaches them first. */
function independentFrom({ quick }: Department, start: number, chance: Chance): number {
  if (chance.below(10) < quick) return start + (1 + chance.wait(6)) * day;
  const unaided = start + (12 + chance.wait(120)) * day;
  const helped = retraining + (2 + chance.wait(9)) * day;
  return Math.min(unaided, helped);
}

/** Work happens on weekdays between eight and five. */
function workingHour(at: number, chance: Chance): number {
  const midnight = Math.floor(at / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  const shift = weekday === 0 ? day : weekday === 6 ? 2 * day : 0;
  return midnight + shift + (8 + chance.next() * 9) * 3_600_000;
}
