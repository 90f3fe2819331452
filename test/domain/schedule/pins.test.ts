import { describe, expect, test } from "vitest";
import type { DatedPin, Pin } from "#domain/schedule/network";
import { links, network, scheduled, spans, task, when } from "./networks";

const pin = (kind: DatedPin, at: string): { pin: Pin } => ({ pin: { kind, at: Date.parse(at) } });
const minute = 60_000;

describe("M5 pinned tasks", () => {
  test.each<[DatedPin, string, string]>([
    ["start-no-earlier-than", "2026-03-05T00:00Z", "05T08:00–05T17:00"],
    ["start-no-earlier-than", "2026-03-02T00:00Z", "04T08:00–04T17:00"],
    ["must-start-on", "2026-03-05T08:00Z", "05T08:00–05T17:00"],
    ["must-start-on", "2026-03-03T08:00Z", "03T08:00–03T17:00"],
    ["must-finish-on", "2026-03-06T17:00Z", "06T08:00–06T17:00"],
    ["finish-no-earlier-than", "2026-03-06T17:00Z", "06T08:00–06T17:00"],
    ["start-no-later-than", "2026-03-03T08:00Z", "03T08:00–03T17:00"],
    ["start-no-later-than", "2026-03-09T08:00Z", "04T08:00–04T17:00"],
    ["finish-no-later-than", "2026-03-03T17:00Z", "03T08:00–03T17:00"],
  ])("%s %s behind two days of work: %s", (kind, at, b) => {
    expect(spans(network([task("a 2d"), task("b 1d", pin(kind, at))], links("a FS b"))).b).toBe(b);
  });

  test("a pin before the predecessors holds, as in MS Project, and the conflict is named", () => {
    const pinned = pin("must-start-on", "2026-03-03T08:00Z");
    const { conflicts, by } = scheduled(network([task("a 2d"), task("b 1d", pinned)], links("a FS b")));
    const [from, possible] = [Date.parse("2026-03-03T08:00Z"), Date.parse("2026-03-04T08:00Z")];
    expect(conflicts).toEqual([{ kind: "pinned-before-predecessors", id: "b", pinned: from, possible }]);
    expect(by.a).toMatchObject({ totalSlackMinutes: -480, critical: true });
    expect(by.b).toMatchObject({ totalSlackMinutes: 0, critical: true });
  });

  test("a must-start-on task has no slack even with time after it", () => {
    const tasks = [task("b 1d", pin("must-start-on", "2026-03-03T08:00Z")), task("z 5d")];
    expect(scheduled(network(tasks, [])).by.b).toMatchObject({ totalSlackMinutes: 0, critical: true });
  });

  test("a must-start-on task has none either when what follows it is late", () => {
    const tasks = [
      task("b 1d", pin("must-start-on", "2026-03-03T08:00Z")),
      task("c 2d", { deadline: Date.parse("2026-03-04T17:00Z") }),
    ];
    const { by } = scheduled(network(tasks, links("b FS c")));
    expect(by.b).toMatchObject({ totalSlackMinutes: 0, critical: true });
    expect(by.c).toMatchObject({ totalSlackMinutes: -480, critical: true });
  });

  test("a task put somewhere by hand stays there, and may slip as far as what follows allows, as in MS Project", () => {
    const byHand: Pin = { kind: "by-hand", at: Date.parse("2026-03-03T08:00Z") };
    const { by, conflicts } = scheduled(
      network([task("a 2d"), task("b 1d", { pin: byHand }), task("z 5d")], links("a FS b")),
    );
    expect(when(by.b!.start, by.b!.finish)).toBe("03T08:00–03T17:00");
    expect(by.b).toMatchObject({ totalSlackMinutes: 3 * 480, critical: false });
    expect(by.a).toMatchObject({ totalSlackMinutes: 2 * 480, critical: false });
    expect(conflicts).toMatchObject([{ kind: "pinned-before-predecessors", id: "b" }]);
  });

  describe("a day that cannot be kept is named, and nothing is moved in silence", () => {
    const plannedFor = (at: string): { pin: Pin } => ({ pin: { kind: "planned-for", at: Date.parse(at) } });
    const [planned, start] = [Date.parse("2026-03-03T08:00Z"), Date.parse("2026-03-04T08:00Z")];

    test("behind what it waits for", () => {
      const { by, conflicts } = scheduled(
        network([task("a 2d"), task("b 1d", plannedFor("2026-03-03T00:00Z"))], links("a FS b")),
      );
      expect(when(by.b!.start, by.b!.finish)).toBe("04T08:00–04T17:00");
      expect(conflicts).toEqual([{ kind: "later-than-planned", id: "b", planned, start }]);
    });

    test("a group held back, but not one whose steps only lie later", () => {
      const group = [task("phase 0d", plannedFor("2026-03-03T00:00Z")), task("b 1d", { parent: "phase" })];
      const held = scheduled(network([task("a 2d"), ...group], links("a FS phase")));
      expect(held.conflicts).toEqual([{ kind: "later-than-planned", id: "phase", planned, start }]);
      expect(scheduled(network([task("a 2d"), ...group], links("a FS b"))).conflicts).toEqual([]);
    });

    test.each([
      ["a day that can be kept", "2026-03-04T00:00Z", {}],
      ["a day off, after which the work starts", "2026-03-07T00:00Z", {}],
      ["what has begun", "2026-03-03T00:00Z", { kind: "started", start, remaining: { work: 60, elapsed: 0 } }],
    ] as const)("nothing of %s", (_, day, progress) => {
      const b = { ...plannedFor(day), ...("kind" in progress && { progress }) };
      expect(scheduled(network([task("a 2d"), task("b 1d", b)], links("a FS b"))).conflicts).toEqual([]);
    });
  });

  test("a deadline moves no date, takes slack, and is named when missed", () => {
    const deadline = Date.parse("2026-03-03T17:00Z");
    const met = scheduled(network([task("a 1d", { deadline }), task("z 5d")], []));
    expect(met.by.a).toMatchObject({ totalSlackMinutes: 480, critical: false });
    expect(met.conflicts).toEqual([]);
    const missed = scheduled(network([task("a 3d", { deadline }), task("z 5d")], []));
    expect(missed.by.a).toMatchObject({ totalSlackMinutes: -480, critical: true });
    const finish = Date.parse("2026-03-04T17:00Z");
    expect(missed.conflicts).toEqual([{ kind: "deadline-missed", id: "a", deadline, finish }]);
  });

  test("as late as possible lies at its late dates; what follows it waits; its slack is spent", () => {
    const late = task("b 1d", { pin: { kind: "as-late-as-possible" } });
    const { by, finish } = scheduled(network([task("a 5d"), late, task("c 1d")], links("b FS c")));
    expect([when(by.b!.start, by.b!.finish), when(by.c!.start, by.c!.finish)]).toEqual([
      "05T08:00–05T17:00",
      "06T08:00–06T17:00",
    ]);
    expect(when(by.b!.earlyStart, by.b!.lateStart)).toBe("02T08:00–05T08:00");
    expect([by.b!.totalSlackMinutes, by.c!.totalSlackMinutes]).toEqual([0, 0]);
    expect(finish).toBe(Date.parse("2026-03-06T17:00Z"));
  });
});

