import { LineCounter, parseDocument, stringify, visit } from "yaml";
import { toPlanFile } from "#contract/plan-file";
import type { Plan } from "#domain/plan/plan";
import { checkPlan } from "./check-plan";
import type { ReadResult } from "./read-result";
import { maxWrittenBytes, refuse, tooLarge } from "./read-result";
import { hostileKeys, keepSpelling, keysTwice, placeFinder, syntaxFindings, yamlOptions } from "./yaml-document";

/** Anchors that expand into more than this are a mistake or an attack, not a plan. */
const maxAliases = 100;

/** A plan file in YAML or JSON. JSON is YAML, so duplicate keys and line numbers come from the same reader. */
export function readPlan(text: string, fileName: string): ReadResult {
  if (text.length > maxWrittenBytes) return tooLarge(fileName, maxWrittenBytes);
  const plain = text.replace(/^\uFEFF/, "");
  return jsonRefusal(plain, fileName) ?? readDocument(plain, fileName);
}

/** Whether somebody has written beside the plan what no plan holds. */
export function hasComments(text: string): boolean {
  const found = { comment: false };
  const look = ({ comment, commentBefore }: { comment?: string | null; commentBefore?: string | null }) => {
    if (comment || commentBefore) found.comment = true;
  };
  const document = parseDocument(text.slice(0, maxWrittenBytes), yamlOptions);
  look(document);
  visit(document, { Node: (_, node) => look(node) });
  return found.comment;
}

export function writeYaml(plan: Plan): string {
  return stringify(toPlanFile(plan), { lineWidth: 120, aliasDuplicateObjects: false });
}

export function writeJson(plan: Plan): string {
  return `${JSON.stringify(toPlanFile(plan), null, 2)}\n`;
}

/** Anchors by which people share a part of a plan; the parser takes the square of their number. */
const maxAnchors = 1000;

function readDocument(text: string, fileName: string): ReadResult {
  const anchors = text.match(/(?:^|[\s[{,])&[^\s,[\]{}]/g)?.length ?? 0;
  if (anchors > maxAnchors)
    return refuse(`${fileName} names more than ${maxAnchors} anchors.`, "Write repeated parts out.");
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
    const findings = [
      ...syntaxFindings(document, lines),
      ...keysTwice(document, lines),
      ...hostileKeys(document, lines),
    ];
    if (findings.length > 0) return { kind: "refused", findings };
    keepSpelling(document);
    return checkPlan(document.toJS({ maxAliasCount: maxAliases }), placeFinder(document, lines));
  } catch (failure) {
    // The parser throws on alias bombs and on nesting deeper than the stack; both are answers about the file.
    const said = failure instanceof Error && !/alias count/i.test(failure.message) ? failure.message : "";
    const why = said === "" ? "Its anchors stand for far more than a plan holds." : said;
    return refuse(`${fileName} cannot be unfolded. ${why}`, "Write repeated parts out, and nest less deeply.");
  }
}

function jsonRefusal(text: string, fileName: string): ReadResult | null {
  if (!/\.json$/i.test(fileName)) return null;
  try {
    JSON.parse(text);
    return null;
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : "";
    const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(said) ?? [];
    const words = said.replace(/ in JSON at position.*$/s, ".").replace(/, "[^]*$/, ".");
    const finding = {
      line: line === undefined ? null : Number(line),
      column: column === undefined ? null : Number(column),
      path: "",
      message: `${fileName} is not JSON. ${words}`.trim(),
      mend: "Correct the JSON, or name the file .yaml.",
    };
    return { kind: "refused", findings: [finding] };
  }
}
