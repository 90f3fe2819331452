import { crc32, deflateRawSync } from "node:zlib";

export interface WorkbookSheet {
  readonly name: string;
  /** What stands in `sheetData`, as XML. */
  readonly rows: string;
  /** What stands behind it: merged cells. */
  readonly rest?: string;
  readonly isHidden?: boolean;
}

interface WorkbookParts {
  readonly sheets: readonly WorkbookSheet[];
  readonly date1904?: boolean;
  readonly styles?: string;
}

/** Fill 2 is yellow; styles: 0 plain, 1 a day, 2 indented once, 3 indented twice, 4 a yellow cell, 5 a day with its time. */
const usualStyles =
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="0"><alignment indent="1"/></xf><xf numFmtId="0"><alignment indent="2"/></xf><xf numFmtId="0" fillId="2"/><xf numFmtId="22"/></cellXfs>';

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A workbook from its XML, so that a test can hold what no library would write. */
export function workbook({ sheets, date1904 = false, styles = usualStyles }: WorkbookParts): Uint8Array {
  const list = sheets
    .map(({ name, isHidden }, at) => {
      const state = isHidden === true ? ' state="hidden"' : "";
      return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
    })
    .join("");
  const targets = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zip([
    ["[Content_Types].xml", `<Types xmlns="${packages}/content-types"/>`],
    [
      "_rels/.rels",
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packages}/relationships">${targets.join("")}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", `<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>`],
    ...sheets.map(
      ({ rows, rest = "" }, at) =>
        [
          `xl/worksheets/sheet${at + 1}.xml`,
          `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData>${rest}</worksheet>`,
        ] as const,
    ),
  ]);
}

/** Cells of text, one row. */
export function textRow(row: number, cells: readonly string[], rest = ""): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const all = cells.map((cell, at) =>
    cell === "" ? "" : `<c r="${letters[at]}${row}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`,
  );
  return `<row r="${row}"${rest}>${all.join("")}</row>`;
}

/** An archive of files; `lie` says another unpacked size than the true one. */
export function zip(
  files: readonly (readonly [name: string, text: string | Buffer])[],
  lie: number | null = null,
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lie ?? content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    parts.push(Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), head, tail, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, list, Buffer.from("PK\u0005\u0006"), end]));
}
