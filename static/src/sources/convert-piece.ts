import { convertEvents, eventsCsv } from "#formats/convert-events";
import type { Conversion, ReadEvents, UnreadWords } from "#formats/convert-events";
import type { BadLine } from "#formats/event-batch";
import type { UsageEvent } from "#contract/usage-event";

export interface PieceOrder {
  readonly text: string;
  readonly firstLine: number;
  readonly conversion: Conversion;
}

/** What one call to the app carries, and the line of the file behind each of its events. */
export interface Parcel {
  readonly csv: string;
  readonly lines: readonly number[];
}

export interface ConvertedPiece {
  readonly parcels: readonly Parcel[];
  readonly bad: readonly BadLine[];
  readonly badCount: number;
  readonly unread: UnreadWords;
  readonly kinds: Readonly<Partial<Record<UsageEvent["kind"], number>>>;
  readonly people: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  readonly sample: readonly UsageEvent[];
}

const mostBad = 100;
const sampled = 5;

/** Forge takes half a megabyte from a page at a time, and the app as many letters; this leaves room for the rest of the request. */
const mostBytes = 390_000;

export function convertPiece({ text, firstLine, conversion }: PieceOrder): ConvertedPiece {
  const { events, bad, unread } = convertEvents(text, conversion);
  const kinds: Partial<Record<UsageEvent["kind"], number>> = {};
  const people = new Set<string>();
  let [first, last]: [string | null, string | null] = [null, null];
  for (const { event } of events) {
    kinds[event.kind] = (kinds[event.kind] ?? 0) + 1;
    people.add(event.person);
    if (first === null || event.at < first) first = event.at;
    if (last === null || event.at > last) last = event.at;
  }
  return {
    parcels: events.length === 0 ? [] : parcels(events, firstLine),
    bad: bad.slice(0, mostBad).map(({ line, reason }) => ({ line: line + firstLine - 1, reason })),
    badCount: bad.length,
    unread,
    kinds,
    people: [...people],
    first,
    last,
    sample: events.slice(0, sampled).map(({ event }) => event),
  };
}

/** Halved until each fits. */
function parcels(events: ReadEvents["events"], firstLine: number): readonly Parcel[] {
  const csv = eventsCsv(events.map(({ event }) => event));
  if (events.length === 1 || new Blob([csv]).size <= mostBytes) {
    return [{ csv, lines: events.map(({ line }) => line + firstLine - 1) }];
  }
  const half = Math.ceil(events.length / 2);
  return [...parcels(events.slice(0, half), firstLine), ...parcels(events.slice(half), firstLine)];
}
