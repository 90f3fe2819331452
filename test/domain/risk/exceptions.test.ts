import { array, assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { logWindows, openExceptions } from "#domain/risk/exceptions";
import type { ExceptionEvent } from "#domain/risk/exceptions";
import { hourMs } from "./histories";

const zone = "Europe/London";
const at = (text: string) => Date.parse(text);

function noted(
  id: string,
  when: string,
  more: Partial<Extract<ExceptionEvent, { kind: "noted" }>> = {},
): ExceptionEvent {
  return {
    kind: "noted",
    id,
    at: at(when),
    by: "ann",
    what: "shadow-work",
    title: `Sheet ${id}`,
    department: null,
    count: 1,
    owner: "bob",
    closeBy: "2026-04-10",
    ...more,
  };
}

const log: readonly ExceptionEvent[] = [
  noted("late", "2026-03-02T09:00Z", { closeBy: "2026-03-20" }),
  noted("later", "2026-03-03T09:00Z", { closeBy: "2026-03-10" }),
  noted("adrift", "2026-03-04T09:00Z", { owner: null }),
  noted("endless", "2026-03-05T09:00Z", { closeBy: null }),
  noted("shut", "2026-03-05T10:00Z"),
  { kind: "closed", id: "c1", at: at("2026-03-25T09:00Z"), by: "bob", of: "shut" },
];

test("R24 M97 what is open at the gate is listed by name: adrift, then the longest overdue", () => {
  const open = openExceptions(log, { at: at("2026-04-01T09:00Z"), zone });
  expect(open.map(({ title, overdueDays, isAdrift }) => [title, overdueDays, isAdrift])).toEqual([
    ["Sheet adrift", 0, true],
    ["Sheet endless", 0, true],
    ["Sheet later", 22, false],
    ["Sheet late", 12, false],
  ]);
});

test("R24 what was closed later was still open then, and what came later was not there", () => {
  const titles = (when: string) => openExceptions(log, { at: at(when), zone }).map(({ id }) => id);
  expect(titles("2026-03-25T08:59Z")).toContain("shut");
  expect(titles("2026-03-25T09:00Z")).not.toContain("shut");
  expect(titles("2026-03-02T08:59Z")).toEqual([]);
});

test("R24 whoever takes one over gives it a day, and on that day it is not yet overdue", () => {
  const taken: ExceptionEvent = {
    kind: "taken",
    id: "t1",
    at: at("2026-03-10T09:00Z"),
    by: "eve",
    of: "adrift",
    owner: "eve",
    closeBy: "2026-04-01",
  };
  const of = (when: string) =>
    openExceptions([taken, ...log], { at: at(when), zone }).find(({ id }) => id === "adrift");
  expect(of("2026-04-01T22:59Z")).toMatchObject({ owner: "eve", isAdrift: false, overdueDays: 0 });
  expect(of("2026-04-01T23:00Z")).toMatchObject({ overdueDays: 1 });
});

test("R24 told twice and backwards, the log says the same", () => {
  const when = { at: at("2026-04-01T09:00Z"), zone };
  expect(openExceptions([...log, ...log].toReversed(), when)).toEqual(openExceptions(log, when));
});

const window = { from: "2026-02-23", days: 14, now: at("2026-04-06T12:00Z"), zone };

test("R25 M22 the last whole days against all before them; today is not over", () => {
  const some = [
    noted("1", "2026-03-22T23:59Z"),
    noted("2", "2026-03-23T00:00Z"),
    noted("3", "2026-04-05T22:59Z"),
    noted("4", "2026-04-05T23:00Z"),
    noted("5", "2026-02-22T23:59Z"),
  ];
  expect(logWindows(some, window)).toEqual({
    recent: { count: 2, exposure: 14 },
    before: { count: 1, exposure: 28 },
  });
});

test("R25 a log younger than the window has nothing before it", () => {
  expect(logWindows(log, { ...window, from: "2026-04-01" })).toMatchObject({
    recent: { exposure: 5 },
    before: { count: 0, exposure: 0 },
  });
  expect(logWindows(log, { ...window, from: "2026-05-01" })).toEqual({
    recent: { count: 0, exposure: 0 },
    before: { count: 0, exposure: 0 },
  });
});

test("R25 every entry of a whole day counts in one of the two windows", () => {
  assert(
    property(array(nat(42 * 24 - 1)), (hours) => {
      const some = hours.map((hour, place) =>
        noted(`n${place}`, new Date(at("2026-02-23T00:00Z") + hour * hourMs).toISOString()),
      );
      const { recent, before } = logWindows([...some, ...some], window);
      const isWhole = some.filter((event) => event.at < at("2026-04-05T23:00Z"));
      expect(recent.count + before.count).toBe(isWhole.length);
      expect(recent.exposure + before.exposure).toBe(42);
    }),
  );
});
