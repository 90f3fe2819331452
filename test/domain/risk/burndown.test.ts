import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#domain/calendar/day";
import { burndown } from "#domain/risk/burndown";
import { replay } from "#domain/risk/replay";
import type { RiskChange, RiskRecord, Standing } from "#domain/risk/replay";

const at = (text: string) => Date.parse(text);
const london = { zone: "Europe/London", from: "2026-03-27", to: "2026-03-31" };
const standing: Standing = { isOpen: true, tag: "pre-delivery", likelihood: 3, impact: 4 };
const record = (id: string, more: Partial<RiskRecord> = {}): RiskRecord => ({
  id,
  createdAt: at("2026-03-20T09:00Z"),
  now: standing,
  changes: [],
  ...more,
});
const open = (id: string, when: string, to: boolean): RiskChange => ({
  id,
  at: at(when),
  field: "isOpen",
  from: !to,
  to,
});

const line = (records: readonly RiskRecord[]) =>
  burndown(records, london).days.map(({ day, lanes }) => {
    const { "pre-delivery": pre, "post-delivery": post } = lanes;
    return `${day.slice(8)} ${pre.open}/${pre.exposure} ${post.open}/${post.exposure}`;
  });

describe("R21 M50 the line is replayed from the changelogs", () => {
  test("a risk raised, closed, taken up again, retagged and rescored, hand-drawn", () => {
    const some = [
      record("a"),
      record("b", { now: { ...standing, isOpen: false }, changes: [open("1", "2026-03-28T10:00Z", false)] }),
      record("c", {
        createdAt: at("2026-03-29T10:00Z"),
        now: { ...standing, tag: "post-delivery", impact: 5 },
        changes: [
          { id: "2", at: at("2026-03-30T10:00Z"), field: "tag", from: "pre-delivery", to: "post-delivery" },
          { id: "3", at: at("2026-03-31T10:00Z"), field: "impact", from: 4, to: 5 },
        ],
      }),
    ];
    expect(line(some)).toEqual(["27 2/24 0/0", "28 1/12 0/0", "29 2/24 0/0", "30 1/12 1/12", "31 1/12 1/15"]);
    const scope = burndown(some, london).days.map((day) => day.scope);
    expect(scope.map(({ raised, closed }) => [raised, closed])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    expect([scope[3]!.toPost, scope[3]!.toPre, scope[4]!.rescored]).toEqual([1, 0, 3]);
  });

  test("a day ends at midnight of the plan's zone, also after the clocks have changed", () => {
    const closedAt = (when: string) =>
      line([record("a", { now: { ...standing, isOpen: false }, changes: [open("1", when, false)] })]);
    expect(closedAt("2026-03-29T22:59Z")[2]).toBe("29 0/0 0/0");
    expect(closedAt("2026-03-29T23:01Z")[2]).toBe("29 1/12 0/0");
  });

  test("a field that never changed began as it is, one that changed began as its first entry says", () => {
    const changes = [open("2", "2026-03-30T10:00Z", false), open("1", "2026-03-28T10:00Z", true)];
    expect(line([record("a", { now: { ...standing, isOpen: false }, changes })])).toEqual([
      "27 0/0 0/0",
      "28 1/12 0/0",
      "29 1/12 0/0",
      "30 0/0 0/0",
      "31 0/0 0/0",
    ]);
  });

  test("no day, no line", () => {
    expect(burndown([record("a")], { ...london, to: "2026-03-26" }).days).toEqual([]);
  });
});

describe("R23 a changelog with a hole", () => {
  test.each<[string, Partial<RiskRecord>, readonly string[]]>([
    ["whole", { changes: [open("1", "2026-03-28T10:00Z", false), open("2", "2026-03-29T10:00Z", true)] }, []],
    ["its end missing", { changes: [open("1", "2026-03-28T10:00Z", false)] }, ["a"]],
    [
      "its middle missing",
      { changes: [open("1", "2026-03-28T10:00Z", true), open("2", "2026-03-29T10:00Z", true)] },
      ["a"],
    ],
  ])("%s", (_, more, gaps) => {
    expect(burndown([record("a", more)], london).gaps).toEqual(gaps);
  });

  test("an entry dated before the item was made happened as it was made", () => {
    const { moments } = replay(record("a", { changes: [open("1", "2026-03-01T10:00Z", true)] }));
    expect(moments.map((moment) => moment.at)).toEqual([at("2026-03-20T09:00Z"), at("2026-03-20T09:00Z")]);
  });
});

/** A risk with a changelog that hangs together, and where it truly stood after each entry. */
const lived = fc
  .record({
    first: fc.record({
      isOpen: fc.boolean(),
      tag: fc.constantFrom("pre-delivery" as const, "post-delivery" as const),
      likelihood: fc.integer({ min: 1, max: 5 }),
      impact: fc.integer({ min: 1, max: 5 }),
    }),
    created: fc.nat(9 * 1440),
    steps: fc.array(fc.tuple(fc.constantFrom("isOpen", "tag", "likelihood", "impact"), fc.nat(9 * 1440)), {
      maxLength: 8,
    }),
  })
  .map(({ first, created, steps }) => live(first, created, steps));

const origin = at("2026-03-25T00:00Z");

function live(first: Standing, created: number, steps: readonly (readonly [string, number])[]) {
  let now = first;
  const truth: { at: number; now: Standing }[] = [{ at: origin + created * 60_000, now }];
  const changes: RiskChange[] = [];
  const later = steps.map(([field, minute]) => [field, created + 1 + minute] as const).toSorted((a, b) => a[1] - b[1]);
  for (const [field, minute] of later) {
    const at = origin + minute * 60_000;
    const change = changeOf(now, { field, id: `${changes.length}`.padStart(2, "0"), at });
    now = { ...now, [change.field]: change.to };
    changes.push(change);
    truth.push({ at, now });
  }
  return { createdAt: origin + created * 60_000, now, changes, truth };
}

function changeOf(now: Standing, { field, ...rest }: { field: string; id: string; at: number }): RiskChange {
  if (field === "isOpen") return { ...rest, field, from: now.isOpen, to: !now.isOpen };
  if (field === "tag") {
    return { ...rest, field, from: now.tag, to: now.tag === "pre-delivery" ? "post-delivery" : "pre-delivery" };
  }
  const score = field === "likelihood" ? "likelihood" : "impact";
  return { ...rest, field: score, from: now[score], to: (now[score] % 5) + 1 };
}

describe("R21 R22 against where each risk truly stood", () => {
  const window = { zone: "Europe/London", from: "2026-03-25", to: "2026-04-13" };

  test("each day shows what was open as it ended, and accounts for it, however the entries arrive", () => {
    fc.assert(
      fc.property(fc.array(lived, { maxLength: 6 }), fc.boolean(), (lives, isReversed) => {
        const records = lives.map(({ createdAt, now, changes }, place) => ({
          id: `r${place}`,
          createdAt,
          now,
          changes: isReversed ? [...changes, ...changes].toReversed() : changes,
        }));
        const { days, gaps } = burndown(records, window);
        expect(gaps).toEqual([]);
        let before = 0;
        for (const { day, lanes, scope } of days) {
          const end = Date.parse(`${addDays(day, 1)}T00:00Z`) - (day >= "2026-03-29" ? 3_600_000 : 0);
          const stood = lives.flatMap(({ truth }) => truth.findLast((moment) => moment.at < end)?.now ?? []);
          for (const tag of ["pre-delivery", "post-delivery"] as const) {
            const there = stood.filter((each) => each.isOpen && each.tag === tag);
            const exposure = there.reduce((sum, { likelihood, impact }) => sum + likelihood * impact, 0);
            expect(lanes[tag]).toEqual({ open: there.length, exposure });
          }
          const open = lanes["pre-delivery"].open + lanes["post-delivery"].open;
          expect(open).toBe(before + scope.raised + scope.reopened - scope.closed);
          before = open;
        }
      }),
    );
  });
});
