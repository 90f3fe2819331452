import type PptxGenJS from "pptxgenjs";
import { fitText } from "../fit-text";
import type { SlideLine } from "../deck";
import { font, hairline, ink, verdictColour } from "./look";
import { plainText } from "./plain-text";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const wordWidth = 1.15;

/** The lines of a gate as a table: the verdict in shape and word, then what the line says. */
export function drawLines(page: PptxGenJS.Slide, lines: readonly SlideLine[], box: Box): void {
  if (lines.length === 0) return;
  const rowHeight = box.h / Math.max(lines.length, 4);
  const room = { w: box.w - wordWidth - 0.2, h: rowHeight - 0.1 };
  const fontSize = Math.min(...lines.map((line) => fitText(said(line), room, 14)));
  const rows = lines.map((line): PptxGenJS.TableRow => {
    const { colour } = line.verdict;
    const word = { bold: true, color: verdictColour[colour], fontSize: Math.min(fontSize, 12) };
    return [
      { text: `${colour === "GREEN" ? "●" : "■"} ${colour}`, options: word },
      { text: said(line), options: { color: ink, fontSize } },
    ];
  });
  page.addTable(rows, {
    x: box.x,
    y: box.y,
    w: box.w,
    colW: [wordWidth, box.w - wordWidth],
    rowH: lines.map(() => rowHeight),
    fontFace: font,
    valign: "middle",
    margin: [0.03, 0.08, 0.03, 0.02],
    border: { type: "solid", pt: 0.5, color: hairline },
    autoPage: false,
  });
}

function said({ text, verdict }: SlideLine): string {
  return plainText(verdict.reason === null ? text : `${text} (${verdict.reason})`);
}
