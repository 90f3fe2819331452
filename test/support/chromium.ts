import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { surePresses } from "./sure-press";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** A laptop's: what a journey does has to work where a page is longer than the screen. */
const viewport = { width: 1280, height: 900 };

const args = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's own Chromium, as a person would open the page in. */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `The journeys need Chromium at ${executablePath}. Install it with: apt-get install chromium (or name another with CHROMIUM).`,
    );
  }
  const browser = await chromium.launch({ executablePath, args });
  const newContext = browser.newContext.bind(browser);
  // A page opened without a context of its own comes this way as well.
  browser.newContext = async (options) => {
    const context = await newContext({ viewport, ...options });
    await surePresses(context);
    return context;
  };
  return browser;
}
