import { expect, test } from "vitest";
import { createFaults } from "../../../workbench/jira/faults";
import { readFaults, setFault } from "../../../workbench/shell/server/fault-switches";

test("every switch reads back what was set, and reaches the requests it names", () => {
  const faults = createFaults();
  setFault(faults, "limits", true);
  setFault(faults, "indexLagMs", 250);
  setFault(faults, "route", "/issue/bulk");
  setFault(faults, "lost-answer", 1);
  const values = new Map(readFaults(faults).map(({ key, value }) => [key, value]));
  expect(values.get("limits")).toBe(true);
  expect(values.get("indexLagMs")).toBe(250);
  expect(values.get("route")).toBe("/issue/bulk");
  expect(values.get("lost-answer")).toBe(1);
  expect(faults.take("GET /rest/api/3/myself")).toBeNull();
  expect(faults.take("POST /rest/api/3/issue/bulk")).toBe("lost-answer");
  expect(faults.take("POST /rest/api/3/issue/bulk")).toBeNull();
});
