import type { Calendar } from "#domain/calendar/calendar";
import { continuousCalendar } from "#domain/calendar/calendar";
import { addDays, dayNumber } from "#domain/calendar/day";
import type { Day } from "#domain/calendar/day";
import { isWorkingDay } from "#domain/calendar/working-day";
import type { Anchored, Criterion, Plan, Step } from "../plan";
import { findCalendar } from "../plan-calendar";
import { namingOf } from "../person";
import { mapPeople, peopleIn } from "./people";
import type { Template } from "./template";

export type SavedTemplate =
  | { readonly kind: "template"; readonly template: Template }
  | { readonly kind: "refused"; readonly message: string; readonly mend: string };

/**
 * Any plan as a template (M19, M65): every day becomes a distance from go-live, every person a place to fill, and what belongs to one
 * project only, its work items and what was measured, is left out. Without a go-live day there is nothing to count from.
 */
export function saveAsTemplate(plan: Plan): SavedTemplate {
  const golive = plan.anchors.golive ?? plan.waves.find((wave) => wave.golive !== null)?.golive;
  if (golive === null || golive === undefined) {
    const mend = "Give the plan a go-live day; everything in a template is counted from it.";
    return { kind: "refused", message: "The plan has no go-live day.", mend };
  }
  const count = distanceFrom(findCalendar(plan) ?? continuousCalendar(plan.zone), golive);
  const names = placeNames(plan);
  const places = [...new Set(["Implementation owner", ...names.values()])];
  const relative = withoutDays(
    mapPeople(plan, (name) => names.get(name) ?? name),
    count,
  );
  const anchors = Object.fromEntries(
    Object.entries(plan.anchors).flatMap(([name, day]) => (name === "golive" ? [] : [[name, count(day)]])),
  );
  const { id, title } = plan;
  const suits = `What was done in "${title}", to be done again.`;
  const months = { least: 0, most: 12 };
  return { kind: "template", template: { id, title, suits, months, places, anchors, rituals: [], plan: relative } };
}

/** Working days where both ends are worked, elapsed days otherwise, so that the same distance leads back to the same day. */
function distanceFrom(calendar: Calendar, golive: Day): (day: Day) => string {
  return (day) => {
    const days = dayNumber(day) - dayNumber(golive);
    if (days === 0) return "0";
    if (!isWorkingDay(calendar, day)) return `${days}ed`;
    const [from, to] = days > 0 ? [golive, day] : [day, golive];
    let worked = 0;
    for (let at = from; at !== to; at = addDays(at, 1)) {
      const counts = days > 0 ? isWorkingDay(calendar, addDays(at, 1)) : isWorkingDay(calendar, at);
      if (counts) worked += 1;
    }
    return `${days > 0 ? worked : -worked}d`;
  };
}

/** Seats and champions by what they are, everybody else by a number; a role is a place already. */
function placeNames(plan: Plan): ReadonlyMap<string, string> {
  const { sponsor, projectManager, admin } = plan.seats;
  const known: readonly (readonly [string | null, string])[] = [
    [plan.owner, "Implementation owner"],
    [sponsor, "Executive sponsor"],
    [projectManager, "Project manager"],
    [admin, "Administrator of the new system"],
    ...plan.departments.map(({ name, champion }) => [champion, `Champion of ${name}`] as const),
  ];
  const names = new Map<string, string>();
  for (const [person, place] of known) if (person !== null && !names.has(person)) names.set(person, place);
  for (const person of peopleIn(plan)) {
    const isRole = namingOf(person) === "role";
    if (!names.has(person)) names.set(person, isRole ? person : `Person ${names.size + 1}`);
  }
  return names;
}

function withoutDays(plan: Plan, count: (day: Day) => string): Plan {
  const golive = (day: string): Anchored => ({ anchor: "golive", offset: count(day.slice(0, 10)) });
  const moment = (when: string | Anchored | null) => (typeof when === "string" ? golive(when) : when);
  const criterion = (one: Criterion): Criterion => ({ ...one, by: moment(one.by), from: moment(one.from) });
  const step = (one: Step): Step => ({
    ...one,
    key: null,
    // The Tuesday of the test is looked for anew; any other pinned day keeps its distance.
    start: null,
    anchor: one.start === null || one.kind === "tuesday-morning" ? one.anchor : golive(one.start),
    success: one.success.map(criterion),
  });
  return {
    ...plan,
    owner: null,
    start: null,
    anchors: {},
    calendar: withoutDates(plan.calendar),
    calendars: Object.fromEntries(Object.entries(plan.calendars).map(([name, words]) => [name, withoutDates(words)])),
    steps: plan.steps.map(step),
    risks: plan.risks.map((risk) => ({ ...risk, key: null, proximity: null })),
    rollbacks: plan.rollbacks.map((rollback) => ({ ...rollback, key: null })),
    waves: plan.waves.map((wave) => ({ ...wave, golive: null })),
    kpis: plan.kpis.map((kpi) => ({ ...kpi, baseline: null, planned: [] })),
    communication: plan.communication.map((told) => ({ ...told, on: moment(told.on) })),
    resources: plan.resources.map((resource) => ({ ...resource, from: null, to: null, booked: false })),
    departments: plan.departments.map((department) => ({ ...department, hiddenProcesses: null })),
    dataSources: plan.dataSources.map((source) => ({
      ...source,
      accuracy: null,
      completeness: null,
      duplication: null,
    })),
    mappings: plan.mappings.map((mapping) => ({ ...mapping, checkedBy: null, checkedOn: null })),
    curricula: plan.curricula.map((curriculum) => ({ ...curriculum, firstSession: null })),
    sections: plan.sections.map((section) => ({ ...section, signedBy: null })),
    handoffs: [],
    accepted: [],
  };
}

/** Holidays are days of one year. */
function withoutDates(words: Plan["calendar"]): Plan["calendar"] {
  if (words.kind === "continuous") return words;
  const { exceptions: _, ...usual } = words;
  return { ...usual, holidays: [] };
}
