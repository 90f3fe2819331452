import { expect, test } from "vitest";
import { readEventBatch } from "#formats/event-batch";
import { guessColumns } from "#formats/event-columns";
import { checkEvents } from "../../../static/src/sources/check-events";
import { convertPiece } from "../../../static/src/sources/convert-piece";
import { openFile } from "../../../static/src/sources/open-file";

const conversion = (columns: readonly string[]) => ({ columns: guessColumns(columns), plan: "crm", zone: "UTC" });
const opened = async (text: string, name: string) => {
  const found = await openFile(new File([text], name));
  if (found.kind === "refused") throw new Error(found.refusal.message);
  return found.file;
};
const reader = { convert: async (order: Parameters<typeof convertPiece>[0]) => convertPiece(order), close: () => {} };

test("M93 what a piece holds goes in parcels that a call carries, each event with its line", () => {
  const rows = Array.from({ length: 4_000 }, (_, at) => `${"ä".repeat(60)}${at},1780000000,login`);
  const text = ["person,at,kind", ...rows].join("\n");
  const { parcels, kinds, people } = convertPiece({
    text,
    firstLine: 101,
    conversion: conversion(["person", "at", "kind"]),
  });
  expect(parcels.length).toBeGreaterThan(1);
  for (const { csv } of parcels) expect(new Blob([csv]).size).toBeLessThan(400_000);
  expect(parcels.flatMap(({ lines }) => lines)).toEqual(rows.map((_, at) => at + 102));
  const read = parcels.flatMap(({ csv }) => readEventBatch(csv, { plan: "crm" }).events);
  expect(read.map(({ event }) => event.person)).toEqual(rows.map((row) => row.split(",")[0]));
  expect([kinds, people.length]).toEqual([{ login: 4_000 }, 4_000]);
});

test("M93 a whole file is summed up before anything is sent, with the lines that cannot be read", async () => {
  const line = (at: number) =>
    at % 50 === 49 ? `${at};;nonsense;login` : `${at};p${at % 7};2026-06-${at % 2 ? "01" : "20"} 08:00;login`;
  const text = ["Nr;User;Created;Type", ...Array.from({ length: 20_000 }, (_, at) => line(at))].join("\r\n");
  const file = await opened(text, "log.csv");
  const signal = new AbortController().signal;
  const shares: number[] = [];
  const checked = await checkEvents({
    file: file.lines,
    conversion: conversion(file.columns),
    reader,
    signal,
    onProgress: (share) => shares.push(share),
  });
  expect(checked).toMatchObject({ events: 19_600, people: 7, badCount: 400, first: "2026-06-01T08:00:00.000Z" });
  expect([checked.bad[0]?.line, checked.bad.length, shares.at(-1)]).toEqual([51, 100, 1]);
});

test("H7 tickets whose word says nothing are counted over the whole file, with a few of the words", async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `HD-${at},p,2026-06-01 08:00,${at % 4 === 0 ? `Topic ${at}` : "Bug"}`,
  );
  const file = new Blob([["Issue key,Reporter,Created,Issue type", ...rows].join("\n")]);
  const columns = ["Issue key", "Reporter", "Created", "Issue type"];
  const signal = new AbortController().signal;
  const checked = await checkEvents({ file, conversion: conversion(columns), reader, signal, onProgress: () => {} });
  expect(checked).toMatchObject({ events: 20_000, badCount: 0, kinds: [["ticket", 20_000]] });
  expect(checked.unread).toEqual({ tickets: 5_000, words: ["Topic 0", "Topic 4", "Topic 8", "Topic 12", "Topic 16"] });
});

test("M93 an array of events is read as lines are, and what is no list is refused with its mend", async () => {
  const event = { who: "a", at: "2026-06-01T08:00:00Z", kind: "login" };
  const file = await opened(JSON.stringify([event, event], null, 2), "log.json");
  expect(file.columns).toEqual(["who", "at", "kind"]);
  expect(await openFile(new File(["[1,"], "log.json"))).toMatchObject({ kind: "refused" });
  expect(await openFile(new File([" \n"], "empty.csv"))).toMatchObject({ kind: "refused" });
});

test("M93 a line break inside quotes does not cut an event in two", async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `p${at},2026-06-01 08:00,login,"first\nsecond ""${at}"""`);
  const file = new Blob([["person,at,kind,process", ...rows].join("\n")]);
  const columns = ["person", "at", "kind", "process"];
  const signal = new AbortController().signal;
  const checked = await checkEvents({ file, conversion: conversion(columns), reader, signal, onProgress: () => {} });
  expect(checked).toMatchObject({ events: 9_000, badCount: 0 });
});
