import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const styles = "static/src/style";

/** The rules that measure something by the height of the frame. */
function measuredByFrame(name: string): readonly string[] {
  const text = readFileSync(join(styles, name), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...text.matchAll(/([^{}]+)\{[^{}]*\d[sld]?vh\b[^{}]*\}/g)].map(([, selector = ""]) => selector.trim());
}

// A frame is made as high as its page. A part of the page that is as high as a share of the frame grows with each
// growth it causes, so that the page creeps for many frames under whoever aims at something in it.
test("nothing on a page grows with the frame it makes grow", () => {
  // What waits keeps the height there is and adds nothing to it; a dialog lies above the page and does not count.
  expect(readdirSync(styles).flatMap(measuredByFrame).toSorted()).toEqual([".dialog", ".page:has(.skeleton)"]);
});
