import type PptxGenJS from "pptxgenjs";
import { fitText } from "../fit-text";
import type { Slide, SlideComment, SlideVerdict } from "../deck";
import { drawChart } from "./draw-chart";
import { drawLines } from "./draw-lines";
import { faint, font, hairline, ink, size, verdictColour } from "./look";
import { plainText } from "./plain-text";

type Page = PptxGenJS.Slide;

const margin = 0.5;
const wide = size.w - 2 * margin;

/** Top down as one reads: the verdict, the sentence, what it rests on, then the picture with the threshold beside it. */
export function drawSlide(page: Page, slide: Slide, { foot, number }: { foot: string; number: number }): void {
  write(page, slide.title, { x: margin, y: 0.35, w: wide, h: 0.85 }, { most: 28, bold: true });
  if (slide.verdict !== null) drawVerdict(page, slide.verdict, { x: margin, y: 1.3 });
  const isCover = slide.kind === "cover";
  const hasFigure = slide.figure !== null;
  if (hasFigure) write(page, slide.figure, { x: margin, y: 1.75, w: 2.8, h: 1.05 }, { most: 48, bold: true });
  const left = hasFigure ? margin + 2.9 : margin;
  write(page, slide.sentence, { x: left, y: 1.75, w: size.w - margin - left, h: 1.05 }, { most: 22 });
  const facts = [slide.n, slide.interval, slide.age].filter((fact) => fact !== null).join(" · ");
  write(page, facts, { x: margin, y: 2.85, w: slide.isOld ? wide - 3 : wide, h: 0.35 }, { most: 14, colour: faint });
  if (slide.isOld) drawOld(page);
  drawBody(page, slide);
  if (slide.comment !== null) drawComment(page, slide.comment);
  page.addShape("line", { x: margin, y: 6.98, w: wide, h: 0, line: { color: hairline, width: 0.75 } });
  write(page, foot, { x: margin, y: 7.02, w: wide - 1, h: 0.36 }, { most: isCover ? 11 : 10, colour: faint });
  write(
    page,
    String(number),
    { x: size.w - margin - 0.9, y: 7.02, w: 0.9, h: 0.36 },
    { most: 10, colour: faint, align: "right" },
  );
}

const top = 3.3;
const bottom = 6.9;
const commentHeight = 0.85;

/** In the writer's words, set apart from what is worked out, with name and day. */
function drawComment(page: Page, { text, said }: SlideComment): void {
  const box = { x: margin + 0.15, y: bottom - commentHeight, w: wide - 0.15, h: commentHeight };
  page.addShape("rect", { x: margin, y: box.y, w: 0.05, h: box.h, fill: { color: faint } });
  const fontSize = fitText(`${plainText(text)}\n${plainText(said)}`, box, 14);
  page.addText(
    [
      { text: plainText(text), options: { color: ink, breakLine: true } },
      { text: plainText(said), options: { color: faint } },
    ],
    { ...box, ...usual, fontSize, valign: "middle" },
  );
}

const besideWidth = 3.9;

function drawBody(page: Page, slide: Slide): void {
  const beside = [slide.threshold ?? "", ...slide.changes, ...slide.notes].filter((text) => text !== "").join("\n");
  const body = { y: top, h: bottom - top - (slide.comment === null ? 0 : commentHeight + 0.1) };
  const isPlain = slide.chart.kind === "none" && slide.lines.length === 0;
  const mainWidth = beside === "" ? wide : wide - besideWidth - 0.3;
  if (!isPlain) {
    const box = { x: margin, ...body, w: mainWidth };
    drawChart(page, slide.chart, box, plainText(`${slide.title}: ${slide.sentence}`));
    drawLines(page, slide.lines, box);
  }
  if (beside === "") return;
  const box = isPlain ? { x: margin, ...body, w: wide } : { x: margin + mainWidth + 0.3, ...body, w: besideWidth };
  drawBeside(page, slide, box);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A threshold, then what became of it since kick-off in bold, then what else there is to know. */
function drawBeside(page: Page, { threshold, changes, notes }: Slide, box: Box): void {
  const parts = [
    ...(threshold === null ? [] : [{ text: `Threshold. ${threshold}`, bold: false }]),
    ...changes.map((text) => ({ text, bold: true })),
    ...notes.map((text) => ({ text, bold: false })),
  ].map(({ text, bold }) => ({ text: plainText(text), bold }));
  const points = fitText(parts.map(({ text }) => text).join("\n"), box, 14);
  page.addText(
    parts.map(({ text, bold }) => ({ text, options: { bold, breakLine: true } })),
    { ...box, ...usual, fontSize: points, color: ink, valign: "top" },
  );
}

const usual = { fontFace: font, margin: 0, fit: "shrink", wrap: true } as const;

interface Hand {
  /** The largest size in points. */
  readonly most: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right";
}

export function write(
  page: Page,
  text: string,
  box: Box,
  { most, bold = false, colour = ink, align = "left" }: Hand,
): void {
  const said = plainText(text);
  const fontSize = fitText(said, box, most);
  page.addText(said, { ...box, ...usual, fontSize, bold, color: colour, align, valign: "top" });
}

/** A circle or a square, the word, and why: readable without colour, and without shape. */
export function drawVerdict(page: Page, { colour, reason }: SlideVerdict, { x, y }: { x: number; y: number }): void {
  const fill = { color: verdictColour[colour] };
  page.addShape(colour === "GREEN" ? "ellipse" : "rect", { x, y: y + 0.06, w: 0.24, h: 0.24, fill });
  const word = { text: colour, options: { bold: true, color: verdictColour[colour] } };
  const why = reason === null ? [] : [{ text: `  ${plainText(reason)}`, options: { color: faint } }];
  const box = { x: x + 0.34, y, w: wide - 0.34, h: 0.36 };
  const fontSize = fitText(`${colour}  ${reason ?? ""}`, box, 18);
  page.addText([word, ...why], { ...box, ...usual, fontSize, valign: "middle" });
}

/** M89: marked in words on a dark ground, so that neither colour nor a glance at the hours is needed. */
function drawOld(page: Page): void {
  const box = { x: size.w - margin - 2.8, y: 2.84, w: 2.8, h: 0.36 };
  page.addText("OLDER THAN 24 H", {
    ...box,
    ...usual,
    shape: "rect",
    fill: { color: ink },
    color: "FFFFFF",
    bold: true,
    fontSize: 13,
    align: "center",
    valign: "middle",
  });
}
