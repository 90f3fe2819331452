import { describe, expect, test } from "vitest";
import { readFile } from "#formats/read-file";

async function read(text: string) {
  const found = await readFile({ name: "plan.md", bytes: new TextEncoder().encode(text), format: null });
  if (found.kind === "refused") throw new Error(found.findings.map(({ message }) => message).join("\n"));
  return { plan: found.plan, notes: found.notes.map(({ line, message }) => `${line} ${message}`) };
}

describe("M92 a Markdown document as people write it", () => {
  test("headings are a hierarchy: phases, groups below them, tasks below those", async () => {
    const { plan } = await read(
      "# Rollout\n\n## Prepare\n\n### Data\n\n- [ ] Freeze edits (ana@example.com, 2d)\n  - [ ] Tell sales\n\n### Nothing here\n\n## Launch\n\n- [ ] Open the gate\n",
    );
    expect(plan.title).toBe("Rollout");
    expect(plan.steps.map(({ id, parent, phase, owner }) => [id, parent, phase, owner])).toEqual([
      ["data", null, "Prepare", null],
      ["freeze-edits", "data", "Prepare", "ana@example.com"],
      ["tell-sales", "freeze-edits", "Prepare", null],
      ["open-the-gate", null, "Launch", null],
    ]);
  });

  test("tables with the same headings under several headings are one plan with phases", async () => {
    const { plan, notes } = await read(
      "## Prepare\n\n| Task | Owner |\n|---|---|\n| Freeze | Ana |\n\n## Launch\n\n| Task | Owner |\n|:--|--:|\n| Open | Ben |\n\n## Who\n\n| Name | Phone |\n|---|---|\n| Ana | 1 |\n",
    );
    expect(plan.steps.map(({ title, phase, owner }) => [title, phase, owner])).toEqual([
      ["Freeze", "Prepare", "Ana"],
      ["Open", "Launch", "Ben"],
    ]);
    expect(notes).toEqual([]);
  });

  test("bars in cells, formats inside a line, links, breaks and entities are text", async () => {
    const { plan } = await read(
      "| Title | Description |\n|---|---|\n| Compare a \\| b | **bold** and `a \\| b`<br>next [page](https://example.com) &amp; ~~old~~ |\n",
    );
    expect(plan.steps[0]).toMatchObject({
      title: "Compare a | b",
      description: "bold and a | b\nnext page & ~~old~~",
    });
  });

  test("a table of risks beside the steps is not taken for steps", async () => {
    const { plan } = await read(
      "| Risk | Likelihood | Impact |\n|---|---|---|\n| Late | 3 | 4 |\n\n| Step | Duration |\n|---|---|\n| Load | 2d |\n",
    );
    expect(plan.steps.map(({ title }) => title)).toEqual(["Load"]);
  });

  test("a list without boxes is read as steps, and that is said; objectives and scope are not", async () => {
    const { plan, notes } = await read(
      "# P\n\n## Objectives\n\n- One record\n\n## Steps\n\n1. Freeze\n2. Export\n   - Count\n",
    );
    expect(plan.objective).toEqual(["One record"]);
    expect(plan.steps.map(({ title, parent }) => [title, parent])).toEqual([
      ["Freeze", null],
      ["Export", null],
      ["Count", "export"],
    ]);
    expect(notes).toEqual(["null No item of a list has a box, so every item was read as a step."]);
  });

  test("a day nobody can tell apart is asked for with its line", async () => {
    const found = await readFile({
      name: "p.md",
      bytes: new TextEncoder().encode("Plan\n\n| Task | Start |\n|---|---|\n| A | 03/02/2026 |\n"),
      format: null,
    });
    expect(found).toMatchObject({ kind: "refused", findings: [{ line: 5, mend: expect.stringContaining("--days") }] });
  });

  test("headings with words below them are steps where no item has a box", async () => {
    const { plan, notes } = await read(
      "# Move\n\n## Before\n\n### Book a carrier\n\nThree offers.\n\nThe cheapest.\n\n### Label boxes\n\n- Floor 1\n\n## Unpack\n\nOn the day.\n",
    );
    expect(plan.steps.map(({ title, phase, parent, description }) => [title, phase, parent, description])).toEqual([
      ["Book a carrier", "Before", null, "Three offers.\n\nThe cheapest."],
      ["Label boxes", "Before", null, ""],
      ["Floor 1", "Before", "label-boxes", ""],
      ["Unpack", null, null, "On the day."],
    ]);
    expect(notes).toEqual([
      "null No item of a list has a box, so every item was read as a step.",
      "null Headings with nothing below them were read as steps: 2.",
    ]);
  });

  test("what is left beside a table or a checklist is named", async () => {
    const table = await read("## Scope\n\n- Sales\n\n## Ideas\n\n- Later\n\n## Steps\n\n| Title |\n|---|\n| A |\n");
    expect(table.plan.scope.in).toEqual(["Sales"]);
    expect(table.notes).toEqual([`7 A list under "Ideas" was not read; the steps are those of the table.`]);
    const list = await read("- [ ] A\n- a remark\n- [ ] B\n");
    expect(list.plan.steps.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(list.notes).toEqual(["null Items without a box were not read as steps: 1."]);
  });

  test("a table of a thousand rows is one table, with the lines of the document", async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `| Step ${at + 1} | ${at === 899 ? "soon" : "1d"} |`).join(
      "\n",
    );
    const { plan } = await read(
      `# Long\n\nWords.\n\n## Steps\n\n| Title | Duration |\n|---|---|\n${rows.replace("soon", "1d")}\n`,
    );
    expect(plan.steps.map(({ title, phase }) => [title, phase])).toEqual(
      Array.from({ length: 1000 }, (_, at) => [`Step ${at + 1}`, null]),
    );
    const text = `| Title | Duration |\n|---|---|\n${rows}\n`;
    expect(await readFile({ name: "p.md", bytes: new TextEncoder().encode(text), format: null })).toMatchObject({
      kind: "refused",
      findings: [{ line: 902, path: "steps[899].duration" }],
    });
  });

  test("code is no plan, whatever it looks like, and links by reference are their words", async () => {
    const { plan } = await read(
      "```\n- [ ] Not this\n\n- [ ] Nor this\n```\n\n- [ ] Follow [the guide][1]\n\n- [ ] Sign\n\n[1]: https://example.com\n",
    );
    expect(plan.steps.map(({ title }) => title)).toEqual(["Follow the guide", "Sign"]);
  });
});

test("M92 cells pasted from a spreadsheet: tabs, and quotes that mean nothing", async () => {
  const text =
    'Task\tOwner\tStart\tPredecessors\r\nFreeze "hard"\tAna\t23.11.2026\t\r\n"Two\nlines"\tBen\t24.11.2026\t1SS+1 day\r\n';
  const found = await readFile({ name: "paste.tsv", bytes: new TextEncoder().encode(text), format: null });
  expect(found).toMatchObject({
    kind: "read",
    plan: {
      steps: [
        { title: 'Freeze "hard"', start: "2026-11-23" },
        { title: "Two\nlines", after: [{ step: "freeze-hard", type: "SS", lag: "1d" }] },
      ],
    },
  });
});
