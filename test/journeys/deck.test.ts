import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workbench } from "../../workbench/start";
import { openDemo } from "../support/demo";
import { printedSheets } from "../support/printed-sheets";
import { readPptx, wordsIn } from "../support/read-pptx";

/** The week before the meeting: somebody opens the deck, says what there is to say, and takes the file along. */
let workbench: Workbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ workbench, browser, page } = await openDemo());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});

const frame = (): FrameLocator => page.locator("iframe:visible").first().contentFrame();

async function openDeck(): Promise<FrameLocator> {
  await page.goto(`${workbench.url}/jira/spaces/CRM/app/uptake-space`);
  await frame().getByRole("button", { name: "Deck" }).click();
  await frame().getByRole("article", { name: "Slide 1: CRM migration" }).waitFor();
  return frame();
}

/** The slides of the file that the button hands over, each as its words. */
async function downloaded(view: FrameLocator): Promise<readonly (readonly string[])[]> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    view.getByRole("button", { name: "Download PPTX" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^deck-crm.*\.pptx$/);
  const path = join(tmpdir(), `deck-${String(process.pid)}.pptx`);
  await file.saveAs(path);
  const parts = await readPptx(new Uint8Array(readFileSync(path)));
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  return Array.from({ length: count }, (_, at) => wordsIn(parts.get(`ppt/slides/slide${at + 1}.xml`) ?? ""));
}

test("M55 M89 a slide a metric on the page and in the file, whose writer is loaded on the click alone", async () => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  const view = await openDeck();
  await view.getByRole("article", { name: "Help-desk ratio" }).getByText("RED", { exact: true }).waitFor();
  expect(loaded.some((url) => url.includes("write-pptx"))).toBe(false);
  const slides = await downloaded(view);
  expect(loaded.some((url) => url.includes("write-pptx"))).toBe(true);
  const faces = view.getByRole("article");
  expect(slides).toHaveLength(await faces.count());
  for (const [at, words] of slides.entries()) {
    const face = faces.nth(at);
    expect(words).toContain(await face.locator(".slide-sentence").innerText());
    expect(words.join(" ")).toContain(await face.locator(".slide-facts span").innerText());
  }
}, 120_000);

test("M89 a comment is on the slide and in the file with its name, as text whatever it holds; a viewer only reads it", async () => {
  const view = await openDeck();
  const text = '=cmd <img src=x onerror="window.hit=1"> New starters this week';
  const slide = view.getByRole("article", { name: "Help-desk ratio" });
  await slide.getByRole("button", { name: "Comment on Help-desk ratio" }).click();
  await slide.getByRole("textbox").fill(text);
  await slide.getByRole("button", { name: "Keep the comment" }).click();
  await slide.getByRole("blockquote").getByText(text).waitFor();
  expect(await slide.locator("img").count()).toBe(0);
  const words = (await downloaded(view)).find((each) => each.includes(text));
  expect(words).toContain("Help-desk ratio");
  expect(words?.some((each) => /^Ada Administrator, \d+ \w+ \d{4}$/.test(each))).toBe(true);
  forbidEditing();
  const seen = await openDeck();
  await seen.getByText(text).waitFor();
  expect(await seen.getByRole("button", { name: /omment on/ }).count()).toBe(0);
}, 120_000);

test("printed, every slide is a page of its own", async () => {
  const view = await openDeck();
  const count = await view.getByRole("article").count();
  const wide = { width: 960, height: 540 };
  expect(await printedSheets(page)).toEqual(Array.from({ length: count }, () => wide));
}, 60_000);

/** Takes “Edit work items” from everybody in the space. */
function forbidEditing(): void {
  const schemes = workbench.jira.store.collection("permissionScheme");
  for (const scheme of schemes.all()) {
    schemes.put({ ...scheme, grants: scheme.grants.filter(({ permission }) => permission !== "EDIT_ISSUES") });
  }
}
