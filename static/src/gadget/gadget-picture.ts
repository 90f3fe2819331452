import type { MetricView } from "#contract/adoption";
import type { GadgetView } from "#contract/gadget";
import { sayAge } from "#domain/calendar/say-age";
import { sayReason } from "#domain/adoption/say-reason";
import { sayCount } from "#domain/adoption/say-count";
import { easierOf } from "./easier-of";
import { stairs } from "../charts/spark";

const width = 640;
const margin = 24;
const scale = 2;
const fonts = {
  title: "600 14px sans-serif",
  verdict: "700 15px sans-serif",
  sentence: "18px sans-serif",
  foot: "12px sans-serif",
  easier: "600 12px sans-serif",
};

/** The cards as a picture for a slide or a mail: always dark on white, with verdicts in shape and word. */
export async function gadgetPicture(view: GadgetView): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement("canvas");
  const measure = canvas.getContext("2d");
  if (measure === null) throw new Error("This browser cannot draw a picture.");
  const height = draw(measure, view);
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot draw a picture.");
  context.scale(scale, scale);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  draw(context, view);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** Draws from the top and gives the height it took. */
function draw(context: CanvasRenderingContext2D, view: GadgetView): number {
  let y = margin + 14;
  const say = (text: string, look: { font: string; colour: string; x?: number }): void => {
    context.font = look.font;
    context.fillStyle = look.colour;
    const x = look.x ?? margin;
    for (const line of wrap(context, text, width - margin - x)) {
      context.fillText(line, x, y);
      y += 22;
    }
  };
  say(`${view.title}${view.wave === null ? "" : ` · ${view.wave}`} · ${sayAge(view.ageHours)}`, {
    font: fonts.title,
    colour: "#44546f",
  });
  for (const card of view.cards) {
    y += 14;
    say(card.title, { font: fonts.foot, colour: "#505258" });
    shape(context, card.verdict.colour, y);
    say(card.verdict.colour, {
      font: fonts.verdict,
      colour: card.verdict.colour === "GREEN" ? "#4c6b1f" : "#ae2e24",
      x: margin + 20,
    });
    say(card.sentence, { font: fonts.sentence, colour: "#1e1f21" });
    if (footOf(card) !== "") say(footOf(card), { font: fonts.foot, colour: "#6b6e76" });
    for (const said of easierOf(card, view)) say(said, { font: fonts.easier, colour: "#1e1f21" });
    if (card.metric === "ttft" && view.spark.length > 1) y = curve(context, view.spark, y);
  }
  say(`Snapshot ${view.snapshot}`, { font: fonts.foot, colour: "#6b6e76" });
  return y + margin / 2;
}

function footOf(card: MetricView): string {
  if (card.metric === "gate") return "";
  return [sayCount(card), sayReason(card.verdict), card.caution].filter((part) => part !== null).join(" · ");
}

function shape(context: CanvasRenderingContext2D, colour: "GREEN" | "RED", y: number): void {
  context.fillStyle = colour === "GREEN" ? "#6a9a23" : "#c9372c";
  context.beginPath();
  if (colour === "GREEN") context.arc(margin + 6, y - 5, 6, 0, 2 * Math.PI);
  else context.rect(margin, y - 11, 12, 12);
  context.fill();
}

function curve(context: CanvasRenderingContext2D, shares: readonly number[], y: number): number {
  context.save();
  context.translate(margin, y - 10);
  context.scale((width - 2 * margin) / 240, 1.5);
  context.strokeStyle = "#2898bd";
  context.lineWidth = 1.5;
  context.stroke(new Path2D(stairs(shares)));
  context.restore();
  return y + 76;
}

function wrap(context: CanvasRenderingContext2D, text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
