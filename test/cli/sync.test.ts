import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer } from "../../cli/answer";
import { testJira } from "../support/jira";

const file = `
uptake: 1
plan: { id: crm-2026, title: CRM migration }
steps:
  - { id: freeze, title: Freeze, duration: 1d }
  - { id: export, title: Export, duration: 2d, after: [{ step: freeze, type: SS, lag: 1d }] }
risks:
  - { id: slot, title: Slot lost, tag: pre-delivery, likelihood: 4, impact: 5, threatens: [export] }
`;

let server: Server;
let folder: string;
let site: string;
let plan: string;

beforeEach(async () => {
  const { jira, admin } = testJira();
  jira.faults.limits = "off";
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = chunks.length === 0 ? null : Buffer.concat(chunks).toString("utf8");
      const asked = { method: request.method ?? "GET", path: request.url ?? "/", headers: {}, body };
      const reply = async () => {
        const given = await jira.handle(asked, admin);
        response.writeHead(given.status, given.headers).end(given.body ?? "");
      };
      void reply();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  site = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  folder = await mkdtemp(join(tmpdir(), "uptake-"));
  plan = join(folder, "crm.yaml");
  await writeFile(plan, file);
  process.env["UPTAKE_EMAIL"] = "admin@example.com";
  process.env["UPTAKE_TOKEN"] = "any";
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function uptake(...args: readonly string[]) {
  const out: string[] = [];
  const terminal = {
    out: async (text: string | Uint8Array) => void out.push(String(text)),
    say: () => undefined,
    input: async () => "",
  };
  const exit = await answer([...args, "--site", site, "--space", "CRM", "--json"], terminal);
  return { exit, json: JSON.parse(out.join("")) };
}

test("M92 M94 set up, diff, apply, apply again, and take it back, from the command line", async () => {
  const before = await uptake("diff", plan);
  expect(before).toMatchObject({ exit: 1, json: { refused: { code: "setup_missing" } } });
  expect((await uptake("setup")).json.creates).toHaveLength(11);
  await uptake("setup", "--yes");
  expect((await uptake("setup")).json).toMatchObject({ creates: [], changes: [], manual: [] });

  const first = await uptake("diff", plan);
  expect(first.json.creates).toHaveLength(4);
  expect(first.json.requests.writes).toBe(0);
  expect((await uptake("apply", plan)).json.requests.writes).toBe(0);

  const applied = await uptake("apply", plan, "--yes");
  expect(applied.json.run).toMatchObject({ state: "done", failures: [] });
  const again = await uptake("apply", plan, "--yes");
  expect(again.json).toMatchObject({ creates: [], updates: [], links: [], requests: { writes: 0 } });

  const undone = await uptake("apply", plan, "--undo", applied.json.run.id);
  expect(undone.json.run).toMatchObject({ state: "undone", failures: [] });
  expect(undone.json.creates.length).toBe(first.json.creates.length);
});

test("M92 without the memory beside the plan nothing is made twice, and what Jira holds comes back with --pull", async () => {
  await uptake("setup", "--yes");
  await uptake("apply", plan, "--yes");
  await rm(join(folder, ".uptake"), { recursive: true });
  const again = await uptake("apply", plan, "--yes", "--pull");
  expect(again.json).toMatchObject({ creates: [], links: [], requests: { writes: 0 } });
  const text = await readFile(plan, "utf8");
  await writeFile(plan, text.replace("title: CRM migration", "title: CRM migration second try"));
  expect((await uptake("diff", plan)).json.updates).toMatchObject([
    { item: "/plan", fields: [{ field: "summary", step: "push" }] },
  ]);
});

test("M92 pull writes what Jira has moved into the file and leaves every other letter of it alone", async () => {
  const written = file
    .replace("plan: {", "# our plan\nplan: {")
    .replace("{ id: freeze, title: Freeze,", "{ id: freeze,   title: 'Freeze', # when\n      ");
  await writeFile(plan, written);
  await uptake("setup", "--yes");
  const { json } = await uptake("apply", plan, "--yes");
  expect(await uptake("diff", plan, "--exit-code")).toMatchObject({ exit: 0 });
  const keyOf = (title: string) => json.run.created.find((one: { title: string }) => one.title === title).key;
  await fetch(`${site}/rest/api/3/issue/${keyOf("Freeze")}`, {
    method: "PUT",
    body: JSON.stringify({ fields: { summary: "Freeze it all" } }),
  });
  await writeFile(plan, written.replace("duration: 2d", "duration: 3d"));
  expect((await uptake("diff", plan, "--exit-code")).exit).toBe(1);
  const pulled = await uptake("pull", plan);
  expect(pulled).toMatchObject({
    exit: 0,
    json: {
      conflicts: [],
      pulled: [{ section: "steps", item: "freeze", field: "title", was: "Freeze", now: "Freeze it all" }],
    },
  });
  expect(await readFile(plan, "utf8")).toBe(
    written.replace("duration: 2d", "duration: 3d").replace("'Freeze'", "'Freeze it all'"),
  );
  expect((await uptake("pull", plan)).json.pulled).toEqual([]);
  expect((await uptake("apply", plan, "--yes")).json.updates).toMatchObject([{ item: "export" }]);
});

async function said(...args: readonly string[]): Promise<string> {
  const out: string[] = [];
  const terminal = {
    out: async (text: string | Uint8Array) => void out.push(String(text)),
    say: (text: string) => void out.push(text),
    input: async () => "",
  };
  await answer([...args, "--site", site, "--space", "CRM"], terminal);
  return out.join("");
}

test("M92 a diff reads like a code review", async () => {
  await uptake("setup", "--yes");
  await uptake("apply", plan, "--yes");
  await writeFile(plan, file.replace("title: Export", "title: Export all").replace(", duration: 1d", ""));
  expect(await said("diff", plan)).toMatch(
    /Changed in Jira \(2\)\n {2}step freeze CRM-\d: Freeze\n {4}- duration: 1d\n {2}step export CRM-\d: Export all\n {4}- summary: Export\n {4}\+ summary: Export all\n/,
  );
});

async function edit(key: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await fetch(`${site}/rest/api/3/issue/${key}`, { method: "PUT", body: JSON.stringify({ fields }) });
}

async function applied(): Promise<(title: string) => string> {
  await uptake("setup", "--yes");
  const { json } = await uptake("apply", plan, "--yes");
  return (title) => json.run.created.find((one: { title: string }) => one.title === title).key;
}

test("M92 a diff names people, and each field stands where it goes", async () => {
  const keyOf = await applied();
  const [person] = await (await fetch(`${site}/rest/api/3/user/search?query=pm@example.com`)).json();
  await edit(keyOf("Export"), { assignee: { accountId: person.accountId } });
  await writeFile(plan, file.replace("duration: 2d", "duration: 3d"));
  const text = await said("diff", plan);
  expect(text).toContain("+ assignee: Petra Manager (pm@example.com)\n");
  expect(text).not.toContain(person.accountId);
  const [written = "", taken = ""] = text.split("Changed in the plan, as Jira has it");
  expect(written).toContain("+ duration: 3d");
  expect(written).not.toContain("assignee");
  expect(taken).toContain("assignee");
  await uptake("pull", plan);
  expect(await readFile(plan, "utf8")).toContain("owner: pm@example.com");
  expect((await uptake("apply", plan, "--yes")).exit).toBe(0);
  expect((await uptake("pull", plan)).json.pulled).toEqual([]);
});

test("M92 an apply that leaves something of the file undone ends with 1 and says what", async () => {
  const keyOf = await applied();
  await edit(keyOf("Freeze"), { summary: "Freeze it all" });
  await writeFile(plan, file.replace("title: Freeze", "title: Freeze now"));
  const conflict = await uptake("apply", plan, "--yes");
  expect(conflict).toMatchObject({ exit: 1, json: { conflicts: [{ item: "freeze" }], run: { failures: [] } } });
  expect((await uptake("diff", plan)).exit).toBe(0);
  expect((await uptake("apply", plan, "--yes", "--keep", "file")).exit).toBe(0);
  await writeFile(plan, file.replace("title: Freeze", `title: ${"long ".repeat(60)}`));
  const refused = await uptake("diff", plan);
  expect(refused).toMatchObject({ exit: 1, json: { refusals: [{ item: "freeze" }] } });
  expect(refused.json.refusals[0].title).toContain("long long");
});

test("S43 one id for two steps is refused, and a link to nowhere is named", async () => {
  await applied();
  await writeFile(plan, file.replace("id: export", "id: freeze"));
  expect(await uptake("apply", plan, "--yes")).toMatchObject({ exit: 1, json: { refused: { code: "plan_unsound" } } });
  await writeFile(plan, file.replace("duration: 1d }", "duration: 1d, after: [thaw] }"));
  const { exit, json } = await uptake("diff", plan);
  expect([exit, json.refusals[0].item, json.refusals[0].message]).toEqual([
    0,
    "freeze",
    "freeze waits for “thaw”, which the plan does not hold; no link is made for it.",
  ]);
});

test("S18 while nobody has said whether a deleted step is made again, the file keeps what waits for it", async () => {
  const keyOf = await applied();
  await fetch(`${site}/rest/api/3/issue/${keyOf("Freeze")}`, { method: "DELETE" });
  expect(await said("diff", plan)).toContain("! in the file, and deleted in Jira");
  expect((await uptake("pull", plan)).json).toMatchObject({ pulled: [], gone: [{ item: "freeze", why: "deleted" }] });
  const open = await uptake("apply", plan, "--yes");
  expect(open.json).toMatchObject({ conflicts: [{ item: "freeze" }], requests: { writes: 0 } });
  const made = await uptake("apply", plan, "--yes", "--keep", "file");
  expect(made.json.links).toContainEqual(expect.objectContaining({ from: "freeze", to: "export", label: "SS +1d" }));
  expect((await uptake("apply", plan, "--yes")).json.requests.writes).toBe(0);
});

test("M92 --resume goes on with whatever was cut off, be it an apply or a way back", async () => {
  await uptake("setup", "--yes");
  expect((await uptake("apply", plan, "--resume")).json.run).toMatchObject({ state: "done", failures: [] });
  expect((await uptake("apply", plan, "--resume")).json.requests.writes).toBe(0);
  const memory = join(folder, ".uptake", "crm-2026.json");
  const done = await readFile(memory, "utf8");
  // As a process killed before its last word has left it.
  await writeFile(memory, done.replace('"state":"done","direction":"apply"', '"state":"running","direction":"undo"'));
  const back = await uptake("apply", plan, "--resume");
  expect(back.json.run).toMatchObject({ state: "undone", failures: [] });
  expect(back.json.creates).toHaveLength(4);
});

test("M92 --undo last passes over runs that wrote nothing, and takes back one that was killed", async () => {
  await applied();
  const idle = await uptake("apply", plan, "--yes");
  const memory = join(folder, ".uptake", "crm-2026.json");
  const done = await readFile(memory, "utf8");
  await writeFile(memory, done.replace('"state":"done","direction":"apply"', '"state":"running","direction":"apply"'));
  const undone = await uptake("apply", plan, "--undo", "last");
  expect(undone.json.run).toMatchObject({ state: "undone", failures: [] });
  expect(undone.json.run.id).not.toBe(idle.json.run.id);
  expect(undone.json.creates).toHaveLength(4);
  expect(await uptake("apply", plan, "--undo", "last")).toMatchObject({ exit: 1 });
});

test("S11 a text in Jira longer than a plan takes is asked about, and never costs the file anything else", async () => {
  const keyOf = await applied();
  const long = (letters: string) => ({ type: "paragraph", content: [{ type: "text", text: letters }] });
  const content = Array.from({ length: 40 }, () => long("word ".repeat(200)));
  await edit(keyOf("Freeze"), { description: { version: 1, type: "doc", content } });
  const before = await readFile(plan, "utf8");
  const pulled = await uptake("pull", plan);
  expect(pulled).toMatchObject({
    exit: 1,
    json: { pulled: [], conflicts: [{ item: "freeze", field: "description" }] },
  });
  expect(await readFile(plan, "utf8")).toBe(before);
});
