import type { Anchored, Criterion } from "#domain/plan/plan";
import { parseJson } from "./cells";

const form =
  /^(.+?)\s*(>=|<=|≥|≤|>|<|=)\s*(-?\d+(?:\.\d+)?)\s*(.*?)(?:\s+from\s+(\S+(?:\s[+-]\S+)?))?(?:\s+(by|throughout to)\s+(\S+(?:\s[+-]\S+)?))?$/;

/** `records validated >= 100 % by golive -1d`, one a line or between semicolons, as the plan file has it. */
export function readCriteria(cell: string): readonly unknown[] {
  const text = cell.trim();
  const value = text.startsWith("[") ? parseJson(text) : null;
  if (Array.isArray(value)) return value;
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => readCriterion(part) ?? part);
}

/** A criterion is a line; on longer text the pattern would try too many readings. */
const longest = 500;

function readCriterion(text: string): object | null {
  if (text.length > longest) return null;
  const parts = form.exec(text);
  if (!parts) return null;
  const [, measure, op = "", value, unit = "", from, holds, by] = parts;
  const plain = op === "≥" ? ">=" : op === "≤" ? "<=" : op;
  const moments = { ...(by ? { by: readMoment(by) } : {}), ...(from ? { from: readMoment(from) } : {}) };
  return {
    measure,
    op: plain,
    value: Number(value),
    unit,
    ...moments,
    holds: holds === "throughout to" ? "throughout" : "by",
  };
}

/** `golive -1d` or a day. */
export function readMoment(text: string): string | object {
  const parts = /^(\S+)\s+([+-]?\S+)$/.exec(text.trim());
  return parts ? { [parts[1] ?? ""]: parts[2] } : text.trim();
}

export function writeMoment(moment: string | Anchored): string {
  return typeof moment === "string" ? moment : `${moment.anchor} ${moment.offset}`;
}

export function writeCriteria(success: readonly Criterion[]): string {
  const plain = success.map(writeCriterion).join("\n");
  const files = success.map(toFile);
  return JSON.stringify(readCriteria(plain).map(ordered)) === JSON.stringify(files.map(ordered))
    ? plain
    : JSON.stringify(files);
}

function writeCriterion({ measure, op, value, unit, by, from, holds }: Criterion): string {
  const opens = from === null ? "" : ` from ${writeMoment(from)}`;
  const closes = by === null ? "" : ` ${holds === "by" ? "by" : "throughout to"} ${writeMoment(by)}`;
  return `${measure} ${op} ${value}${unit === "" ? "" : ` ${unit}`}${opens}${closes}`;
}

function toFile({ by, from, ...rest }: Criterion): object {
  return {
    ...rest,
    ...(by === null ? {} : { by: toFileMoment(by) }),
    ...(from === null ? {} : { from: toFileMoment(from) }),
  };
}

function toFileMoment(moment: string | Anchored): string | object {
  return typeof moment === "string" ? moment : { [moment.anchor]: moment.offset };
}

function ordered(entry: unknown): unknown {
  return typeof entry === "object" && entry !== null
    ? Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : entry;
}
