import { arithmeticOf } from "#app/adoption/arithmetic";
import { computeSnapshot } from "#app/adoption/compute-snapshot";
import type { ArithmeticView } from "#contract/adoption";
import { blankPlan } from "#domain/plan/blank";
import { beforeAll, describe, expect, test } from "vitest";
import { arithmeticCsv } from "../../../static/src/adoption/arithmetic-csv";
import { storyWorld } from "../../support/usage-world";
import type { UsageWorld } from "../../support/usage-world";

type Row = Readonly<Record<string, number>>;

/** Reads the file as a spreadsheet would: the line of names comes after the empty line. */
function sheetOf(view: ArithmeticView): readonly Row[] {
  const lines = arithmeticCsv(view).split("\r\n");
  const from = lines.indexOf("");
  const names = lines[from + 1]!.split(",");
  const cells = lines.slice(from + 2).filter((line) => line !== "");
  return cells.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, Number(cell)])));
}

/** The formulas as the export words them, worked out with nothing of ours. */
const recomputed: Readonly<Record<string, (rows: readonly Row[]) => number>> = {
  ttft: (rows) => {
    let [free, share] = [1, 0];
    for (const row of rows) {
      share += (free * row["independent"]!) / row["at_risk"]!;
      free *= 1 - (row["independent"]! + row["left"]!) / row["at_risk"]!;
    }
    return share;
  },
  hdr: (rows) => sum(rows, "tickets") / sum(rows, "active"),
  trend: (rows) => {
    const slopes = rows.flatMap((later, j) =>
      rows.slice(0, j).map((earlier, i) => (ratioOf(later) - ratioOf(earlier)) / (j - i)),
    );
    return medianOf(slopes);
  },
  concentration: (rows) => {
    const most = rows.map((row) => row["hours"]!).toSorted((a, b) => b - a);
    const tenth = most.length / 10;
    const whole = most.slice(0, Math.floor(tenth)).reduce((all, hours) => all + hours, 0);
    return (whole + (tenth - Math.floor(tenth)) * most[Math.floor(tenth)]!) / sum(rows, "hours");
  },
  "adoption-rate": (rows) => {
    const shares = rows.map((row) => row["active"]! / row["provisioned"]!).toSorted((a, b) => a - b);
    return shares[Math.floor((shares.length - 1) / 2)]!;
  },
};

function sum(rows: readonly Row[], name: string): number {
  return rows.reduce((all, row) => all + row[name]!, 0);
}

function ratioOf(row: Row): number {
  return row["tickets"]! / row["active"]!;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

describe("M93 every number can be worked out again from its file", () => {
  let world: UsageWorld;
  beforeAll(async () => {
    world = await storyWorld({ ...blankPlan("crm", "CRM"), zone: "Europe/London" }, Date.parse("2027-01-25T06:00:00Z"));
  });

  test.each([null, "sales", "service"])("of wave %s, all five", async (wave) => {
    const input = await world.input(wave);
    const { metrics, id } = computeSnapshot(input);
    expect(metrics.map(({ metric }) => metric).toSorted()).toEqual(Object.keys(recomputed).toSorted());
    for (const metric of ["ttft", "hdr", "trend", "concentration", "adoption-rate"] as const) {
      const view = arithmeticOf(input, { metric, department: null });
      const shown = metrics.find((each) => each.metric === metric)!;
      expect([view.value, view.snapshot, view.formula === ""]).toEqual([shown.value, id, false]);
      expect(recomputed[metric]!(sheetOf(view))).toBeCloseTo(shown.value!, 12);
    }
  });

  test("H5 what was asked for adds up to the tickets, week by week and in all, and is the split the page shows", async () => {
    for (const wave of [null, "sales", "service"]) {
      const input = await world.input(wave);
      const { askedFor, weeks } = computeSnapshot(input);
      const rows = sheetOf(arithmeticOf(input, { metric: "hdr", department: null }));
      const names = ["how_to", "access", "defect", "data", "not_said"];
      for (const row of rows) expect(names.reduce((all, name) => all + row[name]!, 0)).toBe(row["tickets"]);
      expect(askedFor!.parts.map(({ tickets }) => tickets)).toEqual(names.map((name) => sum(rows, name)));
      expect([askedFor!.tickets, askedFor!.personWeeks]).toEqual([sum(rows, "tickets"), sum(rows, "active")]);
      for (const { tickets, split } of weeks)
        expect(Object.values(split).reduce((all, count) => all + count, 0)).toBe(tickets);
    }
  });

  test("of one department, as the page's own row of it", async () => {
    const input = await world.input(null);
    const { departments } = computeSnapshot(input);
    for (const { name, shown } of departments) {
      const view = arithmeticOf(input, { metric: "ttft", department: name });
      expect(recomputed["ttft"]!(sheetOf(view))).toBeCloseTo(shown!.share!, 12);
      expect(view.n).toBe(shown!.n);
    }
  });

  test("what was left out stands beside it with its count", async () => {
    const { exclusions } = arithmeticOf(await world.input(null), { metric: "hdr", department: null });
    expect(exclusions).toContainEqual({ what: "Weeks still provisional", count: 2 });
  });
});

test("M86 the same facts give the same snapshot, whenever they are looked at; other facts or waves another", async () => {
  const plan = { ...blankPlan("crm", "CRM"), zone: "Europe/London" };
  const now = Date.parse("2027-01-25T06:00:00Z");
  const input = await (await storyWorld(plan, now)).input(null);
  const one = computeSnapshot(input);
  const later = computeSnapshot({ ...input, now: now + 60_000 });
  expect([later.id, later.inputHash, later.release]).toEqual([one.id, one.inputHash, one.release]);
  const fewer = computeSnapshot({ ...input, people: input.people.slice(1) });
  expect(fewer.inputHash).not.toBe(one.inputHash);
  expect(computeSnapshot({ ...input, wave: "sales" }).id).not.toBe(one.id);
});
