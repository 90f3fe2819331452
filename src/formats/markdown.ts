import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { Plan } from "#domain/plan/plan";
import type { ChecklistRows } from "./markdown-checklist";
import { checklistRows } from "./markdown-checklist";
import { tablesOf } from "./markdown-tables";
import { cellMarkdown, codeMarkdown, textOf } from "./markdown-text";
import type { Refused } from "./read-result";
import { maxWrittenBytes, refuse, tooLarge } from "./read-result";
import { findHeading } from "./table/layout";
import type { HeadPart, PlanHead } from "./table/plan-head";
import { headOf, headPart, headSections } from "./table/plan-head";
import { nothingBeside } from "./table/beside";
import type { Sheet, Sheets } from "./table/sheets";
import { writeTable } from "./table/write-table";

type Root = ReturnType<typeof fromMarkdown>;

/** Deeper nesting than this is no document, and makes the parser take for ever. */
const maxNesting = 100;

/** A Markdown document: its tables with a column of titles, or its checklists under their headings. */
export function markdownSheets(text: string, name: string): Sheets | Refused {
  if (text.length > maxWrittenBytes) return tooLarge(name, maxWrittenBytes);
  if (isKnotted(text))
    return refuse(
      `${name} nests, links or underlines far more than a plan does.`,
      "Keep only the table or the checklist of steps.",
    );
  const root = fromMarkdown(text.replace(/^\uFEFF/, ""), {
    extensions: [gfmTable(), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });
  const head = headIn(root);
  const tables = tablesOf(root);
  if (tables.some(({ rows }) => findHeading(rows) === 0)) return sheetsOf(tables, head);
  const tasks = checklistRows(root, "tasks");
  if (tasks.rows.length > 0) return sheetsOf([listSheet(tasks, [])], head);
  if (tables.length > 0) return sheetsOf(tables, head);
  const items = checklistRows(root, "all");
  const remark = "No item of a list has a box, so every item was read as a step.";
  if (items.rows.length > 0) return sheetsOf([listSheet(items, [remark])], head);
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

function sheetsOf(sheets: readonly Sheet[], head: PlanHead): Sheets {
  return { kind: "sheets", sheets, head, beside: nothingBeside, taken: new Set(), notes: [] };
}

function listSheet({ heading, rows, lines }: ChecklistRows, remarks: readonly string[]): Sheet {
  return { name: "", rows: [heading, ...rows], lines: [0, ...lines], levels: [], merges: [], remarks };
}

/** A row of more cells than this is no table. */
const maxCells = 500;

/** More of these in one paragraph or one document no person writes, and the parser takes the square of their number. */
const most = { brackets: 1000, underlinedHeadings: 500 };

/** An item of a list begins a paragraph of its own; the box of a task is no link. */
const listed = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\])?/;

function isKnotted(text: string): boolean {
  let brackets = 0;
  let underlined = 0;
  return text.split("\n").some((line) => {
    const marks = /^[\s>*+-]*/.exec(line)?.[0].replaceAll(/[^>*+-]/g, "").length ?? 0;
    const opened = line.replace(listed, "").split("[").length - 1;
    const isOwn = line.trim() === "" || line.includes("|") || listed.test(line);
    brackets = isOwn ? opened : brackets + opened;
    if (/^\s*(?:=+|-+)\s*$/.test(line)) underlined += 1;
    const isTooMuch = brackets > most.brackets || underlined > most.underlinedHeadings;
    return (
      isTooMuch || marks > maxNesting || /[[*_!]{400}/.test(line) || line.split("|", maxCells + 2).length > maxCells + 1
    );
  });
}
