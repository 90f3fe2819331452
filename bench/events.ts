import { memoryFacts } from "#app/adoption/memory-facts";
import { pack } from "#app/events/pack";
import { readEventBatch } from "#formats/event-batch";
import { createHmac } from "node:crypto";
import { medianMs } from "./measured";
import type { Measured } from "./measured";

const lines = 20_000;

/** The door and the consumer's merging against the bare reading of the same lines. */
export async function run(): Promise<readonly Measured[]> {
  const body = Array.from({ length: lines }, (_, index) => line(index)).join("\n");
  const bare = await medianMs(() => body.split("\n").map((text) => JSON.parse(text) as unknown));
  const number = (person: string): number =>
    Number(createHmac("sha256", "key").update(person).digest().readBigUInt64BE() >> 11n);
  const head = { plan: "crm", zone: "Europe/London", source: "s", batch: "b", receivedAt: 0 };
  const through = await medianMs(async () => {
    const { events } = readEventBatch(body);
    const facts = memoryFacts();
    for (const part of pack(
      events.map(({ event }) => event),
      head,
      number,
    ))
      await facts.merge(part);
  });
  const ratio = through / bare;
  const perMinute = Math.round((lines / through) * 60_000);
  return [
    {
      measure: "events through door and merge, against JSON.parse of the same lines",
      value: `${ratio.toFixed(1)} ×`,
      target: "≤ 4 ×",
      met: ratio <= 4,
      detail: `${perMinute.toLocaleString("en")} events a minute`,
    },
    {
      measure: "events a minute, against the queue's own ceiling of 300,000",
      value: `${(perMinute / 300_000).toFixed(1)} ×`,
      target: "≥ 10 ×",
      met: perMinute >= 3_000_000,
      detail: "",
    },
  ];
}

function line(index: number): string {
  const at = new Date(Date.parse("2026-03-17T08:00:00Z") + index * 1000).toISOString();
  const person = `person-${index % 800}@example.com`;
  return JSON.stringify({
    id: `e${index}`,
    plan: "crm",
    person,
    at,
    kind: "transaction",
    process: "create-order",
    assisted: false,
  });
}
