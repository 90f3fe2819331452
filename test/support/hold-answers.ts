import type { Page, Route } from "playwright-core";

/** Keeps the app's answers to one question back until they are let go, as a busy site would. */
export async function holdAnswers(page: Page, question: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route("**/_workbench/bridge/**", async (route) => {
    if (isHeld && (route.request().postData() ?? "").includes(`"${question}"`)) held.push(route);
    else await route.continue();
  });
  return async () => {
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}
