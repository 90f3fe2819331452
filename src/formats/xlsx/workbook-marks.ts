import { childOf, childrenOf, parseXml } from "../mspdi/xml-tree";
import type { Element } from "../mspdi/xml-tree";
import type { ZipEntry } from "../zip";
import { unzipText } from "../zip";
import type { SheetMarks } from "./sheet-marks";
import { sheetMarks } from "./sheet-marks";

/** How the cells of a style look, as far as people use looks to say something. */
export interface Look {
  readonly indent: number;
  /** The colour it is filled with, as the file names it; null where it is not. */
  readonly fill: string | null;
}

export type WorkbookMarks =
  | {
      readonly kind: "marks";
      /** By the name of the sheet. */
      readonly sheets: ReadonlyMap<string, SheetMarks>;
      readonly looks: readonly Look[];
      /** Names of the sheets that nobody sees. */
      readonly hidden: ReadonlySet<string>;
    }
  | { readonly kind: "refused"; readonly reason: "damaged" | "too-large" };

/** What the reader of values leaves out: merged cells, groups of rows, indents and fills. */
export async function workbookMarks(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<WorkbookMarks> {
  const listed = await listedSheets(bytes, entries);
  if (listed === null) return { kind: "refused", reason: "damaged" };
  const sheets = new Map<string, SheetMarks>();
  for (const { name, path } of listed) {
    const text = await textAt(bytes, entries, path);
    const read = text === null ? ({ kind: "refused", reason: "damaged" } as const) : sheetMarks(text);
    if (read.kind === "refused") return read;
    sheets.set(name, read.marks);
  }
  const hidden = new Set(listed.flatMap(({ name, isHidden }) => (isHidden ? [name] : [])));
  return { kind: "marks", sheets, looks: await looksOf(bytes, entries), hidden };
}

interface Listed {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

async function listedSheets(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<readonly Listed[] | null> {
  const workbook = await rootAt(bytes, entries, "xl/workbook.xml");
  const relations = await rootAt(bytes, entries, "xl/_rels/workbook.xml.rels");
  if (workbook === null || relations === null) return null;
  const targets = new Map(
    childrenOf(relations, "Relationship").map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  );
  return childrenOf(childOf(workbook, "sheets"), "sheet").flatMap(({ attributes }) => {
    const target = targets.get(attributes["r:id"] ?? attributes["id"] ?? "") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const isHidden = /hidden/i.test(attributes["state"] ?? "");
    return /worksheets\//.test(path) ? [{ name: attributes["name"] ?? "", path, isHidden }] : [];
  });
}

async function looksOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<readonly Look[]> {
  const root = await rootAt(bytes, entries, "xl/styles.xml");
  const fills = childrenOf(childOf(root, "fills"), "fill").map((fill) => {
    const pattern = childOf(fill, "patternFill");
    const kind = pattern?.attributes["patternType"] ?? "none";
    return kind === "none" || kind === "gray125" ? null : JSON.stringify(childOf(pattern, "fgColor")?.attributes ?? {});
  });
  return childrenOf(childOf(root, "cellXfs"), "xf").map((style) => ({
    indent: Number(childOf(style, "alignment")?.attributes["indent"] ?? 0) || 0,
    fill: fills[Number(style.attributes["fillId"] ?? 0)] ?? null,
  }));
}

async function rootAt(bytes: Uint8Array, entries: readonly ZipEntry[], path: string): Promise<Element | null> {
  const text = await textAt(bytes, entries, path);
  const read = text === null ? null : parseXml(text);
  return read?.kind === "tree" ? read.root : null;
}

async function textAt(bytes: Uint8Array, entries: readonly ZipEntry[], path: string): Promise<string | null> {
  const entry = entries.find(({ name }) => name === path);
  return entry ? unzipText(bytes, entry) : null;
}
