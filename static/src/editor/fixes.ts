import type { Finding } from "#domain/plan/finding";
import { keysAt, planSchema } from "./schema";

/** A change of the text that answers a finding, or begins to. */
export interface Fix {
  readonly name: string;
  readonly at: number;
  /** How many letters give way to what is put in; none when left out. */
  readonly remove?: number;
  readonly insert: string;
  /** Where the cursor goes: behind so many letters of what was put in. */
  readonly cursor: number;
}

/** The missing key where a key is missing, and always the way to say that one can live with it. */
export function fixesFor({ rule, item, field }: Finding, text: string, line: number | null): readonly Fix[] {
  const missing = item !== null && field !== null && line !== null ? missingKey(text, line, field) : null;
  return [...(missing === null ? [] : [missing]), acceptance(text, rule, item)];
}

/** What the linter calls by the word people use, and the file by its own. */
const keys: Readonly<Record<string, string>> = { timeline: "duration", dependencies: "after" };
const known = ["steps", "risks", "rollbacks"].flatMap((section) =>
  keysAt(planSchema(), [section, "*"]).map(({ key }) => key),
);

/** Below the line on which the item begins, as deep as its keys are; an item written in brackets gets it inside them. */
function missingKey(text: string, line: number, named: string): Fix | null {
  const field = keys[named] ?? named;
  const lines = text.split("\n");
  const own = lines[line - 1] ?? "";
  if (!known.includes(field) || hasKey(lines, line, field)) return null;
  const end = lines.slice(0, line).join("\n").length;
  const flow = /^\s*- \{.*\}\s*$/.test(own);
  if (flow) {
    const insert = `, ${field}: `;
    const at = end - (own.length - own.lastIndexOf("}")) - (own.slice(0, own.lastIndexOf("}")).endsWith(" ") ? 1 : 0);
    return { name: `Add ${field}`, at, insert, cursor: insert.length };
  }
  const begins = /^(\s*)- /.exec(own);
  if (begins === null) return null;
  const insert = `\n${begins[1] ?? ""}  ${field}: `;
  return { name: `Add ${field}`, at: end, insert, cursor: insert.length };
}

/** Whether the item that begins on the line already has the key, as far down as it reaches. */
function hasKey(lines: readonly string[], line: number, field: string): boolean {
  const own = lines[line - 1] ?? "";
  const depth = own.search(/\S/);
  const rest = lines.slice(line);
  const end = rest.findIndex((text) => text.trim() !== "" && text.search(/\S/) <= depth);
  const block = [own, ...(end < 0 ? rest : rest.slice(0, end))].join("\n");
  return new RegExp(`(^|[\\s{,-])${field}:`, "m").test(block);
}

function acceptance(text: string, rule: string, item: string | null): Fix {
  const about = item === null ? "" : `, item: ${item}`;
  const entry = `\n  - { rule: ${rule}${about}, reason: "" }`;
  const there = /^accepted:[ \t]*$/m.exec(text);
  const name = "Accept with a reason";
  if (there !== null) return { name, at: there.index + there[0].length, insert: entry, cursor: entry.length - 3 };
  const end = text.trimEnd().length;
  const insert = `\naccepted:${entry}\n`;
  return { name, at: end, insert, cursor: insert.length - 4 };
}
