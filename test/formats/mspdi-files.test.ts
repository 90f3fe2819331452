import { planNetwork } from "#domain/schedule/plan-network";
import { describe, expect, test } from "vitest";
import { scheduleReport } from "#domain/schedule/report";
import type { Network } from "#domain/schedule/network";
import { writeMspdi } from "#formats/mspdi";
import { readProjectNetwork } from "#formats/mspdi-network";
import { readFile } from "#formats/read-file";
import type { Plan } from "#domain/plan/plan";

const day = (type: number, shifts: readonly string[]) => {
  const times = shifts.map((shift) => {
    const [from, to] = shift.split("-");
    return `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`;
  });
  const working = times.length === 0 ? "" : `<WorkingTimes>${times.join("")}</WorkingTimes>`;
  return `<WeekDay><DayType>${type}</DayType><DayWorking>${times.length === 0 ? 0 : 1}</DayWorking>${working}</WeekDay>`;
};
const calendar = (uid: number, base: number, name: string, rest: string) =>
  `<Calendar><UID>${uid}</UID><Name>${name}</Name><IsBaseCalendar>${base === -1 ? 1 : 0}</IsBaseCalendar><BaseCalendarUID>${base}</BaseCalendarUID>${rest}</Calendar>`;

/** As MS Project 2019 saves it: the project itself as task 0, an empty row, a summary, baselines, costs and much that says nothing to us. */
const file = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
<SaveVersion>14</SaveVersion><Name>rollout.xml</Name><Title>CRM rollout</Title><ScheduleFromStart>1</ScheduleFromStart>
<StartDate>2026-03-02T09:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>360</MinutesPerDay><MinutesPerWeek>1800</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth>
<Calendars>
${calendar(1, -1, "Six hours", `<WeekDays>${[2, 3, 4, 5, 6].map((type) => day(type, ["09:00-12:00", "13:00-16:00"])).join("")}${day(1, [])}${day(7, [])}</WeekDays><Exceptions><Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod><FromDate>2026-03-06T00:00:00</FromDate><ToDate>2026-03-20T23:59:00</ToDate></TimePeriod><Occurrences>2</Occurrences><Name>Every second Friday</Name><Type>6</Type><Period>2</Period><DaysOfWeek>32</DaysOfWeek><DayWorking>0</DayWorking></Exception></Exceptions>`)}
${calendar(3, 1, "Ana Example", "<Exceptions><Exception><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate><ToDate>2026-03-04T23:59:00</ToDate></TimePeriod><DayWorking>0</DayWorking></Exception></Exceptions>")}
</Calendars>
<Tasks>
<Task><UID>0</UID><ID>0</ID><Name>CRM rollout</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>
<Task><UID>1</UID><ID>1</ID><Name>Prepare</Name><OutlineLevel>1</OutlineLevel><Duration>PT18H0M0S</Duration><DurationFormat>7</DurationFormat><Summary>1</Summary></Task>
<Task><UID>2</UID><ID>2</ID><Name>Freeze edits &amp; tell people</Name><OutlineLevel>2</OutlineLevel><Duration>PT12H0M0S</Duration><DurationFormat>39</DurationFormat><Notes>Ask
twice</Notes><Baseline><Number>0</Number><Start>2026-03-02T09:00:00</Start></Baseline></Task>
<Task><UID>3</UID><ID>3</ID><IsNull>1</IsNull></Task>
<Task><UID>4</UID><ID>4</ID><Name>Copy overnight</Name><OutlineLevel>2</OutlineLevel><Duration>PT48H0M0S</Duration><DurationFormat>8</DurationFormat><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><CrossProject>0</CrossProject><LinkLag>600</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
<Task><UID>5</UID><ID>5</ID><Name>Ready</Name><OutlineLevel>1</OutlineLevel><Duration>PT0H0M0S</Duration><DurationFormat>7</DurationFormat><Milestone>1</Milestone><Deadline>2026-03-31T16:00:00</Deadline><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink><PredecessorLink><PredecessorUID>88</PredecessorUID><CrossProject>1</CrossProject><CrossProjectName>other.mpp\\3</CrossProjectName></PredecessorLink></Task>
<Task><UID>6</UID><ID>6</ID><Name>Hold the workshop</Name><Manual>1</Manual><OutlineLevel>1</OutlineLevel><Start>2026-03-09T09:00:00</Start><Duration>PT6H0M0S</Duration><ManualStart>2026-03-10T13:00:00</ManualStart><ManualDuration>PT3H0M0S</ManualDuration><DurationFormat>5</DurationFormat></Task>
<Task><UID>7</UID><ID>7</ID><Name>Dropped</Name><Active>0</Active><OutlineLevel>1</OutlineLevel></Task>
<Task><UID>8</UID><ID>8</ID><Name>Train</Name><OutlineLevel>1</OutlineLevel><Duration>PT120H0M0S</Duration><DurationFormat>11</DurationFormat><PercentComplete>50</PercentComplete><Start>2026-03-02T09:00:00</Start><ActualStart>2026-03-02T09:00:00</ActualStart><RemainingDuration>PT60H0M0S</RemainingDuration><ConstraintType>1</ConstraintType></Task>
</Tasks>
<Resources>
<Resource><UID>1</UID><ID>1</ID><Name>Ana Example</Name><Type>1</Type><EmailAddress>ana@example.com</EmailAddress><CalendarUID>3</CalendarUID></Resource>
<Resource><UID>2</UID><ID>2</ID><Name>Ben</Name><Type>1</Type></Resource>
<Resource><UID>3</UID><ID>3</ID><Name>Licences</Name><Type>2</Type></Resource>
</Resources>
<Assignments>
<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment>
<Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID></Assignment>
<Assignment><UID>3</UID><TaskUID>4</TaskUID><ResourceUID>3</ResourceUID></Assignment>
<Assignment><UID>4</UID><TaskUID>5</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
</Assignments>
</Project>`;

const utf8 = (text: string) => new TextEncoder().encode(text);

async function planOf(bytes: Uint8Array, name = "rollout.xml"): Promise<{ plan: Plan; notes: readonly string[] }> {
  const read = await readFile({ name, bytes, format: null });
  if (read.kind === "refused") throw new Error(read.findings.map(({ message }) => message).join());
  return { plan: read.plan, notes: read.notes.map(({ message }) => message) };
}

describe("M6 M92 a file as MS Project saves it", () => {
  test("task 0, empty rows and inactive tasks are no steps; groups, notes and milestones are", async () => {
    const { plan } = await planOf(utf8(file));
    expect(plan.title).toBe("CRM rollout");
    expect(plan.steps.map(({ id, parent, title, duration }) => [id, parent, title, duration])).toEqual([
      ["1", null, "Prepare", null],
      ["2", "1", "Freeze edits & tell people", "2d"],
      ["4", "1", "Copy overnight", "2ed"],
      ["5", null, "Ready", "0d"],
      ["6", null, "Hold the workshop", "3h"],
      ["8", null, "Train", "20d"],
    ]);
    expect(plan.steps[1]).toMatchObject({ description: "Ask\ntwice", owner: "ana@example.com" });
  });

  test("a day of six hours is a day, and a lag of 600 tenths is an hour whatever its format", async () => {
    const { plan } = await planOf(utf8(file));
    expect(plan.steps[2]?.after).toEqual([{ step: "2", type: "FS", lag: "1h" }]);
    expect(plan.calendar).toEqual({
      kind: "working",
      days: ["mon", "tue", "wed", "thu", "fri"],
      hours: ["09:00-12:00", "13:00-16:00"],
      holidays: ["2026-03-06", "2026-03-20"],
    });
  });

  test("M7 who works beside the owner and resources that are no people stand in the register, and the steps that need them say so", async () => {
    const { plan } = await planOf(utf8(file));
    expect(plan.resources).toMatchObject([
      { id: "resource-2", title: "Ben", kind: "person" },
      { id: "resource-3", title: "Licences", kind: "budget" },
    ]);
    expect(plan.steps[2]?.needs).toEqual(["resource-3"]);
  });

  test("what a plan cannot keep is said once, with its tasks", async () => {
    const { notes } = await planOf(utf8(file));
    expect(notes).toEqual([
      "Task 7 is inactive in MS Project: left out.",
      "Task 5 is linked to other projects: those links were left out.",
      "ana@example.com: days off and hours of their own are not kept.",
    ]);
  });

  test("M6 constraints, deadlines, progress and the baseline are kept, and the plan has the dates of the file", async () => {
    const { plan } = await planOf(utf8(file));
    const kept = plan.steps.map(({ id, constraint, deadline, progress, baseline }) => ({
      id,
      constraint,
      deadline,
      progress,
      baseline,
    }));
    expect(kept.filter(({ id: _id, ...timing }) => Object.values(timing).some((value) => value !== null)))
      .toMatchInlineSnapshot(`
      [
        {
          "baseline": {
            "finish": null,
            "start": "2026-03-02T09:00",
          },
          "constraint": null,
          "deadline": null,
          "id": "2",
          "progress": null,
        },
        {
          "baseline": null,
          "constraint": null,
          "deadline": "2026-03-31T16:00",
          "id": "5",
          "progress": null,
        },
        {
          "baseline": null,
          "constraint": {
            "kind": "by-hand",
          },
          "deadline": null,
          "id": "6",
          "progress": null,
        },
        {
          "baseline": null,
          "constraint": {
            "kind": "as-late-as-possible",
          },
          "deadline": null,
          "id": "8",
          "progress": {
            "finished": null,
            "percent": 50,
            "remaining": "10d",
            "started": "2026-03-02T09:00",
          },
        },
      ]
    `);
    const read = readProjectNetwork(file, "rollout.xml");
    if (read.kind === "refused") throw new Error(read.message);
    expect(scheduleReport(planNetwork(plan, "2026-03-02")).items).toEqual(scheduleReport(read.network).items);
  });

  test("M6 the schedule follows days of six hours, every second Friday off, a manual task and progress", () => {
    const read = readProjectNetwork(file, "rollout.xml");
    if (read.kind === "refused") throw new Error(read.message);
    const report = scheduleReport(read.network);
    expect(report.items.map(({ id, start, finish }) => `${id} ${start.slice(5, 16)} ${finish.slice(5, 16)}`)).toEqual([
      "1 03-02T09:00 03-06T10:00",
      "2 03-02T09:00 03-03T16:00",
      "4 03-04T10:00 03-06T10:00",
      "5 03-09T09:00 03-09T09:00",
      "6 03-10T13:00 03-10T16:00",
      "8 03-02T09:00 03-31T16:00",
    ]);
  });

  test.each([
    ["UTF-16 with a mark", Uint8Array.from([0xff, 0xfe, ...Buffer.from(file.replace("UTF-8", "UTF-16"), "utf16le")])],
    ["UTF-16 without one", Uint8Array.from(Buffer.from(file.replace("UTF-8", "UTF-16"), "utf16le"))],
    ["a byte order mark", utf8(`\uFEFF${file}`)],
    ["a namespace prefix", utf8(file.replace("xmlns=", "xmlns:p=").replaceAll(/<(\/?)([A-Z])/g, "<$1p:$2"))],
  ])("%s changes nothing", async (_, bytes) => {
    expect((await planOf(bytes)).plan).toEqual((await planOf(utf8(file))).plan);
  });
});

test.each([
  [
    "p6.xml",
    '<?xml version="1.0"?><APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V8.2/API/BusinessObjects"><Project/></APIBusinessObjects>',
    "Primavera P6 file (PMXML)",
  ],
  ["p6.xer", "ERMHDR\t8.2\t2026-03-02\tProject\r\n%T\tPROJECT\r\n", "Primavera P6 file (XER)"],
  ["plan.mpx", "MPX,Microsoft Project,4.0\r\n", "MPX"],
  ["plan.mpp", "\u00D0\u00CF\u0011\u00E0", "binary format"],
  ["plan.xls", "\u00D0\u00CF\u0011\u00E0", ".xls workbook"],
])(
  "M92 %s of another planner is refused by its name, with the way to a file that can be read",
  async (name, text, said) => {
    const bytes =
      name.endsWith(".mpp") || name.endsWith(".xls") ? Uint8Array.from(Buffer.from(text, "latin1")) : utf8(text);
    const read = await readFile({ name, bytes, format: null });
    expect(read).toMatchObject({ kind: "refused", findings: [{ message: expect.stringContaining(said) }] });
    expect(read.kind === "refused" && read.findings[0]?.mend).toMatch(/export|save/i);
  },
);

describe("M6 calendars of single tasks and hours that differ from day to day", () => {
  const shift = (from: string, to: string) => [`${from}-${to}`];
  const xml = `<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars>
