import { expect, test } from "vitest";
import { optionsAt } from "../../../static/src/editor/completion";
import { fixesFor } from "../../../static/src/editor/fixes";
import { placeIn } from "../../../static/src/editor/place";
import { remarksOn } from "../../../static/src/editor/remarks";
import { readPlan } from "#formats/yaml";

const file = `uptake: 1
plan:
  id: crm
  title: CRM
waves:
  - { id: north, title: North }
steps:
  - id: freeze
    title: Freeze the old system
    owner: ana@example.com
  - { id: export, title: Export customers, after: [freeze] }
`;

function labels(text: string): readonly string[] {
  const cursor = text.indexOf("|");
  const plain = text.replace("|", "");
  return optionsAt(placeIn(plain, cursor), plain).map(({ label }) => label);
}

test("M4 at the margin the sections of a plan file are offered", () => {
  expect(labels(`${file}|`)).toEqual(expect.arrayContaining(["steps", "risks", "rollbacks", "gates", "kpis"]));
});

test("M4 in a step its keys are offered, in the words of the published schema", () => {
  const keys = labels(`${file}  - id: load\n    |`);
  expect(keys).toEqual(expect.arrayContaining(["title", "owner", "duration", "after", "success", "side"]));
  expect(keys).not.toContain("likelihood");
});

test.each([
  ["    side: |", ["supplier", "buyer", "joint"]],
  ["    wave: |", ["north"]],
  ["    owner: |", ["ana@example.com"]],
  ["    after: [|", ["freeze", "export"]],
  ["    after:\n      - |", ["freeze", "export"]],
])("M4 %s is offered what it may be", (line, wanted) => {
  expect(labels(`${file}  - id: load\n${line}`)).toEqual(expect.arrayContaining(wanted));
});

test("M4 a broken text is remarked on at its line, a plan at the lines of its items", () => {
  const broken = remarksOn(file.replace("title: CRM", "title: [CRM"));
  expect(broken.plan).toBeNull();
  expect(broken.remarks[0]?.line).toBeGreaterThan(3);
  const read = remarksOn(file);
  expect(read.plan?.steps).toHaveLength(2);
  const own = read.remarks.filter(({ finding }) => finding.item === "export");
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map(({ line }) => line))).toEqual(new Set([11]));
});

test("M4 a missing key leaves a text that can be read, and an acceptance silences its rule once it says why", () => {
  const { remarks } = remarksOn(file);
  const fixes = remarks.flatMap((remark) =>
    remark.fixes.map((fix) => ({ ...fix, rule: remark.finding.rule, of: remark })),
  );
  expect(fixes.map(({ name }) => name)).toEqual(expect.arrayContaining(["Accept with a reason", "Add owner"]));
  for (const { at, insert, cursor, name, of } of fixes) {
    const text = file.slice(0, at) + insert + file.slice(at);
    if (name !== "Accept with a reason") {
      expect(readPlan(text, "plan.yaml").kind, `${name} ${of.finding.rule}`).toBe("read");
      continue;
    }
    const reason = text.slice(0, at + cursor) + "agreed with the sponsor" + text.slice(at + cursor);
    const left = remarksOn(reason).remarks.filter(
      ({ finding }) => finding.rule === of.finding.rule && finding.item === of.finding.item,
    );
    expect(left, of.finding.rule).toEqual([]);
  }
});

test("M4 a key that is there is not added again", () => {
  const finding = { rule: "x", level: "error", item: "freeze", field: "owner", message: "", mend: "" } as const;
  expect(fixesFor(finding, file, 8).map(({ name }) => name)).toEqual(["Accept with a reason"]);
});
