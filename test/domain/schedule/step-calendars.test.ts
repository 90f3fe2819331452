import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { blankPlan } from "#domain/plan/blank";
import type { Plan } from "#domain/plan/plan";
import type { Link, LinkType, Network, Task } from "#domain/schedule/network";
import { planNetwork } from "#domain/schedule/plan-network";
import { scheduleReport } from "#domain/schedule/report";
import { slipImpact } from "#domain/schedule/slip";
import { someStep } from "../../support/any-plan";
import { office } from "../calendar/office";
import { always, links, london, network, scheduled, spans, task } from "./networks";

const night = office({ days: ["mon", "tue", "wed", "thu", "fri"], hours: ["22:00-06:00"] });
const saturday = office({ days: ["sat"], hours: ["09:00-13:00"] });

describe("steps worked by a calendar of their own", () => {
  test.each([
    ["a 8h", night, "02T22:00–03T06:00"],
    ["a 12h", night, "02T22:00–04T02:00"],
    ["a 6h", saturday, "07T09:00–14T11:00"],
    ["a 36h", always, "02T00:00–03T12:00"],
  ])("%s by hand: %#", (line, calendar, span) => {
    expect(spans(network([task(line, { calendar })], [])).a).toBe(span);
  });

  test("a day of work is as long as the plan's day, whatever the step's own hours, as in MS Project", () => {
    const plan: Plan = {
      ...blankPlan("p", "P"),
      start: "2026-03-02",
      calendars: {
        always: { kind: "continuous" },
        short: { kind: "working", days: ["mon", "tue"], hours: ["08:00-12:00"], holidays: [] },
      },
      steps: [
        someStep("a", { duration: "1d", calendar: "always" }),
        someStep("b", { duration: "1d", calendar: "short" }),
        someStep("c", { duration: "1d", calendar: "gone" }),
      ],
    };
    const { items } = scheduleReport(planNetwork(plan, "2026-03-02"));
    expect(items.map(({ start, finish }) => `${start.slice(5, 16)} ${finish.slice(5, 16)}`)).toEqual([
      "03-02T00:00 03-02T08:00",
      "03-02T08:00 03-03T12:00",
      "03-02T08:00 03-02T17:00",
    ]);
  });

  test("a lag is counted by the calendar of the step it leads to", () => {
    const tasks = [task("a 1d"), task("b 4h", { calendar: saturday }), task("c 4h")];
    expect(spans(network(tasks, links("a FS b 2h", "b FS c 2h")))).toEqual({
      a: "02T08:00–02T17:00",
      b: "07T11:00–14T11:00",
      c: "16T10:00–16T15:00",
    });
  });

  test("slack counts minutes of the step's own calendar", () => {
    const tasks = [task("a 10d"), task("b 4h", { calendar: saturday }), task("c 1d")];
    const { by } = scheduled(network(tasks, links("b FS c", "a FS c")));
    expect(by.b).toMatchObject({ totalSlackMinutes: 240, freeSlackMinutes: 240, critical: false });
    expect(by.a).toMatchObject({ totalSlackMinutes: 0, critical: true });
  });

  test("a step of a group may begin before the others' hours", () => {
    const tasks = [task("g 0d"), task("a 2h", { calendar: always, parent: "g" }), task("b 2h", { parent: "g" })];
    expect(spans(network(tasks, []))).toEqual({
      g: "02T00:00–02T10:00",
      a: "02T00:00–02T02:00",
      b: "02T08:00–02T10:00",
    });
  });

  test("pins and progress are counted in the step's own hours", () => {
    const at = Date.parse("2026-03-05T08:00Z");
    const pinned = task("a 2h", { calendar: night, pin: { kind: "start-no-earlier-than", at } });
    const remaining = { work: 120, elapsed: 0 };
    const begun = task("b 8h", { calendar: night, progress: { kind: "started", start: at, remaining } });
    expect(spans(network([pinned, begun], []))).toEqual({ a: "05T22:00–06T00:00", b: "05T08:00–06T06:00" });
  });
});

