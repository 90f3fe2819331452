import { continuousCalendar } from "#domain/calendar/calendar";
import type { Calendar } from "#domain/calendar/calendar";
import { findDuration, findLag, spanOf } from "#domain/calendar/duration";
import type { Link, LinkType, Network, Task } from "#domain/schedule/network";
import { schedule } from "#domain/schedule/schedule";
import type { Item, Schedule } from "#domain/schedule/schedule";
import { office } from "../calendar/office";

export const london = office({});
export const always = continuousCalendar("Europe/London");

/** `a 2d`, with more of a task where a test needs it. */
export function task(line: string, more: Partial<Task> = {}, calendar: Calendar = london): Task {
  const [id = "", ...words] = line.split(" ");
  return {
    id,
    title: id,
    duration: spanOf(findDuration(words.join(" "))!, calendar),
    parent: null,
    pin: { kind: "as-soon-as-possible" },
    deadline: null,
    progress: { kind: "waiting" },
    ...more,
  };
}

/** `a FS b`, `a SS b +1d`, `a FF b 50%`. */
export function links(...lines: string[]): Link[] {
  return lines.map((line) => {
    const [from = "", type, to = "", lagText = "0d"] = line.split(" ");
    const lag = findLag(lagText)!;
    return {
      from,
      to,
      type: typeOf(type),
      lag: lag.kind === "percent" ? lag : { kind: "span", ...spanOf(lag.duration, london) },
    };
  });
}

function typeOf(word: string | undefined): LinkType {
  const found = (["FS", "SS", "FF", "SF"] as const).find((type) => type === word);
  if (!found) throw new Error(`${word} is no type of link`);
  return found;
}

/** Monday 2 March 2026 in London, unless a test says otherwise. */
export function network(tasks: readonly Task[], joined: readonly Link[], more: Partial<Network> = {}): Network {
  return { start: Date.parse("2026-03-02T00:00Z"), calendar: london, tasks, links: joined, ...more };
}

export function scheduled(of: Network): Schedule & { readonly by: Readonly<Record<string, Item>> } {
  const outcome = schedule(of);
  if (outcome.kind !== "scheduled") throw new Error(JSON.stringify(outcome));
  return { ...outcome, by: Object.fromEntries(outcome.items.map((item) => [item.id, item])) };
}

/** `02T08:00–03T17:00`, in March or wherever the dates fall, in UTC. */
export function when(start: number, finish: number): string {
  return `${short(start)}–${short(finish)}`;
}

function short(instant: number): string {
  return new Date(instant).toISOString().slice(8, 16);
}

export const spans = (of: Network) =>
  Object.fromEntries(scheduled(of).items.map((item) => [item.id, when(item.start, item.finish)]));
