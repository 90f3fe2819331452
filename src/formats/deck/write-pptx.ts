import PptxGenJS from "pptxgenjs";
import type { Deck } from "./deck";
import { drawSlide } from "./pptx/draw-slide";
import { finish } from "./pptx/finish";
import { size } from "./pptx/look";
import { plainText } from "./pptx/plain-text";
import { sheetOf } from "./pptx/series";

/** The deck as a file for PowerPoint and its kin: its words are words and its charts are charts, to be changed like any others. */
export async function writePptx(deck: Deck): Promise<Uint8Array> {
  const file = new PptxGenJS();
  file.defineLayout({ name: "deck", width: size.w, height: size.h });
  file.layout = "deck";
  file.title = plainText(deck.title);
  file.author = "Uptake for Jira";
  file.company = "";
  file.theme = { headFontFace: "Arial", bodyFontFace: "Arial" };
  deck.slides.forEach((slide, at) => drawSlide(file.addSlide(), slide, { foot: deck.foot, number: at + 1 }));
  const written = await file.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new TypeError("The deck was written as something other than bytes.");
  const sheets = deck.slides.map(({ chart }) => sheetOf(chart)).filter((sheet) => sheet !== null);
  return finish(written, sheets);
}
