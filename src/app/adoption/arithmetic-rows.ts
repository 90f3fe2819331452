import { adoptionCurve, reachedBy } from "#domain/adoption/curve";
import { settled } from "#domain/adoption/measures";
import { daysIn, fewestWeeks } from "#domain/adoption/thresholds";
import { cumulativeIncidence } from "#domain/statistics/incidence";
import { sampleOf } from "#domain/statistics/sample";
import type { Cohort } from "#domain/adoption/cohort";
import { level } from "#domain/adoption/help-desk";
import type { HelpDeskWeek } from "#domain/adoption/help-desk";
import { splitNames } from "#domain/adoption/ticket-category";
import type { Threshold } from "#domain/plan/plan";
import type { Basis } from "./basis";
import { weekThreeHours } from "./work-evidence";

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The inputs of a number, one row each: enough to work it out again with pencil or spreadsheet. */
export function arithmeticRows(basis: Basis, threshold: Threshold, people: Pick<Cohort, "time" | "status">): Rows {
  switch (threshold.metric) {
    case "ttft":
      return curveRows(people, daysIn(threshold.at));
    case "hdr":
      return splitRows(basis);
    case "trend":
      return weekRows(basis);
    case "concentration":
      return hourRows(basis);
    case "adoption-rate":
      return dayRows(basis);
  }
}

/** One row for each moment up to the day at which somebody's waiting ended, with the share as it grows from row to row. */
function curveRows(people: Pick<Cohort, "time" | "status">, upTo: number): Rows {
  const curve = cumulativeIncidence(sampleOf(people), { level, kind: "log-log" });
  const last = reachedBy(adoptionCurve(people), upTo);
  const shown = curve.time.findIndex((time) => time > last);
  const rows = Array.from(curve.time.subarray(0, shown < 0 ? curve.rows : shown), (time, row) => [
    Number(time.toFixed(6)),
    curve.atRisk[row]!,
    curve.events[row]!,
    curve.competing[row]!,
    curve.censored[row]!,
    curve.incidence[row]!,
    curve.se[row]!,
  ]);
  return { columns: ["day", "at_risk", "independent", "left", "watched_no_longer", "share", "error"], rows };
}

const weekColumns = ["week", "tickets", "active", "ratio"] as const;

function weekRows({ evidence }: Basis): Rows {
  return { columns: weekColumns, rows: settled(evidence.helpDesk).map(weekRow) };
}

function weekRow({ week, tickets, active, ratio }: HelpDeskWeek): readonly (string | number)[] {
  return [week, tickets, active, ratio ?? ""];
}

/** With what the tickets were about, which adds up to them. */
function splitRows({ evidence }: Basis): Rows {
  const rows = settled(evidence.helpDesk)
    .slice(-fewestWeeks)
    .map((week) => [...weekRow(week), ...splitNames.map((about) => week.split[about])]);
  return { columns: [...weekColumns, "how_to", "access", "defect", "data", "not_said"], rows };
}

function hourRows({ input, clock }: Basis): Rows {
  const { plan, wave } = input;
  const people = input.people.filter((person) => wave === null || person.wave === wave);
  const hours = weekThreeHours({ plan, people, worked: input.worked, clock }) ?? [];
  return { columns: ["place", "hours"], rows: hours.map((each, at) => [at + 1, each]) };
}

function dayRows({ evidence }: Basis): Rows {
  const days = evidence.userAdoption?.days ?? [];
  return { columns: ["day", "active", "provisioned"], rows: days.map((day) => [day.day, day.active, day.provisioned]) };
}
