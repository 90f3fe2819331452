import { array, assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { workClock } from "#domain/calendar/work-clock";
import { longestChain } from "#domain/schedule/chain";
import type { Link, Network } from "#domain/schedule/network";
import { always, london, network, scheduled, task } from "./networks";

const types = constantFrom("FS", "SS", "FF", "SF");
const edge = record({ from: nat(11), to: nat(11), type: types, lag: integer({ min: -600, max: 900 }) });
const drafts = record({
  works: array(nat(1500), { minLength: 2, maxLength: 12 }),
  edges: array(edge, { maxLength: 30 }),
});

/** Links only lead on in the list, so that there is no loop. */
function build(
  { works, edges }: { works: number[]; edges: { from: number; to: number; type: Link["type"]; lag: number }[] },
  calendar: Network["calendar"],
): Network {
  const joined = edges
    .map((each) => ({ ...each, from: each.from % works.length, to: each.to % works.length }))
    .filter((each) => each.from < each.to)
    .map(({ from, to, type, lag }): Link => ({
      from: `t${from}`,
      to: `t${to}`,
      type,
      lag: { kind: "span", work: lag, elapsed: 0 },
    }));
  const tasks = works.map((work, place) => ({ ...task(`t${place} 0d`), duration: { work, elapsed: 0 } }));
  return network(tasks, joined, { calendar, start: Date.parse("2026-03-02T08:00Z") });
}

/** Raises every start, then lowers every late start, until nothing changes: slow, and too simple to be wrong. */
function bruteForce({ tasks, links }: Network) {
  const work = tasks.map((each) => each.duration.work);
  const at = (id: string) => Number(id.slice(1));
  const bounds = links.map(({ from, to, type, lag }) => {
    const [f, t] = [at(from), at(to)];
    const fromFinish = type === "FS" || type === "FF" ? work[f]! : 0;
    const toFinish = type === "FF" || type === "SF" ? work[t]! : 0;
    return { f, t, gap: fromFinish + (lag.kind === "span" ? lag.work : 0) - toFinish };
  });
  const early = work.map(() => 0);
  for (const _ of work) for (const { f, t, gap } of bounds) early[t] = Math.max(early[t]!, early[f]! + gap);
  const end = Math.max(...early.map((start, place) => start + work[place]!));
  const late = work.map((length) => end - length);
  for (const _ of work) for (const { f, t, gap } of bounds) late[f] = Math.min(late[f]!, late[t]! - gap);
  const free = work.map((length, place) => {
    const after = bounds.filter(({ f }) => f === place).map(({ t, gap }) => early[t]! - early[place]! - gap);
    return after.length === 0 ? end - early[place]! - length : Math.min(...after);
  });
  return { early, late, free, end };
}

describe("M6 equal to a brute-force longest path on random networks", () => {
  test.each([
    ["with office hours", london],
    ["around the clock", always],
  ])("%s: dates, slack and critical tasks", (_, calendar) => {
    assert(
      property(drafts, (draft) => {
        const of = build(draft, calendar);
        const clock = workClock(calendar);
        const count = (instant: number) => clock.worked(instant / 60_000) - clock.worked(of.start / 60_000);
        const expected = bruteForce(of);
        const { items, lengthMinutes } = scheduled(of);
        items.forEach((item, place) => {
          const length = draft.works[place]!;
          const total = expected.late[place]! - expected.early[place]!;
          expect([count(item.start), count(item.finish)]).toEqual([
            expected.early[place]!,
            expected.early[place]! + length,
          ]);
          expect([count(item.lateStart), count(item.lateFinish)]).toEqual([
            expected.late[place]!,
            expected.late[place]! + length,
          ]);
          expect(item.totalSlackMinutes).toBe(total);
          expect(item.freeSlackMinutes).toBe(Math.min(expected.free[place]!, total));
          expect(item.critical).toBe(total <= 0);
        });
        expect(lengthMinutes).toBe(expected.end - Math.min(...expected.early));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ["any network", {}],
    ["work that may last until people go home, as what follows starts the next morning", { seed: 996483294 }],
  ])("a pin too far off to matter changes nothing, whichever way a task is then worked out: %s", (_, seed) => {
    const pin = { kind: "start-no-later-than", at: Date.parse("2100-01-04T08:00Z") } as const;
    assert(
      property(drafts, nat(4095), (draft, mask) => {
        const of = build(draft, london);
        const isPinned = (place: number) => ((mask >> place) & 1) === 1 && draft.works[place]! > 0;
        const tasks = of.tasks.map((each, place) => (isPinned(place) ? { ...each, pin } : each));
        expect(scheduled({ ...of, tasks }).items).toEqual(scheduled(of).items);
      }),
      { numRuns: 100, ...seed },
    );
  });

  test("the order in which steps are written down changes nothing", () => {
    assert(
      property(drafts, (draft) => {
        const of = build(draft, london);
        const turned = scheduled({ ...of, tasks: of.tasks.toReversed() }).items.toReversed();
        expect(turned).toEqual(scheduled(of).items);
      }),
      { numRuns: 100 },
    );
  });

  test("around the clock, elapsed time is work", () => {
    assert(
      property(drafts, nat(4095), (draft, mask) => {
        const of = build(draft, always);
        const swap = ({ work }: { work: number }) => ({ work: 0, elapsed: work });
        const isElapsed = (place: number) => ((mask >> place) & 1) === 1;
        const tasks = of.tasks.map((each, place) =>
          isElapsed(place) ? { ...each, duration: swap(each.duration) } : each,
        );
        const links = of.links.map((each, place) =>
          isElapsed(place % 12) && each.lag.kind === "span"
            ? { ...each, lag: { kind: "span" as const, ...swap(each.lag) } }
            : each,
        );
        expect(scheduled({ ...of, tasks, links }).items).toEqual(scheduled(of).items);
      }),
      { numRuns: 100 },
    );
  });

  test("the longest chain has no slack and ends where the plan ends", () => {
    assert(
      property(drafts, (draft) => {
        const of = build(draft, london);
        const chain = longestChain(of);
        const { by, finish } = scheduled(of);
        if (chain.kind !== "chain") throw new Error("no chain");
        expect(by[chain.ids.at(-1)!]!.finish).toBe(finish);
        for (const id of chain.ids) expect(by[id]!.totalSlackMinutes).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
