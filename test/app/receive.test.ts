import { compact } from "#app/events/compact";
import { receive } from "#app/events/receive";
import type { Posted } from "#app/events/receive";
import type { Source } from "#app/adoption-ports";
import { describe, expect, test } from "vitest";
import { createInbox, sign } from "../support/memory-sources";
import type { Inbox } from "../support/memory-sources";

const now = Date.parse("2026-03-20T12:00:00Z");
const source: Source = {
  id: "a".repeat(24),
  plan: "crm",
  zone: "Europe/London",
  name: "CRM",
  createdAt: 0,
  keys: ["new key", "old key"],
};

function event(more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: "e1",
    plan: "crm",
    person: "ana@example.com",
    at: "2026-03-17T09:12:00Z",
    kind: "transaction",
    process: "order",
    ...more,
  });
}

function posted(body: string, more: Partial<Posted> & { key?: string; skewSeconds?: number } = {}): Posted {
  const { key = "new key", skewSeconds = 0, ...rest } = more;
  const timestamp = String(now / 1000 + skewSeconds);
  return { source: source.id, timestamp, signature: sign(key, timestamp, body), body, ...rest };
}

function post(what: Posted, inbox: Inbox = createInbox(source)): Promise<string> {
  return receive(what, { ...inbox, now });
}

describe("M93 the door for events", () => {
  test("takes NDJSON, a JSON array and CSV alike, and hands on numbers, not names", async () => {
    const csv =
      "id,plan,person,at,kind,process,assisted\ne1,crm,ana@example.com,2026-03-17T09:12:00Z,transaction,order,true\n";
    for (const body of [`${event()}\n${event({ id: "e2" })}\n`, `[${event()}]`, csv]) {
      const inbox = createInbox(source);
      expect(await post(posted(body), inbox)).toBe("accepted");
      expect(inbox.taken[0]!.rows[0]!.slice(1, 4)).toEqual([Date.parse("2026-03-17T09:12:00Z"), "t", "order"]);
      expect(JSON.stringify(inbox.taken)).not.toContain("ana@");
    }
  });

  test("M10 readings for the triggers of rollbacks go their own way, in every form, and say nothing about usage", async () => {
    const reading = {
      id: "r1",
      plan: "crm",
      at: "2026-03-17T09:12:00Z",
      kind: "reading",
      reading: "downtime",
      unit: "h",
    };
    const csv = "id,plan,at,kind,reading,value,unit\nr1,crm,2026-03-17T09:12:00Z,reading,downtime,4.5,h\n";
    for (const body of [
      JSON.stringify({ ...reading, value: 4.5 }),
      JSON.stringify([{ ...reading, value: 4.5 }]),
      csv,
    ]) {
      const inbox = createInbox(source);
      expect(await post(posted(body), inbox)).toBe("accepted");
      expect([inbox.taken, inbox.told]).toMatchObject([
        [],
        [{ plan: "crm", source: "CRM", readings: [{ value: 4.5 }] }],
      ]);
    }
    const mixed = createInbox(source);
    expect(await post(posted(`${event()}\n${JSON.stringify({ ...reading, value: true })}`), mixed)).toBe("accepted");
    expect([mixed.taken[0]?.rows.length, mixed.told[0]?.readings[0]?.value]).toEqual([1, true]);
    for (const wrong of [{ value: "much" }, { value: 1, plan: "erp" }, { value: 1, at: "2026-04-17T09:12:00Z" }, {}]) {
      const inbox = createInbox(source);
      expect(await post(posted(JSON.stringify({ ...reading, ...wrong })), inbox)).toBe("unreadable");
      expect([inbox.told, inbox.refused[0]?.bad[0]?.line]).toEqual([[], 1]);
    }
  });

  test("sets aside sandboxes and service accounts, and counts them", async () => {
    const inbox = createInbox(source);
    const body = [event(), event({ environment: "sandbox" }), event({ channel: "service" })].join("\n");
    expect(await post(posted(body), inbox)).toBe("accepted");
    expect(inbox.taken).toMatchObject([{ sandbox: 1, service: 1, rows: [{}] }]);
  });

  test("accepts the older of two keys while one is being rotated out", async () => {
    expect(await post(posted(event(), { key: "old key" }))).toBe("accepted");
  });

  test("a signature in capitals is the same one, and so is a replay of it", async () => {
    const inbox = createInbox(source);
    const lower = posted(event());
    const upper = { ...lower, signature: `v1=${lower.signature.slice(3).toUpperCase()}` };
    expect(await post(upper, inbox)).toBe("accepted");
    expect(await post(lower, inbox)).toBe("unsigned");
  });

  test("cuts a large batch into parts the queue can carry", async () => {
    const inbox = createInbox(source);
    const body = Array.from({ length: 20_000 }, (_, i) =>
      event({ id: `e${i}`, process: `process number ${i % 7}` }),
    ).join("\n");
    expect(await post(posted(body), inbox)).toBe("accepted");
    expect(inbox.taken.length).toBeGreaterThan(1);
    expect(Math.max(...inbox.taken.map((part) => JSON.stringify(compact(part)).length))).toBeLessThan(100_000);
    expect(inbox.taken.flatMap(({ rows }) => rows).length).toBe(20_000);
  });
});

