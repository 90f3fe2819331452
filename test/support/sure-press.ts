import type { BrowserContext, Locator, Page } from "playwright-core";

/**
 * While a frame changes its size, Chromium gives a press over it to the page around it: until the frame has drawn itself
 * anew, the browser does not know it there. Playwright takes such a press for done, as it listens in the frame alone. The
 * page around it knows better, having been pressed where it has nothing but a frame. Such a press, or the half of one, made no
 * click in the frame, and is made again.
 */
export async function surePresses(context: BrowserContext): Promise<void> {
  await context.addInitScript(countStrays);
  context.on("page", (page) => pressAgain(Object.getPrototypeOf(page.locator("html"))));
}

/** Runs in each page: a button that goes down or up on a frame's element is one the frame did not feel. */
function countStrays(): void {
  if (window !== window.top) return;
  const count = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement)) return;
    const { dataset } = document.documentElement;
    dataset["strays"] = String(Number(dataset["strays"] ?? 0) + 1);
  };
  for (const half of ["mousedown", "mouseup"]) window.addEventListener(half, count, true);
}

const strays = async (page: Page): Promise<number> => Number(await page.locator("html").getAttribute("data-strays"));

type Click = (this: Locator, options: Parameters<Locator["click"]>[0]) => Promise<void>;

const mended = new WeakSet<Locator>();

/** All locators are of one kind, also those of pages and frames yet to come; it is mended once. */
function pressAgain(kind: Locator): void {
  if (mended.has(kind)) return;
  mended.add(kind);
  const click: Click = Reflect.get(kind, "click");
  kind.click = async function (this: Locator, options) {
    const before = await strays(this.page());
    await click.call(this, options);
    if ((await strays(this.page())) > before) await this.click(options);
  };
}
