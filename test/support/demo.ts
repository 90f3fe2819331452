import type { Browser, Page } from "playwright-core";
import type { Workbench } from "../../workbench/start";
import { launchChromium } from "./chromium";
import { openWorkbench } from "./workbench";

export interface Demo {
  readonly workbench: Workbench;
  readonly browser: Browser;
  readonly page: Page;
}

/** The demo site with a page that nobody has opened yet. */
export async function openDemo(): Promise<Demo> {
  const workbench = await openWorkbench({ site: "demo" });
  const browser = await launchChromium();
  const page = await browser.newPage({ colorScheme: "light", acceptDownloads: true });
  page.setDefaultTimeout(30_000);
  return { workbench, browser, page };
}
