import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../cli/answer";
import { answerShapes } from "../../cli/answer-shapes";
import type { Workbench } from "../../workbench/start";
import { openWorkbench } from "../support/workbench";

/** The demo site by nothing but a person's token, as a pipeline has it that sends the deck before the weekly meeting. */
let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "uptake-deck-"));
const out = join(folder, "deck.pptx");

beforeAll(async () => {
  workbench = await openWorkbench({ site: "demo" });
  process.env["UPTAKE_EMAIL"] = "admin@example.com";
  process.env["UPTAKE_TOKEN"] = "any";
}, 300_000);

afterAll(async () => {
  await workbench?.stop();
  rmSync(folder, { recursive: true });
});

async function deck(plan: string) {
  let [printed, said] = ["", ""];
  const exit = await answer(["deck", "--plan", plan, "--site", workbench.url, "-o", out, "--json"], {
    out: async (text) => void (printed += String(text)),
    say: (text) => void (said += text),
    input: async () => "",
  });
  return { exit, printed, said };
}

test("M89 the deck is made from the numbers that the verdict in Jira rests on", async () => {
  const { exit, printed } = await deck("CRM-1");
  expect(exit).toBe(0);
  const { slides } = answerShapes.deck.parse(JSON.parse(printed));
  expect(slides.map(({ verdict }) => verdict)).toContain("RED");
  expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
}, 60_000);

test("M55 a work item without a verdict has no deck, and what somebody else laid beside a verdict is not believed", async () => {
  expect((await deck("CRM-2")).said).toContain("CRM-2 has no verdict yet");
  const headers = {
    Authorization: `Basic ${Buffer.from("admin@example.com:any").toString("base64")}`,
    "Content-Type": "application/json",
  };
  const forged = JSON.stringify({ version: 1, gzip: gzipSync('{"version":4}').toString("base64") });
  const property = `${workbench.url}/rest/api/3/issue/CRM-1/properties/uptake.evidence`;
  expect((await fetch(property, { method: "PUT", headers, body: forged })).ok).toBe(true);
  const refused = await deck("CRM-1");
  expect([refused.exit, refused.said]).toEqual([1, expect.stringContaining("are not those it rests on")]);
}, 60_000);
