import type { Database } from "#adapters/store/database";
import { factsIn } from "#adapters/store/forge-facts";
import { storageIn } from "#adapters/store/storage";
import { gather } from "#app/adoption/gather";
import { pack } from "#app/events/pack";
import { compact, expand } from "#app/events/compact";
import { queuedBatch } from "#contract/usage-event";
import { budgetBytes, bytesOf, isTight, storedTables } from "#domain/adoption/storage";
import type { StoredRows } from "#domain/adoption/storage";
import { blankPlan } from "#domain/plan/blank";
import { readEventBatch } from "#formats/event-batch";
import { createHmac } from "node:crypto";
import { createEmbeddedEngine } from "../workbench/forge/sql/embedded";
import { storeIn } from "../test/support/store";
import { bodyOf } from "./event-stream";
import type { Stream } from "./event-stream";
import type { Measured } from "./measured";

const stream: Stream = { people: 1_000, linesPerBatch: 25_000 };
/** `EVENTS=2000000` when there is no time for the whole of a large rollout; the ratio is about the same. */
const total = Number(process.env["EVENTS"] ?? 10_000_000);

/** Door, queue and consumer into the store, against the bare reading of the same lines beside it. */
export async function run(): Promise<readonly Measured[]> {
  const store = await storeIn(createEmbeddedEngine(":memory:", { now: () => Date.now(), advance() {}, onMove() {} }));
  const facts = factsIn(store.database);
  const batches = Math.ceil(total / stream.linesPerBatch);
  const spent = { bare: 0, door: 0, merge: 0 };
  const heaps: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const body = bodyOf(batch, stream);
    spent.bare += timed(() => body.split("\n").map((text) => JSON.parse(text) as unknown));
    let parts: readonly string[] = [];
    spent.door += timed(() => (parts = door(body, batch)));
    const from = performance.now();
    for (const part of parts) await facts.merge(expand(queuedBatch.parse(JSON.parse(part))));
    spent.merge += performance.now() - from;
    if (batch % Math.ceil(batches / 10) === 0) heaps.push(heapNow());
  }
  const rows = await storageIn(store.database).rows("crm");
  const snapshot = await snapshotCost(store.database);
  await store.close();
  return report(spent, { heaps, rows, snapshot });
}

function timed(run: () => unknown): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

const number = (person: string): number =>
  Number(createHmac("sha256", "key").update(person).digest().readBigUInt64BE() >> 11n);

function door(body: string, batch: number): readonly string[] {
  const head = {
    plan: "crm",
    zone: "Europe/London",
    source: "s",
    batch: `b${batch}`,
    receivedAt: batch,
    completeTo: null,
  };
  const { events } = readEventBatch(body);
  const parts = pack(
    events.map(({ event }) => event),
    head,
    number,
  );
  return parts.map((part) => JSON.stringify(compact(part)));
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** What a snapshot asks of the store when nothing is kept yet: statements and time. */
async function snapshotCost(database: Database): Promise<{ readonly statements: number; readonly ms: number }> {
  let statements = 0;
  const counting: Database = {
    write: (statement, params) => database.write(statement, params),
    rows: (statement, params) => {
      statements += 1;
      return database.rows(statement, params);
    },
  };
  const plan = { ...blankPlan("crm", "CRM"), zone: "Europe/London", anchors: { golive: "2026-03-16" } };
  const from = performance.now();
  await gather(factsIn(counting), plan, new Set(["s"]));
  return { statements, ms: performance.now() - from };
}

interface Held {
  readonly heaps: readonly number[];
  readonly rows: StoredRows;
  readonly snapshot: { readonly statements: number; readonly ms: number };
}

function report(
  spent: { bare: number; door: number; merge: number },
  { heaps, rows, snapshot }: Held,
): readonly Measured[] {
  const ratio = (spent.door + spent.merge) / spent.bare;
  const perMinute = Math.round((total / (spent.door + spent.merge)) * 60_000);
  const growth = Math.max(...heaps.slice(2)) / heaps[1]!;
  return [
    {
      measure: `${total.toLocaleString("en")} events through door and consumer into the store, against JSON.parse of the same lines`,
      value: `${ratio.toFixed(1)} ×`,
      target: "≤ 4 ×",
      met: ratio <= 4,
      detail: `door ${(spent.door / spent.bare).toFixed(1)} ×, consumer ${(spent.merge / spent.bare).toFixed(1)} ×`,
    },
    storeOf(rows),
    {
      measure: "statements of a snapshot at that size, nothing kept yet",
      value: String(snapshot.statements),
      target: `≤ ${mostStatements}`,
      met: snapshot.statements <= mostStatements,
      detail: `${(snapshot.ms / spent.bare).toFixed(3)} × the bare reading; a gadget reads the kept snapshot in one`,
    },
    {
      measure: "events a minute, against the queue's own ceiling of 300,000",
      value: `${(perMinute / 300_000).toFixed(1)} ×`,
      target: "≥ 10 ×",
      met: perMinute >= 3_000_000,
      detail: `${perMinute.toLocaleString("en")} events a minute`,
    },
    {
      measure: "memory from the second tenth of the events to the last",
      value: `${growth.toFixed(2)} ×`,
      target: "≤ 1.2 ×",
      met: growth <= 1.2,
      detail: `${heaps.at(-1)!.toFixed(0)} MB`,
    },
  ];
}

/** Five for each page of 500 people, and as many again for weeks, hours and sources. */
const mostStatements = 10 + (5 * stream.people) / 500 + 10;

function storeOf(rows: StoredRows): Measured {
  const bytes = bytesOf(rows);
  const counts = storedTables.map((table) => `${table} ${rows[table].toLocaleString("en")}`);
  return {
    measure: "room the facts take, of the store's budget",
    value: `${((100 * bytes) / budgetBytes).toFixed(1)} %`,
    target: "≤ 80 %",
    met: !isTight(bytes),
    detail: `${(bytes / 1024 ** 2).toFixed(0)} MB; ${counts.join(", ")}`,
  };
}
