import { assert, property } from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Plan } from "#domain/plan/plan";
import { writeMspdi } from "#formats/mspdi";
import type { Element } from "#formats/mspdi/xml-tree";
import { parseXml } from "#formats/mspdi/xml-tree";
import { readPlan } from "#formats/yaml";
import { anyPlan } from "../support/any-plan";

/**
 * The sequences of the published MSPDI schema, as far as we write their elements. In a sequence an element that comes too late is
 * an error to a validating reader and passed over by MS Project.
 */
const sequences: Readonly<Record<string, string>> = {
  Project:
    "SaveVersion Title ScheduleFromStart StartDate CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth NewTasksAreManual ExtendedAttributes Calendars Tasks Resources Assignments",
  "Project/ExtendedAttributes/ExtendedAttribute": "FieldID FieldName Alias",
  Calendar: "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions",
  WeekDay: "DayType DayWorking TimePeriod WorkingTimes",
  WorkingTime: "FromTime ToTime",
  Exception: "EnteredByOccurrences TimePeriod Occurrences Name Type DayWorking WorkingTimes",
  TimePeriod: "FromDate ToDate",
  Task: "UID ID Name Active Manual Type IsNull OutlineNumber OutlineLevel Start Finish Duration ManualStart ManualDuration DurationFormat EffortDriven Estimated Milestone Summary PercentComplete ActualStart ActualFinish ActualDuration RemainingDuration ConstraintType CalendarUID ConstraintDate Deadline Notes PredecessorLink ExtendedAttribute Baseline",
  Baseline: "Number Start Finish",
  PredecessorLink: "PredecessorUID Type CrossProject LinkLag LagFormat",
  Resource: "UID ID Name Type EmailAddress",
  Assignment: "UID TaskUID ResourceUID Units",
  ExtendedAttribute: "FieldID Value",
  WeekDays: "WeekDay",
  WorkingTimes: "WorkingTime",
  Exceptions: "Exception",
  Calendars: "Calendar",
  Tasks: "Task",
  Resources: "Resource",
  Assignments: "Assignment",
  ExtendedAttributes: "ExtendedAttribute",
};

const values: Readonly<Record<string, RegExp>> = {
  UID: /^\d{1,9}$/,
  Start: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  Finish: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  StartDate: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  ConstraintDate: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  FromTime: /^\d\d:\d\d:\d\d$/,
  ToTime: /^\d\d:\d\d:\d\d$/,
  Duration: /^PT\d+H\d+M0S$/,
  DurationFormat: /^(3|4|5|6|7|8|9|10)$/,
  LagFormat: /^(3|4|5|6|7|8|9|10|19)$/,
  LinkLag: /^-?\d+$/,
  Type: /^[0-3]$/,
  ConstraintType: /^[0-7]$/,
  OutlineNumber: /^\d+(\.\d+)*$/,
};

function faults(element: Element, path: string): readonly string[] {
  const known = sequences[path] ?? sequences[element.name];
  const order = known?.split(" ") ?? [];
  const places = element.children.map(({ name }) => order.indexOf(name));
  const strange = element.children.flatMap(({ name }, at) => {
    const isLate = (places[at] ?? 0) < Math.max(0, ...places.slice(0, at));
    return places[at] === -1 ? [`${path} has ${name}`] : isLate ? [`${path}: ${name} comes too late`] : [];
  });
  const wrong = element.children.flatMap(({ name, text }) =>
    values[name] && !values[name].test(text) ? [`${path}/${name} is "${text}"`] : [],
  );
  return [...strange, ...wrong, ...element.children.flatMap((child) => faults(child, `${path}/${child.name}`))];
}

function rootOf(plan: Plan): Element {
  const read = parseXml(writeMspdi(plan));
  if (read.kind === "refused") throw new Error(read.reason);
  return read.root;
}

describe("M92 what we write is valid against the published structure", () => {
  test("in any plan, every element is known, in sequence, and says a value of its type", () => {
    assert(
      property(anyPlan, (plan) => {
        expect(faults(rootOf({ ...plan, start: "2026-03-02" }), "Project")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("M65 the demo plan, with its phases, dates, links and holidays", () => {
    const read = readPlan(readFileSync(new URL("../../workbench/sites/crm.yaml", import.meta.url), "utf8"), "crm.yaml");
    if (read.kind === "refused") throw new Error("unreadable");
    const root = rootOf(read.plan);
    expect(faults(root, "Project")).toEqual([]);
    const count = (element: Element, name: string): number =>
      element.children.reduce((sum, child) => sum + (child.name === name ? 1 : 0) + count(child, name), 0);
    expect(count(root, "Task")).toBe(read.plan.steps.length);
    expect(count(root, "Start")).toBe(read.plan.steps.length);
    expect(count(root, "PredecessorLink")).toBe(read.plan.steps.flatMap(({ after }) => after).length);
  });

  test("references lead somewhere: links to tasks, assignments to tasks and resources, all UIDs different", () => {
    assert(
      property(anyPlan, (plan) => {
        const root = rootOf(plan);
        const all = (parent: string, name: string) =>
          root.children
            .find((child) => child.name === parent)
            ?.children.map((child) => child.children.find((field) => field.name === name)?.text ?? "") ?? [];
        const tasks = all("Tasks", "UID");
        expect(new Set(tasks).size).toBe(tasks.length);
        expect(all("Assignments", "TaskUID").filter((uid) => !tasks.includes(uid))).toEqual([]);
        const people = all("Resources", "UID");
        expect(all("Assignments", "ResourceUID").filter((uid) => !people.includes(uid))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
