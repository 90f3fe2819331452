import { decodeText } from "./cells";
import type { TableRow } from "./table-rows";
import { slug, unique } from "./names";

export interface Identified {
  readonly rows: readonly (TableRow & {
    readonly id: string;
    readonly parent: string | null;
    readonly strayParent: string | null;
  })[];
  /** The id of what a person wrote for a step: its id, its number in the list, another name of it, or its title. */
  readonly find: (name: string) => string | null;
}

/** By which of the two numbers of a step its successors name it, where a tool writes both: the row it stands in, or one that stays. */
export type SaidBy = "id" | "uid";

/** Gives each row an id and its group: from columns of their own, from an outline number, a level, or the indent of the title. */
export function identify(rows: readonly TableRow[], said: SaidBy = "id"): Identified {
  const ids = idsOf(rows);
  const find = finder(rows, ids, said);
  const parents = parentsOf(rows, ids, find);
  return {
    rows: rows.map((row, at) => ({
      ...row,
      id: ids[at] ?? "",
      ...(parents[at] ?? { parent: null, strayParent: null }),
    })),
    find,
  };
}

function idsOf(rows: readonly TableRow[]): readonly string[] {
  const name = unique();
  const titles = rows.map(({ cells }) => slug(decodeText(cells.title ?? "")));
  const times = Map.groupBy(titles, (title) => title);
  return rows.map(({ cells }, at) => {
    const given = (cells.uid ?? "").trim() || (cells.id ?? "").trim() || (cells.key ?? cells.outline ?? "").trim();
    if (given === "") {
      const title = titles[at] ?? "";
      const isAlone = (times.get(title)?.length ?? 0) < 2;
      return name((isAlone ? title : withPlace(title, cells)) || `step-${at + 1}`);
    }
    // What somebody gave twice stays as given: the check of the plan then says so.
    return idText(given) === given ? given : name(idText(given));
  });
}

/** Steps of one title are told apart by where they belong, which stays when rows move; only then by their order. */
function withPlace(title: string, { parent, phase, wave, owner }: TableRow["cells"]): string {
  const place = [parent, phase, wave, owner].map((cell) => slug(decodeText(cell ?? ""))).find((word) => word !== "");
  return place === undefined ? title : slug(`${title} ${place}`);
}

/** `1.2.` and `A 1` are ids to those who write them; a plan's ids hold no blanks. */
function idText(given: string): string {
  if (/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u.test(given)) return given;
  return given.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "step";
}

/** Names in the order in which they are believed: ids, other names, numbers of rows, titles. */
function finder(rows: readonly TableRow[], ids: readonly string[], said: SaidBy): Identified["find"] {
  const names = new Map<string, string>();
  const add = (name: string | undefined, at: number) => {
    const said = (name ?? "").trim();
    if (said !== "" && !names.has(said)) names.set(said, ids[at] ?? "");
  };
  if (said === "id") rows.forEach(({ cells }, at) => void (cells.uid !== undefined && add(cells.id, at)));
  ids.forEach((id, at) => add(id, at));
  ids.forEach((id, at) => add(id.replace(/\.$/, ""), at));
  rows.forEach(({ cells }, at) => add(cells.id, at));
  rows.forEach(({ cells }, at) => add(cells.key, at));
  rows.forEach(({ cells }, at) => add(cells.outline, at));
  rows.forEach(({ cells }, at) => cells.alias?.split("\n").forEach((name) => add(name, at)));
  if (!rows.some(({ cells }) => (cells.id ?? "").trim() !== ""))
    rows.forEach(({ place }, at) => add(String(place), at));
  const titles = new Map(
    rows
      .map(
        ({ cells }, at) =>
          [
            decodeText(cells.title ?? "")
              .trim()
              .toLowerCase(),
            ids[at] ?? "",
          ] as const,
      )
      .toReversed(),
  );
  return (name) => names.get(name.trim()) ?? titles.get(name.trim().toLowerCase()) ?? null;
}

interface Group {
  readonly parent: string | null;
  /** What stands as the group and is no row of the table. */
  readonly strayParent: string | null;
}

function parentsOf(rows: readonly TableRow[], ids: readonly string[], find: Identified["find"]): readonly Group[] {
  if (rows.some(({ cells }) => cells.parent !== undefined)) {
    return rows.map(({ cells }, at) => {
      const said = (cells.parent ?? "").trim().replace(/^null$/, "");
      const found = said === "" ? null : find(decodeText(said));
      return { parent: found === ids[at] ? null : found, strayParent: said === "" || found !== null ? null : said };
    });
  }
  const levels = levelsOf(rows);
  const above: { readonly level: number; readonly id: string }[] = [];
  return levels.map((level, at) => {
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parent = above.at(-1)?.id ?? null;
    above.push({ level, id: ids[at] ?? "" });
    return { parent, strayParent: null };
  });
}

/** Of all the ways to say a level, the first that says anything holds for the whole table. */
function levelsOf(rows: readonly TableRow[]): readonly number[] {
  const ways: readonly ((row: TableRow) => number)[] = [
    ({ cells }) => Number((cells.level ?? "").trim() || Number.NaN),
    ({ cells }) => outlineDepth(cells.outline ?? ""),
    ({ cells }) => indentOf(cells.title ?? ""),
    ({ level }) => level,
    ({ cells }) => (/^\d+(\.\d+)*\.?$/.test((cells.id ?? "").trim()) ? outlineDepth(cells.id ?? "") : Number.NaN),
  ];
  for (const way of ways) {
    const levels = rows.map(way);
    const known = levels.filter(Number.isFinite);
    if (new Set(known).size > 1)
      return levels.map((level) => (Number.isFinite(level) ? level : Math.min(...known.slice(0, 1))));
  }
  return rows.map(() => 0);
}

/** `3.10` and `3.10.` stand two deep. */
function outlineDepth(outline: string): number {
  const said = outline.trim().replace(/\.$/, "");
  return /^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u.test(said) && /\d/.test(said) ? said.split(".").length : Number.NaN;
}

/** A tab counts as four blanks, as the tools that write tabs indent. */
function indentOf(title: string): number {
  const blanks = /^[ \u00A0\u3000\t]*/.exec(title)?.[0] ?? "";
  return blanks.replaceAll("\t", "    ").length;
}
