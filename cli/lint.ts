import type { Finding } from "#domain/plan/finding";
import { lintAll } from "#domain/plan/lint";
import type { Plan } from "#domain/plan/plan";
import { formatOf } from "#formats/format";
import type { ItemLine } from "#formats/item-lines";
import { itemLines } from "#formats/item-lines";
import { decode } from "#formats/read-file";
import type { FileFinding } from "#formats/read-result";
import type { Answer, Asked } from "./command";
import { only, textOf } from "./command";
import { bytesOf, formatNamed, readingOf, sayFinding, sayNote } from "./plan-source";

/** `lint FILE`: done when no error is left; warnings and hints do not fail a build. A file that is no plan has findings too. */
export async function lintFile({ words, values }: Asked): Promise<Answer> {
  const path = only(words);
  const read = await readingOf(path, values);
  if (read.kind === "refused") return unreadable(path, read.findings);
  const { plan, notes } = read;
  const { open, accepted } = lintAll(plan);
  const line = await linesIn(path, textOf(values, "from"), plan);
  const findings = open.map((finding) => ({ ...finding, line: line(finding.item, finding.field) }));
  const count = (level: Finding["level"]) => open.filter((finding) => finding.level === level).length;
  const summary = `${count("error")} errors, ${count("warning")} warnings, ${count("hint")} hints, ${accepted.length} accepted`;
  return {
    json: { findings, accepted },
    text: [...findings.map(say), summary].join("\n"),
    notes: notes.map(sayNote),
    exit: count("error") > 0 ? 1 : 0,
  };
}

function unreadable(path: string, refused: readonly FileFinding[]): Answer {
  const findings = refused.map(({ line, column, path: field, message, mend }) => ({
    rule: "plan-file",
    item: null,
    field: field === "" ? null : field,
    level: "error",
    line,
    column,
    message,
    mend,
  }));
  return {
    json: { findings, accepted: [] },
    text: "",
    notes: [
      `${path} cannot be read as a plan.`,
      ...refused.map((finding) => `  ${sayFinding(finding)} ${finding.mend}`),
    ],
    exit: 1,
  };
}

async function linesIn(path: string, from: string | null, plan: Plan): Promise<ItemLine> {
  const format = from === null ? formatOf(path) : formatNamed(from);
  if (format === null || format === "xlsx") return () => null;
  return itemLines({ text: decode(await bytesOf(path)), format, plan });
}

function say({ level, rule, line, message, mend }: Finding & { readonly line: number | null }): string {
  return `${level.padEnd(7)} ${line === null ? "" : `line ${line}: `}${message} ${mend} [${rule}]`;
}
