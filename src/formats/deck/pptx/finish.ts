import JSZip from "jszip";
import writeXlsxFile from "write-excel-file/universal";
import { quoteTrap } from "../../table/cells";
import type { Sheet } from "./series";

/**
 * What the library leaves undone: its themes hold amber, which whoever adds a line would be offered; its charts are not quite to the
 * standard; and its workbooks behind them lose every zero.
 */
export async function finish(written: Uint8Array, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(written);
  const names = Object.keys(archive.files);
  for (const name of names.filter((each) => /^ppt\/theme\/.*\.xml$/.test(each))) {
    archive.file(name, withoutAmber(await textOf(archive, name)));
  }
  for (const name of names.filter((each) => /^ppt\/charts\/chart\d+\.xml$/.test(each))) {
    archive.file(name, toStandard(await textOf(archive, name)));
  }
  archive.file(partList, withoutMissing(await textOf(archive, partList), new Set(names)));
  const books = names
    .filter((each) => /^ppt\/embeddings\/.*\.xlsx$/.test(each))
    .toSorted((a, b) => numberIn(a) - numberIn(b));
  if (books.length !== sheets.length)
    throw new Error(`${books.length} workbooks were written for ${sheets.length} charts.`);
  for (const [at, name] of books.entries()) archive.file(name, await workbookOf(sheets[at]!));
  return archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const partList = "[Content_Types].xml";

/** One master stands in the file, and one a slide in its list. */
function withoutMissing(list: string, names: ReadonlySet<string>): string {
  return list.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, name: string) =>
    names.has(name) ? entry : "",
  );
}

/** The colours offered to whoever goes on from here: blues and greys, and the two of the verdicts. */
const accents = ["1868DB", "505258", "4C6B1F", "AE2E24", "8590A2", "09326C"];

function withoutAmber(theme: string): string {
  return accents.reduce(
    (text, colour, at) =>
      text.replace(
        new RegExp(`(<a:accent${at + 1}><a:srgbClr val=")[0-9A-F]{6}`),
        (_, before: string) => `${before}${colour}`,
      ),
    theme,
  );
}

/** ECMA-376, 21.2: a line chart names its grouping and its two axes, a marker stands before the labels, a missing value is no point. */
function toStandard(chart: string): string {
  return chart
    .replaceAll(
      '<c:lineChart><c:varyColors val="0"/>',
      '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>',
    )
    .replaceAll(/(<c:axId val="\d+"\/><c:axId val="\d+"\/>)<c:axId val="\d+"\/>/g, "$1")
    .replaceAll(/\s*<c:invertIfNegative val="0"\/>/g, "")
    .replaceAll(
      /(<c:dLbls>(?:(?!<\/c:dLbls>)[^])*<\/c:dLbls>)(<c:marker>(?:(?!<\/c:marker>)[^])*<\/c:marker>)/g,
      "$2$1",
    )
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "");
}

async function workbookOf({ axis, labels, columns }: Sheet): Promise<Uint8Array> {
  const head = [axis, ...columns.map(({ name }) => name)].map(textCell);
  const rows = labels.map((label, at) => [
    textCell(label),
    ...columns.map(({ values }) => numberCell(values[at] ?? null)),
  ]);
  // The chart looks for its numbers on a sheet of this name.
  const blob = await writeXlsxFile([{ data: [head, ...rows], sheet: "Sheet1" }]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function textCell(value: string) {
  return { value: quoteTrap(value), type: String };
}

function numberCell(value: number | null) {
  return value === null ? null : { value, type: Number };
}

async function textOf(archive: JSZip, name: string): Promise<string> {
  const entry = archive.file(name);
  if (entry === null) throw new Error(`${name} is missing in the deck.`);
  return entry.async("string");
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xlsx$/.exec(name)?.[1] ?? 0);
}
