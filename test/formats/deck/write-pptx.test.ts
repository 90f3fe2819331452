import type { Deck, Slide } from "#formats/deck/deck";
import { fitText, heightOf } from "#formats/deck/fit-text";
import { slidesOf } from "#formats/deck/slides";
import { writePptx } from "#formats/deck/write-pptx";
import { expect, test } from "vitest";
import { deckSnapshot } from "../../support/deck-snapshot";
import { readPptx, wordsIn } from "../../support/read-pptx";

const snapshot = await deckSnapshot();
const deck = slidesOf(snapshot, Date.parse(snapshot.cut!) + 25 * 3_600_000, [
  { slide: "hdr", text: "=1+1 <b>New starters</b>", by: "Petra & Co", at: "2026-04-30T16:00:00Z" },
]);
const parts = await readPptx(await writePptx(deck));

const slideXml = (at: number, all = parts): string => all.get(`ppt/slides/slide${at + 1}.xml`) ?? "";

test("M55 each slide says in words what it says on the page, the verdict with its word", () => {
  for (const [at, slide] of deck.slides.entries()) {
    const words = wordsIn(slideXml(at));
    const all = words.join(" ");
    expect(words).toContain(slide.title);
    expect(words).toContain(slide.sentence);
    expect(all).toContain(slide.age);
    expect(words).toContain("OLDER THAN 24 H");
    if (slide.verdict !== null) expect(words).toContain(slide.verdict.colour);
    if (slide.threshold !== null) expect(all).toContain(slide.threshold);
    if (slide.comment !== null) {
      expect(words).toContain("=1+1 <b>New starters</b>");
      expect(words).toContain("Petra & Co, 30 Apr 2026");
    }
    for (const line of slide.lines) expect(all).toContain(line.text);
  }
});

test("M55 no colour in the file lies between red and green", () => {
  let seen = 0;
  for (const [name, text] of parts) {
    if (!name.endsWith(".xml")) continue;
    for (const [, hex = ""] of text.matchAll(/(?:srgbClr val|rgb)="(?:FF)?([0-9A-Fa-f]{6})"/g)) {
      seen += 1;
      expect([name, hex, isAmber(hex)]).toEqual([name, hex, false]);
    }
  }
  expect(seen).toBeGreaterThan(50);
  expect(isAmber("FFC000")).toBe(true);
  expect(isAmber("ED7D31")).toBe(true);
});

function isAmber(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const depth = Math.max(red, green, blue) - Math.min(red, green, blue);
  if (depth <= 0.1 || red < blue || green < blue) return false;
  const hue = red >= green ? (60 * (green - blue)) / depth : 120 - (60 * (red - blue)) / depth;
  return hue >= 22 && hue <= 68;
}

/** The numbers of the lines of a chart as a program reads them, a missing one as null. */
function linesOf(chart: string): Record<string, (number | null)[]> {
  return Object.fromEntries(
    [...chart.matchAll(/<c:ser>[^]*?<\/c:ser>/g)].map(([series]) => {
      const name = /<c:tx>[^]*?<c:v>([^<]*)<\/c:v>/.exec(series)?.[1] ?? "";
      const values = /<c:val>([^]*)<\/c:val>/.exec(series)?.[1] ?? "";
      const count = Number(/ptCount val="(\d+)"/.exec(values)?.[1]);
      const found = new Map(
        [...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, at, v]) => [Number(at), Number(v)]),
      );
      return [name, Array.from({ length: count }, (_, at) => found.get(at) ?? null)];
    }),
  );
}

test("law 6 the charts hold the numbers of the snapshot, and so do the workbooks behind them", () => {
  const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts).toHaveLength(deck.slides.filter(({ chart }) => chart.kind !== "none").length);
  const [curve, weeks] = charts.map(([, xml]) => linesOf(xml));
  const { points } = snapshot.curve!;
  expect(curve).toEqual({
    "On their own": points.map(({ share }) => share),
    "95 % lower": points.map(({ lower }) => lower),
    "95 % upper": points.map(({ upper }) => upper),
  });
  expect(curve?.["On their own"]).toContain(0);
  expect(weeks).toEqual({
    "Tickets a person": snapshot.weeks.map(({ ratio, provisional }) => (provisional ? null : ratio)),
    Provisional: snapshot.weeks.map(({ ratio, provisional }) => (provisional ? ratio : null)),
    "95 % lower": snapshot.weeks.map(({ lower }) => lower),
    "95 % upper": snapshot.weeks.map(({ upper }) => upper),
  });
  expect(snapshot.weeks.some(({ provisional }) => provisional)).toBe(true);
  const sheets = [...parts].filter(([name]) => name.endsWith(".xlsx/xl/worksheets/sheet1.xml")).map(([, xml]) => xml);
  const column = [...(sheets[0] ?? "").matchAll(/<c r="B\d+"[^>]*><v>([^<]*)<\/v>/g)].map(([, v]) => Number(v));
  expect(column.slice(-points.length)).toEqual(points.map(({ share }) => share));
});

test("the file lists only parts that it has", () => {
  const listed = [...(parts.get("[Content_Types].xml") ?? "").matchAll(/PartName="\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(listed.length).toBeGreaterThan(10);
  expect(listed.filter((name) => !parts.has(name ?? ""))).toEqual([]);
});

test("a chart is to the standard: a missing number is no point, a marker stands before the labels", () => {
  const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml);
  for (const chart of charts) {
    expect(chart).not.toContain("<c:v></c:v>");
    expect(chart).not.toMatch(/<c:lineChart><c:varyColors/);
    const lines = chart.match(/<c:lineChart>[^]*?<\/c:lineChart>/g) ?? [];
    expect(lines.map((line) => line.match(/<c:axId /g)?.length)).toEqual(lines.map(() => 2));
    expect(chart).not.toMatch(/<c:ser>(?:(?!<\/c:ser>)[^])*<c:dLbls>(?:(?!<\/c:ser>)[^])*<c:marker>/);
  }
});

const nasty = '=HYPERLINK("http://x","y") <script>alert(1)</script> & ]]> \u0007\u0000 \ud800 "quoted" —';

test("what looks like a formula, a tag or a control character is only text", async () => {
  const slides = deck.slides.map((slide): Slide => ({
    ...slide,
    title: nasty,
    sentence: nasty,
    notes: [nasty],
    comment: { text: nasty, said: nasty },
  }));
  const all = await readPptx(await writePptx({ ...deck, title: nasty, foot: nasty, slides }));
  const said = '=HYPERLINK("http://x","y") <script>alert(1)</script> & ]]>  \ufffd "quoted" —';
  for (const at of slides.keys())
    expect(wordsIn(slideXml(at, all)).filter((text) => text === said).length).toBeGreaterThan(2);
  for (const [name, text] of all) {
    if (!name.endsWith(".xml")) continue;
    expect([name, text.includes("<script>")]).toEqual([name, false]);
    expect([name, /[^\P{Cc}\t\n\r]/u.test(text)]).toEqual([name, false]);
  }
});

test("a long title shrinks into its room and loses nothing", async () => {
  const title = "A plan with a very long title that goes on ".repeat(12).trim();
  const room = { w: 12.333, h: 0.85 };
  const size = fitText(title, room, 28);
  expect(size).toBeLessThan(28);
  expect(heightOf(title, room.w, size)).toBeLessThanOrEqual(room.h);
  expect(fitText("Short", room, 28)).toBe(28);
  const first: Deck = { ...deck, slides: [{ ...deck.slides[0]!, title }] };
  expect(wordsIn(slideXml(0, await readPptx(await writePptx(first))))).toContain(title);
});