describe("progress", () => {
  const at = (text: string) => Date.parse(text);

  test("what is finished stays where it was, is not critical, and frees its successors from the plan", () => {
    const done = { kind: "finished", start: at("2026-03-02T08:00Z"), finish: at("2026-03-02T12:00Z") } as const;
    const { by } = scheduled(network([task("a 2d", { progress: done }), task("b 1d")], links("a FS b")));
    expect(when(by.a!.start, by.b!.start)).toBe("02T08:00–02T13:00");
    expect(by.a).toMatchObject({ critical: false, totalSlackMinutes: 0 });
    expect(by.b!.critical).toBe(true);
  });

  test("what has started keeps its start; the rest follows what is done, not before the status date", () => {
    const progress = { kind: "started", start: at("2026-03-02T10:00Z"), remaining: { work: 480, elapsed: 0 } } as const;
    const tasks = [task("a 2d", { progress })];
    expect(spans(network(tasks, [])).a).toBe("02T10:00–04T10:00");
    expect(spans(network(tasks, [], { status: at("2026-03-06T08:00Z") })).a).toBe("02T10:00–06T17:00");
  });

  test("what has started no longer waits for its predecessor, and does not make it late", () => {
    const progress = { kind: "started", start: at("2026-03-02T08:00Z"), remaining: { work: 240, elapsed: 0 } } as const;
    const { by } = scheduled(network([task("a 3d"), task("b 1d", { progress })], links("a FS b")));
    expect(when(by.b!.start, by.b!.finish)).toBe("02T08:00–02T17:00");
    expect(by.a).toMatchObject({ totalSlackMinutes: 0, critical: true });
    expect(by.b).toMatchObject({ totalSlackMinutes: 2 * 480, critical: false });
  });
});

