import { continuousCalendar } from "#domain/calendar/calendar";
import type { Calendar } from "#domain/calendar/calendar";
import { addDays } from "#domain/calendar/day";
import { findDuration, findLag, spanOf } from "#domain/calendar/duration";
import { instantOf } from "#domain/calendar/zone";
import { anchoredDay } from "#domain/plan/step-day";
import { findCalendar, findStepCalendar } from "#domain/plan/plan-calendar";
import type { Dependency, Plan, Step } from "#domain/plan/plan";
import { beganOn, isFinish } from "#domain/plan/step-timing";
import type { Link, LinkLag, Network, Pin, Progress, Task } from "./network";

/** A plan as a network to schedule. `start` is the first day of a plan that names none of its own. */
export function planNetwork(plan: Plan, start: string): Network {
  const calendar = findCalendar(plan) ?? continuousCalendar(plan.zone);
  // A group takes its dates from its steps; a length of its own would only disturb them.
  const groups = new Set(plan.steps.map(({ parent }) => parent));
  // Steps of one calendar share one object, and so one clock.
  const known = new Map<string, Calendar | null>();
  const calendarOf = (name: string | null) => {
    if (name === null) return null;
    if (!known.has(name)) known.set(name, findStepCalendar(plan, { calendar: name }));
    return known.get(name) ?? null;
  };
  const first = plan.start ?? firstDay(plan) ?? start;
  return {
    start: instantOf(first, "00:00", plan.zone),
    calendar,
    tasks: plan.steps.map((step) => ({
      ...taskOf(plan, groups.has(step.id) ? { ...step, duration: null, progress: null } : step, calendar),
      calendar: calendarOf(step.calendar),
    })),
    links: plan.steps.flatMap((step) => step.after.map((dependency) => linkOf(step, dependency, calendar))),
  };
}

/** The earliest day the plan names anywhere. */
export function firstDay(plan: Plan): string | null {
  const pinned = plan.steps.flatMap(({ start }) => (start === null ? [] : [start.slice(0, 10)]));
  const anchored = plan.steps.flatMap(({ anchor, wave }) => (anchor === null ? [] : [anchoredDay(plan, anchor, wave)]));
  const days = [...pinned, ...anchored].filter((day) => day !== null);
  return days.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null;
}

function taskOf(plan: Plan, step: Step, calendar: Calendar): Task {
  const length = step.duration === null ? null : findDuration(step.duration);
  return {
    id: step.id,
    title: step.title,
    duration: length === null ? { work: 0, elapsed: 0 } : spanOf(length, calendar),
    parent: step.parent,
    pin: pinOf(plan, step),
    deadline: step.deadline === null ? null : endOf(step.deadline, plan.zone),
    progress: progressOf(plan, step, calendar),
  };
}

/** A day of its own is the earliest a step starts, as a start typed into MS Project is: predecessors may still push it later. */
function pinOf(plan: Plan, step: Step): Pin {
  const moment = step.start ?? (step.anchor === null ? null : anchoredDay(plan, step.anchor, step.wave));
  const { constraint } = step;
  if (moment !== null) {
    const isHeld = constraint?.kind === "must-start-on" || constraint?.kind === "by-hand";
    return { kind: isHeld ? constraint.kind : "planned-for", at: beginOf(moment, plan.zone) };
  }
  if (constraint === null || constraint.kind === "must-start-on" || constraint.kind === "by-hand")
    return { kind: "as-soon-as-possible" };
  if (!("on" in constraint)) return { kind: "as-late-as-possible" };
  const at = isFinish(constraint) ? endOf(constraint.on, plan.zone) : beginOf(constraint.on, plan.zone);
  return { kind: constraint.kind, at };
}

/** What a file says of progress without saying when it began tells nothing of dates. */
function progressOf({ zone }: Plan, step: Step, calendar: Calendar): Progress {
  const { progress, duration } = step;
  const began = beganOn(step);
  if (progress === null || began === null) return { kind: "waiting" };
  const { percent, finished, remaining } = progress;
  const start = beginOf(began, zone);
  if (finished !== null) return { kind: "finished", start, finish: endOf(finished, zone) };
  const length = findDuration(remaining ?? duration ?? "0");
  const { work, elapsed } = length === null ? { work: 0, elapsed: 0 } : spanOf(length, calendar);
  const share = remaining === null ? 1 - (percent ?? 0) / 100 : 1;
  return {
    kind: "started",
    start,
    remaining: { work: Math.round(work * share), elapsed: Math.round(elapsed * share) },
  };
}

function beginOf(moment: string, zone: string): number {
  const [day = "", time = "00:00"] = moment.split("T");
  return instantOf(day, time, zone);
}

/** A day without a time may be used to its end. */
function endOf(moment: string, zone: string): number {
  return moment.includes("T") ? beginOf(moment, zone) : instantOf(addDays(moment, 1), "00:00", zone);
}

function linkOf(step: Step, { step: from, type, lag }: Dependency, calendar: Calendar): Link {
  return { from, to: step.id, type, lag: lagOf(lag, calendar) };
}

function lagOf(words: string, calendar: Calendar): LinkLag {
  const lag = findLag(words);
  if (lag?.kind === "percent") return lag;
  return { kind: "span", ...(lag ? spanOf(lag.duration, calendar) : { work: 0, elapsed: 0 }) };
}
