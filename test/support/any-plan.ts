import type { Constraint } from "#domain/plan/step-timing";
import * as fc from "fast-check";
import { blankPlan, blankRisk, blankRollback, blankStep } from "#domain/plan/blank";
import type { Anchored, Criterion, Dependency, Plan, Risk, Rollback, Step, Trigger } from "#domain/plan/plan";

/** Plans as hostile as a file may hold: text of any script, quotes, formulas, line ends, empty and full lists. */
const nasty = fc.constantFrom(
  "=1+1",
  "@SUM(A1)",
  "+44",
  "-5",
  "a,b;c",
  'say "no"',
  "no",
  "1.0",
  "012",
  "~",
  "#x",
  "- a",
  "a: b",
  "|",
  "é ü 漢 🚀",
  "true",
  "null",
  "2026-01-01",
  "[ ] x",
  "<b>&amp;",
  "a|b",
);
const word = fc.oneof(nasty, fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter(isWritable));
export const anyText = fc.oneof(word, fc.constant(""), fc.constant("two\nlines"), fc.constant("  led and trailed  "));
const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const duration = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom("m", "h", "d", "w", "ed", "eh"))
  .map(([amount, unit]) => `${amount}${unit}`);
const lag = fc.oneof(
  fc.constant("0"),
  fc
    .tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom("d", "h", "ed", "w"))
    .map(([amount, unit]) => `${amount}${unit}`),
);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anchored: fc.Arbitrary<Anchored> = fc.record({
  anchor: fc.constantFrom("golive", "delivery"),
  offset: fc.constantFrom("0", "-10d", "2w", "+3ed"),
});
const when = fc.oneof(fc.constant(null), day, anchored);
const op = fc.constantFrom(">" as const, ">=" as const, "<" as const, "<=" as const, "=" as const);
const value = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000),
);

const criterion: fc.Arbitrary<Criterion> = fc.record({
  measure: word,
  op,
  value,
  unit: anyText,
  by: when,
  from: when,
  holds: fc.constantFrom("by" as const, "throughout" as const),
});

const moment = fc.oneof(
  day,
  day.map((on) => `${on}T13:30`),
);

const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  fc.record({ kind: fc.constantFrom("as-late-as-possible" as const, "must-start-on" as const, "by-hand" as const) }),
  fc.record({
    kind: fc.constantFrom(
      "must-finish-on" as const,
      "start-no-later-than" as const,
      "finish-no-earlier-than" as const,
      "finish-no-later-than" as const,
    ),
    on: moment,
  }),
);

const progress = fc.record({
  percent: fc.integer({ min: 1, max: 99 }),
  started: orNull(moment),
  finished: orNull(moment),
  remaining: orNull(fc.constantFrom("2d", "4h")),
});

/** What remains of a length is time of its kind. */
function inOneKindOfTime(step: Step): Step {
  const isWork = step.duration !== null && !step.duration.includes("e");
  return isWork || step.progress === null ? step : { ...step, progress: { ...step.progress, remaining: null } };
}

const name = (at: number) => ["a", "b-1", "c.2", "7", "ünï", "f_", "g", "h"][at] ?? `s${at}`;

