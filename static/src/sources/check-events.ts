import type { UsageEvent } from "#contract/usage-event";
import { addUnread } from "#formats/convert-events";
import type { Conversion, UnreadWords } from "#formats/convert-events";
import type { BadLine } from "#formats/event-batch";
import type { EventReader } from "./event-reader";
import { piecesOf } from "#formats/pieces";

/** What a whole file holds, before anything of it is sent. */
export interface CheckedFile {
  readonly events: number;
  readonly people: number;
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly first: string | null;
  readonly last: string | null;
  readonly sample: readonly UsageEvent[];
  readonly bad: readonly BadLine[];
  readonly badCount: number;
  readonly unread: UnreadWords;
}

export interface Check {
  readonly file: Blob;
  readonly conversion: Conversion;
  readonly reader: EventReader;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

const mostBad = 100;

export async function checkEvents({ file, conversion, reader, signal, onProgress }: Check): Promise<CheckedFile> {
  const [people, kinds] = [new Set<string>(), new Map<string, number>()];
  const bad: BadLine[] = [];
  let [badCount, first, last]: [number, string | null, string | null] = [0, null, null];
  let sample: readonly UsageEvent[] = [];
  let unread: UnreadWords = { tickets: 0, words: [] };
  for await (const { text, firstLine, bytes } of piecesOf(file)) {
    signal.throwIfAborted();
    const piece = await reader.convert({ text, firstLine, conversion });
    for (const person of piece.people) people.add(person);
    for (const [kind, count] of Object.entries(piece.kinds)) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    bad.push(...piece.bad.slice(0, mostBad - bad.length));
    badCount += piece.badCount;
    unread = addUnread(unread, piece.unread);
    if (sample.length === 0) sample = piece.sample;
    if (first === null || (piece.first !== null && piece.first < first)) first = piece.first;
    if (last === null || (piece.last !== null && piece.last > last)) last = piece.last;
    onProgress(bytes / Math.max(1, file.size));
  }
  signal.throwIfAborted();
  const counts = [...kinds].toSorted(([, a], [, b]) => b - a);
  const events = counts.reduce((sum, [, count]) => sum + count, 0);
  return { events, people: people.size, kinds: counts, first, last, sample, bad, badCount, unread };
}
