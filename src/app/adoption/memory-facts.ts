import type { SnapshotView } from "#contract/adoption";
import type { PackedBatch, PackedRow } from "#contract/usage-event";
import type { Candidate, PersonFacts, SourceFacts, WeekFacts, WorkedWeek } from "#domain/adoption/facts";
import { askedIn, isSetAside, splitOf } from "#domain/adoption/ticket-category";
import { ticketVersion } from "#domain/adoption/ticket-version";
import { isoWeekOf, spellWeek } from "#domain/calendar/week";
import { hourAt } from "#domain/calendar/zone";
import type { Facts, KnownAccount, PersonRow } from "../adoption-ports";

interface Ticket {
  readonly person: number;
  readonly at: number;
  readonly process: string;
  readonly category: string;
  readonly week: string;
  readonly version: string;
}

interface Held {
  readonly listed: Map<number, PersonRow>;
  readonly seen: Set<number>;
  readonly access: Map<number, number>;
  readonly left: Map<number, number>;
  readonly login: Map<number, number>;
  readonly worked: Map<string, { person: number; week: number; hours: number[] }>;
  readonly done: Map<string, Candidate & { readonly person: number }>;
  readonly active: Map<string, Set<number>>;
  readonly tickets: Map<string, Ticket>;
  readonly batches: Map<string, PackedBatch>;
  readonly accounts: Map<string, KnownAccount>;
}

/** Facts of one plan without a store: for the command line, and to say in few lines what the tables mean. */
export function memoryFacts(): Facts {
  const held: Held = {
    listed: new Map(),
    seen: new Set(),
    access: new Map(),
    left: new Map(),
    login: new Map(),
    worked: new Map(),
    done: new Map(),
    active: new Map(),
    tickets: new Map(),
    batches: new Map(),
    accounts: new Map(),
  };
  const snapshots = new Map<string, SnapshotView>();
  const isIn = (wave: string | null) => (person: number) => wave === null || held.listed.get(person)?.wave === wave;
  return {
    merge: async (batch) => merge(held, batch),
    putPeople: async (_, people) => {
      for (const row of people)
        if (row.version >= (held.listed.get(row.person)?.version ?? "")) held.listed.set(row.person, row);
    },
    people: async (_, wave) => peopleOf(held, isIn(wave)),
    weeks: async () => weeksOf(held),
    worked: async (_, weeks) => workedIn(held, new Set(weeks)),
    keepAccounts: async (accounts, seenAt) => keep(held, accounts, seenAt),
    accounts: async () => [...held.accounts.values()],
    erasePerson: async (person) => erase(held, person),
    sources: async () => sourcesOf(held),
    kept: async (_, wave) => ({ snapshot: snapshots.get(wave ?? "") ?? null, sources: sourcesOf(held) }),
    keepSnapshot: async (_, wave, snapshot) => void snapshots.set(wave ?? "", snapshot),
    dropSnapshots: async () => snapshots.clear(),
    plans: async () => [...new Set([...held.batches.values()].map(({ plan }) => plan))],
  };
}

function merge(held: Held, batch: PackedBatch): void {
  for (const row of batch.rows) mergeRow(held, row, batch);
  keep(held, batch.accounts, batch.receivedAt);
  held.batches.set(`${batch.source} ${batch.batch} ${batch.part}`, batch);
}

function keep({ accounts }: Held, named: PackedBatch["accounts"], seenAt: number): void {
  for (const [account, person] of named) accounts.set(account, { account, person, seenAt });
}

function mergeRow(
  held: Held,
  [person, at, kind, process, assisted, id, about]: PackedRow,
  { zone, receivedAt }: Pick<PackedBatch, "zone" | "receivedAt">,
): void {
  const week = spellWeek(isoWeekOf(at, zone).week);
  held.seen.add(person);
  switch (kind) {
    case "a":
      held.access.set(person, Math.min(at, held.access.get(person) ?? at));
      break;
    case "x":
      held.left.set(person, Math.min(at, held.left.get(person) ?? at));
      break;
    case "l":
      held.login.set(person, Math.min(at, held.login.get(person) ?? at));
      break;
    case "t":
    case "r": {
      const done = {
        person,
        at,
        process,
        kind: kind === "t" ? "transaction" : "reversal",
        assisted: assisted === 1,
      } as const;
      held.done.set([person, at, process, kind, assisted].join(" "), done);
      if (kind === "t") {
        held.active.set(week, (held.active.get(week) ?? new Set()).add(person));
        noteHour(held, { person, at, zone });
      }
      break;
    }
    case "k": {
      const category = about ?? "";
      const version = ticketVersion({ receivedAt, at, person, process, category });
      if (version >= (held.tickets.get(id)?.version ?? "")) {
        held.tickets.set(id, { person, at, process, category, week, version });
      }
      break;
    }
  }
}

