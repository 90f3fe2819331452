import { rmSync } from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workbench } from "../../workbench/start";
import { launchChromium } from "../support/chromium";
import { openWorkbench } from "../support/workbench";
import { buildFixture } from "../workbench/forge/fixture-host";

let root: string;
let workbench: Workbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  root = buildFixture();
  workbench = await openWorkbench({ root });
  browser = await launchChromium();
  page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(10_000);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  rmSync(root, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const column = (name: string) => page.getByRole("region", { name, exact: true });

async function panel(): Promise<Frame> {
  const frame = await (await page.getByTitle("Panel").elementHandle())?.contentFrame();
  if (!frame) throw new Error("The panel has no frame.");
  return frame;
}

test("a person creates a space on the empty site", async () => {
  await page.goto(workbench.url);
  await page.getByRole("heading", { name: "No spaces yet" }).waitFor();
  await button("Create space").click();
  await dialog().getByLabel("Name").fill("Customer records");
  await dialog().getByLabel("Key").fill("CRM");
  await dialog().getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: "Board" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/jira/spaces/CRM/board");
});

test("a person creates a work item and finds it on the board", async () => {
  await page.getByRole("main").getByRole("button", { name: "Create" }).click();
  await dialog().getByLabel("Type").selectOption({ label: "Task" });
  await dialog().getByLabel("Summary").fill("Move the sales team");
  await dialog().getByLabel("Description").fill("First wave.");
  await dialog().getByRole("button", { name: "Create" }).click();
  await column("To Do").getByText("Move the sales team").waitFor();
});

test("a card is moved by its menu, and by dragging", async () => {
  await page.getByLabel("Move CRM-1").selectOption({ label: "In Progress" });
  const card = column("In Progress").locator(".card");
  await card.waitFor();
  await card.dragTo(column("Done"));
  await column("Done").getByText("Move the sales team").waitFor();
});

test("JQL finds the work item, and an error is told in Jira's words", async () => {
  await page.getByRole("link", { name: "Work items" }).click();
  await page.getByLabel("JQL").fill("project = CRM and status = Done");
  await button("Search").click();
  await page.getByRole("link", { name: "CRM-1", exact: true }).waitFor();
  await page.getByLabel("JQL").fill("project = NOSUCH");
  await button("Search").click();
  await expect.poll(() => page.getByRole("alert").innerText()).toContain("NOSUCH");
});

test("the work item is edited in place, commented, and its history tells", async () => {
  await page.goto(`${workbench.url}/browse/CRM-1`);
  await button("Edit Summary").click();
  await page.getByRole("textbox", { name: "Summary" }).fill("Move the whole sales team");
  await page.keyboard.press("Enter");
  await page.getByText("Move the whole sales team").waitFor();
  await page.getByLabel("Comment").fill("Looks good.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.getByText("Looks good.").waitFor();
  await button("History").click();
  await page.getByText("Move the sales team → Move the whole sales team").waitFor();
});

test("the app's panel stands in its own frame, and nothing of the page is open to it", async () => {
  const frame = await panel();
  expect(new URL(frame.url()).origin).toBe(workbench.frameUrl);
  const said = await frame.evaluate(() => {
    try {
      return window.parent.document.title;
    } catch (error) {
      return String(error);
    }
  });
  expect(said).toContain("SecurityError");
});

test("the frame's bridge reaches the back end, and takes the page's colors on request", async () => {
  const frame = await panel();
  const call = (command: string, payload: unknown) =>
    frame.evaluate(([cmd, sent]) => Reflect.get(globalThis, "__bridge").callBridge(cmd, sent), [
      command,
      payload,
    ] as const);
  expect(await call("invoke", { functionKey: "whoAmI", payload: {} })).toMatchObject({
    extension: { issue: { key: "CRM-1" } },
  });
  expect(await call("getContext", null)).toMatchObject({ extension: { issue: { key: "CRM-1" } } });
  await call("enableTheming", null);
  await button("Dark").click();
  await frame.waitForFunction(() => document.documentElement.dataset["colorMode"] === "dark");
  expect(await page.evaluate(() => document.documentElement.dataset["colorMode"])).toBe("dark");
  await call("showFlag", { id: "one", title: "Told by the app", type: "success" });
  await page.getByText("Told by the app").waitFor();
  expect(await call("levitate", null).catch(String)).toContain('"levitate"');
  await button("Dismiss").click();
});

test("the app opens a dialog of its own and hears what it was closed with", async () => {
  const frame = await panel();
  const heard = frame.evaluate(
    () =>
      new Promise((resolve) => {
        Reflect.get(globalThis, "__bridge").callBridge("openModal", {
          resource: null,
          onClose: resolve,
          size: "small",
          context: { from: "panel" },
          closeOnEscape: true,
          closeOnOverlayClick: true,
          title: "Ask",
        });
      }),
  );
  const inside = await (await dialog().locator("iframe").elementHandle())?.contentFrame();
  const closing = await inside?.evaluate(async () => {
    const { callBridge } = Reflect.get(globalThis, "__bridge");
    const { extension } = await callBridge("getContext");
    void callBridge("close", { answer: extension.modal.from });
    return extension;
  });
  expect(closing).toMatchObject({ modal: { from: "panel" }, issue: { key: "CRM-1" } });
  expect(await heard).toEqual({ answer: "panel" });
  await dialog().waitFor({ state: "detached" });
});

test("what the back end says on a channel reaches the frame that listens, and events reach the app's frames", async () => {
  const frame = await panel();
  const listen = (command: string, wanted: Record<string, unknown>, field: string) =>
    frame.evaluate(
      async ([cmd, sent, name]) => {
        const kept: unknown[] = [];
        Reflect.set(globalThis, `heard:${cmd}`, kept);
        await Reflect.get(globalThis, "__bridge").callBridge(cmd, {
          ...sent,
          [name]: (value: unknown) => kept.push(value),
        });
      },
      [command, wanted, field] as const,
    );
  const heard = (command: string) => frame.evaluate((cmd) => Reflect.get(globalThis, `heard:${cmd}`), command);
  const call = (command: string, payload: unknown) =>
    frame.evaluate(([cmd, sent]) => Reflect.get(globalThis, "__bridge").callBridge(cmd, sent), [
      command,
      payload,
    ] as const);
  await listen("subscribeRealtimeChannel", { channelName: "news", isGlobal: true }, "onEvent");
  await call("invoke", { functionKey: "tell", payload: {} });
  await expect.poll(() => heard("subscribeRealtimeChannel")).toHaveLength(1);
  await listen("on", { event: "JIRA_ISSUE_CHANGED" }, "callback");
  await button("Edit Due date").click();
  await page.getByLabel("Due date", { exact: true }).fill("2030-01-31");
  await page.keyboard.press("Enter");
  await expect.poll(() => heard("on")).toContainEqual(expect.objectContaining({ issueKey: "CRM-1" }));
});

test("another persona takes the seat", async () => {
  await page.getByLabel("Persona").selectOption({ label: "Mia Member · team member" });
  await page.waitForFunction(() =>
    document.querySelector<HTMLSelectElement>("select[aria-label=Persona]")?.selectedOptions[0]?.text.startsWith("Mia"),
  );
  await button("Edit Assignee").waitFor();
});

test("the clock moves forward and stays moved", async () => {
  const before = workbench.clock.now();
  await page.locator("summary[title='Site time']").click();
  await button("+1 week").click();
  await expect.poll(() => workbench.clock.now() - before, { timeout: 10_000 }).toBeGreaterThanOrEqual(604_800_000);
  const day = new Date(workbench.clock.now()).toISOString().slice(0, 10);
  await page.reload();
  await expect.poll(() => page.locator("summary time").getAttribute("datetime")).toContain(day);
});