describe("what bounces, leaving nothing behind", () => {
  test.each([
    ["a wrong key", posted(event(), { key: "guess" }), "unsigned"],
    ["a body changed after signing", { ...posted(event()), body: event({ person: "eve" }) }, "unsigned"],
    ["a clock five minutes and a second slow", posted(event(), { skewSeconds: -301 }), "unsigned"],
    ["a clock five minutes and a second fast", posted(event(), { skewSeconds: 301 }), "unsigned"],
    ["no signature", { ...posted(event()), signature: "" }, "unsigned"],
    ["an unknown source", posted(event(), { source: "b".repeat(24) }), "unsigned"],
    ["a source that is a path", posted(event(), { source: "../person-key" }), "unsigned"],
    ["a body of more than 4 MB", posted(`"${"x".repeat(4_000_001)}"`), "too-large"],
    ["an empty body", posted(""), "unreadable"],
    ["another plan's events", posted(event({ plan: "erp" })), "unreadable"],
    ["an event of tomorrow", posted(event({ at: "2026-03-21T12:00:00Z" })), "unreadable"],
    ["an unknown kind", posted(event({ kind: "attendance" })), "unreadable"],
    ["a field nobody knows", posted(event({ salary: 1 })), "unreadable"],
    ["a time without a zone", posted(event({ at: "2026-03-17T09:12:00" })), "unreadable"],
    ["not JSON at all", posted("{oops"), "unreadable"],
  ])("%s", async (_, what, answer) => {
    const inbox = createInbox(source);
    expect(await post(what, inbox)).toBe(answer);
    expect(inbox.taken).toEqual([]);
  });

  test("one broken line refuses the whole batch, and the source is told which", async () => {
    const inbox = createInbox(source);
    expect(await post(posted([event(), "", "nonsense", event({ kind: "x" })].join("\n")), inbox)).toBe("unreadable");
    expect(inbox.taken).toEqual([]);
    expect(inbox.refused[0]!.bad.map(({ line }) => line)).toEqual([3, 4]);
  });

  test("the same request a second time", async () => {
    const inbox = createInbox(source);
    expect(await post(posted(event()), inbox)).toBe("accepted");
    expect(await post(posted(event()), inbox)).toBe("unsigned");
    expect(inbox.taken.length).toBe(1);
  });

  test("more than the queue takes, and the same batch signed again later is welcome", async () => {
    const inbox = createInbox(source);
    inbox.isFull = true;
    expect(await post(posted(event()), inbox)).toBe("too-many");
    inbox.isFull = false;
    expect(await post(posted(event(), { skewSeconds: 60 }), inbox)).toBe("accepted");
  });
});

