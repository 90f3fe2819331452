import { assert, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { findLag } from "#domain/calendar/duration";
import type { Plan, Step } from "#domain/plan/plan";
import { stepDay } from "#domain/plan/step-day";
import { scheduleReport } from "#domain/schedule/report";
import { planNetwork } from "#domain/schedule/plan-network";
import { readMspdi, writeMspdi } from "#formats/mspdi";
import { readProjectNetwork } from "#formats/mspdi-network";
import { decode } from "#formats/read-file";
import { blankPlan } from "#domain/plan/blank";
import { losses } from "#formats/losses";
import { beganOn } from "#domain/plan/step-timing";
import { anyPlan, someStep } from "../support/any-plan";

/** What a project file holds of a step; an anchor becomes the day it stands for, a group has no length of its own, and no lag is no lag in any unit. */
function held(plan: Plan): readonly Partial<Step>[] {
  const groups = new Set(plan.steps.map(({ parent }) => parent));
  return plan.steps
    .map((step) => ({ ...step, ...heldTiming(plan, step, groups.has(step.id)) }))
    .map(({ id, title, description, owner, parent, start, duration, after, calendar, ...timing }) => ({
      id,
      calendar: calendar === null || groups.has(id) || !Object.hasOwn(plan.calendars, calendar) ? null : calendar,
      title,
      description,
      owner,
      parent,
      start,
      duration: groups.has(id) ? null : duration,
      constraint: timing.constraint,
      deadline: timing.deadline,
      progress: timing.progress,
      baseline: timing.baseline,
      after: after.map((dependency) => ({ ...dependency, lag: isNothing(dependency.lag) ? "0" : dependency.lag })),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A day of its own leaves room for no other constraint, progress of no known beginning is not written, what remains comes in the unit of the length. */
function heldTiming(plan: Plan, step: Step, isGroup: boolean): Pick<Step, "start" | "constraint" | "progress"> {
  const { constraint, progress } = step;
  const start = step.start ?? stepDay(plan, step);
  const started = beganOn(step);
  const isByHand = constraint?.kind === "by-hand";
  const holdsDay = isByHand || constraint?.kind === "must-start-on";
  const isHeld = holdsDay === (start !== null) && !(isGroup && isByHand);
  return {
    start,
    constraint: isHeld ? constraint : null,
    progress: progress === null || started === null || isGroup ? null : { ...progress, started, remaining: null },
  };
}

function withoutRemaining(steps: readonly Partial<Step>[]): readonly Partial<Step>[] {
  return steps.map((step) => ({ ...step, progress: step.progress ? { ...step.progress, remaining: null } : null }));
}

function isNothing(lag: string): boolean {
  const found = findLag(lag);
  return found?.kind === "duration" && Object.values(found.duration).every((amount) => amount === 0);
}

test("M92 the steps, lengths, links and groups of any plan come back from a project file", () => {
  assert(
    property(anyPlan, (plan) => {
      const read = readMspdi(writeMspdi(plan), "p-1.xml");
      expect(read.kind === "read" ? withoutRemaining(held(read.plan)) : read.findings).toEqual(
        withoutRemaining(held(plan)),
      );
    }),
    { numRuns: 100 },
  );
});

test("M6 a plan and its project file have the same dates", () => {
  assert(
    property(anyPlan, (some) => {
      const plan = { ...some, start: "2026-03-02" };
      const read = readProjectNetwork(writeMspdi(plan), "p.xml");
      if (read.kind === "refused") throw new Error(read.message);
      const ofFile = scheduleReport(read.network);
      const ofPlan = scheduleReport(planNetwork(plan, "2026-03-02"));
      const dates = (report: typeof ofFile) =>
        new Map(
          report.items.map(({ id, start, finish, totalSlackMinutes }) => [id, { start, finish, totalSlackMinutes }]),
        );
      expect(dates(ofFile)).toEqual(dates(ofPlan));
    }),
    { numRuns: 60 },
  );
});

const task = (uid: number, rest: string) => `<Task><UID>${uid}</UID><Name>T${uid}</Name>${rest}</Task>`;
const link = (uid: number, type: number, lag: number, format: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
const days = (count: number, format = 7) =>
  `<Duration>PT${count * 8}H0M0S</Duration><DurationFormat>${format}</DurationFormat>`;
const project = (tasks: string) =>
  `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Plan</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks><Task><UID>0</UID><Name>Whole</Name></Task>${tasks}</Tasks></Project>`;

test("M6 all four link types, lag in tenths of minutes, percent and elapsed lag, UIDs as ids", () => {
  const xml = project(
    task(11, days(2, 39)) +
      task(12, days(1) + link(11, 1, 4800, 7)) +
      task(13, days(1) + link(11, 3, 50, 19)) +
      task(14, days(1) + link(11, 0, -2400, 5)) +
      task(15, days(1) + link(11, 2, 28_800, 8)),
  );
  const read = readMspdi(xml, "p.xml");
  expect(
    read.kind === "read" &&
      read.plan.steps.map(({ id, duration, after }) => [
        id,
        duration,
        ...after.map(({ type, lag }) => `${type} ${lag}`),
      ]),
  ).toEqual([
    ["11", "2d"],
    ["12", "1d", "FS 1d"],
    ["13", "1d", "SS 50%"],
    ["14", "1d", "FF -4h"],
    ["15", "1d", "SF 2ed"],
  ]);
});

test("M6 constraints, progress and an overnight calendar reach the schedule", () => {
  const calendar =
    "<CalendarUID>3</CalendarUID><Calendars><Calendar><UID>3</UID><Name>Night</Name><WeekDays>" +
    [2, 3, 4, 5, 6]
      .map(
        (day) =>
          `<WeekDay><DayType>${day}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>22:00:00</FromTime><ToTime>06:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`,
      )
      .join("") +
    "</WeekDays><Exceptions><Exception><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate><ToDate>2026-03-05T23:59:00</ToDate></TimePeriod><DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>";
  const tasks =
    task(1, `${days(1)}<ConstraintType>4</ConstraintType><ConstraintDate>2026-03-03T22:00:00</ConstraintDate>`) +
    task(2, days(1) + link(1, 1, 0, 7)) +
    task(3, `${days(1)}<ConstraintType>7</ConstraintType><ConstraintDate>2026-03-10T06:00:00</ConstraintDate>`);
  const xml = project(tasks).replace("<Tasks>", `${calendar}<Tasks>`);
  const read = readProjectNetwork(xml, "p.xml");
  const report = read.kind === "network" ? scheduleReport(read.network) : null;
  expect(report?.items.map(({ id, start, finish }) => `${id} ${start.slice(0, 16)} ${finish.slice(0, 16)}`)).toEqual([
    "1 2026-03-03T22:00 2026-03-04T06:00",
    "2 2026-03-06T22:00 2026-03-07T06:00",
    "3 2026-03-02T22:00 2026-03-03T06:00",
  ]);
  const plan = readMspdi(xml, "p.xml");
  if (plan.kind === "refused") throw new Error("refused");
  expect(plan.notes).toEqual([]);
  expect(scheduleReport(planNetwork(plan.plan, "2026-03-02")).items).toEqual(report?.items);
});

test.each([
  ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><Project/>', "document type"],
  ["an entity of its own", "<Project>&a;</Project>", "cannot be read as XML"],
  ["nesting without end", "<a>".repeat(50_000), "nests more than"],
  ["another document", "<html/>", "no MS Project file"],
  ["half a document", "<Project><Tasks>", "cannot be read as XML"],
  ["nothing", "", "cannot be read as XML"],
])("%s is refused", (_, xml, message) => {
  const read = readMspdi(xml, "p.xml");
  expect(read.kind === "refused" && read.findings[0]?.message).toContain(message);
});

test("any bytes are a plan or a refusal, never a throw", () => {
  assert(
    property(uint8Array({ maxLength: 200 }), (bytes) => {
      const text = decode(bytes);
      expect(["read", "refused"]).toContain(readMspdi(text, "p").kind);
      expect(["read", "refused"]).toContain(readMspdi(project(text), "p").kind);
    }),
    { numRuns: 200 },
  );
});

test("what a project file cannot say of a plan is listed before", () => {
  const plan: Plan = {
    ...blankPlan("p", "P"),
    calendars: { night: { kind: "continuous" }, spare: { kind: "continuous" } },
    steps: [
      someStep("a", { duration: "1d 2ed", calendar: "night", success: [], side: "supplier" }),
      someStep("b", { after: [{ step: "a", type: "FS", lag: "4h 1ed" }], anchor: { anchor: "golive", offset: "0" } }),
    ],
  };
  expect(losses(plan, "mspdi")).toEqual([
    "MS Project XML cannot hold calendars that no step is worked by: 1 left out.",
    "MS Project XML cannot hold lengths and lags of work and clock time together, which become one of them: 2 left out.",
    "MS Project XML cannot hold side, stream, phase and wave: 1 left out.",
    "MS Project XML cannot hold anchors of steps, which become days: 1 left out.",
  ]);
});
