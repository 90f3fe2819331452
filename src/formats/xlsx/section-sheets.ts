import { toPlanFile } from "#contract/plan-file";
import type { Plan } from "#domain/plan/plan";
import { decodeList, decodeText, encodeList, encodeText, parseJson } from "../table/cells";

/** The lists of a plan file beside its steps, each a sheet of its own. */
export const sectionSheets: readonly { readonly section: string; readonly sheet: string }[] = [
  { section: "risks", sheet: "Risks" },
  { section: "rollbacks", sheet: "Rollbacks" },
  { section: "raci", sheet: "RACI" },
  { section: "waves", sheet: "Waves" },
  { section: "kpis", sheet: "KPIs" },
  { section: "departments", sheet: "Departments" },
  { section: "communication", sheet: "Communication" },
  { section: "resources", sheet: "Resources" },
  { section: "dataSources", sheet: "Data sources" },
  { section: "mappings", sheet: "Field mappings" },
  { section: "curricula", sheet: "Training" },
  { section: "deliverables", sheet: "Deliverables" },
  { section: "handoffs", sheet: "Hand-offs" },
  { section: "processMaps", sheet: "Process maps" },
  { section: "documents", sheet: "Linked documents" },
  { section: "permissions", sheet: "Permissions" },
  { section: "sections", sheet: "Sign-off of sections" },
  { section: "accepted", sheet: "Accepted findings" },
];

/** What holds several texts, however many of them a cell names. */
const lists = new Set(
  "threatens answeredBy lessons covers responsible consulted informed departments superUsers hiddenProcesses receive own".split(
    " ",
  ),
);

export interface WrittenSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** Every list that holds something, headed by the keys of a plan file in words. */
export function writeSections(plan: Plan): readonly WrittenSheet[] {
  const document = toPlanFile(plan);
  return sectionSheets.flatMap(({ section, sheet }) => {
    const entries = entriesOf(document[section]);
    if (entries.length === 0) return [];
    const keys = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
    return [{ sheet, rows: [keys.map(heading), ...entries.map((entry) => keys.map((key) => cellOf(entry[key])))] }];
  });
}

/** A sheet of such a list, as the entries of a plan file. A row without anything in it is none. */
export function readSection(
  rows: readonly (readonly string[])[],
): readonly { readonly entry: object; readonly line: number }[] {
  const keys = (rows[0] ?? []).map(keyOf);
  return rows.slice(1).flatMap((row, at) => {
    const said = keys.flatMap((key, column) => {
      const cell = row[column] ?? "";
      return key === "" || cell.trim() === "" ? [] : [[key, valueOf(key, cell)] as const];
    });
    return said.length === 0 ? [] : [{ entry: Object.fromEntries(said), line: at + 2 }];
  });
}

function entriesOf(section: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(section) ? section.map((entry) => ({ ...entry })) : [];
}

/** `hiddenProcesses` is headed "Hidden processes". */
function heading(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return key === "id" ? "ID" : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function keyOf(heading: string): string {
  const [first = "", ...rest] = heading.trim().toLowerCase().split(/\s+/);
  return `${first}${rest.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join("")}`;
}

export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value === "" ? "" : encodeText(value);
  const isTexts = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
  return isTexts ? encodeList(value.map(String)) : JSON.stringify(value);
}

function valueOf(key: string, cell: string): unknown {
  const text = cell.trim();
  if (lists.has(key)) return text === "[]" ? [] : decodeList(cell);
  const value = /^[[{]/.test(text) ? parseJson(text) : null;
  return value ?? decodeText(cell);
}