describe("M93 the door is shut before the queue is full", () => {
  const people = (count: number, name: string): string =>
    Array.from({ length: count }, (_, i) => event({ id: `${name}${i}`, person: `${name}${i}` })).join("\n");

  test("a batch of several parts goes in whole or not at all, with its readings, and another source still comes in", async () => {
    const inbox = createInbox(source);
    const seals = { ...inbox.seals, personNumbers: async () => (person: string) => Number(person.slice(1)) };
    const reading = {
      id: "r",
      plan: "crm",
      at: "2026-03-17T09:12:00Z",
      kind: "reading",
      reading: "downtime",
      value: 1,
    };
    const answers: string[] = [];
    const sizes: number[] = [];
    for (let batch = 0; batch < 60; batch += 1) {
      const body = `${people(10_000, "p")}\n${JSON.stringify({ ...reading, id: `r${batch}` })}`;
      const [parts, told] = [inbox.taken.length, inbox.told.length];
      answers.push(await receive(posted(body, { skewSeconds: batch }), { ...inbox, seals, now }));
      sizes.push(inbox.taken.length - parts);
      expect(inbox.told.length - told).toBe(answers.at(-1) === "accepted" ? 1 : 0);
    }
    const whole = sizes[0]!;
    expect(whole).toBeGreaterThan(3);
    expect(new Set(sizes)).toEqual(new Set([0, whole]));
    expect([...new Set(answers)]).toEqual(["accepted", "too-many"]);
    expect(await inbox.door.admit({ source: "other", parts: 20, now })).toBe(0);
    const later = { ...inbox, seals, now: now + 61_000 };
    expect(await receive(posted(people(10_000, "p"), { skewSeconds: 61 }), later)).toBe("accepted");
  }, 30_000);

  test("a batch that would make more parts than any minute has room for beside others is too large, whatever it weighs", async () => {
    const inbox = createInbox(source);
    const long = "x".repeat(60);
    const body = Array.from({ length: 13_000 }, (_, i) =>
      event({
        id: `${long}${String(i).padStart(4, "0")}`.slice(-64),
        kind: "ticket",
        process: `${long}${i % 9_999}`.slice(-64),
      }),
    ).join("\n");
    expect(body.length).toBeLessThan(4_000_000);
    expect(await post(posted(body), inbox)).toBe("too-large");
    expect(inbox.taken).toEqual([]);
  });
});

describe("what a batch says of itself", () => {
  const said = '{"schema":1,"completeTo":"2026-03-20T11:00:00Z"}';

  test.each([
    ["a line before the events", `${said}\n${event()}\n`, 1],
    ["around them", `{"schema":1,"completeTo":"2026-03-20T11:00:00Z","events":[${event()}]}`, 1],
    ["alone, by a quiet help desk", said, 0],
  ])("A4 up to when it is complete: %s", async (_, body, rows) => {
    const inbox = createInbox(source);
    expect(await post(posted(body), inbox)).toBe("accepted");
    expect(inbox.taken[0]).toMatchObject({ completeTo: Date.parse("2026-03-20T11:00:00Z") });
    expect(inbox.taken[0]!.rows).toHaveLength(rows);
  });

  test.each([
    ["a time that has not come", '{"completeTo":"2026-03-21T11:00:00Z"}'],
    ["another schema", '{"schema":2}'],
    ["what nobody knows", '{"schema":1,"sender":"x"}'],
    ["events that are no list", '{"events":{}}'],
  ])("refuses %s", async (_, body) => {
    expect(await post(posted(body))).toBe("unreadable");
  });

  test("law 4 the same body signed again later is the same batch, and what stands in it twice is counted once", async () => {
    const inbox = createInbox(source);
    const body = [event({ environment: "sandbox" }), event({ environment: "sandbox" }), event()].join("\n");
    await post(posted(body), inbox);
    await post(posted(body, { skewSeconds: 5 }), inbox);
    expect(new Set(inbox.taken.map(({ batch }) => batch)).size).toBe(1);
    expect(inbox.taken[0]).toMatchObject({ sandbox: 1 });
  });
});
