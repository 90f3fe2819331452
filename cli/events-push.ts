import { readEventBatch } from "#formats/event-batch";
import type { BadLine } from "#formats/event-batch";
import { piecesOf } from "#formats/pieces";
import { createHash } from "node:crypto";
import { openAsBlob } from "node:fs";
import { refuse } from "./refuse";
import { forgetProgress, keepProgress, sentBefore } from "./push-progress";
import { sender } from "./sender";
import type { Door } from "./sender";

/** Of letters that may take three bytes each: below the 4 MB the door takes. */
const pieceLetters = 1_200_000;
const mostBadLines = 100;

export interface Pushed {
  /** Events of the whole file, those of an earlier try included. */
  readonly accepted: number;
  readonly batches: readonly string[];
  readonly refused: readonly BadLine[];
}

/**
 * `events push FILE --url URL`: checks every line here, where its number can be said, then sends signed batches. Both walk through the file a
 * piece at a time, so that its size does not matter; a try that was cut short goes on where it stopped.
 */
export async function pushEvents(file: string, door: Door, say: (text: string) => void): Promise<Pushed> {
  const { digest, events, bad } = await check(file);
  if (bad.length > 0) return { accepted: 0, batches: [], refused: bad };
  const batches = [...(await sentBefore(file, { url: door.url, digest }))];
  if (batches.length > 0) say(`${batches.length} batches were sent before\n`);
  const send = sender(door);
  let place = 0;
  for await (const { text } of piecesIn(file)) {
    place += 1;
    if (place <= batches.length) continue;
    batches.push(await send(text));
    await keepProgress(file, { url: door.url, digest, batches });
    say(`sent ${batches.length} batches\r`);
  }
  await forgetProgress(file);
  return { accepted: events, batches, refused: [] };
}

async function check(file: string): Promise<{ digest: string; events: number; bad: readonly BadLine[] }> {
  const hash = createHash("sha256");
  const bad: BadLine[] = [];
  let [events, pieces] = [0, 0];
  for await (const { text, firstLine } of piecesIn(file)) {
    pieces += 1;
    hash.update(text);
    const read = readEventBatch(text);
    events += read.events.length + read.readings.length;
    bad.push(...read.bad.map(({ line, reason }) => ({ line: line + firstLine - 1, reason })));
    if (bad.length >= mostBadLines) break;
  }
  if (pieces === 0) bad.push({ line: 1, reason: "The file is empty." });
  return { digest: hash.digest("hex"), events, bad: bad.slice(0, mostBadLines) };
}

/** A JSON array, or events within an envelope, are one document, and go as lines. */
async function* piecesIn(file: string): AsyncGenerator<{ readonly text: string; readonly firstLine: number }> {
  const blob = await openAsBlob(file).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : "unreadable";
    throw refuse(`${file} cannot be read: ${why}.`, "Name a file of events.");
  });
  const head = await blob.slice(0, 4096).text();
  if (!/^\uFEFF?\s*(?:\[|\{[^{}]*"events"\s*:)/.test(head)) return yield* piecesOf(blob, pieceLetters);
  const { events, readings, bad, completeTo } = readEventBatch(await blob.text());
  if (bad.length > 0) return yield { text: await blob.text(), firstLine: 1 };
  const said = completeTo === null ? [] : [{ completeTo: new Date(completeTo).toISOString() }];
  const lines = [...said, ...events.map(({ event }) => event), ...readings.map(({ reading }) => reading)].map((line) =>
    JSON.stringify(line),
  );
  yield* piecesOf(new Blob([lines.join("\n")]), pieceLetters);
}
