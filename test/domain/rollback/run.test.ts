import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRun } from "#domain/rollback/compare-run";
import { runsOf } from "#domain/rollback/run";
import type { RunEvent } from "#domain/rollback/run";
import { startRun } from "#domain/rollback/start-run";
import { begun, diamond, minuteMs, rollback, start, told } from "./runbooks";

const tick = (step: string, minute: number, by = "ann") => ({ kind: "ticked", step, minute, by }) as const;
const at = (minute: number) => start + minute * minuteMs;
const only = (events: readonly RunEvent[]) => {
  const [run, ...more] = runsOf(events);
  expect(more).toEqual([]);
  return run!;
};
const allTicked = [tick("stop", 40), tick("check", 80, "bob"), tick("restore", 150, "bob"), tick("open", 170)] as const;
const started = { ...begun(), minute: 0 };

describe("B10 B12 B13 a run is its events", () => {
  test("two people tick, and it is over with the last of the ticks", () => {
    const run = only(told("r1", started, ...allTicked));
    expect(run).toMatchObject({ run: "r1", rollback: "back", purpose: "real", startedAt: start, startedBy: "ann" });
    expect(run.status).toEqual({ kind: "finished", at: at(170) });
    expect(run.steps.map(({ id, done, before }) => [id, done?.by, before])).toEqual([
      ["stop", "ann", []],
      ["restore", "bob", []],
      ["check", "bob", []],
      ["open", "ann", []],
    ]);
  });

  test("it keeps the runbook it began with", () => {
    const run = only(told("r1", { ...begun("real", rollback("old 5m")), minute: 0 }));
    expect(run.steps.map(({ id, minutes }) => [id, minutes])).toEqual([["old", 5]]);
  });

  test("B12 two tick the same step: the first counts; taken back and ticked again, the first since then", () => {
    const done = (...facts: Parameters<typeof told>[1][]) => only(told("r1", started, ...facts)).steps[0]!.done;
    expect(done(tick("stop", 30, "bob"), tick("stop", 31))).toEqual({ at: at(30), by: "bob" });
    const untick = { kind: "unticked", step: "stop", minute: 35 } as const;
    expect(done(tick("stop", 30), untick)).toBeNull();
    expect(done(tick("stop", 30), untick, tick("stop", 50, "bob"), tick("stop", 51))).toEqual({
      at: at(50),
      by: "bob",
    });
  });

  test("B12 a step done before what it waits for is marked, also when that is never done", () => {
    const run = only(told("r1", started, tick("restore", 10), tick("stop", 20), tick("open", 30)));
    expect(run.steps.map(({ id, before }) => [id, before])).toEqual([
      ["stop", []],
      ["restore", ["stop"]],
      ["check", []],
      ["open", ["check"]],
    ]);
  });

  test("B13 aborted on the way, with the reason; what is ticked after that is kept", () => {
    const abort = { kind: "aborted", reason: "Supplier found the fault", minute: 60, by: "bob" } as const;
    const run = only(told("r1", started, tick("stop", 30), abort, tick("check", 61)));
    expect(run.status).toEqual({ kind: "aborted", at: at(60), by: "bob", reason: "Supplier found the fault" });
    expect(run.steps.map(({ done }) => done !== null)).toEqual([true, false, true, false]);
    expect(only(told("r1", started, ...allTicked, { ...abort, minute: 170 })).status.kind).toBe("finished");
  });

  test("a clock that runs behind dates nothing before the start; a step nobody knows is no step", () => {
    const run = only(told("r1", started, tick("stop", -5), tick("coffee", 3)));
    expect(run.steps[0]!.done).toEqual({ at: start, by: "ann" });
    expect(run.status.kind).toBe("running");
  });

  test("ticks whose start has not come in yet are kept, and show once it has", () => {
    const [first, ...rest] = told("r1", started, ...allTicked);
    expect(runsOf(rest)).toEqual([]);
    expect(only([...rest, first!]).status.kind).toBe("finished");
  });

  const anyLog = fc
    .array(
      fc.tuple(
        fc.constantFrom("stop", "restore", "check", "open"),
        fc.boolean(),
        fc.nat(300),
        fc.constantFrom("ann", "bob"),
      ),
      { maxLength: 12 },
    )
    .map((drawn) =>
      told(
        "r1",
        started,
        ...drawn.map(
          ([step, isTick, minute, by]) => ({ kind: isTick ? "ticked" : "unticked", step, minute, by }) as const,
        ),
      ),
    );

  test("whatever order the two operators' events come in, and however often, both see the same", () => {
    fc.assert(
      fc.property(anyLog, fc.nat(20), (log, cut) => {
        const mixed = [...log.slice(cut), ...log.toReversed(), ...log.slice(0, cut)];
        expect(runsOf(mixed)).toEqual(runsOf(log));
      }),
    );
  });

  test("it is over exactly when every step is done and stays so", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { status, steps } = only(log);
        expect(status.kind === "finished").toBe(steps.every(({ done }) => done !== null));
      }),
    );
  });
});

