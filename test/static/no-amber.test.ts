import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const styles = "static/src/style";
const sheets = readdirSync(styles).map((name) => [name, readFileSync(join(styles, name), "utf8")] as const);

/** Degrees on the colour wheel, and how far from grey, both as HSL has them. */
function hueOf(hex: string): { hue: number; depth: number } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const depth = most - least;
  if (depth === 0) return { hue: 0, depth };
  const sixth =
    most === red
      ? ((green - blue) / depth + 6) % 6
      : most === green
        ? (blue - red) / depth + 2
        : (red - green) / depth + 4;
  return { hue: sixth * 60, depth };
}

test("M55 no colour between red and green is on any page", () => {
  expect(sheets.length).toBeGreaterThan(5);
  for (const [name, text] of sheets) {
    expect(text.match(/--ds-[a-z-]*(warning|yellow|orange|lime)[a-z-]*/g) ?? [], name).toEqual([]);
    const colours = [...text.matchAll(/#[0-9a-f]{6}\b/gi)].map(([hex]) => hex);
    const amber = colours.filter((hex) => {
      const { hue, depth } = hueOf(hex);
      return hue >= 22 && hue <= 68 && depth > 0.1;
    });
    expect(amber, name).toEqual([]);
  }
});