/** Each step may follow steps before it, so that no plan is circular. */
function step(at: number): fc.Arbitrary<Step> {
  const before: fc.Arbitrary<readonly Dependency[]> =
    at === 0
      ? fc.constant([])
      : fc.uniqueArray(
          fc.record({
            step: fc.integer({ min: 0, max: at - 1 }).map(name),
            type: fc.constantFrom("FS" as const, "SS" as const, "FF" as const, "SF" as const),
            lag,
          }),
          { maxLength: 3, selector: (dependency) => dependency.step },
        );
  return fc
    .record({
      id: fc.constant(name(at)),
      title: word,
      description: anyText,
      owner: orNull(word),
      start: orNull(day),
      anchor: orNull(anchored),
      duration: orNull(duration),
      constraint: orNull(constraint),
      deadline: orNull(moment),
      progress: orNull(progress),
      baseline: orNull(fc.record({ start: orNull(moment), finish: moment })),
      calendar: orNull(fc.constantFrom("night", "always")),
      after: before,
      success: fc.array(criterion, { maxLength: 2 }),
      side: orNull(fc.constantFrom("supplier" as const, "buyer" as const, "joint" as const)),
      stream: orNull(fc.constantFrom("technical" as const, "change" as const, "training" as const)),
      phase: orNull(word),
      wave: orNull(fc.constantFrom("sales", "service")),
      parent: at === 0 ? fc.constant(null) : orNull(fc.integer({ min: 0, max: at - 1 }).map(name)),
      kind: orNull(fc.constantFrom("freeze" as const, "refresh" as const)),
      objective: fc.array(word, { maxLength: 2 }),
      needs: fc.array(fc.constantFrom("dba", "room"), { maxLength: 2 }),
      departments: fc.array(word, { maxLength: 2 }),
      key: orNull(fc.constantFrom("CRM-1", "AB_2-77")),
    })
    .map(inOneKindOfTime);
}

const risk = (at: number): fc.Arbitrary<Risk> =>
  fc
    .record({
      title: word,
      response: anyText,
      proximity: orNull(fc.constantFrom("2026-03-02", "2026-12-31")),
      likelihood: fc.integer({ min: 1, max: 5 }),
      tag: fc.constantFrom("pre-delivery" as const, "post-delivery" as const),
    })
    .map((some) => ({ ...blankRisk(`r${at}`, some.title), ...some }));

const limit: fc.Arbitrary<Trigger> = fc.record({
  kind: fc.constant("reading" as const),
  reading: word,
  op,
  value,
  unit: anyText,
  window: orNull(fc.constantFrom("30m", "4h")),
});
const together = (part: fc.Arbitrary<string | Trigger>): fc.Arbitrary<Trigger> =>
  fc.record({
    kind: fc.constantFrom("all" as const, "any" as const),
    of: fc.array(part, { minLength: 1, maxLength: 2 }),
  });
const fact = fc.constantFrom("broken", "lost");
const trigger = fc.oneof(limit, together(fc.oneof(fact, limit, together(fact))));

const rollback = (at: number): fc.Arbitrary<Rollback> =>
  fc
    .record({
      title: anyText,
      triggers: fc.array(trigger, { maxLength: 2 }),
      lessons: fc.array(word, { maxLength: 2 }),
    })
    .map((some) => ({ ...blankRollback(`rb${at}`, some.title), ...some }));

const several = <T>(make: (at: number) => fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.integer({ min: 0, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => make(at))));

const sampleCalendars: Plan["calendars"] = {
  always: { kind: "continuous" },
  night: {
    kind: "working",
    days: ["mon", "tue"],
    hours: ["22:00-06:00"],
    holidays: ["2026-12-25"],
    week: { sat: ["09:00-13:00"] },
    exceptions: { "2026-12-24": ["08:00-12:00"] },
  },
};

export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    title: word,
    objective: fc.array(anyText, { maxLength: 2 }),
    calendars: fc.constantFrom<Plan["calendars"]>({}, sampleCalendars),
    owner: orNull(word),
    start: orNull(day),
    steps: several(step, 8),
    risks: several(risk, 2),
    rollbacks: several(rollback, 2),
    anchors: fc.dictionary(fc.constantFrom("golive", "delivery"), day, { noNullPrototype: true }),
  })
  .map((some) => ({ ...blankPlan("p-1", some.title), ...some }));

/** The smallest step a rule may be tried on. */
export const someStep = (id: string, rest: Partial<Step> = {}): Step => ({ ...blankStep(id, `Step ${id}`), ...rest });

/** The writer of workbooks leaves out what marks damaged text, and what stands for no character at all. */
function isWritable(text: string): boolean {
  return text.trim() !== "" && !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u.test(text);
}
