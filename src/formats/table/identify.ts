import { decodeText } from "./cells";
import type { TableRow } from "./read-table";
import { slug } from "./read-table";

export interface Identified {
  readonly rows: readonly (TableRow & { readonly id: string; readonly parent: string | null })[];
  /** The id of what a person wrote for a step: its id, its number in the list, or its title. */
  readonly find: (name: string) => string | null;
}

/** Gives each row an id and its group: from columns of their own, from an outline number, a level, or the indent of the title. */
export function identify(rows: readonly TableRow[]): Identified {
  const ids = idsOf(rows);
  const byId = new Set(ids);
  const byTitle = new Map(
    rows.map(({ cells }, at) => [(cells.title ?? "").trim().toLowerCase(), ids[at] ?? ""] as const).toReversed(),
  );
  const hasIds = rows.some(({ cells }) => (cells.id ?? "").trim() !== "");
  const find = (name: string) => {
    const said = name.trim();
    if (byId.has(said)) return said;
    const numbered = !hasIds && /^\d+$/.test(said) ? ids[Number(said) - 1] : undefined;
    return numbered ?? byTitle.get(said.toLowerCase()) ?? null;
  };
  const parents = parentsOf(rows, ids, find);
  return { rows: rows.map((row, at) => ({ ...row, id: ids[at] ?? "", parent: parents[at] ?? null })), find };
}

function idsOf(rows: readonly TableRow[]): readonly string[] {
  const taken = new Set<string>();
  return rows.map(({ cells }, at) => {
    const given = (cells.id ?? cells.outline ?? "").trim();
    if (given !== "") return given;
    const base = slug(decodeText(cells.title ?? "")) || `step-${at + 1}`;
    let id = base;
    for (let more = 2; taken.has(id); more++) id = `${base}-${more}`;
    taken.add(id);
    return id;
  });
}

function parentsOf(
  rows: readonly TableRow[],
  ids: readonly string[],
  find: (name: string) => string | null,
): readonly (string | null)[] {
  if (rows.some(({ cells }) => (cells.parent ?? "").trim() !== "")) {
    return rows.map(({ cells }) => {
      const said = (cells.parent ?? "").trim();
      return said === "" ? null : (find(said) ?? said);
    });
  }
  const above: { readonly level: number; readonly id: string }[] = [];
  return rows.map((row, at) => {
    const level = levelOf(row);
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parent = above.at(-1)?.id ?? null;
    above.push({ level, id: ids[at] ?? "" });
    return parent;
  });
}

function levelOf({ cells }: TableRow): number {
  const level = Number((cells.level ?? "").trim() || NaN);
  if (Number.isFinite(level)) return level;
  const outline = (cells.outline ?? "").trim();
  if (outline !== "") return outline.split(".").length;
  return /^[ \u00A0\t]*/.exec(cells.title ?? "")?.[0].length ?? 0;
}
