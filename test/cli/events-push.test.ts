import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pushEvents } from "../../cli/events-push";
import { patienceSeconds } from "#app/events/fair-share";
import { readEventBatch } from "#formats/event-batch";
import { sign } from "../support/memory-sources";

const url = "https://example.test/x1/abc?source=s";
const siteTime = Date.parse("2027-01-17T18:00:00Z");
let folder: string;
let taken: string[];
let waited: number[];
/** What the door does at each call, in turn; after the last it takes what is signed. */
let answers: (Response | TypeError)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "push-"));
  [taken, waited, answers] = [[], [], []];
});
afterEach(() => rmSync(folder, { recursive: true }));

function take(body: string, headers: Headers): Response {
  const timestamp = headers.get("x-uptake-timestamp") ?? "";
  const isSigned = headers.get("x-uptake-signature") === sign("secret", timestamp, body);
  if (!isSigned || Math.abs(Number(timestamp) * 1000 - siteTime) > 300_000) {
    return new Response("no", { status: 401, headers: { date: new Date(siteTime).toUTCString() } });
  }
  taken.push(body);
  return new Response("", { status: 202 });
}

const push = (name: string, more: { secret?: string; now?: number } = {}) =>
  pushEvents(
    join(folder, name),
    {
      url,
      secret: more.secret ?? "secret",
      now: () => more.now ?? siteTime,
      wait: async (seconds) => void waited.push(seconds),
      fetch: async (_, init) => {
        const next = answers.shift();
        if (next instanceof TypeError) throw next;
        return next ?? take(typeof init?.body === "string" ? init.body : "", new Headers(init?.headers));
      },
    },
    () => undefined,
  );

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const line = (id: number) =>
  JSON.stringify({ id: `e${id}`, plan: "crm", person: `p${id}`, at: "2027-01-17T09:00:00Z", kind: "transaction" });
const lines = (count: number) => Array.from({ length: count }, (_, id) => line(id)).join("\n");
const idsTaken = () => taken.flatMap((body) => readEventBatch(body).events.map(({ event }) => event.id));

test("every line goes once, in several batches of whole lines", async () => {
  const { accepted, batches, refused } = await push(file("e.ndjson", lines(30_000)));
  expect({ accepted, refused }).toEqual({ accepted: 30_000, refused: [] });
  expect(batches.length).toBe(taken.length);
  expect(taken.length).toBeGreaterThan(1);
  expect(Math.max(...taken.map((body) => Buffer.byteLength(body)))).toBeLessThan(4_000_000);
  expect(new Set(idsTaken()).size).toBe(30_000);
});

test("what was cut short goes on where it stopped, and leaves nothing beside the file when it is done", async () => {
  file("e.ndjson", lines(30_000));
  answers = [new Response("", { status: 202 }), new Response("gone", { status: 404 })];
  await expect(push("e.ndjson")).rejects.toThrow("404");
  expect(existsSync(join(folder, "e.ndjson.push.json"))).toBe(true);
  const { accepted, batches } = await push("e.ndjson");
  expect(accepted).toBe(30_000);
  expect(taken.length).toBe(batches.length - 1);
  expect(existsSync(join(folder, "e.ndjson.push.json"))).toBe(false);
});

test("a file that has changed since is sent from its beginning", async () => {
  file("e.ndjson", lines(30_000));
  answers = [new Response("", { status: 202 }), new Response("gone", { status: 404 })];
  await expect(push("e.ndjson")).rejects.toThrow("404");
  const { batches } = await push(file("e.ndjson", `${lines(30_000)}\n${line(30_000)}`));
  expect(taken.length).toBe(batches.length);
});

test("bad lines are named by their place in the file, and nothing is sent", async () => {
  const text = lines(30_000).split("\n");
  text[25_000] = "oops";
  text[3] = '{"id":"x"}';
  const { accepted, refused } = await push(file("e.ndjson", text.join("\n")));
  expect(refused.map((one) => one.line)).toEqual([4, 25_001]);
  expect([accepted, taken.length]).toEqual([0, 0]);
});

test.each([
  [
    "CSV with a byte order mark and carriage returns",
    "\uFEFFid,plan,person,at,kind\r\ne0,crm,p0,2027-01-17T09:00:00Z,transaction\r\n",
  ],
  ["a JSON array", `[\n${line(0)}\n]`],
  ["events within an envelope", `{"schema":1,"completeTo":"2027-01-17T10:00:00Z","events":[${line(0)}]}`],
])("sends %s", async (_, text) => {
  expect(await push(file("e", text))).toMatchObject({ accepted: 1, refused: [] });
  expect(idsTaken()).toEqual(["e0"]);
});

test.each(["", "\n \n"])("an empty file is refused", async (text) => {
  expect(await push(file("e", text))).toMatchObject({ accepted: 0, refused: [{ line: 1 }] });
});

/** What the manifest has the door say. */
function said(output: string): string {
  const manifest = readFileSync(join(import.meta.dirname, "../../manifest.yml"), "utf8");
  return new RegExp(`key: ${output},[\\s\\S]*?body:\\s*'([^']*)'`).exec(manifest)?.[1] ?? "";
}

test("the door says how long to wait, and no shorter than a minute takes to pass", () => {
  expect(JSON.parse(said("too-many"))).toMatchObject({ accepted: false, retryAfter: patienceSeconds });
});

test("waits as long as the door asks, and tries again where nobody answered or the door stumbled", async () => {
  const busy = new Response("", { status: 429, headers: { "retry-after": "7" } });
  const full = new Response(said("too-many"), { status: 429 });
  answers = [
    busy,
    new TypeError("no route"),
    new Response("", { status: 503 }),
    full,
    new Response("", { status: 429 }),
  ];
  expect((await push(file("e", line(0)))).accepted).toBe(1);
  expect(waited).toEqual([7, 2, 4, 61, 61]);
});

test("signs by the door's time where this machine's clock is wrong; a wrong secret is refused with its mend", async () => {
  expect((await push(file("e", line(0)), { now: siteTime - 50 * 86_400_000 })).accepted).toBe(1);
  await expect(push("e", { secret: "guess" })).rejects.toMatchObject({
    mend: expect.stringContaining("UPTAKE_SECRET"),
  });
});