${calendar(1, -1, "Standard", `<WeekDays>${[2, 3, 4, 5].map((type) => day(type, ["08:00-12:00", "13:00-17:00"])).join("")}${day(6, shift("08:00", "12:00"))}${day(1, [])}${day(7, [])}</WeekDays><Exceptions><Exception><TimePeriod><FromDate>2026-03-07T00:00:00</FromDate><ToDate>2026-03-07T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>13:00:00</ToTime></WorkingTime></WorkingTimes></Exception></Exceptions>`)}
${calendar(2, -1, "24 Hours", `<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map((type) => day(type, shift("00:00", "00:00"))).join("")}</WeekDays>`)}
${calendar(3, -1, "Unused", "")}
</Calendars><Tasks>
<Task><UID>1</UID><Name>Copy</Name><OutlineLevel>1</OutlineLevel><Duration>PT48H0M0S</Duration><DurationFormat>7</DurationFormat><CalendarUID>2</CalendarUID></Task>
<Task><UID>2</UID><Name>Check</Name><OutlineLevel>1</OutlineLevel><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat><CalendarUID>-1</CalendarUID><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>
</Tasks></Project>`;

  test("are kept in the plan, and only those that a task uses", async () => {
    const { plan, notes } = await planOf(utf8(xml));
    expect(plan.calendar).toEqual({
      kind: "working",
      days: ["mon", "tue", "wed", "thu"],
      hours: ["08:00-12:00", "13:00-17:00"],
      holidays: [],
      week: { fri: ["08:00-12:00"] },
      exceptions: { "2026-03-07": ["09:00-13:00"] },
    });
    expect(plan.calendars).toEqual({ "24-hours": { kind: "continuous" } });
    expect(plan.steps.map((step) => step.calendar)).toEqual(["24-hours", null]);
    expect(notes).toEqual([]);
  });

  test("give the dates by which file, plan and the file written from the plan are worked", async () => {
    const { plan } = await planOf(utf8(xml));
    const network = (text: string) => {
      const read = readProjectNetwork(text, "p.xml");
      if (read.kind === "refused") throw new Error(read.message);
      return read.network;
    };
    const dates = (from: Network) =>
      scheduleReport(from).items.map(({ start, finish }) => `${start.slice(5, 16)} ${finish.slice(5, 16)}`);
    const expected = ["03-02T08:00 03-04T08:00", "03-04T08:00 03-07T13:00"];
    expect(dates(network(xml))).toEqual(expected);
    expect(dates(network(writeMspdi(plan)))[1]).toEqual(expected[1]);
  });
});

test("M6 groups as deep as anybody may nest them are dated", () => {
  const tasks = Array.from(
    { length: 5000 },
    (_, at) =>
      `<Task><UID>${at + 1}</UID><Name>T</Name><OutlineLevel>${at + 1}</OutlineLevel><Duration>PT8H0M0S</Duration></Task>`,
  );
  const read = readProjectNetwork(
    `<Project><StartDate>2026-03-02T08:00:00</StartDate><Tasks>${tasks.join("")}</Tasks></Project>`,
    "p.xml",
  );
  const report = read.kind === "network" ? scheduleReport(read.network) : null;
  expect(report?.items.filter(({ finish }) => finish === report.finish)).toHaveLength(5000);
});
