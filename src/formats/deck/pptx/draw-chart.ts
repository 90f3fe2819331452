import type PptxGenJS from "pptxgenjs";
import type { Chart } from "../deck";
import { blue, faint, font, hairline } from "./look";
import { sheetOf } from "./series";
import type { Column, Sheet } from "./series";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A chart that can be opened and changed, with its numbers behind it; never a picture. */
export function drawChart(page: PptxGenJS.Slide, chart: Chart, box: Box, altText: string): void {
  const sheet = sheetOf(chart);
  if (sheet === null) return;
  const groups = sheet.columns.map(({ name, values }) => ({
    type: "line",
    data: [{ name, labels: [...sheet.labels], values: spelled(values) }],
    options: strokeOf(name),
  }));
  // Of several kinds of line the library reads its options second, where its types have a list.
  Reflect.apply(Reflect.get(page, "addChart"), page, [groups, { ...axes(chart, sheet), ...box, altText }]);
}

/** The library leaves out what is not there, though its own types know only numbers. */
function spelled(values: Column): number[] {
  return values.map((value) => value ?? Number.NaN);
}

const white = "FFFFFF";

/** The number is a full line with points, its interval thin and dashed; a provisional point is hollow and joined to nothing. */
function strokeOf(name: string): PptxGenJS.IChartOpts {
  switch (name) {
    case "On their own":
      return { chartColors: all(blue), lineSize: 2.5, lineDataSymbol: "none" };
    case "Tickets a person":
    case "Read":
      return { chartColors: all(blue), lineSize: 2.5, lineDataSymbol: "circle", lineDataSymbolSize: 8 };
    case "Provisional":
      return { chartColors: [blue, white], lineSize: 0, lineDataSymbol: "circle", lineDataSymbolSize: 8 };
    case "Trend":
    case "Planned":
      return { chartColors: all(faint), lineSize: 2, lineDash: "dash", lineDataSymbol: "none" };
    default:
      return { chartColors: all(blue), lineSize: 1, lineDash: "sysDash", lineDataSymbol: "none" };
  }
}

/** The library takes the colour of a point by the place of its line among all lines. */
function all(colour: string): string[] {
  return Array.from({ length: 6 }, () => colour);
}

function axes(chart: Chart, sheet: Sheet): PptxGenJS.IChartOpts {
  const isShare = chart.kind === "curve";
  return {
    showLegend: true,
    legendPos: "b",
    legendFontFace: font,
    legendFontSize: 11,
    legendColor: faint,
    displayBlanksAs: chart.kind === "planned" ? "span" : "gap",
    chartArea: { roundedCorners: false },
    showCatAxisTitle: true,
    catAxisTitle: sheet.axis,
    catAxisTitleFontFace: font,
    catAxisTitleFontSize: 11,
    catAxisTitleColor: faint,
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: 10,
    catAxisLabelColor: faint,
    catAxisLabelFrequency: String(Math.max(1, Math.ceil(sheet.labels.length / 12))),
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: 10,
    valAxisLabelColor: faint,
    valAxisLabelFormatCode: isShare ? "0%" : "General",
    valGridLine: { color: hairline, size: 0.5, style: "solid" },
    ...(chart.kind === "planned" ? {} : { valAxisMinVal: 0 }),
    ...(isShare ? { valAxisMaxVal: 1 } : {}),
  };
}
