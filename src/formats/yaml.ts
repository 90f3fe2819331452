import { LineCounter, parseDocument, stringify } from "yaml";
import { toPlanFile } from "#contract/plan-file";
import type { Plan } from "#domain/plan/plan";
import { checkPlan } from "./check-plan";
import type { ReadResult } from "./read-result";
import { maxWrittenBytes, refuse, tooLarge } from "./read-result";
import { hostileKeys, keepSpelling, lineFinder, syntaxFindings } from "./yaml-document";

/** Anchors that expand into more than this are a mistake or an attack, not a plan. */
const maxAliases = 100;

/** A plan file in YAML or JSON. JSON is YAML, so duplicate keys and line numbers come from the same reader. */
export function readPlan(text: string, fileName: string): ReadResult {
  if (text.length > maxWrittenBytes) return tooLarge(fileName, maxWrittenBytes);
  const plain = text.replace(/^\uFEFF/, "");
  return jsonRefusal(plain, fileName) ?? readDocument(plain, fileName);
}

export function writeYaml(plan: Plan): string {
  return stringify(toPlanFile(plan), { lineWidth: 120, aliasDuplicateObjects: false });
}

export function writeJson(plan: Plan): string {
  return `${JSON.stringify(toPlanFile(plan), null, 2)}\n`;
}

function readDocument(text: string, fileName: string): ReadResult {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { schema: "core", merge: false, lineCounter: lines });
    const findings = [...syntaxFindings(document, lines), ...hostileKeys(document, lines)];
    if (findings.length > 0) return { kind: "refused", findings };
    keepSpelling(document);
    return checkPlan(document.toJS({ maxAliasCount: maxAliases }), lineFinder(document, lines));
  } catch (failure) {
    // The parser throws on alias bombs and on nesting deeper than the stack; both are answers about the file.
    const said = failure instanceof Error ? failure.message : "";
    return refuse(`${fileName} cannot be unfolded. ${said}`.trim(), "Write repeated parts out, and nest less deeply.");
  }
}

function jsonRefusal(text: string, fileName: string): ReadResult | null {
  if (!/\.json$/i.test(fileName)) return null;
  try {
    JSON.parse(text);
    return null;
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : "";
    return refuse(`${fileName} is not JSON. ${said}`.trim(), "Correct the JSON, or name the file .yaml.");
  }
}
