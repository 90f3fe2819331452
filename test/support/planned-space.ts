import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { accountOf, openPage, rest } from "../../workbench/sites/act";
import type { Page as AppPage } from "../../workbench/sites/act";
import type { Grounds } from "../../workbench/sites/site";
import type { Workbench } from "../../workbench/start";
import { openWorkbench } from "./workbench";

/** A space with the app set up, and a plan applied where one is given. */
export interface PlannedSpace {
  readonly workbench: Workbench;
  readonly grounds: Grounds;
  readonly id: string;
  /** The app's page in the space, in somebody's hands, without a browser. */
  readonly pageOf: (email: string) => AppPage;
  readonly apply: (text: string) => Promise<void>;
  readonly call: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export const admin = "admin@example.com";

export async function openPlannedSpace(text: string | null): Promise<PlannedSpace> {
  const workbench = await openWorkbench();
  const stateDir = mkdtempSync(join(tmpdir(), "uptake-space-"));
  const { jira, forge, clock } = workbench;
  const grounds: Grounds = { jira, forge, clock, stateDir };
  const call = (method: string, path: string, body?: unknown) => rest(grounds, admin, { method, path, body });
  const made = await call("POST", "/rest/api/3/project", {
    key: "CRM",
    name: "CRM rollout",
    projectTypeKey: "software",
    projectTemplateKey: "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
    leadAccountId: accountOf(grounds, admin),
  });
  const id = String(Object(made)["id"]);
  const setUp = openPage(grounds, "uptake-admin", { email: admin, extension: { type: "jira:adminPage" } });
  const { hash } = await setUp.ask("setupPreview", { space: id });
  await setUp.ask("setupApply", { space: id, hash });
  const extension = { type: "jira:projectPage", project: { id, key: "CRM", type: "software" } };
  const pageOf = (email: string) => openPage(grounds, "uptake-space", { email, extension });
  const apply = async (plan: string) => {
    const file = { text: plan, fileName: "plan.yaml" };
    const proposal = await pageOf(admin).ask("propose", file);
    await pageOf(admin).ask("apply", { ...file, hash: proposal.hash });
    for (let turns = 0; turns < 10; turns += 1) await forge.tick();
  };
  if (text !== null) await apply(text);
  const stop = async () => {
    await workbench.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  return { workbench, grounds, id, pageOf, apply, call, stop };
}

/** One person at one browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly frame: () => FrameLocator;
  readonly open: (path: string) => Promise<FrameLocator>;
  readonly tab: (name: string) => Promise<FrameLocator>;
}

export async function visit(
  browser: Browser,
  { workbench }: PlannedSpace,
  { person, ...options }: BrowserContextOptions & { readonly person: string },
): Promise<Visitor> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(workbench.url);
  const persona = page.locator("header select").first();
  await persona.locator("option", { hasText: person }).waitFor({ state: "attached" });
  const label = (await persona.locator("option").allInnerTexts()).find((text) => text.includes(person));
  // Becoming somebody loads the page anew.
  const loaded = page.waitForEvent("load");
  await persona.selectOption({ label: label ?? person });
  await loaded;
  const frame = () => page.locator("iframe:visible").first().contentFrame();
  const open = async (path: string) => {
    await page.goto(`${workbench.url}${path}`);
    return frame();
  };
  const tab = async (name: string) => {
    const opened = await open("/jira/spaces/CRM/app/uptake-space");
    await opened.getByRole("navigation").getByText(name, { exact: true }).click();
    return opened;
  };
  return { page, frame, open, tab };
}
