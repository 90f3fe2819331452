import type { Plan, Step } from "#domain/plan/plan";
import { stepDay } from "#domain/plan/step-day";
import { beganOn } from "#domain/plan/step-timing";
import type { Format } from "./format";

/**
 * The plan with the steps of a file whose format holds little else. What that format has no place for stays as the plan had it; only then
 * does a table that was exported, edited and read again change what was edited and nothing more.
 */
export function carryOver(plan: Plan, read: Plan, format: Format): Plan {
  if (format === "yaml" || format === "json") return read;
  if (format === "xlsx") return isWhole(plan, read) ? read : { ...plan, ...filledLists(read), steps: read.steps };
  if (format !== "mspdi") return { ...plan, steps: read.steps };
  const known = new Map(plan.steps.map((step) => [step.id, step]));
  const groups = new Set(read.steps.map(({ parent }) => parent));
  const steps = read.steps.map((step) => {
    const before = known.get(step.id);
    if (before === undefined) return step;
    const kept = groups.has(step.id) ? { ...step, duration: before.duration, calendar: before.calendar } : step;
    const isNamed = before.calendar === null || Object.hasOwn(plan.calendars, before.calendar);
    const calendar = isNamed ? kept.calendar : before.calendar;
    return { ...kept, calendar, ...unsaid(before), ...beginning(plan, step, before), ...unwritten(before) };
  });
  const resources = [...plan.resources, ...newcomers(plan, read)];
  return { ...plan, calendars: { ...read.calendars, ...plan.calendars }, resources, steps: inOrder(plan, steps) };
}

/** A workbook we wrote holds the whole plan, another one the steps and perhaps the risks. */
function isWhole(plan: Plan, read: Plan): boolean {
  return read.id === plan.id && (read.owner !== null || Object.keys(filledLists(read)).length > 0);
}

function filledLists({ steps: _steps, objective: _objective, ...read }: Plan): Partial<Plan> {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => Array.isArray(value) && value.length > 0));
}

/** A project file lists a group's steps below it, a plan as it likes: known steps keep their place, a new one follows the one above it. */
function inOrder(plan: Plan, steps: readonly Step[]): readonly Step[] {
  const places = new Map(plan.steps.map(({ id }, at) => [id, at]));
  let place = -1;
  const placed = steps.map((step) => {
    place = places.get(step.id) ?? place;
    return { step, place };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ step }) => step);
}

/** What a task of MS Project cannot say. */
function unsaid({ success, side, stream, phase, wave, kind, objective, needs, departments, key }: Step) {
  return { success, side, stream, phase, wave, kind, objective, needs, departments, key };
}

/** Who and what the new steps of the file need. */
function newcomers(plan: Plan, read: Plan): Plan["resources"] {
  const known = new Set(plan.steps.map(({ id }) => id));
  const held = new Set(plan.resources.map(({ id }) => id));
  const needed = new Set(read.steps.flatMap(({ id, needs }) => (known.has(id) ? [] : needs)));
  return read.resources.filter(({ id }) => needed.has(id) && !held.has(id));
}

/** Progress that does not say since when never went out. */
function unwritten(before: Step): Partial<Step> {
  return before.progress !== null && beganOn(before) === null ? { progress: before.progress } : {};
}

/** An anchor went out as the day it stood for; while that day is unchanged, it is still the anchor. */
function beginning(plan: Plan, step: Step, before: Step): Pick<Step, "start" | "anchor"> {
  const isSame = step.start !== null && before.start === null && step.start === stepDay(plan, before);
  return isSame ? { start: null, anchor: before.anchor } : { start: step.start, anchor: null };
}
