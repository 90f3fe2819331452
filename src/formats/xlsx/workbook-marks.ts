import { childOf, childrenOf, parseXml } from "../mspdi/xml-tree";
import type { Element } from "../mspdi/xml-tree";
import type { ZipEntry } from "../zip";
import { unzipText } from "../zip";
import type { SheetMarks } from "./sheet-marks";
import { sheetMarks } from "./sheet-marks";

/** How the cells of a style look, as far as people use looks to say something. */
export interface Look {
  readonly indent: number;
  readonly isFilled: boolean;
}

export type WorkbookMarks =
  | {
      readonly kind: "marks";
      /** By the name of the sheet. */
      readonly sheets: ReadonlyMap<string, SheetMarks>;
      readonly looks: readonly Look[];
    }
  | { readonly kind: "refused"; readonly reason: "damaged" | "too-large" };

/** What the reader of values leaves out: merged cells, groups of rows, indents and fills. */
export async function workbookMarks(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<WorkbookMarks> {
  const paths = await sheetPaths(bytes, entries);
  if (paths === null) return { kind: "refused", reason: "damaged" };
  const sheets = new Map<string, SheetMarks>();
  for (const [name, path] of paths) {
    const text = await textAt(bytes, entries, path);
    const read = text === null ? ({ kind: "refused", reason: "damaged" } as const) : sheetMarks(text);
    if (read.kind === "refused") return read;
    sheets.set(name, read.marks);
  }
  return { kind: "marks", sheets, looks: await looksOf(bytes, entries) };
}

async function sheetPaths(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<ReadonlyMap<string, string> | null> {
  const workbook = await rootAt(bytes, entries, "xl/workbook.xml");
  const relations = await rootAt(bytes, entries, "xl/_rels/workbook.xml.rels");
  if (workbook === null || relations === null) return null;
  const targets = new Map(
    childrenOf(relations, "Relationship").map(({ attributes }) => [attributes["Id"] ?? "", attributes["Target"] ?? ""]),
  );
  return new Map(
    childrenOf(childOf(workbook, "sheets"), "sheet").flatMap(({ attributes }) => {
      const target = targets.get(attributes["r:id"] ?? attributes["id"] ?? "") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      return /worksheets\//.test(path) ? [[attributes["name"] ?? "", path] as const] : [];
    }),
  );
}

async function looksOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<readonly Look[]> {
  const root = await rootAt(bytes, entries, "xl/styles.xml");
  const fills = childrenOf(childOf(root, "fills"), "fill").map((fill) => {
    const pattern = childOf(fill, "patternFill")?.attributes["patternType"] ?? "none";
    return pattern !== "none" && pattern !== "gray125";
  });
  return childrenOf(childOf(root, "cellXfs"), "xf").map((style) => ({
    indent: Number(childOf(style, "alignment")?.attributes["indent"] ?? 0) || 0,
    isFilled: fills[Number(style.attributes["fillId"] ?? 0)] === true,
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
