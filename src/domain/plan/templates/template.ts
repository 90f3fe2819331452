import { findDuration } from "#domain/calendar/duration";
import { dayFrom } from "#domain/calendar/working-day";
import type { Plan, Step } from "../plan";
import type { RaciRow } from "../raci-row";
import { findCalendar } from "../plan-calendar";
import { namingOf } from "../person";
import { proposeTuesdays } from "../tuesday";
import { mapPeople } from "./people";

/** A plan to start from. It names no day and no person: days are counted from go-live, people are places somebody fills. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** When it fits, in one sentence. */
  readonly suits: string;
  /** How long such a thing usually takes; outside of it somebody should have thought about it. */
  readonly months: { readonly least: number; readonly most: number };
  /** Who is asked for, in the order in which it is asked; the first owns the plan. */
  readonly places: readonly string[];
  /** Days counted from go-live, in working days unless elapsed. */
  readonly anchors: Readonly<Record<string, string>>;
  /** What is done again and again until the second gate. */
  readonly rituals: readonly Ritual[];
  readonly plan: Plan;
}

export interface Ritual {
  readonly title: string;
  readonly every: string;
  readonly who: string;
}

export interface TemplateAnswers {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly golive: string;
  /** Who sits where; a place left open keeps its name, and the linter asks for the person. */
  readonly people: Readonly<Record<string, string>>;
}

/**
 * A new plan from a template (M19): the same steps, links, criteria and relative dates, with a go-live day and people of its own. It shares
 * nothing with the template or another clone. Call it with what the form asked for, then show `lint` of what it gives.
 */
export function startFromTemplate(template: Template, { people, ...answers }: TemplateAnswers): Plan {
  const { id, title, zone, golive } = answers;
  const copy = structuredClone(template.plan);
  const seated = mapPeople(copy, (place) => (Object.hasOwn(people, place) ? (people[place] ?? place) : place));
  const owner = people[template.places[0] ?? ""] ?? null;
  const named: Plan = { ...seated, id, title, zone, owner, raci: seated.raci.flatMap(signable) };
  const calendar = findCalendar(named);
  const days = Object.entries(template.anchors).flatMap(([name, offset]) => {
    const length = findDuration(offset);
    const day = calendar === null || length === null ? null : dayFrom(calendar, golive, length);
    return day === null ? [] : [[name, day] as const];
  });
  const dated: Plan = { ...named, anchors: { ...Object.fromEntries(days), golive } };
  return { ...dated, steps: dated.steps.map((step) => onTuesday(dated, step)) };
}

/** A row of the RACI is signed by people; a place nobody sits in yet signs nothing, and the row is asked for again. */
function signable(row: RaciRow): readonly RaciRow[] {
  const isPerson = (name: string) => namingOf(name) === "account";
  if (row.accountable === null || !isPerson(row.accountable)) return [];
  const { responsible, consulted, informed } = row;
  return [
    {
      ...row,
      responsible: responsible.filter(isPerson),
      consulted: consulted.filter(isPerson),
      informed: informed.filter(isPerson),
    },
  ];
}

/** The Tuesday-morning test is the one step that needs a weekday, which no distance from go-live can give. */
function onTuesday(plan: Plan, step: Step): Step {
  if (step.kind !== "tuesday-morning" || step.start !== null) return step;
  return { ...step, start: proposeTuesdays(plan, step.wave).at(-1) ?? null };
}
