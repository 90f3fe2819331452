import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dueNotices, keptNotices } from "#domain/rollback/announce";
import type { NoticeTask, Occasion } from "#domain/rollback/announce";
import { diamond, start } from "./runbooks";

const notice = (audience: string, channel = "e-mail", owner: string | null = null) => ({
  audience,
  channel,
  text: `${audience}: we go back.`,
  owner,
});
const back = {
  ...diamond,
  owner: "rita",
  communication: [notice("Sales"), notice("Service", "call", "sam"), notice("Board")],
};
const people: Readonly<Record<string, readonly string[]>> = { Sales: ["zoe", "amy", "amy"], Service: ["bob"] };
const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  run: "r1",
  at: start,
  members: (audience) => people[audience] ?? [],
  ...more,
});

test("B15 M12 triggered twice there are still as many tasks as audiences", () => {
  const first = dueNotices(back, [], occasion());
  expect(first.map(({ audience, owner, members }) => [audience, owner, members])).toEqual([
    ["Sales", "rita", ["amy", "zoe"]],
    ["Service", "sam", ["bob"]],
    ["Board", "rita", []],
  ]);
  expect(dueNotices(back, first, occasion({ at: start + 1 }))).toEqual([]);
});

test("B15 what was not made the first time is made up for, and no more", () => {
  const [sales] = dueNotices(back, [], occasion());
  expect(dueNotices(back, [sales!], occasion()).map(({ audience }) => audience)).toEqual(["Service", "Board"]);
});

test("B15 an audience named twice gets one task with everything it is to hear, once", () => {
  const twice = [notice("Sales"), notice(" sales ", "call", "sam"), notice("Sales")];
  const tasks = dueNotices({ ...back, communication: twice }, [], occasion());
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ audience: "Sales", owner: "sam", members: ["amy", "zoe"] });
  expect(tasks[0]!.messages.map(({ channel }) => channel)).toEqual(["e-mail", "call"]);
});

test("B15 another run is another occasion, and another rollback another task", () => {
  const made = dueNotices(back, [], occasion());
  expect(dueNotices(back, made, occasion({ run: "r2" }))).toHaveLength(3);
  expect(dueNotices({ ...back, id: "other" }, made, occasion())).toHaveLength(3);
});

test("B16 M12 the snapshot stays when people join later", () => {
  const made = dueNotices(back, [], occasion());
  const joined = occasion({ at: start + 1, members: () => ["new"] });
  const all = keptNotices([...made, ...dueNotices(back, made, joined)]);
  expect(all.find(({ audience }) => audience === "Service")?.members).toEqual(["bob"]);
});

test("B16 made by two at once, the earlier snapshot is kept, in whatever order they are told", () => {
  const triggers = fc.array(fc.tuple(fc.nat(3), fc.subarray(["amy", "bob", "zoe"])), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(triggers, (drawn) => {
      const made: readonly NoticeTask[] = drawn.flatMap(([minute, members]) =>
        dueNotices(back, [], occasion({ at: start + minute, members: () => members })),
      );
      const kept = keptNotices(made);
      expect(kept).toHaveLength(3);
      expect(keptNotices([...made, ...made].toReversed())).toEqual(kept);
      expect(keptNotices(kept)).toEqual(kept);
      expect(new Set(kept.map((task) => task.at))).toEqual(new Set([Math.min(...made.map((task) => task.at))]));
    }),
  );
});