/** Whether an hour since Monday 2 November 2026, 00:00, when no clock changes for months, is worked: written out, with none of the calendar's own code. */
const hours = [
  { calendar: london, works: (day: number, hour: number) => day < 5 && hour >= 8 && hour < 17 && hour !== 12 },
  { calendar: saturday, works: (day: number, hour: number) => day === 5 && hour >= 9 && hour < 13 },
  { calendar: always, works: () => true },
  {
    calendar: night,
    works: (day: number, hour: number) => (day < 5 && hour >= 22) || (day > 0 && day < 6 && hour < 6),
  },
];

const isWorked = (which: number, hour: number) =>
  hour >= 0 && hours[which]!.works(Math.floor(hour / 24) % 7, hour % 24) && !(which === 3 && hour < 22);

function walk(which: number, from: number, work: number): number {
  let [at, left] = [from, Math.abs(work)];
  const by = Math.sign(work);
  while (left > 0) {
    if (isWorked(which, by > 0 ? at : at - 1)) left -= 1;
    at += by;
    if (at < -500) return -500;
  }
  return at;
}

const begin = Date.parse("2026-11-02T00:00Z");

interface Draft {
  readonly tasks: readonly { readonly work: number; readonly which: number }[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly type: LinkType;
    readonly lag: number;
  }[];
}

function bruteEarly({ tasks, links: joined }: Draft): readonly { start: number; finish: number }[] {
  const found: { start: number; finish: number }[] = [];
  tasks.forEach(({ work, which }, place) => {
    let start = 0;
    for (const { from, to, type, lag } of joined.filter((link) => link.to === place && link.from < place)) {
      const before = found[from]!;
      const bound = walk(which, type === "FS" || type === "FF" ? before.finish : before.start, lag);
      start = Math.max(start, type === "FS" || type === "SS" ? bound : walk(which, bound, -work));
      expect(to).toBe(place);
    }
    while (!isWorked(which, start)) start += 1;
    found.push({ start, finish: walk(which, start, work) });
  });
  return found;
}

const drafts = record({
  tasks: array(record({ work: nat(30).map((work) => work + 1), which: nat(3) }), { minLength: 2, maxLength: 7 }),
  links: array(
    record({ from: nat(6), to: nat(6), type: constantFrom<LinkType>("FS", "SS", "FF", "SF"), lag: nat(6) }),
    { maxLength: 9 },
  ),
}).map(({ tasks, links: joined }) => ({
  tasks,
  links: joined.filter(({ from, to }) => from < to && to < tasks.length),
}));

function build({ tasks, links: joined }: Draft): Network {
  const own = tasks.map(({ work, which }, place): Task => {
    return task(`t${place} ${work}h`, which === 0 ? {} : { calendar: hours[which]!.calendar });
  });
  const made = joined.map(({ from, to, type, lag }): Link => {
    return { from: `t${from}`, to: `t${to}`, type, lag: { kind: "span", work: lag * 60, elapsed: 0 } };
  });
  return network(own, made, { start: begin });
}

describe("M6 any network whose steps keep calendars of their own", () => {
  test("lies where walking hour by hour puts it", () => {
    assert(
      property(drafts, (draft) => {
        const { items } = scheduled(build(draft));
        const found = items.map(({ start, finish }) => ({
          start: (start - begin) / 3_600_000,
          finish: (finish - begin) / 3_600_000,
        }));
        expect(found).toEqual(bruteEarly(draft));
      }),
      { numRuns: 150 },
    );
  });

  test("may slip by its total slack and not a minute more before the plan ends later, by its free slack before anything else moves", () => {
    assert(
      property(drafts, nat(6), (draft, pick) => {
        const of = build(draft);
        const { items, finish } = scheduled(of);
        const item = items[pick % items.length]!;
        const slipped = (work: number) => {
          const slip = slipImpact(of, item.id, { work, elapsed: 0 });
          return slip.kind === "slip" ? slip.moved : [];
        };
        const ends = (work: number) => Math.max(finish, ...slipped(work).map(({ after }) => after));
        expect(ends(item.totalSlackMinutes)).toBe(finish);
        expect(ends(item.totalSlackMinutes + 1)).toBeGreaterThan(finish);
        expect(slipped(item.freeSlackMinutes).filter(({ id }) => id !== item.id)).toEqual([]);
        if (item.freeSlackMinutes < item.totalSlackMinutes) {
          expect(slipped(item.freeSlackMinutes + 1).length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
