import type { Risk } from "#domain/plan/plan";
import { blankRisk } from "#domain/plan/blank";
import type { FileNote } from "../read-result";
import { decodeList, decodeText } from "../table/cells";
import { slug, unique } from "../table/names";
import type { Cells } from "../table/table-rows";
import type { RiskField } from "./risk-columns";
import { findRiskHeading, riskFieldsOf } from "./risk-columns";
import type { RiskScale } from "./risk-scale";
import { onFive, scaleOf } from "./risk-scale";

export interface RegisterRow {
  readonly line: number;
  readonly risk: Risk;
  /** Whether the register says if it threatens the delivery or what comes after; else somebody has to. */
  readonly isTagged: boolean;
  readonly isClosed: boolean;
}

export interface RisksRead {
  readonly rows: readonly RegisterRow[];
  readonly scales: { readonly likelihood: RiskScale; readonly impact: RiskScale };
  readonly notes: readonly FileNote[];
}

type RiskCells = Readonly<Partial<Record<RiskField, string>>>;

/** The risks in a table; null where it is no register. */
export function readRisks({ rows, lines }: Pick<Cells, "rows" | "lines">): RisksRead | null {
  const heading = findRiskHeading(rows);
  if (heading === null) return null;
  const fields = riskFieldsOf(rows[heading] ?? []);
  const found = rows.slice(heading + 1).flatMap((row, at) => {
    const cells = Object.fromEntries(
      fields.flatMap((field, column) => (field === null ? [] : [[field, row[column] ?? ""]])),
    );
    return (cells["title"] ?? "").trim() === "" ? [] : [{ cells, line: lines[heading + 1 + at] ?? at }];
  });
  const column = (field: RiskField) =>
    found.map(({ cells }: { cells: RiskCells }) => cells[field] ?? "").filter(isSaid);
  const scales = { likelihood: scaleOf(column("likelihood")), impact: scaleOf(column("impact")) };
  const notes: FileNote[] = scaleNotes(scales);
  const ids = idsOf(found.map(({ cells }) => cells));
  return { rows: found.map((row, at) => registerRow(row, { id: ids[at] ?? "", scales, notes })), scales, notes };
}

interface Known {
  readonly id: string;
  readonly scales: RisksRead["scales"];
  readonly notes: FileNote[];
}

function registerRow({ cells, line }: { cells: RiskCells; line: number }, { id, scales, notes }: Known): RegisterRow {
  const note = (message: string) => notes.push({ line, message });
  const blank = blankRisk(id, decodeText(cells.title ?? ""));
  const grade = (field: "likelihood" | "impact") => {
    const cell = cells[field] ?? "";
    const found = isSaid(cell) ? onFive(cell, scales[field]) : null;
    if (found === null)
      note(
        `The ${field} of ${id} ${isSaid(cell) ? `"${cell.trim()}" could not be placed` : "is not said"}; it stands in the middle.`,
      );
    return found ?? blank[field];
  };
  const tag = tagOf(cells.tag ?? "");
  const key = (cells.key ?? "").trim();
  const risk: Risk = {
    ...blank,
    description: decodeText(cells.description ?? ""),
    tag: tag ?? blank.tag,
    likelihood: grade("likelihood"),
    impact: grade("impact"),
    owner: isSaid(cells.owner ?? "") ? decodeText(cells.owner ?? "") : null,
    side: sideOf(cells.side ?? ""),
    threatens: decodeList(cells.threatens ?? ""),
    response: decodeText(cells.response ?? ""),
    key: /^[A-Z][A-Z0-9_]+-[1-9]\d*$/.test(key) ? key : null,
  };
  checkScore(cells, note);
  const isClosed = /^(closed|done|resolved|retired|geschlossen|erledigt)$/i.test((cells.status ?? "").trim());
  return { line, risk, isTagged: tag !== null, isClosed };
}

/** The score a register computed from its own numbers says whether we read those numbers as it meant them. */
function checkScore({ likelihood = "", impact = "", score = "" }: RiskCells, note: (message: string) => void): void {
  const [first, second, product] = [likelihood, impact, score].map((cell) =>
    Number(/\d+(?:\.\d+)?/.exec(cell)?.[0] ?? Number.NaN),
  );
  if (first === undefined || second === undefined || product === undefined) return;
  if (Number.isFinite(first * second * product) && first * second !== product && first + second !== product)
    note(`The score ${product} is not ${first} × ${second}; likelihood and impact were kept.`);
}

function tagOf(cell: string): Risk["tag"] | null {
  const said = cell.trim().toLowerCase();
  if (/^(post|after|hyper|support|operat|run\b|nach)/.test(said)) return "post-delivery";
  return /^(pre|before|build|plan|design|migrat|test|deliver|implement|vor)/.test(said) ? "pre-delivery" : null;
}

function sideOf(cell: string): Risk["side"] {
  const said = cell.trim().toLowerCase();
  if (/^(supplier|vendor|contractor)$/.test(said)) return "supplier";
  if (/^(buyer|client|customer)$/.test(said)) return "buyer";
  return /^(joint|both|shared)$/.test(said) ? "joint" : null;
}

function scaleNotes(scales: RisksRead["scales"]): FileNote[] {
  return (["likelihood", "impact"] as const).flatMap((field) => {
    const { points } = scales[field];
    if (points === 5) return [];
    const from = points === 100 || points === 1 ? "percentages" : `a scale of ${points}`;
    return [{ line: null, message: `The ${field} came in ${from} and was put on the scale of 1 to 5.` }];
  });
}

function idsOf(all: readonly RiskCells[]): readonly string[] {
  const name = unique();
  return all.map((cells) => {
    const said = (cells.id ?? "").trim();
    const isId = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,199}$/u.test(said);
    // A bare number would be the id of a step as easily as that of a risk.
    if (isId && !/^\d+$/.test(said)) return name(said);
    return name(slug(said === "" ? decodeText(cells.title ?? "") : `risk ${said}`) || "risk");
  });
}

function isSaid(cell: string): boolean {
  return cell.trim() !== "";
}
