import { describe, expect, test } from "vitest";
import { calendarReader } from "#formats/mspdi/read-calendar";
import { parseXml } from "#formats/mspdi/xml-tree";

/** The exceptions of a calendar in a project file, as days. */
function daysOff(exceptions: string): readonly string[] {
  const read = parseXml(
    `<Project><Calendars><Calendar><UID>1</UID><Exceptions>${exceptions}</Exceptions></Calendar></Calendars></Project>`,
  );
  if (read.kind === "refused") throw new Error(read.reason);
  return [...(calendarReader(read.root)("1")?.exceptions.keys() ?? [])];
}

const exception = (from: string, to: string, rest: string) =>
  `<Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>${rest}<DayWorking>0</DayWorking></Exception>`;

/** Dates worked out by MS Project itself for the same rules: it writes each recurring exception a second time, day by day. */
describe("M6 recurring exceptions fall on the days on which MS Project puts them", () => {
  test.each([
    [
      "three days running",
      "2000-01-01",
      "2000-01-03",
      "<Occurrences>3</Occurrences><Type>1</Type>",
      ["2000-01-01", "2000-01-02", "2000-01-03"],
    ],
    [
      "every third day",
      "2000-02-01",
      "2000-02-10",
      "<Occurrences>4</Occurrences><Type>7</Type><Period>3</Period>",
      ["2000-02-01", "2000-02-04", "2000-02-07", "2000-02-10"],
    ],
    [
      "every Monday",
      "2001-01-01",
      "2001-01-15",
      "<Occurrences>3</Occurrences><Type>6</Type><Period>1</Period><DaysOfWeek>2</DaysOfWeek>",
      ["2001-01-01", "2001-01-08", "2001-01-15"],
    ],
    [
      "every second Tuesday",
      "2001-01-01",
      "2001-02-13",
      "<Occurrences>4</Occurrences><Type>6</Type><Period>2</Period><DaysOfWeek>4</DaysOfWeek>",
      ["2001-01-02", "2001-01-16", "2001-01-30", "2001-02-13"],
    ],
    [
      "every seventh Sunday",
      "2001-01-01",
      "2001-04-08",
      "<Occurrences>9</Occurrences><Type>6</Type><Period>7</Period><DaysOfWeek>1</DaysOfWeek>",
      ["2001-02-18", "2001-04-08"],
    ],
    [
      "the first Monday of every second month",
      "2002-01-01",
      "2002-05-06",
      "<Occurrences>3</Occurrences><Type>5</Type><Period>2</Period><MonthItem>4</MonthItem><MonthPosition>0</MonthPosition>",
      ["2002-01-07", "2002-03-04", "2002-05-06"],
    ],
    [
      "the last Friday of every sixth month",
      "2002-01-01",
      "2003-01-31",
      "<Occurrences>7</Occurrences><Type>5</Type><Period>6</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>",
      ["2002-01-25", "2002-07-26", "2003-01-31"],
    ],
    [
      "the first of every second month",
      "2003-01-01",
      "2003-05-01",
      "<Occurrences>3</Occurrences><Type>4</Type><Period>2</Period><MonthDay>1</MonthDay>",
      ["2003-01-01", "2003-03-01", "2003-05-01"],
    ],
    [
      "the first Tuesday of March",
      "2004-01-01",
      "2007-03-06",
      "<Occurrences>4</Occurrences><Type>3</Type><Month>2</Month><MonthItem>5</MonthItem><MonthPosition>0</MonthPosition>",
      ["2004-03-02", "2005-03-01", "2006-03-07", "2007-03-06"],
    ],
    [
      "the second of March",
      "2005-01-01",
      "2008-03-02",
      "<Occurrences>4</Occurrences><Type>2</Type><Month>2</Month><MonthDay>2</MonthDay>",
      ["2005-03-02", "2006-03-02", "2007-03-02", "2008-03-02"],
    ],
  ] as const)("%s", (_, from, to, rest, days) => {
    expect(daysOff(exception(from, to, rest))).toEqual(days);
  });

  test("twenty New Years are twenty days, not twenty years", () => {
    const rest = "<Occurrences>20</Occurrences><Type>2</Type><Month>0</Month><MonthDay>1</MonthDay>";
    expect(daysOff(exception("2007-01-01", "2026-01-01", rest))).toHaveLength(20);
  });

  test("a month without such a date has no such day, and a period of centuries ends", () => {
    const rest = "<Occurrences>0</Occurrences><Type>4</Type><Period>1</Period><MonthDay>31</MonthDay>";
    expect(daysOff(exception("2026-01-01", "2026-04-30", rest))).toEqual(["2026-01-31", "2026-03-31"]);
    expect(daysOff(exception("1990-01-01", "9999-01-01", "<Type>7</Type><Period>0</Period>")).length).toBeLessThan(
      40_000,
    );
  });
});
