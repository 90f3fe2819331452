import { expect, test } from "vitest";
import { readEventBatch } from "#formats/event-batch";
import { piecesOf } from "#formats/pieces";
import type { Piece } from "#formats/pieces";

async function cut(text: string): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of piecesOf(new Blob([text]))) pieces.push(piece);
  return pieces;
}

const rows = 12_000;
const ndjson = Array.from({ length: rows }, (_, at) =>
  JSON.stringify({ id: `e${at}`, plan: "crm", person: `ä${at}`, at: "2026-03-17T09:00:00Z", kind: "login" }),
).join("\n");
const csv = [
  "id,plan,person,at,kind",
  ...Array.from({ length: rows }, (_, at) => `e${at},crm,p${at},2026-03-17T09:00:00Z,login`),
].join("\n");

test.each([
  ["NDJSON", ndjson],
  ["CSV", csv],
  ["CSV with Windows line ends", csv.replaceAll("\n", "\r\n")],
])("M93 %s comes out in pieces that hold every event once", async (_, text) => {
  const pieces = await cut(text);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThan(400_000);
  const read = pieces.map((piece) => readEventBatch(piece.text));
  expect(read.flatMap(({ bad }) => bad)).toEqual([]);
  const ids = read.flatMap(({ events }) => events.map(({ event }) => event.id));
  expect(ids).toHaveLength(rows);
  expect(new Set(ids).size).toBe(rows);
});

test("M93 a bad line is named by its place in the file, whatever piece it is in", async () => {
  const lines = csv.split("\n");
  const wrong = 9_000;
  lines[wrong - 1] = "broken";
  const pieces = await cut(lines.join("\n"));
  const bad = pieces.flatMap(({ text, firstLine }) => readEventBatch(text).bad.map(({ line }) => line + firstLine - 1));
  expect(bad).toEqual([wrong]);
});

test("M93 a file of nothing but blank lines has no piece", async () => {
  expect(await cut("\n\n")).toEqual([]);
});