describe("B11 a second start", () => {
  const ask = (log: readonly RunEvent[], run: string, purpose: "real" | "rehearsal", minute: number) =>
    startRun(diamond, log, { id: `${run}-start`, run, by: "bob", purpose, at: at(minute) });

  test("is refused while one is on, with who began it, and let through when that is over or aborted", () => {
    const on = told("r1", started, tick("stop", 30));
    expect(ask(on, "r2", "real", 60)).toEqual({
      kind: "refused",
      message: "A real run of this rollback is on, begun by ann.",
      mend: "Join it, or abort it before you begin another.",
    });
    expect(ask(told("r1", started, ...allTicked), "r2", "real", 171).kind).toBe("start");
    const aborted = told("r1", started, { kind: "aborted", reason: "", minute: 5 });
    expect(ask(aborted, "r2", "real", 6).kind).toBe("start");
  });

  test("of another rollback is nobody's business", () => {
    const other = told("r1", { ...started, ...begun("real", { ...diamond, id: "other" }) });
    expect(ask(other, "r2", "real", 1).kind).toBe("start");
  });

  test("begun by two at once, the first in the log is on and the other refused, for both of them", () => {
    const log = [...told("r2", started), ...told("r1", started)];
    const statuses = (events: readonly RunEvent[]) => runsOf(events).map(({ run, status }) => [run, status]);
    const expected = [
      ["r1", { kind: "running" }],
      ["r2", { kind: "refused", run: "r1" }],
    ];
    expect([statuses(log), statuses(log.toReversed())]).toEqual([expected, expected]);
  });

  test("the same start told twice is one start", () => {
    const log = told("r1", started);
    expect(runsOf([...log, ...log])).toHaveLength(1);
  });

  test("the real thing overtakes a rehearsal, never the other way round", () => {
    const rehearsal = told("r1", { ...begun("rehearsal"), minute: 0 });
    const starting = ask(rehearsal, "r2", "real", 10);
    if (starting.kind !== "start") throw new Error(starting.message);
    const runs = runsOf([...rehearsal, starting.event]);
    expect(runs.map(({ status }) => status)).toEqual([
      { kind: "overtaken", at: at(10), by: "bob" },
      { kind: "running" },
    ]);
    expect(ask([...rehearsal, starting.event], "r3", "rehearsal", 11).kind).toBe("refused");
    expect(ask(rehearsal, "r2", "rehearsal", 10).kind).toBe("refused");
  });

  test("a rollback without a runbook cannot be begun", () => {
    const asked = startRun(rollback(), [], { id: "s", run: "r1", by: "bob", purpose: "real", at: start });
    expect(asked).toMatchObject({ kind: "refused", message: "Back to the old system has no runbook." });
  });

  test("of any starts at most one run is on at a time", () => {
    const starts = fc.array(fc.tuple(fc.nat(30), fc.boolean(), fc.option(fc.nat(40), { nil: null })), { maxLength: 6 });
    fc.assert(
      fc.property(starts, (drawn) => {
        const log = drawn.flatMap(([minute, isReal, after], place) =>
          told(
            `r${place}`,
            { ...begun(isReal ? "real" : "rehearsal"), minute },
            ...(after === null ? [] : [{ kind: "aborted", reason: "", minute: minute + after } as const]),
          ),
        );
        const runs = runsOf(log);
        for (let minute = 0; minute <= 80; minute += 1) {
          const on = runs.filter(
            ({ startedAt, status }) =>
              startedAt <= at(minute) &&
              (status.kind === "running" || (status.kind !== "refused" && status.at > at(minute))),
          );
          expect(on.length).toBeLessThanOrEqual(1);
        }
        expect(runs).toHaveLength(drawn.length);
      }),
    );
  });
});

describe("B14 planned against real", () => {
  test("step by step from the moment it began, with its seconds", () => {
    const seconds = 20_000;
    const log = told("r1", started, ...allTicked).map((event) => ({ ...event, at: event.at + seconds }));
    const { steps, plannedEnd, end, lateMinutes } = compareRun(only(log), at(500));
    expect(
      steps.map(({ step, plannedFinish, lateMinutes: late }) => [step, (plannedFinish! - start) / 1000, late]),
    ).toEqual([
      ["stop", 30 * 60 + 20, 10],
      ["restore", 150 * 60 + 20, 0],
      ["check", 90 * 60 + 20, -10],
      ["open", 165 * 60 + 20, 5],
    ]);
    expect([plannedEnd, end, lateMinutes]).toEqual([at(165) + seconds, at(170) + seconds, 5]);
  });

  test.each([
    ["nothing is done yet, and there is time", [], 10, 165],
    ["the first step drags on: the end moves with it", [], 45, 180],
    ["ten minutes late into the middle", [tick("stop", 40)], 60, 175],
    ["a step that has taken too long will be done any minute", [tick("stop", 30), tick("check", 60)], 200, 215],
    ["the long step went fast", [tick("stop", 30), tick("restore", 60), tick("check", 60)], 65, 75],
  ])("the end is forecast: %s", (_, ticks, now, expected) => {
    const { end, lateMinutes } = compareRun(only(told("r1", started, ...ticks)), at(now));
    expect([(end! - start) / minuteMs, lateMinutes]).toEqual([expected, expected - 165]);
  });

  test("a step still open is late only once its time has passed", () => {
    const late = (minute: number) => compareRun(only(told("r1", started)), at(minute)).steps[0]!.lateMinutes;
    expect([late(29), late(30), late(42)]).toEqual([0, 0, 12]);
  });

  test("a run that was broken off has no end, and one without lengths no plan", () => {
    const aborted = only(told("r1", started, { kind: "aborted", reason: "", minute: 5 }));
    expect(compareRun(aborted, at(9))).toMatchObject({ end: null, lateMinutes: null, plannedEnd: at(165) });
    const vague = only(told("r1", { ...begun("real", rollback("a 5m", "b")), minute: 0 }, tick("a", 3)));
    expect(compareRun(vague, at(9))).toMatchObject({
      end: null,
      plannedEnd: null,
      steps: [{ doneAt: at(3) }, { lateMinutes: null }],
    });
  });

  test("an operator's clock before the start moves no forecast before it", () => {
    expect(compareRun(only(told("r1", started)), at(-60)).end).toBe(at(165));
  });
});