function noteHour({ worked }: Held, { person, at, zone }: { person: number; at: number; zone: string }): void {
  const { week, weekday } = isoWeekOf(at, zone);
  const known = worked.get(`${week} ${person}`) ?? { person, week, hours: [0, 0, 0, 0, 0, 0, 0] };
  known.hours[weekday - 1]! |= 1 << hourAt(at, zone);
  worked.set(`${week} ${person}`, known);
}

function workedIn({ worked }: Held, weeks: ReadonlySet<number>): WorkedWeek[] {
  return [...worked.values()]
    .filter(({ week }) => weeks.has(week))
    .toSorted((a, b) => a.week - b.week || a.person - b.person);
}

function erase(held: Held, person: number): void {
  for (const map of [held.listed, held.access, held.left, held.login]) map.delete(person);
  held.seen.delete(person);
  for (const people of held.active.values()) people.delete(person);
  for (const map of [held.done, held.worked, held.tickets, held.accounts]) {
    for (const [key, row] of map) if (row.person === person) map.delete(key);
  }
}

function peopleOf(held: Held, isIn: (person: number) => boolean): PersonFacts[] {
  const done = Map.groupBy(held.done.values(), ({ person }) => person);
  const counted = [...held.tickets.values()].filter(({ category }) => !isSetAside(category));
  const tickets = Map.groupBy(counted, ({ person }) => person);
  return [...new Set([...held.listed.keys(), ...held.seen])].filter(isIn).map((person) => {
    const listed = held.listed.get(person);
    return {
      person,
      wave: listed?.wave || null,
      department: listed?.department || null,
      accessAt: listed?.accessAt ?? held.access.get(person) ?? null,
      leftAt: listed?.leftAt ?? held.left.get(person) ?? null,
      firstLoginAt: held.login.get(person) ?? null,
      candidates: inTime(done.get(person)).map(({ at, process, kind, assisted }) => ({ at, process, kind, assisted })),
      tickets: inTime(tickets.get(person)).map(({ at, process, category }) => ({
        at,
        process,
        about: askedIn(category),
      })),
    };
  });
}

function inTime<T extends { readonly at: number }>(rows: readonly T[] | undefined): readonly T[] {
  return (rows ?? []).toSorted((a, b) => a.at - b.at);
}

function weeksOf(held: Held): ReadonlyMap<string, readonly WeekFacts[]> {
  const waveOf = (person: number) => held.listed.get(person)?.wave ?? "";
  const people = new Set(
    [...held.active.values(), [...held.tickets.values()].map(({ person }) => person)].flatMap((each) => [...each]),
  );
  const waves = new Set([...people].map(waveOf));
  return new Map([...waves].map((wave) => [wave, weeksIn(held, (person) => waveOf(person) === wave)]));
}

function weeksIn({ active, tickets }: Held, isIn: (person: number) => boolean): WeekFacts[] {
  const written = Map.groupBy(
    [...tickets.values()].filter(({ person }) => isIn(person)),
    ({ week }) => week,
  );
  const worked = new Map([...active].map(([week, people]) => [week, [...people].filter(isIn).length]));
  const weeks = new Set([...active.keys(), ...written.keys()]);
  return [...weeks]
    .toSorted()
    .map((week) => ({
      week,
      active: worked.get(week) ?? 0,
      ...splitOf((written.get(week) ?? []).map(({ category }) => [category, 1])),
    }))
    .filter((one) => one.active + one.tickets + one.setAside > 0);
}

function sourcesOf({ batches }: Held): SourceFacts[] {
  const bySource = Map.groupBy(batches.values(), ({ source }) => source);
  return [...bySource].map(([source, parts]) => ({
    source,
    lastSeenAt: Math.max(...parts.map(({ receivedAt }) => receivedAt)),
    completeTo: Math.max(...parts.map(({ completeTo }) => completeTo)),
    events: parts.reduce((sum, { rows }) => sum + rows.length, 0),
    sandbox: parts.reduce((sum, { sandbox }) => sum + sandbox, 0),
    service: parts.reduce((sum, { service }) => sum + service, 0),
  }));
}
