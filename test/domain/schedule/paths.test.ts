import { describe, expect, test } from "vitest";
import { longestChain } from "#domain/schedule/chain";
import type { Network } from "#domain/schedule/network";
import { lengthOf, pointOfNoReturn, subNetwork } from "#domain/schedule/runbook";
import { slipImpact } from "#domain/schedule/slip";
import { always, links, network, task } from "./networks";

const diamond = network(
  ["a 1d", "long 3d", "short 1d", "z 1d"].map((line) => task(line)),
  links("a FS long", "a FS short", "long FS z", "short FS z"),
);

describe("M6 what decides the end", () => {
  test("the longest chain of a diamond goes over its long side", () => {
    expect(longestChain(diamond)).toEqual({ kind: "chain", ids: ["a", "long", "z"] });
  });

  test("through lags, leads, a weekend, a milestone and a summary", () => {
    const tasks = [
      task("a 3d"),
      task("b 2d"),
      task("m 0d"),
      task("phase 0d"),
      task("c 1d", { parent: "phase" }),
      task("other 1d"),
    ];
    const joined = links("a FS b -1d", "b FS m 1d", "m FS phase", "a SS other");
    expect(longestChain(network(tasks, joined))).toEqual({ kind: "chain", ids: ["a", "b", "m", "c"] });
  });

  test("a loop has no chain", () => {
    expect(longestChain(network([task("a 1d")], links("a FS a")))).toEqual({ kind: "cycle", ids: ["a"] });
  });
});

describe("M6 what-if", () => {
  test("a slip within the slack moves only the task itself", () => {
    expect(slipImpact(diamond, "short", { work: 480, elapsed: 0 })).toMatchObject({
      moved: [{ id: "short", minutes: 480 }],
      planMinutes: 0,
    });
  });

  test("a slip beyond it moves the end of the plan by the rest, over the weekend", () => {
    expect(slipImpact(diamond, "short", { work: 3 * 480, elapsed: 0 })).toEqual({
      kind: "slip",
      moved: [
        { id: "short", before: Date.parse("2026-03-03T17:00Z"), after: Date.parse("2026-03-06T17:00Z"), minutes: 1440 },
        { id: "z", before: Date.parse("2026-03-06T17:00Z"), after: Date.parse("2026-03-09T17:00Z"), minutes: 480 },
      ],
      planMinutes: 480,
    });
  });

  test("a group that starts later takes its steps, and what follows it, along", () => {
    const later = { pin: { kind: "start-no-earlier-than", at: Date.parse("2026-03-05T08:00Z") } } as const;
    const steps = [task("g 0d"), task("a 2d", { parent: "g" }), task("b 1d", { parent: "g", ...later }), task("z 1d")];
    expect(slipImpact(network(steps, links("g FS z")), "g", { work: 480, elapsed: 0 })).toMatchObject({
      moved: [{ id: "a", minutes: 480 }],
      planMinutes: 0,
    });
    expect(slipImpact(network(steps, links("g FS z")), "g", { work: 4 * 480, elapsed: 0 })).toMatchObject({
      moved: [
        { id: "a", minutes: 4 * 480 },
        { id: "b", minutes: 480 },
        { id: "z", minutes: 2 * 480 },
      ],
      planMinutes: 2 * 480,
    });
  });

  test("an unknown step is named", () => {
    expect(slipImpact(diamond, "x", { work: 1, elapsed: 0 })).toMatchObject({ kind: "faulty" });
  });
});

describe("M11 how long a rollback takes and when it is too late for one", () => {
  const book = (tasks: string[], ...joined: string[]): Network =>
    network(
      tasks.map((line) => task(line, {}, always)),
      links(...joined),
      { calendar: always },
    );
  const windowEnd = Date.parse("2026-03-15T06:00Z");

  test.each([
    ["a chain of 30, 45 and 15 minutes", book(["a 30m", "b 45m", "c 15m"], "a FS b", "b FS c"), 90],
    [
      "a fork: 30, then 60 beside 20, then 10",
      book(["a 30m", "b 60m", "c 20m", "d 10m"], "a FS b", "a FS c", "b FS d", "c FS d"),
      100,
    ],
    ["two alone, 40 beside 25, the second 20 after the first began", book(["a 40m", "b 25m"], "a SS b 20m"), 45],
  ])("%s: %#", (_, runbook, minutes) => {
    const found = pointOfNoReturn(runbook, windowEnd);
    expect(found).toMatchObject({ at: windowEnd - minutes * 60_000, length: { elapsedMinutes: minutes } });
  });

  test("a runbook in office hours has to begin on Friday for a window that ends on Sunday", () => {
    const found = pointOfNoReturn(
      network([task("a 4h"), task("b 2h")], links("a FS b")),
      Date.parse("2026-03-15T06:00Z"),
    );
    expect(found).toMatchObject({ at: Date.parse("2026-03-13T10:00Z"), length: { workMinutes: 360 } });
  });

  test("the length of some of the steps counts the links among them alone", () => {
    expect(lengthOf(subNetwork(diamond, new Set(["short", "z"])))).toMatchObject({ workMinutes: 960 });
    expect(lengthOf(subNetwork(diamond, new Set()))).toEqual({ kind: "length", workMinutes: 0, elapsedMinutes: 0 });
    expect(lengthOf(book(["a 1m"], "a FS a"))).toMatchObject({ kind: "cycle" });
    expect(pointOfNoReturn(book(["a 1m"], "a FS a"), windowEnd)).toMatchObject({ kind: "cycle" });
  });
});
