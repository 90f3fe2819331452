import type { Page } from "playwright-core";

/** The page as it would be printed: a printer's view of the frame alone, as the sheets that come out. */
export async function printedSheets(
  page: Page,
): Promise<readonly { readonly width: number; readonly height: number }[]> {
  const frame = page.frames().find((one) => one.url().includes("/ui/"));
  const html = await frame?.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
    const body = document.body.cloneNode(true);
    if (body instanceof Element) for (const script of body.querySelectorAll("script")) script.remove();
    window.dispatchEvent(new Event("afterprint"));
    return `<html><head><style>${rules.join("\n")}</style></head>${body instanceof Element ? body.outerHTML : ""}</html>`;
  });
  const paper = await page.context().browser()!.newPage();
  await paper.setContent(html ?? "");
  const printed = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
  await paper.close();
  return [...printed.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}
