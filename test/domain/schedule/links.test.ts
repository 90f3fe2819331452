import { describe, expect, test } from "vitest";
import { links, network, scheduled, spans, task } from "./networks";

/** March 2026: the 2nd is a Monday, the 6th a Friday. Days are 08:00–12:00 and 13:00–17:00. */
const a = "02T08:00–03T17:00";

describe("M6 each type of link, two days of work and then one", () => {
  test.each([
    ["a FS b", "04T08:00–04T17:00"],
    ["a FS b 1d", "05T08:00–05T17:00"],
    ["a FS b -1d", "03T08:00–03T17:00"],
    ["a FS b 4h", "04T13:00–05T12:00"],
    ["a FS b 50%", "05T08:00–05T17:00"],
    ["a FS b 2ed", "06T08:00–06T17:00"],
    ["a FS b 1eh", "04T08:00–04T17:00"],
    ["a SS b", "02T08:00–02T17:00"],
    ["a SS b 1d", "03T08:00–03T17:00"],
    ["a SS b 25%", "02T13:00–03T12:00"],
    ["a SS b 3eh", "02T11:00–03T11:00"],
    ["a FF b", "03T08:00–03T17:00"],
    ["a FF b 4h", "03T13:00–04T12:00"],
    ["a FF b -4h", "02T13:00–03T12:00"],
    ["a SF b 2d", "03T08:00–03T17:00"],
    ["a SF b 3d", "04T08:00–04T17:00"],
    ["a SF b", "02T08:00–02T17:00"],
  ])("%s puts b at %s", (line, b) => {
    expect(spans(network([task("a 2d"), task("b 1d")], links(line)))).toEqual({ a, b });
  });

  test("a lead never pulls a task before the start of the plan", () => {
    expect(spans(network([task("a 2d"), task("b 1d")], links("a SS b -3d"))).b).toBe("02T08:00–02T17:00");
  });

  test("the latest of several bounds decides, to the start or to the finish", () => {
    const tasks = [task("a 2d"), task("b 1d"), task("c 1d")];
    expect(spans(network(tasks, links("a FS c", "b FF c 5d"))).c).toBe("09T08:00–09T17:00");
    expect(spans(network(tasks, links("a FS c", "b FF c 1d"))).c).toBe("04T08:00–04T17:00");
  });
});

describe("M6 work, elapsed time and milestones over a weekend", () => {
  test("work that ends on Friday is followed on Monday; the milestone after it stays on Friday 17:00", () => {
    const tasks = [task("a 5d"), task("done 0d"), task("b 1d")];
    expect(spans(network(tasks, links("a FS done", "done FS b")))).toEqual({
      a: "02T08:00–06T17:00",
      done: "06T17:00–06T17:00",
      b: "09T08:00–09T17:00",
    });
  });

  test("elapsed time runs through the weekend, and the work after it waits for Monday", () => {
    const tasks = [task("a 5d"), task("freeze 2ed"), task("b 1d"), task("later 3eh")];
    expect(spans(network(tasks, links("a FS freeze", "freeze FS b", "freeze FS later")))).toMatchObject({
      freeze: "06T17:00–08T17:00",
      b: "09T08:00–09T17:00",
      later: "08T17:00–08T20:00",
    });
  });

  test("a milestone that nothing holds back lies at the first working moment, also out of a weekend", () => {
    expect(spans(network([task("m 0d")], []))).toEqual({ m: "02T08:00–02T08:00" });
    const pinned = task("m 0d", { pin: { kind: "start-no-earlier-than", at: Date.parse("2026-03-07T00:00Z") } });
    expect(spans(network([pinned], []))).toEqual({ m: "09T08:00–09T08:00" });
  });

  test("M37 the clocks go back: two working days end at 17:00 local, 48 elapsed hours an hour earlier on the wall", () => {
    const start = Date.parse("2026-10-23T07:00Z");
    const tasks = [task("work 2d"), task("freeze 48eh", { pin: { kind: "start-no-earlier-than", at: start } })];
    expect(spans(network(tasks, [], { start }))).toEqual({
      work: "23T07:00–26T17:00",
      freeze: "23T07:00–25T07:00",
    });
  });

  test("the clocks go forward: a day of work is eight hours on both sides", () => {
    const start = Date.parse("2026-03-27T08:00Z");
    expect(spans(network([task("a 2d")], [], { start }))).toEqual({ a: "27T08:00–30T16:00" });
  });
});

describe("M6 slack in working minutes", () => {
  test("a diamond: the short side may slip by its difference, and the rest is critical", () => {
    const tasks = [task("a 1d"), task("long 3d"), task("short 1d"), task("z 1d")];
    const { by, lengthMinutes } = scheduled(
      network(tasks, links("a FS long", "a FS short", "long FS z", "short FS z")),
    );
    const slack = Object.values(by).map((item) => [item.totalSlackMinutes, item.freeSlackMinutes, item.critical]);
    expect(slack).toEqual([
      [0, 0, true],
      [0, 0, true],
      [960, 960, false],
      [0, 0, true],
    ]);
    expect(lengthMinutes).toBe(5 * 480);
    expect(new Date(by.short!.lateStart).toISOString()).toBe("2026-03-05T08:00:00.000Z");
    expect(new Date(by.short!.lateFinish).toISOString()).toBe("2026-03-05T17:00:00.000Z");
  });

  test("free slack is lost to the next task, total slack to the whole plan", () => {
    const tasks = [task("long 5d"), task("b 1d"), task("c 1d")];
    const { by } = scheduled(network(tasks, links("b FS c")));
    expect([by.b!.totalSlackMinutes, by.b!.freeSlackMinutes]).toEqual([3 * 480, 0]);
    expect([by.c!.totalSlackMinutes, by.c!.freeSlackMinutes]).toEqual([3 * 480, 3 * 480]);
  });

  test.each([
    ["a FS b -1d", 4 * 480],
    ["a SS b 1d", 3 * 480],
    ["a FF b", 4 * 480],
    ["a SF b 2d", 3 * 480],
  ])("%s, a day each beside five days: a may slip by %i minutes, none of them free", (line, total) => {
    const { by } = scheduled(network([task("a 1d"), task("b 1d"), task("z 5d")], links(line)));
    expect([by.a!.totalSlackMinutes, by.a!.freeSlackMinutes]).toEqual([total, 0]);
    expect(by.b!.freeSlackMinutes).toBe(by.b!.totalSlackMinutes);
  });
});
