import { beforeEach, expect, test } from "vitest";
import { uploadEvents } from "#app/events/upload-events";
import { createDoor } from "#app/events/door";
import type { Door } from "#app/events/door";
import type { UploadOutside } from "#app/events/upload-events";
import { blankPlan } from "#domain/plan/blank";
import { adoptionDesk } from "../../support/memory-adoption";
import type { AdoptionDesk } from "../../support/memory-adoption";

const now = Date.parse("2026-03-18T12:00:00Z");
const upload = "11111111-1111-4111-8111-111111111111";
const line = (id: number, more: object = {}) =>
  JSON.stringify({
    id: `e${id}`,
    plan: "crm",
    person: `p${id}`,
    at: "2026-03-17T09:00:00Z",
    kind: "transaction",
    ...more,
  });
const asked = (text: string, piece = 0) => ({ plan: "crm", upload, piece, text, firstLine: 1 });

let desk: AdoptionDesk;
let full = false;
let door: Door;

function outside(): UploadOutside {
  const queue: UploadOutside["queue"] = {
    async push(parts) {
      if (full) return "full";
      for (const part of parts) await desk.outside.facts.merge(part);
      return "taken";
    },
  };
  const seals = { ...desk.outside.seals, personNumbers: async () => (person: string) => Number(person.slice(1)) };
  return { ...desk.outside, seals, queue, door };
}

const people = async () => (await desk.outside.facts.people("crm", null)).length;

beforeEach(() => {
  full = false;
  door = createDoor({ read: async () => [], write: async () => {} });
  desk = adoptionDesk(blankPlan("crm", "CRM"), now);
});

test("M93 a piece of a file is taken once, however often it is sent", async () => {
  const text = [line(1), line(2)].join("\n");
  expect(await uploadEvents(asked(text), outside())).toEqual({ taken: 2, waitSeconds: 0, bad: [] });
  await uploadEvents(asked(text), outside());
  await uploadEvents(asked(line(3), 1), outside());
  expect(await people()).toBe(3);
  const sources = await desk.outside.facts.sources("crm");
  expect(sources).toEqual([expect.objectContaining({ source: "upload", events: 3 })]);
});

test("M93 a bad line, another plan or tomorrow refuse the whole piece, each at its line of the file", async () => {
  const text = [line(1), "not json", line(2, { plan: "erp" }), line(3, { at: "2026-03-19T09:00:00Z" })].join("\n");
  const { taken, bad } = await uploadEvents({ ...asked(text), firstLine: 101 }, outside());
  expect(taken).toBe(0);
  expect(bad.map((one) => one.line).toSorted((a, b) => a - b)).toEqual([102, 103, 104]);
  expect(await people()).toBe(0);
});

test("M93 a full queue is told as something that passes, and when", async () => {
  full = true;
  expect(await uploadEvents(asked(line(1)), outside())).toEqual({ taken: 0, waitSeconds: 61, bad: [] });
});

test("M93 an upload leaves room at the door for the systems that report, and hears in how many seconds it goes on", async () => {
  for (let piece = 0; piece < 175; piece += 1) await uploadEvents(asked(line(piece), piece), outside());
  expect(await uploadEvents(asked(line(200)), outside())).toEqual({ taken: 0, waitSeconds: 61, bad: [] });
  expect(await people()).toBe(175);
  expect(await door.admit({ source: "crm", parts: 20, now })).toBe(0);
  const later = { ...outside(), now: now + 61_000 };
  expect(await uploadEvents(asked(line(200)), later)).toMatchObject({ taken: 1, waitSeconds: 0 });
});

test("M93 only whoever administers the space may upload", async () => {
  desk.may = ["see", "edit"];
  await expect(uploadEvents(asked(line(1)), outside())).rejects.toThrow("administer");
  expect(await people()).toBe(0);
});
