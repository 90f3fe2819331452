export interface Room {
  /** In inches. */
  readonly w: number;
  readonly h: number;
}

const pointsPerInch = 72;
const lineHeight = 1.2;

/** The largest size in points, from `most` down, at which all of a text stands in its room. Nothing is ever cut off: it shrinks. */
export function fitText(text: string, room: Room, most: number): number {
  for (let size = most; size > 1; size -= 0.5) if (heightOf(text, room.w, size) <= room.h) return size;
  return 1;
}

/** In inches, as wide letters would have it: a guess that errs on the tall side. */
export function heightOf(text: string, w: number, size: number): number {
  const lines = text.split("\n").reduce((sum, line) => sum + linesOf(line, (w * pointsPerInch) / size), 0);
  return (lines * size * lineHeight) / pointsPerInch;
}

/** Breaks between words as a slide does, and inside a word that is longer than the line. `room` is in ems. */
function linesOf(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    const width = widthOf(word);
    const next = used === 0 ? width : used + space + width;
    if (next <= room) {
      used = next;
      continue;
    }
    if (used > 0) lines += 1;
    const broken = Math.max(0, Math.ceil(width / room) - 1);
    lines += broken;
    used = width - broken * room;
  }
  return lines;
}

const space = 0.3;

/** Of Arial's letters in ems, the wide ones of other scripts a whole one. */
function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += letter > "\u2e7f" ? 1 : /[A-ZMW@%m—→]/.test(letter) ? 0.75 : 0.56;
  return width;
}