describe("summaries", () => {
  const group = [task("phase 0d"), task("a 2d", { parent: "phase" }), task("b 1d", { parent: "phase" }), task("z 1d")];

  test("a summary spans its children, and what follows it waits for the last of them", () => {
    const { by } = scheduled(network(group, links("phase FS z")));
    expect(when(by.phase!.start, by.phase!.finish)).toBe("02T08:00–03T17:00");
    expect(when(by.z!.start, by.z!.finish)).toBe("04T08:00–04T17:00");
    expect([by.a!.critical, by.b!.critical, by.phase!.critical]).toEqual([true, false, true]);
    expect([by.b!.totalSlackMinutes, by.b!.freeSlackMinutes]).toEqual([480, 480]);
  });

  test("what a summary waits for, all its children wait for", () => {
    const { by } = scheduled(network(group, links("z FS phase")));
    expect([when(by.a!.start, by.b!.start)]).toEqual(["03T08:00–03T08:00"]);
    expect(by.z!.critical).toBe(true);
  });

  test("from the start of a summary means from the earliest start among its children", () => {
    const later = group.map((each) =>
      each.id === "z" ? each : { ...each, ...(each.parent && pin("start-no-earlier-than", "2026-03-04T08:00Z")) },
    );
    expect(spans(network(later, links("phase SS z 1d"))).z).toBe("05T08:00–05T17:00");
  });

  test("a pin on a summary holds its children back; its deadline binds the last of them", () => {
    const deadline = Date.parse("2026-03-05T17:00Z");
    const pinned = { ...task("phase 0d", pin("start-no-earlier-than", "2026-03-04T00:00Z")), deadline };
    const { by, conflicts } = scheduled(network([pinned, ...group.slice(1, 3), task("z 9d")], []));
    expect(when(by.a!.start, by.a!.finish)).toBe("04T08:00–05T17:00");
    expect([by.a!.totalSlackMinutes, by.b!.totalSlackMinutes]).toEqual([0, 480]);
    expect(conflicts).toEqual([]);
  });

  test("a child without successors is free to the end of the plan, not of its summary", () => {
    const { by } = scheduled(network([...group.slice(0, 3), task("z 5d")], []));
    expect([by.b!.totalSlackMinutes, by.b!.freeSlackMinutes]).toEqual([4 * 480, 4 * 480]);
  });

  test("a summary within a summary", () => {
    const inner = { ...task("inner 0d"), parent: "phase" };
    const tasks = [task("phase 0d"), inner, task("a 2d", { parent: "inner" }), task("z 1d")];
    expect(spans(network(tasks, links("phase FS z")))).toMatchObject({
      phase: "02T08:00–03T17:00",
      z: "04T08:00–04T17:00",
    });
    expect(scheduled(network(tasks, links("phase FS z"))).lengthMinutes * minute).toBe(3 * 480 * minute);
  });
});
