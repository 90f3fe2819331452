import type { PackedBatch } from "#contract/usage-event";
import type { Candidate, PersonFacts } from "#domain/adoption/facts";
import { defaultRule, firstIndependent } from "#domain/adoption/independence";
import { mostCandidates } from "./candidates";
import { numberIn, textIn } from "./database";
import type { Cell, Database, Row } from "./database";
import { marks, partsOf } from "./in-lists";
import { never } from "./instants";

const dayMs = 86_400_000;
/** Each has a row for every day and process, and an answer may weigh 4 MiB at most. */
const peopleAtOnce = 200;

/**
 * Of each day the first two unassisted transactions of a person on a process. Whoever makes fifty a day has the earliest 32 behind them before
 * noon, and one ticket can disqualify them all; from then on the days decide. The second is there so that a reversal of something later
 * is not taken for one of the first. `second` goes before `first`, because MySQL assigns from left to right.
 */
export const dailyTable = {
  table: "daily",
  columns: ["plan", "person", "day", "process", "first", "second"],
  merge:
    "second = IF(VALUES(first) = first, LEAST(second, VALUES(second)), LEAST(GREATEST(first, VALUES(first)), second, VALUES(second))), first = LEAST(first, VALUES(first))",
};

interface Firsts {
  readonly person: number;
  readonly process: string;
  readonly day: number;
  first: number;
  second: number;
}

export function dailyRows({ plan, rows }: PackedBatch): Cell[][] {
  const held = new Map<number, Firsts[]>();
  for (const [person, at, kind, process, assisted] of rows) {
    if (kind !== "t" || assisted === 1) continue;
    const day = Math.floor(at / dayMs);
    let own = held.get(person);
    if (own === undefined) held.set(person, (own = []));
    const known = own.find((each) => each.day === day && each.process === process);
    if (known === undefined) own.push({ person, process, day, first: at, second: never });
    else take(known, at);
  }
  return [...held.values()].flat().map((one) => [plan, one.person, one.day, one.process, one.first, one.second]);
}

function take(known: Firsts, at: number): void {
  if (at < known.first) {
    known.second = known.first;
    known.first = at;
  } else if (at > known.first && at < known.second) known.second = at;
}

/** Adds the days of those whose earliest transactions are all kept up but none of whom stood. */
export async function withDays(
  database: Database,
  plan: string,
  people: readonly PersonFacts[],
): Promise<readonly PersonFacts[]> {
  const unsettled = people.filter(isUnsettled).map(({ person }) => person);
  const days = new Map<number, Candidate[]>();
  for (const part of partsOf(unsettled, peopleAtOnce)) {
    const rows = await database.rows(
      `SELECT person, process, first, second FROM daily WHERE plan = ? AND person IN (${marks(part)})`,
      [plan, ...part],
    );
    for (const row of rows) {
      const person = numberIn(row, "person");
      days.set(person, [...(days.get(person) ?? []), ...candidatesIn(row)]);
    }
  }
  return people.map((one) => {
    const more = days.get(one.person);
    return more === undefined ? one : { ...one, candidates: union(one.candidates, more) };
  });
}

function isUnsettled(person: PersonFacts): boolean {
  return (
    person.candidates.length >= mostCandidates &&
    firstIndependent(person, Number.NEGATIVE_INFINITY, defaultRule) === null
  );
}

function candidatesIn(row: Row): Candidate[] {
  const process = textIn(row, "process");
  return [numberIn(row, "first"), numberIn(row, "second")]
    .filter((at) => at < never)
    .map((at) => ({ at, process, kind: "transaction", assisted: false }));
}

function union(kept: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] {
  const all = new Map([...kept, ...more].map((one) => [`${one.at} ${one.process} ${one.kind} ${one.assisted}`, one]));
  return [...all.values()].toSorted((a, b) => a.at - b.at);
}
