import type { Plan } from "#domain/plan/plan";
import type { ChecklistRows } from "./markdown-checklist";
import { checklistRows } from "./markdown-checklist";
import type { Root } from "./markdown-document";
import { parseMarkdown } from "./markdown-document";
import { isKnotted } from "./markdown-knots";
import { tablesOf } from "./markdown-tables";
import { listsBeside, withoutBox } from "./markdown-unread";
import { cellMarkdown, codeMarkdown, textOf } from "./markdown-text";
import type { FileNote, Refused } from "./read-result";
import { maxWrittenBytes, refuse, tooLarge } from "./read-result";
import { findHeading } from "./table/layout";
import type { HeadPart, PlanHead } from "./table/plan-head";
import { headOf, headPart, headSections } from "./table/plan-head";
import { nothingBeside } from "./table/beside";
import type { Sheet, Sheets } from "./table/sheets";
import { writeTable } from "./table/write-table";

/** A Markdown document: its tables with a column of titles, or its checklists under their headings. */
export function markdownSheets(text: string, name: string): Sheets | Refused {
  if (text.length > maxWrittenBytes) return tooLarge(name, maxWrittenBytes);
  if (isKnotted(text))
    return refuse(
      `${name} nests, links or underlines far more than a plan does.`,
      "Keep only the table or the checklist of steps.",
    );
  const root = parseMarkdown(text.replace(/^\uFEFF/, ""));
  const head = headIn(root);
  const tables = tablesOf(root);
  if (tables.some(({ rows }) => findHeading(rows) === 0)) return sheetsOf(tables, head, listsBeside(root));
  const tasks = checklistRows(root, "tasks");
  if (tasks.rows.length > 0) return sheetsOf([listSheet(tasks, withoutBox(root))], head);
  if (tables.length > 0) return sheetsOf(tables, head);
  const items = checklistRows(root, "all");
  if (items.rows.length > 0) return sheetsOf([listSheet(items, boxlessRemarks(items))], head);
  return refuse(
    `${name} holds neither a table of steps nor a checklist.`,
    'Add a table with the column "Title", or a list of "- [ ] …".',
  );
}

/** The document's own heading, its lists of objectives and scope, then the table of steps. */
export function writeMarkdown(plan: Plan): string {
  const [heading = [], ...rows] = writeTable(plan);
  const cells = [heading, heading.map(() => "---"), ...rows.map((row) => row.map(cellMarkdown))];
  const lists = headSections(plan)
    .filter(({ part }) => part !== "title")
    .flatMap(({ heading, lines }) => [`## ${heading}`, "", ...lines.map((line) => `- ${itemMarkdown(line)}`), ""]);
  const table = cells.map((row) => `| ${row.join(" | ")} |`);
  return [`# ${itemMarkdown(plan.title)}`, "", ...lists, "## Steps", "", ...table, ""].join("\n");
}

/** At the start of a block a number, a dash or nothing at all means something to Markdown. */
function itemMarkdown(text: string): string {
  return /^\p{L}/u.test(text) ? cellMarkdown(text) : codeMarkdown(text);
}

/** Lists under the headings we write, whoever wrote them. */
function headIn(root: Root): PlanHead {
  const title = titleOf(root);
  const entries: { part: HeadPart; line: string }[] = title === null ? [] : [{ part: "title", line: title }];
  let part: HeadPart | null = null;
  for (const node of root.children) {
    if (node.type === "heading") part = node.depth === 1 ? null : headPart(textOf(node));
    if (node.type !== "list" || part === null) continue;
    for (const item of node.children) entries.push({ part, line: item.children.map(textOf).join("\n") });
  }
  return headOf(entries);
}

function titleOf(root: Root): string | null {
  const heading = root.children.find((node) => node.type === "heading" && node.depth === 1);
  const title = heading ? textOf(heading) : "";
  return title.trim() === "" ? null : title;
}

function sheetsOf(sheets: readonly Sheet[], head: PlanHead, notes: readonly FileNote[] = []): Sheets {
  return { kind: "sheets", sheets, head, beside: nothingBeside, taken: new Set(), notes };
}

function boxlessRemarks({ rows, bareHeadings }: ChecklistRows): readonly string[] {
  return [
    ...(rows.length > bareHeadings ? ["No item of a list has a box, so every item was read as a step."] : []),
    ...(bareHeadings > 0 ? [`Headings with nothing below them were read as steps: ${bareHeadings}.`] : []),
  ];
}

function listSheet({ heading, rows, lines }: ChecklistRows, remarks: readonly string[]): Sheet {
  return { name: "", rows: [heading, ...rows], lines: [0, ...lines], levels: [], merges: [], remarks };
}
