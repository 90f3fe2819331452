import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The process is killed without warning, again and again; what it had acknowledged is there after the next start. */
const root = join(import.meta.dirname, "../..");
const stateDir = mkdtempSync(join(tmpdir(), "uptake-durable-"));
const headers = {
  authorization: `Basic ${Buffer.from("admin@example.com:token").toString("base64")}`,
  "content-type": "application/json",
};

let child: ChildProcess;
let url = "";

async function start(): Promise<void> {
  const words = ["dist/cli/main.mjs", "workbench", "--port", "0", "--site", "empty", "--state", stateDir];
  child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString());
      if (found !== null) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`The workbench ended with ${String(code)}.`)));
  });
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: Record<string, never> }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === "" ? {} : Object(JSON.parse(text)) };
}

beforeAll(start, 60_000);
afterAll(async () => {
  await kill();
  rmSync(stateDir, { recursive: true, force: true });
});

test("nothing that was acknowledged is lost, and nothing is there twice", async () => {
  const lead = (await ask("GET", "/rest/api/3/myself")).json["accountId"];
  const space = { key: "CRM", name: "CRM", projectTypeKey: "software", leadAccountId: lead };
  const template = "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic";
  expect((await ask("POST", "/rest/api/3/project", { ...space, projectTemplateKey: template })).status).toBe(201);
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    // The last calls of a round are in flight when the process dies: they may be there or not, but whole.
    const calls = Array.from({ length: 12 }, async (_, index) => {
      const fields = { project: { key: "CRM" }, issuetype: { name: "Task" }, summary: `round ${round}, item ${index}` };
      const made = await ask("POST", "/rest/api/3/issue", { fields });
      if (made.status === 201) acknowledged.push(String(made.json["key"]));
    });
    const settled = Promise.allSettled(calls);
    const enough = acknowledged.length + 2 + round;
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 1));
    await kill();
    await settled;
    await start();
  }
  const found = await ask("POST", "/rest/api/3/search/jql", {
    jql: "project = CRM",
    fields: ["summary"],
    maxResults: 100,
  });
  const issues: readonly { key: string; fields: { summary: string } }[] = found.json["issues"] ?? [];
  const keys = issues.map(({ key }) => key);
  expect(acknowledged.length).toBeGreaterThan(10);
  expect(keys).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(issues.map(({ fields }) => fields.summary)).size).toBe(keys.length);
}, 120_000);

test("a second process on the same state is refused, in words", async () => {
  const words = ["dist/cli/main.mjs", "workbench", "--port", "0", "--site", "empty", "--state", stateDir];
  const second = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  second.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  const code = await new Promise((resolve) => second.once("exit", resolve));
  expect(code).not.toBe(0);
  expect(said).toContain("already runs");
}, 60_000);
