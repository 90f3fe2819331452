import { createDoor } from "#app/events/door";
import type { Board } from "#app/events/door";
import { doorParts, patienceSeconds } from "#app/events/fair-share";
import type { Passed } from "#app/events/fair-share";
import { expect, test } from "vitest";

const start = Date.parse("2026-03-20T12:00:00Z");

/** What some processes have told each other; `calls` counts what that cost. */
function boards() {
  const told = new Map<string, readonly Passed[]>();
  const calls = { read: 0, write: 0 };
  const at = (self: string): Board => ({
    async read() {
      calls.read += 1;
      return [...told].flatMap(([of, passed]) => (of === self ? [] : passed));
    },
    async write(passed) {
      calls.write += 1;
      told.set(self, passed);
    },
  });
  return { at, calls };
}

test("M93 a batch costs one look and one note, and a source that is shut out nothing", async () => {
  const { at, calls } = boards();
  const door = createDoor(at("one"));
  for (let batch = 0; batch < 175; batch += 1) await door.admit({ source: "a", parts: 1, now: start });
  expect(calls).toEqual({ read: 175, write: 175 });
  expect(await door.admit({ source: "a", parts: 1, now: start })).toBe(patienceSeconds);
  expect(await door.admit({ source: "a", parts: 2, now: start + 10_000 })).toBe(patienceSeconds - 10);
  expect(door.secondsShut("a", start + 10_000)).toBe(patienceSeconds - 10);
  expect(calls).toEqual({ read: 176, write: 175 });
  expect(door.secondsShut("a", start + patienceSeconds * 1000)).toBe(0);
  expect(await door.admit({ source: "a", parts: 1, now: start + patienceSeconds * 1000 })).toBe(0);
});

test("M93 processes that end and begin anew with every batch keep to the limit, because their notes stay", async () => {
  const { at } = boards();
  let taken = 0;
  for (let process = 0; process < 600; process += 1) {
    const batch = { source: `s${process % 3}`, parts: 1, now: start };
    if ((await createDoor(at(String(process))).admit(batch)) === 0) taken += 1;
  }
  expect(taken).toBeGreaterThan(250);
  expect(taken).toBeLessThanOrEqual(doorParts);
});

test("M93 what arrives at once in one process is not let in twice", async () => {
  const door = createDoor(boards().at("one"));
  const batch = { source: "a", parts: 1, now: start };
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => door.admit(batch)));
  expect(answers.filter((wait) => wait === 0)).toHaveLength(doorParts / 2);
});

test("M93 processes that decide at the same instant exceed the limit by a batch each at most", async () => {
  const { at } = boards();
  const doors = Array.from({ length: 12 }, (_, each) => createDoor(at(String(each))));
  let taken = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    const source = `s${turn % 4}`;
    const answers = await Promise.all(doors.map((door) => door.admit({ source, parts: 2, now: start + turn })));
    taken += 2 * answers.filter((wait) => wait === 0).length;
  }
  expect(taken).toBeGreaterThan(250);
  expect(taken).toBeLessThanOrEqual(doorParts + 2 * doors.length);
});

test("M93 a smaller batch is looked at again where a larger one did not fit", async () => {
  const door = createDoor(boards().at("one"));
  for (let turn = 0; turn < 2; turn += 1) expect(await door.admit({ source: "a", parts: 80, now: start })).toBe(0);
  expect(await door.admit({ source: "a", parts: 60, now: start })).toBe(patienceSeconds);
  expect(await door.admit({ source: "a", parts: 10, now: start })).toBe(0);
});
