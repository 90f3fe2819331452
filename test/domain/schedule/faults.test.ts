import { describe, expect, test } from "vitest";
import { scheduleReport } from "#domain/schedule/report";
import { schedule } from "#domain/schedule/schedule";
import { links, network, task } from "./networks";

const abc = ["a", "b", "c", "d"].map((id) => task(`${id} 1d`));

describe("M6 a loop is reported with its members", () => {
  test("in the order of its links, from the first in the plan, without what merely hangs on it", () => {
    const joined = links("d FS b", "b FS c", "c SS a", "a FS b", "c FS d");
    const outcome = schedule(network(abc, links("b FS c", "c SS a", "a FS b", "c FS d")));
    expect(outcome).toEqual({ kind: "cycle", ids: ["a", "b", "c"] });
    expect(schedule(network(abc, joined)).kind).toBe("cycle");
  });

  test("a step that waits for itself, or for the summary it belongs to", () => {
    expect(schedule(network(abc, links("b FS b")))).toEqual({ kind: "cycle", ids: ["b"] });
    const family = [task("phase 0d"), task("a 1d", { parent: "phase" })];
    expect(schedule(network(family, links("phase FS a")))).toMatchObject({ kind: "cycle", ids: ["phase", "a"] });
    expect(schedule(network(family, links("a FS phase")))).toMatchObject({ kind: "cycle" });
  });
});

describe("what cannot be scheduled is named", () => {
  test.each([
    [[...abc, task("a 2d")], [], [{ kind: "duplicate-id", id: "a" }]],
    [abc, links("a FS x"), [{ kind: "unknown-step", from: "a", to: "x", missing: "x" }]],
    [abc, links("x FS a"), [{ kind: "unknown-step", from: "x", to: "a", missing: "x" }]],
    [[task("a 1d", { parent: "x" })], [], [{ kind: "unknown-parent", id: "a", parent: "x" }]],
    [[task("a 1d", { parent: "b" }), task("b 1d", { parent: "a" })], [], [{ kind: "parent-loop", ids: ["a", "b"] }]],
    [[task("a -1d")], [], [{ kind: "negative-duration", id: "a" }]],
  ])("%#", (tasks, joined, faults) => {
    expect(schedule(network(tasks, joined))).toEqual({ kind: "faulty", faults });
  });

  test("an empty plan is no error", () => {
    expect(schedule(network([], []))).toMatchObject({ kind: "scheduled", items: [], lengthMinutes: 0 });
  });
});

describe("the report of a schedule", () => {
  test("instants carry the offset of the plan's zone, minutes are working minutes", () => {
    const report = scheduleReport(network([task("a 2d")], [], { start: Date.parse("2026-03-27T08:00Z") }));
    expect(report).toMatchObject({
      start: "2026-03-27T08:00:00+00:00",
      finish: "2026-03-30T17:00:00+01:00",
      lengthMinutes: 960,
      items: [{ id: "a", title: "a", lateFinish: "2026-03-30T17:00:00+01:00", totalSlackMinutes: 0, critical: true }],
      cycle: null,
    });
  });

  test("with a loop there are no dates", () => {
    const report = scheduleReport(network(abc, links("a FS b", "b FS a")));
    expect(report).toMatchObject({ cycle: ["a", "b"], items: [], start: null, lengthMinutes: null });
    expect(scheduleReport(network(abc, links("a FS x")))).toMatchObject({ cycle: null, faults: [{ missing: "x" }] });
  });
});
